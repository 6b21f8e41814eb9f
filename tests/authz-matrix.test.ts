import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roles, type Role } from '#lib/domain/vocabulary.ts';
import type { Actor } from '#lib/server/actor.ts';
import * as guards from '#lib/server/web/guard.ts';
import { allEntrances, allRouteIds, entrancesOf, type Entrance } from './routes-source.ts';

// docs/authz-matrix.json against the code: every load, action and endpoint has a line, begins with a guard, and the
// guard and the gate let in whom the line names (security.md §6.0, AC-01 to AC-04, AC-15).

const principals = ['anonymous', ...roles] as const;
type Principal = (typeof principals)[number];
const scopes = ['allow', 'deny', 'own', 'caseload', 'enrolment', 'municipality'];
type Line = Record<Principal, string>;
const { routes } = JSON.parse(readFileSync('docs/authz-matrix.json', 'utf8')) as {
	routes: Record<string, Record<string, Line>>;
};

const entrances = allEntrances();
const label = ({ routeId, name }: Pick<Entrance, 'routeId' | 'name'>) => `${routeId} ${name}`;
const lines = Object.entries(routes).flatMap(([routeId, named]) =>
	Object.entries(named).map(([name, line]) => ({ routeId, name, line }))
);
const lineOf = ({ routeId, name }: Entrance) => routes[routeId]?.[name];

/** What is open to everybody and therefore begins with no guard, and why. */
const open: [entrance: string, reason: string][] = [
	['/ layout load', 'the frame of every page; reads nothing but of the person who is signed in'],
	['/(cursussen)/cursussen load', 'courses of a municipality; with the own plan for a participant'],
	['/(cursussen)/cursussen/[cursus] load', 'public facts of a course; with the own plan for a participant'],
	['/(cursussen)/cursussen/geld load', 'what courses cost; with the own plan for a participant'],
	['/(cursussen)/cursussen/geld action reken', 'answers on the page and keeps nothing'],
	['/(cursussen)/cursussen/school load', 'what to ask a school'],
	['/(cursussen)/cursussen/school/kaart load', 'the same as a card in Dutch'],
	['/(cursussen)/cursussen/vergelijken load', 'courses side by side; with the own plan for a participant'],
	['/(public) load', 'the first page'],
	['/(public)/[x+2e]well-known/security.txt GET', 'how to report a weakness'],
	['/(public)/aanmelden load', 'to sign in'],
	['/(public)/aanmelden action default', 'to sign in'],
	['/(public)/aanmelden/e-mail load', 'to sign in'],
	['/(public)/aanmelden/e-mail action default', 'to sign in'],
	['/(public)/aanmelden/e-mail/pin load', 'to sign in'],
	['/(public)/aanmelden/e-mail/pin action default', 'the link says whose PIN is judged (AUTH-08)'],
	['/(public)/aanmelden/medewerker load', 'to sign in'],
	['/(public)/aanmelden/medewerker action default', 'to sign in'],
	['/(public)/aanmelden/passkey load', 'to sign in'],
	['/(public)/aanmelden/passkey action vraag', 'to sign in: the same question for everybody'],
	['/(public)/aanmelden/passkey action antwoord', 'to sign in'],
	['/(public)/activeren load', 'to open the letter'],
	['/(public)/activeren action default', 'to open the letter'],
	['/(public)/activeren/pin load', 'to open the letter'],
	['/(public)/activeren/pin action default', 'to open the letter'],
	['/(public)/afmelden load', 'signing out works after the login session ended too (SES-05)'],
	['/(public)/afmelden action default', 'signing out works after the login session ended too (SES-05)'],
	['/(public)/agenda/[token].ics GET', 'the token of 256 bits says whose calendar it is (AC-16)'],
	['/(public)/demo load', '404 unless the portal is a demo on this machine (OPS-12)'],
	['/(public)/demo action default', '404 unless the portal is a demo on this machine (OPS-12)'],
	['/(public)/e-mail load', 'to confirm an address'],
	['/(public)/e-mail action default', 'the link says whose address it is (AUTH-08)'],
	['/(public)/geluid/[id] GET', 'recordings of all municipalities, or of the own one'],
	['/(public)/healthz GET', 'for whoever watches the server'],
	['/(public)/privacy load', 'what is kept of people, and how to reach the own municipality'],
	['/(public)/readyz GET', 'for whoever watches the server'],
	['/(public)/theme/[slug].css GET', 'colours of a municipality'],
	['/(public)/toegankelijkheid load', 'the accessibility statement'],
	['/(public)/uitleg load', 'the law in simple words'],
	['/(public)/uitleg/[begrip] load', 'the law in simple words'],
	['/wachtwoord-vergeten load', 'to sign in again'],
	['/wachtwoord-vergeten action default', 'to sign in again'],
	['/wachtwoord-vergeten/nieuw load', 'to sign in again'],
	['/wachtwoord-vergeten/nieuw action default', 'the link says whose password (AUTH-08)'],
	['/tweede-stap load', 'the cookie of the second step says whose (SES-09)'],
	['/(public)/aanmelden/oidc load', 'why the identity provider let nobody in'],
	[
		'/(public)/aanmelden/oidc/begin GET',
		'a sealed cookie; linking asks for the key of the own login session'
	],
	['/(public)/aanmelden/oidc/terug GET', 'the sealed cookie says whose way back it is (AUTH-02)'],
	['/tweede-stap action default', 'the cookie of the second step says whose (SES-09)'],
	['/api/v1/openapi.json GET', 'what the API can do'],
	['/api/v1/uitkomst POST', 'the law on given facts; knows and keeps nothing']
];
const isOpen = (entrance: Entrance) => open.some(([name]) => name === label(entrance));

const actorWith = (role: Role): Actor =>
	({
		...{ id: 'a', role, name: 'x', gemeenteId: role === 'beheerder' ? null : 'g' },
		partnerId: role === 'partner' ? 'p' : null
	}) as Actor;
const actorOf = (principal: Principal) => (principal === 'anonymous' ? null : actorWith(principal));

/** Whether a guard lets somebody in, by asking it. */
function letsIn(guard: string, principal: Principal): boolean {
	const ask = guards[guard as 'staffOf'] as (locals: App.Locals) => unknown;
	try {
		ask({ actor: actorOf(principal) } as App.Locals);
		return true;
	} catch {
		return false;
	}
}

/** A line to begin with: who the guard lets in, for somebody to say how far. */
const proposal = (entrance: Entrance) => {
	const cells = principals.map((one) => {
		const enters = entrance.guard ? letsIn(entrance.guard, one) : true;
		return `"${one}": "${enters ? '…' : 'deny'}"`;
	});
	return `"${entrance.routeId}": { "${entrance.name}": { ${cells.join(', ')} } }`;
};

test('AC-15 every load, action and endpoint has a line in docs/authz-matrix.json', () => {
	expect(entrances.length).toBeGreaterThanOrEqual(220);
	expect(entrances.filter((entrance) => !lineOf(entrance)).map(proposal)).toEqual([]);
});

test('AC-15 every line is of an entrance that exists, and every page and endpoint is one', () => {
	const known = entrances.map(label);
	expect(lines.map(label).filter((name) => !known.includes(name))).toEqual([]);
	const reached = new Set(entrances.map(({ routeId }) => routeId));
	expect(allRouteIds().filter((routeId) => !reached.has(routeId))).toEqual([]);
});

test('AC-15 every line says of anonymous and of each role how far it reaches', () => {
	const faults = lines.filter(
		({ line }) =>
			Object.keys(line).sort().join() !== [...principals].sort().join() ||
			Object.values(line).some((scope) => !scopes.includes(scope))
	);
	expect(faults.map(label)).toEqual([]);
});

test('AC-01 every load, action and endpoint begins with a guard, but for the list of open ones', () => {
	expect(entrances.filter((one) => !one.guard && !isOpen(one)).map(label)).toEqual([]);
	const known = new Map(entrances.map((one) => [label(one), one]));
	expect(open.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
	expect(open.map(([name]) => name).filter((name) => known.get(name)?.guard)).toEqual([]);
});

test('no page has an action without a name beside named ones: the framework answers 500 to it (IN-02)', () => {
	const actions = entrances.filter(({ name }) => name.startsWith('action '));
	const both = actions.filter(
		(one) =>
			one.name === 'action default' &&
			actions.some(({ routeId, name }) => routeId === one.routeId && name !== one.name)
	);
	expect(both.map(label)).toEqual([]);
});

test('AC-01 each guard lets in exactly whom the matrix names, for each role', () => {
	let cells = 0;
	const faults = entrances.flatMap((entrance) =>
		principals.flatMap((principal) => {
			const line = lineOf(entrance);
			if (!line) return [];
			cells++;
			const enters = entrance.guard === undefined || letsIn(entrance.guard, principal);
			const may = line[principal] !== 'deny';
			return enters === may ? [] : [`${label(entrance)}: ${principal} is ${line[principal]}`];
		})
	);
	expect(faults).toEqual([]);
	console.log(`authorisation matrix: ${cells} passed, 0 failed`);
});

test('AC-02 the gate is open to whom the matrix names, and to nobody in an area where nothing is theirs', () => {
	const area = (routeId: string) => routeId.split('/').slice(0, 2).join('/');
	const faults = Object.keys(routes).flatMap((routeId) =>
		principals.flatMap((principal) => {
			// The root layout has no route of its own.
			if (routeId === '/') return [];
			const isTheirs = (inside: (id: string) => boolean) =>
				lines.some(({ routeId: id, line }) => inside(id) && line[principal] !== 'deny');
			const entry = guards.entry(routeId, actorOf(principal));
			if (isTheirs((id) => id === routeId) && entry !== 'open') return [`${routeId}: ${principal} ${entry}`];
			if (!isTheirs((id) => area(id) === area(routeId)) && entry === 'open')
				return [`${routeId}: open to ${principal}`];
			return [];
		})
	);
	expect(faults).toEqual([]);
});

test('AC-02 an address without a route, or outside every area, is refused', () => {
	for (const routeId of [null, '/', '/nieuw', '/administratie', '/(public', '/api', '/api/v2/x'])
		for (const principal of principals) expect(guards.entry(routeId, actorOf(principal))).toBe('unknown');
});

test('AC-02 a password that somebody else made opens nothing but its own page and the way out', () => {
	const opened = Object.keys(routes).filter(
		(routeId) =>
			routeId !== '/' &&
			guards.entry(routeId, { ...actorWith('consulent'), mustChangePassword: true }) !== 'password'
	);
	expect(opened.sort()).toEqual(
		['/(public)/afmelden', '/(public)/healthz', '/(public)/readyz', '/(public)/theme/[slug].css', '/wachtwoord'] // prettier-ignore
	);
});

const serverFiles = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.ts$/.test(file))
	.map((file) => ({ file, code: readFileSync(`src/routes/${file}`, 'utf8') }));

test('AC-02 AC-03 AC-04 no right depends on the text of an address, a parent load or a remote function', () => {
	const withPath = serverFiles.filter(({ code }) => /\burl\.(pathname|href)\b/.test(code));
	expect(withPath.map(({ file }) => file)).toEqual([]);
	expect(readFileSync('src/lib/server/web/guard.ts', 'utf8')).not.toMatch(/pathname|\burl\./);
	expect(serverFiles.filter(({ code }) => /\bparent\(\)/.test(code)).map(({ file }) => file)).toEqual([]);
	expect(readFileSync('svelte.config.js', 'utf8')).not.toContain('remoteFunctions');
	expect(serverFiles.filter(({ file }) => file.includes('.remote.'))).toEqual([]);
});

// The reader of the sources is only worth something when it sees what is missing.
const imports =
	"import { staffOf } from '#lib/server/web/guard.ts';\nimport { look } from '#lib/server/x.ts';\n";
test.each([
	[
		'a guard',
		'export const load = ({ locals }) => { const actor = staffOf(locals); return look(actor); };',
		true
	],
	['a guard as an argument', 'export const load = async ({ locals }) => look(staffOf(locals), 1);', true],
	[
		'a guard in what it calls first',
		'const first = (locals) => look(staffOf(locals));\nexport const load = async ({ locals }) => { await first(locals); };',
		true
	],
	['no guard', 'export const load = ({ locals }) => look(locals.actor);', false],
	[
		'a guard after something else',
		'export const load = ({ locals }) => { const x = look(); staffOf(locals); };',
		false
	],
	[
		'a guard as the second argument of a call',
		'export const load = ({ locals }) => look(look(1), staffOf(locals));',
		false
	],
	[
		'a guard behind a condition',
		'export const load = ({ locals }) => { if (locals.actor) staffOf(locals); };',
		false
	],
	[
		'a guard in a function that nobody calls',
		'export const load = ({ locals }) => { const later = () => staffOf(locals); return look(later); };',
		false
	],
	[
		'a function that only has the name of a guard',
		'const staffOf2 = (locals) => locals.actor;\nexport const load = ({ locals }) => look(staffOf2(locals));',
		false
	]
])('AC-01 a planted load with %s is read as such', (_what, code, hasGuard) => {
	const [found] = entrancesOf('src/routes/geplant/+page.server.ts', imports + code);
	expect(found?.name).toBe('load');
	expect(found?.guard).toBe(hasGuard ? 'staffOf' : undefined);
});

test('AC-01 a planted action is found by its name, and an export that cannot be followed is an error', () => {
	const code =
		"export const actions = { a: async ({ locals }) => { staffOf(locals); }, b, 'c': ({ request }) => look(request) };";
	const found = entrancesOf(
		'src/routes/geplant/+page.server.ts',
		`${imports}const b = (e) => look(e);\n${code}`
	);
	expect(found.map(({ name, guard }) => [name, guard])).toEqual([
		['action a', 'staffOf'],
		['action b', undefined],
		['action c', undefined]
	]);
	expect(() => entrancesOf('src/routes/geplant/+page.server.ts', "export { load } from './x.ts';")).toThrow();
});
