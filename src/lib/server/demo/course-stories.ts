import type { CursusDoel, CursusInbegrepen, CursusNiveau, Leerroute } from '#lib/domain/vocabulary.ts';
import type { GemeenteKey } from './places.ts';
import { week } from './tell.ts';

/** One invented course. Days are counted from today: `starts` in working days ahead, the others in days ago or ahead. */
export interface CourseStory {
	key: string;
	gemeente?: GemeenteKey;
	name: string;
	route: Leerroute;
	levels: [CursusNiveau, CursusNiveau];
	goal?: CursusDoel;
	/** Hours of NT2 and of KNM, and how many of all of them are online. */
	hours?: [nt2: number, knm?: number, online?: number];
	weeks?: number;
	/** Euros: the whole course, an hour, and what must be bought besides. */
	price?: { total?: number; hour?: number; material?: number; checked?: number };
	includes?: CursusInbegrepen[];
	starts?: number[];
	continuous?: true;
	schedule?: { weekday: number; from: string; until: string }[];
	place?: string;
	travel?: number;
	childcare?: boolean;
	group?: number;
	languages?: string[];
	passed?: { percent: number; checked?: number };
	satisfied?: { tenths: number; checked?: number };
	/** Absent: nobody knows. `until` in days from today: negative is over. */
	keurmerk?: { has: boolean; until?: number; checked?: number };
	/** Days ago that somebody looked at the rest. */
	checked?: number;
}
export interface Provider {
	name: string;
	place?: string;
	address?: string;
	postcode?: string;
	phone?: string;
	site?: string;
	courses: CourseStory[];
}

const ochtend = (days: number[]) => week(days, '09:00', '11:45');
const middag = (days: number[]) => week(days, '13:00', '15:45');
const avond = (days: number[]) => week(days, '18:30', '21:15');

/** Cheap and dear, near and far, with and without a keurmerk, by day and by night, and some of which little is known. */
export const providers: Provider[] = [
	{
		name: 'Taalschool De Brug',
		place: 'Waterrijk',
		address: 'Sluiskade 18',
		postcode: '9992 BC',
		phone: '0399 20 10 10',
		site: 'debrug',
		courses: [
			{
				key: 'brug-b1-avond',
				name: 'Nederlands naar B1, avond',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'staatsexamen',
				hours: [500, 30, 50],
				price: { total: 6450, hour: 12.9 },
				weeks: 65,
				includes: ['boeken', 'knm', 'oefenexamens'],
				starts: [12, 58],
				schedule: avond([1, 2, 4]),
				travel: 10,
				childcare: false,
				group: 14,
				passed: { percent: 78 },
				satisfied: { tenths: 82 },
				keurmerk: { has: true, until: 300 }
			},
			{
				key: 'brug-b1-ochtend',
				name: 'Nederlands naar B1, ochtend',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'staatsexamen',
				hours: [600, 30],
				price: { total: 7200, hour: 12 },
				weeks: 77,
				includes: ['boeken', 'knm', 'oefenexamens'],
				starts: [7, 70],
				schedule: ochtend([1, 2, 4]),
				travel: 10,
				childcare: true,
				group: 15,
				passed: { percent: 74 },
				satisfied: { tenths: 80 },
				keurmerk: { has: true, until: 300 }
			},
			{
				key: 'brug-z',
				name: 'Z-route, rustige groep',
				route: 'z',
				levels: ['a0', 'a2'],
				goal: 'zelfredzaamheid',
				hours: [700, 100],
				price: { total: 8800, hour: 11 },
				weeks: 145,
				includes: ['boeken', 'knm'],
				starts: [20],
				schedule: ochtend([1, 4]),
				travel: 10,
				childcare: true,
				group: 10,
				satisfied: { tenths: 88 },
				keurmerk: { has: true, until: 300 }
			},
			{
				key: 'brug-alfa',
				name: 'Leren lezen en schrijven',
				route: 'z',
				levels: ['alfa', 'a1'],
				goal: 'alfabetisering',
				hours: [420],
				price: { total: 4200, hour: 10, material: 45 },
				weeks: 51,
				continuous: true,
				schedule: ochtend([1, 3, 5]),
				travel: 10,
				childcare: true,
				group: 8,
				languages: ['ar', 'ti'],
				satisfied: { tenths: 90 },
				keurmerk: { has: true, until: 300 }
			}
		]
	},
	{
		name: 'Delta Talen',
		place: 'Heuvelstad',
		address: 'Stationsstraat 4',
		postcode: '9981 AC',
		phone: '0397 60 44 00',
		site: 'deltatalen',
		courses: [
			{
				key: 'delta-snel',
				name: 'Snel naar B1',
				route: 'b1',
				levels: ['a2', 'b1'],
				goal: 'staatsexamen',
				hours: [200, 15, 20],
				price: { total: 3980, hour: 19.9, material: 120 },
				weeks: 18,
				includes: ['oefenexamens', 'intake'],
				starts: [15, 45],
				schedule: week([2, 3, 4, 5], '09:30', '12:30'),
				travel: 35,
				childcare: false,
				group: 8,
				languages: ['en', 'tr'],
				passed: { percent: 86 },
				satisfied: { tenths: 78 },
				keurmerk: { has: true, until: 90 },
				checked: 35
			},
			{
				key: 'delta-zaterdag',
				name: 'B1 op zaterdag',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'staatsexamen',
				hours: [360, 0, 90],
				price: { total: 5760, hour: 16 },
				weeks: 60,
				includes: ['oefenexamens'],
				starts: [23],
				schedule: week([6], '09:30', '15:30'),
				travel: 35,
				childcare: false,
				group: 12,
				languages: ['en'],
				passed: { percent: 69 },
				checked: 35,
				keurmerk: { has: true, until: 90 }
			},
			{
				key: 'delta-b2',
				name: 'Van B1 naar B2',
				route: 'onderwijs',
				levels: ['b1', 'b2'],
				goal: 'opleiding',
				hours: [240, 0, 60],
				price: { total: 4560, hour: 19 },
				weeks: 30,
				includes: ['oefenexamens'],
				starts: [30],
				schedule: avond([1, 3]),
				travel: 35,
				group: 10,
				passed: { percent: 81 },
				keurmerk: { has: true, until: 90 },
				checked: 35
			}
		]
	},
	{
		name: 'NT2 Thuis',
		place: 'Online',
		phone: '0399 20 88 00',
		site: 'nt2thuis',
		courses: [
			{
				key: 'thuis-b1',
				name: 'B1 helemaal online',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'inburgeringsexamen',
				hours: [300, 20, 320],
				price: { total: 2490, hour: 7.8 },
				weeks: 50,
				includes: ['knm', 'online_oefenen'],
				starts: [3, 13, 23],
				schedule: week([1, 3], '19:00', '20:30'),
				travel: 0,
				childcare: false,
				group: 20,
				languages: ['en', 'ar', 'es'],
				checked: 5,
				keurmerk: { has: false, checked: 5 }
			},
			{
				key: 'thuis-knm',
				name: 'Alleen KNM, online',
				route: 'b1',
				levels: ['a2', 'b1'],
				goal: 'knm',
				hours: [0, 24, 24],
				price: { total: 285, hour: 11.9 },
				weeks: 8,
				continuous: true,
				includes: ['oefenexamens'],
				schedule: week([5], '19:00', '22:00'),
				travel: 0,
				group: 25,
				languages: ['en', 'ar', 'es', 'tr'],
				checked: 5,
				keurmerk: { has: false, checked: 5 }
			},
			{
				key: 'thuis-duo',
				name: 'B1 met eigen docent, online',
				route: 'b1',
				levels: ['a0', 'b1'],
				goal: 'staatsexamen',
				hours: [240, 20, 260],
				price: { total: 8320, hour: 32 },
				weeks: 65,
				includes: ['boeken', 'knm', 'oefenexamens'],
				continuous: true,
				schedule: week([2, 4], '20:00', '22:00'),
				travel: 0,
				group: 1,
				languages: ['en', 'tr', 'es', 'fr'],
				satisfied: { tenths: 91 },
				keurmerk: { has: true, until: 420 }
			}
		]
	},
	{
		name: 'Regiocollege Waterrijk',
		place: 'Waterrijk',
		address: 'Beukenlaan 70',
		postcode: '9994 KL',
		phone: '0399 20 30 30',
		site: 'regiocollege',
		courses: [
			{
				key: 'regio-schakel',
				name: 'Taalschakeltraject',
				route: 'onderwijs',
				levels: ['a2', 'b2'],
				goal: 'opleiding',
				hours: [1000, 40],
				price: { total: 9850 },
				weeks: 65,
				starts: [60],
				includes: ['boeken', 'knm', 'rekenen', 'studievaardigheden'],
				schedule: week([1, 2, 3, 4], '09:00', '13:00'),
				travel: 20,
				childcare: false,
				group: 18,
				passed: { percent: 71 },
				satisfied: { tenths: 73 },
				keurmerk: { has: true, until: 500 },
				checked: 60
			},
			{
				key: 'regio-schakel-deeltijd',
				name: 'Taalschakeltraject in de avond',
				route: 'onderwijs',
				levels: ['a2', 'b2'],
				goal: 'opleiding',
				hours: [720, 40, 120],
				price: { total: 8900 },
				weeks: 69,
				includes: ['knm', 'rekenen', 'studievaardigheden'],
				starts: [60],
				schedule: avond([1, 2, 3, 4]),
				travel: 20,
				childcare: false,
				group: 20,
				keurmerk: { has: true, until: 500 },
				checked: 60
			},
			{
				key: 'regio-b1-werk',
				name: 'B1 en werken in de zorg',
				route: 'b1',
				levels: ['a2', 'b1'],
				goal: 'werk',
				hours: [400, 20],
				price: { total: 5460, hour: 13 },
				weeks: 38,
				starts: [25],
				includes: ['boeken', 'knm'],
				schedule: week([2, 4], '09:00', '14:30'),
				travel: 20,
				group: 14,
				childcare: false,
				passed: { percent: 66, checked: 400 },
				keurmerk: { has: true, until: 500 }
			}
		]
	},
	{
		name: 'Stichting Vrouwen Leren',
		place: 'Waterrijk',
		address: 'Havenstraat 5',
		postcode: '9992 AD',
		phone: '0399 20 66 10',
		courses: [
			{
				key: 'vrouwen-leren',
				name: 'Nederlands voor moeders',
				route: 'b1',
				levels: ['a0', 'b1'],
				goal: 'inburgeringsexamen',
				hours: [500],
				price: { total: 4750, hour: 9.5 },
				weeks: 100,
				includes: ['boeken', 'kinderopvang'],
				starts: [10],
				schedule: week([2, 5], '09:00', '11:30'),
				travel: 15,
				childcare: true,
				group: 10,
				languages: ['ar', 'tr', 'fa-AF'],
				checked: 20,
				satisfied: { tenths: 93 },
				keurmerk: { has: true, until: 210, checked: 20 }
			},
			{
				key: 'vrouwen-z',
				name: 'Samen Nederlands leren',
				route: 'z',
				levels: ['alfa', 'a1'],
				goal: 'zelfredzaamheid',
				hours: [640, 80],
				price: { total: 6120, hour: 8.5 },
				weeks: 144,
				includes: ['boeken', 'kinderopvang', 'taalmaatje'],
				continuous: true,
				childcare: true,
				travel: 15,
				schedule: week([2, 5], '09:00', '11:30'),
				group: 8,
				languages: ['ar', 'so', 'ti'],
				checked: 20,
				keurmerk: { has: true, until: 210, checked: 20 }
			}
		]
	},
	{
		name: 'Meester Jan',
		place: 'Waterrijk',
		courses: [
			{ key: 'meester-jan', name: 'Privéles Nederlands', route: 'b1', levels: ['a0', 'b1'], price: { hour: 45 }, checked: 400 } // prettier-ignore
		]
	},
	{
		name: 'Inburgeren Snel',
		place: 'Waterrijk',
		postcode: '9991 DD',
		phone: '0399 20 99 00',
		site: 'inburgerensnel',
		courses: [
			{
				key: 'snel-belofte',
				name: 'Binnen 12 weken klaar',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'inburgeringsexamen',
				hours: [120, 12],
				price: { total: 4995 },
				weeks: 12,
				starts: [2, 22],
				schedule: week([1, 2, 3, 4, 5], '18:00', '20:00'),
				travel: 12,
				childcare: false,
				group: 24,
				languages: ['en', 'tr', 'ar'],
				keurmerk: { has: true, until: -20, checked: 190 },
				checked: 200
			},
			{
				key: 'snel-z',
				name: '800 uur in één jaar',
				route: 'z',
				levels: ['a0', 'a2'],
				goal: 'zelfredzaamheid',
				hours: [740, 60, 300],
				price: { total: 9900 },
				weeks: 52,
				starts: [2],
				travel: 12,
				group: 24,
				schedule: week([1, 2, 3, 4, 5], '09:00', '12:00'),
				keurmerk: { has: true, until: -20, checked: 190 },
				checked: 200
			}
		]
	},
	{
		name: 'Taalhuis Eiland',
		place: 'Oostereiland',
		postcode: '9970 AA',
		phone: '0396 30 10 00',
		site: 'taalhuiseiland',
		courses: [
			{
				key: 'eiland-b1',
				name: 'B1 in een kleine groep',
				route: 'b1',
				levels: ['a0', 'b1'],
				goal: 'staatsexamen',
				hours: [450, 30],
				price: { total: 5280, hour: 11 },
				weeks: 60,
				starts: [18],
				includes: ['boeken', 'knm'],
				schedule: middag([1, 3, 4]),
				travel: 95,
				childcare: true,
				group: 6,
				passed: { percent: 91 },
				satisfied: { tenths: 94 },
				keurmerk: { has: true, until: 640 }
			}
		]
	},
	{
		name: 'Volksuniversiteit Waterrijk',
		place: 'Waterrijk',
		address: 'Schoolstraat 30',
		postcode: '9991 CE',
		phone: '0399 20 77 20',
		site: 'vu-waterrijk',
		courses: [
			{
				key: 'vu-a1-a2',
				name: 'Van A1 naar A2',
				route: 'b1',
				levels: ['a1', 'a2'],
				hours: [180],
				goal: 'inburgeringsexamen',
				price: { total: 1350, hour: 7.5, material: 80 },
				weeks: 45,
				starts: [40],
				schedule: week([2, 4], '19:30', '21:30'),
				travel: 8,
				group: 18,
				satisfied: { tenths: 76 },
				childcare: false,
				keurmerk: { has: false, checked: 40 },
				checked: 40
			},
			{
				key: 'vu-a2-b1',
				name: 'Van A2 naar B1',
				route: 'b1',
				levels: ['a2', 'b1'],
				hours: [180],
				goal: 'staatsexamen',
				price: { total: 1350, hour: 7.5, material: 80 },
				weeks: 45,
				starts: [40],
				schedule: week([1, 3], '19:30', '21:30'),
				travel: 8,
				group: 18,
				satisfied: { tenths: 74 },
				childcare: false,
				keurmerk: { has: false, checked: 40 },
				checked: 40
			}
		]
	},
	{
		name: 'Taalpunt Heuvelstad',
		place: 'Heuvelstad',
		address: 'Raadhuisweg 9',
		postcode: '9981 AB',
		phone: '0397 60 10 10',
		site: 'taalpunt',
		courses: [
			{
				key: 'taalpunt-b1',
				gemeente: 'heuvelstad',
				name: 'B1 overdag',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'staatsexamen',
				hours: [560, 40],
				price: { total: 6900, hour: 11.5 },
				weeks: 73,
				starts: [9],
				includes: ['boeken', 'knm', 'oefenexamens'],
				schedule: ochtend([1, 2, 4]),
				travel: 6,
				group: 14,
				childcare: true,
				passed: { percent: 77 },
				keurmerk: { has: true, until: 250 },
				checked: 15
			},
			{
				key: 'taalpunt-avond',
				gemeente: 'heuvelstad',
				name: 'B1 in de avond',
				route: 'b1',
				levels: ['a1', 'b1'],
				goal: 'staatsexamen',
				hours: [480, 40, 100],
				price: { total: 6240, hour: 12 },
				weeks: 95,
				starts: [16],
				includes: ['boeken', 'knm'],
				schedule: avond([2, 4]),
				travel: 6,
				group: 14,
				childcare: false,
				keurmerk: { has: true, until: 250 },
				checked: 15
			},
			{
				key: 'taalpunt-z',
				gemeente: 'heuvelstad',
				name: 'Z-route in het buurthuis',
				route: 'z',
				levels: ['alfa', 'a2'],
				goal: 'zelfredzaamheid',
				hours: [720, 80],
				price: { total: 8400, hour: 10.5 },
				weeks: 97,
				continuous: true,
				schedule: middag([1, 3, 5]),
				travel: 10,
				group: 10,
				childcare: true,
				includes: ['boeken', 'knm', 'taalmaatje'],
				keurmerk: { has: true, until: 250 },
				checked: 15
			}
		]
	},
	{
		name: 'Delta Talen',
		place: 'Heuvelstad',
		address: 'Stationsstraat 4',
		postcode: '9981 AC',
		phone: '0397 60 44 00',
		site: 'deltatalen',
		courses: [
			{
				key: 'delta-snel-heuvelstad',
				gemeente: 'heuvelstad',
				name: 'Snel naar B1',
				route: 'b1',
				levels: ['a2', 'b1'],
				goal: 'staatsexamen',
				hours: [200, 15, 20],
				weeks: 18,
				starts: [15, 45],
				price: { total: 3980, hour: 19.9, material: 120 },
				includes: ['oefenexamens', 'intake'],
				travel: 4,
				schedule: week([2, 3, 4, 5], '09:30', '12:30'),
				childcare: false,
				group: 8,
				languages: ['en', 'tr'],
				passed: { percent: 86 },
				keurmerk: { has: true, until: 90 },
				checked: 35
			},
			{
				key: 'delta-schakel',
				gemeente: 'heuvelstad',
				name: 'Schakelen naar mbo',
				route: 'onderwijs',
				levels: ['a2', 'b1'],
				goal: 'opleiding',
				hours: [800, 40],
				weeks: 60,
				starts: [55],
				travel: 4,
				includes: ['boeken', 'rekenen', 'studievaardigheden'],
				schedule: week([1, 2, 3, 4], '09:00', '12:30'),
				childcare: false,
				group: 16,
				keurmerk: { has: true, until: 90 },
				checked: 260
			},
			{
				key: 'delta-alfa',
				gemeente: 'heuvelstad',
				name: 'Eerste stap: lezen en schrijven',
				route: 'z',
				levels: ['alfa', 'a0'],
				goal: 'alfabetisering',
				hours: [300],
				weeks: 40,
				starts: [12],
				travel: 4,
				price: { total: 3300, hour: 11 },
				schedule: ochtend([2, 3, 5]),
				childcare: false,
				group: 7,
				languages: ['ar', 'ti', 'so'],
				keurmerk: { has: true, until: 90 },
				checked: 35
			}
		]
	},
	{
		name: 'Lessen bij Noor',
		place: 'Heuvelstad',
		courses: [
			{ key: 'noor', gemeente: 'heuvelstad', name: 'Nederlands aan de keukentafel', route: 'b1', levels: ['a0', 'a2'], price: { hour: 20 }, schedule: [], group: 2, checked: 320, keurmerk: { has: false, checked: 320 } } // prettier-ignore
		]
	}
];
