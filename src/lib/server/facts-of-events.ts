import { isNa } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { FactEvent } from './db/facts-of-gemeente.ts';

/** Steps of the work that are no fact for the law. */
export const kindsWithoutFacts = ['koppeling', 'intake_oproep', 'intake_gesprek', 'intake_niet_verschenen', 'leerbaarheidstoets', 'voortgangsgesprek', 'afsluiting'] as const satisfies readonly TrajectEventKind[]; // prettier-ignore

/**
 * What the recorded events of a traject say, in the order of their legal days. The newest row of a kind counts; an
 * event that was not recorded is unknown, never false. Slots: domain/trajectSlots.ts.
 */
export function factsOfEvents(rows: readonly FactEvent[]): Facts {
	const events = standingRows(rows);
	const byKind = Map.groupBy(events, ({ kind }) => kind);
	const all = (kind: TrajectEventKind) => byKind.get(kind) ?? [];
	const last = (kind: TrajectEventKind) => all(kind).at(-1);
	const slot = <T>(kind: TrajectEventKind, name: string) => last(kind)?.slots[name] as T | undefined;
	const happened = (kind: TrajectEventKind) => (last(kind) ? true : undefined);
	const bijstand = last('bijstand');
	const einde = last('bijstand_einde');
	const isBijstandVoorbij = einde && bijstand && !isNa(bijstand.day, einde.day);
	const themas = [...new Set(all('module_map_thema').map(({ slots }) => slots.thema))];
	return present({
		kennisgevingDuo: last('duo_kennisgeving')?.day,
		toepasselijkeWet: slot<Facts['toepasselijkeWet']>('duo_kennisgeving', 'wet'),
		aowDatum: dayOf(slot('duo_kennisgeving', 'aowDatum')),
		...factsOfTermijn(events),
		voldaanVolgensDuo: last('duo_voldaan')?.day,
		vrijstelling: slot<Facts['vrijstelling']>('vrijstelling', 'omvang'),
		ontheffing: slot<Facts['ontheffing']>('ontheffing', 'omvang'),
		onderbrekingen: orAbsent(
			all('onderbreking').map(({ day, slots }) =>
				present({ van: dayOf(slots.van) ?? day, tot: dayOf(slots.tot) })
			)
		),
		isKwalificatieplichtig: slot<boolean>('kwalificatieplicht', 'isKwalificatieplichtig'),
		inschrijvingBrp: last('inschrijving_brp')?.day,
		inschrijvingBrpAzc: last('inschrijving_brp_azc')?.day,
		inschrijvingBrpHuisvesting: last('inschrijving_brp_huisvesting')?.day,
		inschrijvingBrpNaVerhuizing: last('inschrijving_brp_verhuizing')?.day,
		dagtekeningPipNaVerhuizing: last('pip_na_verhuizing')?.day,
		afrondingBredeIntake: last('intake_afgerond')?.day,
		isWachtendOpInformatieDerden: happened('wacht_op_informatie'),
		ontvangstInformatieDerden: last('informatie_ontvangen')?.day,
		ondertekeningPip: last('pip_ondertekend')?.day,
		startInburgeringsaanbod: last('aanbod_start')?.day,
		hasBijstand: bijstand && !isBijstandVoorbij ? true : undefined,
		ingangBijstand: bijstand?.day,
		laatsteDagBijstand: isBijstandVoorbij ? einde.day : undefined,
		eerdereSchakelingen: all('schakelen').length || undefined,
		hasVoldoendeInspanning: slot<boolean>('voldoende_inspanning', 'waarde'),
		hasAlleLessenGevolgd: slot<boolean>('alle_lessen_gevolgd', 'waarde'),
		isTaalschakeltrajectVoltooid: happened('taalschakeltraject_voltooid'),
		zCursusMinutenNorm: slot<number>('z_norm', 'minuten'),
		hasPvtActiviteitOfExcursie: happened('pvt_activiteit'),
		isAanwezigBijPvtOndertekening: happened('pvt_ondertekeningsbijeenkomst'),
		isPvtOndertekend: happened('pvt_ondertekend'),
		moduleMapThemas: orAbsent(themas as NonNullable<Facts['moduleMapThemas']>),
		hasModuleMapEindgesprek: happened('module_map_eindgesprek'),
		hasZEindgesprek: happened('z_eindgesprek')
	});
}

/**
 * DUO's dates with all its decisions included (contract.md chapter 4): a last day registered before the newest granted
 * verlenging is no longer what DUO registers, so the granted length counts until DUO's new letter is recorded.
 */
function factsOfTermijn(events: readonly FactEvent[]): Facts {
	const termijn = events.findLast(({ kind }) => kind === 'duo_termijn');
	const verlengingen = events.filter(({ kind }) => kind === 'verlenging');
	const toegekend = verlengingen.findLast(({ slots }) => slots.status === 'toegekend');
	const isAchterhaald = termijn && toegekend && isNa(toegekend.day, termijn.day);
	return {
		startVolgensDuo: dayOf(termijn?.slots.start),
		laatsteDagVolgensDuo: isAchterhaald ? undefined : dayOf(termijn?.slots.laatsteDag),
		verlengingen: orAbsent(
			verlengingen.map(({ slots: { grond, status, maanden, weken, dagen } }) =>
				present({ verlengingsgrond: grond, status, maanden, weken, dagen })
			)
		) as Facts['verlengingen']
	};
}

const dayOf = (value: unknown) => (typeof value === 'string' ? Temporal.PlainDate.from(value) : undefined);
const orAbsent = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);

/** Absent is absent: a key without a value is not a fact. */
export function present<T extends object>(facts: T): T {
	const kept: Partial<T> = {};
	for (const key in facts) if (facts[key] !== undefined) kept[key] = facts[key];
	return kept as T;
}
