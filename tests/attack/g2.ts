import { answerOf, eachOf, type Answer } from './ask.ts';
import { encoded } from './forms.ts';
import { canariesIn, takeChanges } from './plant.ts';
import type { People, Principal } from './principals.ts';
import { Score } from './score.ts';
import { urlencoded, type Site } from './site.ts';
import type { Target } from './target.ts';

interface Thing {
	id: string;
	table: string;
	/** The person, or the municipality with `g:` before it; null for what is everybody's. */
	owner: string | null;
}

/** Ids of the database, some of each table, of each of the people and of each municipality. */
function harvest({ db }: Target, people: People, perKind: number): Thing[] {
	const tables = db
		.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
		.pluck()
		.all() as string[];
	const subjects = [people.a, people.b, people.c];
	const things: Thing[] = [];
	for (const table of tables) {
		const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
		if (!columns.includes('id') || table.startsWith('__') || table === 'attack_changes') continue;
		const key = ['inburgeraar_id', 'person_id', 'gemeente_id'].find((name) => columns.includes(name));
		if (table === 'people') continue;
		const of = (owner: string) => {
			const rows = db
				.prepare(`select id from ${table} where ${key} = ? order by id limit ?`)
				.pluck()
				.all(owner, perKind) as string[];
			things.push(...rows.map((id) => ({ id, table, owner: key === 'gemeente_id' ? `g:${owner}` : owner })));
		};
		if (key === 'inburgeraar_id' || key === 'person_id') subjects.forEach(of);
		else if (key) (db.prepare('select id from gemeenten').pluck().all() as string[]).forEach(of);
	}
	const staff = db
		.prepare("select id, gemeente_id as g from people where role <> 'inburgeraar' order by id")
		.all() as { id: string; g: string }[];
	return [
		...things,
		...subjects.map((id) => ({ id, table: 'people', owner: id })),
		...staff.map(({ id, g }) => ({ id, table: 'people', owner: `g:${g}` }))
	];
}

const nobodys = 'AttackNoSuchObject0000';
/** An answer without what differs from request to request. */
const bare = ({ status, headers, body }: Answer, id: string): string =>
	[status, headers.location ?? '', body]
		.join('\n')
		.replaceAll(id, 'ID')
		.replaceAll(nobodys, 'ID')
		.replaceAll(/nonce[-=]"?[\w+/=]+"?/g, '')
		.replaceAll(/[\w-]{8}-[\w-]{4}-[\w-]{4}-[\w-]{4}-[\w-]{12}/g, '')
		// What was searched for stands sealed in an address, each time in another form.
		.replaceAll(/([?&]zoek=)[\w-]+/g, '$1')
		.replaceAll(/(name="formKey" value=)"[\w-]{22}"/g, '');

/** Tables whose rows are for everybody, or for every member of the municipality. */
const everybodys = ['courses', 'gemeenten', 'clips', 'phrases', 'partners'];
const isTheirs = (who: Principal, { owner, table }: Thing) =>
	owner === null ||
	everybodys.includes(table) ||
	(owner === `g:${who.gemeenteId}` && who.role !== 'anonymous') ||
	who.role === 'beheerder' ||
	who.reaches.has(owner) ||
	who.isOffered.has(owner) ||
	owner === who.personId;

export interface G2Options {
	perKind: number;
	/** Of the cells, each so many-th. */
	every: number;
}

/** AC-05 to AC-07: every id in every place that takes one, by everybody; foreign and unknown look equal. */
export async function enumeration(
	target: Target,
	people: People,
	site: Site,
	{ perKind, every }: G2Options
): Promise<Score> {
	const score = new Score('G2 enumeration');
	const { port, origin, db } = target;
	const things = harvest(target, people, perKind);
	const places = site.routes
		.filter(({ id }) => /\[\w+\]/.test(id))
		.flatMap((route) => placesOf(route.id, site.addressOf(route.id), people));
	takeChanges(db);
	let n = 0;
	let foreign = 0;
	for (const who of people.all) {
		people.renew();
		const unknown = new Map<string, Promise<Answer>>();
		const ask = (path: string) =>
			answerOf({ port, path, headers: { cookie: who.cookie, accept: 'text/html' } });
		const cells = places
			.flatMap((place) => things.map((thing) => ({ place, thing })))
			.filter(() => n++ % every === 0);
		const judge = (label: string, thing: Thing, answer: Answer, other: Answer) => {
			const isForeign = !isTheirs(who, thing);
			if (isForeign) foreign++;
			score.cell(`${who.name} ${label} ${thing.table} of ${thing.owner}`, [
				answer.status >= 500 && `status ${answer.status}`,
				...people.leaks(who, canariesIn(answer.body)),
				isForeign &&
					bare(answer, thing.id) !== bare(other, nobodys) &&
					`foreign ${answer.status}, unknown ${other.status}`
			]);
		};
		await eachOf(cells, 6, async ({ place, thing }) => {
			if (!unknown.has(place)) unknown.set(place, ask(place.replaceAll('{id}', nobodys)));
			judge(place, thing, await ask(place.replaceAll('{id}', thing.id)), await unknown.get(place)!);
		});
		const changes = takeChanges(db);
		score.cell(`${who.name}: looking changes nothing`, [
			changes.length > 0 && JSON.stringify(changes.slice(0, 3))
		]);
	}
	// Fields: the id in a form of one's own exchanged for another one.
	const fields = site.forms.flatMap((form) =>
		form.isMultipart
			? []
			: form.fields.flatMap(([name, value], at) =>
					/^[\w-]{22}$/.test(value) && !/key/i.test(name) ? [{ form, at, name }] : []
				)
	);
	const tried = new Set<string>();
	for (const { form, at, name } of fields) {
		const label = `${form.routeId} ${form.action} ${name}`;
		if (tried.has(label)) continue;
		tried.add(label);
		people.renew();
		const who = form.by;
		const withId = (id: string) =>
			form.fields.map(([field, value], n): [string, string] =>
				n === at ? [field, id] : /key/i.test(field) ? [field, freshKey()] : [field, value]
			);
		const sendIt = (id: string) =>
			answerOf({
				port,
				path: form.target,
				method: 'POST',
				headers: { cookie: who.cookie, origin, accept: 'text/html', 'content-type': urlencoded },
				body: encoded(withId(id))
			});
		const other = await sendIt(nobodys);
		score.cell(`${who.name} ${label} with an id of nobody`, people.trespasses(who, takeChanges(db)));
		for (const thing of things.filter((one) => !isTheirs(who, one)).filter(() => n++ % every === 0)) {
			const answer = await sendIt(thing.id);
			const isSame = bare(answer, thing.id) === bare(other, nobodys);
			// What was sent before may have made the version of the form an old one: asked again, as things stand now.
			const now = isSame ? other : await sendIt(nobodys);
			const changes = takeChanges(db);
			foreign++;
			score.cell(`${who.name} ${form.routeId} ${form.action} field ${name} ${thing.table}`, [
				answer.status >= 500 && `status ${answer.status}`,
				...people.leaks(who, canariesIn(answer.body)),
				...people.trespasses(who, changes),
				bare(answer, thing.id) !== bare(now, nobodys) && `foreign ${answer.status}, unknown ${now.status}`
			]);
		}
	}
	score.print(
		`${things.length} ids, ${places.length} places, ${tried.size} fields, ${foreign} of somebody else`
	);
	return score;
}

const freshKey = () =>
	Array.from({ length: 22 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join('');

/** The address once for each part of it that is an id, and for ids in the query that pages look up. */
function placesOf(routeId: string, address: string, people: People): string[] {
	const names = routeId.replaceAll(/\/\([^)]+\)/g, '').split('/');
	const parts = address.split('/');
	return names.flatMap((name, at) => {
		if (!/\[\w+\]/.test(name)) return [];
		const changed = parts.map((part, n) => (n === at ? name.replace(/\[\w+\]/, '{id}') : part));
		// The inner id is tried in the dossier of each of the three: an own dossier with an object of somebody else.
		const inner = at > 3 && routeId.startsWith('/admin/inburgeraars/');
		return inner
			? [people.a, people.b, people.c].map((id) => changed.map((part, n) => (n === 3 ? id : part)).join('/'))
			: [changed.join('/')];
	});
}
