import type { Calendar } from './calendar.ts';
import type { Dates } from './crowd.ts';
import type { Appointment, Course, Life, Pip } from './life.ts';
import { event, themas, week } from './tell.ts';

type Bend = (life: Life, days: Calendar, dates: Dates) => Life;

const appointment = (life: Life, id: string, set: Partial<Appointment>): Life => ({
	...life,
	appointments: life.appointments?.map((row) => (row.id === id ? { ...row, ...set } : row))
});
const without = (life: Life, id: string): Life => ({
	...life,
	appointments: life.appointments?.filter((row) => row.id !== id)
});
const plan = (life: Life, set: Partial<Pip>): Life => ({
	...life,
	pips: life.pips.map((pip) => ({ ...pip, ...set }))
});
/** Before the PIP: only the events named, nothing that came later. */
const before = (life: Life, events: Life['events']): Life => ({
	...life,
	events,
	pips: [],
	states: {},
	courses: [],
	exams: [],
	appointments: [],
	lastSeen: undefined
});

const longLessons = (course: Course): Course => ({
	...course,
	title: 'Nederlands Z-route, vier ochtenden',
	week: week([1, 2, 3, 4], '09:00', '11:45'),
	hours: [
		{ category: 'alfabetisering', total: 17_100, perDay: 60 },
		{ category: 'nt2', total: 21_375, perDay: 75 },
		{ category: 'knm', total: 8550, perDay: 30 }
	]
});
const longDays = (course: Course): Course => ({
	...course,
	week: week([2, 4], '13:00', '17:00'),
	hours: [{ category: 'participatie', total: 42_960, perDay: 240 }]
});

const words: Partial<Record<Life['person']['locale'], string>> = {
	ar: 'متى يبدأ الدرس الجديد؟',
	so: 'Goorma ayuu casharka cusub bilaabmayaa?',
	ti: 'እቲ ሓድሽ ትምህርቲ መዓስ ይጅምር?',
	'zh-Hans': '新的课程什么时候开始？'
};

/** What makes each stranger somebody: one reason to look at the dossier, or none. */
export const plots = {
	steady: (life) => life,
	slow: (life) => life,
	switchNear: (life) => life,
	ontzorgen: (life) => life,
	/** Of one, the lessons began too late: a ground to ask for more time. */
	termSoon: (life, days, { n, pip }) =>
		n % 2 === 0
			? {
					...life,
					events: life.events.map((row) => (row.kind === 'aanbod_start' ? { ...row, day: pip.add({ days: 150 }) } : row)) // prettier-ignore
				}
			: life,
	termOver: (life) => life,
	noContact: (life, days, { n }) => {
		const ago = 70 + (n % 4) * 12;
		const isOlder = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, days.ago({ days: ago })) < 0;
		const quiet = without(appointment(life, 'vorige', { day: days.workdayAgo({ days: ago }) }), 'volgende');
		const events = life.events.filter(({ kind, day }) => kind !== 'voortgangsgesprek' || isOlder(day));
		return {
			...quiet,
			events,
			lastSeen: days.ago({ days: ago + 5 }),
			lastOpened: days.ago({ days: ago - 2 })
		};
	},
	noShow: (life, days, { lastTalk }) => {
		const held = days.ago({ days: lastTalk + 30 });
		const events = life.events.filter(({ kind, day }) => kind !== 'voortgangsgesprek' || Temporal.PlainDate.compare(day, held) < 0); // prettier-ignore
		const [last] = life.appointments ?? [];
		const missed = appointment(life, 'vorige', { day: days.workdayAgo({ days: 8 }), status: 'niet_gekomen' });
		if (!last) return missed;
		const earlier: Appointment = {
			...last,
			id: 'eerder',
			day: days.workdayAgo({ days: 24 }),
			status: 'niet_gekomen'
		};
		return { ...missed, events, appointments: [earlier, ...(missed.appointments ?? [])] };
	},
	question: (life, days, { n }) => ({
		...life,
		questions: [
			{
				id: 'les',
				topic: n % 2 === 0 ? 'les' : 'bel_mij',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 5 + (n % 5) }),
						time: '19:30',
						text: words[life.person.locale] ?? ''
					}
				]
			}
		]
	}),
	unseen: (life, days, { n }) => {
		const [first] = life.pips;
		if (!first) return life;
		const day = days.workdayAgo({ days: 9 + (n % 20) });
		const toelichting = 'U gaat een ochtend per week meer naar les.';
		const intensiteit = first.intensiteitMinutenPerWeek;
		const second: Pip = {
			...first,
			dagtekening: day,
			reden: 'voortgang',
			toelichting,
			intensiteitMinutenPerWeek: intensiteit ? intensiteit + 165 : intensiteit,
			afspraken: first.afspraken.map((row) => (row.id === 'taalles' ? { ...row, minutenPerWeek: (row.minutenPerWeek ?? 960) + 165 } : row)), // prettier-ignore
			seen: undefined
		};
		return { ...life, pips: [first, second], lastSeen: day.subtract({ days: 2 }) };
	},
	confused: (life, days) => {
		const [first] = life.pips;
		if (!first) return life;
		const day = days.workdayAgo({ days: 16 });
		const seen = { day: day.add({ days: 2 }), understood: 'vraag' as const };
		const toelichting = 'De lessen gaan naar de avond.';
		const afspraken = first.afspraken.map((row) => (row.id === 'taalles' ? { ...row, toelichting } : row));
		return {
			...life,
			pips: [first, { ...first, dagtekening: day, reden: 'gezin', toelichting, afspraken, seen }]
		};
	},
	disputed: (life, days, { n }) => ({
		...life,
		disputes: [{ course: 'taal', category: 'nt2', nth: 3, kind: n % 2 === 0 ? 'te_weinig' : 'ik_was_er', day: days.ago({ days: 4 + (n % 3) }) }] // prettier-ignore
	}),
	neverSignedIn: (life) => plan({ ...life, lastSeen: undefined }, { seen: undefined }),
	proposal: (life, days) =>
		appointment(life, 'volgende', { answer: 'voorstel', proposal: { day: days.soon(8), part: 'ochtend' } }),
	cannotCome: (life) => appointment(life, 'volgende', { answer: 'kan_niet', cannotReason: 'ziek' }),
	/** Family migrants without a course. */
	looking: (life) => ({ ...life, courses: life.courses?.filter(({ id }) => id !== 'taal'), states: {} }),
	extensionAsked: (life, days) => ({
		...life,
		events: [...life.events, event('verlenging', days.workdayAgo({ days: 20 }), { grond: 'bevalling', status: 'aangevraagd' }, { by: 'inburgeraar' })] // prettier-ignore
	}),
	/** Almost 800 hours of both; the end talk is planned. */
	zAlmostDone: (life, days) => ({
		...life,
		events: [...life.events, event('module_map_eindgesprek', days.workdayAgo({ days: 60 }))],
		courses: life.courses?.map((course) => (course.id === 'taal' ? longLessons(course) : course.id === 'vrijwillig' ? longDays(course) : course)), // prettier-ignore
		appointments: life.appointments?.map((row) => (row.id === 'volgende' ? { ...row, kind: 'eindgesprek_z', minutes: 60 } : row)) // prettier-ignore
	}),
	done: (life, days, { lastTalk }) => ({
		...without(life, 'volgende'),
		events: [
			...life.events,
			event('module_map_eindgesprek', days.workdayAgo({ days: 120 })),
			event('duo_voldaan', days.workdayAgo({ days: 40 }), { document: 'diploma' }),
			...themas(8, days, 150),
			...(lastTalk % 2 === 0 ? [event('afsluiting', days.workdayAgo({ days: 8 }), { reden: 'voldaan' })] : [])
		],
		states: {
			taalles: 'klaar',
			pvt_bijeenkomst: 'klaar',
			praktijkplaats: 'klaar',
			voortgangsgesprek: 'klaar'
		}
	}),
	/** A second plan is being written. */
	draft: (life) => {
		const [first] = life.pips;
		return first
			? {
					...life,
					pips: [
						first,
						{
							...first,
							dagtekening: undefined,
							reden: 'werk',
							moduleMapPraktijkplaats: 'Kringloop Rond',
							seen: undefined
						}
					]
				}
			: life;
	},
	linked: (life, days) => ({
		...before({ ...life, sinds: days.ago({ days: 12 }) }, [
			event('inschrijving_brp_azc', days.workdayAgo({ days: 120 })),
			event('koppeling', days.workdayAgo({ days: 12 }))
		]),
		person: { ...life.person, createdOn: days.ago({ days: 12 }) }
	}),
	notified: (life, days) =>
		before(life, [
			event('inschrijving_brp', days.workdayAgo({ days: 60 })),
			event('duo_kennisgeving', days.workdayAgo({ days: 11 }), { wet: 'wi2021' })
		]),
	intakeMissed: (life, days) => {
		const early = before(life, [
			event('inschrijving_brp', days.workdayAgo({ days: 90 })),
			event('duo_kennisgeving', days.workdayAgo({ days: 50 }), { wet: 'wi2021' }),
			event('intake_oproep', days.workdayAgo({ days: 35 }), { nummer: 1 }),
			event('intake_niet_verschenen', days.workdayAgo({ days: 21 }), { nummer: 1 }),
			event('intake_oproep', days.workdayAgo({ days: 18 }), { nummer: 2 }),
			event('intake_niet_verschenen', days.workdayAgo({ days: 4 }), { nummer: 2 })
		]);
		const invited = { kind: 'brede_intake', time: '10:15', minutes: 90, where: 'stadhuis', interpreter: 'aanwezig', status: 'niet_gekomen' } as const; // prettier-ignore
		return {
			...early,
			appointments: [
				{ ...invited, id: 'intake-1', day: days.workdayAgo({ days: 21 }) },
				{ ...invited, id: 'intake-2', day: days.workdayAgo({ days: 4 }) }
			]
		};
	},
	pipDue: (life, days) => intakeDone(life, days, 62),
	pipLate: (life, days) => intakeDone(life, days, 84)
} satisfies Record<string, Bend>;

export type Plot = keyof typeof plots;

/** The intake is done and the plan is being written; DUO's notice and the house were so many days ago. */
function intakeDone(life: Life, days: Calendar, ago: number): Life {
	const [first] = life.pips;
	const draft: Pip[] = first ? [{ ...first, dagtekening: undefined, seen: undefined }] : [];
	const early = before(life, [
		event('inschrijving_brp_azc', days.workdayAgo({ days: ago + 120 })),
		event('koppeling', days.workdayAgo({ days: ago + 40 })),
		event('duo_kennisgeving', days.workdayAgo({ days: ago }), { wet: 'wi2021' }),
		event('inschrijving_brp_huisvesting', days.workdayAgo({ days: ago })),
		event('bijstand', days.workdayAgo({ days: ago })),
		event('intake_oproep', days.workdayAgo({ days: ago - 14 }), { nummer: 1 }),
		event('intake_gesprek', days.workdayAgo({ days: ago - 28 }), { nummer: 1 }),
		event('leerbaarheidstoets', days.workdayAgo({ days: ago - 35 })),
		event('intake_afgerond', days.workdayAgo({ days: ago - 42 }))
	]);
	return {
		...early,
		pips: ago > 70 ? [] : draft,
		lastSeen: days.ago({ days: 15 }),
		appointments: [
			{ id: 'intake', kind: 'brede_intake', day: days.workdayAgo({ days: ago - 42 }), time: '11:00', minutes: 90, where: 'stadhuis' }, // prettier-ignore
			...(ago > 70 ? [] : [{ id: 'pip', kind: 'pip_gesprek' as const, day: days.soon(4), time: '16:00', minutes: 60, where: 'stadhuis' as const }]) // prettier-ignore
		]
	};
}
