import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { locales } from '#lib/domain/vocabulary.ts';
import { latinDigits } from '../digits.ts';
import { secretFields } from '../typed-drafts.ts';

/** A code per field; pages say it in words through Record<…>. */
export type FieldErrors = Record<string, string>;
export type Typed = Record<string, string | string[]>;
export type Parsed<T> =
	| { ok: true; data: T; typed: Typed }
	/** `isSwitch`: only the language of the page is to change; nothing was judged. `status` is what to answer with. */
	| { ok: false; isSwitch: boolean; status: 200 | 400; errors: FieldErrors; typed: Typed };

const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;
const bidi = /[\u202A-\u202E\u2066-\u2069]/;

/** One line of text: trimmed, NFC, no control or bidi characters (IN-06). Absent and empty are the same. */
export const line = (max: number) =>
	z
		.string()
		.transform((value) => value.normalize('NFC').trim())
		.pipe(
			z
				.string()
				.max(max, 'te_lang')
				.refine(
					(v) => v.isWellFormed() && !control.test(v) && !bidi.test(v) && !/[\n\r]/.test(v),
					'vreemde_tekens'
				)
		);
/** Several lines of text. */
export const lines = (max: number) =>
	z
		.string()
		.transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
		.pipe(
			z
				.string()
				.max(max, 'te_lang')
				.refine((v) => v.isWellFormed() && !control.test(v), 'vreemde_tekens')
		);
export const required = (text: z.ZodType<string, string>) => text.pipe(z.string().min(1, 'verplicht'));
/** Empty means absent. */
export const optional = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (value === '' || value === undefined ? undefined : value), schema.optional());
export const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'kies');
/** A list of check boxes: absent is none. */
export const choices = <const T extends readonly [string, ...string[]]>(values: T) =>
	z.preprocess(
		(value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
		z.array(z.enum(values, 'kies')).max(100)
	);
function asDay(value: string): Temporal.PlainDate | undefined {
	const text = latinDigits(value).trim();
	const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
	const iso = dutch ? `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}` : text;
	try {
		return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Temporal.PlainDate.from(iso) : undefined;
	} catch {
		return undefined;
	}
}
/** A calendar day, as the browser sends it (2026-11-23) or as people write it (23-11-2026). */
export const day = z
	.string()
	.max(20, 'datum')
	.transform((value, context) => {
		const found = asDay(value);
		if (found && found.year >= 1900 && found.year <= 2100) return found;
		context.addIssue({ code: 'custom', message: value.trim() === '' ? 'verplicht' : 'datum' });
		return z.NEVER;
	});
/** A day of birth: also typed without separators (`02031990`), since the keypad of a phone has none. */
export const birthDay = z
	.string()
	.transform((value) =>
		latinDigits(value)
			.trim()
			.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1-$2-$3')
	)
	.pipe(day);
/** `14:30` */
export const time = z
	.string()
	.transform((value) => latinDigits(value).trim().replace('.', ':'))
	.pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'tijd'));
export const whole = (min: number, max: number) =>
	z
		.string()
		.transform((value) => latinDigits(value).trim())
		.pipe(z.string().regex(/^-?\d{1,7}$/, 'getal'))
		.transform(Number)
		.pipe(z.number().min(min, 'te_klein').max(max, 'te_groot'));
/** Time worked, as hours and minutes: `2:30`, `2,5`, `2.5` or `150 min`; yields whole minutes. */
export const duration = (max: number) =>
	z.string().transform((value, context) => {
		const text = latinDigits(value).trim().toLowerCase().replace(',', '.');
		const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
		const hours = /^(\d{1,4}(?:\.\d{1,2})?)\s*(?:u|uur|h)?$/.exec(text);
		const min = /^(\d{1,4})\s*(?:m|min|minuten)$/.exec(text);
		const minutes = clock
			? Number(clock[1]) * 60 + Number(clock[2])
			: hours
				? Number(hours[1]) * 60
				: min
					? Number(min[1])
					: Number.NaN;
		if (Number.isInteger(minutes) && minutes > 0 && minutes <= max) return minutes;
		context.addIssue({ code: 'custom', message: text === '' ? 'verplicht' : 'duur' });
		return z.NEVER;
	});
export const checkbox = z.preprocess((value) => value === 'on', z.boolean());
export const idField = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'kies');
/** What static/passkey.js puts in: read further by who judges it. */
export const passkeyAnswer = z.string().max(20_000);
/** Hidden fields of the forms: the idempotency key (IN-11) and the version (IN-12). */
export const formKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const version = whole(0, 1_000_000);

const groups = new WeakMap<z.ZodType, RegExp>();
/**
 * Fields that belong together and of which there may be any number, named `<field>.<rest>`: `rest` matches `names`
 * from first to last character, the schema gets a record of texts by `rest`. Errors are about `<field>.<rest>`.
 * @param max how many fields at most
 */
export function group(names: RegExp, text: z.ZodType<string, string>, max: number) {
	const schema = z.record(z.string(), text).refine((fields) => Object.keys(fields).length <= max, 'te_groot');
	groups.set(schema, names);
	return schema;
}
/** The group that a field is part of, and its name in it; undefined for a field that is none. */
function inGroup(shape: Record<string, z.ZodType>, name: string): [field: string, rest: string] | undefined {
	const dot = name.indexOf('.');
	const [field, rest] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
	const names = Object.hasOwn(shape, field) ? groups.get(shape[field]!) : undefined;
	return names && names.exec(rest)?.[0] === rest ? [field, rest] : undefined;
}
const isGroup = (shape: Record<string, z.ZodType>, name: string) => groups.has(shape[name]!);

/**
 * Reads a form strictly: unknown fields, a single field sent twice and malformed bodies answer 400 (IN-02, IN-03).
 * Wrong content comes back as a code per field, with everything that was typed.
 * A row of the language switcher comes back with what was typed and no errors, before anything is judged or written.
 * @param many names of the fields that may come more than once
 */
export async function readForm<S extends z.ZodObject>(
	request: Request,
	schema: S,
	many: readonly string[] = []
): Promise<Parsed<z.infer<S>>> {
	return parseForm(await formOf(request), schema, many);
}

/** The same for a form with one file, which is never part of what is shown again: a browser does not refill it. */
export async function readFormWithFile<S extends z.ZodObject>(
	request: Request,
	schema: S,
	fileName: string
): Promise<{ form: Parsed<z.infer<S>>; content: Uint8Array }> {
	const form = await formOf(request);
	const [file, ...more] = form.getAll(fileName);
	if (more.length > 0 || typeof file === 'string') error(400);
	form.delete(fileName);
	return { form: parseForm(form, schema, []), content: file ? await file.bytes() : new Uint8Array() };
}

async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(400);
	}
}

function parseForm<S extends z.ZodObject>(
	form: FormData,
	schema: S,
	many: readonly string[]
): Parsed<z.infer<S>> {
	const typed = Object.create(null) as Typed;
	const grouped: Record<string, Record<string, string>> = {};
	const isSwitch = takeSwitch(form, schema);
	for (const name of new Set(form.keys())) {
		const values = form.getAll(name);
		const member = inGroup(schema.shape, name);
		const isSingle = Object.hasOwn(schema.shape, name) && !isGroup(schema.shape, name);
		if (!(member || isSingle) || values.some((value) => typeof value !== 'string')) error(400);
		if (values.length > 1 && !many.includes(name)) error(400);
		typed[name] = many.includes(name) ? (values as string[]) : (values[0] as string);
		if (member) (grouped[member[0]] ??= {})[member[1]] = values[0] as string;
	}
	if (isSwitch) {
		for (const name of secretFields) delete typed[name];
		return { ok: false, isSwitch, status: 200, errors: {}, typed };
	}
	// What a browser leaves out (an empty choice, a hidden part) is an empty answer, not a malformed form.
	const sent = (name: string) => (isGroup(schema.shape, name) ? (grouped[name] ?? {}) : (typed[name] ?? ''));
	const complete = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, sent(name)]));
	const result = schema.safeParse(complete);
	if (result.success) return { ok: true, data: result.data, typed };
	const errors: FieldErrors = {};
	for (const { path, message } of result.error.issues) {
		const field = String(path[0] ?? '');
		errors[isGroup(schema.shape, field) ? path.join('.') : field] ??= known(message);
	}
	return { ok: false, isSwitch, status: 400, errors, typed };
}

/** Takes the language out of the form; one without fields of its own keeps nothing and knows no switch. */
function takeSwitch(form: FormData, schema: z.ZodObject): boolean {
	const [locale, ...more] = form.getAll('wissel');
	if (locale === undefined || more.length > 0 || Object.keys(schema.shape).length === 0) return false;
	if (!locales.some((id) => id === locale)) error(400);
	form.delete('wissel');
	return true;
}

const codes = ['verplicht', 'te_lang', 'vreemde_tekens', 'kies', 'datum', 'tijd', 'getal', 'te_klein', 'te_groot', 'duur', 'volgorde', 'verleden', 'toekomst'] as const; // prettier-ignore
export type FieldError = (typeof codes)[number];
const known = (message: string): FieldError => codes.find((code) => code === message) ?? 'verplicht';
