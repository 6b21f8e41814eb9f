import { dagenTussen, plusDagen, type Dag } from './dag.ts';
import { soortenVoor, pipAfspraakSoorten, type PipVoor } from './pipVelden.ts';
import { stockId, type StockZin } from './zinnen.ts';
import { parameter } from './wet/parameters.ts';
import type { AfspraakSoort, Groep, Leerroute, PipThema, Uitvoerder, ZinGebruik } from './vocabulary.ts';

/** One agreement of a template; days are counted from the dagtekening. Absent: to be filled in with the person. */
export type SjabloonAfspraak = {
	thema: PipThema;
	soort: AfspraakSoort;
	uitvoerder: Uitvoerder;
	minutenPerWeek?: number;
	minutenTotaal?: number;
	aantal?: number;
	metWie?: string;
	plaats?: string;
	vanafDagen?: number;
	totDagen?: number;
	zinnen?: ZinGebruik[];
};
/** A plan to start from; `groep` null: for both. */
export type Sjabloon = { leerroute: Leerroute; groep: Groep | null; afspraken: readonly SjabloonAfspraak[] };

type Relatief = { vanaf: Dag | null; tot: Dag | null; vanafDagen: number | null; totDagen: number | null };

/** From when until when, once the dagtekening is known; a day that was typed goes before a count. */
export function dagenVan({ vanaf, tot, vanafDagen, totDagen }: Relatief, dagtekening: Dag) {
	const day = (typed: Dag | null, count: number | null) =>
		typed ?? (count === null ? null : plusDagen(dagtekening, count));
	return { vanaf: day(vanaf, vanafDagen), tot: day(tot, totDagen) };
}

/** Days from `van` until a day, for a template; null without a day, or for one that is over. */
export function dagenTot(van: Dag, dag: Dag | null): number | null {
	const days = dag ? dagenTussen(van, dag) : -1;
	return days < 0 ? null : days;
}

/** What of a template exists for this person: kinds under their theme, and only what such a kind can say. */
export function afsprakenVoor({ afspraken }: Pick<Sjabloon, 'afspraken'>, voor: PipVoor): SjabloonAfspraak[] {
	return afspraken
		.filter(({ thema, soort }) => soortenVoor(thema, voor).includes(soort))
		.map((afspraak) => onlySlots(afspraak));
}

/** Without what this kind of agreement cannot say. */
export function onlySlots(afspraak: SjabloonAfspraak): SjabloonAfspraak {
	const slots = new Set<string>(pipAfspraakSoorten[afspraak.soort].slots);
	const always = ['thema', 'soort', 'uitvoerder', 'zinnen'];
	const slotOf: Record<string, string> = { vanafDagen: 'vanaf', totDagen: 'tot' };
	const kept = Object.entries(afspraak).filter(
		([name]) => always.includes(name) || slots.has(slotOf[name] ?? name)
	);
	return Object.fromEntries(kept) as SjabloonAfspraak;
}

/** The phrases of an agreement that stood at `nr`; a colleague may have moved it since. */
export function zinnenVan(
	afspraken: readonly SjabloonAfspraak[],
	nr: number,
	{ thema, soort }: Pick<SjabloonAfspraak, 'thema' | 'soort'>
): ZinGebruik[] | undefined {
	const isSame = (other: SjabloonAfspraak | undefined) => other?.thema === thema && other.soort === soort;
	return (isSame(afspraken[nr]) ? afspraken[nr] : afspraken.find(isSame))?.zinnen;
}

const zin = (key: StockZin): ZinGebruik[] => [{ zin: stockId(key), slots: {} }];
const van = (
	thema: PipThema,
	soort: AfspraakSoort,
	uitvoerder: Uitvoerder,
	more: Partial<SjabloonAfspraak> = {}
): SjabloonAfspraak => ({ thema, soort, uitvoerder, ...more });

const taal = van('inburgering', 'taalles', 'aanbieder', { vanafDagen: 28, zinnen: zin('pip_lessen') });
const knm = van('inburgering', 'knm_les', 'aanbieder', { vanafDagen: 28 });
const examen = van('inburgering', 'examen', 'inburgeraar', { vanafDagen: 365 });
const maatje = van('participatie', 'taalmaatje', 'samen', { vanafDagen: 60 });
const excursie = van('participatie', 'pvt_excursie', 'gemeente', {
	aantal: 1,
	vanafDagen: 30,
	totDagen: 120
});
const gesprek = van('begeleiding', 'voortgangsgesprek', 'samen', { vanafDagen: 90 });
const tolk = van('begeleiding', 'tolk', 'gemeente', { vanafDagen: 0 });
const begeleiding = van('begeleiding', 'maatschappelijke_begeleiding', 'aanbieder', {
	vanafDagen: 0,
	totDagen: 365
});
const lasten = [
	van('ontzorgen', 'vaste_lasten', 'gemeente', { vanafDagen: 0 }),
	van('ontzorgen', 'budgetcoaching', 'samen', { vanafDagen: 30, totDagen: 180 })
];

/** The hours come from the law, on the day that somebody starts from the template. */
const pvt = (dag: Dag) =>
	van('participatie', 'pvt_bijeenkomst', 'gemeente', {
		minutenTotaal: parameter('pvt', dag),
		vanafDagen: 14,
		totDagen: 120
	});
const praktijk = (dag: Dag) =>
	van('participatie', 'praktijkplaats', 'samen', {
		minutenTotaal: parameter('moduleMapPraktijk', dag),
		vanafDagen: 180,
		totDagen: 545
	});
const map = van('participatie', 'module_map_bijeenkomst', 'gemeente', { vanafDagen: 120, totDagen: 365 });
const alfabet = van('inburgering', 'alfabetisering', 'aanbieder', { vanafDagen: 28 });

export const stockSjablonen = ['b1_asiel', 'b1_gezin', 'onderwijs', 'z_asiel', 'z_gezin'] as const;
export type StockSjabloon = (typeof stockSjablonen)[number];

/** Wi2021 art. 6-9 (rules.md chapters 4 and 5): plans to start from per leerroute and group, with only what applies. */
export function stockSjabloon(key: StockSjabloon, dag: Dag): Sjabloon {
	switch (key) {
		case 'b1_asiel':
			return { leerroute: 'b1', groep: 'asiel', afspraken: [taal, knm, examen, pvt(dag), excursie, map, praktijk(dag), maatje, ...lasten, begeleiding, gesprek, tolk] }; // prettier-ignore
		case 'b1_gezin':
			return { leerroute: 'b1', groep: 'gezin_overig', afspraken: [taal, knm, examen, pvt(dag), excursie, map, praktijk(dag), maatje, gesprek, tolk] }; // prettier-ignore
		case 'onderwijs':
			return { leerroute: 'onderwijs', groep: null, afspraken: [van('inburgering', 'taalschakeltraject', 'aanbieder', { vanafDagen: 28 }), pvt(dag), excursie, maatje, ...lasten, begeleiding, gesprek, tolk] }; // prettier-ignore
		case 'z_asiel':
			return { leerroute: 'z', groep: 'asiel', afspraken: [taal, alfabet, knm, pvt(dag), excursie, map, praktijk(dag), van('participatie', 'vrijwilligerswerk', 'samen', { vanafDagen: 90 }), maatje, ...lasten, begeleiding, gesprek, tolk] }; // prettier-ignore
		case 'z_gezin':
			return { leerroute: 'z', groep: 'gezin_overig', afspraken: [taal, alfabet, knm, pvt(dag), excursie, map, praktijk(dag), maatje, gesprek, tolk] }; // prettier-ignore
	}
}
