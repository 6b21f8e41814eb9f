import type { Begrip } from '#lib/domain/wet/begrippen.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

/** `dutch`: as it stands in a Dutch dictionary, with its article: the same in every language. */
type Ordinary = { dutch: readonly string[]; icon: PictogramName; message: typeof m.woord_afspraak };

/** Ordinary words that somebody meets in the portal, in letters and at the desk. */
const ordinary = {
	afspraak: { dutch: ['de', 'afspraak'], icon: 'appointments', message: m.woord_afspraak },
	bevestigen: { dutch: ['bevestigen'], icon: 'confirm', message: m.woord_bevestigen },
	afzeggen: { dutch: ['afzeggen'], icon: 'remove', message: m.woord_afzeggen },
	verzetten: { dutch: ['verzetten'], icon: 'calendar', message: m.woord_verzetten },
	meenemen: { dutch: ['meenemen'], icon: 'passport', message: m.woord_meenemen },
	opTijd: { dutch: ['op', 'tijd'], icon: 'term', message: m.woord_op_tijd },
	adres: { dutch: ['het', 'adres'], icon: 'place', message: m.woord_adres },
	tolk: { dutch: ['de', 'tolk'], icon: 'interpreter', message: m.woord_tolk },
	gemeente: { dutch: ['de', 'gemeente'], icon: 'town', message: m.woord_gemeente },
	consulent: { dutch: ['de', 'consulent'], icon: 'consultant', message: m.woord_consulent },
	gesprek: { dutch: ['het', 'gesprek'], icon: 'talk', message: m.woord_gesprek },
	brief: { dutch: ['de', 'brief'], icon: 'letter', message: m.woord_brief },
	formulier: { dutch: ['het', 'formulier'], icon: 'intake', message: m.woord_formulier },
	handtekening: { dutch: ['de', 'handtekening'], icon: 'signing', message: m.woord_handtekening },
	identiteitsbewijs: {
		dutch: ['het', 'identiteitsbewijs'],
		icon: 'passport',
		message: m.woord_identiteitsbewijs
	},
	les: { dutch: ['de', 'les'], icon: 'lesson', message: m.woord_les },
	taalschool: { dutch: ['de', 'taalschool'], icon: 'school', message: m.woord_taalschool },
	docent: { dutch: ['de', 'docent'], icon: 'teacher', message: m.woord_docent },
	uren: { dutch: ['de', 'uren'], icon: 'hours', message: m.woord_uren },
	aanwezig: { dutch: ['aanwezig'], icon: 'seen', message: m.woord_aanwezig },
	examen: { dutch: ['het', 'examen'], icon: 'exam', message: m.woord_examen },
	uitslag: { dutch: ['de', 'uitslag'], icon: 'result', message: m.woord_uitslag },
	vraag: { dutch: ['de', 'vraag'], icon: 'question', message: m.woord_vraag },
	antwoord: { dutch: ['het', 'antwoord'], icon: 'send', message: m.woord_antwoord },
	aanmelden: { dutch: ['aanmelden'], icon: 'signIn', message: m.woord_aanmelden }
} satisfies Record<string, Ordinary>;
type Word = keyof typeof ordinary;

type Page = { words: readonly Word[]; begrippen: readonly Begrip[] };

/** What there is to learn on each page of the participant; the key is its address and that of its words. */
const pages = {
	vandaag: {
		words: ['afspraak', 'opTijd', 'adres', 'meenemen', 'bevestigen', 'tolk', 'consulent', 'uren'],
		begrippen: ['inburgeringstermijn', 'pvt', 'map', 'uren']
	},
	pip: {
		words: ['gemeente', 'consulent', 'gesprek', 'handtekening', 'brief', 'les', 'taalschool', 'examen'],
		begrippen: ['pip', 'leerroute', 'inburgeringstermijn', 'pvt', 'map', 'knm', 'voortgangsgesprek', 'ontzorgen', 'bezwaar'] // prettier-ignore
	},
	voortgang: {
		words: ['uren', 'aanwezig', 'les', 'docent', 'taalschool', 'examen', 'uitslag'],
		begrippen: ['uren', 'examen', 'knm', 'pvt', 'map', 'verwacht', 'inburgeringstermijn', 'diploma', 'duo']
	},
	afspraken: {
		words: ['afspraak', 'bevestigen', 'afzeggen', 'verzetten', 'opTijd', 'adres', 'meenemen', 'identiteitsbewijs', 'tolk', 'gesprek'], // prettier-ignore
		begrippen: ['voortgangsgesprek', 'brede-intake', 'pvt', 'map']
	},
	vragen: {
		words: ['vraag', 'antwoord', 'consulent', 'gemeente', 'brief', 'formulier'],
		begrippen: ['bezwaar', 'kosten', 'verlenging', 'duo']
	},
	instellingen: {
		words: ['aanmelden', 'brief', 'gemeente', 'adres', 'consulent', 'vraag'],
		begrippen: ['college', 'maatschappelijke-begeleiding']
	}
} as const satisfies Record<string, Page>;
export type PageOfWords = keyof typeof pages;

export const isPageOfWords = (name: string): name is PageOfWords => Object.hasOwn(pages, name);
export const ordinaryWordsOf = (page: PageOfWords) =>
	pages[page].words.map((word) => ({ ...ordinary[word], dutch: ordinary[word].dutch.join(' ') }));
export const begrippenOf = (page: PageOfWords): readonly Begrip[] => pages[page].begrippen;
