import { dagenTussen, isNa, isVoor, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { lening } from '#lib/domain/ondersteuning/lening.ts';
import { groep } from '#lib/domain/persoon/groep.ts';
import { examenonderdelen, type Examenonderdeel, type Groep, type Leerroute, type Taalniveau } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import { parameter } from '#lib/domain/wet/parameters.ts';
import { cursusMinuten, type Cursusaanbod } from './aanbod.ts';
import { minutenNodig, type Cursusvraag } from './vraag.ts';

/** What DUO takes for one exam part; null: the portal does not know the fee. */
export type Examenkosten = { onderdeel: Examenonderdeel; centen: number | null };
export type Kosten = {
	/** The course: the hours still needed at the price of an hour, or the whole price. Null: not known. */
	cursusCenten: number | null;
	basis: 'uren_nodig' | 'hele_cursus' | null;
	/** Minutes that the price is for, when it is for the hours still needed. */
	minuten: number | null;
	/** Books and accounts beside the price: 0 when included, null when not known. */
	materiaalCenten: number | null;
	/** Exam parts still to do; empty where the school examines, where the route has none, or where it is included. */
	examens: readonly Examenkosten[];
	/** All that is known together. */
	bekendCenten: number;
	/** Is something not in `bekendCenten`? */
	isOnvolledig: boolean;
};

/** What the rest of the route costs with this course. Nothing is guessed: what is not known is said to be unknown. */
export function kosten(
	aanbod: Cursusaanbod,
	vraag: Cursusvraag,
	behaald: readonly Examenonderdeel[],
	niveaus: Partial<Record<Examenonderdeel, Taalniveau | null>> = {}
): Kosten {
	const cursus = cursuskosten(aanbod, vraag);
	const materiaalCenten = aanbod.includes.includes('boeken') ? 0 : aanbod.materialCents;
	const examens = aanbod.includes.includes('examens')
		? []
		: examenkosten(vraag.leerroute, behaald, niveaus, vraag.vandaag);
	const parts = [cursus.cursusCenten, materiaalCenten, ...examens.map(({ centen }) => centen)];
	return {
		...cursus,
		materiaalCenten,
		examens,
		bekendCenten: parts.reduce<number>((sum, centen) => sum + (centen ?? 0), 0),
		isOnvolledig: parts.includes(null)
	};
}

/** Cents for an hour: as the provider says it, else the whole price over the hours, rounded up. */
export function uurprijs(aanbod: Cursusaanbod): number | null {
	const minuten = cursusMinuten(aanbod);
	if (aanbod.pricePerHourCents !== null) return aanbod.pricePerHourCents;
	if (aanbod.priceTotalCents === null || !minuten) return null;
	return Math.ceil((aanbod.priceTotalCents * 60) / minuten);
}

function cursuskosten(
	aanbod: Cursusaanbod,
	vraag: Cursusvraag
): Pick<Kosten, 'cursusCenten' | 'basis' | 'minuten'> {
	const perUur = uurprijs(aanbod);
	const nodig = minutenNodig(vraag);
	const minuten = nodig ?? (aanbod.priceTotalCents === null ? cursusMinuten(aanbod) : null);
	if (perUur !== null && minuten !== null)
		return { cursusCenten: Math.ceil((perUur * minuten) / 60), basis: 'uren_nodig', minuten };
	return {
		cursusCenten: aanbod.priceTotalCents,
		basis: aanbod.priceTotalCents === null ? null : 'hele_cursus',
		minuten: null
	};
}

/**
 * Ri2021 art. 3.4: KNM and each part at A2 have a fee. The Staatsexamen NT2 (B1, B2) has one that the portal does not
 * know (U-14). The Z-route needs no exam; the school of the taalschakeltraject examines itself.
 */
export function examenkosten(
	leerroute: Leerroute | null,
	behaald: readonly Examenonderdeel[],
	niveaus: Partial<Record<Examenonderdeel, Taalniveau | null>>,
	dag: Dag
): readonly Examenkosten[] {
	if (leerroute !== 'b1') return [];
	const fee = parameter('examengeld', dag);
	return examenonderdelen
		.filter((onderdeel) => !behaald.includes(onderdeel))
		.map((onderdeel) => ({
			onderdeel,
			centen: onderdeel === 'knm' || niveaus[onderdeel] === 'a2' ? fee : null
		}));
}

/** Rough answers of one moment: shown, never kept. Cents; null: not answered. */
export type Inkomensvraag = {
	toetsingsinkomenCenten: number;
	hasPartner: boolean;
	hasAlleenstaandeOuderenkorting: boolean;
	/** The taxable minimum wage of that year: DUO knows it, the portal does not (U-14). */
	belastbaarMinimumloonCenten: number | null;
};
/** Between which amounts the loan will be; equal when the minimum wage is known. DUO decides. */
export type Leenruimte = { minstensCenten: number; hoogstensCenten: number };

/** Ri2021 art. 6.1, 6.8: without the minimum wage the least is what the income alone leaves, the most the whole loan. */
export function leenruimte(vraag: Inkomensvraag, vandaag: Dag): Leenruimte {
	const { belastbaarMinimumloonCenten: loon, ...rest } = vraag;
	const maximum = (belastbaarMinimumloonCenten: number) => {
		const facts: Facts = { peildatum: vandaag, groep: 'gezin_overig', ...rest, belastbaarMinimumloonCenten };
		return lening(facts, groep(facts)).maximumCenten ?? 0;
	};
	if (loon !== null) return { minstensCenten: maximum(loon), hoogstensCenten: maximum(loon) };
	return { minstensCenten: maximum(0), hoogstensCenten: parameter('leningMaximum', vandaag) };
}

/** Ri2021 art. 6.8: the year of which DUO takes the income. */
export const toetsjaar = (vandaag: Dag): number => vandaag.year - parameter('toetsingsinkomenJaren', vandaag);

/** Left in the loan, left in the term, cost to finish. */
export type Rest = {
	/** Cents of the loan that are left; 0: used up. */
	leningOverCenten: number;
	isLeningOp: boolean;
	/** Cents that the loan does not pay of what is known of the cost; 0: it pays all of that. */
	zelfCenten: number;
	/** Days left in the term, today not counted; null: not known; 0: it is over or ends today. */
	dagenOver: number | null;
	/** Does the course end in the term? Null: not known. */
	isOpTijd: boolean | null;
};

/** The loan as the person enters it against the cost: what is left to pay, and whether the term is long enough. */
export function rest(invoer: {
	leningCenten: number;
	gebruiktCenten: number;
	kostenCenten: number;
	vandaag: Dag;
	laatsteDag: Dag | null;
	einde: Dag | null;
}): Rest {
	const over = Math.max(0, invoer.leningCenten - invoer.gebruiktCenten);
	const { laatsteDag, einde, vandaag } = invoer;
	const isOver = laatsteDag && isVoor(laatsteDag, vandaag);
	return {
		leningOverCenten: over,
		isLeningOp: over === 0,
		zelfCenten: Math.max(0, invoer.kostenCenten - over),
		dagenOver: laatsteDag && (isOver ? 0 : dagenTussen(vandaag, laatsteDag)),
		isOpTijd: laatsteDag && einde && !isNa(einde, laatsteDag)
	};
}

export const kostenposten = ['cursus', 'examens', 'module_map', 'pvt', 'intake', 'begeleiding'] as const;
export type Kostenpost = (typeof kostenposten)[number];
export type Betaler = 'zelf' | 'gemeente' | 'rijk' | 'niemand';

/**
 * Wi2021 art. 13, 16, 19, 20: who pays what (rules.md R-30). `zelf` may borrow; `rijk` pays the first two attempts;
 * `niemand`: the law gives no maatschappelijke begeleiding.
 */
export function wieBetaalt(groep: Groep): Record<Kostenpost, Betaler> {
	const isAsiel = groep === 'asiel';
	return {
		cursus: isAsiel ? 'gemeente' : 'zelf',
		examens: isAsiel ? 'rijk' : 'zelf',
		module_map: 'gemeente',
		pvt: 'gemeente',
		intake: 'gemeente',
		begeleiding: isAsiel ? 'gemeente' : 'niemand'
	};
}
