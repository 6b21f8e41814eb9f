import { createHash, randomBytes } from 'node:crypto';
import type Sqlite from 'better-sqlite3';
import { gemeenteIds } from '../../src/lib/server/demo/places.ts';
import { personaIds } from '../../src/lib/server/demo/ids.ts';
import { subjectsOf, type Canary, type Change } from './plant.ts';

export type RoleName = 'anonymous' | 'inburgeraar' | 'partner' | 'consulent' | 'coordinator' | 'beheerder';

/** One of the fifteen of security.md §4. */
export interface Principal {
	name: string;
	/** As the matrix calls it; who is disabled or only past the password counts as anonymous. */
	role: RoleName;
	personId: string | null;
	gemeenteId: string | null;
	cookie: string;
	/** People of whom this one may see and change something. */
	reaches: ReadonlySet<string>;
	/** People offered by another municipality, or to be handed over on a later day: the name, and what is offered. */
	isOffered: ReadonlySet<string>;
}

export interface People {
	all: Principal[];
	/** The subject and two others: same municipality with another consultant, other municipality. */
	a: string;
	b: string;
	c: string;
	byName: (name: string) => Principal;
	/** Starts the login sessions anew, whatever a request did to them. */
	renew: () => void;
	/** What this one must never see or change, in words; empty when all is well. */
	leaks: (who: Principal, seen: readonly Canary[]) => string[];
	trespasses: (who: Principal, changes: readonly Change[]) => string[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
/** A coordinator keeps the accounts of the own municipality, a beheerder all. */
const keeps = ({ role, gemeenteId }: Principal, owner: string) =>
	role === 'beheerder' || (role === 'coordinator' && owner.startsWith(`s:${gemeenteId}:`));
const publicId = (n: number) => `attack${String(n).padStart(10, '0')}`;

/** Adds the people that the demo has not, and a login session for each. */
export function enlist(db: Sqlite.Database): People {
	const { waterrijk, heuvelstad } = gemeenteIds;
	const now = Date.now();
	const today = new Date(now).toISOString().slice(0, 10);
	const add = (key: string, role: string, gemeenteId: string, isActive = 1) => {
		const id = sha256(`attack:${key}`).slice(0, 22);
		db.prepare(
			`insert into people (id, gemeente_id, role, name, name_folded, login_name, is_active, is_demo, created_at)
			values (?, ?, ?, ?, ?, ?, ?, 1, ?)`
		).run(id, gemeenteId, role, `Attack ${key}`, `attack ${key}`, `${key}@attack.example`, isActive, now);
		return id;
	};
	const guidedBy = (consulent: string) =>
		db
			.prepare(
				'select inburgeraar_id from caseload where consulent_id = ? and vanaf <= ? and (tot is null or tot >= ?) order by inburgeraar_id'
			)
			.pluck()
			.all(consulent, today, today) as string[];
	const a = personaIds['asiel-b1-ar'];
	const [b = '', c = ''] = [
		guidedBy(personaIds['consulent-collega'])[0],
		guidedBy(personaIds['consulent-elders'])[0]
	];

	const former = add('vroeger', 'consulent', waterrijk);
	db.prepare(
		'insert into caseload (inburgeraar_id, id, consulent_id, vanaf, tot) values (?, ?, ?, ?, ?)'
	).run(
		...[
			a,
			sha256('attack:caseload').slice(0, 22),
			former,
			'2024-01-01',
			new Date(now - 3 * 86_400_000).toISOString().slice(0, 10)
		]
	);
	const other = add('coordinator-elders', 'coordinator', heuvelstad);
	const disabled = add('weg', 'consulent', waterrijk, 0);
	const halfway = add('halverwege', 'consulent', waterrijk);

	const of = (id: string) =>
		db.prepare('select id, role, gemeente_id, partner_id from people where id = ?').get(id) as {
			id: string;
			role: RoleName;
			gemeente_id: string | null;
			partner_id: string | null;
		};
	const subjects = subjectsOf(db);
	const gemeenteOf = new Map(subjects.map((id) => [id, of(id).gemeente_id]));
	const reachOf = (id: string): string[] => {
		const { role, gemeente_id, partner_id } = of(id);
		if (role === 'inburgeraar') return [id];
		if (role === 'consulent')
			return guidedBy(id).filter((subject) => gemeenteOf.get(subject) === gemeente_id);
		if (role === 'coordinator') return subjects.filter((subject) => gemeenteOf.get(subject) === gemeente_id);
		if (role !== 'partner') return [];
		const enrolled = db
			.prepare('select distinct inburgeraar_id from enrolments where partner_id = ? and vanaf <= ?')
			.pluck()
			.all(partner_id, today) as string[];
		return enrolled.filter((subject) => gemeenteOf.get(subject) === gemeente_id);
	};

	const offeredTo = (id: string): string[] => {
		const { role, gemeente_id } = of(id);
		if (role !== 'consulent' && role !== 'coordinator') return [];
		const pick = (sql: string, ...values: (string | null)[]) =>
			db
				.prepare(sql)
				.pluck()
				.all(...values) as string[];
		return [
			...pick('select inburgeraar_id from transfers where naar_gemeente_id = ?', gemeente_id),
			...pick('select inburgeraar_id from caseload where consulent_id = ? and vanaf > ?', id, today)
		];
	};
	const tokens = new Map<string, string>();
	const principal = (name: string, id: string): Principal => {
		const secret = randomBytes(32).toString('base64url');
		tokens.set(id, secret);
		const { role, gemeente_id } = of(id);
		const cookie = `__Host-session=${publicId(tokens.size)}.${secret}`;
		return {
			name,
			role,
			personId: id,
			gemeenteId: gemeente_id,
			cookie,
			reaches: new Set(reachOf(id)),
			isOffered: new Set(offeredTo(id))
		};
	};
	const nobody = {
		role: 'anonymous' as const,
		personId: null,
		gemeenteId: null,
		reaches: new Set<string>(),
		isOffered: new Set<string>()
	};
	const pending = randomBytes(32).toString('base64url');
	/** Not one of the fifteen: a family migrant, whose pages have forms that the others do not have. */
	const family = principal('G', personaIds['gezin-vraag-es']);
	const all: Principal[] = [
		{ ...nobody, name: 'anonymous', cookie: '' },
		...[principal('A', a), principal('B', b), principal('C', c)],
		...[principal('K1', personaIds.consulent), principal('K2', personaIds['consulent-collega'])],
		...[principal('K3', personaIds['consulent-elders']), principal('K4', former)],
		...[principal('P1', personaIds['partner-taalschool']), principal('P2', personaIds['partner-elders'])],
		...[
			principal('CO1', personaIds.coordinator),
			principal('CO2', other),
			principal('X', personaIds.beheerder)
		],
		{ ...principal('disabled', disabled), ...nobody },
		{ ...nobody, name: 'first-factor', cookie: `__Host-tweede=${pending}` }
	];

	const start = db.prepare(
		`insert or replace into login_sessions (public_id, person_id, secret_hash, device_kind, created_at, last_seen_at)
		values (?, ?, ?, 'computer', ?, ?)`
	);
	const step = db.prepare(
		'insert or replace into pending_sign_ins (token_hash, person_id, created_at) values (?, ?, ?)'
	);
	const renew = db.transaction(() => {
		const at = Date.now();
		for (const [n, [id, secret]] of [...tokens].entries())
			start.run(publicId(n + 1), id, sha256(secret), at, at);
		step.run(sha256(pending), halfway, at);
	});
	renew();

	return {
		...{ all, a, b, c, renew },
		byName: (name) => [...all, family].find((one) => one.name === name)!,
		leaks: (who, seen) =>
			seen.flatMap(({ person, field: { table, column, kind } }) => {
				const subject = subjects[person] ?? '';
				const isPacket = column === 'name' || table === 'transfers';
				const mayReach = who.reaches.has(subject) || (isPacket && who.isOffered.has(subject));
				const mayRead =
					who.role === 'partner' ? kind === 'partner' : who.role !== 'inburgeraar' || kind !== 'staff';
				return mayReach && mayRead ? [] : [`saw ${table}.${column} of ${subject}`];
			}),
		trespasses: (who, changes) =>
			changes.flatMap(({ tbl, op, owner }) => {
				// What tells others that something happened is theirs.
				if (tbl === 'outbox' && who.personId) return [];
				const isOwn = owner !== null && (owner === who.personId || who.reaches.has(owner));
				if (tbl === 'transfers' && owner !== null && who.isOffered.has(owner)) return [];
				if (owner?.startsWith('s:'))
					return owner.endsWith(`:${who.personId}`) || keeps(who, owner) ? [] : [`${op} ${tbl} of ${owner}`];
				const isOfGemeente = owner !== null && who.gemeenteId !== null && owner === `g:${who.gemeenteId}`;
				return isOwn || isOfGemeente ? [] : [`${op} ${tbl} of ${owner}`];
			})
	};
}
