import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReviewed, languages } from '#lib/ui/languages.ts';
import {
	hashOf,
	isFor,
	pluralsOf,
	readGlossary,
	readLocales,
	readMessages,
	readStatus,
	variantNames,
	variantsOf
} from '../scripts/i18n/messages.ts';
import { hardLimit, longestSentence, stiffness } from '../scripts/i18n/plain-dutch.ts';
import { sentencesInModule, wordsInComponent } from '../scripts/i18n/sentences-in-code.ts';
import { checks } from '../scripts/i18n/translation.ts';
import { reviewedFile, reviewedLocales, reviewedModule } from '../scripts/i18n/write.ts';

// The messages as they are. That each check goes red on a fault: messages-checks.test.ts.

const served = readLocales();
const others = served.filter((locale) => locale !== 'nl');
const all = new Map(served.map((locale) => [locale, readMessages(locale)]));
const dutch = all.get('nl') ?? {};
const glossary = readGlossary();
const terms = Object.keys(glossary);

test('settings, the table of languages and the files name the same locales', () => {
	const files = readdirSync('messages').filter((file) => file.endsWith('.json') && file !== 'glossary.json');
	expect([...served].sort()).toEqual(files.map((file) => file.slice(0, -'.json'.length)).sort());
	expect(languages.map(({ id }) => id)).toEqual(expect.arrayContaining(served));
});

test('every message exists in every language; staff messages in Dutch and English', () => {
	const missing = others.flatMap((locale) =>
		Object.keys(dutch)
			.filter((key) => isFor(key, locale) && all.get(locale)?.[key] === undefined)
			.map((key) => `${locale}: ${key}`)
	);
	const extra = others.flatMap((locale) =>
		Object.keys(all.get(locale) ?? {})
			.filter((key) => !(key in dutch))
			.map((key) => `${locale}: ${key} is not in nl`)
	);
	expect([...missing, ...extra]).toEqual([]);
});

test.each(Object.keys(checks) as (keyof typeof checks)[])('no translation has a fault: %s', (name) => {
	const faults = served.flatMap((locale) =>
		Object.entries(all.get(locale) ?? {})
			.map(([key, text]) => ({ key, locale, text, dutch: dutch[key] ?? '', terms }))
			.flatMap((one) => {
				const fault = checks[name](one);
				return fault ? `${locale}: ${one.key}: ${fault}` : [];
			})
	);
	expect(faults).toEqual([]);
});

test('a plural message in Dutch has exactly the variants that CLDR gives Dutch', () => {
	const wrong = Object.entries(dutch)
		.filter(([, text]) => pluralsOf(text).length > 0)
		.filter(
			([, text]) =>
				variantsOf(text)
					.map(([name]) => name)
					.sort()
					.join() !== variantNames(pluralsOf(text), 'nl').join()
		);
	expect(wrong.map(([key]) => key)).toEqual([]);
});

/** Sentences of more than 12 words that no shorter ones replace as well. The reason stands behind the key. */
const mayBeLong: [key: string, reason: string][] = [];

test('the Dutch is simple: short sentences, no stiff phrase, no passive, no abbreviation without explanation', () => {
	const long = mayBeLong.map(([key]) => key);
	const faults = Object.entries(dutch).flatMap(([key, text]) =>
		stiffness(key, text, terms, long).map((fault) => `${key}: ${fault}`)
	);
	expect(faults).toEqual([]);
	expect(long.filter((key) => longestSentence(dutch[key] ?? '') <= 12)).toEqual([]);
	expect(hardLimit).toBe(15);
});

test('every term of the glossary is explained in simple Dutch', () => {
	const faults = Object.entries(glossary).flatMap(([term, meaning]) =>
		stiffness('glossary', meaning, terms).map((fault) => `${term}: ${fault}`)
	);
	expect(faults).toEqual([]);
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('lib/paraglide'))
	.map((file) => ({ file, code: readFileSync(`src/${file}`, 'utf8') }));

test('no message is left unused', () => {
	const used = new Set(
		sources.flatMap(({ code }) => [...code.matchAll(/\bm\.(\w+)/g)].map((found) => found[1]))
	);
	expect(Object.keys(dutch).filter((key) => !used.has(key))).toEqual([]);
});

/** Files whose sentences are for no reader of a page. */
const forMachines: [file: RegExp, reason: string][] = [
	[/^routes\/api\//, 'the API speaks English to programmers'],
	[/^routes\/\(public\)\/(?:readyz|healthz)\//, 'for the machine that watches the server'],
	[/^lib\/ui\/words-of-begrippen\.ts$/, 'terms of the law: Dutch in every language, marked as Dutch']
];

test('no sentence stands in the code of a page or a component', () => {
	const found = sources
		.filter(({ file }) => /^(?:routes|lib\/ui)\//.test(file) && !file.endsWith('.test.ts'))
		.filter(({ file }) => !forMachines.some(([pattern]) => pattern.test(file)))
		.flatMap(({ file, code }) =>
			(file.endsWith('.svelte') ? wordsInComponent(code) : sentencesInModule(code)).map(
				(words) => `${file}: ${words}`
			)
		);
	expect(found).toEqual([]);
});

test('every translation says how far it is, and from which Dutch it was made', () => {
	for (const locale of others) {
		const status = readStatus(locale);
		expect(Object.keys(status)).toEqual(Object.keys(all.get(locale) ?? {}));
		const faults = Object.entries(status).filter(
			([key, { state, sourceHash, reviewer, at }]) =>
				// A Dutch text that changed makes its translations outdated: they are written again, or say so.
				(state === 'outdated') === (sourceHash === hashOf(dutch[key])) ||
				!['machine', 'translated', 'reviewed', 'outdated'].includes(state) ||
				(['translated', 'reviewed'].includes(state) && !(reviewer && at))
		);
		expect(faults.map(([key]) => `${locale}: ${key}`)).toEqual([]);
	}
});

test('which languages are reviewed follows from the status of every message', () => {
	expect(readFileSync(reviewedFile, 'utf8')).toBe(reviewedModule(reviewedLocales()));
	for (const locale of served)
		expect(isReviewed(locale as Parameters<typeof isReviewed>[0]), locale).toBe(
			reviewedLocales().includes(locale)
		);
});
