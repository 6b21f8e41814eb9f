import type { Begrip, BegripGroup, LegalNumber, NumberName } from '#lib/domain/wet/begrippen.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { PictogramName } from './pictograms.ts';
import type { Words } from './words.ts';

type In = { locale?: Locale };
type Said<Inputs> = (inputs: Inputs, language?: In) => string;
/** `term` and `inFull` are the words of the law: Dutch in every language. */
type BegripWords<Names extends string> = {
	term: string;
	inFull?: string;
	icon: PictogramName;
	title: Said<Record<never, never>>;
	what: Said<Record<Names, string>>;
	you: Said<Record<Names, string>>;
	todo: Said<Record<Names, string>>;
};

export const begripWords: { [B in Begrip]: BegripWords<NumberName<B>> } = {
	pip: {
		term: 'PIP',
		inFull: 'persoonlijk plan inburgering en participatie',
		icon: 'plan',
		title: m.uitleg_pip_titel,
		what: m.uitleg_pip_wat,
		you: m.uitleg_pip_u,
		todo: m.uitleg_pip_doen
	},
	'brede-intake': {
		term: 'Brede intake',
		icon: 'intake',
		title: m.uitleg_brede_intake_titel,
		what: m.uitleg_brede_intake_wat,
		you: m.uitleg_brede_intake_u,
		todo: m.uitleg_brede_intake_doen
	},
	leerbaarheidstoets: {
		term: 'Leerbaarheidstoets',
		icon: 'test',
		title: m.uitleg_leerbaarheidstoets_titel,
		what: m.uitleg_leerbaarheidstoets_wat,
		you: m.uitleg_leerbaarheidstoets_u,
		todo: m.uitleg_leerbaarheidstoets_doen
	},
	leerroute: {
		term: 'Leerroute',
		icon: 'route',
		title: m.uitleg_leerroute_titel,
		what: m.uitleg_leerroute_wat,
		you: m.uitleg_leerroute_u,
		todo: m.uitleg_leerroute_doen
	},
	'b1-route': {
		term: 'B1-route',
		icon: 'language',
		title: m.uitleg_b1_route_titel,
		what: m.uitleg_b1_route_wat,
		you: m.uitleg_b1_route_u,
		todo: m.uitleg_b1_route_doen
	},
	onderwijsroute: {
		term: 'Onderwijsroute',
		icon: 'school',
		title: m.uitleg_onderwijsroute_titel,
		what: m.uitleg_onderwijsroute_wat,
		you: m.uitleg_onderwijsroute_u,
		todo: m.uitleg_onderwijsroute_doen
	},
	'z-route': {
		term: 'Z-route',
		inFull: 'zelfredzaamheidsroute',
		icon: 'selfReliance',
		title: m.uitleg_z_route_titel,
		what: m.uitleg_z_route_wat,
		you: m.uitleg_z_route_u,
		todo: m.uitleg_z_route_doen
	},
	schakelen: {
		term: 'Schakelen',
		icon: 'routeSwitch',
		title: m.uitleg_schakelen_titel,
		what: m.uitleg_schakelen_wat,
		you: m.uitleg_schakelen_u,
		todo: m.uitleg_schakelen_doen
	},
	afschalen: {
		term: 'Afschalen',
		icon: 'down',
		title: m.uitleg_afschalen_titel,
		what: m.uitleg_afschalen_wat,
		you: m.uitleg_afschalen_u,
		todo: m.uitleg_afschalen_doen
	},
	voortgangsgesprek: {
		term: 'Voortgangsgesprek',
		icon: 'talk',
		title: m.uitleg_voortgangsgesprek_titel,
		what: m.uitleg_voortgangsgesprek_wat,
		you: m.uitleg_voortgangsgesprek_u,
		todo: m.uitleg_voortgangsgesprek_doen
	},
	inburgeringsaanbod: {
		term: 'Inburgeringsaanbod',
		icon: 'lesson',
		title: m.uitleg_inburgeringsaanbod_titel,
		what: m.uitleg_inburgeringsaanbod_wat,
		you: m.uitleg_inburgeringsaanbod_u,
		todo: m.uitleg_inburgeringsaanbod_doen
	},
	inburgeringstermijn: {
		term: 'Inburgeringstermijn',
		icon: 'term',
		title: m.uitleg_inburgeringstermijn_titel,
		what: m.uitleg_inburgeringstermijn_wat,
		you: m.uitleg_inburgeringstermijn_u,
		todo: m.uitleg_inburgeringstermijn_doen
	},
	verwacht: {
		term: 'Verwachte datum',
		icon: 'calendar',
		title: m.uitleg_verwacht_titel,
		what: m.uitleg_verwacht_wat,
		you: m.uitleg_verwacht_u,
		todo: m.uitleg_verwacht_doen
	},
	verlenging: {
		term: 'Verlenging',
		icon: 'add',
		title: m.uitleg_verlenging_titel,
		what: m.uitleg_verlenging_wat,
		you: m.uitleg_verlenging_u,
		todo: m.uitleg_verlenging_doen
	},
	'einddatum-voorbij': {
		term: 'Einddatum voorbij',
		icon: 'phone',
		title: m.uitleg_einddatum_voorbij_titel,
		what: m.uitleg_einddatum_voorbij_wat,
		you: m.uitleg_einddatum_voorbij_u,
		todo: m.uitleg_einddatum_voorbij_doen
	},
	verhuizing: {
		term: 'Verhuizing',
		icon: 'transfer',
		title: m.uitleg_verhuizing_titel,
		what: m.uitleg_verhuizing_wat,
		you: m.uitleg_verhuizing_u,
		todo: m.uitleg_verhuizing_doen
	},
	pvt: {
		term: 'PVT',
		inFull: 'participatieverklaringstraject',
		icon: 'pvt',
		title: m.uitleg_pvt_titel,
		what: m.uitleg_pvt_wat,
		you: m.uitleg_pvt_u,
		todo: m.uitleg_pvt_doen
	},
	map: {
		term: 'MAP',
		inFull: 'module arbeidsmarkt en participatie',
		icon: 'moduleMap',
		title: m.uitleg_map_titel,
		what: m.uitleg_map_wat,
		you: m.uitleg_map_u,
		todo: m.uitleg_map_doen
	},
	knm: {
		term: 'KNM',
		inFull: 'kennis van de Nederlandse maatschappij',
		icon: 'knm',
		title: m.uitleg_knm_titel,
		what: m.uitleg_knm_wat,
		you: m.uitleg_knm_u,
		todo: m.uitleg_knm_doen
	},
	examen: {
		term: 'Inburgeringsexamen',
		icon: 'exam',
		title: m.uitleg_examen_titel,
		what: m.uitleg_examen_wat,
		you: m.uitleg_examen_u,
		todo: m.uitleg_examen_doen
	},
	uren: {
		term: 'Uren die meetellen',
		icon: 'hours',
		title: m.uitleg_uren_titel,
		what: m.uitleg_uren_wat,
		you: m.uitleg_uren_u,
		todo: m.uitleg_uren_doen
	},
	diploma: {
		term: 'Inburgeringsdiploma',
		icon: 'result',
		title: m.uitleg_diploma_titel,
		what: m.uitleg_diploma_wat,
		you: m.uitleg_diploma_u,
		todo: m.uitleg_diploma_doen
	},
	kosten: {
		term: 'Kosten',
		icon: 'money',
		title: m.uitleg_kosten_titel,
		what: m.uitleg_kosten_wat,
		you: m.uitleg_kosten_u,
		todo: m.uitleg_kosten_doen
	},
	lening: {
		term: 'Lening',
		icon: 'undo',
		title: m.uitleg_lening_titel,
		what: m.uitleg_lening_wat,
		you: m.uitleg_lening_u,
		todo: m.uitleg_lening_doen
	},
	ontzorgen: {
		term: 'Ontzorgen',
		icon: 'ontzorgen',
		title: m.uitleg_ontzorgen_titel,
		what: m.uitleg_ontzorgen_wat,
		you: m.uitleg_ontzorgen_u,
		todo: m.uitleg_ontzorgen_doen
	},
	'maatschappelijke-begeleiding': {
		term: 'Maatschappelijke begeleiding',
		icon: 'helper',
		title: m.uitleg_maatschappelijke_begeleiding_titel,
		what: m.uitleg_maatschappelijke_begeleiding_wat,
		you: m.uitleg_maatschappelijke_begeleiding_u,
		todo: m.uitleg_maatschappelijke_begeleiding_doen
	},
	inburgeringsplicht: {
		term: 'Inburgeringsplicht',
		icon: 'inburgering',
		title: m.uitleg_inburgeringsplicht_titel,
		what: m.uitleg_inburgeringsplicht_wat,
		you: m.uitleg_inburgeringsplicht_u,
		todo: m.uitleg_inburgeringsplicht_doen
	},
	bezwaar: {
		term: 'Bezwaar',
		icon: 'edit',
		title: m.uitleg_bezwaar_titel,
		what: m.uitleg_bezwaar_wat,
		you: m.uitleg_bezwaar_u,
		todo: m.uitleg_bezwaar_doen
	},
	vrijstelling: {
		term: 'Vrijstelling',
		icon: 'confirm',
		title: m.uitleg_vrijstelling_titel,
		what: m.uitleg_vrijstelling_wat,
		you: m.uitleg_vrijstelling_u,
		todo: m.uitleg_vrijstelling_doen
	},
	ontheffing: {
		term: 'Ontheffing',
		icon: 'ill',
		title: m.uitleg_ontheffing_titel,
		what: m.uitleg_ontheffing_wat,
		you: m.uitleg_ontheffing_u,
		todo: m.uitleg_ontheffing_doen
	},
	duo: {
		term: 'DUO',
		inFull: 'Dienst Uitvoering Onderwijs',
		icon: 'letter',
		title: m.uitleg_duo_titel,
		what: m.uitleg_duo_wat,
		you: m.uitleg_duo_u,
		todo: m.uitleg_duo_doen
	},
	college: {
		term: 'College',
		inFull: 'college van burgemeester en wethouders',
		icon: 'town',
		title: m.uitleg_college_titel,
		what: m.uitleg_college_wat,
		you: m.uitleg_college_u,
		todo: m.uitleg_college_doen
	}
};

export const groupWords: Record<BegripGroup, typeof m.uitleg_groep_plan> = {
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
export function numberWords({ waarde, eenheid }: LegalNumber, language: In): string {
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

export type Part = 'title' | 'what' | 'you' | 'todo';

/** One part of an explanation in one language, with the numbers of the law filled in. */
export function explanation(
	begrip: Begrip,
	part: Part,
	numbers: Record<string, LegalNumber>,
	language: In
): string {
	const inputs = Object.entries(numbers).map(([name, number]) => [name, numberWords(number, language)]);
	const say = begripWords[begrip][part] as Said<Record<string, string>>;
	return say(Object.fromEntries(inputs) as Record<string, string>, language);
}
