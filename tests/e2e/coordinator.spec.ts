import { Secret, TOTP } from 'otpauth';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

test.use({ javaScriptEnabled: false });

test('a coordinator: figures, file, policy, theme in Arabic, a new colleague who must choose a password', async ({
	page,
	browser,
	baseURL
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'coordinator');
	// The checker needs scripts; the journey has none.
	const storageState = await page.context().storageState();
	const checker = await (
		await browser.newContext({ baseURL, storageState, javaScriptEnabled: true })
	).newPage();
	const check = async (path: string) => {
		expect((await checker.goto(path))?.status(), path).toBe(200);
		await expectNoSidewaysScroll(checker);
		await expectAccessible(checker);
	};

	await test.step('the figures and the file hide the same', async () => {
		await page.getByRole('link', { name: 'Cijfers', exact: true }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Cijfers van de gemeente' })).toBeVisible();
		const shown = await page.getByRole('cell', { name: 'verborgen', exact: true }).count();
		const answer = await page.request.get('/admin/overzicht/cijfers.csv');
		expect(answer.headers()['content-disposition']).toContain('attachment');
		const text = await answer.text();
		expect(text.match(/,verborgen,/g) ?? []).toHaveLength(shown);
		expect(text).not.toMatch(/,[0-4],Bron/);
	});

	await test.step('a policy is looked at before it is saved', async () => {
		await page.goto('/admin/beleid');
		await page.getByLabel('Dagen tot een herinnering aan contact').fill('21');
		await page.getByRole('button', { name: 'Bekijk wat verandert' }).click();
		await expect(page.getByRole('row', { name: /herinnering aan contact 28 21/ })).toBeVisible();
		await page.getByRole('button', { name: 'Beleid bewaren' }).click();
		await expect(page.getByText('Bewaard. U kunt dit altijd weer wijzigen.')).toBeVisible();
		await expect(page.getByLabel('Dagen tot een herinnering aan contact')).toHaveValue('21');
	});

	await test.step('a theme that cannot be read is refused; another is seen in Arabic and saved', async () => {
		await page.goto('/admin/thema');
		await page.getByLabel('Hoofdkleur, van knoppen').fill('#ffcc00');
		await page.getByRole('button', { name: 'Proef maken' }).first().click();
		await expect(page.getByText(/Tekst op een knop: het contrast is 1\.\d\d, nodig is 4\.5\./)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Dit thema bewaren' })).toHaveCount(0);
		await page.getByLabel('Hoofdkleur, van knoppen').fill('#1f5c2e');
		await page.getByLabel('Tekst op de hoofdkleur').fill('#ffffff');
		await page.getByRole('button', { name: 'Proef maken' }).first().click();
		await page.getByRole('link', { name: 'Bekijk in het Arabisch' }).click();
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		const button = page.locator('.utrecht-button--primary-action').first();
		await expect(button).toHaveCSS('background-color', 'rgb(31, 92, 46)');
		await check('/ar/themaproef');
		await page.goto('/admin/thema');
		await page.getByRole('button', { name: 'Dit thema bewaren' }).click();
		await expect(page.getByText('Bewaard. Iedereen ziet dit nu zo.')).toBeVisible();
		await page.getByRole('button', { name: 'Terug naar de kleuren van het portaal' }).click();
		await expect(page.getByText('Uw gemeente gebruikt de kleuren van het portaal.')).toBeVisible();
	});

	const email = `nieuw-${Date.now()}@waterrijk.example`;
	let password = '';
	await test.step('a new consultant gets a password to hand over', async () => {
		await page.goto('/admin/medewerkers/nieuw');
		await page.getByLabel('Naam', { exact: true }).fill('Noor de Boer');
		await page.getByLabel('E-mailadres').fill(email);
		await page.getByRole('button', { name: 'Account maken' }).click();
		await expect(page.getByText('Geef dit wachtwoord nu door.')).toBeVisible();
		password = (await page.getByText(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/).textContent())?.trim() ?? '';
	});

	await test.step('who signs in with it chooses another first, also by direct address', async () => {
		const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
		const own = await context.newPage();
		await own.goto('/aanmelden/medewerker');
		await own.getByLabel('E-mailadres').fill(email);
		await own.getByLabel('Wachtwoord', { exact: true }).fill(password);
		await own.getByRole('button').last().click();
		await expect(own).toHaveURL(/\/tweede-stap$/);
		// AUTH-01: after the password alone nothing opens.
		await own.goto('/admin');
		await expect(own).toHaveURL(/\/aanmelden/);
		await own.goto('/tweede-stap');
		const groups = await own.getByText(/^[A-Z2-7]{4}$/).allTextContents();
		expect(groups).toHaveLength(8);
		const app = new TOTP({ secret: Secret.fromBase32(groups.join('')) });
		await own.getByLabel('Uw code').fill('000000');
		await own.getByRole('button', { name: 'Verder' }).click();
		await expect(own.getByText('Deze code klopt niet')).toBeVisible();
		await own.getByLabel('Uw code').fill(app.generate());
		await own.getByRole('button', { name: 'Verder' }).click();
		await expect(own).toHaveURL(/\/wachtwoord$/);
		await own.goto('/admin/inburgeraars');
		await expect(own).toHaveURL(/\/wachtwoord$/);
		await own.getByLabel('Wachtwoord dat u nu hebt').fill(password);
		await own.getByLabel('Nieuw wachtwoord', { exact: true }).fill('zeven natte fietsen');
		await own.getByLabel('Nieuw wachtwoord, nog een keer').fill('zeven natte fietsen');
		await own.getByRole('button', { name: 'Wachtwoord bewaren' }).click();
		await expect(own).toHaveURL(/\/beveiliging\?nieuw$/);
		await own.getByRole('button', { name: 'Maak tien nieuwe codes' }).click();
		await expect(own.getByText(/^([a-z2-9]{4}-){4}[a-z2-9]{5}$/)).toHaveCount(10);
		await own.getByRole('link', { name: 'Ik heb de codes bewaard' }).click();
		await expect(own).toHaveURL(/\/admin$/);
		await own.goto('/admin/inburgeraars');
		await expect(own.getByRole('row')).toHaveCount(0);
		for (const path of ['/admin/overzicht', '/admin/beleid', '/admin/thema', '/admin/medewerkers'])
			expect((await own.goto(path))?.status(), path).toBe(403);
		await context.close();
	});

	await test.step('WCAG 2.2 AA and no sideways scroll at 1280 and 360', async () => {
		for (const width of [1280, 360]) {
			await checker.setViewportSize({ width, height: 800 });
			for (const path of [
				'overzicht',
				'beleid',
				'thema',
				'medewerkers',
				'medewerkers/nieuw',
				'medewerkers/organisatie'
			])
				// prettier-ignore
				await check(`/admin/${path}`);
			await check('/wachtwoord');
		}
		await checker.context().close();
	});
});
