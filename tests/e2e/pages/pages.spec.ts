import type { Page } from '@playwright/test';
import {
	dossierOf,
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	inLocale,
	served,
	signIn,
	test
} from '../portal.ts';

const pages = [
	'/vandaag',
	'/pip',
	'/pip/versies',
	'/voortgang',
	'/afspraken',
	'/vragen',
	'/cursussen',
	'/instellingen',
	'/instellingen/inzage'
];
const open = [
	'/',
	'/aanmelden',
	'/aanmelden/medewerker',
	'/activeren',
	'/demo',
	'/uitleg',
	'/cursussen',
	'/cursussen/geld',
	'/uitleg/inburgeringstermijn',
	'/privacy',
	'/toegankelijkheid'
];
/** Where a name stands without a direction of its own, and so could turn the sentence around it (OUT-07). */
const unisolated = (page: Page, name: string) =>
	page.evaluate((text) => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (walker.nextNode()) {
			const { data, parentElement } = walker.currentNode as Text;
			if (!data.replaceAll(/\u2068[^\u2069]*\u2069/g, '').includes(text)) continue;
			if (!parentElement?.closest('bdi, [dir="auto"], textarea, option, script'))
				found.push(parentElement?.outerHTML.slice(0, 120) ?? data);
		}
		return found;
	}, name);

/** Each page in full in these; the first view in every language. */
const inFull = ['nl', 'ar', 'ti'];

for (const [locale, dir] of served.filter(([id]) => inFull.includes(id))) {
	test(`a participant's pages in ${locale}: language, direction, WCAG 2.2 AA, no sideways scroll`, async ({
		page
	}) => {
		test.setTimeout(120_000);
		await signIn(page, 'asiel-b1-ar', locale);
		for (const path of pages) {
			const response = await page.goto(inLocale(path, locale));
			expect(response?.status(), path).toBe(200);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await expect(page.locator('html')).toHaveAttribute('dir', dir);
			await expect(page.locator('h1')).toHaveCount(1);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		}
	});

	test(`the open pages in ${locale}`, async ({ page }) => {
		for (const path of open) {
			const response = await page.goto(inLocale(path, locale));
			expect(response?.status(), path).toBe(200);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		}
	});
}

test('the five questions are answered in the first view at 360 × 740, in every language', async ({
	page
}) => {
	test.setTimeout(120_000);
	await signIn(page, 'asiel-b1-ar', 'nl');
	for (const [locale, dir] of served) {
		await page.goto(inLocale('/vandaag', locale));
		await expect(page.locator('html')).toHaveAttribute('dir', dir);
		const nav = await page.locator('.inb-nav').boundingBox();
		const parts = [
			'.inb-appointment--hero',
			'.inb-appointment__moment',
			'.inb-action',
			'.inb-meter',
			'.inb-term',
			'.inb-person'
		];
		for (const part of parts) {
			const box = await page.locator(part).first().boundingBox();
			expect.soft((box?.y ?? 1e6) + (box?.height ?? 0), `${locale} ${part}`).toBeLessThanOrEqual(nav?.y ?? 0);
		}
	}
});

test('every page fits 320 px in every language', async ({ page }) => {
	test.setTimeout(240_000);
	await page.setViewportSize({ width: 320, height: 640 });
	await signIn(page, 'asiel-b1-ar', 'nl');
	for (const [locale] of served) {
		for (const path of [
			...pages,
			'/uitleg/inburgeringstermijn',
			'/privacy',
			'/toegankelijkheid',
			'/vragen/nieuw?onderwerp=geld'
		]) {
			const response = await page.goto(inLocale(path, locale));
			expect.soft(response?.status(), `${locale} ${path}`).toBe(200);
			await expectNoSidewaysScroll(page);
		}
	}
});

test('every demo participant has a full life: no page fails, nothing sticks out at 320 px', async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.goto('/demo');
	const personas = await page
		.locator('button[name="persona"]')
		.evaluateAll((buttons) =>
			buttons
				.map((button) => (button as HTMLButtonElement).value)
				.filter((value) => /^(asiel|gezin)/.test(value))
		);
	expect(personas.length).toBeGreaterThanOrEqual(11);
	await page.setViewportSize({ width: 320, height: 640 });
	for (const persona of personas) {
		await signIn(page, persona);
		for (const path of pages) {
			const response = await page.goto(inLocale(path, 'ar'));
			expect(response?.status(), `${persona} ${path}`).toBe(200);
			await expectNoSidewaysScroll(page);
		}
	}
});

test('staff pages: WCAG 2.2 AA at 1280 and at 360 px, no sideways scroll, names kept apart (OUT-07) and out of titles (PRIV-09)', async ({
	page
}) => {
	test.setTimeout(240_000);
	await signIn(page, 'consulent');
	const base = await dossierOf(page, 'khatib');
	const tails = ['', '/pip', '/pip/voorbeeld?versie=huidig&taal=ar', '/afspraken', '/afspraken/nieuw', '/uren', '/resultaten', '/besluiten', '/besluiten/schakelen', '/besluiten/verlenging', '/besluiten/afschalen', '/besluiten/voltooiing', '/besluiten/termijn', '/gegevens', '/vragen', '/brief']; // prettier-ignore
	// A phrase of the municipality, to have a page of one.
	await page.goto('/admin/zinnen/nieuw');
	await page.locator('select[name="soort"]').selectOption({ index: 1 });
	await page.locator('[name="nederlands"]').fill('Neem uw bril mee.');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await page.waitForURL(/\/zinnen\/[\w-]{22}/);
	const phrases = ['/admin/zinnen/nieuw', new URL(page.url()).pathname];
	// The catalogue of courses, one of its courses, and the advice for somebody who shared a list.
	const courses = ['/admin/cursussen', '/admin/cursussen/nieuw', '/en/admin/cursussen/import'];
	await page.goto('/admin/cursussen?letop=verouderd');
	const course = await page.locator('main li a, table a').first().getAttribute('href');
	courses.push(new URL(course ?? '', page.url()).pathname, `${await dossierOf(page, 'aslan')}/cursussen`);
	const paths = [
		'/admin',
		'/en/admin',
		'/admin/inburgeraars',
		...phrases,
		...courses,
		`/en${base}`,
		...tails.map((tail) => base + tail)
	];
	for (const path of paths) {
		await page.setViewportSize({ width: 1280, height: 800 });
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(200);
		await expectNoSidewaysScroll(page);
		await expectAccessible(page);
		expect(await page.title(), `PRIV-09 ${path}`).not.toMatch(/khatib/i);
		expect(await unisolated(page, 'al-Khatib'), `OUT-07 ${path}`).toEqual([]);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectNoSidewaysScroll(page);
	}
});

test('the pages on which a plan is made: WCAG 2.2 AA at 1280 and at 360 px, no sideways scroll', async ({
	page
}) => {
	test.setTimeout(240_000);
	await signIn(page, 'consulent');
	const first = async (list: string, links: string) => {
		await page.goto(list);
		const href = await page.locator(links).first().getAttribute('href');
		return new URL(href ?? '', page.url()).pathname;
	};
	const plan = `${await dossierOf(page, 'khatib')}/pip`;
	await page.goto(plan);
	const start = page.locator('form[action="?/nieuw"] button');
	if ((await start.count()) > 0) await start.click();
	const draft = `${plan}/concept`;
	const template = await first('/admin/sjablonen', 'main a[href*="/admin/sjablonen/"]');
	const paths = [
		draft,
		`/en${draft}`,
		`${draft}/velden`,
		await first(draft, 'main a[href*="/concept/afspraken/"]'),
		`${draft}/afspraken/nieuw?thema=participatie&soort=workshop`,
		`${draft}/sjabloon`,
		`${draft}/sjabloon?kies=stock.b1_asiel`,
		...['/voorbeeld?taal=ti', '/voorbeeld?taal=ar&blad=1', '/print', '/vergelijken'].map(
			(tail) => plan + tail
		),
		'/admin/sjablonen',
		template,
		`${template}/zinnen/0`,
		'/admin/activiteiten',
		await first('/admin/activiteiten', 'main li a[href*="/admin/activiteiten/"]')
	];
	for (const path of paths) {
		await page.setViewportSize({ width: 1280, height: 800 });
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(200);
		await expectNoSidewaysScroll(page);
		await expectAccessible(page);
		await page.setViewportSize({ width: 360, height: 740 });
		await expectNoSidewaysScroll(page);
	}
});

test('pages of the other roles: partner, coordinator, administrator', async ({ page }) => {
	test.setTimeout(120_000);
	for (const [persona, paths] of [
		['partner-taalschool', ['/partner', '/partner/genoteerd']],
		['coordinator', ['/admin', '/admin/inburgeraars']],
		['beheerder', ['/admin']]
	] as const) {
		await signIn(page, persona);
		for (const path of paths) {
			const response = await page.goto(path);
			expect(response?.status(), `${persona} ${path}`).toBe(200);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		}
	}
});

test('a municipality with colours of its own shows them, another keeps the base theme', async ({ page }) => {
	const accent = () =>
		page
			.locator('.inb-brand__mark')
			.evaluate((mark) => getComputedStyle(mark).getPropertyValue('--inb-accent'));
	await signIn(page, 'consulent');
	await expect(page.locator('link[href^="/theme/"]')).toHaveCount(0);
	const base = await accent();
	await signIn(page, 'consulent-elders');
	await expect(page.locator('link[href="/theme/heuvelstad.css"]')).toHaveCount(1);
	expect(await accent()).not.toBe(base);
	await expectAccessible(page);
});
