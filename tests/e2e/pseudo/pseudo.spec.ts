import type { Page } from '@playwright/test';
import { languages } from '../../../src/lib/ui/languages.ts';
import { dossierOf, expect, expectNoSidewaysScroll, signIn, test } from '../portal.ts';

// In a pseudo-locale every message stands between ⟦ and ⟧: what is outside was never translated.

const own = ['/vandaag', '/pip', '/pip/versies', '/pip/print', '/voortgang', '/afspraken', '/vragen', '/vragen/nieuw', '/vragen/nieuw?onderwerp=geld', '/instellingen']; // prettier-ignore
const open = ['/', '/aanmelden', '/aanmelden/medewerker', '/activeren', '/uitleg', '/uitleg/inburgeringstermijn', '/uitleg/pip']; // prettier-ignore

/** Names of days come from Intl; the language of an interpreter is said in that language. */
const data = (locale: string) => {
	const name = new Intl.DateTimeFormat(locale, { weekday: 'long' });
	const days = Array.from({ length: 7 }, (_, day) => name.format(new Date(day * 86_400_000)));
	return [...days, ...languages.map(({ own }) => own)];
};

/** Text, names and descriptions outside brackets. Dutch that says it is Dutch, names and data may stand there. */
const unmarked = (page: Page, known: string[]) =>
	page.evaluate((known) => {
		const found: string[] = [];
		const isData = (element: Element | null) =>
			element?.closest('[lang]:not(html), bdi, time, script, style, [aria-hidden]');
		/** What stands outside brackets; a message may hold another one, and span elements. */
		let depth = 0;
		const outsideOf = (text: string) => {
			let outside = '';
			for (const sign of text) {
				if (sign === '⟦') depth += 1;
				else if (sign === '⟧') depth -= 1;
				else if (depth === 0) outside += sign;
			}
			return known.reduce((rest, word) => rest.replaceAll(word, ''), outside);
		};
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const outside = outsideOf(node.textContent ?? '');
			if (/\p{L}{2,}/u.test(outside) && !isData(node.parentElement)) found.push(outside.trim());
		}
		for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
			for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
				const text = outsideOf(element.getAttribute(name) ?? '');
				if (/\p{L}{2,}/u.test(text) && !isData(element)) found.push(`${name}: ${text}`);
			}
		return found;
	}, known);

async function look(page: Page, path: string, locale: string, dir: string): Promise<void> {
	const response = await page.goto(`/${locale}${path === '/' ? '' : path}`);
	expect.soft(response?.status(), path).toBe(200);
	await expect(page.locator('html')).toHaveAttribute('lang', locale);
	await expect(page.locator('html')).toHaveAttribute('dir', dir);
	expect.soft(await unmarked(page, data(locale)), `${locale} ${path}`).toEqual([]);
	const text = await page.locator('body').innerText();
	expect.soft(text.match(/\b[a-z]+(?:_[a-z0-9]+)+\b/g) ?? [], `${locale} ${path} keys`).toEqual([]);
	await expectNoSidewaysScroll(page);
}

for (const [locale, dir] of [
	['en-XA', 'ltr'],
	['ar-XB', 'rtl']
] as const)
	test(`${locale}: no text outside brackets, no key, no sideways scroll at 320 px`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.setViewportSize({ width: 320, height: 640 });
		for (const path of open) await look(page, path, locale, dir);
		await signIn(page, 'asiel-b1-ar');
		for (const path of own) await look(page, path, locale, dir);
	});

test('staff pages in en-XA: nothing sticks out at 360 px, no key is shown', async ({ page }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 360, height: 740 });
	await signIn(page, 'consulent');
	const href = await dossierOf(page, 'khatib', 'en-XA');
	const tails = ['', '/pip', '/afspraken', '/afspraken/nieuw', '/uren', '/resultaten', '/besluiten', '/vragen', '/brief']; // prettier-ignore
	for (const path of ['/en-XA/admin', '/en-XA/admin/inburgeraars', ...tails.map((tail) => href + tail)]) {
		const response = await page.goto(path);
		expect.soft(response?.status(), path).toBe(200);
		const text = await page.locator('body').innerText();
		expect.soft(text.match(/\badmin(?:_[a-z0-9]+)+\b/g) ?? [], path).toEqual([]);
		await expectNoSidewaysScroll(page);
	}
});

test('a message that a language lacks is Dutch and says so, also without brackets of its own', async ({
	page
}) => {
	await page.goto('/ar-XB/aanmelden');
	await expect(page.locator('footer bdi[lang="nl"][dir="ltr"]').first()).toBeVisible();
	expect(await page.content()).not.toMatch(/[\uE000\uE001]/);
	await page.goto('/en-XA/aanmelden');
	await expect(page.locator('footer bdi[lang="nl"]')).toHaveCount(0);
});
