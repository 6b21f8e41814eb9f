import type { Grondslag } from './artikelen.ts';

/** Who decides, and on which articles the outcome rests: constants per subject (contract.md chapter 6). */
export const onderwerpen = {
	toepasselijkeWet: { besluitDoor: 'duo', grondslag: ['Wi2021 art. 54 lid 1'] },
	groep: { besluitDoor: 'duo', grondslag: ['Wi2021 art. 13 lid 1', 'Wi2021 art. 19', 'Bi2021 art. 1.1'] },
	inburgeringsplicht: {
		besluitDoor: 'duo',
		grondslag: [
			'Wi2021 art. 3 lid 1',
			'Wi2021 art. 3 lid 2',
			'Wi2021 art. 4 lid 1',
			'Wi2021 art. 5',
			'Bi2021 art. 2.2'
		]
	},
	pip: {
		besluitDoor: 'college',
		grondslag: [
			'Wi2021 art. 15',
			'Bi2021 art. 5.3 lid 1',
			'Bi2021 art. 5.3 lid 2',
			'Atw art. 1',
			'Atw art. 3',
			'Atw art. 5'
		]
	},
	inburgeringstermijn: {
		besluitDoor: 'duo',
		grondslag: [
			'Wi2021 art. 11 lid 1',
			'Wi2021 art. 11 lid 2',
			'Wi2021 art. 11 lid 3',
			'Wi2021 art. 12',
			'Bi2021 art. 2.1 lid 2',
			'Bi2021 art. 4.2'
		]
	},
	verlenging: {
		besluitDoor: 'duo',
		grondslag: ['Wi2021 art. 12', 'Bi2021 art. 4.3', 'Bi2021 art. 4.4', 'Bi2021 art. 4.5', 'Ri2021 art. 4.1']
	},
	inburgeringsaanbod: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 16', 'Ri2021 art. 4.1 lid 1 onder g']
	},
	leerroute: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 7', 'Wi2021 art. 8', 'Wi2021 art. 9', 'Wi2021 art. 17 lid 2', 'Bi2021 art. 5.4']
	},
	afschalen: { besluitDoor: 'college', grondslag: ['Wi2021 art. 17 lid 3', 'Bi2021 art. 5.5'] },
	examen: {
		besluitDoor: 'duo',
		grondslag: ['Bi2021 art. 3.7 lid 2', 'Bi2021 art. 3.14 lid 7', 'Ri2021 art. 3.5']
	},
	pvt: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 6 lid 3', 'Wi2021 art. 6 lid 4', 'Wi2021 art. 6 lid 5', 'Bi2021 art. 3.1']
	},
	moduleMap: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 6 lid 6', 'Wi2021 art. 8 lid 3', 'Bi2021 art. 3.2', 'Ri2021 art. 3.1']
	},
	z: { besluitDoor: 'college', grondslag: ['Wi2021 art. 9', 'Bi2021 art. 3.14', 'Ri2021 art. 3.16'] },
	voltooiing: {
		besluitDoor: 'duo',
		grondslag: [
			'Wi2021 art. 6 lid 1',
			'Wi2021 art. 6 lid 2',
			'Wi2021 art. 8 lid 3',
			'Wi2021 art. 8 lid 4',
			'Bi2021 art. 3.15',
			'Bi2021 art. 3.16'
		]
	},
	traject: {
		besluitDoor: 'duo',
		grondslag: ['Wi2021 art. 3 lid 1', 'Wi2021 art. 6 lid 1', 'Wi2021 art. 11 lid 1']
	},
	ontzorgen: { besluitDoor: 'college', grondslag: ['Pw art. 56a lid 1', 'Pw art. 56a lid 2'] },
	maatschappelijkeBegeleiding: { besluitDoor: 'college', grondslag: ['Wi2021 art. 13', 'Bi2021 art. 5.1'] },
	bezwaar: {
		besluitDoor: 'college',
		grondslag: ['Awb art. 6:7', 'Awb art. 6:8', 'Awb art. 6:16', 'Atw art. 1']
	},
	voortgangsgesprekken: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 17 lid 1', 'Bi2021 art. 5.3 lid 4']
	},
	verhuizing: {
		besluitDoor: 'college',
		grondslag: ['Wi2021 art. 15 lid 4', 'Bi2021 art. 5.3 lid 3', 'Atw art. 1']
	},
	lening: {
		besluitDoor: 'duo',
		grondslag: ['Wi2021 art. 19', 'Wi2021 art. 20', 'Bi2021 art. 6.2', 'Ri2021 art. 6.1', 'Ri2021 art. 6.8']
	},
	elip: { besluitDoor: 'duo', grondslag: ['Bi2021 art. 12.1a lid 4'] },
	handhaving: {
		besluitDoor: null,
		grondslag: ['HvJ EU 4 februari 2025, C-158/23', 'RvS 9 juli 2025', 'RvS 18 februari 2026']
	},
	lokaalBeleid: { besluitDoor: 'college', grondslag: ['lokaal beleid'] }
} as const satisfies Record<
	string,
	{ besluitDoor: 'college' | 'duo' | null; grondslag: readonly Grondslag[] }
>;

export type OnderwerpNaam = keyof typeof onderwerpen;
