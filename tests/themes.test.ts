import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Coordinator } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import { baseTokens, usedTokens } from '#lib/server/theme-base.ts';
import { colourOf, contrast, over } from '#lib/server/theme-colour.ts';
import { themeFindings, type Pair } from '#lib/server/theme-doctor.ts';
import { tokensOfFields } from '#lib/server/theme-fields.ts';
import { readTheme, tokensOfCss, type Tokens } from '#lib/server/theme-parse.ts';
import { cssOf } from '#lib/server/theme.ts';
import { draftTheme, draftTokens, saveTheme, themeOf, undoTheme } from '#lib/server/themes.ts';
import { consulent, gemeente, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

const voorbeeld = readFileSync(
	'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
	'utf8'
);
const tokensFrom = (text: string): Tokens => {
	const read = readTheme(text, usedTokens);
	if (!read.ok) throw new Error(read.reason);
	return read.tokens;
};
const bad = (tokens: Tokens): Pair[] =>
	themeFindings(tokens)
		.filter(({ isGood }) => !isGood)
		.map(({ pair }) => pair);
const findingOf = (tokens: Tokens, pair: Pair) => themeFindings(tokens).find((one) => one.pair === pair);

describe('colours', () => {
	const figure = (a: string, b: string) => Math.floor(contrast(colourOf(a)!, colourOf(b)!) * 100) / 100;
	// Figures of the WCAG definition, computed elsewhere.
	test.each([
		['#000', '#fff', 21],
		['#767676', '#ffffff', 4.54],
		['#777777', 'white', 4.47],
		['rgb(21, 66, 115)', '#ffffff', 10.2],
		['hsl(0, 100%, 50%)', '#fff', 3.99],
		['#fff', '#ffff00', 1.07]
	])('%s on %s has contrast %f', (a, b, wanted) => {
		expect(figure(a, b)).toBe(wanted);
	});

	test('half black on white is grey; a mix has its share of both', () => {
		expect(over(colourOf('#00000080')!, colourOf('#fff')!).rgb.map(Math.round)).toEqual([127, 127, 127]);
		expect(colourOf('color-mix(in srgb, #000000 76%, #fff)')?.rgb.map(Math.round)).toEqual([61, 61, 61]);
	});

	test.each(['', 'currentcolor', 'lab(50% 0 0)', '#12345', 'rgb(1,2)'])(
		'%s is no colour we judge',
		(text) => {
			expect(colourOf(text)).toBeUndefined();
		}
	);
});

describe('reading a theme', () => {
	test('an NLDS theme in CSS: used properties with var() filled in, nothing else', () => {
		const text = `.linden-theme { --linden-blue: #154273; --utrecht-link-color: var(--linden-blue);
			--utrecht-document-color: var(--nowhere, #111); --not-used-here: red; color: red }
			@media (prefers-color-scheme: dark) { .linden-theme { --utrecht-link-color: #fff } }`;
		expect(tokensFrom(text)).toEqual({
			'--utrecht-link-color': '#154273',
			'--utrecht-document-color': '#111'
		});
	});

	test('a DTCG tokens.json: references, hex colours and lengths', () => {
		const json = {
			linden: {
				blue: { $type: 'color', $value: { colorSpace: 'srgb', components: [0, 0, 0], hex: '#154273' } }
			},
			utrecht: {
				link: { color: { $value: '{linden.blue}' } },
				button: { borderRadius: { $value: { value: 4, unit: 'px' } } },
				document: { 'font-family': { $value: ['Verdana', 'sans-serif'] } }
			}
		};
		expect(tokensFrom(JSON.stringify(json))).toEqual({
			'--utrecht-link-color': '#154273',
			'--utrecht-button-border-radius': '4px',
			'--utrecht-document-font-family': "'Verdana', 'sans-serif'"
		});
	});

	test.each([
		['the end of the element', ':root{--utrecht-link-color:red}</style><script>', 'html'],
		['the same with spaces', ':root{--a:"< / style >"}', 'html'],
		['a foreign url()', ':root{--utrecht-link-color:url(https://elsewhere.example/x)}', 'adres'],
		['a url() without scheme', ':root{--a:url("//elsewhere.example/x")}', 'adres'],
		['a url() with another scheme', ":root{--a:URL( 'ftp://elsewhere.example')}", 'adres'],
		['an escaped url()', ':root{--a:url(\\68ttps://elsewhere.example)}', 'adres'],
		['an import', '@import "theme.css";', 'adres'],
		['a font to fetch', '@font-face{font-family:x;src:local(x)}', 'adres'],
		['a brace too few', ':root{--utrecht-link-color:red', 'vorm'],
		['a brace too many', ':root{--utrecht-link-color:red}}', 'vorm'],
		['JSON that is none', '{"utrecht":', 'vorm'],
		['nothing that we use', ':root{--elsewhere:red}', 'leeg'],
		['a circle', ':root{--utrecht-link-color:var(--a);--a:var(--utrecht-link-color)}', 'leeg'],
		[
			'a value that closes the rule',
			'{"utrecht":{"link":{"color":{"$value":"red} body{display:none"}}}}',
			'leeg'
		]
	])('OUT-08 %s is refused', (_what, text, reason) => {
		expect(readTheme(text, usedTokens)).toEqual({ ok: false, reason });
	});

	test('a url() of the portal itself or with data is left out, the rest stays', () => {
		const text =
			':root{--utrecht-link-color:#154273;--utrecht-page-header-color:url(/logo.png);--inb-ink:url("data:image/svg+xml,<svg>")}';
		expect(tokensFrom(text)).toEqual({ '--utrecht-link-color': '#154273' });
	});

	test('a document of 400 kB that never closes a var() is read in under a second', () => {
		const start = performance.now();
		readTheme(`:root{--utrecht-link-color:${'var(--a,'.repeat(50_000)}}`, usedTokens);
		readTheme('/*'.repeat(200_000), usedTokens);
		readTheme('url('.repeat(100_000), usedTokens);
		expect(performance.now() - start).toBeLessThan(1000);
	});

	test('what comes out is read back as the same tokens and nothing else', () => {
		const tokens = tokensFrom(voorbeeld);
		expect(Object.keys(tokens).length).toBeGreaterThan(20);
		expect({ ...tokensOfCss(cssOf(tokens)) }).toEqual(tokens);
	});
});

describe('the theme doctor', () => {
	test('knows the base theme and every property that the style sheets read', () => {
		const texts = readdirSync('src/styles').map((file) => readFileSync(`src/styles/${file}`, 'utf8'));
		const read = texts.flatMap((text) => [...text.matchAll(/var\(\s*(--[a-z0-9-]+)/g)].map(([, key]) => key));
		expect([...usedTokens].sort()).toEqual([...new Set(read)].filter((key) => key !== '--').sort());
		const base = tokensOfCss(readFileSync('src/styles/base-theme.css', 'utf8'));
		expect({ ...base }).toEqual(baseTokens);
	});

	test('the portal without a theme passes in every pair', () => {
		expect(bad({})).toEqual([]);
		expect(Object.keys(baseTokens).length).toBeGreaterThan(40);
	});

	const themes: [string, Tokens][] = [
		['voorbeeld', tokensFrom(voorbeeld)],
		['dark green, only a button', tokensOfFields({ accent: '#1f5c2e', opAccent: '#ffffff' })],
		['yellow with black text and a blue link', tokensOfFields({ accent: '#ffcc00', opAccent: '#000000', link: '#003d99' })], // prettier-ignore
		['purple by basis tokens', tokensFrom(':root{--basis-color-action-1-inverse-bg-default:#5b2a86;--basis-color-action-1-inverse-color-default:#fff}')], // prettier-ignore
		['red with its own page and square corners', tokensOfFields({ accent: '#a3121f', opAccent: '#ffffff', tekst: '#111111', pagina: '#f3f3f3', kop: '#222222', hoeken: 'recht' })] // prettier-ignore
	];
	test.each(themes)('%s: text on buttons has at least 4.5:1, and is said when not', (_name, tokens) => {
		for (const pair of ['knop', 'knop_hover'] as const)
			expect(findingOf(tokens, pair)?.found, pair).toBeGreaterThanOrEqual(4.5);
	});

	test('a yellow accent without another colour for links is refused, and says which pairs', () => {
		const tokens = tokensOfFields({ accent: '#ffcc00', opAccent: '#000000' });
		expect(bad(tokens)).toEqual(expect.arrayContaining(['link', 'accent', 'tweede_knop']));
		expect(bad(tokens)).not.toContain('knop');
	});

	test.each<[Pair, Tokens, number]>([
		['knop', { '--utrecht-button-primary-action-background-color': '#808080' }, 3.94],
		['knop_hover', { '--utrecht-button-primary-action-hover-background-color': '#808080' }, 3.94],
		['link', { '--utrecht-link-color': '#8a8a8a' }, 3.23],
		['link_hover', { '--utrecht-link-hover-color': '#8a8a8a' }, 3.23],
		['tekst', { '--utrecht-document-color': '#8a8a8a' }, 3.23],
		['veldrand', { '--utrecht-form-control-border-color': '#b0b0b0' }, 2.03],
		['focusring', { '--utrecht-focus-outline-color': '#ffdd00' }, 1.26],
		['paginakop', { '--utrecht-page-header-background-color': '#444444' }, 1.59]
	])('%s is measured in its worst place', (pair, tokens, found) => {
		expect(findingOf(tokens, pair)).toMatchObject({ found, isGood: false });
	});

	test('a colour that nobody can read is not passed', () => {
		expect(findingOf({ '--utrecht-link-color': 'lab(50% 0 0)' }, 'link')).toMatchObject({ found: null, isGood: false }); // prettier-ignore
	});
});

describe('the theme of a municipality', () => {
	let db: Database;
	let actor: Coordinator;
	beforeAll(async () => {
		db = await openTestDatabase();
	});
	afterAll(() => db.close());
	beforeEach(async () => {
		actor = { ...(await consulent(await gemeente(), { role: 'coordinator' })), role: 'coordinator' };
	});
	const green = tokensOfFields({ accent: '#1f5c2e', opAccent: '#ffffff' });
	const state = async (who = actor) => (await themeOf(who))!;
	async function save(tokens: Tokens) {
		await draftTheme(actor, { tokens });
		const { draft, version } = await state();
		return saveTheme(actor, { draftId: draft!.id, version }, now);
	}

	test('a draft is seen by its maker only, and by nobody else before it is saved', async () => {
		await draftTheme(actor, { tokens: green });
		expect(await draftTokens(actor)).toEqual(green);
		const colleague: Coordinator = { ...actor, id: 'somebody-else' };
		expect(await draftTokens(colleague)).toBeUndefined();
		expect(await state(colleague)).toMatchObject({ draft: null, tokens: {} });
	});

	test('a saved theme holds, and the one before it comes back', async () => {
		expect(await save(green)).toEqual({ ok: true });
		const blue = tokensOfFields({ accent: '#154273', opAccent: '#ffffff' });
		expect(await save(blue)).toEqual({ ok: true });
		expect(await state()).toMatchObject({ tokens: blue, former: green, draft: null });
		await undoTheme(actor, { to: 'vorig', version: (await state()).version }, now);
		expect(await state()).toMatchObject({ tokens: green, former: blue });
		await undoTheme(actor, { to: 'basis', version: (await state()).version }, now);
		expect(await state()).toMatchObject({ tokens: {}, former: green });
	});

	test('text below 4.5:1 is not saved', async () => {
		expect(await save(tokensOfFields({ accent: '#ffcc00' }))).toEqual({ ok: false, reason: 'contrast' });
		expect(await state()).toMatchObject({ tokens: {} });
	});

	test('IN-12 a draft or theme that somebody else changed meanwhile is not saved over', async () => {
		await draftTheme(actor, { tokens: green });
		const seen = await state();
		await draftTheme(actor, { tokens: tokensOfFields({ accent: '#154273' }) });
		const sent = { draftId: seen.draft!.id, version: seen.version };
		expect(await saveTheme(actor, sent, now)).toEqual({ ok: false, reason: 'verouderd' });
		await save(green);
		expect(await undoTheme(actor, { to: 'basis', version: seen.version }, now)).toEqual({
			ok: false,
			reason: 'verouderd'
		});
	});
});
