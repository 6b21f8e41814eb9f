import type { Dag } from '#lib/domain/dag.ts';
import type { Grondslag } from './artikelen.ts';
import { onderwerpen } from './grondslagen.ts';
import { parameter, parameters, type Parameter, type ParameterNaam } from './parameters.ts';

/** Under which heading a word stands. */
export const begripGroepen = ['plan', 'tijd', 'doen', 'hulp', 'rechten'] as const;
export type BegripGroep = (typeof begripGroepen)[number];

type Beslisser = 'college' | 'duo';
type Uitgelegd = {
	groep: BegripGroep;
	besluitDoor: readonly Beslisser[];
	grondslag: readonly Grondslag[];
	/** The numbers of the law that its sentences hold, under the name they have there. */
	getallen: Readonly<Record<string, ParameterNaam>>;
	zieOok: readonly string[];
};

const college: readonly Beslisser[] = ['college'];
const duo: readonly Beslisser[] = ['duo'];

/** Every word of the law that a page explains; the key is its address, `/uitleg/<key>`. */
export const begrippen = {
	pip: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 15', 'Bi2021 art. 5.3 lid 1', 'Bi2021 art. 5.3 lid 4'],
		getallen: { termijn: 'pipTermijn' },
		zieOok: ['leerroute', 'inburgeringstermijn', 'bezwaar']
	},
	'brede-intake': {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Bi2021 art. 5.2'],
		getallen: {},
		zieOok: ['leerbaarheidstoets', 'pip']
	},
	leerbaarheidstoets: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Ri2021 art. 5.1'],
		getallen: {},
		zieOok: ['brede-intake', 'leerroute']
	},
	leerroute: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 7', 'Wi2021 art. 8', 'Wi2021 art. 9'],
		getallen: {},
		zieOok: ['b1-route', 'onderwijsroute', 'z-route', 'schakelen']
	},
	'b1-route': {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 7'],
		getallen: {},
		zieOok: ['examen', 'knm', 'afschalen']
	},
	onderwijsroute: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 8', 'Wi2021 art. 8 lid 3', 'Bi2021 art. 5.4'],
		getallen: {},
		zieOok: ['leerroute', 'pvt', 'schakelen']
	},
	'z-route': {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 9', 'Bi2021 art. 3.14', 'Ri2021 art. 3.16'],
		getallen: { cursus: 'zCursus', participatie: 'zParticipatie' },
		zieOok: ['uren', 'pvt', 'map']
	},
	schakelen: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 17 lid 2', 'Bi2021 art. 5.4'],
		getallen: { termijn: 'schakelen' },
		zieOok: ['leerroute', 'afschalen']
	},
	afschalen: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.afschalen.grondslag,
		getallen: { uren: 'afschalenNt2' },
		zieOok: ['b1-route', 'examen', 'schakelen']
	},
	voortgangsgesprek: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.voortgangsgesprekken.grondslag,
		getallen: {},
		zieOok: ['pip', 'college']
	},
	inburgeringsaanbod: {
		groep: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.inburgeringsaanbod.grondslag,
		getallen: {},
		zieOok: ['kosten', 'lening', 'verlenging']
	},
	inburgeringstermijn: {
		groep: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 11 lid 2', 'Wi2021 art. 11 lid 3'],
		getallen: { termijn: 'inburgeringstermijn' },
		zieOok: ['verwacht', 'verlenging', 'pip']
	},
	verwacht: {
		groep: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 11 lid 2'],
		getallen: {},
		zieOok: ['inburgeringstermijn', 'duo']
	},
	verlenging: {
		groep: 'tijd',
		besluitDoor: duo,
		grondslag: onderwerpen.verlenging.grondslag,
		getallen: { vooraf: 'verlengingAanvraag' },
		zieOok: ['inburgeringstermijn', 'duo']
	},
	'einddatum-voorbij': {
		groep: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 12'],
		getallen: {},
		zieOok: ['verlenging', 'inburgeringstermijn']
	},
	verhuizing: {
		groep: 'tijd',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 15 lid 4', 'Bi2021 art. 5.3 lid 3'],
		getallen: { termijn: 'pipTermijnNaVerhuizing' },
		zieOok: ['pip', 'inburgeringstermijn']
	},
	pvt: {
		groep: 'doen',
		besluitDoor: college,
		grondslag: onderwerpen.pvt.grondslag,
		getallen: { uren: 'pvt' },
		zieOok: ['map', 'uren']
	},
	map: {
		groep: 'doen',
		besluitDoor: college,
		grondslag: onderwerpen.moduleMap.grondslag,
		getallen: { uren: 'moduleMapPraktijk' },
		zieOok: ['pvt', 'uren']
	},
	knm: {
		groep: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 7', 'Bi2021 art. 3.14', 'Bi2021 art. 3.14 lid 7'],
		getallen: {},
		zieOok: ['examen', 'b1-route', 'z-route']
	},
	examen: {
		groep: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 7', ...onderwerpen.examen.grondslag],
		getallen: { pogingen: 'kostelozePogingen' },
		zieOok: ['knm', 'kosten', 'diploma']
	},
	uren: {
		groep: 'doen',
		besluitDoor: college,
		grondslag: ['Bi2021 art. 3.1', 'Ri2021 art. 3.1', 'Bi2021 art. 3.14', 'Bi2021 art. 5.5'],
		getallen: {},
		zieOok: ['pvt', 'map', 'z-route']
	},
	diploma: {
		groep: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 6 lid 2', 'Bi2021 art. 3.15', 'Bi2021 art. 3.16'],
		getallen: {},
		zieOok: ['examen', 'duo']
	},
	kosten: {
		groep: 'hulp',
		besluitDoor: ['college', 'duo'],
		grondslag: ['Wi2021 art. 16', 'Wi2021 art. 19', 'Bi2021 art. 3.7 lid 2', 'Ri2021 art. 3.5'],
		getallen: { pogingen: 'kostelozePogingen' },
		zieOok: ['lening', 'inburgeringsaanbod', 'examen']
	},
	lening: {
		groep: 'hulp',
		besluitDoor: duo,
		grondslag: onderwerpen.lening.grondslag,
		getallen: {},
		zieOok: ['kosten', 'duo']
	},
	ontzorgen: {
		groep: 'hulp',
		besluitDoor: college,
		grondslag: onderwerpen.ontzorgen.grondslag,
		getallen: { termijn: 'ontzorgen' },
		zieOok: ['maatschappelijke-begeleiding', 'college']
	},
	'maatschappelijke-begeleiding': {
		groep: 'hulp',
		besluitDoor: college,
		grondslag: onderwerpen.maatschappelijkeBegeleiding.grondslag,
		getallen: {},
		zieOok: ['ontzorgen', 'college']
	},
	inburgeringsplicht: {
		groep: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 3 lid 1', 'Wi2021 art. 3 lid 2', 'Wi2021 art. 6 lid 1', 'Bi2021 art. 9.1'],
		getallen: {},
		zieOok: ['vrijstelling', 'ontheffing', 'duo']
	},
	bezwaar: {
		groep: 'rechten',
		besluitDoor: ['college', 'duo'],
		grondslag: onderwerpen.bezwaar.grondslag,
		getallen: { termijn: 'bezwaar' },
		zieOok: ['pip', 'college', 'duo']
	},
	vrijstelling: {
		groep: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 4 lid 1'],
		getallen: {},
		zieOok: ['ontheffing', 'inburgeringsplicht']
	},
	ontheffing: {
		groep: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 5'],
		getallen: {},
		zieOok: ['vrijstelling', 'verlenging']
	},
	duo: {
		groep: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 12', 'Bi2021 art. 9.1'],
		getallen: {},
		zieOok: ['inburgeringstermijn', 'verlenging', 'examen']
	},
	college: {
		groep: 'rechten',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Wi2021 art. 15', 'Wi2021 art. 17 lid 1'],
		getallen: {},
		zieOok: ['pip', 'bezwaar']
	}
} as const satisfies Record<string, Uitgelegd>;

export type Begrip = keyof typeof begrippen;
/** The names of the numbers in the sentences of a word. */
export type GetalNaam<B extends Begrip> = keyof (typeof begrippen)[B]['getallen'] & string;
export type Getal = { waarde: number; eenheid: Parameter['eenheid'] };

export const isBegrip = (text: string): text is Begrip => Object.hasOwn(begrippen, text);

export const begrippenIn = (groep: BegripGroep): Begrip[] =>
	Object.keys(begrippen).filter((key): key is Begrip => isBegrip(key) && begrippen[key].groep === groep);

/** The numbers of a word as they hold on `dag`. */
export function getallenVan(begrip: Begrip, dag: Dag): Record<string, Getal> {
	const namen: Uitgelegd['getallen'] = begrippen[begrip].getallen;
	return Object.fromEntries(
		Object.entries(namen).map(([naam, bron]) => [
			naam,
			{ waarde: parameter(bron, dag), eenheid: parameters[bron].eenheid }
		])
	);
}
