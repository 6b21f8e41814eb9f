import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReviewed, languages } from '#lib/ui/languages.ts';

type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> }[];
type Text = string | Variants;

const files = readdirSync('messages').filter((file) => file.endsWith('.json'));
const served = files.map((file) => file.slice(0, -'.json'.length));
const texts = (locale: string): Record<string, Text> => {
	const { $schema: _schema, ...messages } = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8'));
	return messages;
};
const all = new Map(served.map((locale) => [locale, texts(locale)]));
const dutch = all.get('nl') ?? {};
const others = served.filter((locale) => locale !== 'nl');

const isStaff = (key: string) => /^(admin|partner)_/.test(key);
const sentences = (text: Text) =>
	typeof text === 'string' ? [text] : text.flatMap((variant) => Object.values(variant.match));
const placeholders = (text: Text) =>
	[...new Set(sentences(text).flatMap((s) => [...s.matchAll(/\{(\w+)\}/g)].map((found) => found[1])))].sort();
/** Plural categories that a message declares, per selector. */
const categories = (text: Text) =>
	typeof text === 'string'
		? []
		: [...new Set(Object.keys(text[0]?.match ?? {}).map((key) => key.split('=')[1]))].sort();

const faults = (check: (key: string, text: Text, locale: string) => string | undefined, locales = others) =>
	locales.flatMap((locale) =>
		Object.entries(all.get(locale) ?? {}).flatMap(([key, text]) => check(key, text, locale) ?? [])
	);

test('settings, the table of languages and the files name the same locales', () => {
	const settings = JSON.parse(readFileSync('messages/project.inlang/settings.json', 'utf8')) as {
		locales: string[];
	};
	expect([...settings.locales].sort()).toEqual([...served].sort());
	expect(languages.map(({ id }) => id)).toEqual(expect.arrayContaining(served));
});

test('every message exists in every language; staff messages in Dutch and English', () => {
	const missing = others.flatMap((locale) =>
		Object.keys(dutch)
			.filter((key) => !isStaff(key) || locale === 'en')
			.filter((key) => all.get(locale)?.[key] === undefined)
			.map((key) => `${locale}: ${key}`)
	);
	expect(missing).toEqual([]);
	expect(
		faults((key, _text, locale) => (key in dutch ? undefined : `${locale}: ${key} is not in nl`))
	).toEqual([]);
});

test('a translation has the placeholders of the Dutch', () => {
	const differing = faults((key, text, locale) => {
		const wanted = placeholders(dutch[key] ?? '');
		return placeholders(text).every((name) => wanted.includes(name)) &&
			wanted.every((name) => name === 'count' || placeholders(text).includes(name))
			? undefined
			: `${locale}: ${key} has {${placeholders(text).join(', ')}}, nl has {${wanted.join(', ')}}`;
	});
	expect(differing).toEqual([]);
});

test('a plural message has exactly the CLDR categories of its language', () => {
	const wrong = faults((key, text, locale) => {
		const found = categories(text).filter((category) => category !== '*');
		const isPlural =
			typeof text !== 'string' && text[0]?.declarations.some((line) => line.includes(': plural'));
		if (!isPlural || (text as Variants)[0]?.selectors.length !== 1) return undefined;
		const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
		return JSON.stringify(found) === JSON.stringify(wanted)
			? undefined
			: `${locale}: ${key} has ${found.join(' ')}, wants ${wanted.join(' ')}`;
	}, served);
	expect(wrong).toEqual([]);
});

test('no message holds markup, bidi controls or double spaces', () => {
	const bad = faults(
		(key, text, locale) =>
			sentences(text).some((s) => /<[a-z/]|[\u202A-\u202E\u2066-\u2069\u200E\u200F]| {2}/i.test(s))
				? `${locale}: ${key}`
				: undefined,
		served
	);
	expect(bad).toEqual([]);
});

test('the terms that stay Dutch stand in the translation where they stand in the Dutch', () => {
	const terms = ['PIP', 'MAP', 'PVT', 'KNM', 'DUO', 'B1', 'Z-route'];
	const lost = faults((key, text, locale) => {
		if (isStaff(key)) return undefined;
		const source = sentences(dutch[key] ?? '').join(' ');
		const here = sentences(text).join(' ').replaceAll('Z', 'Z-route');
		const gone = terms.filter((term) => new RegExp(`\\b${term}\\b`).test(source) && !here.includes(term));
		return gone.length ? `${locale}: ${key} lost ${gone.join(', ')}` : undefined;
	});
	expect(lost).toEqual([]);
});

test('no message is left unused', () => {
	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('lib/paraglide'))
		.map((file) => readFileSync(`src/${file}`, 'utf8'))
		.join('\n');
	const used = new Set([...sources.matchAll(/\bm\.(\w+)/g)].map((found) => found[1]));
	expect(Object.keys(dutch).filter((key) => !used.has(key))).toEqual([]);
});

test('every translation says how far it is, and from which Dutch it was made', () => {
	const hash = (text: Text | undefined) =>
		createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 12);
	for (const locale of others) {
		const status = JSON.parse(readFileSync(`messages/status/${locale}.json`, 'utf8')) as Record<
			string,
			{ state: string; sourceHash: string; reviewer?: string }
		>;
		expect(Object.keys(status)).toEqual(Object.keys(all.get(locale) ?? {}));
		// A Dutch text that changed makes its translations outdated: they are written again, or say so.
		const outdated = Object.entries(status).filter(
			([key, { state, sourceHash }]) => state !== 'outdated' && sourceHash !== hash(dutch[key])
		);
		expect(outdated.map(([key]) => `${locale}: ${key}`)).toEqual([]);
		const isChecked = Object.values(status).every(({ state, reviewer }) => state === 'reviewed' && reviewer);
		expect(isReviewed(locale as Parameters<typeof isReviewed>[0]), locale).toBe(isChecked);
	}
});
