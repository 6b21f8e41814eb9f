import { z } from 'zod';
import type { CursusKolom } from '#lib/domain/cursussen/kolommen.ts';
import { cursusDoelen, cursusInbegrepen, cursusNiveaus, leerroutes } from '#lib/domain/vocabulary.ts';
import type { CourseInput } from '../courses-edit.ts';
import type { Course } from '../db/courses.ts';
import { latinDigits } from '../digits.ts';
import { choice, day, line, optional, required, whole } from './form.ts';

/** Hours as `530` or `27,5`; yields minutes. */
const hours = scaled(60, 3000);
/** Euros as `6450`, `6.450,00` or `12.90`; yields cents. */
const euros = scaled(100, 100_000);
/** A mark as `7,8`; yields tenths. */
const mark = scaled(10, 10).refine((tenths) => tenths >= 10, 'te_klein');

function scaled(by: number, max: number) {
	return z
		.string()
		.max(20, 'getal')
		.transform((value, context) => {
			const typed = latinDigits(value).replaceAll(/[\s€]/g, '');
			// A dot or comma with one or two digits behind it is a decimal; any other parts thousands.
			const [, left = '', right = '0'] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(typed) ?? [];
			const isNumber = /^\d{1,3}([.,]\d{3})*$|^\d+$/.test(left);
			const found = isNumber
				? Math.round(Number(`${left.replaceAll(/[.,]/g, '')}.${right}`) * by)
				: Number.NaN;
			if (found <= max * by) return found;
			context.addIssue({ code: 'custom', message: isNumber ? 'te_groot' : 'getal' });
			return z.NEVER;
		});
}

/** Separate answers in one field: `|`, `;` or a new line between them. */
const parts = (value: string) => value.split(/[|;\n]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore
const listOf = <T>(one: (part: string) => T | undefined, max = 40) =>
	z
		.string()
		.max(2000, 'te_lang')
		.transform((value, context) => {
			const found = parts(value).map(one);
			if (found.length <= max && !found.includes(undefined)) return found as T[];
			context.addIssue({ code: 'custom', message: found.length > max ? 'te_groot' : 'kies' });
			return z.NEVER;
		});
const among =
	<const T extends readonly string[]>(values: T) =>
	(part: string): T[number] | undefined =>
		values.find((value) => value === part.toLowerCase());
const dayText = (part: string) => {
	const found = day.safeParse(part);
	return found.success ? found.data.toString() : undefined;
};
const language = (part: string) => (/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(part) ? part : undefined);

const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;
/** `ma 18:30-21:15` */
function lesson(part: string) {
	const [, name = '', from = '', until = ''] = /^([a-z]{2}) (\d{1,2}[:.]\d{2}) ?[-–] ?(\d{1,2}[:.]\d{2})$/.exec(latinDigits(part).toLowerCase()) ?? []; // prettier-ignore
	const weekday = weekdays.findIndex((one) => one === name) + 1;
	const clock = (typed: string) => typed.replace('.', ':').padStart(5, '0');
	const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
	const [start, end] = [clock(from), clock(until)];
	return weekday > 0 && isTime(start) && isTime(end) && start < end ? { weekday, from: start, until: end } : undefined; // prettier-ignore
}

const yesNo = z.preprocess(
	(value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
	z.enum(['ja', 'nee', ''], 'kies')
);
const website = line(200).refine(
	(value) => value === '' || /^https?:\/\/[^\s/.]+(?:\.[^\s/.]+)+(?:\/\S*)?$/.test(value),
	'kies'
);
const email = line(200).refine(
	(value) => value === '' || /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
	'kies'
);
const phone = line(30).refine((value) => /^[+\d\s()-]*$/.test(value), 'kies');

/** How each column is read. */
const shape = {
	sleutel: line(60),
	aanbieder: required(line(120)),
	cursus: required(line(120)),
	route: choice(leerroutes),
	niveau_van: choice(cursusNiveaus),
	niveau_tot: choice(cursusNiveaus),
	doel: optional(choice(cursusDoelen)),
	uren_nt2: optional(hours),
	uren_knm: optional(hours),
	uren_online: optional(hours),
	uren_in_de_klas: optional(hours),
	weken: optional(whole(1, 400)),
	prijs_totaal: optional(euros),
	prijs_per_uur: optional(euros),
	prijs_materiaal: optional(euros),
	inbegrepen: listOf(among(cursusInbegrepen)),
	prijs_bron: line(160),
	prijs_gezien_op: optional(day),
	startdata: listOf(dayText, 24),
	elke_week: yesNo,
	rooster: listOf(lesson, 14),
	rooster_bron: line(160),
	rooster_gezien_op: optional(day),
	plaats: line(120),
	adres: line(160),
	postcode: line(10),
	reistijd_minuten: optional(whole(0, 600)),
	kinderopvang: yesNo,
	groepsgrootte: optional(whole(1, 200)),
	talen: listOf(language, 20),
	keurmerk: yesNo,
	keurmerk_geldig_tot: optional(day),
	keurmerk_bron: line(160),
	keurmerk_gezien_op: optional(day),
	slagingspercentage: optional(whole(0, 100)),
	slagen_bron: line(160),
	slagen_gezien_op: optional(day),
	tevredenheid: optional(mark),
	tevredenheid_bron: line(160),
	tevredenheid_gezien_op: optional(day),
	telefoon: phone,
	email,
	website,
	bron: required(line(160)),
	gezien_op: day,
	zichtbaar: yesNo
} satisfies Record<CursusKolom, z.ZodType>;
/** What one field cannot know. */
export function courseChecks(
	course: Pick<
		z.infer<z.ZodObject<typeof shape>>,
		'niveau_van' | 'niveau_tot' | 'keurmerk' | 'keurmerk_geldig_tot'
	>,
	context: z.RefinementCtx
): void {
	const fault = (path: CursusKolom, message: string) =>
		context.addIssue({ code: 'custom', path: [path], message });
	if (cursusNiveaus.indexOf(course.niveau_tot) < cursusNiveaus.indexOf(course.niveau_van)) fault('niveau_tot', 'volgorde'); // prettier-ignore
	if (course.keurmerk_geldig_tot && course.keurmerk !== 'ja') fault('keurmerk', 'kies');
}
export const courseSchema = z.object(shape).superRefine(courseChecks);
export type CourseData = z.infer<typeof courseSchema>;
export { shape as courseShape };

const flag = (value: 'ja' | 'nee' | '') => (value === '' ? null : value === 'ja');

export function inputOf(data: CourseData): CourseInput {
	return {
		...{ ref: data.sleutel || null, provider: data.aanbieder, name: data.cursus, route: data.route },
		...{ levelFrom: data.niveau_van, levelTo: data.niveau_tot, goal: data.doel ?? null },
		...{ nt2Minutes: data.uren_nt2 ?? null, knmMinutes: data.uren_knm ?? null },
		...{ onlineMinutes: data.uren_online ?? null, physicalMinutes: data.uren_in_de_klas ?? null },
		...{ weeks: data.weken ?? null, priceTotalCents: data.prijs_totaal ?? null },
		...{ pricePerHourCents: data.prijs_per_uur ?? null, materialCents: data.prijs_materiaal ?? null },
		...{ priceSource: data.prijs_bron || null, priceCheckedOn: data.prijs_gezien_op ?? null },
		...{ includes: data.inbegrepen, startsOn: data.startdata.toSorted(), schedule: data.rooster },
		hasContinuousStart: data.elke_week === 'ja',
		...{ scheduleSource: data.rooster_bron || null, scheduleCheckedOn: data.rooster_gezien_op ?? null },
		...{ place: data.plaats || null, address: data.adres || null, postcode: data.postcode || null },
		...{ travelMinutes: data.reistijd_minuten ?? null, hasChildcare: flag(data.kinderopvang) },
		...{ groupSize: data.groepsgrootte ?? null, languages: data.talen, hasKeurmerk: flag(data.keurmerk) },
		...{ keurmerkValidUntil: data.keurmerk_geldig_tot ?? null, keurmerkSource: data.keurmerk_bron || null },
		keurmerkCheckedOn: data.keurmerk_gezien_op ?? null,
		...{ passRatePercent: data.slagingspercentage ?? null, passRateSource: data.slagen_bron || null },
		...{ passRateCheckedOn: data.slagen_gezien_op ?? null, satisfactionTenths: data.tevredenheid ?? null },
		satisfactionSource: data.tevredenheid_bron || null,
		satisfactionCheckedOn: data.tevredenheid_gezien_op ?? null,
		...{ phone: data.telefoon || null, email: data.email || null, website: data.website || null },
		...{ source: data.bron, checkedOn: data.gezien_op, isActive: data.zichtbaar !== 'nee' }
	};
}

const decimal = (value: number | null, by: number) =>
	value === null ? '' : String(Math.round((value / by) * 100) / 100).replace('.', ',');
const told = (value: boolean | null) => (value === null ? '' : value ? 'ja' : 'nee');
const text = (value: { toString(): string } | null | undefined) => value?.toString() ?? '';

/** A course as it stands in the form and in the file: read again, it is the same course. */
export function textOf(course: Course): Record<CursusKolom, string> {
	const lessons = course.schedule.map(
		({ weekday, from, until }) => `${weekdays[weekday - 1]} ${from}-${until}`
	);
	return {
		...{
			sleutel: course.ref ?? course.id,
			aanbieder: course.provider,
			cursus: course.name,
			route: course.route
		},
		...{ niveau_van: course.levelFrom, niveau_tot: course.levelTo, doel: text(course.goal) },
		...{ uren_nt2: decimal(course.nt2Minutes, 60), uren_knm: decimal(course.knmMinutes, 60) },
		...{
			uren_online: decimal(course.onlineMinutes, 60),
			uren_in_de_klas: decimal(course.physicalMinutes, 60)
		},
		...{ weken: text(course.weeks), prijs_totaal: decimal(course.priceTotalCents, 100) },
		...{
			prijs_per_uur: decimal(course.pricePerHourCents, 100),
			prijs_materiaal: decimal(course.materialCents, 100)
		},
		...{ inbegrepen: course.includes.join('|'), prijs_bron: text(course.priceSource) },
		...{ prijs_gezien_op: text(course.priceCheckedOn), startdata: course.startsOn.join('|') },
		...{ elke_week: told(course.hasContinuousStart), rooster: lessons.join('|') },
		...{ rooster_bron: text(course.scheduleSource), rooster_gezien_op: text(course.scheduleCheckedOn) },
		...{ plaats: text(course.place), adres: text(course.address), postcode: text(course.postcode) },
		...{ reistijd_minuten: text(course.travelMinutes), kinderopvang: told(course.hasChildcare) },
		...{ groepsgrootte: text(course.groupSize), talen: course.languages.join('|') },
		...{ keurmerk: told(course.hasKeurmerk), keurmerk_geldig_tot: text(course.keurmerkValidUntil) },
		...{ keurmerk_bron: text(course.keurmerkSource), keurmerk_gezien_op: text(course.keurmerkCheckedOn) },
		...{ slagingspercentage: text(course.passRatePercent), slagen_bron: text(course.passRateSource) },
		...{
			slagen_gezien_op: text(course.passRateCheckedOn),
			tevredenheid: decimal(course.satisfactionTenths, 10)
		},
		tevredenheid_bron: text(course.satisfactionSource),
		tevredenheid_gezien_op: text(course.satisfactionCheckedOn),
		...{ telefoon: text(course.phone), email: text(course.email), website: text(course.website) },
		...{ bron: course.source, gezien_op: text(course.checkedOn), zichtbaar: told(course.isActive) }
	};
}
