import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isUntranslated, showUntranslated } from '#lib/ui/untranslated.ts';
import { marked } from '../scripts/i18n/mark-untranslated.ts';

// A message without a translation is Dutch, and the page says so (ui.md §4.7, WCAG 3.1.2).

const dutch = (text: string) => `\uE000${text}\uE001`;
const shown = (text: string) => `<bdi lang="nl" dir="ltr">${text}</bdi>`;

test('the fallback that Paraglide compiles is marked, a translation is not', () => {
	// A message for staff has no Tigrinya.
	const code = marked(readFileSync('src/lib/paraglide/messages/admin_tab_pip.js', 'utf8'));
	expect(code).toContain('const ti_admin_tab_pip = (inputs) => `\\uE000${nl_admin_tab_pip(inputs)}\\uE001`;');
	// Fifteen languages; Dari takes what Farsi has.
	expect(code.match(/\\uE000/g)).toHaveLength(14);
	const translated = readFileSync('src/lib/paraglide/messages/afspraak_ik_kom.js', 'utf8');
	expect(marked(translated)).toBe(translated);
});

test.each([
	['in text', `<p>${dutch('Ja')}</p>`, `<p>${shown('Ja')}</p>`],
	['inside a translated sentence', `<p>ኣብ ${dutch('2 uur')}</p>`, `<p>ኣብ ${shown('2 uur')}</p>`],
	['one in another', `<p>${dutch(`Nog ${dutch('2 uur')} les`)}</p>`, `<p>${shown('Nog 2 uur les')}</p>`],
	[
		'around a date',
		`<p>${dutch('Op <bdi dir="ltr">1-2-2027</bdi>')}</p>`,
		`<p>${shown('Op <bdi dir="ltr">1-2-2027</bdi>')}</p>`
	],
	['in an attribute', `<a aria-label="${dutch('Bel')}">x</a>`, '<a aria-label="Bel">x</a>'],
	['in a title', `<title>${dutch('Vandaag')}</title>`, '<title>Vandaag</title>'],
	['in a choice', `<option value="a">${dutch('Ja')}</option>`, '<option value="a">Ja</option>'],
	['in nothing', '<p>እወ</p>', '<p>እወ</p>']
])('a Dutch message %s', (_where, html, wanted) => {
	expect(showUntranslated(html)).toBe(wanted);
});

test('a text knows whether it is Dutch for want of a translation', () => {
	expect([isUntranslated(dutch('Ja')), isUntranslated('Ja')]).toEqual([true, false]);
});
