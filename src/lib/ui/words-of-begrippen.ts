import type { Begrip, BegripGroep, Getal, GetalNaam } from '#lib/domain/wet/begrippen.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { PictogramName } from './pictograms.ts';
import type { Words } from './words.ts';

type In = { locale?: Locale };
type Said<Inputs> = (inputs: Inputs, language?: In) => string;
/** `term` and `voluit` are the words of the law: Dutch in every language. */
type Woorden<Namen extends string> = {
	term: string;
	voluit?: string;
	icon: PictogramName;
	titel: Said<Record<never, never>>;
	wat: Said<Record<Namen, string>>;
	u: Said<Record<Namen, string>>;
	doen: Said<Record<Namen, string>>;
};

export const begripWords: { [B in Begrip]: Woorden<GetalNaam<B>> } = {
	pip: {
		term: 'PIP',
		voluit: 'persoonlijk plan inburgering en participatie',
		icon: 'plan',
		titel: m.uitleg_pip_titel,
		wat: m.uitleg_pip_wat,
		u: m.uitleg_pip_u,
		doen: m.uitleg_pip_doen
	},
	'brede-intake': {
		term: 'Brede intake',
		icon: 'intake',
		titel: m.uitleg_brede_intake_titel,
		wat: m.uitleg_brede_intake_wat,
		u: m.uitleg_brede_intake_u,
		doen: m.uitleg_brede_intake_doen
	},
	leerbaarheidstoets: {
		term: 'Leerbaarheidstoets',
		icon: 'test',
		titel: m.uitleg_leerbaarheidstoets_titel,
		wat: m.uitleg_leerbaarheidstoets_wat,
		u: m.uitleg_leerbaarheidstoets_u,
		doen: m.uitleg_leerbaarheidstoets_doen
	},
	leerroute: {
		term: 'Leerroute',
		icon: 'route',
		titel: m.uitleg_leerroute_titel,
		wat: m.uitleg_leerroute_wat,
		u: m.uitleg_leerroute_u,
		doen: m.uitleg_leerroute_doen
	},
	'b1-route': {
		term: 'B1-route',
		icon: 'language',
		titel: m.uitleg_b1_route_titel,
		wat: m.uitleg_b1_route_wat,
		u: m.uitleg_b1_route_u,
		doen: m.uitleg_b1_route_doen
	},
	onderwijsroute: {
		term: 'Onderwijsroute',
		icon: 'school',
		titel: m.uitleg_onderwijsroute_titel,
		wat: m.uitleg_onderwijsroute_wat,
		u: m.uitleg_onderwijsroute_u,
		doen: m.uitleg_onderwijsroute_doen
	},
	'z-route': {
		term: 'Z-route',
		voluit: 'zelfredzaamheidsroute',
		icon: 'selfReliance',
		titel: m.uitleg_z_route_titel,
		wat: m.uitleg_z_route_wat,
		u: m.uitleg_z_route_u,
		doen: m.uitleg_z_route_doen
	},
	schakelen: {
		term: 'Schakelen',
		icon: 'routeSwitch',
		titel: m.uitleg_schakelen_titel,
		wat: m.uitleg_schakelen_wat,
		u: m.uitleg_schakelen_u,
		doen: m.uitleg_schakelen_doen
	},
	afschalen: {
		term: 'Afschalen',
		icon: 'down',
		titel: m.uitleg_afschalen_titel,
		wat: m.uitleg_afschalen_wat,
		u: m.uitleg_afschalen_u,
		doen: m.uitleg_afschalen_doen
	},
	voortgangsgesprek: {
		term: 'Voortgangsgesprek',
		icon: 'talk',
		titel: m.uitleg_voortgangsgesprek_titel,
		wat: m.uitleg_voortgangsgesprek_wat,
		u: m.uitleg_voortgangsgesprek_u,
		doen: m.uitleg_voortgangsgesprek_doen
	},
	inburgeringsaanbod: {
		term: 'Inburgeringsaanbod',
		icon: 'lesson',
		titel: m.uitleg_inburgeringsaanbod_titel,
		wat: m.uitleg_inburgeringsaanbod_wat,
		u: m.uitleg_inburgeringsaanbod_u,
		doen: m.uitleg_inburgeringsaanbod_doen
	},
	inburgeringstermijn: {
		term: 'Inburgeringstermijn',
		icon: 'term',
		titel: m.uitleg_inburgeringstermijn_titel,
		wat: m.uitleg_inburgeringstermijn_wat,
		u: m.uitleg_inburgeringstermijn_u,
		doen: m.uitleg_inburgeringstermijn_doen
	},
	verwacht: {
		term: 'Verwachte datum',
		icon: 'calendar',
		titel: m.uitleg_verwacht_titel,
		wat: m.uitleg_verwacht_wat,
		u: m.uitleg_verwacht_u,
		doen: m.uitleg_verwacht_doen
	},
	verlenging: {
		term: 'Verlenging',
		icon: 'add',
		titel: m.uitleg_verlenging_titel,
		wat: m.uitleg_verlenging_wat,
		u: m.uitleg_verlenging_u,
		doen: m.uitleg_verlenging_doen
	},
	'einddatum-voorbij': {
		term: 'Einddatum voorbij',
		icon: 'phone',
		titel: m.uitleg_einddatum_voorbij_titel,
		wat: m.uitleg_einddatum_voorbij_wat,
		u: m.uitleg_einddatum_voorbij_u,
		doen: m.uitleg_einddatum_voorbij_doen
	},
	verhuizing: {
		term: 'Verhuizing',
		icon: 'transfer',
		titel: m.uitleg_verhuizing_titel,
		wat: m.uitleg_verhuizing_wat,
		u: m.uitleg_verhuizing_u,
		doen: m.uitleg_verhuizing_doen
	},
	pvt: {
		term: 'PVT',
		voluit: 'participatieverklaringstraject',
		icon: 'pvt',
		titel: m.uitleg_pvt_titel,
		wat: m.uitleg_pvt_wat,
		u: m.uitleg_pvt_u,
		doen: m.uitleg_pvt_doen
	},
	map: {
		term: 'MAP',
		voluit: 'module arbeidsmarkt en participatie',
		icon: 'moduleMap',
		titel: m.uitleg_map_titel,
		wat: m.uitleg_map_wat,
		u: m.uitleg_map_u,
		doen: m.uitleg_map_doen
	},
	knm: {
		term: 'KNM',
		voluit: 'kennis van de Nederlandse maatschappij',
		icon: 'knm',
		titel: m.uitleg_knm_titel,
		wat: m.uitleg_knm_wat,
		u: m.uitleg_knm_u,
		doen: m.uitleg_knm_doen
	},
	examen: {
		term: 'Inburgeringsexamen',
		icon: 'exam',
		titel: m.uitleg_examen_titel,
		wat: m.uitleg_examen_wat,
		u: m.uitleg_examen_u,
		doen: m.uitleg_examen_doen
	},
	uren: {
		term: 'Uren die meetellen',
		icon: 'hours',
		titel: m.uitleg_uren_titel,
		wat: m.uitleg_uren_wat,
		u: m.uitleg_uren_u,
		doen: m.uitleg_uren_doen
	},
	diploma: {
		term: 'Inburgeringsdiploma',
		icon: 'result',
		titel: m.uitleg_diploma_titel,
		wat: m.uitleg_diploma_wat,
		u: m.uitleg_diploma_u,
		doen: m.uitleg_diploma_doen
	},
	kosten: {
		term: 'Kosten',
		icon: 'money',
		titel: m.uitleg_kosten_titel,
		wat: m.uitleg_kosten_wat,
		u: m.uitleg_kosten_u,
		doen: m.uitleg_kosten_doen
	},
	lening: {
		term: 'Lening',
		icon: 'undo',
		titel: m.uitleg_lening_titel,
		wat: m.uitleg_lening_wat,
		u: m.uitleg_lening_u,
		doen: m.uitleg_lening_doen
	},
	ontzorgen: {
		term: 'Ontzorgen',
		icon: 'ontzorgen',
		titel: m.uitleg_ontzorgen_titel,
		wat: m.uitleg_ontzorgen_wat,
		u: m.uitleg_ontzorgen_u,
		doen: m.uitleg_ontzorgen_doen
	},
	'maatschappelijke-begeleiding': {
		term: 'Maatschappelijke begeleiding',
		icon: 'helper',
		titel: m.uitleg_maatschappelijke_begeleiding_titel,
		wat: m.uitleg_maatschappelijke_begeleiding_wat,
		u: m.uitleg_maatschappelijke_begeleiding_u,
		doen: m.uitleg_maatschappelijke_begeleiding_doen
	},
	inburgeringsplicht: {
		term: 'Inburgeringsplicht',
		icon: 'inburgering',
		titel: m.uitleg_inburgeringsplicht_titel,
		wat: m.uitleg_inburgeringsplicht_wat,
		u: m.uitleg_inburgeringsplicht_u,
		doen: m.uitleg_inburgeringsplicht_doen
	},
	bezwaar: {
		term: 'Bezwaar',
		icon: 'edit',
		titel: m.uitleg_bezwaar_titel,
		wat: m.uitleg_bezwaar_wat,
		u: m.uitleg_bezwaar_u,
		doen: m.uitleg_bezwaar_doen
	},
	vrijstelling: {
		term: 'Vrijstelling',
		icon: 'confirm',
		titel: m.uitleg_vrijstelling_titel,
		wat: m.uitleg_vrijstelling_wat,
		u: m.uitleg_vrijstelling_u,
		doen: m.uitleg_vrijstelling_doen
	},
	ontheffing: {
		term: 'Ontheffing',
		icon: 'ill',
		titel: m.uitleg_ontheffing_titel,
		wat: m.uitleg_ontheffing_wat,
		u: m.uitleg_ontheffing_u,
		doen: m.uitleg_ontheffing_doen
	},
	duo: {
		term: 'DUO',
		voluit: 'Dienst Uitvoering Onderwijs',
		icon: 'letter',
		titel: m.uitleg_duo_titel,
		wat: m.uitleg_duo_wat,
		u: m.uitleg_duo_u,
		doen: m.uitleg_duo_doen
	},
	college: {
		term: 'College',
		voluit: 'college van burgemeester en wethouders',
		icon: 'town',
		titel: m.uitleg_college_titel,
		wat: m.uitleg_college_wat,
		u: m.uitleg_college_u,
		doen: m.uitleg_college_doen
	}
};

export const groepWords: Record<BegripGroep, typeof m.uitleg_groep_plan> = {
	plan: m.uitleg_groep_plan,
	tijd: m.uitleg_groep_tijd,
	doen: m.uitleg_groep_doen,
	hulp: m.uitleg_groep_hulp,
	rechten: m.uitleg_groep_rechten
};

/** What the law says stands in Dutch too, also for who has the Dutch beside switched off (ui.md 4.7). */
export function alwaysDutch(text: (language: In) => string): Words {
	const locale = getLocale();
	const own = text({ locale });
	return locale === 'nl' ? own : { own, nl: text({ locale: 'nl' }) };
}

/** A number of the law with its unit: `10 weken`, `3 jaar`, `40 uur`, `2 keer`. */
export function getalWords({ waarde, eenheid }: Getal, language: In): string {
	switch (eenheid) {
		case 'minuten':
			return m.uitleg_uren({ count: waarde / 60 }, language);
		case 'maanden':
			return waarde % 12 === 0
				? m.uitleg_jaren({ count: waarde / 12 }, language)
				: m.uitleg_maanden({ count: waarde }, language);
		case 'weken':
			return m.uitleg_weken({ count: waarde }, language);
		case 'aantal':
			return m.uitleg_keer({ count: waarde }, language);
		case 'dagen':
		case 'centen':
		case 'procent':
			throw new Error(`no sentence of the explanation has ${eenheid}`);
	}
}

export type Onderdeel = 'titel' | 'wat' | 'u' | 'doen';

/** One part of an explanation in one language, with the numbers of the law filled in. */
export function uitlegText(
	begrip: Begrip,
	onderdeel: Onderdeel,
	getallen: Record<string, Getal>,
	language: In
): string {
	const inputs = Object.entries(getallen).map(([naam, getal]) => [naam, getalWords(getal, language)]);
	const say = begripWords[begrip][onderdeel] as Said<Record<string, string>>;
	return say(Object.fromEntries(inputs) as Record<string, string>, language);
}
