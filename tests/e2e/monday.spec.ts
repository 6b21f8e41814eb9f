import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const rowId = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-row]')?.id ?? null);

/** Moves down with `j` to the first person who was not handled yet; who moves here cannot be put aside (`o-`). */
async function nextPerson(page: Page, handled: ReadonlySet<string>): Promise<string> {
	for (let n = 0; n < 70; n++) {
		await page.keyboard.press('j');
		const id = await rowId(page);
		if (id?.startsWith('p-') && !handled.has(id)) return id;
	}
	throw new Error('nobody is left');
}

test('the ten most urgent people are handled with the keyboard alone: open, back, put aside, next', async ({
	page
}) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	await page.goto('/admin');
	const handled = new Set<string>();
	while (handled.size < 10) {
		const id = await nextPerson(page, handled);
		await page.keyboard.press('Enter');
		await page.waitForURL(`**/admin/inburgeraars/${id.slice(2)}`);
		await page.goBack();
		await expect.poll(() => rowId(page)).toBe(id);
		await page.keyboard.press('s');
		await page.waitForURL('**/uitstel/**');
		await page.keyboard.press('Space');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/admin?gedaan=uitgesteld*');
		handled.add(id);
	}
	await page.goto('/admin?toon=uitgesteld');
	expect(await page.locator('[data-row]').count()).toBeGreaterThanOrEqual(10);
	await page.locator('button[type="submit"]', { hasText: 'Nu weer tonen' }).first().click();
	await page.waitForURL('**gedaan=terug*');
});

test('keys: / searches, ? shows the list, typing is left alone, and they can be switched off', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	await page.goto('/admin');
	await page.keyboard.press('?');
	await expect(page.locator('dialog[data-keys]')).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.locator('dialog[data-keys]')).toBeHidden();
	await page.keyboard.press('/');
	await page.keyboard.type('jks');
	await expect(page.locator('input[type="search"]')).toHaveValue('jks');
	await page.goto('/admin/toetsen');
	await page.locator('button[name="toetsen"]').click();
	await page.goto('/admin');
	await page.keyboard.press('j');
	expect(await rowId(page)).toBeNull();
});

test('a choice of people is kept under a name, opens again with one press, and is taken away', async ({
	page
}) => {
	await signIn(page, 'consulent');
	await page.goto('/admin?groep=asiel&taal=ti');
	const people = await page.locator('[data-row]').count();
	expect(people).toBeGreaterThan(0);
	await page.locator('summary', { hasText: 'Bewaar deze keuze' }).click();
	await page.locator('input[name="name"]').fill('Tigrinya eerst');
	await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
	await page.waitForURL('**gedaan=**');
	await page.goto('/admin');
	expect(await page.locator('[data-row]').count()).toBeGreaterThan(people);
	const kept = page.getByRole('link', { name: 'Tigrinya eerst' });
	await kept.click();
	await expect(page.locator('[data-row]')).toHaveCount(people);
	await page.locator('summary', { hasText: /Bewaar/ }).click();
	await page.getByRole('button', { name: 'Haal ‘Tigrinya eerst’ weg' }).click();
	await page.waitForURL('**gedaan=**');
	await expect(kept).toHaveCount(0);
});

test('the list, a snooze and the rules: WCAG 2.2 AA and no sideways scroll at 1280 and 360', async ({
	page
}) => {
	test.setTimeout(90_000);
	await signIn(page, 'consulent');
	for (const [width, height] of [
		[1280, 800],
		[360, 740]
	] as const) {
		await page.setViewportSize({ width, height });
		await page.goto('/admin?reden=vraag_onbeantwoord');
		const snooze = await page.locator('[data-snooze]').first().getAttribute('href');
		for (const path of [
			'/admin',
			'/admin?groep=asiel&taal=ti',
			snooze ?? '',
			'/admin/signalen',
			'/admin/toetsen'
		]) {
			const response = await page.goto(path);
			expect(response?.status(), path).toBe(200);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		}
	}
});
