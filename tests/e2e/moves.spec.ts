import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dossierOf, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, dari] = [words('nl'), words('fa-AF')];

async function expectFitsBoth(page: Page): Promise<void> {
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSidewaysScroll(page);
	await page.setViewportSize({ width: 1280, height: 800 });
}

/** Where the lines of a card that stand open end. */
async function endOf(page: Page, title: string | RegExp): Promise<number> {
	const card = page.locator('section', { has: page.getByRole('heading', { name: title }) });
	const box = await card.locator('> :is(ul, dl, .inb-meters, p)').last().boundingBox();
	return box ? box.y + box.height : Infinity;
}

test('a dossier in ten seconds: why this person waits, put aside and back; a call is written; a switch with the list of the law', async ({
	browser
}) => {
	test.setTimeout(90_000);
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 800 }
	});
	const page = await context.newPage();
	await signIn(page, 'consulent');

	// Every kind of reason leads to a page that is there.
	await page.goto('/admin');
	const links = new Map<string, string>();
	for (const reason of await page.locator('.inb-work__reason').all()) {
		const title = (await reason.locator('strong').textContent())?.replace(/ \(\d+\)$/, '') ?? '';
		if (!links.has(title))
			links.set(title, (await reason.locator('a').first().getAttribute('href'))?.replace(/#.*/, '') ?? '');
	}
	expect(links.size).toBeGreaterThan(10);
	for (const [title, href] of links)
		expect((await page.request.get(new URL(href, page.url()).href)).status(), `${title} ${href}`).toBe(200);

	// The first view of the one with the most reasons, in the words of the list.
	const rows = await page.locator('.inb-work__row').all();
	const counts = await Promise.all(rows.map((row) => row.locator('.inb-work__reason').count()));
	const busiest = rows[counts.indexOf(Math.max(...counts))]!;
	const reasons = await busiest.locator('.inb-work__reason strong').allTextContents();
	await busiest.locator('a').first().click();
	const waiting = page.locator('section', {
		has: page.getByRole('heading', { name: nl.admin_overview_waiting })
	});
	await expect(waiting.locator('strong')).toHaveText(reasons);
	const dossier = new URL(page.url()).pathname;
	for (const title of [
		nl.admin_overview_waiting!,
		nl.admin_overview_open!,
		nl.admin_overview_where!,
		nl.admin_overview_progress!,
		/^(Laatste contact: |Contact$)/
	])
		// prettier-ignore
		expect(await endOf(page, title), String(title)).toBeLessThanOrEqual(800);
	await expect(page.locator('.inb-tabs a')).toHaveCount(6);

	await waiting.getByRole('link', { name: nl.admin_maandag_later }).first().click();
	await page.locator('input[name="reason"][value="al_besproken"]').check();
	await page.getByRole('button', { name: nl.admin_maandag_uitstel_knop }).click();
	await page.waitForURL((url) => url.pathname === dossier);
	await expect(waiting.locator('summary').last()).toContainText(
		`Uitgesteld: ${reasons[0]?.replace(/ \(\d+\)$/, '')}`
	);
	await waiting.locator('summary').last().click();
	await waiting.getByRole('button', { name: nl.admin_maandag_weer_tonen }).click();
	await expect(waiting.locator('strong')).toHaveText(reasons);

	// Today, by phone: two clicks.
	const start = Date.now();
	const contact = page.locator('#contact');
	await contact.getByText(nl.admin_contact_note_it!).click();
	await contact.getByRole('button', { name: nl.admin_contact_save }).click();
	const today = Temporal.Now.plainDateISO('Europe/Amsterdam').toString().split('-').toReversed().join('-');
	await expect(contact.getByRole('heading', { name: `Laatste contact: ${today}` })).toBeVisible();
	expect(Date.now() - start).toBeLessThan(10_000);

	// Past the last day: the list names its articles, and nothing is recorded before somebody says it was weighed.
	await page.goto(`${await dossierOf(page, 'sultani')}/besluiten/schakelen`);
	await page.locator('input[name="naar"][value="z"]').check();
	await page.getByRole('button', { name: nl.admin_besluit_overweeg_knop }).click();
	await expect(page.locator('main')).toContainText('Wi2021 art. 17 lid 2');
	const record = page.getByRole('button', { name: nl.admin_besluit_noteren_knop, exact: true });
	await record.click();
	await expect(page.locator('.inb-notice--error')).toContainText(nl.admin_besluit_fout_toetsen ?? '');
	await page.locator('input[name="getoetst"]').check();
	await record.click();
	await page.waitForURL(/gedaan=schakelen/);
	await expect(page.locator('#schakelen')).toContainText(nl.admin_besluit_genoteerd ?? '');
	await expect(page.locator('#schakelen tbody tr')).toHaveCount(1);
});

test('three people are handed over; a dossier goes to another municipality, and the participant reads it; DUO’s list is ticked', async ({
	browser
}) => {
	test.setTimeout(150_000);
	const open = async (persona: string, javaScriptEnabled: boolean, width = 1280, height = 800) => {
		const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height } });
		const page = await context.newPage();
		await signIn(page, persona);
		return page;
	};
	// Nothing here needs JavaScript; only axe does.
	const page = await open('consulent', false);
	const looking = await open('consulent', true);

	// From a day on that is still to come: until then it can be taken back.
	await page.goto('/admin/overdracht/nieuw');
	const people = page.locator('input[name="wie"]');
	for (const n of [5, 6, 7]) await people.nth(n).check();
	await page.locator('select[name="naar"]').selectOption({ label: 'Youssef Amrani' });
	const soon = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: 60 });
	await page.locator('input[name="vanaf"]').fill(soon.toString());
	await page.getByRole('button', { name: nl.admin_overdracht_bekijken }).click();
	await expect(page.getByText(/Deze 3 mensen gaan naar .*Youssef Amrani/)).toBeVisible();
	await expect(page.locator('main li')).toHaveCount(3);
	await page.getByRole('button', { name: nl.admin_overdracht_doen }).click();
	await page.waitForURL(/klaar=overgedragen/);
	const planned = page.locator('#gepland tbody tr');
	const before = await planned.count();
	await planned.last().getByRole('button').click();
	await page.waitForURL(/klaar=ingetrokken/);
	await expect(planned).toHaveCount(before - 1);

	// A value is copied with the script; without it, it stands there to be selected.
	await looking.goto('/admin/duo');
	const copy = looking.locator('[data-copy]').first();
	const value = (await copy.getAttribute('data-copy')) ?? '';
	await copy.click();
	await expect(looking.getByRole('status')).toContainText(`${nl.admin_duo_gekopieerd}: ${value}`);
	await looking.goto('/admin');
	await looking.locator('[type="search"]').press('Control+V');
	await expect(looking.locator('[type="search"]')).toHaveValue(value);
	await page.goto('/admin/duo');
	await expect(page.locator('[data-copy]').first()).toBeHidden();

	// Confirmed hours grew since a value was typed over: the list says so, until it is typed over again.
	await page.goto('/admin/duo');
	const changed = page.locator('tr').filter({ hasText: /Overgetypt als .* Nu: / });
	await expect(changed).toHaveCount(1);
	await changed.getByRole('button').click();
	await page.waitForURL(/bewaard/);
	await expect(changed).toHaveCount(0);

	const dossier = await dossierOf(page, 'sultani');
	const own = ['/duo', '/gesprekken', '/besluiten/ontzorgen', '/overdracht'].map((tail) => dossier + tail);
	for (const path of ['/admin/overdracht', '/admin/duo', ...own]) {
		await looking.goto(path);
		await expectFitsBoth(looking);
	}
	await page.goto(`${dossier}/overdracht`);
	await page.locator('select[name="naar"]').selectOption({ label: 'Gemeente Heuvelstad' });
	await page.getByRole('button', { name: nl.admin_overplaatsing_aanbieden }).click();
	await expect(page.getByRole('button', { name: nl.admin_overplaatsing_trek_in })).toBeVisible();

	// Who must answer sees it above the own list.
	const receiver = await open('consulent-elders', true);
	await receiver.goto('/admin');
	await expectFitsBoth(receiver);
	await receiver
		.locator('.inb-work__row', { hasText: nl.admin_maandag_inkomend_wacht })
		.getByRole('link', { name: /Sultani/ })
		.click();
	await expectFitsBoth(receiver);
	await receiver.getByRole('button', { name: nl.admin_overplaatsing_aanvaarden }).click();
	await receiver.waitForURL(/klaar=binnen/);
	expect((await page.goto(dossier))?.status()).toBe(404);

	const participant = await open('asiel-verlengd-fa-af', true, 360, 740);
	await participant.goto('/fa-AF/hulp');
	await expect(participant.getByText(dari.hulp_aanvaard ?? '').first()).toBeVisible();
	await expect(participant.getByText(dari.hulp_blijft ?? '').first()).toBeVisible();
	await expectAccessible(participant);
	await expectNoSidewaysScroll(participant);
});
