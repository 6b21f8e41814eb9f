import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, pluralsOf, readStatus, stateOf, variantNames, type Text } from '../scripts/i18n/messages.ts';
import { stiffness } from '../scripts/i18n/plain-dutch.ts';
import { sentencesInModule, wordsInComponent } from '../scripts/i18n/sentences-in-code.ts';
import { checks, faultsOf } from '../scripts/i18n/translation.ts';
import { reviewedLocales, writeMessages, writeStatus } from '../scripts/i18n/write.ts';

// Each check on a planted fault, and on what looks like one and is right.

const terms = ['B1', 'B1-route', 'DUO', 'PIP', 'PVT', 'college', 'het college'];
const plural = (...match: [string, string][]): Text => [
	{
		declarations: ['input count', 'local n = count: plural'],
		selectors: ['n'],
		match: Object.fromEntries(match)
	}
];
const two = (match: Record<string, string>): Text => [
	{
		declarations: ['input days', 'input hours', 'local n = days: plural', 'local h = hours: plural'],
		selectors: ['n', 'h'],
		match
	}
];
const one = (locale: string, text: Text, dutch: Text, key = 'vandaag_titel') => ({
	key,
	locale,
	text,
	dutch,
	terms
});

const red: [check: keyof typeof checks, locale: string, text: Text, dutch: Text][] = [
	['placeholders', 'en', 'Until {date}', 'Tot {dag}'],
	['placeholders', 'en', 'Until then', 'Tot {dag}'],
	[
		'plurals',
		'ar',
		plural(['n=one', 'يوم'], ['n=other', '{count} يوم']),
		plural(['n=one', 'dag'], ['n=other', 'dagen'])
	],
	['plurals', 'ru', 'день', plural(['n=one', 'dag'], ['n=other', 'dagen'])],
	[
		'plurals',
		'zh-Hans',
		plural(['n=one', '天'], ['n=other', '天']),
		plural(['n=one', 'dag'], ['n=other', 'dagen'])
	],
	[
		'plurals',
		'en',
		two({ 'n=one, h=one': '{days} {hours}', 'n=other, h=other': '{days} {hours}' }),
		two({
			'n=one, h=one': '{days} {hours}',
			'n=one, h=other': '{days} {hours}',
			'n=other, h=one': '{days} {hours}',
			'n=other, h=other': '{days} {hours}'
		})
	],
	['controls', 'ar', 'نعم\u200F، سأحضر', 'Ja, ik kom'],
	['controls', 'fa', '\u2067بله\u2069', 'Ja'],
	['markup', 'en', 'Your <b>plan</b>', 'Uw plan'],
	['markup', 'en', 'Your  plan', 'Uw plan'],
	['markup', 'en', 'Your plan ', 'Uw plan'],
	['empty', 'en', '', 'Uw plan'],
	['letters', 'ru', 'Вaш план', 'Uw plan'],
	['letters', 'uk', 'Ваш план о\u0440e', 'Uw plan'],
	['letters', 'ru', 'Ваші зустрічі', 'Uw afspraken'],
	['letters', 'fa', 'كتاب', 'Uw boek'],
	['letters', 'ar', 'یوم', 'Dag'],
	['letters', 'tr', 'Plаnınız', 'Uw plan'],
	['letters', 'am', 'ዕቅድ план', 'Uw plan'],
	['letters', 'zh-Hans', '請說您的時間', 'Noem uw tijd'],
	['dutchLeft', 'en', 'Your afspraak is tomorrow', 'Uw afspraak is morgen'],
	['dutchLeft', 'ti', 'ናይ Afspraak መዓልቲ', 'De dag van uw afspraak'],
	['dutchLeft', 'so', 'Kies een foto', 'Kies een foto'],
	['dutchLeft', 'fr', 'Overzicht', 'Overzicht'],
	['fixedTerms', 'en', 'Your plan at the Education Service', 'Uw plan bij DUO'],
	['fixedTerms', 'fr', 'Parcours B', 'B1-route'],
	['length', 'en', 'Yes', 'Uw consulent antwoordt binnen een week.'],
	['length', 'de', 'x '.repeat(60), 'Uw consulent antwoordt binnen een week.']
];
test.each(red)('%s goes red in %s: %s', (check, locale, text, dutch) => {
	expect(checks[check](one(locale, text, dutch))).toEqual(expect.any(String));
});

const green: [locale: string, text: Text, dutch: Text][] = [
	['en', 'Until {dag}', 'Tot {dag}'],
	['ar', 'تدفع البلدية تكاليف PIP وPVT', 'De gemeente betaalt PIP en PVT'],
	['am', 'ከDUO የመጣ ቀን', 'Een dag van DUO'],
	['tr', 'Kararı het college verir', 'Het college besluit'],
	['uk', 'Ваша зустріч об’єднана', 'Uw afspraak is samengevoegd'],
	['fa', 'می‌آیم', 'Ik kom'],
	['en', '{hours}: {days}', '{hours}: {days}'],
	['fr', 'Examen', 'Examen'],
	[
		'zh-Hans',
		plural(['n=other', '{count} 天']),
		plural(['n=one', '{count} dag'], ['n=other', '{count} dagen'])
	],
	[
		'ar',
		plural(
			['n=zero', '{count} يوم'],
			['n=one', 'يوم واحد'],
			['n=two', 'يومان'],
			['n=few', '{count} أيام'],
			['n=many', '{count} يومًا'],
			['n=other', '{count} يوم']
		),
		plural(['n=one', '{count} dag'], ['n=other', '{count} dagen'])
	]
];
test.each(green)('nothing is wrong in %s: %s', (locale, text, dutch) => {
	expect(faultsOf(one(locale, text, dutch))).toEqual([]);
});

test('two selectors: every combination of the categories, six times two in Arabic and Dutch', () => {
	expect(variantNames(['n', 'h'], 'nl')).toEqual([
		'n=one, h=one',
		'n=one, h=other',
		'n=other, h=one',
		'n=other, h=other'
	]);
	expect(variantNames(['n', 'h'], 'ar')).toHaveLength(36);
	expect(pluralsOf(two({}))).toEqual(['n', 'h']);
});

test.each([
	['Met deze brief kunt u uw plan, uw afspraken en uw uren zien.', 'a sentence of 13 words'],
	['Conform de wet krijgt u een brief.', 'stiff: Conform'],
	['U dient te bellen.', 'stiff: dient'],
	['Een brief inzake uw plan.', 'stiff: inzake'],
	['U krijgt geld op grond van de wet.', 'stiff: op grond van'],
	['Uw plan wordt morgen gemaakt.', 'passive: Uw plan wordt morgen gemaakt.'],
	['De uren moeten nog bevestigd worden.', 'passive: De uren moeten nog bevestigd worden.'],
	['Dit wordt door DUO besloten.', 'passive: Dit wordt door DUO besloten.'],
	['Neem iets mee, bijv. uw pas.', 'abbreviation: bijv.'],
	['Bel i.v.m. uw plan.', 'abbreviation: i.v.m.'],
	['Vraag het aan de IND.', 'abbreviation: IND']
])('the Dutch is not simple: %s', (sentence, fault) => {
	expect(stiffness('vandaag_titel', sentence, terms)).toContain(fault);
	expect(stiffness('admin_titel', sentence, terms)).toEqual([]);
});

test.each([
	'U wordt lid.',
	'Vandaag wordt het warm.',
	'U doet uw PVT bij DUO.',
	'U kunt nu inloggen met uw pincode.',
	'Ja. U belt. Wij antwoorden. U komt. Dat is alles. Dank u wel. Tot ziens.'
])('the Dutch is simple: %s', (sentence) => {
	expect(stiffness('vandaag_titel', sentence, terms)).toEqual([]);
});

test('a long sentence by name has at most 15 words', () => {
	const words = (n: number) => Array(n).fill('ja').join(' ');
	expect(stiffness('a', words(12), terms)).toEqual([]);
	expect(stiffness('a', words(15), terms, ['a'])).toEqual([]);
	expect(stiffness('a', words(16), terms, ['a'])).toEqual(['a sentence of 16 words']);
});

test.each([
	['<p>Welkom</p>', 'Welkom'],
	['<img alt="Een huis" src="/a.svg" />', 'Een huis'],
	['<input placeholder="Naam" />', 'Naam'],
	['<a title="Verder" href="/a">{m.a()}</a>', 'Verder'],
	['<nav aria-label="Menu"></nav>', 'Menu'],
	["{isDone ? 'Klaar' : ''}", 'Klaar'],
	['<Text words="Nog niet" />', 'Nog niet'],
	['<Text words={`Nog ${n} uur`} />', 'Nog'],
	["<script>\n\tconst error = 'Dat klopt niet.';\n</script>\n{error}", 'Dat klopt niet.'],
	["{#if a}<p>{m.a()} {b || 'onbekend'}</p>{/if}", 'onbekend']
])('words in a component: %s', (code, words) => {
	expect(wordsInComponent(code)).toContain(words);
});

test.each([
	'<!-- Een opmerking -->\n<p class="utrecht-paragraph inb-lead">{m.a()}</p>',
	'<Notice kind="info" href={localizeHref(`/uitleg/${a}`)}>· {m.a()}</Notice>',
	"<script>\n\timport a from './a b.ts';\n\t// Niets bijzonders hier.\n</script>",
	"{a === 'nl' ? m.a() : m.b()}",
	'<button class={["utrecht-button utrecht-button--subtle", a]}>{m.a()}</button>'
])('no words in a component: %s', (code) => {
	expect(wordsInComponent(code)).toEqual([]);
});

test('sentences in a module: what a page says counts, what is thrown and imported does not', () => {
	expect(sentencesInModule("fail(400, { error: 'Vul een datum in' });")).toEqual(['Vul een datum in']);
	expect(sentencesInModule('const a = `Nog ${n} dagen te gaan`;')).toEqual(['dagen te gaan']);
	expect(sentencesInModule("throw new Error('no such person here');\nimport a from './a b c.ts';")).toEqual(
		[]
	);
	expect(
		sentencesInModule("const a = 'text/css; charset=utf-8', b = 'utrecht-button utrecht-button--subtle';")
	).toEqual([]);
	expect(sentencesInModule("const a = ['een_code', 'de-tweede']; // een zin hier")).toEqual([]);
});

let folder: URL;
beforeEach(() => {
	folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'messages-'))}/`);
	mkdirSync(new URL('project.inlang/', folder));
	writeFileSync(
		new URL('project.inlang/settings.json', folder),
		JSON.stringify({ locales: ['nl', 'en', 'ti'] })
	);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (dutch: Record<string, Text>, ti: Record<string, Text>, given = {}) => {
	writeMessages('nl', dutch, folder);
	writeMessages('ti', ti, folder);
	writeStatus('ti', ti, dutch, given, folder);
	return readStatus('ti', folder);
};

test('missing, machine, translated, reviewed; outdated as soon as the Dutch is another', () => {
	const status = { state: 'reviewed', sourceHash: hashOf('Ja'), reviewer: 'A', at: '2026-11-29' } as const;
	expect(stateOf(undefined, 'Ja', undefined)).toBe('missing');
	expect(stateOf('እወ', 'Ja', undefined)).toBe('machine');
	expect(stateOf('እወ', 'Ja', { ...status, state: 'machine' })).toBe('machine');
	expect(stateOf('እወ', 'Ja', { ...status, state: 'translated' })).toBe('translated');
	expect(stateOf('እወ', 'Ja', status)).toBe('reviewed');
	expect(stateOf('እወ', 'Ja, ik kom', status)).toBe('outdated');
});

test('a change of the Dutch alone makes a translation outdated; when the Dutch comes back it is unchecked', () => {
	const reviewed = { state: 'reviewed', sourceHash: hashOf('Ja'), reviewer: 'A', at: '2026-11-29' };
	expect(write({ a: 'Ja' }, { a: 'እወ' }, { a: reviewed }).a?.state).toBe('reviewed');
	expect(write({ a: 'Ja, ik kom' }, { a: 'እወ' }).a).toEqual({ ...reviewed, state: 'outdated' });
	expect(write({ a: 'Ja' }, { a: 'እወ' }).a).toEqual({ state: 'machine', sourceHash: hashOf('Ja') });
	expect(readFileSync(new URL('status/ti.json', folder), 'utf8')).toMatch(/^\{\n\t"a": \{.*\}\n\}\n$/);
});

test('a language is reviewed when every message of it is, by somebody, against the Dutch of now', () => {
	const reviewed = (dutch: string) => ({
		state: 'reviewed',
		sourceHash: hashOf(dutch),
		reviewer: 'A',
		at: '2026-11-29'
	});
	const dutch = { a: 'Ja', b: 'Nee', admin_a: 'Bewaar' };
	write(dutch, { a: 'እወ', b: 'ኣይፋል' }, { a: reviewed('Ja') });
	expect(reviewedLocales(folder)).toEqual(['nl']);
	write(dutch, { a: 'እወ', b: 'ኣይፋል' }, { a: reviewed('Ja'), b: reviewed('Nee') });
	expect(reviewedLocales(folder)).toEqual(['nl', 'ti']);
	write({ ...dutch, b: 'Nee, dank u' }, { a: 'እወ', b: 'ኣይፋል' });
	expect(reviewedLocales(folder)).toEqual(['nl']);
	write({ ...dutch, c: 'Nieuw' }, { a: 'እወ', b: 'ኣይፋል' }, { a: reviewed('Ja'), b: reviewed('Nee') });
	expect(reviewedLocales(folder)).toEqual(['nl']);
});
