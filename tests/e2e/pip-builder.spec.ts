import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import {
	dossierOf,
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	inLocale,
	signIn,
	test
} from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, ti] = [words('nl'), words('ti')];

async function openPlan(page: Page, name: string): Promise<string> {
	const plan = `${await dossierOf(page, name)}/pip`;
	await page.goto(plan);
	return plan;
}
/** The card of an agreement in the draft. */
const agreement = (page: Page, name: string) => page.locator('[id^="afspraak-"]').filter({ hasText: name });
const button = (page: Page, name = '') => page.getByRole('button', { name, exact: true });

test('a plan from a template, written together, read in Tigrinya, answered, and a mistake withdrawn', async ({
	browser,
	page
}) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	const plan = await openPlan(page, 'Letebrhan');
	await button(page, nl.admin_pip_nieuw).click();
	await page.waitForURL(/\/concept$/);

	// A template: seen before it is added, counted from the dagtekening, and taken back in one go.
	const before = await agreement(page, '').count();
	await page.goto(`${plan}/concept/sjabloon?kies=stock.z_asiel`);
	await page.getByRole('button', { name: /^Zet in het concept/ }).click();
	await page.waitForURL(/erbij=/);
	for (const thema of ['inburgering', 'participatie', 'ontzorgen', 'begeleiding'])
		await expect(page.locator(`#thema-${thema}`)).toContainText(/\d+ dagen na/);
	await button(page, nl.admin_sjabloon_ongedaan).click();
	await expect(agreement(page, '')).toHaveCount(before);

	// An activity of the municipality, taken over; it saves itself from the first pause on.
	const activities = page.locator('select[name="activiteit"]');
	const computer = activities.locator('option', { hasText: 'DigiD en de computer' });
	await expect(computer).toContainText('van 8 plaatsen');
	await activities.selectOption(await computer.getAttribute('value'));
	await button(page, nl.admin_activiteit_afspraak).click();
	await expect(page.locator('[name="plaats"]')).toHaveValue('Bibliotheek');
	await expect(page.locator('[name="metWie"]')).toHaveValue('DigiD en de computer');
	const text = page.locator('[name="toelichting"]');
	await text.pressSequentially('Neem uw telefoon mee.');
	const status = page.locator('[data-autosave]');
	await expect(status).toHaveText(/^Bewaard om \d\d:\d\d$/);
	await page.waitForURL(/\/afspraken\/[\w-]{22}$/);
	await page.reload();
	await expect(text).toHaveValue('Neem uw telefoon mee.');

	// What was typed last goes along with a link that is followed at once.
	await text.fill('Neem uw telefoon en uw brieven mee.');
	await page.getByRole('link', { name: nl.admin_pip_terug_concept }).click();
	await page.waitForURL(/\/concept$/);
	const workshop = agreement(page, 'brieven');
	await expect(workshop).toHaveCount(1);

	// Two people in one agreement: both texts, and what is chosen is saved.
	await workshop.getByRole('link').click();
	const other = await browser.newPage();
	await signIn(other, 'coordinator');
	await other.goto(page.url());
	await other.locator('[name="plaats"]').fill('Stadhuis');
	await button(other, nl.admin_pip_afspraak_bewaar).click();
	await other.waitForURL(/\/concept#afspraak-/);
	await text.fill('Neem uw brieven mee.');
	const both = page.locator('main table');
	await expect(both.locator('tr').filter({ hasText: 'Stadhuis' })).toContainText('Bibliotheek');
	await expect(both.locator('tr').filter({ hasText: 'telefoon' })).toContainText('Neem uw brieven mee.');
	await expect(text).toHaveValue('Neem uw brieven mee.');
	await expectAccessible(page);

	// A lost login session: the text stays, also when the button is pressed, and is saved after signing in elsewhere.
	await page.locator('[name="plaats"]').fill('Stadhuis');
	await button(page, nl.admin_pip_afspraak_bewaar).click();
	await page.waitForURL(/\/concept#afspraak-/);
	await workshop.getByRole('link').click();
	await page.locator('[name="plaats"]').focus();
	const cookies = await page.context().cookies();
	await page.context().clearCookies();
	await text.fill('Neem uw telefoon en uw brieven mee. Wij helpen u.');
	await button(page, nl.admin_pip_afspraak_bewaar).click();
	await expect(status).toHaveText(nl.admin_autosave_niet ?? '');
	await page.context().addCookies(cookies);
	await button(page, nl.admin_pip_afspraak_bewaar).click();
	await page.waitForURL(/\/concept#afspraak-/);
	await expect(workshop).toContainText('Wij helpen u.');

	// As the participant sees it: in the own language, on a phone and on paper.
	await page.goto(`${plan}/voorbeeld`);
	const phone = page.locator('[lang="ti"]').first();
	await expect(phone).toContainText(ti.pip_soort_workshop ?? '');
	expect((await phone.boundingBox())?.width).toBeLessThanOrEqual(360);
	await page.goto(`${plan}/voorbeeld?blad=1`);
	await expect(page.locator('main [lang="ti"]').first()).toContainText(ti.pip_soort_workshop ?? '');

	await page.goto(`${plan}/print`);
	const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);

	// Published with a reason that the participant reads in Tigrinya.
	const publish = async (reden: string) => {
		await page.goto(`${plan}/concept`);
		await page.locator('select[name="reden"]').selectOption(reden);
		await page.locator('select[name="zin_kies"]').selectOption('stock:reden_uw_vraag');
		await button(page, nl.admin_zin_erbij).click();
		await expect(page.locator('select[name="reden"]')).toHaveValue(reden);
		await button(page, nl.admin_pip_publiceren_knop).click();
		await page.waitForURL(/vastgesteld=/);
	};
	await publish('aanbod');

	const phoneOf = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const reader = await phoneOf.newPage();
	await signIn(reader, 'asiel-z-ti');
	await reader.goto(inLocale('/pip', 'ti'));
	const news = reader.locator('#nieuw');
	await expect(news).toContainText(ti.zin_reden_uw_vraag ?? '');
	await expect(news).toContainText(ti.pip_soort_workshop ?? '');
	await expect(news.locator('[lang="nl"]').filter({ hasText: nl.zin_reden_uw_vraag })).toHaveCount(1);
	await expectAccessible(reader);
	await reader.getByRole('button', { name: ti.pip_vraag_knop }).click();
	await reader.waitForURL(/\/vragen\?over=/);

	await page.goto(plan);
	await expect(page.locator('main')).toContainText(/Gezien op \d\d-\d\d-\d{4}.*vraag/i);
	await expect(page.locator('main')).toContainText('Tigrinya');
	await expect(page.locator('main')).toContainText(nl.admin_pip_begrepen_uitleg ?? '');

	// A mistake: a new version like an older one; the wrong one stays, and says that it was replaced.
	await page.getByText(/^Versie 2 van/).click();
	await page.getByRole('button', { name: /zoals versie 2/ }).click();
	await page.waitForURL(/\/concept$/);
	await expect(page.locator('select[name="reden"]')).toHaveValue('correctie');
	await expect(agreement(page, 'brieven')).toHaveCount(0);
	await publish('correctie');
	await page.getByText(/^Versie 3 van/).click();
	await expect(page.locator('main')).toContainText(nl.admin_pip_vervangen ?? '');
	await page.goto(`${plan}/vergelijken?van=3&naar=4`);
	await expect(page.locator('tr').filter({ hasText: 'Wij helpen u.' })).toContainText(
		nl.admin_pip_anders ?? ''
	);

	// The one picture answer that was missing: 'I understand', which the consultant sees with its day.
	await reader.goto(inLocale('/pip', 'ti'));
	await reader.getByRole('button', { name: ti.pip_begrepen_knop }).click();
	await expect(reader.locator('main')).toContainText(ti.pip_gezien ?? '');
	await page.goto(plan);
	await expect(page.locator('main')).toContainText(/Gezien op \d\d-\d\d-\d{4}(?!, met een vraag)/);
	await phoneOf.close();
	await other.close();
});

test('without JavaScript: a first plan by buttons, with a template, an own text and the fields of the law', async ({
	browser
}) => {
	test.setTimeout(60_000);
	const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	await signIn(page, 'consulent');
	// A template of the municipality: its agreements say what the consultant chooses, in phrases.
	await page.goto('/admin/sjablonen');
	const template = page.locator('main a[href*="/admin/sjablonen/"]').first();
	await page.goto((await template.getAttribute('href')) ?? '');
	await page.locator('button[name="zinnen"][value="0"]').click();
	await page.waitForURL(/\/zinnen\/0$/);
	await expectNoSidewaysScroll(page);
	await page.locator('select[name="zin_kies"]').selectOption('stock:pip_kinderopvang');
	await button(page, nl.admin_sjabloon_zinnen_bewaar).click();
	await page.waitForURL(/#a-0$/);
	for (const zin of [nl.zin_pip_lessen, nl.zin_pip_kinderopvang])
		await expect(page.locator('#a-0')).toContainText(zin ?? '');

	const plan = await openPlan(page, 'Abdirahman');
	await button(page, nl.admin_pip_eerste).click();
	await page.waitForURL(/\/concept$/);
	await page.goto(`${plan}/concept/sjabloon?kies=stock.b1_asiel`);
	await page.getByRole('button', { name: /^Zet in het concept/ }).click();
	await page.waitForURL(/erbij=/);
	await page.goto(`${plan}/concept/afspraken/nieuw?thema=participatie&soort=eigen_afspraak`);
	await button(page, nl.admin_pip_afspraak_bewaar).click();
	await expect(page.locator('.inb-notice--error')).toContainText(nl.admin_pip_afspraak_eigen ?? '');
	await page.locator('[name="toelichting"]').fill('U gaat mee naar de markt.');
	// The other language of the page keeps what is typed.
	await page.locator('summary').filter({ hasText: 'Nederlands' }).click();
	await page.locator('button[name="wissel"][value="en"]').click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('[name="toelichting"]')).toHaveValue('U gaat mee naar de markt.');
	await page.locator('form[id="getypt"] button').last().click();
	await page.waitForURL(/\/en\/.*\/concept#afspraak-/);
	await page.goto(`${plan}/concept/velden?wissel=nl`);
	await page.locator('[name="intensiteitMinutenPerWeek"]').fill('9');
	await page.locator('[name="voortgangsgesprekkenInPip"]').fill('4');
	await button(page, nl.admin_pip_velden_bewaar).click();
	await page.waitForURL(/\/concept$/);
	await button(page, nl.admin_pip_publiceren_knop).click();
	await page.waitForURL(/vastgesteld=1/);

	const reader = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	await signIn(reader, 'asiel-intake-so');
	await reader.goto(inLocale('/pip', 'so'));
	await expect(reader.locator('main')).toContainText('U gaat mee naar de markt.');
	await expectNoSidewaysScroll(reader);
	await reader.close();
	await page.close();
});
