import type { Page } from '@playwright/test';
import { openMailbox, tokenIn } from '../mailbox.ts';
import { calendar } from '#lib/server/demo/calendar.ts';
import { personas } from '#lib/server/demo/lives.ts';
import { dossierOf, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const port = Number(process.env.E2E_PORT ?? 4173);
const address = 'oksana@post.test';
const pin = '470938';

test('AUTH-02 AUTH-08 from an address that is confirmed to signed in with link and PIN on a second device', async ({
	browser,
	page
}) => {
	const box = await openMailbox(port + 2);
	const secretFor = async (path: string) => {
		const secret = () => tokenIn(box.arrived.findLast(({ text }) => text?.includes(`${path}#`)));
		await expect.poll(secret, { timeout: 15_000 }).not.toBe('');
		return secret();
	};
	const open = async (where: Page, path: string, secret: string) => {
		await where.goto('about:blank');
		await where.goto(`${path}#${secret}`);
		// The secret goes into the form, and out of the address.
		await expect(where.locator('input[name="link"]')).toHaveValue(secret);
		await expect(where).toHaveURL(path);
		await expectNoSidewaysScroll(where);
		await expectAccessible(where);
	};
	try {
		await givePin(page);
		await page.goto('/uk/instellingen/e-mail');
		await page.locator('input[name="email"]').fill(address);
		await page.locator('form[action$="?/adres"] button').click();
		await page.waitForURL('**/uk/instellingen/e-mail?klaar=gestuurd');
		const second = await (await browser.newContext()).newPage();
		await open(second, '/uk/e-mail', await secretFor('/uk/e-mail'));
		await second.locator('main form button').click();
		await expect(second.locator('main form')).toHaveCount(0);
		await page.goto('/uk/instellingen/e-mail');
		await expect(page.getByText(address)).toBeVisible();
		await expectAccessible(page);

		await second.goto('/uk/aanmelden');
		await second.locator('a[href$="/aanmelden/e-mail"]').click();
		await second.locator('input[name="email"]').fill(address);
		await second.locator('main form button').click();
		await second.waitForURL('**/uk/aanmelden/e-mail?gestuurd');
		await open(second, '/uk/aanmelden/e-mail/pin', await secretFor('/uk/aanmelden/e-mail/pin'));
		await second.locator('input[name="pin"]').fill(pin);
		await second.locator('main form button').click();
		await second.waitForURL('**/uk/vandaag');
		await second.context().close();
	} finally {
		await box.close();
	}
});

/** A letter from the consultant gives the person of the demo a PIN, and signs in. */
async function givePin(page: Page): Promise<void> {
	const { person } = personas['gezin-klaar-uk'](calendar(Temporal.Now.instant()));
	await signIn(page, 'consulent');
	await page.goto(`${await dossierOf(page, person.name)}/brief`);
	await page.locator('main form button').first().click();
	const letter = await page.locator('.inb-letter').innerText();
	const [code = ''] = /[2-9A-Z]{6}(-[2-9A-Z]{4}){3}/.exec(letter) ?? [];
	await page.context().clearCookies();
	await page.goto(`/uk/activeren#${code}`);
	await page.locator('input[name="geboortedatum"]').fill(person.born.toString());
	await page.locator('main form button').click();
	for (const field of ['pin', 'nogmaals']) await page.locator(`input[name="${field}"]`).fill(pin);
	await page.locator('main form button').click();
	await page.waitForURL('**/uk/vandaag');
}
