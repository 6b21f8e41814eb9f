import type { courses } from '../db/schema.ts';
import type { Calendar } from './calendar.ts';
import { demoId } from './ids.ts';
import { gemeenteIds } from './places.ts';
import { week } from './tell.ts';

type Course = typeof courses.$inferInsert;
type Told = Omit<
	Course,
	'id' | 'gemeenteId' | 'startsOn' | 'source' | 'checkedOn' | 'includes' | 'languages'
> &
	Partial<Pick<Course, 'includes' | 'languages' | 'source'>> & {
		key: string;
		/** Working days from now on which a group begins. */
		starts: number[];
		/** Days ago that somebody looked whether it is still so. */
		checked: number;
	};

const euro = (amount: number) => Math.round(amount * 100);
const deBrug = { provider: 'Taalschool De Brug', place: 'Waterrijk', postcode: '9992 BC', phone: '0399 20 10 10', website: 'https://debrug.example' }; // prettier-ignore
const delta = { provider: 'Delta Talen', place: 'Heuvelstad', postcode: '9981 AC', phone: '0397 60 44 00', website: 'https://deltatalen.example' }; // prettier-ignore
const thuis = { provider: 'NT2 Thuis', place: 'Online', postcode: null, phone: '0399 20 88 00', website: 'https://nt2thuis.example' }; // prettier-ignore

/** Courses to choose from: cheap and dear, near and far, with and without a keurmerk, one with almost nothing known. */
const told: Told[] = [
	{
		...deBrug,
		...{
			key: 'brug-b1-avond',
			name: 'Nederlands naar B1, avond',
			route: 'b1',
			levelFrom: 'a1',
			levelTo: 'b1'
		},
		...{ nt2Minutes: 30_000, knmMinutes: 1800, onlineMinutes: 3000, priceTotalCents: euro(6450), pricePerHourCents: euro(12.9) }, // prettier-ignore
		includes: ['boeken', 'knm', 'oefenexamens'],
		schedule: week([1, 2, 4], '18:30', '21:15'),
		...{
			hasChildcare: false,
			groupSize: 14,
			passRatePercent: 78,
			hasKeurmerk: true,
			starts: [12, 58],
			checked: 10
		}
	},
	{
		...deBrug,
		...{
			key: 'brug-b1-ochtend',
			name: 'Nederlands naar B1, ochtend',
			route: 'b1',
			levelFrom: 'a1',
			levelTo: 'b1'
		},
		...{ nt2Minutes: 36_000, knmMinutes: 1800, priceTotalCents: euro(7200), pricePerHourCents: euro(12) },
		includes: ['boeken', 'knm', 'oefenexamens'],
		schedule: week([1, 2, 4], '09:00', '11:45'),
		...{
			hasChildcare: true,
			groupSize: 15,
			passRatePercent: 74,
			hasKeurmerk: true,
			starts: [7, 70],
			checked: 10
		}
	},
	{
		...deBrug,
		...{ key: 'brug-z', name: 'Z-route, rustige groep', route: 'z', levelFrom: 'a0', levelTo: 'a2' },
		...{ nt2Minutes: 42_000, knmMinutes: 6000, priceTotalCents: euro(8800), pricePerHourCents: euro(11) },
		includes: ['boeken', 'knm'],
		schedule: week([1, 4], '09:00', '11:45'),
		...{ hasChildcare: true, groupSize: 10, hasKeurmerk: true, starts: [20], checked: 10 }
	},
	{
		...delta,
		...{ key: 'delta-snel', name: 'Snel naar B1', route: 'b1', levelFrom: 'a2', levelTo: 'b1' },
		...{ nt2Minutes: 12_000, knmMinutes: 900, onlineMinutes: 1200, priceTotalCents: euro(3980), pricePerHourCents: euro(19.9) }, // prettier-ignore
		includes: ['boeken', 'oefenexamens'],
		schedule: week([2, 3, 4, 5], '09:30', '12:30'),
		...{ hasChildcare: false, groupSize: 8, languages: ['en', 'tr'], passRatePercent: 86, hasKeurmerk: true, starts: [15, 45], checked: 35 } // prettier-ignore
	},
	{
		...delta,
		...{ key: 'delta-zaterdag', name: 'B1 op zaterdag', route: 'b1', levelFrom: 'a1', levelTo: 'b1' },
		...{ nt2Minutes: 21_600, onlineMinutes: 5400, priceTotalCents: euro(5760), pricePerHourCents: euro(16) },
		includes: ['oefenexamens'],
		schedule: week([6], '09:30', '15:30'),
		...{ hasChildcare: false, groupSize: 12, languages: ['en'], passRatePercent: 69, hasKeurmerk: true, starts: [23], checked: 35 } // prettier-ignore
	},
	{
		...thuis,
		...{ key: 'thuis-b1', name: 'B1 helemaal online', route: 'b1', levelFrom: 'a1', levelTo: 'b1' },
		...{ nt2Minutes: 18_000, knmMinutes: 1200, onlineMinutes: 18_000, priceTotalCents: euro(2490), pricePerHourCents: euro(8.3) }, // prettier-ignore
		includes: ['knm'],
		schedule: week([1, 3], '19:00', '20:30'),
		...{ hasChildcare: false, groupSize: 20, languages: ['en', 'ar', 'es'], hasKeurmerk: false, starts: [3, 13, 23], checked: 5 } // prettier-ignore
	},
	{
		...{
			key: 'regio-schakel',
			provider: 'Regiocollege Waterrijk',
			name: 'Taalschakeltraject',
			route: 'onderwijs'
		},
		...{ levelFrom: 'a2', levelTo: 'b2', nt2Minutes: 60_000, knmMinutes: 2400, priceTotalCents: euro(9850) },
		includes: ['boeken', 'knm', 'rekenen', 'studievaardigheden'],
		schedule: week([1, 2, 3, 4], '09:00', '13:00'),
		...{
			place: 'Waterrijk',
			postcode: '9994 KL',
			phone: '0399 20 30 30',
			website: 'https://regiocollege.example'
		},
		...{
			hasChildcare: false,
			groupSize: 18,
			passRatePercent: 71,
			hasKeurmerk: true,
			starts: [60],
			checked: 60
		}
	},
	{
		...{
			key: 'vrouwen-leren',
			provider: 'Stichting Vrouwen Leren',
			name: 'Nederlands voor moeders',
			route: 'b1'
		},
		...{
			levelFrom: 'a0',
			levelTo: 'b1',
			nt2Minutes: 30_000,
			pricePerHourCents: euro(9.5),
			priceTotalCents: euro(4750)
		},
		includes: ['boeken', 'kinderopvang'],
		schedule: week([2, 5], '09:00', '11:30'),
		...{ place: 'Waterrijk', postcode: '9992 AD', phone: '0399 20 66 10', hasChildcare: true, groupSize: 10 },
		...{ languages: ['ar', 'tr', 'fa-AF'], hasKeurmerk: true, starts: [10], checked: 20 }
	},
	{
		...{ key: 'meester-jan', provider: 'Meester Jan', name: 'Privéles Nederlands', route: 'b1', levelFrom: 'a0', levelTo: 'b1' }, // prettier-ignore
		...{ place: 'Waterrijk', schedule: [], pricePerHourCents: euro(45), starts: [], checked: 400 }
	}
];

/** The catalogue of the first municipality, as somebody of the municipality keeps it. */
export const courseRows = (days: Calendar): Course[] =>
	told.map(({ key, starts, checked, ...course }) => ({
		includes: [],
		languages: [],
		source: 'Website van de aanbieder',
		...course,
		id: demoId('catalogue', key),
		gemeenteId: gemeenteIds.waterrijk,
		startsOn: starts.map((n) => days.soon(n).toString()),
		keurmerkCheckedOn: course.hasKeurmerk === undefined ? null : days.workdayAgo({ days: checked }),
		checkedOn: days.workdayAgo({ days: checked })
	}));
