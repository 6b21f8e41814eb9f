import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

/** Moves the clock of the bar: nothing on the page knows how long somebody was away but its animation. */
const idleFor = (page: Page, minutes: number) =>
	page.locator('.inb-idle').evaluate((bar, at) => {
		for (const animation of bar.getAnimations()) animation.currentTime = at;
	}, minutes * 60_000);

/** So many logins of one person elsewhere that the oldest one ends by itself (SES-08). */
async function endOldest(browser: Browser, baseURL: string, persona: string): Promise<void> {
	for (let n = 0; n < 5; n++) {
		const elsewhere = await browser.newContext();
		const headers = { origin: baseURL };
		await elsewhere.request.post(`${baseURL}/demo`, { form: { persona }, headers, maxRedirects: 0 });
		await elsewhere.close();
	}
}

test('SES-04 the bar comes at 28 minutes and goes on in place; without JavaScript in another tab', async ({
	page,
	browser
}) => {
	await signIn(page, 'asiel-b1-ar', 'nl');
	await page.goto('/vragen/nieuw?onderwerp=les');
	await page.locator('textarea').fill('Ik wil iets vragen.');
	const bar = page.locator('.inb-idle');
	await expect(bar).toBeHidden();
	await idleFor(page, 27.9);
	await expect(bar).toBeHidden();
	await idleFor(page, 28.1);
	await expect(bar).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await bar.getByRole('button').click();
	await expect(bar).toBeHidden();
	await expect(page.locator('textarea')).toHaveValue('Ik wil iets vragen.');

	const plain = await browser.newContext({ javaScriptEnabled: false });
	const typing = await plain.newPage();
	await signIn(typing, 'consulent');
	await typing.goto('/admin');
	await idleFor(typing, 12.9);
	await expect(typing.locator('.inb-idle')).toBeHidden();
	await idleFor(typing, 13.1);
	const [other] = await Promise.all([
		plain.waitForEvent('page'),
		typing.locator('.inb-idle').getByRole('button').click()
	]);
	await expect(other.getByText('U bent nog aangemeld')).toBeVisible();
	await expect(typing).toHaveURL(/\/admin$/);
	await plain.close();
});

test('SES-11 a question sent after the login session ended is not sent, waits, and comes back for its person', async ({
	page,
	browser,
	baseURL
}) => {
	const text = 'Mijn les van dinsdag ontbreekt.';
	await signIn(page, 'gezin-b1-tr', 'nl');
	await page.goto('/vragen/nieuw?onderwerp=les');
	await page.locator('textarea').fill(text);
	await endOldest(browser, baseURL ?? '', 'gezin-b1-tr');
	await page.getByRole('button', { name: 'Vraag versturen' }).click();
	await expect(page).toHaveURL(/\/aanmelden\?reden=bewaard$/);
	await expect(page.getByText('Wat u typte, is bewaard.')).toBeVisible();

	await page.goto('/demo');
	await page.locator('button[name="persona"][value="gezin-b1-tr"]').click();
	await expect(page).toHaveURL(/\/vragen\/nieuw\?onderwerp=les$/);
	await expect(page.locator('.inb-typed')).toHaveText(text);
	await expect(page.locator('textarea')).toHaveValue(text);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.locator('form:has(textarea) button').last().click();
	await expect(page.getByText(text).first()).toBeVisible();
	await expect(page.locator('.inb-typed')).toHaveCount(0);
});

test('AC-11 a consultant opens a dossier outside the own caseload to read, and closes it', async ({
	page,
	browser
}) => {
	const colleague = await browser.newContext();
	const theirs = await colleague.newPage();
	await signIn(theirs, 'consulent-collega');
	await theirs.goto('/admin/inburgeraars');
	const link = theirs.locator('table a').first();
	const name = (await link.textContent())?.trim() ?? '';
	const dossier = new URL((await link.getAttribute('href')) ?? '', theirs.url()).pathname;
	await theirs.goto(`${dossier}/gegevens`);
	const born = await theirs.locator('[name="geboren"]').inputValue();
	await colleague.close();

	await signIn(page, 'consulent');
	expect((await page.goto(dossier))?.status()).toBe(404);
	await page.goto('/admin/noodinzage');
	await page.getByLabel('Volledige naam').fill(name);
	await page.getByLabel('Geboortedatum').fill(born);
	await page.getByLabel('Waarom is het nodig?').fill('Staat aan de balie; collega is ziek.');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Open het dossier' }).click();
	await expect(page).toHaveURL(new RegExp(`${dossier}$`));
	await expect(page.getByText(/Nog (?:60|59) minuten open/)).toBeVisible();
	await expectAccessible(page);
	for (const part of ['/pip/voorbeeld?versie=huidig', '/uren']) {
		expect((await page.goto(dossier + part))?.status(), part).toBe(200);
		await expect(page.getByRole('button', { name: 'Nu sluiten' })).toBeVisible();
		await expect(page.locator('.inb-read-only :is(button, textarea):enabled')).toHaveCount(0);
	}
	for (const part of ['/besluiten', '/brief'])
		expect((await page.goto(dossier + part))?.status(), part).toBe(404);
	await page.goto(dossier);
	await page.getByRole('button', { name: 'Nu sluiten' }).click();
	await expect(page.getByText('Het dossier is gesloten.')).toBeVisible();
	expect((await page.goto(dossier))?.status()).toBe(404);
});
