import type { Dag } from '#lib/domain/dag.ts';
import type { Grondslag } from './artikelen.ts';
import { onderwerpen } from './grondslagen.ts';
import { parameter, parameters, type Parameter, type ParameterNaam } from './parameters.ts';

/** Under which heading a word stands. */
export const begripGroups = ['plan', 'tijd', 'doen', 'hulp', 'rechten'] as const;
export type BegripGroup = (typeof begripGroups)[number];

type Decider = 'college' | 'duo';
type Explained = {
	group: BegripGroup;
	besluitDoor: readonly Decider[];
	grondslag: readonly Grondslag[];
	/** The numbers of the law that its sentences hold, under the name they have there. */
	numbers: Readonly<Record<string, ParameterNaam>>;
	related: readonly string[];
};

const college: readonly Decider[] = ['college'];
const duo: readonly Decider[] = ['duo'];

/** Every word of the law that a page explains; the key is its address, `/uitleg/<key>`. */
export const begrippen = {
	pip: {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 15', 'Bi2021 art. 5.3 lid 1', 'Bi2021 art. 5.3 lid 4'],
		numbers: { termijn: 'pipTermijn' },
		related: ['leerroute', 'inburgeringstermijn', 'bezwaar']
	},
	'brede-intake': {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Bi2021 art. 5.2'],
		numbers: {},
		related: ['leerbaarheidstoets', 'pip']
	},
	leerbaarheidstoets: {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Ri2021 art. 5.1'],
		numbers: {},
		related: ['brede-intake', 'leerroute']
	},
	leerroute: {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 7', 'Wi2021 art. 8', 'Wi2021 art. 9'],
		numbers: {},
		related: ['b1-route', 'onderwijsroute', 'z-route', 'schakelen']
	},
	'b1-route': {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 7'],
		numbers: {},
		related: ['examen', 'knm', 'afschalen']
	},
	onderwijsroute: {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 8', 'Wi2021 art. 8 lid 3', 'Bi2021 art. 5.4'],
		numbers: {},
		related: ['leerroute', 'pvt', 'schakelen']
	},
	'z-route': {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 9', 'Bi2021 art. 3.14', 'Ri2021 art. 3.16'],
		numbers: { cursus: 'zCursus', participatie: 'zParticipatie' },
		related: ['uren', 'pvt', 'map']
	},
	schakelen: {
		group: 'plan',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 17 lid 2', 'Bi2021 art. 5.4'],
		numbers: { termijn: 'schakelen' },
		related: ['leerroute', 'afschalen']
	},
	afschalen: {
		group: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.afschalen.grondslag,
		numbers: { uren: 'afschalenNt2' },
		related: ['b1-route', 'examen', 'schakelen']
	},
	voortgangsgesprek: {
		group: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.voortgangsgesprekken.grondslag,
		numbers: {},
		related: ['pip', 'college']
	},
	inburgeringsaanbod: {
		group: 'plan',
		besluitDoor: college,
		grondslag: onderwerpen.inburgeringsaanbod.grondslag,
		numbers: {},
		related: ['kosten', 'lening', 'verlenging']
	},
	inburgeringstermijn: {
		group: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 11 lid 2', 'Wi2021 art. 11 lid 3'],
		numbers: { termijn: 'inburgeringstermijn' },
		related: ['verwacht', 'verlenging', 'pip']
	},
	verwacht: {
		group: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 11 lid 2'],
		numbers: {},
		related: ['inburgeringstermijn', 'duo']
	},
	verlenging: {
		group: 'tijd',
		besluitDoor: duo,
		grondslag: onderwerpen.verlenging.grondslag,
		numbers: { vooraf: 'verlengingAanvraag' },
		related: ['inburgeringstermijn', 'duo']
	},
	'einddatum-voorbij': {
		group: 'tijd',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 12'],
		numbers: {},
		related: ['verlenging', 'inburgeringstermijn']
	},
	verhuizing: {
		group: 'tijd',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 15 lid 4', 'Bi2021 art. 5.3 lid 3'],
		numbers: { termijn: 'pipTermijnNaVerhuizing' },
		related: ['pip', 'inburgeringstermijn']
	},
	pvt: {
		group: 'doen',
		besluitDoor: college,
		grondslag: onderwerpen.pvt.grondslag,
		numbers: { uren: 'pvt' },
		related: ['map', 'uren']
	},
	map: {
		group: 'doen',
		besluitDoor: college,
		grondslag: onderwerpen.moduleMap.grondslag,
		numbers: { uren: 'moduleMapPraktijk' },
		related: ['pvt', 'uren']
	},
	knm: {
		group: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 7', 'Bi2021 art. 3.14', 'Bi2021 art. 3.14 lid 7'],
		numbers: {},
		related: ['examen', 'b1-route', 'z-route']
	},
	examen: {
		group: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 7', ...onderwerpen.examen.grondslag],
		numbers: { pogingen: 'kostelozePogingen' },
		related: ['knm', 'kosten', 'diploma']
	},
	uren: {
		group: 'doen',
		besluitDoor: college,
		grondslag: ['Bi2021 art. 3.1', 'Ri2021 art. 3.1', 'Bi2021 art. 3.14', 'Bi2021 art. 5.5'],
		numbers: {},
		related: ['pvt', 'map', 'z-route']
	},
	diploma: {
		group: 'doen',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 6 lid 2', 'Bi2021 art. 3.15', 'Bi2021 art. 3.16'],
		numbers: {},
		related: ['examen', 'duo']
	},
	kosten: {
		group: 'hulp',
		besluitDoor: ['college', 'duo'],
		grondslag: ['Wi2021 art. 16', 'Wi2021 art. 19', 'Bi2021 art. 3.7 lid 2', 'Ri2021 art. 3.5'],
		numbers: { pogingen: 'kostelozePogingen' },
		related: ['lening', 'inburgeringsaanbod', 'examen']
	},
	lening: {
		group: 'hulp',
		besluitDoor: duo,
		grondslag: onderwerpen.lening.grondslag,
		numbers: {},
		related: ['kosten', 'duo']
	},
	ontzorgen: {
		group: 'hulp',
		besluitDoor: college,
		grondslag: onderwerpen.ontzorgen.grondslag,
		numbers: { termijn: 'ontzorgen' },
		related: ['maatschappelijke-begeleiding', 'college']
	},
	'maatschappelijke-begeleiding': {
		group: 'hulp',
		besluitDoor: college,
		grondslag: onderwerpen.maatschappelijkeBegeleiding.grondslag,
		numbers: {},
		related: ['ontzorgen', 'college']
	},
	inburgeringsplicht: {
		group: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 3 lid 1', 'Wi2021 art. 3 lid 2', 'Wi2021 art. 6 lid 1', 'Bi2021 art. 9.1'],
		numbers: {},
		related: ['vrijstelling', 'ontheffing', 'duo']
	},
	bezwaar: {
		group: 'rechten',
		besluitDoor: ['college', 'duo'],
		grondslag: onderwerpen.bezwaar.grondslag,
		numbers: { termijn: 'bezwaar' },
		related: ['pip', 'college', 'duo']
	},
	vrijstelling: {
		group: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 4 lid 1'],
		numbers: {},
		related: ['ontheffing', 'inburgeringsplicht']
	},
	ontheffing: {
		group: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 5'],
		numbers: {},
		related: ['vrijstelling', 'verlenging']
	},
	duo: {
		group: 'rechten',
		besluitDoor: duo,
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 12', 'Bi2021 art. 9.1'],
		numbers: {},
		related: ['inburgeringstermijn', 'verlenging', 'examen']
	},
	college: {
		group: 'rechten',
		besluitDoor: college,
		grondslag: ['Wi2021 art. 14', 'Wi2021 art. 15', 'Wi2021 art. 17 lid 1'],
		numbers: {},
		related: ['pip', 'bezwaar']
	}
} as const satisfies Record<string, Explained>;

export type Begrip = keyof typeof begrippen;
/** The names of the numbers in the sentences of a word. */
export type NumberName<B extends Begrip> = keyof (typeof begrippen)[B]['numbers'] & string;
export type LegalNumber = { waarde: number; eenheid: Parameter['eenheid'] };

export const isBegrip = (text: string): text is Begrip => Object.hasOwn(begrippen, text);

export const begrippenIn = (group: BegripGroup): Begrip[] =>
	Object.keys(begrippen).filter((key): key is Begrip => isBegrip(key) && begrippen[key].group === group);

/** The numbers of a word as they hold on `dag`. */
export function numbersOf(begrip: Begrip, dag: Dag): Record<string, LegalNumber> {
	const sources: Explained['numbers'] = begrippen[begrip].numbers;
	return Object.fromEntries(
		Object.entries(sources).map(([name, source]) => [
			name,
			{ waarde: parameter(source, dag), eenheid: parameters[source].eenheid }
		])
	);
}
