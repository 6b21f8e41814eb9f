import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { eq, getTableName, is, Table } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { dialect } from '#lib/server/db/columns.ts';
import type { Database, Writer } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { fillDemo } from '#lib/server/demo/fill.ts';
import { personaIds } from '#lib/server/demo/ids.ts';
import { eraseByDecision } from '#lib/server/erasure.ts';
import { newId } from '#lib/server/ids.ts';
import { ownData } from '#lib/server/own-data.ts';
import { runRetention } from '#lib/server/retention.ts';
import { now } from './accounts.ts';
import { canariesIn, canary, canaryFields, canaryStatements } from './attack/plant.ts';
import { openTestDatabase } from './database.ts';
import { exec, rows } from './raw.ts';

// G22: everybody has a text of their own in every free-text column; what leaves, what stays and what is gone.

let db: Database;
let subjects: string[];
const [first, second, third] = [
	personaIds['asiel-b1-ar'],
	personaIds['gezin-b1-tr'],
	personaIds['asiel-z-ti']
];
const staff = personaIds.consulent;
const file = (process.env.DATABASE_URL ?? '').replace(/^file:/, '');
const today = Temporal.PlainDate.from('2026-11-23');
const numberOf = (id: string) => subjects.indexOf(id);

/** Structured columns that hold words about a person as well. */
const structured = [
	['transfers', 'packet'],
	['wet_receipts', 'facts'],
	['wet_receipts', 'outcome'],
	['course_sharings', 'answers'],
	['traject_events', 'slots'],
	['appointments', 'proposal'],
	['duo_ticks', 'value']
] as const;

/** A row in each of the tables that the stories of the demo leave empty for this person. */
async function complete(tx: Writer, inburgeraarId: string) {
	const [own, recorded] = [
		{ inburgeraarId, id: newId() },
		{ recordedBy: staff, recordedAt: now }
	];
	const [{ gemeenteId } = { gemeenteId: null }] = await tx.select({ gemeenteId: t.people.gemeenteId }).from(t.people).where(eq(t.people.id, inburgeraarId)); // prettier-ignore
	const place = gemeenteId ?? '';
	await tx.insert(t.correctionRequests).values({ ...own, about: 'naam', text: 'x', askedAt: now });
	await tx.insert(t.breakGlassOpenings).values({ ...own, gemeenteId: place, consulentId: staff, reason: 'x', openedAt: now, endsAt: now.add({ hours: 1 }) }); // prettier-ignore
	await tx.insert(t.emailAddresses).values({ personId: inburgeraarId, address: `${own.id}@x.test`, confirmedAt: now }); // prettier-ignore
	await tx.insert(t.transfers).values({ ...own, vanGemeenteId: place, naarGemeenteId: place, verhuisdag: today, packet: {}, state: 'geweigerd', requestedBy: staff, requestedAt: now }); // prettier-ignore
	await tx.insert(t.handhaving).values({ ...own, stap: 'gesprek', day: today, aanleiding: 'x', ...recorded });
	await tx.insert(t.duoTicks).values({ ...own, item: 'pip', value: 'x', day: today, ...recorded });
	await tx.insert(t.courseSharings).values({ ...own, answers: {}, sharedAt: now, endedAt: now });
	await tx.insert(t.courseAdvices).values({ ...own, courses: [], zinnen: [], createdBy: staff, createdAt: now, signedBy: staff, signedAt: now }); // prettier-ignore
	await tx.insert(t.wetReceipts).values({ inburgeraarId, versie: 1, peildatum: today, facts: {}, outcome: {}, ruleVersion: 'x', createdAt: now }); // prettier-ignore
	await tx.insert(t.signalSnoozes).values({ ...own, signaal: 'geen_contact', totEnMet: today, reason: 'anders', snoozedBy: staff, snoozedAt: now }); // prettier-ignore
	await tx.insert(t.contactLog).values({ ...own, channel: 'telefoon', day: today, ...recorded });
	await tx.insert(t.hourDisputes).values({ ...own, hourEntryId: 'x', kind: 'te_weinig', openedAt: now });
	await tx.insert(t.questionMessages).values({ ...own, questionId: 'x', authorId: inburgeraarId, sentAt: now, text: 'x' }); // prettier-ignore
	await tx.insert(t.outbox).values({ id: own.id, dedupeKey: own.id, kind: 'account', personId: inburgeraarId, payload: {}, createdAt: now }); // prettier-ignore
	await tx.insert(t.typedDrafts).values({ personId: inburgeraarId, id: own.id, sealed: 'x', createdAt: now });
	await tx.insert(t.idempotencyKeys).values({ actorId: inburgeraarId, action: 'x', key: 'x', fingerprint: 'x', result: 'x', createdAt: now }); // prettier-ignore
}

/** Past the triggers, as nobody can who works with the portal. */
async function plantAll(): Promise<void> {
	const statements = [
		...canaryStatements(subjects),
		...structured.flatMap(([table, column], n) =>
			subjects.map((id, person) => {
				const word = canary(person, canaryFields.length + n);
				const value = column === 'value' ? word : `{"tekst":"${word}"}`;
				return `update ${table} set ${column} = '${value}' where inburgeraar_id = '${id}'`;
			})
		)
	];
	if (dialect === 'sqlite') {
		const triggers = await rows(db, "select name, sql from sqlite_master where type = 'trigger'");
		await exec(db, triggers.map(({ name }) => `drop trigger ${name as string}`).join(';'));
		await exec(db, statements.join(';'));
		for (const { sql } of triggers) await exec(db, sql as string);
		return;
	}
	const tables = [
		...new Set([...canaryFields.map(({ table }) => table), ...structured.map(([table]) => table)])
	];
	for (const table of tables) await exec(db, `alter table ${table} disable trigger user`);
	for (const statement of statements) await exec(db, statement);
	for (const table of tables) await exec(db, `alter table ${table} enable trigger user`);
}

beforeAll(async () => {
	db = await openTestDatabase();
	await fillDemo(db, now);
	await db.transaction(async (tx) => {
		for (const id of [first, second, third]) await complete(tx, id);
	});
	subjects = (await rows(db, 'select inburgeraar_id as id from inburgeraren order by inburgeraar_id')).map(({ id }) => id as string); // prettier-ignore
	for (const person of subjects.keys()) persons.set(canary(person, 0).slice(0, 6), person);
	await plantAll();
}, 120_000);
afterAll(() => db.close());

/** Every row of every table as text. */
async function dump(): Promise<Record<string, string>> {
	const tables = Object.values(t).filter((value) => is(value, Table));
	const texts = tables.map(async (table) => [getTableName(table), JSON.stringify(await rows(db, `select * from ${getTableName(table)}`))] as const); // prettier-ignore
	return Object.fromEntries(await Promise.all(texts));
}
let last: Record<string, string> | undefined;
const peopleIn = (text: string) => new Set(canariesOf(text).map(({ person }) => person));
const canariesOf = (text: string) =>
	[...new Set(text.match(/kn[a-z]{6}kn/gi) ?? [])].map((word) => ({ word, person: personOf(word) }));
/** Of a canary: the first six letters say of whom. */
const persons = new Map<string, number>();
const personOf = (word: string) => persons.get(word.slice(0, 6).toLowerCase()) ?? -1; // prettier-ignore
/** Only these may still say which ids there were; they hold no names (decision 0067). */
const mayNameIds = ['audit_events'];
const holding = (texts: Record<string, string>, word: string) =>
	Object.keys(texts).filter((name) => texts[name]?.includes(word));

test('PRIV-06 G22 the plant is complete: the person has a canary in every free-text column', async () => {
	const texts = Object.values(await dump()).join('\n');
	const missing = canaryFields.filter((_, n) => !texts.includes(canary(numberOf(first), n)));
	expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
	expect(structured.filter((_, n) => !texts.includes(canary(numberOf(first), canaryFields.length + n)))).toEqual([]); // prettier-ignore
});

test('PRIV-04 G22 the file to take along has all canaries of the person, no note of staff and nothing of anybody else', async () => {
	const [person] = (await db.read.select().from(t.people)).filter(({ id }) => id === first);
	const actor = { ...person, role: 'inburgeraar', sessionId: 's', address: null, today } as unknown as Inburgeraar; // prettier-ignore
	const text = JSON.stringify(await ownData(actor, now));
	expect(peopleIn(text)).toEqual(new Set([numberOf(first)]));
	const found = new Set(canariesIn(text).map(({ field }) => field));
	const named = ({ table, column, kind }: (typeof canaryFields)[number]) => `${kind} ${table}.${column}`;
	expect(canaryFields.filter((field) => field.kind !== 'staff' && !found.has(field)).map(named)).toEqual([]);
	expect([...found].filter(({ kind }) => kind === 'staff').map(named)).toEqual([]);
});

/** What an intruder with the files finds of this person. */
function bytesOf(id: string): string[] {
	const word = canary(numberOf(id), 0).slice(0, 6);
	const names = readdirSync(dirname(file)).filter((name) => name.startsWith(basename(file)));
	return names.flatMap((name) => {
		const text = readFileSync(join(dirname(file), name), 'latin1').toLowerCase();
		return [word, id.toLowerCase()]
			.filter((secret) => text.includes(secret))
			.map((secret) => `${name}: ${secret}`);
	});
}

describe.each(['besluit', 'termijn'] as const)('after removal by %s', (reason) => {
	const id = reason === 'besluit' ? first : second;
	test('PRIV-06 G22 no canary and no id is left in any table, and nobody else lost anything', async () => {
		const before = (last ??= await dump());
		expect(holding(before, id).length).toBeGreaterThan(25);
		const others = canariesOf(Object.values(before).join('')).filter(({ person }) => person !== numberOf(id));
		if (reason === 'besluit') await eraseByDecision(id, now);
		else {
			const ended = { inburgeraarId: id, id: newId(), kind: 'duo_voldaan' as const, day: Temporal.PlainDate.from('2021-01-01') }; // prettier-ignore
			await db.transaction(async (tx) => void (await tx.insert(t.trajectEvents).values({ ...ended, decidedBy: 'duo', slots: {}, recordedBy: staff, recordedAt: now }))); // prettier-ignore
			expect((await runRetention(now)).dossiers).toBe(1);
		}
		const after = (last = await dump());
		const text = Object.values(after).join('');
		expect(peopleIn(text).has(numberOf(id))).toBe(false);
		expect(holding(after, id).filter((name) => !mayNameIds.includes(name))).toEqual([]);
		expect(others.filter(({ word }) => !text.includes(word))).toEqual([]);
	});

	test.runIf(dialect === 'sqlite')(
		'PRIV-06 G22 no byte of a canary is left in the database file or its log',
		() => {
			expect(bytesOf(third).length).toBeGreaterThan(0);
			expect(bytesOf(id).filter((found) => !found.endsWith(id.toLowerCase()))).toEqual([]);
		}
	);
});

test.runIf(dialect === 'sqlite')(
	'PRIV-06 AUD-04 G22 the command removes one person, and what it prints and logs names nobody',
	async () => {
		const run = (...words: string[]) =>
			promisify(execFile)('./node_modules/.bin/node', ['scripts/portal.ts', ...words], {
				env: { ...process.env, VITEST: undefined, LOG_LEVEL: 'trace' }
			}).then(({ stdout, stderr }) => stdout + stderr);
		const said = await run('erase', third);
		expect(said).toMatch(/To be removed.*people: 1/s);
		const done = await run('erase', third, '--confirm', third);
		expect(done).toMatch(/Removed, rows per table:.*people: 1/s);
		expect(done).toBe(said.replace('To be removed, rows', 'Removed, rows').replace(/\nDo it with.*/, ''));
		const nightly = await run('retention-run', '--now', '2026-11-24T03:00:00Z');
		expect(nightly).toMatch(/^Removed: 0 dossiers/);
		expect(canariesOf(said + done + nightly)).toEqual([]);
		expect(bytesOf(third).filter((found) => !found.endsWith(third.toLowerCase()))).toEqual([]);
	},
	30_000
);
