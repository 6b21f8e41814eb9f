import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { allEntrances } from '../routes-source.ts';
import { answerOf, eachOf, type Answer } from './ask.ts';
import { encoded, formsOf, multipart, unescape, type Form } from './forms.ts';
import type { People, Principal, RoleName } from './principals.ts';
import type { Target } from './target.ts';

export type Line = Record<RoleName, string>;
export interface Route {
	id: string;
	pattern: RegExp;
	isPage: boolean;
	/** How many parts its data route has: what a mask chooses from. */
	nodes: number;
}
export interface Page {
	path: string;
	body: string;
	type: string;
}

/** All that the build knows, with an address for each as somebody who may be there would find it. */
export interface Site {
	routes: Route[];
	matrix: Record<string, Record<string, Line>>;
	/** By route id: the page as each of those who may be there first found it. */
	found: Map<string, Map<string, Page>>;
	forms: (Form & { routeId: string; action: string; by: Principal })[];
	addressOf: (routeId: string) => string;
	/** An address for this one, if the crawl met the route. */
	addressFor: (routeId: string, who: Principal) => string | undefined;
	routeOf: (path: string) => Route | undefined;
	actions: { routeId: string; action: string; line: Line }[];
}

const beginnings = [
	['/admin/inburgeraars/[id]/pip', 'nieuw', 'K1'],
	['/(inburgeraar)/afspraken/agenda', 'maak', 'A'],
	['/(cursussen)/cursussen/[cursus]', 'bewaar', 'G']
] as const;

/** Sends a form as the one who found it. */
export function send({ port, origin }: Target, form: Site['forms'][number], who = form.by): Promise<Answer> {
	const { type, body } = form.isMultipart
		? multipart(form.fields)
		: { type: urlencoded, body: encoded(form.fields) };
	const headers = { cookie: who.cookie, origin, accept: 'text/html', 'content-type': type };
	return answerOf({ port, path: form.target, method: 'POST', headers, body });
}
export const urlencoded = 'application/x-www-form-urlencoded';

interface Manifest {
	_: {
		routes: {
			id: string;
			pattern: RegExp;
			page: { layouts: unknown[]; leaf: unknown } | null;
			endpoint: unknown;
		}[];
	};
}

export async function routesOfBuild(): Promise<Route[]> {
	const chunks = 'build/server/chunks';
	const file = readdirSync(chunks).find((name) => /^manifest\.js-[\w-]+\.js$/.test(name));
	if (!file) throw new Error('There is no build to attack: npm run build');
	const parts = (await import(pathToFileURL(`${chunks}/${file}`).href)) as Record<string, Manifest>;
	const manifest = Object.values(parts).find((part) => part._?.routes)!;
	return manifest._.routes.map(({ id, pattern, page }) => ({
		...{ id, pattern, isPage: page !== null },
		nodes: page ? page.layouts.length + 1 : 0
	}));
}

export async function exploreSite(target: Target, people: People): Promise<Site> {
	const routes = await routesOfBuild();
	const { routes: matrix } = JSON.parse(readFileSync('docs/authz-matrix.json', 'utf8')) as {
		routes: Site['matrix'];
	};
	const found: Site['found'] = new Map(routes.map(({ id }) => [id, new Map()]));
	const routeOf = (path: string) => {
		const plain = decodeURI(
			path
				.split('?')[0]!
				.replace(/^\/(en|ar|ti|tr|fa|fa-AF|ps|so|ku|am|ckb|fr|es|uk|ru|zh-Hans)(?=\/|$)/, '') || '/'
		);
		return routes.find(({ pattern }) => pattern.test(plain));
	};
	const forms: Site['forms'] = [];
	const crawl = async (who: Principal, starts: string[]) => {
		const queue = [...starts];
		const seen = new Set(starts);
		const taken = new Map<string, number>();
		const work = async (path: string) => {
			const route = routeOf(path);
			if (!route || (taken.get(route.id) ?? 0) >= 1) return;
			taken.set(route.id, (taken.get(route.id) ?? 0) + 1);
			const { status, headers, body } = await answerOf({
				port: target.port,
				path,
				headers: { cookie: who.cookie }
			});
			if (status === 303 && headers.location) queue.push(headers.location.replace(target.origin, ''));
			if (status !== 200) return void taken.delete(route.id);
			found.get(route.id)!.set(who.name, { path, body, type: headers['content-type'] ?? '' });
			for (const form of formsOf(body, path)) {
				const at = routeOf(form.target);
				const action = /\?\/([^&=]+)/.exec(form.target)?.[1] ?? 'default';
				if (at) forms.push({ ...form, routeId: at.id, action, by: who });
			}
			for (const [, href = ''] of body.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)) {
				const at = new URL(unescape(href), `https://x${path}`);
				const next = at.pathname + at.search;
				if (at.host !== 'x' || seen.has(next)) continue;
				seen.add(next);
				// What is of the subject goes first: there is one address for each route.
				if (next.includes(people.a)) queue.unshift(next);
				else queue.push(next);
			}
		};
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) await work(path);
	};
	const dossier = `/admin/inburgeraars/${people.a}`;
	const walks: [string, string[]][] = [
		[
			'anonymous',
			[
				'/',
				'/aanmelden',
				'/aanmelden/medewerker',
				'/activeren',
				'/demo',
				'/cursussen',
				'/uitleg',
				'/.well-known/security.txt'
			]
		],
		['A', ['/vandaag', '/pip', '/voortgang', '/afspraken', '/vragen', '/instellingen', '/cursussen']],
		['C', ['/vandaag', '/cursussen', '/voortgang', '/vragen']],
		['K1', [dossier, `${dossier}/pip`, '/admin']],
		[
			'CO1',
			[
				'/admin',
				'/admin/beleid',
				'/admin/thema',
				'/themaproef',
				'/bevestigen',
				'/beveiliging',
				'/wachtwoord',
				'/afmelden',
				'/admin/overzicht',
				'/admin/medewerkers',
				dossier
			]
		],
		['X', ['/admin', '/admin/medewerkers', '/admin/geluid']],
		['P1', ['/partner']],
		['K3', ['/admin']],
		['first-factor', ['/tweede-stap']],
		['G', ['/cursussen', '/vandaag', '/cursussen/lijst', '/cursussen/vergelijken', '/vragen']]
	];
	await eachOf(walks, 3, async ([name, starts]) => crawl(people.byName(name), starts));
	// A draft of a plan and a few more that stand only when somebody began something.
	for (const [routeId, action, by] of beginnings) {
		const form = forms.find((one) => one.routeId === routeId && one.action === action && one.by.name === by);
		if (form) await send(target, form);
	}
	await crawl(people.byName('K1'), [
		`${dossier}/pip/concept`,
		`${dossier}/pip/concept/velden`,
		`${dossier}/pip/concept/sjabloon`
	]);
	await crawl(people.byName('G'), ['/cursussen/lijst', '/cursussen/vergelijken']);
	await crawl(people.byName('A'), ['/afspraken/agenda', '/vragen']);
	const order = ['A', 'K1', 'CO1', 'P1', 'X', 'anonymous', 'G', 'C', 'K3', 'first-factor'];
	const pathIn = (routeId: string) => {
		const pages = found.get(routeId);
		const name = order.find((one) => pages?.has(one));
		return name && pages!.get(name)!.path;
	};
	const ownIds = idsOf(target, people.a);
	const addressOf = (routeId: string) => (pathIn(routeId) ?? built(routeId, people.a, ownIds)).split('?')[0]!;
	const actions = allEntrances()
		.filter(({ name }) => name.startsWith('action '))
		.map(({ routeId, name }) => ({ routeId, action: name.slice(7), line: matrix[routeId]![name]! }));
	return {
		...{ routes, matrix, found, forms, addressOf, routeOf, actions },
		addressFor: (routeId, who) => found.get(routeId)?.get(who.name)?.path
	};
}

/** One own object of each kind, for routes that no link leads to. */
function idsOf({ db }: Target, a: string): Record<string, string> {
	const one = (table: string) =>
		(db.prepare(`select id from ${table} where inburgeraar_id = ? order by id`).pluck().get(a) as string) ??
		'';
	return {
		...{ afspraak: one('appointments'), uur: one('hour_entries'), vraag: one('questions'), versie: '1' },
		...{ besluit: 'verlenging', signaal: 'termijn', pagina: 'pip', soort: 'uren', taal: 'nl', tekst: 'x' },
		token: 'x'.repeat(43)
	};
}

/** An address made of the route id alone: with own objects where there are any, else with an id that nobody has. */
function built(routeId: string, a: string, ids: Record<string, string>): string {
	const path = routeId
		.replaceAll(/\/\([^)]+\)/g, '')
		.replaceAll('[x+2e]', '.')
		.replace('/admin/inburgeraars/[id]', `/admin/inburgeraars/${a}`)
		.replace('/afspraken/[id]', `/afspraken/${ids.afspraak}`)
		.replace('[slug]', 'waterrijk')
		.replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] || 'x'.repeat(22));
	return path === '' ? '/' : path;
}
