import { expect, test } from 'vitest';
import { languageNamed, proposedLanguage } from './languages.ts';
import { locales } from './vocabulary.ts';

test.each([
	['prs', 'fa-AF'],
	['pes', 'fa'],
	['kmr', 'ku'],
	['zh', 'zh-Hans'],
	['zh-CN', 'zh-Hans'],
	['zh-hans', 'zh-Hans'],
	['ti-ER', 'ti'],
	['ti-ET', 'ti'],
	['ar-SY', 'ar'],
	['ar-001', 'ar'],
	['PRS', 'fa-AF'],
	['FA-af', 'fa-AF'],
	['AR', 'ar']
])('%s is the language %s', (tag, locale) => expect(languageNamed(tag)).toBe(locale));

test('every language is its own name, in any letter case', () => {
	for (const locale of locales)
		expect([languageNamed(locale), languageNamed(locale.toUpperCase())]).toEqual([locale, locale]);
});

test.each(['', 'xx', 'arc', 'ar-', 'ar-<b>', 'fa-IR', 'zh-TW', '__proto__', 'constructor', 'pip'])(
	'%j names no language',
	(tag) => expect(languageNamed(tag)).toBeUndefined()
);

test.each([
	['ar-SY,ar;q=0.9,en;q=0.8', 'ar'],
	['th, prs;q=0.8, en;q=0.9', 'en'],
	['tr-TR', 'tr'],
	['zh-Hant-TW', 'zh-Hans'],
	['kmr', 'ku'],
	['en;q=0, ps', 'ps'],
	['th;q=1', undefined],
	['*', undefined],
	[';q=1,,', undefined],
	[null, undefined],
	['x'.repeat(5000), undefined]
])('Accept-Language %j proposes %s', (header, locale) => expect(proposedLanguage(header)).toBe(locale));
