import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './portal.ts';

const words = (locale: string) =>
	JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as Record<string, string>;
const [nl, dari] = [words('nl'), words('fa-AF')];

async function expectFitsBoth(page: Page): Promise<void> {
	await expectAccessible(page);
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNoSidewaysScroll(page);
	await page.setViewportSize({ width: 1280, height: 800 });
}

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

	// Confirmed hours grew since a value was typed over: the list says so, until it is typed over again.
	await page.goto('/admin/duo');
	const changed = page.locator('tr').filter({ hasText: /Overgetypt als .* Nu: / });
	await expect(changed).toHaveCount(1);
	await changed.getByRole('button').click();
	await page.waitForURL(/bewaard/);
	await expect(changed).toHaveCount(0);

	await page.goto('/admin/inburgeraars?q=sultani');
	const link = await page.locator('table a').first().getAttribute('href');
	const dossier = new URL(link ?? '', page.url()).pathname;
	const own = ['/duo', '/gesprekken', '/besluiten/ontzorgen', '/overdracht'].map((tail) => dossier + tail);
	for (const path of ['/admin/overdracht', '/admin/duo', ...own]) {
		await looking.goto(path);
		await expectFitsBoth(looking);
	}
	await page.goto(`${dossier}/overdracht`);
	await page.locator('select[name="naar"]').selectOption({ label: 'Gemeente Heuvelstad' });
	await page.getByRole('button', { name: nl.admin_overplaatsing_aanbieden }).click();
	await expect(page.getByRole('button', { name: nl.admin_overplaatsing_trek_in })).toBeVisible();

	const receiver = await open('consulent-elders', true);
	await receiver.goto('/admin/overdracht');
	await receiver
		.locator('#inkomend')
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
