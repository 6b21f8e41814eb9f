import { isFeestdag } from '#lib/domain/wet/feestdagen.ts';
import type { Calendar, Dag } from './calendar.ts';
import { demoId, personaIds, personId, type StaffKey } from './ids.ts';
import type { Course, Hours, Life } from './life.ts';
import { partnerIds, places, type PartnerKey } from './places.ts';
import type { Rows } from './rows.ts';

const teachers: Partial<Record<PartnerKey, StaffKey>> = {
	deBrug: 'partner-taalschool',
	welzijn: 'partner-welzijn',
	taalpunt: 'partner-elders'
};
const isBefore = (a: Dag, b: Dag) => Temporal.PlainDate.compare(a, b) < 0;
const minutesOf = ({ from, until }: Course['week'][number]) =>
	Temporal.PlainTime.from(from).until(Temporal.PlainTime.from(until)).total('minutes');

/** The id of the n-th hours row from the end (0 the newest) of one category of a course. */
export const hourId = (key: string, course: string, category: string, nth: number) =>
	demoId(key, 'hour', course, category, nth);

/** Courses with the hours that were done in them. */
export function addCourses(rows: Rows, life: Life, days: Calendar): void {
	for (const course of life.courses ?? []) {
		const lessons = (course.hours ?? []).map((hours) => ({ hours, list: lessonsOf(course, hours, days) }));
		const [first] = lessons
			.flatMap(({ list }) => list.at(-1)?.day ?? [])
			.toSorted(Temporal.PlainDate.compare);
		const { place } = course;
		rows.enrolments.push({
			inburgeraarId: personId(life.key),
			id: demoId(life.key, 'course', course.id),
			kind: course.kind,
			partnerId: course.partner ? partnerIds[course.partner] : null,
			title: course.title,
			place: place ?? (course.partner && course.partner in places ? placeOf(course.partner) : null),
			vanaf: course.vanaf ?? first ?? days.today,
			tot: course.tot,
			minutesPerWeek: course.week.reduce((sum, lesson) => sum + minutesOf(lesson), 0),
			weekdays: course.week
		});
		for (const lesson of lessons) addHours(rows, life, course, lesson.hours, lesson.list, days);
	}
	for (const [n, dispute] of (life.disputes ?? []).entries()) {
		const { answer } = dispute;
		rows.hourDisputes.push({
			inburgeraarId: personId(life.key),
			id: demoId(life.key, 'dispute', n),
			hourEntryId: hourId(life.key, dispute.course, dispute.category, dispute.nth),
			kind: dispute.kind,
			text: dispute.text,
			openedAt: days.past(dispute.day, '18:55'),
			outcome: answer?.outcome,
			answer: answer?.text,
			answeredBy: answer ? personaIds[answer.by] : null,
			answeredAt: answer ? days.past(answer.day, '10:05') : null
		});
	}
}

const placeOf = (partner: PartnerKey): string | null =>
	partner in places ? places[partner as keyof typeof places].place : null;

/** What the corrections take off or add is in the total: the rows before them make up the rest. */
const minutesBefore = ({ total, corrections }: Hours) =>
	total - (corrections ?? []).reduce((sum, { minutes }) => sum + minutes, 0);

interface Lesson {
	day: Dag;
	isConfirmed: boolean;
}

/** Lessons, newest first: not on holidays, not the missed ones; as many as the confirmed total takes. */
function lessonsOf({ week }: Course, hours: Hours, days: Calendar): Lesson[] {
	const weekdays = new Set(week.map(({ weekday }) => weekday));
	const count = Math.ceil(minutesBefore(hours) / hours.perDay);
	const recent = days.ago({ days: 13 });
	const found: Lesson[] = [];
	let [planned, confirmed] = [0, 0];
	for (let day = hours.until ?? days.ago({ days: 1 }); ; day = day.subtract({ days: 1 })) {
		const isWaiting = hours.waiting === undefined ? isBefore(recent, day) : found.length < hours.waiting;
		if (!isWaiting && confirmed >= count) return found;
		if (!weekdays.has(day.dayOfWeek) || isFeestdag(day)) continue;
		planned++;
		if (hours.missed && planned % hours.missed === 0) continue;
		if (!isWaiting) confirmed++;
		found.push({ day, isConfirmed: !isWaiting });
	}
}

function addHours(
	rows: Rows,
	life: Life,
	course: Course,
	hours: Hours,
	lessons: Lesson[],
	days: Calendar
): void {
	const recordedBy = course.recordedBy ?? teachers[course.partner ?? 'samenloop'] ?? life.consulent;
	const confirmedBy = course.confirmedBy ?? (recordedBy === life.consulent ? 'coordinator' : life.consulent);
	const inburgeraarId = personId(life.key);
	const base = {
		inburgeraarId,
		category: hours.category,
		enrolmentId: demoId(life.key, 'course', course.id),
		recordedBy: personaIds[recordedBy]
	};
	const confirm = (hourEntryId: string, day: Dag) => {
		const monday = day.add({ days: 8 - day.dayOfWeek });
		const confirmedAt = days.past(monday, '11:10');
		rows.hourConfirmations.push({
			inburgeraarId,
			hourEntryId,
			confirmedBy: personaIds[confirmedBy],
			confirmedAt
		});
	};
	let left = minutesBefore(hours);
	for (const [nth, { day, isConfirmed }] of lessons.entries()) {
		const id = hourId(life.key, course.id, hours.category, nth);
		const minutes = isConfirmed ? Math.min(left, hours.perDay) : hours.perDay;
		rows.hourEntries.push({ ...base, id, day, minutes, recordedAt: days.past(day, '16:35') });
		if (!isConfirmed) continue;
		left -= minutes;
		confirm(id, day);
	}
	for (const { nth, minutes, reason } of hours.corrections ?? []) {
		const day = lessons[nth]?.day ?? days.today;
		const correctsId = hourId(life.key, course.id, hours.category, nth);
		const id = demoId(correctsId, 'correction');
		const recordedAt = days.past(day.add({ days: 3 }), '09:20');
		rows.hourEntries.push({ ...base, id, day, minutes, correctsId, correctionReason: reason, recordedAt });
		confirm(id, day);
	}
}
