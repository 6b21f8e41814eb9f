import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;

test('the first page offers seventeen languages, proposes one, and one tap leads to signing in', async ({
	browser
}) => {
	const context = await browser.newContext({ locale: 'fa-AF' });
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	const rows = page.locator('.inb-languages--large a');
	// The proposed one stands on top, and in its place in the fixed order too.
	await expect(rows).toHaveCount(18);
	await expect(rows.first()).toHaveAttribute('href', '/fa-AF/aanmelden?wissel=fa-AF');
	await expect(rows.nth(1)).toHaveAttribute('href', '/aanmelden?wissel=nl');
	await expect(page.locator('.inb-languages--large [aria-current]')).toHaveCount(0);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await rows.first().click();
	await expect(page).toHaveURL(/\/fa-AF\/aanmelden$/);
	// The browser remembers: the bare address leads there again.
	await page.goto('/uitleg');
	await expect(page).toHaveURL(/\/fa-AF\/uitleg$/);
	await context.close();
});

test('the profile wins over an address without a language; Dutch chosen in the switcher stays', async ({
	page
}) => {
	await page.goto('/tr/aanmelden?wissel=tr');
	await signIn(page, 'asiel-b1-ar');
	await page.goto('/afspraken?a=1');
	await expect(page).toHaveURL(/\/ar\/afspraken\?a=1$/);
	await page.locator('.inb-lang summary').click();
	await page.locator('.inb-lang a[href$="wissel=nl"]').click();
	await expect(page).toHaveURL(/:\d+\/afspraken\?a=1$/);
	await page.goto('/pip');
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	// The profile itself did not change: the next time it counts again.
	await signIn(page, 'asiel-b1-ar');
	await expect(page).toHaveURL(/\/ar\/vandaag$/);
});

test('IN-13: other names of a language lead to the one address, an unknown one is not found nor shown', async ({
	page
}) => {
	const answer = (path: string) => page.request.get(path, { maxRedirects: 0 });
	for (const [path, address] of [
		['/prs/uitleg?a=1', '/fa-AF/uitleg?a=1'],
		['/ZH-cn/uitleg', '/zh-Hans/uitleg'],
		['/ar-SY', '/ar']
	] as const) {
		const alias = await answer(path);
		expect([alias.status(), alias.headers().location]).toEqual([308, address]);
	}
	const unknown = await answer('/tlhqx/uitleg');
	expect(unknown.status()).toBe(404);
	expect(await unknown.text()).not.toContain('tlhqx');
	// Files and feeds have no language.
	expect((await answer('/healthz')).status()).toBe(200);
});

test('without JavaScript the language changes in the middle of a form, and what was typed stays', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, 'asiel-b1-ar');
	await page.goto('/ar/vragen/nieuw?onderwerp=geld');
	await page.locator('textarea').fill('Wanneer is de les?');
	const change = async (locale: string) => {
		await page.locator('.inb-lang summary').click();
		await page.locator(`.inb-lang button[value="${locale}"]`).click();
		await expect(page.locator('html')).toHaveAttribute('lang', locale);
		await expect(page.locator('textarea')).toHaveValue('Wanneer is de les?');
	};
	await change('ti');
	await expect(page.locator('.inb-field--invalid')).toHaveCount(0);
	await change('nl');
	await page.getByRole('button', { name: words('nl').vraag_verstuur }).click();
	await expect(page).toHaveURL(/:\d+\/vragen\/[\w-]{22}$/);
	await expect(page.getByText('Wanneer is de les?').first()).toBeVisible();

	// A choice and Enter: the language buttons never take the place of the button that sends.
	await page.goto('/aanmelden/medewerker');
	await context.clearCookies();
	await page.goto('/activeren');
	await page.locator('input[name="code"]').fill('ABCD');
	await page.locator('input[name="geboortedatum"]').fill('23-11-1990');
	await page.locator('.inb-lang summary').click();
	await page.locator('.inb-lang button[value="am"]').click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'am');
	await expect(page.locator('input[name="geboortedatum"]')).toHaveValue('23-11-1990');
	await expect(page.locator('input[name="code"]')).toHaveValue('');
	await page.locator('input[name="code"]').fill('ABCD');
	await page.keyboard.press('Enter');
	await expect(page.locator('.inb-field--invalid').first()).toBeVisible();
	await context.close();
});
