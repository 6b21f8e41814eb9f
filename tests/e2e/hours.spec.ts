import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, findPeople, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, ar] = [words('nl'), words('ar')];
const yesterday = Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ days: 1 });
const dutch = `${String(yesterday.day).padStart(2, '0')}-${String(yesterday.month).padStart(2, '0')}-${yesterday.year}`;

/** Nothing of this needs JavaScript. */
async function plain(
	browser: Browser,
	persona: string,
	viewport: { width: number; height: number }
): Promise<Page> {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport });
	const page = await context.newPage();
	await signIn(page, persona);
	return page;
}

test('a group gets its hours in one go; the participant disputes, the consultant corrects, a colleague confirms', async ({
	browser
}) => {
	test.setTimeout(60_000);
	const page = await plain(browser, 'consulent', { width: 1280, height: 800 });
	await page.goto('/admin/uren');
	await expectTidy(page);
	// Groups of one title are told apart by where they are.
	const placements = page
		.getByRole('listitem')
		.filter({ has: page.getByRole('link', { name: 'Praktijkplaats', exact: true }) });
	for (const partner of ['Kringloop Rond', 'Zorgcentrum De Dreef'])
		await expect(placements.filter({ hasText: partner }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Nederlands naar B1, ochtend A' }).last().click();
	await expectTidy(page);
	const began = performance.now();
	await page.goto(`${new URL(page.url()).pathname}?dag=${yesterday.toString()}`);
	const rows = page.locator('li.inb-attendance');
	const total = await rows.count();
	expect(total).toBeGreaterThan(2);
	const yusuf = rows.filter({ hasText: 'Yusuf al-Khatib' });
	await yusuf.locator('input[name="duur"]').fill('1:30');
	await rows.filter({ hasNotText: 'Yusuf al-Khatib' }).first().locator('input[name="was"]').uncheck();
	await page.getByRole('button', { name: nl.partner_sheet_save }).click();
	await expect(page.getByText(`Van ${total - 1} deelnemers genoteerd.`)).toBeVisible();
	console.log(
		`attendance of ${total} people: ${((performance.now() - began) / 1000).toFixed(1)} s of scripted use`
	);
	// Sent again from the page before, nothing doubles: only who was absent is left.
	await expect(rows).toHaveCount(1);

	// The whole group has a theme behind it in one go.
	await page.getByRole('link', { name: nl.admin_groep_gedaan_naar }).click();
	await expectTidy(page);
	await page.locator('input[name="gedaan"][value="werkcultuur"]').check();
	await page.getByRole('button', { name: nl.admin_groep_gedaan_bewaar }).click();
	await expect(page.getByText(/Bij \d+ (persoon|mensen) staat erbij wat zij deden/)).toBeVisible();

	const own = await plain(browser, 'asiel-b1-ar', { width: 360, height: 740 });
	await own.goto('/ar/voortgang/tabel/lessen');
	const row = own.locator('tr', { hasText: dutch }).first();
	await expect(row).toContainText('1:30');
	const href = (await row.locator('a').first().getAttribute('href'))!;
	await own.goto(href);
	await own.locator('input[name="kind"][value="te_weinig"]').check();
	await own.locator('main form button[type="submit"]').last().click();

	await page.goto('/admin/uren');
	const dispute = page.locator('#betwist a', { hasText: 'Yusuf al-Khatib' });
	await dispute.last().click();
	const answer = page.locator('form[action="?/answer"]');
	await answer.locator('input[name="outcome"][value="aangepast"]').check();
	await answer.locator('input[name="minutes"]').fill('2:45');
	await answer.getByRole('button', { name: nl.admin_uren_dispute_button }).click();
	await expect(page.getByText(nl.admin_uren_done_beantwoord!)).toBeVisible();
	const entry = new URL(page.url()).pathname;
	await own.goto(href);
	await expect(own.locator('main')).toContainText('2:45');

	// Four eyes: the consultant does not confirm the own rows, the coordinator does, all at once.
	const colleague = await plain(browser, 'coordinator', { width: 1280, height: 800 });
	await colleague.goto('/admin/uren/bevestigen');
	await expectTidy(colleague);
	await colleague.getByRole('button', { name: nl.admin_bevestigen_look }).click();
	await expect(
		colleague.getByRole('heading', { name: /U bevestigt [\d:]+ uur van \d+ deelnemers/ })
	).toBeVisible();
	await expectTidy(colleague);
	await colleague.getByRole('button', { name: nl.admin_bevestigen_button, exact: true }).click();
	await expect(colleague.getByText(/Bevestigd: [\d:]+ uur van \d+ deelnemers\./)).toBeVisible();
	await own.goto(href);
	await expect(own.locator('main')).not.toContainText(nl.voortgang_rows_unconfirmed!);

	// The confirmation was a mistake: it is taken back by rows, and the hours wait again.
	await page.goto(entry);
	await page.getByRole('button', { name: nl.admin_uren_terug_knop }).click();
	await expect(page.getByText(nl.admin_uren_done_terug!)).toBeVisible();
	await expect(page.getByRole('button', { name: nl.admin_uren_terug_knop })).toHaveCount(0);
	await own.goto(href);
	await expect(own.locator('main')).toContainText('2:45');
	await expect(own.locator('main')).toContainText(ar.correctie_bevestiging_terug!);
});

test('a contact is written in one form, corrected and taken back; details change', async ({ browser }) => {
	const page = await plain(browser, 'consulent', { width: 1280, height: 800 });
	await findPeople(page, 'Yusuf');
	await page.getByRole('link', { name: 'Yusuf al-Khatib' }).first().click();
	await page.waitForURL(/\/admin\/inburgeraars\/[\w-]{22}$/);
	const dossier = new URL(page.url()).pathname;
	await expectTidy(page);
	const card = page.locator('#contact');
	await card.getByText(nl.admin_contact_note_it!).click();
	await card.locator('input[name="kanaal"][value="huisbezoek"]').check();
	await card.locator('input[name="notitie"]').fill('Woont dichter bij school');
	await card.getByRole('button', { name: nl.admin_contact_save }).click();
	await expect(page.getByText(nl.admin_contact_done_genoteerd!)).toBeVisible();
	const line = card.locator('li', { hasText: 'Woont dichter bij school' });
	await line.getByRole('link').click();
	await expectTidy(page);
	await card.locator('input[name="dag"]').fill(yesterday.toString());
	await card.getByRole('button', { name: nl.admin_contact_save }).click();
	await expect(page.getByText(nl.admin_contact_done_verbeterd!)).toBeVisible();
	await expect(line).toContainText(dutch);
	await line.getByRole('button').click();
	await expect(page.getByText(nl.admin_contact_done_ingetrokken!)).toBeVisible();
	await expect(line).toHaveCount(0);

	await page.goto(`${dossier}/gegevens`);
	await expectTidy(page);
	await page.locator('input[name="telefoon"]').fill('06 00 00 99 99');
	await page.getByRole('button', { name: nl.admin_gegevens_save }).click();
	await expect(page.getByText(nl.admin_gegevens_done!)).toBeVisible();
	await expect(page.getByRole('link', { name: '06 00 00 99 99' })).toBeVisible();
});

test('no violation of WCAG 2.2 AA on the pages of hours and of a dossier', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await signIn(page, 'coordinator');
	await page.goto('/admin/uren/bevestigen');
	await expectAccessible(page);
	await page.goto('/admin/uren');
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Nederlands naar B1, ochtend A' }).last().click();
	await expectAccessible(page);
	await findPeople(page, 'Yusuf');
	await page.getByRole('link', { name: 'Yusuf al-Khatib' }).first().click();
	await page.waitForURL(/\/admin\/inburgeraars\/[\w-]{22}$/);
	await page.locator('#contact summary').first().click();
	await expectAccessible(page);
});

/** Nothing sticks out on a phone. */
async function expectTidy(page: Page): Promise<void> {
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSidewaysScroll(page);
	if (process.env.SHOTS) await page.screenshot({ path: `/tmp/shot-${shots}-360.png` });
	await page.setViewportSize({ width: 1280, height: 800 });
	if (process.env.SHOTS) await page.screenshot({ path: `/tmp/shot-${shots++}-1280.png` });
}
let shots = 0;
