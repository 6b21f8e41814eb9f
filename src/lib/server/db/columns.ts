import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/** Which engine this process speaks, from DATABASE_URL; `pglite:` (PostgreSQL in process) is for tests. */
export const dialect: 'sqlite' | 'postgres' = /^(postgres(ql)?|pglite):/.test(process.env.DATABASE_URL ?? '')
	? 'postgres'
	: 'sqlite';

const parseJson = (value: string): unknown => JSON.parse(value);
const asPlainDate = (value: string | Date): Temporal.PlainDate =>
	Temporal.PlainDate.from(typeof value === 'string' ? value : value.toISOString().slice(0, 10));
const asInstant = (value: string | Date): Temporal.Instant =>
	typeof value === 'string'
		? Temporal.Instant.from(value.replace(' ', 'T'))
		: Temporal.Instant.fromEpochMilliseconds(value.getTime());

const pgKit = {
	table: pg.pgTable,
	/** Text compares by code point on both engines, so that ordering and keyset paging agree. */
	text: pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' }),
	int: pg.integer,
	bool: pg.boolean,
	/** A moment: UTC, milliseconds. */
	instant: pg.customType<{ data: Temporal.Instant; driverData: string | Date }>({
		dataType: () => 'timestamp (3) with time zone',
		toDriver: (value) => value.round('millisecond').toString(),
		fromDriver: asInstant
	}),
	/** A calendar day in the Netherlands, without time or zone. */
	day: pg.customType<{ data: Temporal.PlainDate; driverData: string | Date }>({
		dataType: () => 'date',
		toDriver: (value) => value.toString(),
		fromDriver: asPlainDate
	}),
	/** Structured data that is only ever read and written whole: no JSON operator exists on both engines. */
	json: pg.customType<{ data: unknown; driverData: string }>({
		dataType: () => 'text',
		toDriver: (value) => JSON.stringify(value),
		fromDriver: parseJson
	}),
	/** Binary data of a bounded size: recorded speech. */
	bytes: pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' }),
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	check: pg.check,
	primaryKey: pg.primaryKey,
	foreignKey: pg.foreignKey
};

const sqliteKit = {
	table: lite.sqliteTable,
	text: lite.customType<{ data: string; driverData: string }>({ dataType: () => 'text' }),
	int: lite.integer,
	bool: lite.customType<{ data: boolean; driverData: number }>({
		dataType: () => 'integer',
		toDriver: (value) => (value ? 1 : 0),
		fromDriver: (value) => value === 1
	}),
	instant: lite.customType<{ data: Temporal.Instant; driverData: number }>({
		dataType: () => 'integer',
		toDriver: (value) => value.epochMilliseconds,
		fromDriver: (value) => Temporal.Instant.fromEpochMilliseconds(value)
	}),
	day: lite.customType<{ data: Temporal.PlainDate; driverData: string }>({
		dataType: () => 'text',
		toDriver: (value) => value.toString(),
		fromDriver: asPlainDate
	}),
	json: lite.customType<{ data: unknown; driverData: string }>({
		dataType: () => 'text',
		toDriver: (value) => JSON.stringify(value),
		fromDriver: parseJson
	}),
	bytes: lite.customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' }),
	index: lite.index,
	uniqueIndex: lite.uniqueIndex,
	check: lite.check,
	primaryKey: lite.primaryKey,
	foreignKey: lite.foreignKey
};

export type Kit = typeof pgKit;
export { pgKit, sqliteKit };

/** PostgreSQL's builder types are the canonical ones; this is the only cast of the data layer (columns.test.ts proves it). */
export const kit: Kit = dialect === 'postgres' ? pgKit : (sqliteKit as unknown as Kit);
