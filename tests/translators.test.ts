import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withCoverage } from '../scripts/i18n/coverage.ts';
import { fromCsv, toCsv } from '../scripts/i18n/csv.ts';
import {
	hashOf,
	readGlossary,
	readLocales,
	readMessages,
	readStatus,
	type Text
} from '../scripts/i18n/messages.ts';
import { rowsFor, take } from '../scripts/i18n/sheet.ts';

// What a translator gets and gives back (docs/translations.md).

const terms = Object.keys(readGlossary());
const incoming = { reviewer: 'Selam', day: '2026-11-29', state: 'reviewed' as const, terms };
const dagen: Text = [
	{
		declarations: ['input count', 'local n = count: plural'],
		selectors: ['n'],
		match: { 'n=one': '{count} dag', 'n=other': '{count} dagen' }
	}
];
const dutch: Record<string, Text> = { admin_a: 'Bewaar', dagen, ja: 'Ja', tot: 'Tot {dag}' };
const arabic = (texts: Record<string, Text> = {}) => ({ locale: 'ar', texts, dutch, status: {} });
const sheet = () => rowsFor(arabic(), () => '(public)/aanmelden');
/** The sheet with translations filled in, per key and variant. */
const filled = (words: Record<string, string>, rows = sheet()) =>
	rows.map((row, n) =>
		n === 0
			? row
			: row.map((cell, at) => (at === 4 ? (words[`${row[0]}${row[1] ? ` ${row[1]}` : ''}`] ?? '') : cell))
	);
const days = Object.fromEntries(
	['zero', 'one', 'two', 'few', 'many', 'other'].map((category) => [`dagen n=${category}`, '{count} يوم'])
);

test.each([
	[['a', 'b,c', 'd;e', 'f"g', ' h ', 'i\nj', 'k\r\nl', '']],
	[['=1+1', '+31 6', '-2', '@a', "'=a", "''-b", "'gewoon", "l'heure"]],
	[['نعم، سأحضر', 'እወ፣', 'می‌آیم', '简体中文']]
])('a sheet comes back as it went: %s', (row) => {
	expect(fromCsv(toCsv([['kop', 'tweede'], row]))).toEqual([['kop', 'tweede'], row]);
});

test('OUT-04 no cell is a formula; a byte order mark says UTF-8; lines end as RFC 4180 says', () => {
	const csv = toCsv([['=HYPERLINK("x")', '+1', '-1', '@a', '\t=1']]);
	expect(csv).toBe('\uFEFF"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@a,"\'\t=1"\r\n');
});

test('what a spreadsheet saved with semicolons and other line ends is read as well', () => {
	expect(fromCsv('key;translation\nja;"a;b"\n')).toEqual([
		['key', 'translation'],
		['ja', 'a;b']
	]);
	expect(() => fromCsv('key,"a')).toThrow('a quotation mark is not closed');
});

test.each(readLocales().filter((locale) => locale !== 'nl'))(
	'every message of %s goes out and comes back the same, now reviewed',
	(locale) => {
		const now = {
			locale,
			texts: readMessages(locale),
			dutch: readMessages('nl'),
			status: readStatus(locale)
		};
		const back = take(fromCsv(toCsv(rowsFor(now, () => '')))!, now, incoming);
		expect(back.errors).toEqual([]);
		expect(back.changed).toEqual([]);
		expect(back.texts).toEqual(now.texts);
		expect(Object.values(back.status).every(({ state }) => state === 'reviewed')).toBe(true);
	}
);

test('a row says where a message stands, its Dutch, its placeholders; six rows for a plural in Arabic, none for staff', () => {
	const [, ...rows] = sheet();
	expect(rows.map(([key, variant]) => `${key} ${variant}`.trim())).toEqual([
		'dagen n=few',
		'dagen n=many',
		'dagen n=one',
		'dagen n=other',
		'dagen n=two',
		'dagen n=zero',
		'ja',
		'tot'
	]);
	expect(rows.at(-1)).toEqual([
		'tot',
		'',
		'(public)/aanmelden',
		'Tot {dag}',
		'',
		'missing',
		'{dag}',
		'24',
		`nl-${hashOf('Tot {dag}')}`
	]);
	expect(rows[0]?.[3]).toBe('{count} dagen');
	expect(rows[2]?.[3]).toBe('{count} dag');
});

test('only the states that are asked for', () => {
	const status = { ja: { state: 'machine' as const, sourceHash: hashOf('Ja') } };
	const some = rowsFor({ ...arabic({ ja: 'نعم' }), status }, () => '', ['machine', 'outdated']);
	expect(some.map(([key]) => key)).toEqual(['key', 'ja']);
});

test('what comes back is taken with the name and the day; an empty row stays as it was', () => {
	const before = arabic({ tot: 'حتى {dag}' });
	const { texts, status, changed, errors } = take(filled({ ja: 'نعم', ...days }), before, incoming);
	expect(errors).toEqual([]);
	expect(texts.tot).toBe('حتى {dag}');
	expect(texts.ja).toBe('نعم');
	expect(texts.dagen).toMatchObject([{ selectors: ['n'], match: { 'n=two': '{count} يوم' } }]);
	expect(status).toEqual({
		dagen: { state: 'reviewed', sourceHash: hashOf(dagen), reviewer: 'Selam', at: '2026-11-29' },
		ja: { state: 'reviewed', sourceHash: hashOf('Ja'), reviewer: 'Selam', at: '2026-11-29' }
	});
	expect(changed).toEqual(['dagen', 'ja']);
});

const without = (key: string) => Object.fromEntries(Object.entries(days).filter(([name]) => name !== key));
test.each([
	['a placeholder is lost', { tot: 'حتى' }, 'line 9: tot: placeholders'],
	['a category is lost', without('dagen n=two'), 'line 2: dagen: without n=two'],
	['letters of another alphabet', { ja: 'نعم да' }, 'line 8: ja: letters of another alphabet'],
	['Dutch is left over', { ja: 'Ja' }, 'line 8: ja: Dutch words: Ja'],
	['a control character', { ja: 'نعم\u200F' }, 'line 8: ja: a control character']
])('all or nothing, with the line: %s', (_fault, words, error) => {
	const taken = take(filled({ ja: 'نعم', ...words }), arabic(), incoming);
	expect(taken.errors).toEqual([expect.stringContaining(error)]);
	expect([taken.texts, taken.status]).toEqual([{}, {}]);
});

test('a sheet of an older Dutch, an unknown key, a row twice and a missing column are refused', () => {
	const rows = filled({ ja: 'نعم' });
	const ja = rows.find(([key]) => key === 'ja')!;
	const errorsOf = (all: string[][]) => take(all, arabic(), incoming).errors;
	expect(errorsOf(rows.map((row) => (row === ja ? row.with(8, 'nl-0') : row)))).toEqual([
		'line 8: ja: the Dutch has changed since the export: export again'
	]);
	expect(errorsOf(rows.map((row) => (row === ja ? row.with(0, 'nee') : row)))[0]).toContain(
		'there is no such message'
	);
	expect(errorsOf([...rows, ja])).toEqual(['line 10: ja: it stands in the file twice']);
	expect(errorsOf(rows.map((row) => row.slice(0, 4)))).toEqual([
		'line 1: there is no column translation, source'
	]);
});

test('the table in docs/translations.md is current', () => {
	const page = readFileSync('docs/translations.md', 'utf8');
	expect(page).toBe(withCoverage(page));
});
