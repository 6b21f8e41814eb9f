import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dingen, slotNames, stockId, stockZinnen, type SlotName, type StockZin } from '#lib/domain/zinnen.ts';
import { locales, type LocaleId, type ZinGebruik } from '#lib/domain/vocabulary.ts';
import { stockStates } from '#lib/server/phrase-status.ts';
import { readZinnen } from '#lib/server/zinnen.ts';
import { dutchOf, saidZin } from '#lib/ui/words-of-zinnen.ts';
import { openTestDatabase } from './database.ts';

await openTestDatabase();
const filled = { dag: '2026-11-25', tijd: '14:30', plaats: 'Stadhuis', persoon: 'Jamila', ding: 'bril', minuten: '30' } as const satisfies Record<SlotName, string>; // prettier-ignore
const status = (locale: LocaleId) =>
	JSON.parse(readFileSync(`messages/status/${locale}.json`, 'utf8')) as Record<string, { state: string }>;
const keys = Object.keys(stockZinnen) as StockZin[];
const used = (key: StockZin): ZinGebruik => ({
	zin: stockId(key),
	slots: Object.fromEntries(stockZinnen[key].slots.map((name) => [name, filled[name]]))
});
const said = async (zin: ZinGebruik, locale: LocaleId) => saidZin((await readZinnen([zin], locale))[0]!);

describe('the common stock', () => {
	test.each(locales)('every phrase is said in %s with everything that was filled in', async (locale) => {
		for (const key of keys) {
			const { own, nl, state } = await said(used(key), locale);
			const text = locale === 'nl' ? nl : (own ?? '');
			expect(text, key).not.toMatch(/[{}[\]]|undefined|NaN/);
			expect(text.length, key).toBeGreaterThan(3);
			for (const name of stockZinnen[key].slots) {
				const seen = { dag: '25-11-2026', tijd: '14:30', minuten: '30', ding: '', plaats: '\u2068Stadhuis\u2069', persoon: '\u2068Jamila\u2069' }; // prettier-ignore
				expect(text, `${key} ${name}`).toContain(seen[name]);
			}
			if (locale !== 'nl') expect(own, key).not.toBe(nl);
			expect(state, key).toBe(locale === 'nl' ? 'reviewed' : status(locale)[`zin_${key}`]?.state);
		}
	});

	test('every thing to bring has a word in every language', async () => {
		for (const locale of locales)
			for (const ding of dingen) {
				const { own, nl } = await said({ zin: stockId('afspraak_neem_mee'), slots: { ding } }, locale);
				expect(own ?? nl, `${locale} ${ding}`).not.toContain(ding.includes('_') ? ding : '{');
			}
	});

	test('a day is said with its weekday in the own language, and in Dutch beside it', async () => {
		const { own, nl } = await said(used('antwoord_ik_bel'), 'ti');
		expect(own).toContain('ረቡዕ 25-11-2026');
		expect(nl).toBe('Ik bel u op woensdag 25-11-2026 om 14:30.');
	});

	test('a slot that is not filled in shows its name between brackets', async () => {
		const { nl } = await said({ zin: stockId('antwoord_ik_bel'), slots: { tijd: '14:30' } }, 'ti');
		expect(nl).toBe('Ik bel u op [dag] om 14:30.');
	});

	test('a phrase that was never there is left out', async () => {
		expect(
			await readZinnen(
				[
					{ zin: 'stock:toString', slots: {} },
					{ zin: 'x', slots: {} }
				],
				'ti'
			)
		).toEqual([]);
	});

	test('the state of each translation is that of messages/status', async () => {
		expect([...(await stockStates('ti')).keys()]).toEqual(keys);
		expect(await stockStates('nl')).toEqual(new Map(keys.map((key) => [key, 'reviewed'])));
	});

	test('a Dutch phrase names each of its slots once', () => {
		expect(Object.keys(slotNames)).toHaveLength(6);
		for (const key of keys) {
			const slots = Object.fromEntries(
				stockZinnen[key].slots.map((name) => [name, { kind: slotNames[name] }])
			);
			const dutch = dutchOf({ zin: stockId(key), slots, texts: null });
			expect(dutch.match(/\[\w+\]/g) ?? [], key).toHaveLength(stockZinnen[key].slots.length);
		}
	});
});
