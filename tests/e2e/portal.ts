import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** Every page of every test: no message in the console, no request to another origin (PRIV-07), no CSP violation. */
export const test = base.extend<{ page: Page }>({
	page: async ({ page, baseURL }, use) => {
		const faults: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text()))
				faults.push(message.text());
		});
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('request', (request) => {
			if (!request.url().startsWith(`${baseURL}/`)) faults.push(`PRIV-07: request to ${request.url()}`);
		});
		await use(page);
		expect(faults).toEqual([]);
	}
});
export { expect };

const settings = JSON.parse(readFileSync('messages/project.inlang/settings.json', 'utf8')) as {
	locales: string[];
};
const rightToLeft = ['ar', 'fa', 'fa-AF', 'ps', 'ckb'];
/** Every language that is served, with the direction it is written in. */
export const served = settings.locales.map(
	(locale) => [locale, rightToLeft.includes(locale) ? 'rtl' : 'ltr'] as const
);

/** Signs in as a demo person, with the button of /demo; optionally with another language chosen than the person's own. */
export async function signIn(page: Page, persona: string, locale?: string): Promise<void> {
	await page.goto('/demo');
	await page.locator(`button[name="persona"][value="${persona}"]`).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/demo'));
	if (locale) await page.goto(`${inLocale(new URL(page.url()).pathname, locale)}?wissel=${locale}`);
}

/** The list of people as staff see it after a search for a name, which stands in no address. */
export async function findPeople(page: Page, name: string, locale = 'nl'): Promise<void> {
	await page.goto(inLocale('/admin/inburgeraars', locale));
	await page.locator('input[name="zoek"]').fill(name);
	await page.locator('form[role="search"] button').click();
	await page.waitForURL(/zoek=/);
}

/** The address of the dossier of the first one who is found. */
export async function dossierOf(page: Page, name: string, locale = 'nl'): Promise<string> {
	await findPeople(page, name, locale);
	const href = await page.locator('table a').first().getAttribute('href');
	return new URL(href ?? '', page.url()).pathname;
}

/** The path with the prefix of a language, whatever prefix it has now. */
export function inLocale(path: string, locale: string): string {
	const [, first = ''] = path.split('/');
	const bare = settings.locales.includes(first) ? path.slice(first.length + 1) || '/' : path;
	return locale === 'nl' ? bare : `/${locale}${bare === '/' ? '' : bare}`;
}

/** WCAG 2.2 AA by axe: no violation. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.options({ resultTypes: ['violations'] })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		// No frames of another origin here: a third faster than a blank page for each result.
		.setLegacyMode()
		.analyze();
	expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
}

/** Nothing sticks out sideways: WCAG 1.4.10. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
	const [scroll, client] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth
	]);
	expect(scroll).toBeLessThanOrEqual(client ?? 0);
}
