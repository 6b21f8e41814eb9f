import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

/** A phone that checks finger, face or code, and says yes. */
async function withPhone(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
}

test('AUTH-02 AUTH-10 a participant turns it on, signs out, and signs in with the phone alone', async ({
	page
}) => {
	await withPhone(page);
	await signIn(page, 'asiel-gezin-ps', 'ps');
	await page.goto('/ps/instellingen/passkey');
	await page.locator('form[action$="?/vraag"] button').click();
	await page.waitForURL('**/ps/instellingen/passkey?klaar=aan');
	await expect(page.locator('form[action$="?/weg"]')).toHaveCount(1);
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);

	await page.context().clearCookies();
	await page.goto('/ps/aanmelden');
	await page.locator('form[action*="/aanmelden/passkey"] button').click();
	await page.waitForURL('**/ps/vandaag');
	// Taken away: what was signed in with it ends, and the phone alone opens nothing any more.
	await page.goto('/ps/instellingen/passkey');
	await page.locator('details:has(form[action$="?/weg"]) summary').click();
	await page.locator('form[action$="?/weg"] button').click();
	await page.waitForURL('**/ps/aanmelden');
	await page.locator('form[action*="/aanmelden/passkey"] button').click();
	await expect(page.locator('[role="alert"]:visible, .utrecht-alert')).toBeVisible();
});

test('AUTH-01 AUTH-11 staff add one after a proof, sign in with it, and prove again with it', async ({
	page
}) => {
	await withPhone(page);
	await signIn(page, 'coordinator');
	await page.goto('/beveiliging');
	await page.locator('form[action$="?/vraag"] button').click();
	await page.waitForURL('**/beveiliging?klaar=passkey');
	await page.context().clearCookies();
	await page.goto('/aanmelden/medewerker');
	await page.locator('form[action*="/aanmelden/passkey"] button').click();
	await page.waitForURL('**/admin');
	await page.goto('/bevestigen?naar=/admin/medewerkers');
	await page.locator('form[action*="/bevestigen/passkey"] button').click();
	await page.waitForURL('**/admin/medewerkers');
});
