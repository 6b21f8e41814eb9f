import { answerOf, eachOf, type Answer } from './ask.ts';
import { encoded, multipart } from './forms.ts';
import type { People, Principal } from './principals.ts';
import { canariesIn, takeChanges } from './plant.ts';
import { Score } from './score.ts';
import type { Line, Route, Site } from './site.ts';
import type { Target } from './target.ts';

const locales = ['en', 'ar', 'ti', 'fa', 'tr', 'uk'];
const secret = /\$argon2id\$|"(?:secretHash|passwordHash|pinHash|tokenHash)"/;

interface Spelling {
	name: string;
	path: string;
	method?: string;
	isData?: boolean;
}

/** Ways to ask for one page, of which only the first is the one that links use. */
function spellingsOf(path: string, route: Route, n: number): Spelling[] {
	const locale = locales[n % locales.length]!;
	const [first = '', ...rest] = path.slice(1);
	const letter = `/%${first.charCodeAt(0).toString(16)}${rest.join('')}`;
	const data = `${path === '/' ? '' : path}/__data.json`;
	const masks = Array.from({ length: 2 ** Math.min(route.nodes, 3) }, (_, at) =>
		at.toString(2).padStart(route.nodes, '0')
	);
	const mask = masks[n % masks.length]!;
	return [
		{ name: 'plain', path },
		{ name: `/${locale}`, path: `/${locale}${path === '/' ? '' : path}` },
		{ name: '%', path: first === '' ? '/%2e' : letter },
		{ name: '//', path: `/${path}` },
		{ name: 'trailing /', path: `${path}/` },
		{ name: 'upper case', path: path.toUpperCase() },
		{ name: 'HEAD', path, method: 'HEAD' },
		{ name: '__data.json', path: data, isData: true },
		{ name: `mask ${mask}`, path: `${data}?x-sveltekit-invalidated=${mask}`, isData: true },
		{
			name: 'only the page',
			path: `${data}?x-sveltekit-invalidated=${'1'.padStart(route.nodes, '0')}`,
			isData: true
		}
	];
}

/** What the matrix says of a page or an endpoint. */
const lineOf = (lines: Record<string, Line> | undefined): Line | undefined =>
	lines?.load ?? lines?.GET ?? lines?.POST;

/** Who may not be here at all gets no page and no data, however it is asked. */
function refusalFaults(line: Line | undefined, who: Principal, answer: Answer): string[] {
	if (line?.[who.role] !== 'deny') return [];
	const isData = answer.body.startsWith('{"type":');
	// The frame around a page may be theirs; the page itself, the last part, is not.
	const isGiven = isData ? partsOf(answer.body).at(-1)?.type === 'data' : answer.status === 200;
	return isGiven ? [`answered ${answer.status} to who is denied`] : [];
}

function partsOf(body: string): ({ type: string } | null)[] {
	const { nodes = [] } = JSON.parse(body.split('\n')[0] ?? '') as { nodes?: ({ type: string } | null)[] };
	return nodes;
}

/** The demo names its invented people to everybody, so that one can be chosen (OPS-12). */
const isDemo = (routeId: string) => routeId === '/(public)/demo';

const faultsOf = (people: People, who: Principal, answer: Answer, routeId: string) => [
	answer.status >= 500 && `status ${answer.status}`,
	/"status":\s*5\d\d\b/.test(answer.body) && 'a 5xx inside the answer',
	secret.test(answer.body) && 'a hash in the answer',
	...(isDemo(routeId) ? [] : people.leaks(who, canariesIn(answer.body))),
	...people.leaks(who, canariesIn(JSON.stringify(answer.headers)))
];

export interface G1Options {
	/** Of the spellings, each so many-th; 1 is all. */
	every: number;
}

/** AC-01 to AC-03, AC-06, AC-08, AC-15: every route and action, by everybody, in every spelling. */
export async function matrix(
	target: Target,
	people: People,
	site: Site,
	{ every }: G1Options
): Promise<Score> {
	const score = new Score('G1 authorisation matrix');
	const { port, origin, db } = target;
	const missing = site.routes.filter(
		({ id }) => !lineOf(site.matrix[id]) && (site.matrix[id] || id.includes('api')) === undefined
	);
	score.cell('every route of the manifest has a line', [
		missing.length > 0 && missing.map(({ id }) => id).join(' ')
	]);
	takeChanges(db);
	let n = 0;
	let seen = 0;
	for (const who of people.all) {
		people.renew();
		const cells = site.routes.flatMap((route, at) =>
			spellingsOf(site.addressOf(route.id), route, at)
				.filter(() => n++ % every === 0)
				.map((spelling) => ({ route, ...spelling }))
		);
		await eachOf(cells, 6, async ({ route, name, path, method, isData }) => {
			const headers = { cookie: who.cookie, ...(isData ? { accept: 'application/json' } : {}) };
			const answer = await answerOf({ port, path, method, headers });
			seen += canariesIn(answer.body).length;
			score.cell(`${who.name} ${name} ${route.id}`, [
				...faultsOf(people, who, answer, route.id),
				...refusalFaults(lineOf(site.matrix[route.id]), who, answer)
			]);
		});
		const changes = takeChanges(db);
		score.cell(`${who.name}: reading changes nothing`, [changes.length > 0 && summary(changes)]);
	}
	score.cell('who may see something did see it', [
		seen === 0 && 'no canary in any answer: the test is blind'
	]);

	for (const who of people.all) {
		people.renew();
		for (const [at, { routeId, action, line }] of site.actions.entries()) {
			for (const accept of ['text/html', 'application/json']) {
				if (n++ % every !== 0) continue;
				const form = site.forms.find((one) => one.routeId === routeId && one.action === action);
				const mayDo = line[who.role] !== 'deny';
				const isTheirs = who.personId === form?.by.personId || who.reaches.has(people.a);
				const path = form?.target ?? `${site.addressOf(routeId)}${action === 'default' ? '' : `?/${action}`}`;
				// Who may do it sends what no form has, so that the world stays as it is for the next.
				const fields: [string, string][] = [
					...(form?.fields ?? []),
					...(mayDo && isTheirs ? [['zz', '1'] as [string, string]] : [])
				];
				const sent = form?.isMultipart
					? multipart(fields)
					: { type: 'application/x-www-form-urlencoded', body: encoded(fields) };
				const spelled = at % 4 === 3 ? `/${locales[at % 6]}${path === '/' ? '' : path}` : path;
				const headers = { cookie: who.cookie, origin, accept, 'content-type': sent.type };
				const answer = await answerOf({ port, path: spelled, method: 'POST', headers, body: sent.body });
				const changes = takeChanges(db);
				score.cell(`${who.name} POST ${accept} ${routeId} ${action}`, [
					...faultsOf(people, who, answer, routeId),
					...people.trespasses(who, changes),
					!mayDo && changes.length > 0 && `denied, and changed ${summary(changes)}`,
					mayDo && isTheirs && changes.length > 0 && `an unknown field was taken: ${summary(changes)}`
				]);
			}
		}
	}
	await opened(score, target, people, site);
	score.print(
		`${site.routes.length} routes, ${site.actions.length} actions, ${seen} canaries seen by who may`
	);
	return score;
}

/** What a consultant reads of somebody whose dossier was opened outside the caseload: these, and no more (AC-11). */
const openedParts = /^\/admin\/inburgeraars\/\[id\](\/(pip|afspraken|vragen|uren|resultaten)(\/.*)?)?$/;

/** AC-11: a dossier opened outside the caseload is read, for its hour; nothing of it is changed, nobody else's is seen. */
async function opened(score: Score, target: Target, people: People, site: Site): Promise<void> {
	const { port, db, origin } = target;
	const { a } = people;
	const plain = people.byName('K2');
	const who = { ...plain, name: 'K2, opened', reaches: new Set([...plain.reaches, a]) };
	const page = `/admin/inburgeraars/${a}`;
	const headers = { cookie: who.cookie, accept: 'text/html' };
	const get = (path: string) => answerOf({ port, path, headers });
	people.renew();
	const open = db.prepare(
		`insert into break_glass_openings (inburgeraar_id, id, gemeente_id, consulent_id, reason, opened_at, ends_at)
		values (?, 'AttackOpening000000000', ?, ?, 'Aanval op de nooduitgang', ?, ?)`
	);
	open.run(a, who.gemeenteId, who.personId, Date.now() - 1000, Date.now() + 3_500_000);
	takeChanges(db);
	const first = await get(page);
	score.cell('K2, opened: the dossier', [
		first.status !== 200 && `status ${first.status}: the test is blind`
	]);
	for (const { id } of site.routes.filter((route) => route.id.startsWith('/admin/inburgeraars/[id]'))) {
		const answer = await get(site.addressOf(id));
		score.cell(`K2, opened: ${id}`, [
			...faultsOf(people, who, answer, id),
			answer.status === 200 && !openedParts.test(id) && 'open, and no part of what is opened'
		]);
	}
	const readings = takeChanges(db).filter(({ owner }) => owner === a);
	score.cell('K2, opened: reading changes nothing', [readings.length > 0 && summary(readings)]);
	const about = site.forms.filter(({ target: path, fields }) => path.includes(a) || fields.some(([, value]) => value === a)); // prettier-ignore
	for (const form of about.filter(({ by }) => by.role === 'consulent' || by.role === 'coordinator')) {
		const sent = form.isMultipart ? multipart(form.fields) : { type: 'application/x-www-form-urlencoded', body: encoded(form.fields) }; // prettier-ignore
		const answer = await answerOf({ port, path: form.target, method: 'POST', headers: { ...headers, origin, 'content-type': sent.type }, body: sent.body }); // prettier-ignore
		// The opening itself may be closed.
		const changes = takeChanges(db).filter(({ tbl, owner }) => owner === a && tbl !== 'break_glass_openings');
		score.cell(`K2, opened: POST ${form.routeId} ${form.action}`, [
			...faultsOf(people, who, answer, form.routeId),
			changes.length > 0 && `changed ${summary(changes)}`
		]);
	}
	db.prepare('update break_glass_openings set ends_at = ? where id = ?').run(
		Date.now() - 1,
		'AttackOpening000000000'
	);
	const after = await get(page);
	score.cell('K2, opened: the minute after', [after.status !== 404 && `status ${after.status}`]);
	takeChanges(db);
}

const summary = (changes: { tbl: string; op: string }[]) =>
	[...new Set(changes.map(({ op, tbl }) => `${op} ${tbl}`))].join(', ');
