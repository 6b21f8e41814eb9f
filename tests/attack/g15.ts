import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { personaIds } from '../../src/lib/server/demo/ids.ts';
import { findChromium } from '../chromium.ts';
import { canariesIn } from './plant.ts';
import { Score } from './score.ts';
import { routesOfBuild } from './site.ts';
import { startTarget, type Target } from './target.ts';

const persona = 'asiel-b1-ar';
/** Typed into a form and never sent. */
const typed = 'knzztypedzzkn';

/**
 * SES-05, PRIV-08, T12: a phone that somebody else takes up. A participant walks through everything, types something,
 * signs out; then Back and Forward, the browser closed and opened, no network: nothing of the person is left, on no page
 * and in no file of the browser.
 */
export async function sharedPhone(port: number): Promise<Score> {
	const score = new Score('G15 shared phone');
	const target = await startTarget(port, true);
	const profile = mkdtempSync(join(tmpdir(), 'mijnpip-phone-'));
	try {
		await walk(score, target, profile);
	} finally {
		await target.stop();
		rmSync(profile, { recursive: true, force: true });
	}
	score.print();
	return score;
}

async function openPhone(profile: string): Promise<{ context: BrowserContext; page: Page }> {
	const { executablePath, args, env } = await findChromium();
	const context = await chromium.launchPersistentContext(profile, {
		...{ executablePath, args, env, headless: true, viewport: { width: 360, height: 740 } },
		// As a real phone does it: the page before is kept alive.
		ignoreDefaultArgs: ['--disable-back-forward-cache']
	});
	return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

async function walk(score: Score, target: Target, profile: string): Promise<void> {
	const { origin, subjects } = target;
	const own = subjects.indexOf(personaIds[persona]);
	const isOwn = (text: string) =>
		text.includes(typed) || canariesIn(text).some(({ person }) => person === own);
	let { context, page } = await openPhone(profile);
	await page.goto(`${origin}/demo`);
	await page.locator(`button[value="${persona}"]`).click();
	const visited = await crawl(page, origin);
	score.cell('the crawl saw the person', [
		visited.filter(({ text }) => isOwn(text)).length < 5 &&
			'fewer than five pages with something of the person',
		visited.length < 15 && `only ${String(visited.length)} pages`
	]);
	for (const { path, stored } of visited) score.cell(`stored while signed in, ${path}`, [isOwn(stored) && 'found something']); // prettier-ignore
	await page.goto(`${origin}/vragen/nieuw?onderwerp=afspraak`);
	await page.locator('textarea').first().fill(typed);
	await page.goto(`${origin}/afmelden`);
	await page
		.locator('form[action*="afmelden"] button, form:not([action]) button[type="submit"]')
		.last()
		.click();
	await page.waitForURL((url) => !url.pathname.includes('afmelden'));
	score.cell('signed out', [
		(await context.cookies()).some(({ name }) => name === 'session') && 'the cookie is there'
	]);
	score.cell('stored after signing out', [isOwn(await storedIn(page)) && 'found something']);
	for (let n = 0; n < visited.length + 3; n++) {
		const answer = await page.goBack({ waitUntil: 'load', timeout: 5_000 }).catch(() => null);
		score.cell(`Back, ${String(n + 1)} times`, [isOwn(await contentOf(page)) && `shows ${page.url()}`]);
		if (answer === null && page.url() === 'about:blank') break;
	}
	for (let n = 0; n < 5; n++) {
		await page.goForward({ waitUntil: 'load', timeout: 5_000 }).catch(() => null);
		score.cell(`Forward, ${String(n + 1)} times`, [isOwn(await contentOf(page)) && `shows ${page.url()}`]);
	}
	await context.close();

	({ context, page } = await openPhone(profile));
	for (const { path } of visited) {
		await page.goto(origin + path);
		score.cell(`opened again, ${path}`, [isOwn(await contentOf(page)) && 'shows something']);
	}
	await context.setOffline(true);
	for (const { path } of visited) {
		await page.goto(origin + path).catch(() => undefined);
		score.cell(`without network, ${path}`, [isOwn(await contentOf(page)) && 'shows something']);
	}
	await context.close();
	files(score, profile, isOwn);
}

/** The page as it is once it stands still. */
async function contentOf(page: Page): Promise<string> {
	for (let n = 0; n < 20; n++) {
		await page.waitForLoadState('load').catch(() => undefined);
		const text = await page.content().catch(() => undefined);
		if (text !== undefined) return text;
	}
	throw new Error(`${page.url()} never stands still`);
}

interface Visited {
	path: string;
	text: string;
	/** What pages of the portal can store in the browser, as it was on this page. */
	stored: string;
}

/** Every kind of page that links lead to, each opened as a person would: by the address bar, so that it is in the history. */
async function crawl(page: Page, origin: string): Promise<Visited[]> {
	const routes = await routesOfBuild();
	const bare = (path: string) => path.replace(/^\/ar(?=\/|$)/, '') || '/';
	const routeOf = (path: string) => routes.find(({ pattern }) => pattern.test(bare(path)))?.id;
	const queue = ['/vandaag', '/pip', '/voortgang', '/afspraken', '/vragen', '/instellingen', '/cursussen'];
	const taken = new Set<string>();
	const visited: Visited[] = [];
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
		const route = routeOf(path.split('?')[0]!);
		if (!route || taken.has(route) || /afmelden|\/demo|\.ics|\[slug\]|\/api\//.test(path + route)) continue;
		taken.add(route);
		const answer = await page.goto(origin + path).catch(() => null);
		if (answer?.status() !== 200) continue;
		visited.push({ path, text: await contentOf(page), stored: await storedIn(page) });
		const links = await page
			.locator('a[href]')
			.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
		for (const link of links) {
			const { origin: of, pathname, search } = new URL(link);
			if (of === origin) queue.push(pathname + search);
		}
	}
	return visited;
}

/** Cache Storage, localStorage, sessionStorage and IndexedDB, as text. */
const storedIn = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				parts.push(request.url, (await answer?.text()) ?? '');
			}
		}
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const asked = indexedDB.open(name);
				asked.onsuccess = () => resolve(asked.result);
				asked.onerror = () => reject(new Error(name));
			});
			for (const store of db.objectStoreNames) {
				const all = db.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (all.onsuccess = resolve));
				parts.push(name, store, JSON.stringify(all.result));
			}
		}
		return parts.join('\n');
	});

/** What stands there, to be read. */
const around = (text: string): string => {
	const at = text.search(/kn[a-z]{6}kn|knzztypedzzkn/i);
	return text.slice(Math.max(0, at - 60), at + 60).replaceAll(/[^\x20-\x7e]+/g, ' ');
};

/** Every file that the browser leaves: cache, history with its titles, what it would fill in again. */
function files(score: Score, profile: string, isOwn: (text: string) => boolean): void {
	let hasSeen = false;
	for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const bytes = readFileSync(path);
		const texts = [bytes.toString('latin1'), bytes.toString('utf16le')];
		hasSeen ||= /Cache_Data/.test(path) && texts[0]!.includes('/_app/immutable/');
		score.cell(`file ${path.slice(profile.length + 1)}`, [
			texts.some(isOwn) && `something of the person: ${around(texts.find(isOwn) ?? '')}`
		]);
	}
	score.cell('the search through files is not blind', [!hasSeen && 'no file of the portal in the cache']);
}
