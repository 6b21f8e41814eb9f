import { dagenTussen } from '#lib/domain/dag.ts';
import {
	alleVelden,
	veldenVoor,
	type PipAfspraak,
	type PipVersie,
	type PipVoor,
	type RouteStap,
	type Waarde,
	type Wijziging
} from '#lib/domain/pipVelden.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import type { AgreementState } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import type { Dossier } from './db/inburgeraren.ts';
import {
	findPipRead,
	insertAfspraakState,
	insertPipRead,
	listAfspraakStates,
	listAfspraken,
	listNames,
	listPublishedPips,
	type PipAfspraakRow,
	type PipReadRow,
	type PipRow
} from './db/pips.ts';
import { listTrajectEvents } from './db/traject-events.ts';
import { dossierFor, dossierToRead } from './dossiers.ts';
import { uitkomstOf } from './facts.ts';
import { newId } from './ids.ts';
import { wijzigingenTussen } from './pip-diff.ts';
import { routeSteps } from './pip-route.ts';

export type GepubliceerdeVersie = PipVersie & { wijzigingen: readonly Wijziging[] };
export type Plan = {
	dossier: Dossier;
	voor: PipVoor;
	/** The version in force; absent: no PIP yet. */
	huidig: GepubliceerdeVersie | undefined;
	/** All published versions, newest first. */
	versies: readonly GepubliceerdeVersie[];
	/** What the participant said about the version in force. */
	gelezen: PipReadRow | undefined;
};
type Names = ReadonlyMap<string, string>;
type States = ReadonlyMap<string, AgreementState>;

/** For whom a version was made, by the leerroute of that version. Everything that was agreed is shown. */
export function voorWie({ inburgeraar }: Dossier, leerroute: PipRow['leerroute']): PipVoor {
	const { groep, verblijfsvergunning } = inburgeraar;
	return { groep, verblijfsvergunning, leerroute, isOntzorgenVerlengbaar: true };
}

/** Rows as plain data: only fields that apply and are filled in. */
export function asVersie(
	row: PipRow,
	afspraken: PipAfspraakRow[],
	voor: PipVoor,
	names: Names,
	states: States
) {
	const plain = (naam: (typeof alleVelden)[number]): Waarde => {
		const value = row[naam];
		if (naam === 'contactpersoonId') return names.get(row.contactpersoonId ?? '') ?? null;
		return value instanceof Temporal.PlainDate ? value.toString() : value;
	};
	const filled = veldenVoor(voor)
		.map((naam) => [naam, plain(naam)] as const)
		.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
	return {
		versie: row.versie,
		dagtekening: row.dagtekening?.toString() ?? null,
		bekendmaking: row.bekendmaking?.toString() ?? null,
		reden: row.redenWijziging,
		zinnen: row.zinnen,
		toelichting: row.toelichting,
		door: names.get(row.publishedBy ?? '') ?? null,
		leerroute: row.leerroute,
		velden: Object.fromEntries(filled),
		afspraken: afspraken.filter((a) => a.versie === row.versie).map((a) => asAfspraak(a, states))
	} satisfies PipVersie;
}

function asAfspraak(row: PipAfspraakRow, states: States): PipAfspraak {
	const { inburgeraarId: _, versie: __, position: ___, vanaf, tot, ...rest } = row;
	const state = states.get(row.id) ?? 'open';
	return { ...rest, vanaf: vanaf?.toString() ?? null, tot: tot?.toString() ?? null, state };
}

export async function statesOf(tx: Reader, inburgeraarId: string): Promise<States> {
	const rows = await listAfspraakStates(tx, inburgeraarId);
	return new Map(rows.map(({ afspraakId, state }) => [afspraakId, state]));
}

export const namesIn = (tx: Reader, rows: readonly PipRow[]): Promise<Names> =>
	listNames(
		tx,
		rows.flatMap((row) => [row.publishedBy, row.contactpersoonId])
	);

async function versiesOf(tx: Reader, dossier: Dossier, newest?: number): Promise<GepubliceerdeVersie[]> {
	const id = dossier.inburgeraar.inburgeraarId;
	const rows = await listPublishedPips(tx, id, newest);
	const afspraken = await listAfspraken(tx, id, rows.map((row) => row.versie)); // prettier-ignore
	const [names, states] = [await namesIn(tx, rows), await statesOf(tx, id)];
	const versies = rows.map((row) => asVersie(row, afspraken, voorWie(dossier, row.leerroute), names, states));
	return versies.map((versie, n) => ({ ...versie, wijzigingen: wijzigingenTussen(versies[n + 1], versie) }));
}

/** The plan of a person with all published versions; undefined when there is no such dossier for this actor. */
export async function planIn(
	tx: Reader,
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	find: typeof dossierFor = dossierFor
): Promise<Plan | undefined> {
	const dossier = await find(actor, inburgeraarId, tx);
	if (!dossier) return undefined;
	const versies = await versiesOf(tx, dossier);
	const huidig = versies[0];
	const gelezen = huidig && (await findPipRead(tx, inburgeraarId, huidig.versie));
	return { dossier, voor: voorWie(dossier, huidig?.leerroute ?? null), huidig, versies, gelezen };
}

/** Plan, what the law says today, and the route as steps; undefined when there is no such dossier for this actor. */
export async function planOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	now: Temporal.Instant,
	tx: Reader = database().read
): Promise<(Plan & { outcome: Outcome; stappen: RouteStap[] }) | undefined> {
	const plan = await planIn(tx, actor, inburgeraarId, dossierToRead);
	const today = dayOf(now);
	const wet = plan && (await uitkomstOf(inburgeraarId, today, tx));
	if (!wet) return undefined;
	const gebeurtenissen = standingRows(await listTrajectEvents(tx, inburgeraarId));
	return { ...plan, outcome: wet.outcome, stappen: routeSteps({ ...plan, ...wet, gebeurtenissen, today }) };
}

export type NewestChange = Pick<
	GepubliceerdeVersie,
	'versie' | 'dagtekening' | 'reden' | 'door' | 'wijzigingen'
> & {
	isGezien: boolean;
	/** Since the plan was dated; 0: today. */
	dagenGeleden: number;
};

/** What changed last in the own plan; undefined while there is no PIP. */
export async function newestChange(
	actor: Inburgeraar,
	now: Temporal.Instant
): Promise<NewestChange | undefined> {
	const { read } = database();
	const dossier = await dossierFor(actor, actor.id, read);
	if (!dossier || dossier.inburgeraar.pipVersie === 0) return undefined;
	const [newest] = await versiesOf(read, dossier, 2);
	if (!newest) return undefined;
	const { versie, dagtekening, reden, door, wijzigingen } = newest;
	const isGezien = (await findPipRead(read, actor.id, versie)) !== undefined;
	const dagenGeleden = dagtekening ? dagenTussen(Temporal.PlainDate.from(dagtekening), dayOf(now)) : 0;
	return { versie, dagtekening, reden, door, wijzigingen, isGezien, dagenGeleden };
}

/** 'I have seen this', understood or with a question. Saying it again changes only what was understood. */
export async function markSeen(
	actor: Inburgeraar,
	versie: number,
	understood: 'ja' | 'vraag',
	now: Temporal.Instant
): Promise<boolean> {
	return database().transaction(async (tx) => {
		const published = await listPublishedPips(tx, actor.id);
		if (!published.some((row) => row.versie === versie)) return false;
		const { id: inburgeraarId, locale } = actor;
		await insertPipRead(tx, { inburgeraarId, versie, seenAt: now, understood, understoodAt: now, locale });
		const event = { action: 'pip.seen', objectType: 'pip', objectId: String(versie), subjectId: actor.id };
		await recordAudit(tx, actor, event, now);
		return true;
	});
}

/**
 * How the agreements of the version in force stand: a new row for each one that changed. Agreements that are not in the
 * version in force are left alone. Undefined: no PIP of this person for this actor.
 */
export async function setAfspraakStates(
	actor: Staff,
	inburgeraarId: string,
	states: ReadonlyMap<string, AgreementState>,
	now: Temporal.Instant
): Promise<true | undefined> {
	return database().transaction(async (tx) => {
		const huidig = (await planIn(tx, actor, inburgeraarId))?.huidig;
		if (!huidig) return undefined;
		for (const { id: afspraakId, state: before } of huidig.afspraken) {
			const state = states.get(afspraakId);
			if (!state || state === before) continue;
			const row = { inburgeraarId, id: newId(), afspraakId, state, recordedBy: actor.id, recordedAt: now };
			await insertAfspraakState(tx, row);
			const event = { action: 'pip_afspraak.state', objectType: 'pip_afspraak', objectId: afspraakId, subjectId: inburgeraarId }; // prettier-ignore
			await recordAudit(tx, actor, event, now);
		}
		return true;
	});
}
