import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, inLocale, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, ti] = [words('nl'), words('ti')];

test('a question is answered with a phrase: the participant reads it in Tigrinya with Dutch beside it', async ({
	browser,
	page
}) => {
	test.setTimeout(90_000);
	// The participant asks; without JavaScript, as every form here works.
	const phone = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	await signIn(phone, 'asiel-z-ti');
	await phone.goto(inLocale('/vragen/nieuw?onderwerp=les', 'ti'));
	await phone.locator('textarea[name="tekst"]').fill('መዓስ ኮርሰይ ይጅምር?');
	await phone.locator('form:has(textarea) button').last().click();
	await phone.waitForURL(/\/vragen\/[\w-]{22}/);
	const thread = new URL(phone.url()).pathname;
	const id = /[\w-]{22}/.exec(thread)?.[0] ?? '';

	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	await page.goto('/admin/zinnen?taal=ti');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto('/admin/inburgeraars');
	await page.locator('input[name="zoek"]').fill('Letebrhan');
	await page.keyboard.press('Enter');
	await page.locator('table a').first().click();
	await page.waitForURL(/\/admin\/inburgeraars\/[\w-]{22}$/);
	await page.goto(`${new URL(page.url()).pathname}/vragen/${id}`);
	await page.locator('select[name="zin_kies"]').selectOption('stock:antwoord_cursus_begint');
	await page.getByRole('button', { name: nl.admin_zin_erbij }).click();
	await page.locator('input[name="zin.0.slot.dag"]').fill('2027-02-01');
	await page.getByRole('button', { name: nl.admin_vraag_verstuur }).click();
	// The place is missing: everything typed is still there.
	await expect(page.locator('input[name="zin.0.slot.dag"]')).toHaveValue('2027-02-01');
	await page.locator('input[name="zin.0.slot.plaats"]').fill('Taalschool De Brug');
	await page.getByRole('button', { name: nl.admin_zin_toon }).click();
	await expect(page.locator('#zinnen [lang="ti"]')).toContainText('ቦታ፦ Taalschool De Brug');
	await expect(page.locator('#zinnen')).toContainText(nl.admin_zin_staat_machine ?? '');
	await expectAccessible(page);
	// Enter sends the answer: it adds no phrase and takes none away.
	await page.locator('input[name="zin.0.slot.plaats"]').press('Enter');
	await page.waitForURL(/\/vragen$/);

	await phone.goto(thread);
	const answer = phone.locator('li', { hasText: 'Taalschool De Brug' });
	await expect(answer).toContainText((ti.zin_antwoord_cursus_begint ?? '').split('{')[0] ?? '');
	await expect(answer).toContainText('ሰኑይ 01-02-2027');
	await expect(answer.locator('[lang="nl"]')).toContainText('Uw cursus begint op maandag 01-02-2027.');
	await expect(answer.locator('bdi', { hasText: /^Taalschool De Brug$/ })).toHaveCount(1);
	await phone.close();
});
