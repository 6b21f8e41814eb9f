import { dagenTussen, isNa, jongste, laatsteDag, plusDagen, type Dag } from './dag.ts';
import { isTeTraag, tempoVanaf, wekenNodig, type NormStand } from './prognose.ts';
import { huisregel } from './signalen/huisregels.ts';
import type { Outcome } from './uitkomsten.ts';

/**
 * Bi2021 art. 5.3 lid 1: was the first PIP there in time? Local policy does not count here. `te_laat`: after the day, also
 * when nobody recorded whether the municipality waited for information of others (lid 2).
 */
export type PipStand = 'op_tijd' | 'te_laat' | 'onbekend' | 'geen_pip';
export function pipStand({ pip }: Pick<Outcome, 'pip'>, hasPip: boolean): PipStand {
	if (!hasPip) return 'geen_pip';
	if (pip.isOpTijd === null) return pip.uiterlijk ? 'te_laat' : 'onbekend';
	return pip.isOpTijd ? 'op_tijd' : 'te_laat';
}

/** Bi2021 art. 5.3 lid 1: until when the first PIP must be there, seen from today. */
export type PipNodig = 'voorbij' | 'vier_weken' | 'later' | 'onbekend';
export function pipNodig({ pip }: Pick<Outcome, 'pip'>, vandaag: Dag): PipNodig {
	const uiterlijk = pip.uiterlijkNaInformatieDerden && pip.uiterlijk ? jongste(pip.uiterlijk, pip.uiterlijkNaInformatieDerden) : pip.uiterlijk; // prettier-ignore
	if (!uiterlijk) return 'onbekend';
	if (isNa(vandaag, uiterlijk)) return 'voorbij';
	return isNa(uiterlijk, plusDagen(vandaag, 28)) ? 'later' : 'vier_weken';
}

/** Wi2021 art. 11, 12: when the term ends, registered or expected. */
export type TermijnStand = 'voorbij' | 'half_jaar' | 'later' | 'onbekend' | 'geen_pip';
export function termijnStand(
	{ inburgeringstermijn }: Pick<Outcome, 'inburgeringstermijn'>,
	hasPip: boolean,
	vandaag: Dag
): TermijnStand {
	if (!hasPip) return 'geen_pip';
	const einde = inburgeringstermijn.laatsteDag;
	if (!einde) return 'onbekend';
	if (isNa(vandaag, einde)) return 'voorbij';
	return isNa(einde, laatsteDag(plusDagen(vandaag, 1), 6)) ? 'later' : 'half_jaar';
}

/** How a norm of hours stands; `op_tempo`: what is planned and the pace of the last weeks reach it within the term. */
export type NormStaat = 'vol' | 'op_tempo' | 'te_laag' | 'te_weinig_gegevens';
export function normStaat(stand: NormStand, vandaag: Dag, einde: Dag | null): NormStaat {
	const { norm, ervoor, recent, gepland, eerste } = stand;
	const gedaan = ervoor + recent;
	if (gedaan >= norm) return 'vol';
	if (!einde) return 'te_weinig_gegevens';
	if (isTeTraag(stand, vandaag, einde)) return 'te_laag';
	if (gedaan + gepland >= norm) return 'op_tempo';
	const dagen = eerste ? dagenTussen(jongste(eerste, tempoVanaf(vandaag)), vandaag) + 1 : 0;
	return dagen < 7 * wekenNodig ? 'te_weinig_gegevens' : 'op_tempo';
}

/** Days after which a colleague is reminded of contact: local policy, otherwise the rule of the portal. */
export const contactDagen = (aandachtDagen: unknown, vandaag: Dag): number =>
	typeof aandachtDagen === 'number' ? aandachtDagen : huisregel('contact', vandaag);
export type ContactStand = 'binnen' | 'langer' | 'nooit';
export function contactStand(laatste: Dag | null, dagen: number, vandaag: Dag): ContactStand {
	if (!laatste) return 'nooit';
	return isNa(vandaag, plusDagen(laatste, dagen)) ? 'langer' : 'binnen';
}
