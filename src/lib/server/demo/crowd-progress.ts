import type { Calendar } from './calendar.ts';
import type { Dates } from './crowd.ts';
import type { Stranger } from './crowd-people.ts';
import type { Course, Event, Exam, Hours } from './life.ts';
import { event, themas, week } from './tell.ts';

/** How many meetings of each sort somebody had after so many months. */
const pvtMeetings = ({ months }: Stranger) => Math.min(6, Math.floor(months / 2));
const themasDone = ({ months, leerroute }: Stranger) =>
	leerroute === 'onderwijs' ? 0 : Math.max(0, Math.min(8, Math.floor((months - 6) / 2)));
const practiceDays = ({ months, leerroute }: Stranger) =>
	leerroute === 'onderwijs' ? 0 : Math.max(0, Math.min(16, Math.floor((months - 9) * 1.2)));
/** The last PVT meeting of who had all six. */
const pvtEnd = (stranger: Stranger, { pip }: Dates, days: Calendar) =>
	pvtMeetings(stranger) === 6 ? pip.add({ months: 11 }) : days.ago({ days: 6 });

export function crowdProgress(stranger: Stranger, dates: Dates, days: Calendar): Event[] {
	const end = pvtEnd(stranger, dates, days);
	const signed = end.add({ days: 21 });
	return [
		...(pvtMeetings(stranger) > 3 ? [event('pvt_activiteit', end.subtract({ days: 30 }))] : []),
		...(pvtMeetings(stranger) === 6 ? [event('pvt_ondertekeningsbijeenkomst', signed), event('pvt_ondertekend', signed)] : []), // prettier-ignore
		...themas(themasDone(stranger), days, 18 + (dates.n % 15))
	];
}

export function crowdExams({ leerroute, months }: Stranger, { pip }: Dates, days: Calendar): Exam[] {
	if (leerroute !== 'b1') return [];
	const passed = (onderdeel: Exam['onderdeel'], after: number): Exam[] => {
		const day = pip.add({ months: after, days: 9 });
		if (months <= after + 1) return [];
		return [{ onderdeel, niveau: onderdeel === 'knm' ? undefined : 'b1', day, result: 'geslaagd', resultOn: day.add({ days: 30 }) }]; // prettier-ignore
	};
	return [...passed('knm', 13), ...passed('lezen', 19), ...passed('luisteren', 25)].filter(
		({ day }) => Temporal.PlainDate.compare(day, days.today) < 0
	);
}

/** Lessons that somebody followed since the course began: fewer with a slower pace. */
function lessonHours(
	{ pace, leerroute }: Stranger,
	{ startCursus, n }: Dates,
	perWeek: number,
	days: Calendar
): Hours[] {
	const weeks = startCursus.until(days.today).days / 7 - 3;
	const missed = pace >= 10 ? undefined : Math.max(2, Math.round(10 / (10 - pace)));
	const planned = Math.floor(weeks * perWeek * 0.86);
	const lessons = Math.floor(planned * (missed ? 1 - 1 / missed : 1));
	if (lessons < 1) return [];
	// Of every third person the last two weeks still wait for the consultant.
	const waiting = n % 3 === 1 ? undefined : 0;
	const part = (category: Hours['category'], perDay: number): Hours => ({ category, total: lessons * perDay, perDay, missed, waiting }); // prettier-ignore
	if (leerroute === 'onderwijs') return [part('nt2', 240)];
	return leerroute === 'z'
		? [part('alfabetisering', 60), part('nt2', 75), part('knm', 30)]
		: [part('nt2', 165)];
}

/** The groups of the school: one title, one set of days. */
function groupOf({ leerroute }: Stranger, { n }: Dates) {
	const isA = n % 2 === 0;
	const morning = week(isA ? [1, 2, 4] : [2, 5], '09:00', '11:45');
	if (leerroute === 'z') return { title: `Nederlands Z-route ${isA ? 'A' : 'B'}`, week: morning };
	if (n % 5 !== 0) return { title: `Nederlands naar B1, ochtend ${isA ? 'A' : 'B'}`, week: morning };
	const evening = week(isA ? [1, 2, 4] : [2, 4], '18:30', '21:15');
	return { title: `Nederlands naar B1, avond ${isA ? 'A' : 'B'}`, week: evening };
}

function languageCourse(stranger: Stranger, dates: Dates, days: Calendar): Course {
	const isElders = stranger.consulent === 'consulent-elders';
	if (stranger.leerroute === 'onderwijs')
		return {
			id: 'taal',
			kind: 'taalschakeltraject',
			partner: 'regiocollege',
			title: 'Taalschakeltraject zorg en techniek',
			week: week([1, 2, 3, 4], '09:00', '13:00'),
			hours: lessonHours(stranger, dates, 4, days)
		};
	const group = groupOf(stranger, dates);
	return {
		id: 'taal',
		kind: 'taalcursus',
		partner: isElders ? 'taalpunt' : 'deBrug',
		title: group.title,
		week: group.week,
		hours: lessonHours(stranger, dates, group.week.length, days)
	};
}

export function crowdCourses(stranger: Stranger, dates: Dates, days: Calendar): Course[] {
	const { leerroute, months, consulent, permit } = stranger;
	const partner = consulent === 'consulent-elders' ? ('taalpunt' as const) : ('welzijn' as const);
	const place = consulent === 'consulent-elders' ? 'Gemeentehuis Heuvelstad' : 'Buurthuis De Haven';
	const [pvt, map, practice] = [pvtMeetings(stranger), themasDone(stranger), practiceDays(stranger)];
	const until = pvtEnd(stranger, dates, days);
	const courses: Course[] = [languageCourse(stranger, dates, days)];
	if (pvt > 0)
		courses.push({
			...{ id: 'pvt', kind: 'pvt', partner, place, title: 'Participatieverklaringstraject' },
			week: week([3], '13:00', '15:00'),
			tot: pvt === 6 ? until : undefined,
			hours: [{ category: 'pvt', total: pvt * 120, perDay: 120, until, waiting: 0 }]
		});
	if (map > 0)
		courses.push({
			...{
				id: 'map',
				kind: 'module_map',
				partner,
				place,
				title: 'Module Arbeidsmarkt en Participatie, middag'
			},
			week: week([5], '13:30', '16:00'),
			hours: [{ category: 'module_map', total: map * 150, perDay: 150, until: days.ago({ days: 16 }) }]
		});
	if (practice > 0)
		courses.push({
			...{ id: 'praktijk', kind: 'praktijkplaats', title: 'Praktijkplaats' },
			partner: partner === 'taalpunt' ? 'taalpunt' : dates.n % 2 === 0 ? 'kringloop' : 'deDreef',
			week: week([3], '09:00', '11:30'),
			hours: [
				{ category: 'module_map_praktijk', total: practice * 150, perDay: 150, until: days.ago({ days: 15 }) }
			]
		});
	const volunteering = Math.floor((months - 4) * 3);
	if (leerroute === 'z' && permit !== 'regulier_gezin' && volunteering > 0)
		courses.push({
			...{
				id: 'vrijwillig',
				kind: 'vrijwilligerswerk',
				partner,
				place,
				title: 'Vrijwilligerswerk in de buurt'
			},
			week: week([4], '13:00', '16:00'),
			hours: [{ category: 'participatie', total: volunteering * 180, perDay: 180 }]
		});
	return courses;
}
