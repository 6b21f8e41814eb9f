import type Sqlite from 'better-sqlite3';

/** Free text about a person: each gets a text of its own in every one of these columns. */
const fields: [table: string, columns: string[], kind: 'own' | 'staff' | 'partner'][] = [
	['people', ['name'], 'partner'],
	['people', ['phone', 'email'], 'own'],
	['inburgeraren', ['tolk_dialect'], 'own'],
	[
		'pips',
		['cursusinstelling', 'module_map_praktijkplaats', 'maatschappelijke_begeleiding_door', 'toelichting'],
		'own'
	],
	['pip_afspraken', ['met_wie', 'plaats', 'toelichting'], 'own'],
	['enrolments', ['place'], 'partner'],
	['hour_disputes', ['text', 'answer'], 'own'],
	['appointments', ['place', 'address', 'with_name', 'interpreter_dialect', 'toelichting'], 'own'],
	['question_messages', ['text'], 'own'],
	['course_advices', ['text'], 'own'],
	['contact_log', ['note'], 'staff'],
	['handhaving', ['aanleiding', 'eigen_woorden', 'uitkomst'], 'own'],
	['signal_snoozes', ['note'], 'staff'],
	['transfers', ['note', 'refusal'], 'staff'],
	['correction_requests', ['text', 'right_value', 'answer'], 'own'],
	['break_glass_openings', ['reason'], 'staff'],
	['email_addresses', ['address'], 'own']
];
export const canaryFields = fields.flatMap(([table, columns, kind]) =>
	columns.map((column) => ({ table, column, kind }))
);

/** `kn`, four letters of the person, two of the field, `kn`: passes every escape, every CSV and every case of a search. */
const letters = (n: number, length: number): string =>
	Array.from({ length }, (_, at) => String.fromCharCode(97 + (Math.floor(n / 26 ** at) % 26))).join('');
export const canary = (person: number, field: number) => `kn${letters(person, 4)}${letters(field, 2)}kn`;
const numberOf = (text: string) =>
	[...text].reduce((sum, letter, at) => sum + (letter.charCodeAt(0) - 97) * 26 ** at, 0);

export interface Canary {
	person: number;
	field: (typeof canaryFields)[number];
}
/** Every canary in a text. */
export function canariesIn(text: string): Canary[] {
	return [...new Set(text.match(/kn[a-z]{6}kn/gi) ?? [])].flatMap((found) => {
		const word = found.toLowerCase();
		const field = canaryFields[numberOf(word.slice(6, 8))];
		return field ? [{ person: numberOf(word.slice(2, 6)), field }] : [];
	});
}

const noTrace = [
	'audit_events',
	'verwerkingslog',
	'login_sessions',
	'sign_in_tries',
	'pending_sign_ins',
	'ended_sessions',
	'passkey_challenges',
	'jobs',
	'audit_cuts',
	'attack_changes'
];
/** Whose a row is: the person, the municipality with `g:` before it, or an account of it with `s:`. */
const owners: Record<string, string> = {
	people:
		"case when R.role = 'inburgeraar' then R.id else 's:' || coalesce(R.gemeente_id, '') || ':' || R.id end",
	devices: 'R.person_id',
	calendar_feeds: 'R.person_id',
	saved_filters: 'R.person_id',
	second_factors: 'R.person_id',
	oidc_links: 'R.person_id',
	recovery_codes: 'R.person_id',
	activation_letters: 'R.person_id',
	outbox: 'R.person_id',
	idempotency_keys: 'R.actor_id',
	gemeenten: "'g:' || R.id",
	phrase_texts: "'g:' || (select gemeente_id from phrases where id = R.phrase_id)"
};

/** Ids of all inburgeraars in the order of their canaries. */
export const subjectsOf = (db: Sqlite.Database): string[] =>
	db.prepare('select inburgeraar_id from inburgeraren order by inburgeraar_id').pluck().all() as string[];

const keys: Record<string, string> = { people: 'id', email_addresses: 'person_id' };
/** One statement for each free-text column and person: a canary in every row. */
export const canaryStatements = (subjects: readonly string[]): string[] => [
	...canaryFields.flatMap(({ table, column }, number) =>
		subjects.map(
			(id, person) =>
				`update ${table} set ${column} = '${canary(person, number)}' where ${keys[table] ?? 'inburgeraar_id'} = '${id}'`
		)
	),
	"update people set name_folded = lower(name) where role = 'inburgeraar'"
];

/** What nobody who attacks can do: texts in all rows, past the triggers, and a trace of every later change. */
export function plant(db: Sqlite.Database): void {
	const triggers = db.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
		name: string;
		sql: string;
	}[];
	db.transaction(() => {
		for (const { name } of triggers) db.exec(`drop trigger ${name}`);
		for (const statement of canaryStatements(subjectsOf(db))) db.exec(statement);
		for (const { sql } of triggers) db.exec(sql);
		trace(db);
	})();
}

function trace(db: Sqlite.Database): void {
	db.exec(
		'create table attack_changes (n integer primary key, tbl text not null, op text not null, owner text)'
	);
	const tables = db
		.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
		.pluck()
		.all() as string[];
	for (const table of tables.filter((name) => !noTrace.includes(name) && !name.startsWith('__'))) {
		const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
		const owner =
			owners[table] ??
			(columns.includes('inburgeraar_id')
				? 'R.inburgeraar_id'
				: columns.includes('gemeente_id')
					? "'g:' || R.gemeente_id"
					: 'null');
		for (const [op, row] of [
			['insert', 'new'],
			['update', 'new'],
			['delete', 'old']
		] as const) {
			// A row that is only locked stays as it is; that the guiding consultant looked is remembered on reading.
			const kept = columns.filter((column) => column !== 'last_opened_at');
			const when =
				op === 'update'
					? `when ${kept.map((column) => `new.${column} is not old.${column}`).join(' or ')}`
					: '';
			db.exec(
				`create trigger attack_${op}_${table} after ${op} on ${table} ${when} begin
				insert into attack_changes (tbl, op, owner) values ('${table}', '${op}', ${owner.replaceAll('R.', `${row}.`)}); end`
			);
		}
	}
}

export interface Change {
	tbl: string;
	op: string;
	owner: string | null;
}
/** What changed since the last time this was asked. */
export function takeChanges(db: Sqlite.Database): Change[] {
	const found = db.prepare('select n, tbl, op, owner from attack_changes order by n').all() as (Change & {
		n: number;
	})[];
	if (found.length > 0) db.prepare('delete from attack_changes where n <= ?').run(found.at(-1)!.n);
	return found;
}
