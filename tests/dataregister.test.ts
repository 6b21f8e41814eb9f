import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { dataregister, registerEntry, type Register, type RegisterEntry } from '#lib/server/dataregister.ts'; // prettier-ignore
import * as schema from '#lib/server/db/schema.ts';

// docs/dataregister.json against the schema, both ways (PRIV-01, PRIV-03).

type Entry = RegisterEntry;
const register = dataregister;

type Columned = Record<string, string[]>;
const tables: Columned = Object.fromEntries(
	Object.values(schema)
		.filter((value) => is(value, Table))
		.map((table) => [getTableName(table), Object.keys(getTableColumns(table))])
);

const columnsWithout = (columned: Columned, of: Register) =>
	Object.entries(columned).flatMap(([table, columns]) =>
		columns
			.filter((column) => !of.tables[table] || !registerEntry(of, table, column))
			.map((column) => `${table}.${column}`)
	);
const entriesWithout = (columned: Columned, of: Register) =>
	Object.entries(of.tables).flatMap(([table, { columns }]) =>
		columned[table]
			? Object.keys(columns)
					.filter((column) => !columned[table]?.includes(column))
					.map((column) => `${table}.${column}`)
			: [table]
	);

const all = Object.entries(tables).flatMap(([table, columns]) =>
	columns.map((column) => ({
		name: `${table}.${column}`,
		column,
		entry: registerEntry(register, table, column) ?? {}
	}))
);

test('PRIV-01 every table and column of the schema stands in docs/dataregister.json', () => {
	expect(all.length).toBeGreaterThan(400);
	expect(columnsWithout(tables, register)).toEqual([]);
});

test('PRIV-01 the register names no table or column that does not exist', () => {
	expect(entriesWithout(tables, register)).toEqual([]);
	const used = new Set(all.map(({ column }) => column));
	expect(Object.keys(register.common).filter((column) => !used.has(column))).toEqual([]);
});

test('PRIV-01 each column has a purpose, a basis, a class, a retention and roles, all of them explained', () => {
	const faults = all.filter(
		({ entry }) =>
			!entry.purpose?.trim() ||
			!(entry.basis && entry.basis in register.bases) ||
			!(entry.class && entry.class in register.classes) ||
			!(entry.retention && entry.retention in register.retentions) ||
			!entry.roles?.every((role) => role in register.roles)
	);
	expect(faults.map(({ name }) => name)).toEqual([]);
	const said = all.map(({ entry }) => entry);
	for (const [word, of] of [
		['bases', (entry: Entry) => [entry.basis]],
		['classes', (entry: Entry) => [entry.class]],
		['retentions', (entry: Entry) => [entry.retention]],
		['roles', (entry: Entry) => entry.roles ?? []]
	] as const)
		expect(
			Object.keys(register[word]).filter((name) => !said.some((entry) => of(entry).includes(name)))
		).toEqual([]);
});

test('PRIV-01 personal data have a legal basis', () => {
	const faults = all.filter(({ entry }) => entry.class !== 'geen' && entry.basis === 'geen');
	expect(faults.map(({ name }) => name)).toEqual([]);
});

test('AC-08 what proves who somebody is, is secret and shown to nobody', () => {
	const proofs = all.filter(({ column }) =>
		/(token|secret|password|pin|verifier)Hash$|^secret$/i.test(column)
	);
	expect(proofs.length).toBeGreaterThanOrEqual(7);
	const faults = all.filter(
		({ name, entry }) =>
			(proofs.some((proof) => proof.name === name) && entry.class !== 'geheim') ||
			(entry.class === 'geheim' && entry.roles?.length !== 0)
	);
	expect(faults.map(({ name }) => name)).toEqual([]);
});

test('PRIV-02, PRIV-03 no column is for religion, health, ethnicity or a BSN', () => {
	const forbidden = /godsdienst|religi|geloof|gezond|ziekte|medisch|health|diagnos|etni|ethnic|^ras$|bsn/i;
	expect(all.map(({ name }) => name).filter((name) => forbidden.test(name))).toEqual([]);
});

test('PRIV-01 a planted column, table or entry is seen', () => {
	const without = columnsWithout(tables, register);
	const planted = { ...tables, people: [...(tables.people ?? []), 'geloof'], nieuw: ['id'] };
	const seen = columnsWithout(planted, register).filter((name) => !without.includes(name));
	expect(seen).toEqual(['people.geloof', 'nieuw.id']);
	const gone: Columned = { ...tables, people: (tables.people ?? []).filter((column) => column !== 'phone') };
	delete gone.outbox;
	expect(entriesWithout(gone, register)).toEqual(expect.arrayContaining(['outbox', 'people.phone']));
});
