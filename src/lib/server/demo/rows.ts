import { and, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Writer } from '../db/database.ts';
import * as schema from '../db/schema.ts';

type Insert<T extends { $inferInsert: unknown }> = T['$inferInsert'][];

/** Rows of many people, table by table, in the order in which they may be inserted. */
export interface Rows {
	people: Insert<typeof schema.people>;
	devices: Insert<typeof schema.devices>;
	inburgeraren: Insert<typeof schema.inburgeraren>;
	caseload: Insert<typeof schema.caseload>;
	trajectEvents: Insert<typeof schema.trajectEvents>;
	pips: Insert<typeof schema.pips>;
	pipAfspraken: Insert<typeof schema.pipAfspraken>;
	pipAfspraakStates: Insert<typeof schema.pipAfspraakStates>;
	pipReads: Insert<typeof schema.pipReads>;
	enrolments: Insert<typeof schema.enrolments>;
	hourEntries: Insert<typeof schema.hourEntries>;
	hourConfirmations: Insert<typeof schema.hourConfirmations>;
	hourDisputes: Insert<typeof schema.hourDisputes>;
	examAttempts: Insert<typeof schema.examAttempts>;
	appointments: Insert<typeof schema.appointments>;
	appointmentChanges: Insert<typeof schema.appointmentChanges>;
	questions: Insert<typeof schema.questions>;
	questionMessages: Insert<typeof schema.questionMessages>;
}

export const noRows = (): Rows => ({
	people: [],
	devices: [],
	inburgeraren: [],
	caseload: [],
	trajectEvents: [],
	pips: [],
	pipAfspraken: [],
	pipAfspraakStates: [],
	pipReads: [],
	enrolments: [],
	hourEntries: [],
	hourConfirmations: [],
	hourDisputes: [],
	examAttempts: [],
	appointments: [],
	appointmentChanges: [],
	questions: [],
	questionMessages: []
});

/** Adds all rows of `more` to `rows`. */
export function addRows(rows: Rows, more: Rows): void {
	for (const name of Object.keys(rows) as (keyof Rows)[])
		for (const row of more[name]) (rows[name] as unknown[]).push(row);
}

/** Rows in one statement: both engines count parameters (SQLite 32,766, PostgreSQL 65,535). */
const parameters = 20_000;

type Table = Parameters<Writer['insert']>[0];

export async function insertMany(tx: Writer, table: Table, rows: object[]): Promise<void> {
	const columns = Math.max(1, ...rows.slice(0, 1).map(() => Object.keys(table).length));
	const size = Math.max(1, Math.floor(parameters / columns));
	for (let from = 0; from < rows.length; from += size)
		await tx.insert(table).values(rows.slice(from, from + size) as never);
}

/** Inserts everything. Agreements fit only in a plan that is still a draft: the plans are published last. */
export async function insertRows(tx: Writer, rows: Rows): Promise<void> {
	for (const name of Object.keys(rows) as (keyof Rows)[]) await insertMany(tx, schema[name], rows[name]);
	await publish(tx);
}

/** Publishes every plan that has a dagtekening; a draft has none. */
async function publish(tx: Writer): Promise<void> {
	const { pips } = schema;
	await tx
		.update(pips)
		.set({ publishedAt: sql`${pips.createdAt}`, publishedBy: sql`${pips.createdBy}` })
		.where(and(isNull(pips.publishedAt), isNotNull(pips.dagtekening)));
}
