import { cursusDoelen, cursusNiveaus, leerroutes, type CursusFeiten } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CursusKolom } from '#lib/domain/cursussen/kolommen.ts';
import type { PictogramName } from '#lib/ui/pictograms.ts';
import { courseLevelWords, courseRouteWords, doelWords } from '#lib/ui/words-of-catalogue.ts';

export type FieldSpec = {
	name: CursusKolom;
	kind: 'text' | 'short' | 'number' | 'day' | 'lines' | 'yes' | 'choice' | 'many';
	isNeeded?: boolean;
	hint?: () => string;
	options?: () => { value: string; text: string }[];
};
/** The form in cards; `feiten`: which group of facts may be out of date there. */
export type FieldGroup = {
	title: () => string;
	icon: PictogramName;
	feiten: readonly CursusFeiten[];
	fields: readonly FieldSpec[];
};

const levels = () => cursusNiveaus.map((value) => ({ value, text: courseLevelWords(value) }));
const ownSource = (source: CursusKolom, day: CursusKolom): FieldSpec[] => [
	{ name: source, kind: 'text', hint: m.admin_cursus_bron_hint },
	{ name: day, kind: 'day' }
];

export const fieldGroups: readonly FieldGroup[] = [
	{
		title: m.admin_cursus_groep_cursus,
		icon: 'course',
		feiten: [],
		fields: [
			{ name: 'aanbieder', kind: 'text', isNeeded: true },
			{ name: 'cursus', kind: 'text', isNeeded: true },
			{ name: 'sleutel', kind: 'short', hint: m.admin_cursus_hint_sleutel },
			{ name: 'route', kind: 'choice', isNeeded: true, options: () => leerroutes.map((value) => ({ value, text: courseRouteWords[value]() })) }, // prettier-ignore
			{ name: 'niveau_van', kind: 'choice', isNeeded: true, options: levels },
			{ name: 'niveau_tot', kind: 'choice', isNeeded: true, options: levels },
			{ name: 'doel', kind: 'choice', options: () => cursusDoelen.map((value) => ({ value, text: doelWords[value]() })) } // prettier-ignore
		]
	},
	{
		title: m.admin_cursus_groep_lestijden,
		icon: 'calendar',
		feiten: ['rooster'],
		fields: [
			{ name: 'uren_nt2', kind: 'number', hint: m.admin_cursus_hint_uren },
			{ name: 'uren_knm', kind: 'number' },
			{ name: 'uren_online', kind: 'number' },
			{ name: 'uren_in_de_klas', kind: 'number' },
			{ name: 'weken', kind: 'number' },
			{ name: 'startdata', kind: 'lines', hint: m.admin_cursus_hint_startdata },
			{ name: 'elke_week', kind: 'yes' },
			{ name: 'rooster', kind: 'lines', hint: m.admin_cursus_hint_rooster },
			...ownSource('rooster_bron', 'rooster_gezien_op')
		]
	},
	{
		title: m.admin_cursus_groep_prijs,
		icon: 'money',
		feiten: ['prijs'],
		fields: [
			{ name: 'prijs_totaal', kind: 'number' },
			{ name: 'prijs_per_uur', kind: 'number' },
			{ name: 'prijs_materiaal', kind: 'number' },
			{ name: 'inbegrepen', kind: 'many' },
			...ownSource('prijs_bron', 'prijs_gezien_op')
		]
	},
	{
		title: m.admin_cursus_groep_keurmerk,
		icon: 'signing',
		feiten: ['keurmerk'],
		fields: [
			{ name: 'keurmerk', kind: 'yes' },
			{ name: 'keurmerk_geldig_tot', kind: 'day' },
			...ownSource('keurmerk_bron', 'keurmerk_gezien_op')
		]
	},
	{
		title: m.admin_cursus_groep_resultaten,
		icon: 'exam',
		feiten: ['slagen', 'tevredenheid'],
		fields: [
			{ name: 'slagingspercentage', kind: 'number' },
			...ownSource('slagen_bron', 'slagen_gezien_op'),
			{ name: 'tevredenheid', kind: 'number' },
			...ownSource('tevredenheid_bron', 'tevredenheid_gezien_op')
		]
	},
	{
		title: m.admin_cursus_groep_plaats,
		icon: 'place',
		feiten: [],
		fields: [
			{ name: 'plaats', kind: 'text' },
			{ name: 'adres', kind: 'text' },
			{ name: 'postcode', kind: 'short' },
			{ name: 'reistijd_minuten', kind: 'number', hint: m.admin_cursus_hint_reistijd },
			{ name: 'kinderopvang', kind: 'yes' },
			{ name: 'groepsgrootte', kind: 'number' },
			{ name: 'talen', kind: 'text', hint: m.admin_cursus_hint_talen }
		]
	},
	{
		title: m.admin_cursus_groep_contact,
		icon: 'phone',
		feiten: [],
		fields: [
			{ name: 'telefoon', kind: 'short' },
			{ name: 'email', kind: 'text' },
			{ name: 'website', kind: 'text' }
		]
	},
	{
		title: m.admin_cursus_groep_bron,
		icon: 'list',
		feiten: ['algemeen'],
		fields: [
			{ name: 'bron', kind: 'text', isNeeded: true },
			{ name: 'gezien_op', kind: 'day', isNeeded: true }
		]
	}
];
