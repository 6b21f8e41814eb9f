import { isNa } from '#lib/domain/dag.ts';
import { categoriesOfMeter, courseCategories, totalFor } from '#lib/domain/hours.ts';
import type { Meter } from '#lib/domain/onderdelenPerRoute.ts';
import type { Prognose } from '#lib/domain/prognose.ts';
import { resterend } from '#lib/domain/termijn/looptijd.ts';
import { moduleMapThemas, type HourCategory, type LocaleId } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursText, monthText, numericDate } from '#lib/server/format.ts';
import type { Check } from '#lib/server/progress-checks.ts';
import type { Exam } from '#lib/server/progress-exams.ts';
import type { Part, Progress } from '#lib/server/progress.ts';
import { shapeRows, type RowsShape } from './rows.server.ts';

const newest = 6;
const isThema = (code: string) => (moduleMapThemas as readonly string[]).includes(code);

/** What the page of progress shows: codes and ready strings. */
export function shapeProgress(progress: Progress, locale: LocaleId, today: Temporal.PlainDate) {
	const rowsOf = (categories: readonly HourCategory[]): RowsShape =>
		shapeRows(progress, categories, { from: 0, limit: newest });
	return {
		hasPip: progress.leerroute !== null,
		isWi2013: progress.outcome.toepasselijkeWet.wet === 'wi2013',
		term: progress.term && shapeTerm(progress.term, today),
		parts: progress.parts
			.filter(({ code }) => code !== 'taal' || progress.leerroute === 'onderwijs')
			.filter(({ code }) => code !== 'knm')
			.map((part) => ({
				...shapePart(part, locale),
				rows: part.meter && rowsOf(categoriesOfMeter[part.meter.code]),
				moduleLessons:
					part.code === 'module_map' && progress.totals.module_map.recorded > 0
						? hoursText(progress.totals.module_map.recorded)
						: null
			})),
		exams: shapeExams(progress.exams, today),
		lessons: progress.lessons && {
			done: progress.lessons.recorded > 0 ? hoursText(progress.lessons.recorded) : null,
			unconfirmed: unconfirmedText(totalFor(progress.totals, courseCategories)),
			planned: progress.lessons.planned === null ? null : hoursText(progress.lessons.planned),
			rows: rowsOf(courseCategories)
		}
	};
}
export type ProgressShape = ReturnType<typeof shapeProgress>;
export type PartShape = ProgressShape['parts'][number];
export type ExamShape = ReturnType<typeof shapeExams>['parts'][number];

const unconfirmedText = ({ recorded, confirmed }: { recorded: number; confirmed: number }) =>
	recorded > confirmed ? hoursText(recorded - confirmed) : null;

function shapeTerm(
	{ laatsteDag, isRegistered, registeredOn, isOver }: NonNullable<Progress['term']>,
	today: Temporal.PlainDate
) {
	return {
		date: numericDate(laatsteDag),
		iso: laatsteDag.toString(),
		left: resterend(laatsteDag, today),
		isRegistered,
		registeredOn: registeredOn && numericDate(registeredOn),
		isOver
	};
}

function shapePart({ code, closedBy, meter, checks }: Part, locale: LocaleId) {
	return {
		...{ code, closedBy },
		meter: meter && {
			...shapeMeter(meter),
			forecast: shapeForecast(meter.forecast, meter.confirmed >= meter.norm, locale)
		},
		themes: checks.filter(({ code: name }) => isThema(name)).map(shapeCheck),
		checks: checks.filter(({ code: name }) => !isThema(name)).map(shapeCheck)
	};
}

/** Minutes for the bar, hours as text for the sentence. */
export function shapeMeter({
	code,
	norm,
	confirmed,
	unconfirmed
}: {
	code: Meter['code'];
	norm: number;
	confirmed: number;
	unconfirmed: number;
}) {
	return {
		...{ code, norm, confirmed, unconfirmed },
		isReached: confirmed >= norm,
		done: hoursText(confirmed),
		normText: hoursText(norm),
		rest: hoursText(Math.max(0, norm - confirmed)),
		waiting: unconfirmed > 0 ? hoursText(unconfirmed) : null
	};
}

const shapeCheck = ({ code, isDone, source }: Check) => ({
	...{ code, isDone },
	day: source && numericDate(source.day),
	by: source?.recordedByName ?? null,
	recordedOn: source && numericDate(dayOf(source.recordedAt))
});

function shapeForecast(forecast: Prognose, isReached: boolean, locale: LocaleId) {
	if (isReached) return null;
	if (forecast.kind !== 'verwacht') return { kind: forecast.kind, month: '', monthDutch: '' };
	const kind =
		forecast.isBinnenTermijn === false
			? ('na_termijn' as const)
			: forecast.basis === 'gepland'
				? ('gepland' as const)
				: ('tempo' as const);
	return { kind, month: monthText(forecast.dag, locale), monthDutch: monthText(forecast.dag, 'nl') };
}

function shapeExams(exams: readonly Exam[], today: Temporal.PlainDate) {
	return {
		passed: exams.filter(({ isPassed }) => isPassed).length,
		parts: exams.map(({ onderdeel, niveau, isPassed, freeLeft, attempts }) => ({
			...{ onderdeel, isPassed, freeLeft },
			niveau: niveau?.toUpperCase() ?? null,
			attempts: attempts.map(({ id, day, niveau: taken, result, recordedByName, recordedAt }) => ({
				...{ id, result },
				date: numericDate(day),
				iso: day.toString(),
				isAhead: isNa(day, today),
				niveau: taken?.toUpperCase() ?? null,
				by: recordedByName,
				recordedOn: numericDate(dayOf(recordedAt))
			}))
		}))
	};
}
