import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, ar] = [words('nl'), words('ar')];
/** A weekday some weeks ahead, far from what the demo has planned. */
const ahead = (days: number) => {
	let day = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days });
	while (day.dayOfWeek > 5) day = day.add({ days: 1 });
	return day;
};

/** The address of somebody's dossier, found as a consultant finds it. */
async function dossier(page: Page, name: string): Promise<string> {
	await page.goto('/admin/inburgeraars');
	await page.locator('input[name="zoek"]').fill(name);
	await page.keyboard.press('Enter');
	await page.locator('table a').first().click();
	await page.waitForURL(/\/admin\/inburgeraars\/[\w-]{22}$/);
	return new URL(page.url()).pathname;
}

async function planWorkshop(
	page: Page,
	base: string,
	at: { day: string; time: string; place: string }
): Promise<void> {
	await page.goto(`${base}/afspraken/nieuw`);
	await page.locator('select[name="soort"]').selectOption('workshop');
	await page.locator('input[name="dag"]').fill(at.day);
	await page.locator('input[name="tijd"]').fill(at.time);
	await page.locator('input[name="minuten"]').fill('60');
	await page.locator('input[name="plaats"]').fill(at.place);
	await page.getByRole('button', { name: nl.admin_afspraak_plan }).click();
	await page.waitForURL(/\/afspraken\/[\w-]{22}$/);
}

test('a consultant publishes an appointment, hours and a plan change; the participant sees them in Arabic', async ({
	browser,
	page
}) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'consulent');
	const base = await dossier(page, 'Khatib');
	await expectAccessible(page);
	await planWorkshop(page, base, { day: ahead(9).toString(), time: '07:10', place: 'Bibliotheek De Haven' });

	const yesterday = Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ days: 1 }).toString();
	await page.goto(`${base}/uren`);
	await expectAccessible(page);
	await page.locator('#form select[name="category"]').selectOption('pvt');
	await page.locator('#form input[name="day"]').fill(yesterday);
	await page.locator('#form input[name="minutes"]').fill('1:35');
	await page.getByRole('button', { name: nl.admin_uren_record_button }).click();
	await expect(page.getByText(nl.admin_uren_done_genoteerd ?? '')).toBeVisible();

	await page.goto(`${base}/pip`);
	await page.getByRole('button', { name: nl.admin_pip_nieuw }).click();
	await page.waitForURL(/\/pip\/concept$/);
	await page.goto(`${base}/pip/concept/velden`);
	await expectAccessible(page);
	const talks = page.locator('input[name="voortgangsgesprekkenInPip"]');
	await talks.fill(String(Number(await talks.inputValue()) + 3));
	await page.locator('main form button[type="submit"]').last().click();
	await page.waitForURL(/\/pip\/concept(\?.*)?$/);
	await page.goto(`${base}/pip/voorbeeld?taal=ar`);
	await expect(page.locator('[dir="rtl"]').first()).toBeVisible();
	await page.goto(`${base}/pip/concept`);
	await expectAccessible(page);
	await page.locator('select[name="reden"]').selectOption('voortgang');
	await page.getByRole('button', { name: nl.admin_pip_publiceren_knop }).click();
	await page.waitForURL((url) => url.pathname === `${base}/pip`);

	const own = await browser.newPage({ viewport: { width: 360, height: 740 } });
	await signIn(own, 'asiel-b1-ar');
	expect(new URL(own.url()).pathname).toBe('/ar/vandaag');
	await expect(own.getByText(ar.stap_pip_bekijken ?? '')).toBeVisible();
	await own.goto('/ar/pip');
	await expect(own.getByText(ar.pip_reden_voortgang ?? '').first()).toBeVisible();
	await own.goto('/ar/afspraken');
	await expect(own.getByText('Bibliotheek De Haven').first()).toBeVisible();
	await own.goto('/ar/voortgang/tabel/pvt');
	await expect(own.getByText('1:35').first()).toBeVisible();
	await own.close();
});

test('two consultants change one appointment: the second sees both texts and loses nothing (IN-12)', async ({
	browser
}) => {
	const [first, second] = [await browser.newPage(), await browser.newPage()];
	await signIn(first, 'consulent');
	await signIn(second, 'coordinator');
	const base = await dossier(first, 'Khatib');
	await planWorkshop(first, base, { day: ahead(16).toString(), time: '07:20', place: 'Zaal Een' });
	const edit = `${new URL(first.url()).pathname}/wijzigen`;
	await second.goto(edit);
	await first.goto(edit);
	for (const [page, place] of [
		[first, 'Zaal Twee'],
		[second, 'Zaal Drie']
	] as const) {
		await page.locator('input[name="plaats"]').first().fill(place);
		await page.locator('main form button[type="submit"]').last().click();
	}
	await first.waitForURL(/\/afspraken\/[\w-]{22}$/);
	await expect(second.getByText('Zaal Twee').first()).toBeVisible();
	const kept = await second
		.locator('input[name="plaats"]')
		.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
	const shown = await second.locator('main').innerText();
	expect(kept.join(' ') + shown).toContain('Zaal Drie');
	await Promise.all([first.close(), second.close()]);
});

test('a form that is sent twice makes one appointment (IN-11)', async ({ page, baseURL }) => {
	await signIn(page, 'consulent');
	const base = await dossier(page, 'Khatib');
	await page.goto(`${base}/afspraken/nieuw`);
	const form = await page
		.locator('main form')
		.last()
		.evaluate((element) => {
			const entries = [...new FormData(element as HTMLFormElement)].map(
				([name, value]) => [name, String(value)] as const
			);
			return Object.fromEntries(entries);
		});
	const filled = {
		...form,
		soort: 'workshop',
		dag: ahead(23).toString(),
		tijd: '07:30',
		minuten: '60',
		plaats: 'Dubbelzaal'
	};
	const send = () =>
		page.request.post(`${base}/afspraken/nieuw`, {
			form: filled,
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			maxRedirects: 0
		});
	const [one, two] = await Promise.all([send(), send()]);
	expect([one.status(), two.status()]).toEqual([303, 303]);
	expect(one.headers().location).toBe(two.headers().location);
	await page.goto(`${base}/afspraken`);
	await expect(page.getByText('Dubbelzaal')).toHaveCount(1);
});

test('the plan prints on one A4, in two languages', async ({ page }) => {
	await signIn(page, 'asiel-b1-ar');
	await page.goto('/ar/pip/print');
	await expect(page.locator('[lang="nl"]').first()).toBeVisible();
	const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test('without JavaScript a participant answers an appointment and asks a question', async ({
	browser,
	page: staff
}) => {
	await signIn(staff, 'consulent');
	const base = await dossier(staff, 'Khatib');
	await planWorkshop(staff, base, { day: ahead(30).toString(), time: '07:40', place: 'Zaal Rust' });
	const id = new URL(staff.url()).pathname.split('/').at(-1);

	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 }
	});
	const page = await context.newPage();
	await signIn(page, 'asiel-b1-ar', 'nl');
	await page.goto('/afspraken');
	await page.locator(`a[href$="/afspraken/${id}"]`).first().click();
	await page.getByRole('button', { name: nl.afspraak_ik_kom }).click();
	await expect(page.getByText(nl.afspraak_gestuurd_title ?? '').first()).toBeVisible();
	await page.goto('/vragen');
	await page.locator('main a[href*="/vragen/nieuw"]').first().click();
	await page.locator('main form button[type="submit"]').last().click();
	await expect(page.getByText(nl.vraag_ontvangen ?? '').first()).toBeVisible();
	await context.close();
});

test('with the keyboard alone: skip link first, then to the appointment and back', async ({ page }) => {
	await signIn(page, 'asiel-b1-ar');
	await page.goto('/vandaag');
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveAttribute('href', '#inhoud');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveAttribute('href', /\/afspraken\/[\w-]{22}$/);
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/afspraken\/[\w-]{22}$/);
	await expectAccessible(page);
});

test('the desk card is Dutch in every language', async ({ page }) => {
	await signIn(page, 'asiel-b1-ar');
	const href = await page.locator('.inb-appointment--hero a').first().getAttribute('href');
	await page.goto(`${href}/kaart`);
	await expect(page.locator('main [lang="nl"], main[lang="nl"]').first()).toBeVisible();
	await expectAccessible(page);
});

test('AC-06 a foreign dossier and one that does not exist look the same; other roles reach nothing', async ({
	browser,
	page
}) => {
	await signIn(page, 'consulent');
	const base = await dossier(page, 'Khatib');
	const nobody = '/admin/inburgeraars/AAAAAAAAAAAAAAAAAAAAAA';
	for (const persona of ['consulent-elders', 'consulent-collega']) {
		const other = await browser.newPage();
		await signIn(other, persona);
		for (const tail of ['', '/pip', '/afspraken', '/uren', '/resultaten', '/vragen', '/brief']) {
			const [theirs, none] = [await other.request.get(base + tail), await other.request.get(nobody + tail)];
			expect([theirs.status(), none.status()], `${persona} ${tail}`).toEqual([404, 404]);
			expect(await theirs.text()).not.toContain('Khatib');
		}
		await other.close();
	}
	for (const persona of ['asiel-z-ti', 'partner-taalschool', 'beheerder']) {
		const other = await browser.newPage();
		await signIn(other, persona);
		for (const path of [
			base,
			`${base}/uren`,
			`${base}/__data.json?x-sveltekit-invalidated=001`,
			'/admin/inburgeraars'
		]) {
			const answer = await other.request.get(path);
			expect(await answer.text(), `${persona} ${path}`).not.toContain('Khatib');
			expect(answer.status(), `${persona} ${path}`).toBe(path.includes('__data') ? 404 : 403);
		}
		await other.close();
	}
});

test('a mistake in the form keeps the version that was read: a colleague is never written over (IN-12)', async ({
	browser
}) => {
	const [first, second] = [await browser.newPage(), await browser.newPage()];
	await signIn(first, 'consulent');
	await signIn(second, 'coordinator');
	const base = await dossier(first, 'Khatib');
	await planWorkshop(first, base, { day: ahead(37).toString(), time: '07:50', place: 'Zaal Vier' });
	const edit = `${new URL(first.url()).pathname}/wijzigen`;
	await second.goto(edit);
	await first.goto(edit);
	const save = (page: Page) => page.locator('main form button[type="submit"]').last().click();
	await first.locator('input[name="plaats"]').first().fill('Zaal Vijf');
	await save(first);
	await first.waitForURL(/\/afspraken\/[\w-]{22}$/);
	// The second one makes a mistake, mends it and sends again.
	await second.locator('input[name="minuten"]').first().fill('0');
	await save(second);
	await second.locator('input[name="minuten"]').first().fill('45');
	await save(second);
	await expect(second.getByText('Zaal Vijf').first()).toBeVisible();
	await expect(second).toHaveURL(/\/wijzigen$/);
	await Promise.all([first.close(), second.close()]);
});
