import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { dossierOf, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, ar, ti] = [words('nl'), words('ar'), words('ti')];
/** A weekday some weeks ahead, far from what the demo has planned. */
const ahead = (days: number) => {
	let day = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days });
	while (day.dayOfWeek > 5) day = day.add({ days: 1 });
	return day.toString();
};

async function fillIn(page: Page, what: Record<string, string>): Promise<void> {
	for (const [name, value] of Object.entries(what)) await page.locator(`input[name="${name}"]`).fill(value);
}

async function phone(browser: Browser, persona: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
	await signIn(page, persona);
	return page;
}

async function addPhrase(page: Page, zin: string, slots: Record<string, string>): Promise<void> {
	await page.locator('select[name="zin_kies"]').selectOption(zin);
	await page.getByRole('button', { name: nl.admin_zin_erbij }).click();
	for (const [name, value] of Object.entries(slots))
		await page.locator(`input[name="zin.0.slot.${name}"]`).fill(value);
}

test('70 people get an invitation in 8 languages or more; answers come back; it moves and is called off, with phrases', async ({
	browser
}) => {
	test.setTimeout(180_000);
	// Nothing here needs JavaScript: neither choosing people nor the preview.
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 800 }
	});
	const page = await context.newPage();
	await signIn(page, 'consulent');
	const began = performance.now();
	await page.goto('/admin/afspraken/nieuw');
	await page.locator('input[name="allen"]').check();
	// A phrase that is chosen goes along, also without the button that adds it.
	await page.locator('select[name="zin_kies"]').selectOption('stock:afspraak_kom_eerder');
	await fillIn(page, { titel: 'Bijeenkomst over zorg', dag: ahead(40), tijd: '20:15', minuten: '60', plaats: 'Zaal De Kade' }); // prettier-ignore
	await page.getByRole('button', { name: nl.admin_groep_bekijk }).click();
	await expect(page.getByRole('heading', { name: nl.admin_groep_voorbeeld_title })).toBeVisible();
	const summary = (await page.getByText(/Dit gaat naar \d+ mensen in \d+ talen/).innerText()).match(/\d+/g);
	expect(Number(summary?.[0])).toBe(70);
	expect(Number(summary?.[1])).toBeGreaterThanOrEqual(8);
	await expect(page.locator('tbody [lang="ti"]').first()).toContainText(ti.zin_afspraak_kom_eerder ?? '');
	await page.getByRole('button', { name: /Verstuur 70 uitnodigingen/ }).click();
	await page.waitForURL(/\/admin\/afspraken\/[\w-]{22}\?nieuw=1$/);
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	console.log(`70 invitations in ${summary?.[1]} languages: ${seconds} s of scripted use`);
	const group = new URL(page.url()).pathname;
	await expect(page.locator('tbody tr')).toHaveCount(70);

	const hrefs: Record<string, string> = {};
	for (const [persona, answer] of [
		['asiel-b1-ar', 'bevestigd'],
		['asiel-z-ti', 'kan_niet']
	] as const) {
		const own = await phone(browser, persona);
		const locale = new URL(own.url()).pathname.split('/')[1] ?? '';
		await own.goto(`/${locale}/afspraken`);
		const card = own.locator('.inb-appointment', { hasText: 'Zaal De Kade' });
		const href = await card.locator('a').first().getAttribute('href');
		hrefs[persona] = href ?? '';
		await own.goto(`${href}/antwoord?keuze=${answer}`);
		if (answer === 'kan_niet') await own.locator('input[name="reden"][value="werk"]').check();
		await own.locator('main form button[type="submit"]').last().click();
		await own.waitForURL(/\/afspraken\/[\w-]{22}(#antwoord)?$/);
		if (locale === 'ar') await expect(own.getByText(ar.afspraak_ik_kom ?? '').first()).toBeVisible();
		if (locale === 'ar') await expect(own.locator('main')).toContainText(ar.zin_afspraak_kom_eerder ?? '');
		// The participant sees nothing of the others.
		const shown = await own.locator('main').innerText();
		expect(shown).not.toContain('Bijeenkomst over zorg');
		await own.close();
	}

	await page.goto(group);
	await expect(page.getByText('1 komt')).toBeVisible();
	await expect(page.getByText('1 kan niet')).toBeVisible();
	await page.goto('/admin/afspraken');
	await expect(
		page
			.locator('#antwoorden')
			.getByText(nl.afspraak_reden_werk ?? '')
			.first()
	).toBeVisible();

	// One is called off, with a phrase: first whom it goes to and what they read, then it goes.
	await page.goto(`${group}/afzeggen`);
	await page.locator('input[name="reden"][value="verplaatst"]').check();
	await page.locator('label', { hasText: 'Yusuf al-Khatib' }).locator('input').check();
	await addPhrase(page, 'stock:afspraak_verplaatst', { dag: ahead(47), tijd: '19:30' });
	await page.getByRole('button', { name: nl.admin_groep_afzeggen_kijk }).click();
	await expect(page.getByText('Dit gaat naar 1 persoon in 1 taal')).toBeVisible();
	await expect(page.locator('tbody [lang="ar"]')).toContainText('19:30');
	await expect(page.locator('tbody')).toContainText(nl.admin_zin_staat_machine ?? '');
	await page.getByRole('button', { name: nl.admin_groep_afzeggen_knop, exact: true }).click();
	await page.waitForURL((url) => url.pathname === group);
	await expect(page.locator('tbody').getByText(nl.admin_afspraak_staat_afgezegd ?? '')).toHaveCount(1);

	// All others move, with why; who cannot come on the old day is asked again.
	await page.goto(`${group}/verplaatsen`);
	await fillIn(page, { dag: ahead(48), tijd: '21:30' });
	await addPhrase(page, 'stock:afspraak_plaats_niet_vrij', { plaats: 'Zaal De Kade' });
	await page.getByRole('button', { name: nl.admin_groep_verplaats_kijk }).click();
	await expect(page.getByText(/Dit gaat naar 69 mensen in \d+ talen/)).toBeVisible();
	await page.getByRole('button', { name: nl.admin_groep_verplaats_knop }).click();
	await page.waitForURL((url) => url.pathname === group);

	const own = await phone(browser, 'asiel-b1-ar');
	await own.goto(hrefs['asiel-b1-ar'] ?? '');
	await expect(own.locator('main')).toContainText(ar.afspraak_afgezegd_verplaatst ?? '');
	await expect(own.locator('main [lang="ar"], main[lang="ar"], main').first()).toContainText('19:30');
	// The participant proposes another day; the consultant takes it over in one step.
	const tigrinya = await phone(browser, 'asiel-z-ti');
	const href = hrefs['asiel-z-ti'] ?? '';
	await tigrinya.goto(href);
	await expect(tigrinya.locator('main')).toContainText('Zaal De Kade');
	await expect(tigrinya.locator('main')).toContainText((ti.zin_afspraak_plaats_niet_vrij ?? '').split('{')[0] ?? ''); // prettier-ignore
	await tigrinya.goto(`${href}/antwoord?keuze=voorstel`);
	await tigrinya.locator('input[name="dag"]').first().check();
	await tigrinya.locator('input[name="deel"][value="avond"]').check();
	await tigrinya.locator('main form button[type="submit"]').last().click();
	await tigrinya.waitForURL(/\/afspraken\/[\w-]{22}(#antwoord)?$/);
	await page.goto('/admin/afspraken');
	await page.locator('#antwoorden a', { hasText: 'Letebrhan' }).click();
	await page.getByRole('button', { name: nl.admin_afspraak_overnemen }).click();
	await expect(page.getByText(nl.admin_afspraak_antwoord_geen ?? '').first()).toBeVisible();

	// Somebody comes back in, and then everybody is called off.
	await page.goto(group);
	await page.locator('summary', { hasText: nl.admin_groep_toevoegen }).click();
	await page.locator('select[name="wie"]').selectOption({ label: 'Yusuf al-Khatib' });
	await page.getByRole('button', { name: nl.admin_groep_nodig_uit }).click();
	await page.waitForURL((url) => url.pathname === group);
	await expect(page.locator('tbody tr')).toHaveCount(71);
	await page.goto(`${group}/afzeggen`);
	await page.locator('input[name="reden"][value="niet_meer_nodig"]').check();
	await page.locator('input[name="allen"]').check();
	await page.getByRole('button', { name: nl.admin_groep_afzeggen_kijk }).click();
	await expect(page.getByText(/Dit gaat naar 70 mensen in \d+ talen/)).toBeVisible();
	await page.getByRole('button', { name: nl.admin_groep_afzeggen_knop, exact: true }).click();
	await page.waitForURL((url) => url.pathname === group);
	await expect(page.locator('tbody').getByText(nl.admin_afspraak_staat_afgezegd ?? '')).toHaveCount(71);
	await context.close();
});

test('of a past group everybody’s outcome goes down in one sheet; pages are accessible at 1280 and 360 px', async ({
	page
}) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	const monday = Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ days: 6 }).toString();
	await page.goto('/admin/afspraken');
	await page.goto(`/admin/afspraken?dag=${monday}`);
	const link = page.getByRole('link', { name: 'Naar de huisarts' }).first();
	const group = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname;
	await page.goto(`${group}/afloop?allen=geweest`);
	await expectAccessible(page);
	await page.locator('select[name="afloop"]').first().selectOption('niet_gekomen');
	await page.locator('select[name="waarom"]').first().selectOption('ziek');
	await page.locator('select[name="verwijt"]').first().selectOption('niet');
	await page.getByRole('button', { name: nl.admin_groep_afloop_bewaar }).click();
	await page.waitForURL((url) => url.pathname === group);
	await expect(page.getByText(nl.admin_afspraak_afwezig_ziek ?? '').first()).toBeVisible();

	// The same people are a ready sheet for hours and themes; who stayed away is not ticked.
	await page.goto(`${group}/uren`);
	await expect(page.locator('input[name="was"]').first()).not.toBeChecked();
	expect(await page.locator('input[name=was]:checked').count()).toBeGreaterThan(3);
	await page.locator('summary', { hasText: nl.admin_groep_gedaan }).click();
	await page.locator('input[name="gedaan"][value="netwerk_opbouwen"]').check();
	await page.getByRole('button', { name: nl.admin_groep_gedaan_bewaar }).click();
	await expect(page.getByText(/Uren genoteerd van \d+ (persoon|mensen)/)).toBeVisible();

	for (const path of [
		'/admin/afspraken',
		'/admin/afspraken/nieuw',
		group,
		`${group}/lijst`,
		`${group}/afzeggen`,
		`${group}/uren`
	]) {
		for (const width of [1280, 360]) {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(path);
			await expectNoSidewaysScroll(page);
			if (width === 1280) await expectAccessible(page);
		}
	}
});

test('a weekly series shows its days first, with the holidays that it leaves out', async ({ page }) => {
	await signIn(page, 'consulent');
	const base = await dossierOf(page, 'khatib');
	const year = Temporal.Now.plainDateISO('Europe/Amsterdam').year + 1;
	await page.goto(`${base}/afspraken/nieuw?dag=${year}-12-18`);
	await page.locator('summary', { hasText: nl.admin_reeks_title }).click();
	await page.locator('select[name="herhaal"]').selectOption('1');
	await fillIn(page, { tijd: '20:10', plaats: 'Bibliotheek', aantal: '3' });
	await page.getByRole('button', { name: nl.admin_afspraak_plan }).click();
	const holiday = new RegExp(`25-12-${year}`);
	await expect(page.getByText(holiday)).toBeVisible();
	await expect(page.locator('input[name="dagen"]')).toHaveCount(3);
	await page.locator('input[name="dagen"]').last().uncheck();
	await page.getByRole('button', { name: nl.admin_reeks_plan }).click();
	await page.waitForURL((url) => url.pathname === `${base}/afspraken`);
	await expect(page.getByText('20:10')).toHaveCount(2);
});
