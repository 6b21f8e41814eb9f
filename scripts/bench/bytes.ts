import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { fetched, type Fetched } from './load.ts';
import type { Served } from './server.ts';

export interface Bytes {
	path: string;
	locale: string;
	html: number;
	css: number;
	js: number;
	requests: number;
}

const brotli = (body: Buffer, quality: number) =>
	brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
export const inLocale = (path: string, locale: string): string =>
	locale === 'nl' ? path : `/${locale}${path}`;
const locales = (JSON.parse(readFileSync('messages/project.inlang/settings.json', 'utf8')) as { locales: string[] }).locales; // prettier-ignore
const unpacked = ({ body, isBrotli }: Fetched) => (isBrotli ? brotliDecompressSync(body) : body);
const files = new Map<string, number>();

/** Bytes of a static file as br-11; pages name the same files over and over. */
async function fileBytes({ origin }: Served, path: string): Promise<number> {
	const known = files.get(path);
	if (known !== undefined) return known;
	const plain = unpacked(await fetched(new URL(path, origin).href));
	files.set(path, brotli(plain, 11));
	return brotli(plain, 11);
}

/** What a first visit to a page weighs: its HTML as br-5, its style sheets and scripts as br-11. Fonts come apart. */
export async function bytesOf(server: Served, path: string, locale: string, cookie: string): Promise<Bytes> {
	const local = inLocale(path, locale);
	// The choice of the browser goes before the profile: nobody is led to another language.
	const html = unpacked(await fetched(`${server.origin}${local}`, `${cookie}; taal=${locale}`));
	const text = html.toString();
	const base = new URL(local, server.origin);
	const urls = (pattern: RegExp) =>
		[...text.matchAll(pattern)].map(([, url]) => new URL(url ?? '', base).pathname);
	const css = urls(/<link\b(?=[^>]*rel="stylesheet")[^>]*\bhref="([^"]+)"/g);
	const js = urls(/<script\b[^>]*\bsrc="([^"]+)"/g);
	const weigh = async (paths: string[]) => {
		let sum = 0;
		for (const one of new Set(paths)) sum += await fileBytes(server, one);
		return sum;
	};
	return {
		...{ path, locale, html: brotli(html, 5), css: await weigh(css), js: await weigh(js) },
		requests: 1 + new Set([...css, ...js]).size
	};
}

export const participantPaths = ['/vandaag', '/pip', '/voortgang', '/afspraken', '/vragen', '/instellingen'];

export async function participantBytes(server: Served, cookie: string): Promise<Bytes[]> {
	const all: Bytes[] = [];
	for (const locale of locales)
		for (const path of participantPaths) all.push(await bytesOf(server, path, locale, cookie));
	return all;
}
