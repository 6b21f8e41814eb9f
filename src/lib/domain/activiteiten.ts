import type { AfspraakSoort, EnrolmentKind } from './vocabulary.ts';

/** Under which kind of agreement an activity stands in a PIP. */
export const soortVanActiviteit: Record<EnrolmentKind, AfspraakSoort> = {
	taalcursus: 'taalles',
	knm_cursus: 'knm_les',
	alfabetisering: 'alfabetisering',
	taalschakeltraject: 'taalschakeltraject',
	pvt: 'pvt_bijeenkomst',
	module_map: 'module_map_bijeenkomst',
	praktijkplaats: 'praktijkplaats',
	vrijwilligerswerk: 'vrijwilligerswerk',
	workshop: 'workshop',
	sport: 'sport',
	taalmaatje: 'taalmaatje'
};

type Les = { weekday: number; from: string; until: string };
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
/** Minutes that the lessons of one week take together. */
export const minutenVan = (week: readonly Les[]): number =>
	week.reduce((sum, { from, until }) => sum + minuteOf(until) - minuteOf(from), 0);
