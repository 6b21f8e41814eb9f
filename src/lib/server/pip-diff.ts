import {
	alleVelden,
	type AfspraakDeel,
	type PipAfspraak,
	type PipVersie,
	type Waarde,
	type Wijziging
} from '#lib/domain/pipVelden.ts';
import { pipThemas } from '#lib/domain/vocabulary.ts';

const delen = ['thema', 'soort', 'uitvoerder', 'minutenPerWeek', 'minutenTotaal', 'aantal', 'metWie', 'plaats', 'vanaf', 'tot', 'vanafDagen', 'totDagen', 'zinnen', 'toelichting'] as const satisfies readonly AfspraakDeel[]; // prettier-ignore

const isSame = (a: Waarde, b: Waarde) => JSON.stringify(a) === JSON.stringify(b);

/** Everything that differs between two versions, in the order of the plan. Nothing for a first version. */
export function wijzigingenTussen(van: PipVersie | undefined, naar: PipVersie): Wijziging[] {
	if (!van) return [];
	return [...vanVelden(van, naar), ...vanAfspraken(van.afspraken, naar.afspraken), ...volgorde(van, naar)];
}

function vanVelden(van: PipVersie, naar: PipVersie): Wijziging[] {
	return alleVelden.flatMap((veld) => {
		const [before, after] = [van.velden[veld] ?? null, naar.velden[veld] ?? null];
		return isSame(before, after) ? [] : [{ wat: 'veld', veld, van: before, naar: after } satisfies Wijziging];
	});
}

function vanAfspraken(van: readonly PipAfspraak[], naar: readonly PipAfspraak[]): Wijziging[] {
	const before = new Map(van.map((afspraak) => [afspraak.id, afspraak]));
	const after = new Set(naar.map(({ id }) => id));
	return [
		...naar.flatMap((afspraak): Wijziging[] => {
			const eerder = before.get(afspraak.id);
			return eerder ? vanDelen(eerder, afspraak) : [{ wat: 'afspraak_erbij', afspraak }];
		}),
		...van
			.filter(({ id }) => !after.has(id))
			.map((afspraak): Wijziging => ({ wat: 'afspraak_weg', afspraak }))
	];
}

function vanDelen(van: PipAfspraak, naar: PipAfspraak): Wijziging[] {
	return delen
		.filter((deel) => !isSame(van[deel], naar[deel]))
		.map((deel) => ({ wat: 'afspraak_deel', afspraak: naar, deel, van: van[deel], naar: naar[deel] }));
}

/** Agreements that stayed but stand in another order, theme by theme. */
function volgorde(van: PipVersie, naar: PipVersie): Wijziging[] {
	return pipThemas
		.filter((thema) => {
			const inThema = ({ afspraken }: PipVersie) =>
				afspraken.filter((a) => a.thema === thema).map(({ id }) => id);
			const [before, after] = [inThema(van), inThema(naar)];
			const kept = (ids: string[], other: string[]) => ids.filter((id) => other.includes(id));
			return !isSame(kept(before, after), kept(after, before));
		})
		.map((thema) => ({ wat: 'volgorde', thema }));
}
