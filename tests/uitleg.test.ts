import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { artikel, titels } from '#lib/domain/wet/artikelen.ts';
import {
	begripGroups,
	begrippen,
	begrippenIn,
	numbersOf,
	isBegrip,
	type Begrip
} from '#lib/domain/wet/begrippen.ts';
import { parameters } from '#lib/domain/wet/parameters.ts';
import { locales } from '#lib/paraglide/runtime.js';
import { begripWords, numberWords, explanation, type Part } from '#lib/ui/words-of-begrippen.ts';
import { load } from '../src/routes/(public)/uitleg/[begrip]/+page.server.ts';

const slugs = Object.keys(begrippen).filter(isBegrip);
const parts: Part[] = ['title', 'what', 'you', 'todo'];
const today = Temporal.PlainDate.from('2026-11-23');
const text = (begrip: Begrip, part: Part, locale: (typeof locales)[number]) =>
	explanation(begrip, part, numbersOf(begrip, today), { locale });
const sentences = (words: string) => words.split(/(?<=[.?!።؟])\s+/);

type Message = string | { match: Record<string, string> }[];
const messages = (locale: string) =>
	Object.entries(JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, Message>)
		.filter(([key]) => key.startsWith('uitleg_'))
		.flatMap(([key, message]) =>
			(typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))).map(
				(said) => [key, said] as const
			)
		);

test('every word that was asked for is explained', () => {
	const asked = 'pip inburgeringstermijn verlenging leerroute b1-route onderwijsroute z-route pvt map knm examen schakelen afschalen bezwaar ontzorgen maatschappelijke-begeleiding brede-intake leerbaarheidstoets voortgangsgesprek vrijstelling ontheffing verhuizing diploma duo college kosten lening uren verwacht einddatum-voorbij'; // prettier-ignore
	expect(slugs).toEqual(expect.arrayContaining(asked.split(' ')));
});

test('every word stands in one group of the index, and leads to other words that exist', () => {
	expect(begripGroups.flatMap(begrippenIn).toSorted()).toEqual(slugs.toSorted());
	for (const begrip of slugs) {
		const others: readonly string[] = begrippen[begrip].related;
		expect(others.length, begrip).toBeGreaterThan(0);
		expect(others.filter((other) => !isBegrip(other) || other === begrip)).toEqual([]);
	}
});

test.each(slugs)('%s says something in every language', (begrip) => {
	for (const locale of locales)
		for (const part of parts) {
			const said = text(begrip, part, locale);
			expect(said.length, `${locale} ${part}`).toBeGreaterThan(2);
			expect(said, `${locale} ${part}`).not.toMatch(/[{}]|undefined|NaN/);
			if (locale !== 'nl') expect(said, `${locale} ${part}`).not.toBe(text(begrip, part, 'nl'));
		}
});

// Counted where sentences were written to it; in other languages a word holds more or less (Somali, Pashto, Chinese).
const counted = ['nl', 'en', 'ar', 'ti'] as const;

test.each(slugs)('%s has three to six sentences of at most twelve words', (begrip) => {
	for (const locale of counted) {
		const said = (['what', 'you', 'todo'] as const).flatMap((part) => sentences(text(begrip, part, locale)));
		expect(said.length, locale).toBeGreaterThanOrEqual(3);
		expect(said.length, locale).toBeLessThanOrEqual(6);
		expect(said.filter((sentence) => sentence.split(/\s+/).length > 12)).toEqual([]);
	}
});

test.each(slugs)('the words of %s have the numbers that its parameters name, and no other', (begrip) => {
	const key = begrip.replaceAll('-', '_');
	const keys = ['wat', 'u', 'doen'].map((part) => `uitleg_${key}_${part}`);
	const said = messages('nl').filter(([name]) => keys.includes(name));
	const used = said.flatMap(([, sentence]) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
	expect([...new Set(used)].toSorted()).toEqual(Object.keys(begrippen[begrip].numbers).toSorted());
});

test('no number of the law is typed in an explanation', () => {
	const typed = locales.flatMap((locale) =>
		messages(locale)
			.map(([key, said]) => [key, said.replaceAll(/\{\w+\}/g, '').replaceAll(/\b[AB][12]\b/g, '')] as const)
			.filter(([, said]) => /\p{Nd}/u.test(said))
			.map(([key]) => `${locale}: ${key}`)
	);
	expect(typed).toEqual([]);
	const spelled =
		/\b(twee|drie|vier|vijf|zes|acht|tien|twaalf|anderhalf|half jaar|two|three|four|five|six|eight|ten|twelve)\b/i;
	const found = (['nl', 'en'] as const).flatMap((locale) =>
		messages(locale).filter(([, said]) => spelled.test(said))
	);
	expect(found).toEqual([]);
});

test('a number comes from the law of the day, in the unit that people say', () => {
	expect(text('pvt', 'you', 'nl')).toContain(`${(parameters.pvt.perioden[0]?.waarde ?? 0) / 60} uur`);
	const said = (naam: keyof typeof parameters, locale: 'nl' | 'ar' | 'ti') =>
		numberWords(
			{ waarde: parameters[naam].perioden[0]?.waarde ?? 0, eenheid: parameters[naam].eenheid },
			{ locale }
		);
	expect(said('inburgeringstermijn', 'nl')).toBe('3 jaar');
	expect(said('schakelen', 'nl')).toBe('18 maanden');
	expect(said('schakelen', 'ar')).toBe('18 شهرًا');
	expect(said('bezwaar', 'nl')).toBe('6 weken');
	expect(said('bezwaar', 'ti')).toBe('6 ሰሙናት');
	expect(said('kostelozePogingen', 'ar')).toBe('مرتين');
});

test('every grondslag of a word resolves to an article with an address', () => {
	for (const begrip of slugs)
		for (const code of begrippen[begrip].grondslag) {
			expect(Object.hasOwn(titels, code), code).toBe(true);
			expect(artikel(code).url, code).toMatch(/^https:\/\/wetten\.overheid\.nl\//);
		}
});

test('R-36: no explanation speaks of a fine, an amount or being too late', () => {
	const threat = /boete|straf|euro|€|te laat bent|fine[sd]?\b|penalt|punish|غرامة|عقوبة|يورو|መቕጻዕቲ|ዩሮ/i;
	for (const locale of locales) expect(messages(locale).filter(([, said]) => threat.test(said))).toEqual([]);
	const articles = slugs.flatMap((begrip) => begrippen[begrip].grondslag.map((code) => artikel(code).titel));
	expect(articles.filter((titel) => threat.test(titel))).toEqual([]);
});

test('terms of the law stay in Latin letters in every language', () => {
	for (const begrip of slugs) expect(begripWords[begrip].term).toMatch(/^[A-Z][A-Za-z0-9 -]+$/);
});

const visit = (begrip: string) =>
	load({ params: { begrip }, locals: { now: Temporal.Instant.from('2026-11-23T09:00:00Z') } } as never);

test('the page of a word has who decides, its articles and its numbers', () => {
	expect(visit('bezwaar')).toMatchObject({
		besluitDoor: ['college', 'duo'],
		numbers: { termijn: { waarde: parameters.bezwaar.perioden[0]?.waarde, eenheid: 'weken' } }
	});
});

test.each(['boete', 'PIP', 'toString', '__proto__', 'constructor', ''])(
	'an unknown word (%s) is a 404',
	(begrip) => {
		expect(() => visit(begrip)).toThrow(expect.objectContaining({ status: 404 }));
	}
);
