import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dossierOf, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, tr, es] = [words('nl'), words('tr'), words('es')];
const phone = { width: 360, height: 740 };

/** The consultant signs advice on the first course of the shown list, in a phrase. */
async function signAdvice(desk: Page, dossier: string): Promise<void> {
	await desk.goto(`${dossier}/cursussen`);
	await desk.locator('input[name="cursus"]').first().check();
	await desk.locator('select[name="zin_kies"]').selectOption('stock:advies_past');
	await desk.locator('button[name="zin_erbij"]').click();
	await desk.locator('button[name="teken"]').click();
	await expect(desk.getByText(nl.admin_advies_getekend!)).toBeVisible();
}

/** She reads the advice in her own language, under it what she keeps, and chooses one by its name. */
async function choose(page: Page, locale: 'tr' | 'es', course: string): Promise<void> {
	const own = locale === 'tr' ? tr : es;
	await page.goto(`/${locale}/cursussen/lijst`);
	await expect(page.getByText(own.zin_advies_past!)).toBeVisible();
	await page.getByRole('button', { name: course }).click();
	await expect(page.getByText(own.cursus_gekozen!)).toBeVisible();
}

test('Elif (Turkish) goes from her plan to a shared list, advice and a choice: fit, facts, comparison, questions; without JavaScript', async ({
	browser
}) => {
	test.setTimeout(90_000);
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
	const page = await context.newPage();
	await signIn(page, 'gezin-b1-tr');
	await page.goto('/tr/vandaag');
	await page.locator('.inb-action').first().click();
	await expect(page).toHaveURL(/\/tr\/cursussen$/);
	await page.locator('select[name="niveau"]').selectOption('a1');
	for (const day of ['1', '2', '4']) await page.locator(`input[name="dag"][value="${day}"]`).check();
	await page.locator('input[name="deel"][value="avond"]').check();
	await page.locator('select[name="reis"]').selectOption('30');
	await page.locator('input[name="opvang"][value="nee"]').check();
	await page.locator('input[name="lening"][value="ja"]').check();
	await page.getByRole('button', { name: tr.cursus_zoek }).click();
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Nederlands naar B1, avond' }).click();
	// Nine points of fit would say too much for B1: hours are only counted in the Z-route.
	await expect(page.locator('main ul').first().locator('li')).toHaveCount(8);
	await expect(page.getByText(tr.cursus_c_keurmerk!, { exact: true }).first()).toBeVisible();
	await expect(page.getByText('€ 6.450')).toBeVisible();
	await page.getByRole('button', { name: tr.cursus_bewaar }).click();
	await expect(page).toHaveURL(/\/tr\/cursussen\/lijst\?.*niveau=a1/);
	await expect(page.getByText(tr.cursus_niet_gedeeld!)).toBeVisible();
	await page.getByRole('button', { name: tr.cursus_deel }).click();
	await expect(page.getByText(tr.cursus_gedeeld!)).toBeVisible();
	await expectNoSidewaysScroll(page);

	await page.getByRole('link', { name: tr.cursus_vergelijk }).click();
	await expect(page.locator('thead a')).toHaveCount(1);
	await page.goto('/tr/cursussen/vergelijken?niveau=a1');
	await expect(page.locator('thead a')).toHaveCount(3);
	await expectNoSidewaysScroll(page);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('thead a').nth(2)).toBeVisible();
	await expect(page.locator('input[name="c"]').first()).toBeHidden();
	await page.emulateMedia({ media: 'screen' });

	await page.goto('/tr/cursussen/school');
	await expect(page.getByText(nl.cursus_q_stoppen!)).toBeVisible();
	await expect(page.getByText(tr.cursus_q_stoppen!)).toBeVisible();

	const desk = await (await browser.newContext()).newPage();
	await signIn(desk, 'consulent');
	await signAdvice(desk, await dossierOf(desk, 'Elif Yıldırım'));
	await choose(page, 'tr', 'Nederlands naar B1, avond');
	await desk.context().close();
	await context.close();
});

test('María Fernanda (Spanish) shows two courses to her consultant, reads her advice and chooses; only the consultant makes it an agreement', async ({
	page,
	browser
}) => {
	test.setTimeout(90_000);
	await page.setViewportSize(phone);
	await signIn(page, 'gezin-vraag-es');
	await page.goto('/es/voortgang');
	await page.getByRole('link', { name: es.cursus_titel }).click();
	const kept: string[] = [];
	for (const n of [0, 1]) {
		await page.goto('/es/cursussen?niveau=a2&lening=ja');
		const row = page.locator('main li a').nth(n);
		kept.push((await row.textContent())?.trim() ?? '');
		await row.click();
		await page.getByRole('button', { name: es.cursus_bewaar }).click();
		await expect(page).toHaveURL(/\/es\/cursussen\/lijst/);
	}
	await expectAccessible(page);
	const staff = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const desk = await staff.newPage();
	await signIn(desk, 'consulent');
	const dossier = await dossierOf(desk, 'villanueva');
	await desk.goto(`${dossier}/cursussen`);
	await expect(desk.getByText(nl.admin_advies_niet_gedeeld!)).toBeVisible();

	await page.getByRole('button', { name: es.cursus_deel }).click();
	await expect(page.getByText(es.cursus_gedeeld!)).toBeVisible();
	await desk.reload();
	for (const name of kept) await expect(desk.getByRole('heading', { name })).toBeVisible();
	await signAdvice(desk, dossier);

	await choose(page, 'es', kept[1]!);
	await desk.goto(`${dossier}/cursussen`);
	await desk.getByRole('button', { name: nl.admin_advies_maak_afspraak }).click();
	await expect(desk).toHaveURL(/\/pip\/concept\/afspraken\//);

	// A draft is no plan: she reads that the consultant still does that. Shown no more, her list is hers again.
	await page.reload();
	await expect(page.getByText(es.cursus_gekozen_uitleg!)).toBeVisible();
	await page.getByRole('button', { name: es.cursus_deel_stop }).click();
	await expect(page.getByText(es.cursus_niet_gedeeld!)).toBeVisible();
	await desk.goto(`${dossier}/cursussen`);
	await expect(desk.getByText(nl.admin_advies_niet_gedeeld!)).toBeVisible();
	await staff.close();
});

test('anybody: a few questions, the courses of a municipality, the income test; nothing is kept', async ({
	page
}) => {
	await page.setViewportSize(phone);
	await page.goto('/cursussen');
	await page.locator('select[name="gemeente"]').selectOption('waterrijk');
	await page.locator('select[name="route"]').selectOption('z');
	await page.getByRole('button', { name: nl.cursus_zoek }).click();
	await expectAccessible(page);
	await page.locator('main li a').first().click();
	await expect(page.getByRole('button', { name: nl.cursus_bewaar })).toHaveCount(0);
	await page.getByRole('link', { name: nl.cursus_geld }).click();
	await page.locator('input[name="inkomen"]').fill('30000');
	await page.getByRole('button', { name: nl.cursus_reken }).last().click();
	await expect(page.getByText('€ 2.800')).toBeVisible();
	// What was typed stands in the page, never in the address (security.md: no personal data in a URL).
	expect(page.url()).not.toContain('30000');
	expect(await page.context().cookies()).toEqual([]);
	expect((await page.goto('/cursussen/lijst'))?.url()).toMatch(/\/aanmelden$/);
});

test('asiel: the municipality arranges the course, which one and when; there is nothing to choose or pay', async ({
	page
}) => {
	await signIn(page, 'asiel-b1-ar', 'nl');
	await page.goto('/cursussen');
	await expect(page.getByText(nl.cursus_asiel_titel!)).toBeVisible();
	await expect(page.getByText('Kennis van de Nederlandse Maatschappij')).toBeVisible();
	await expect(page.locator('form[action$="/cursussen"]')).toHaveCount(0);
	await page.goto('/cursussen/geld');
	await expect(page).toHaveURL(/\/cursussen$/);
});
