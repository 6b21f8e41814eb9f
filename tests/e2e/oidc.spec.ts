import { expect, test } from '@playwright/test';
import { startProvider } from '../oidc-provider.ts';
import { expectAccessible, signIn } from './portal.ts';

const port = Number(process.env.E2E_PORT ?? 4173);

test('HDR-02 SES-03 linking and signing in by a real provider pass the policy of the page in Chromium', async ({
	page,
	context,
	baseURL
}) => {
	const faults: string[] = [];
	page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
	const sessionOf = async () => (await context.cookies()).find(({ name }) => name === 'session')?.value;
	await page.goto('/aanmelden/oidc/begin?doel=inburgeraar');
	// Nobody is there yet: the other ways are named, and nothing is broken.
	await expect(page).toHaveURL(/\/aanmelden\/oidc\?reden=storing$/);
	await expectAccessible(page);

	const provider = await startProvider(`${baseURL}/aanmelden/oidc/terug`, port + 1);
	try {
		await signIn(page, 'asiel-z-ti');
		const first = await sessionOf();
		await page.goto('/ti/instellingen/koppeling');
		await expectAccessible(page);
		await page.locator('a[href*="doel=koppel"]').click();
		await expect(page).toHaveURL('/ti/instellingen/koppeling');
		await expect(page.locator('main details')).toBeVisible();
		await page.goto('/ti/afmelden');
		await page.locator('main button').first().click();
		await page.goto('/ti/aanmelden');
		await page.locator('a[href*="/aanmelden/oidc/begin"]').click();
		await expect(page).toHaveURL('/ti/vandaag');
		const second = await sessionOf();
		expect(second).toBeTruthy();
		expect(second).not.toBe(first);
		expect((await context.cookies()).map(({ name }) => name)).not.toContain('oidc');
		await page.goto('/ti/instellingen/koppeling');
		await expectAccessible(page);
		await page.locator('main details summary').click();
		await page.locator('form[action$="?/ontkoppel"] button').click();
		await expect(page.locator('a[href*="doel=koppel"]')).toBeVisible();
	} finally {
		await provider.stop();
	}
	expect(faults).toEqual([]);
});
