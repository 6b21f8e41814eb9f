import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { Calendar, Dag } from './calendar.ts';
import { crowdCourses, crowdExams, crowdProgress } from './crowd-progress.ts';
import { plots } from './crowd-plots.ts';
import { strangers, type Stranger } from './crowd-people.ts';
import type { Appointment, Event, Life, Pip } from './life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie } from './tell.ts'; // prettier-ignore

/** The days on which a stranger's story hangs; `n` makes them differ from person to person, always in the same way. */
export interface Dates {
	n: number;
	pip: Dag;
	/** First BRP registration that counts for the person. */
	brp: Dag;
	kennisgeving: Dag;
	startCursus: Dag;
	lastTalk: number;
}

const namesOf = {
	consulent: 'Sanne de Wit',
	'consulent-collega': 'Youssef Amrani',
	'consulent-elders': 'Ilse Bakker'
};
const times = ['08:45', '09:30', '10:15', '11:00', '13:00', '13:45', '14:30', '15:15'];

function datesOf({ months, plot }: Stranger, n: number, days: Calendar): Dates {
	const pip = days.workdayAgo({ months, days: (n * 7) % 25 });
	return {
		n,
		pip,
		brp: plot === 'ontzorgen' ? days.ago({ months: 5, days: 16 }) : pip.subtract({ days: 49 }),
		kennisgeving: pip.subtract({ days: 56 }),
		startCursus: pip.add({ days: 42 }),
		lastTalk: 9 + ((n * 5) % 17)
	};
}

/** The life of one stranger; another `n` gives the same story other days. */
export function lifeOf(stranger: Stranger, n: number, days: Calendar): Life {
	const dates = datesOf(stranger, n, days);
	return plots[stranger.plot](ordinary(stranger, dates, days), days, dates);
}

/** Everybody who is not a persona: an ordinary life, bent by its plot. */
export const crowd = (days: Calendar): Life[] => strangers.map((stranger, n) => lifeOf(stranger, n, days));

function ordinary(stranger: Stranger, dates: Dates, days: Calendar): Life {
	const { name, locale, age, permit, consulent, tolk } = stranger;
	const { n, brp, pip } = dates;
	return {
		key: `crowd-${n}`,
		isPersona: false,
		gemeente: consulent === 'consulent-elders' ? 'heuvelstad' : 'waterrijk',
		consulent,
		sinds: brp,
		person: {
			name,
			locale,
			born: days.ago({ years: age, days: (n * 37) % 360 }),
			phone: `06 00 00 20 ${String(n).padStart(2, '0')}`,
			createdOn: brp
		},
		groep:
			permit.startsWith('asiel') || permit === 'regulier_gezin_bij_asielhouder' ? 'asiel' : 'gezin_overig',
		verblijfsvergunning: permit,
		bekendmakingVerblijfsrecht: brp.subtract({ days: 60 + ((n * 11) % 90) }),
		tolktaal: tolk,
		lastSeen: days.ago({ days: 1 + ((n * 3) % 20) }),
		events: [...beginning(stranger, dates), ...gesprekken(days, ...talksBefore(dates, days)), ...crowdProgress(stranger, dates, days)], // prettier-ignore
		pips: [planOf(stranger, dates)],
		states: {
			taalles: 'bezig',
			voortgangsgesprek: 'bezig',
			pvt_bijeenkomst: stranger.months > 13 ? 'klaar' : 'bezig'
		},
		courses: crowdCourses(stranger, dates, days),
		exams: crowdExams(stranger, dates, days),
		appointments: [
			{
				...talk(stranger),
				id: 'vorige',
				day: days.workdayAgo({ days: dates.lastTalk }),
				time: times[n % 8] ?? '09:30'
			},
			{
				...talk(stranger),
				id: 'volgende',
				...slot(n, days),
				answer: n % 3 === 0 ? 'bevestigd' : 'geen',
				isInterpreterArranged: tolk ? n % 7 !== 3 : false
			},
			...together(stranger, n, days)
		]
	};

	function talksBefore({ lastTalk }: Dates, calendar: Calendar): number[] {
		const since = pip.until(calendar.today).days;
		return [lastTalk + 240, lastTalk + 120, lastTalk].filter((ago) => ago < since);
	}
}

/** Group meetings and a series, so that the pages for them are not empty. */
function together({ consulent }: Stranger, n: number, days: Calendar): Appointment[] {
	if (consulent !== 'consulent') return [];
	const shared = { minutes: 90, where: 'buurthuis', withName: 'Stichting Samenloop' } as const;
	const answer = n % 4 === 0 ? 'geen' : 'bevestigd';
	const meeting: Appointment = { ...shared, id: 'huren', kind: 'workshop', day: days.soon(7), time: '16:30', group: 'huren' }; // prettier-ignore
	const past: Appointment = { ...shared, id: 'zorg', kind: 'workshop', day: days.workdayAgo({ days: 6 }), time: '16:30', group: 'zorg' }; // prettier-ignore
	const weeks: Appointment[] = [5, 12, 19].map((ahead, week) => ({ ...shared, id: `taalmaatje-${week}`, kind: 'gesprek', day: days.workdayIn({ days: ahead }), time: '17:00', minutes: 60, series: 'taalmaatje' })); // prettier-ignore
	return [
		...(n % 4 < 2 ? [{ ...meeting, answer } as const] : []),
		...(n % 6 === 5 ? [{ ...past, status: n % 12 === 5 ? 'gepland' : 'geweest' } as const] : []),
		...(n === 2 ? weeks : [])
	];
}

const talk = ({ tolk, consulent }: Stranger): Omit<Appointment, 'id' | 'day' | 'time'> => ({
	kind: 'voortgangsgesprek',
	minutes: 30,
	where: consulent === 'consulent-elders' ? 'heuvelstad' : 'stadhuis',
	interpreter: tolk ? 'telefoon' : 'geen'
});

/** No two strangers of one consultant at the same time. */
function slot(n: number, days: Calendar) {
	const ahead = 4 + (n % 13);
	return { day: days.soon(ahead === 6 ? 17 : ahead), time: times[Math.floor(n / 13)] ?? '16:00' };
}

function beginning({ permit }: Stranger, { brp, kennisgeving, pip, startCursus }: Dates): Event[] {
	const isAsiel = permit === 'asiel_bepaalde_tijd';
	const isOffered = isAsiel || permit === 'regulier_gezin_bij_asielhouder';
	return [
		...(isAsiel
			? [
					event('inschrijving_brp_azc', brp.subtract({ days: 150 })),
					event('koppeling', brp.subtract({ days: 60 })),
					event('inschrijving_brp_huisvesting', brp),
					event('bijstand', brp.add({ days: 1 }))
				]
			: [event('inschrijving_brp', brp.subtract({ days: 40 }))]),
		event('duo_kennisgeving', kennisgeving, { wet: 'wi2021' }),
		...intake(pip),
		event('pip_ondertekend', pip),
		duoTermijn(pip),
		...(isOffered ? [event('aanbod_start', startCursus)] : [])
	];
}

function planOf({ leerroute, permit, consulent }: Stranger, { n, brp, pip, startCursus }: Dates): Pip {
	const isAsielvergunning = permit === 'asiel_bepaalde_tijd';
	const isAsiel = isAsielvergunning || permit === 'regulier_gezin_bij_asielhouder';
	const bijstand = brp.add({ days: 1 });
	const niveau = leerroute === 'b1' ? 'b1' : null;
	const metWie = consulent === 'consulent-elders' ? 'Taalpunt Heuvelstad' : 'Taalschool De Brug';
	const doer = isAsiel ? 'aanbieder' : 'inburgeraar';
	const week = leerroute === 'onderwijs' ? 960 : 495;
	return {
		dagtekening: pip,
		leerroute,
		niveauLezen: niveau,
		niveauLuisteren: niveau,
		niveauSchrijven: niveau,
		niveauSpreken: niveau,
		intensiteitMinutenPerWeek: isAsiel ? week : null,
		intensiteitMinutenTotaal: isAsiel ? week * 80 : null,
		isAlfabetiseringInPip: leerroute === 'z',
		cursusinstelling: leerroute === 'onderwijs' ? 'Regiocollege Waterrijk' : metWie,
		startCursus,
		hasKeurmerk: true,
		hasKnmCursus: leerroute === 'z' ? true : null,
		zCursusMinutenNorm: leerroute === 'z' ? 48_000 : null,
		zParticipatieMinutenNorm: leerroute === 'z' && isAsiel ? 48_000 : null,
		einddoel: leerroute === 'onderwijs' ? 'opleiding' : leerroute === 'z' ? 'participatie' : 'werk',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: leerroute === 'onderwijs' ? null : 3600,
		isOntzorgenVanToepassing: isAsielvergunning || null,
		ontzorgenVanaf: isAsielvergunning ? bijstand : null,
		ontzorgenLaatsteDag: isAsielvergunning ? ontzorgenTot(bijstand) : null,
		vasteLasten: isAsielvergunning ? [...vasteLasten] : null,
		voortgangsgesprekkenInPip: 2 + (n % 3),
		maatschappelijkeBegeleidingDoor: isAsiel ? 'Stichting Samenloop' : null,
		afspraken: [
			leerroute === 'onderwijs'
				? inburgering('taalschakeltraject', doer, { id: 'taalles', metWie: 'Regiocollege Waterrijk' })
				: inburgering('taalles', doer, { metWie, minutenPerWeek: week, vanaf: startCursus }),
			participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720 }),
			...(leerroute === 'onderwijs'
				? []
				: [participatie('praktijkplaats', 'samen', { minutenTotaal: 2400 })]),
			...(isAsielvergunning ? [ontzorgen('vaste_lasten', 'gemeente', { vanaf: bijstand, tot: ontzorgenTot(bijstand) })] : []), // prettier-ignore
			begeleiding('voortgangsgesprek', 'samen', { metWie: namesOf[consulent as keyof typeof namesOf] })
		],
		seen: { day: pip.add({ days: 1 + (n % 6) }), understood: 'ja' }
	};
}
