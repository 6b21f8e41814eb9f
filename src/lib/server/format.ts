import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { zone } from './clock.ts';

/** How a day is said. All strings are ready to show; `lib/ui/Moment.svelte` shows them. */
export interface DayText {
	/** `23-11-2026`: the same digits as in letters and text messages, in every language. */
	date: string;
	/** Weekday in the language of the page. */
	weekday: string;
	iso: string;
	/** The full Dutch day or moment; absent on a Dutch page. */
	dutch?: string;
	/** Solar Hijri date, for readers who count so. */
	extra?: string;
}
export interface MomentText extends DayText {
	/** `14:30` */
	time: string;
	/** `15:30`, when the length is known. */
	until?: string;
	/** The hour as a picture: in some countries people count hours from dawn. */
	part: 'day' | 'night';
}

/**
 * Names of the days from Monday, where those of CLDR are not what people say: its Pashto days are new words that hardly
 * anybody knows; people in Afghanistan say and write these. Its Sorani Friday has the h of Urdu.
 */
const weekdays: Partial<Record<LocaleId, readonly string[]>> = {
	ps: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
	ckb: ['دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'هەینی', 'شەممە', 'یەکشەممە']
};
const weekday = (day: Temporal.PlainDate, locale: LocaleId): string =>
	weekdays[locale]?.[day.dayOfWeek - 1] ??
	formatter(`${locale}-u-ca-gregory-nu-latn`, { weekday: 'long' }).format(noon(day));

/** The days of the week from Monday, as `value` 1 to 7 with their names. */
export function weekdayNames(locale: LocaleId): { value: string; text: string }[] {
	const days = ['05', '06', '07', '08', '09', '10', '11'].map((day) =>
		Temporal.PlainDate.from(`2026-01-${day}`)
	);
	return days.map((day) => ({ value: String(day.dayOfWeek), text: weekday(day, locale) }));
}

const hijriLocales: readonly LocaleId[] = ['fa', 'fa-AF', 'ps'];
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	let found = formatters.get(key);
	if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })));
	return found;
}

/** Noon UTC of a day: formatting in UTC then never shifts it. */
const noon = (day: Temporal.PlainDate) => new Date(`${day.toString()}T12:00:00Z`);
const two = (n: number) => String(n).padStart(2, '0');

export const numericDate = (day: Temporal.PlainDate): string =>
	`${two(day.day)}-${two(day.month)}-${day.year}`;

function solarHijri(day: Temporal.PlainDate): string {
	const parts = formatter('en-u-ca-persian-nu-latn', { day: '2-digit', month: '2-digit', year: 'numeric' });
	const part = (type: string) => parts.formatToParts(noon(day)).find((p) => p.type === type)?.value ?? '';
	return `${part('year')}/${part('month')}/${part('day')}`;
}

export function dayText(day: Temporal.PlainDate, locale: LocaleId): DayText {
	return {
		date: numericDate(day),
		weekday: weekday(day, locale),
		iso: day.toString(),
		dutch: locale === 'nl' ? undefined : formatter('nl-NL', { dateStyle: 'full' }).format(noon(day)),
		extra: hijriLocales.includes(locale) ? solarHijri(day) : undefined
	};
}

/** Languages whose readers share one calendar and one set of names for its months (ui.md 4.2). */
const namedMonths: readonly LocaleId[] = ['nl', 'en', 'tr', 'fr', 'es', 'uk', 'ru', 'zh-Hans'];

/** Month and year: `mei 2027`, or `05-2027` where the name of a month would mislead. */
export const monthText = (day: Temporal.PlainDate, locale: LocaleId): string =>
	namedMonths.includes(locale)
		? formatter(`${locale}-u-ca-gregory-nu-latn`, { month: 'long', year: 'numeric' }).format(noon(day))
		: `${two(day.month)}-${day.year}`;

const clockTime = (moment: Temporal.ZonedDateTime) => `${two(moment.hour)}:${two(moment.minute)}`;

/** @param minutes how long it takes, when known */
export function momentText(moment: Temporal.Instant, locale: LocaleId, minutes?: number): MomentText {
	const local = moment.toZonedDateTimeISO(zone);
	const full = formatter('nl-NL', { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
	return {
		...dayText(local.toPlainDate(), locale),
		iso: local.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
		time: clockTime(local),
		until: minutes === undefined ? undefined : clockTime(local.add({ minutes })),
		part: local.hour >= 6 && local.hour < 18 ? 'day' : 'night',
		dutch: locale === 'nl' ? undefined : full.format(moment.epochMilliseconds)
	};
}

/** Minutes as hours in words of digits: `12`, `12:30`, `-1:30`. Never rounded. */
export function hoursText(minutes: number): string {
	const size = Math.abs(minutes);
	const rest = size % 60;
	return `${minutes < 0 ? '-' : ''}${Math.floor(size / 60)}${rest ? `:${two(rest)}` : ''}`;
}

/** Cents as euros, as letters write them: `€ 6.450`, `€ 12,90`. */
export function euroText(cents: number): string {
	const fraction = cents % 100 === 0 ? 0 : 2;
	const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
	return `€ ${new Intl.NumberFormat('nl-NL', digits).format(cents / 100)}`;
}

export interface ClipText {
	key: string;
	href: string;
	/** `34 kB · 0:12`: what it costs before it plays. */
	size: string;
	speaker: string;
	/** Day of the recording. */
	date: string;
}

/** A recording as the page shows it. */
export function clipText(clip: {
	id: string;
	key: string;
	size: number;
	milliseconds: number | null;
	speaker: string;
	recordedOn: Temporal.PlainDate;
}): ClipText {
	const seconds = clip.milliseconds === null ? undefined : Math.max(1, Math.round(clip.milliseconds / 1000));
	const length = seconds === undefined ? [] : [`${Math.floor(seconds / 60)}:${two(seconds % 60)}`];
	return {
		key: clip.key,
		href: `/geluid/${clip.id}`,
		size: [`${Math.ceil(clip.size / 1000)} kB`, ...length].join(' · '),
		speaker: clip.speaker,
		date: numericDate(clip.recordedOn)
	};
}
