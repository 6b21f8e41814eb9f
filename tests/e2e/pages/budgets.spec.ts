import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from '@playwright/test';
import { dossierOf, expect, inLocale, served, signIn, test } from '../portal.ts';

/** performance.md §2, the hard column, in bytes. */
const budget = { today: 14_000, requests: 3, html: 8_000, css: 7_500, js: 2_000 };
const paths = [
	'/vandaag',
	'/pip',
	'/voortgang',
	'/afspraken',
	'/vragen',
	'/instellingen',
	'/instellingen/inzage'
];

/** What comes after the page is ready is the same in every language: it is waited for, half a second a page, in these. */
const waitedOut = ['nl', 'ar', 'ti'];

const brotli = (body: Buffer, quality: number) =>
	brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

type Fetched = { kind: string; bytes: number; files?: string[] };

/** Scripts, styles and pictures that a page names, whatever the depth of its address. */
const namedIn = (html: Buffer): string[] =>
	[
		...html
			.toString()
			.matchAll(/<(?:script|img|source)[^>]* src="([^"]+)"|<link[^>]* href="([^"]+\.(?:css|js))"/g)
	].map(([, src, href]) => (src ?? href ?? '').replace(/^[./]+/, ''));

/** What a first visit to a page fetches. Fonts count nothing: they come only where a device lacks the script. */
async function fetched(page: Page, path: string, waitUntil: 'load' | 'networkidle'): Promise<Fetched[]> {
	const responses: Response[] = [];
	const listen = (response: Response) => responses.push(response);
	page.on('response', listen);
	await page.goto(path, { waitUntil });
	page.off('response', listen);
	const counted = responses.filter((response) => response.request().resourceType() !== 'font');
	return Promise.all(
		counted.map(async (response) => {
			const kind = response.request().resourceType();
			const body = await response.body();
			const isDocument = kind === 'document';
			return {
				kind,
				bytes: brotli(body, isDocument ? 5 : 11),
				files: isDocument ? namedIn(body) : undefined
			};
		})
	);
}

/** A browser that was never here. */
async function firstVisit(
	browser: Browser,
	signedIn: BrowserContext,
	path: string,
	locale: string
): Promise<Fetched[]> {
	const fresh = await browser.newContext({ storageState: await signedIn.storageState() });
	const all = await fetched(await fresh.newPage(), path, waitedOut.includes(locale) ? 'networkidle' : 'load');
	await fresh.close();
	return all;
}

/** The page alone, without a browser around it. */
async function documentOf(page: Page, path: string): Promise<Fetched> {
	const body = await (await page.request.get(path)).body();
	return { kind: 'document', bytes: brotli(body, 5), files: namedIn(body) };
}

test('page weight: no framework JavaScript, /vandaag in 14 kB and three requests, in every language', async ({
	browser
}) => {
	test.setTimeout(240_000);
	const table: string[] = [];
	const files: Record<string, string> = {};
	for (const [locale] of served) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await signIn(page, 'asiel-b1-ar', locale);
		for (const path of paths) {
			const isVisited = waitedOut.includes(locale) || path === '/vandaag';
			const all = isVisited
				? await firstVisit(browser, context, inLocale(path, locale), locale)
				: [await documentOf(page, inLocale(path, locale))];
			const sum = (kind?: string) =>
				all.filter((one) => !kind || one.kind === kind).reduce((total, one) => total + one.bytes, 0);
			table.push(
				`${locale.padEnd(3)} ${path.padEnd(13)} html ${sum('document')} css ${sum('stylesheet')} js ${sum('script')} total ${sum()} requests ${all.length}`
			);
			expect.soft(sum('script'), `${locale} ${path} script`).toBeLessThanOrEqual(budget.js);
			expect.soft(sum('stylesheet'), `${locale} ${path} css`).toBeLessThanOrEqual(budget.css);
			expect.soft(sum('document'), `${locale} ${path} html`).toBeLessThanOrEqual(budget.html);
			expect.soft(all.length, `${locale} ${path} requests`).toBeLessThanOrEqual(budget.requests);
			if (path === '/vandaag') expect.soft(sum(), `${locale} total`).toBeLessThanOrEqual(budget.today);
			// What a page names besides itself is the same in every language: weighed there where it was visited.
			const named = all
				.flatMap(({ files }) => files ?? [])
				.toSorted()
				.join();
			expect.soft(named, `${locale} ${path} files`).toBe((files[path] ??= named));
		}
		await context.close();
	}
	console.log(`\nBytes (brotli) per page and language\n${table.join('\n')}`);
});

test('pages of staff fetch at most 60 kB of JavaScript (brotli), the draft that saves itself too', async ({
	browser
}) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await signIn(page, 'consulent');
	const dossier = await dossierOf(page, 'Chinedu');
	const seen = new Set<number>();
	for (const path of ['/admin', '/admin/duo', '/admin/afspraken/nieuw', `${dossier}/pip/concept/velden`]) {
		const fresh = await browser.newContext({ storageState: await context.storageState() });
		const all = await fetched(await fresh.newPage(), path, 'networkidle');
		const scripts = all.filter(({ kind }) => kind === 'script').reduce((sum, { bytes }) => sum + bytes, 0);
		expect(scripts, path).toBeLessThanOrEqual(60_000);
		seen.add(scripts);
		await fresh.close();
	}
	// The pages do have scripts: otherwise this measures nothing.
	expect(Math.max(...seen)).toBeGreaterThan(0);
	await context.close();
});

test('a participant page works with JavaScript off and holds no framework script', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await signIn(page, 'asiel-b1-ar');
	for (const path of paths) {
		await page.goto(path);
		const scripts = await page
			.locator('script')
			.evaluateAll((all) => all.map((script) => script.getAttribute('src')));
		expect(scripts, path).toEqual([expect.stringMatching(/portal\.js$/)]);
	}
	await context.close();
});
