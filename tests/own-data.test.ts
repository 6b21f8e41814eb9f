import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { dataregister, registerEntry } from '#lib/server/dataregister.ts';
import type { Database } from '#lib/server/db/database.ts';
import { personTables } from '#lib/server/db/own-data.ts';
import * as schema from '#lib/server/db/schema.ts';
import { fillDemo } from '#lib/server/demo/fill.ts';
import { personaIds, participantKeys } from '#lib/server/demo/ids.ts';
import { addDevice } from '#lib/server/devices.ts';
import { ownData, provePin } from '#lib/server/own-data.ts';
import { consulent, gemeente, inburgeraar, now, pin } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
beforeAll(async () => {
	db = await openTestDatabase();
	await fillDemo(db, now);
}, 120_000);
afterAll(() => db.close());

async function actorOf(id: string): Promise<Inburgeraar> {
	const [person] = (await db.read.select().from(schema.people)).filter((row) => row.id === id);
	return { ...person, role: 'inburgeraar', sessionId: 'sessie', address: null } as unknown as Inburgeraar;
}

test('PRIV-04 G22 the file has the rows of the person in every table, and of nobody else', async () => {
	const id = personaIds['asiel-b1-ar'];
	const { tables } = await ownData(await actorOf(id), now);
	for (const { name, table, whose } of personTables) {
		const rows = (await db.read.select().from(table as typeof schema.people)) as Record<string, unknown>[];
		const own = rows.filter((row) => row[whose] === id);
		const shown = Object.keys(getTableColumns(table)).some(
			(column) =>
			registerEntry(dataregister, name, column)?.roles?.some((role) => ['inburgeraar', 'self', 'everybody'].includes(role)) // prettier-ignore
		);
		expect(tables[name]?.rows.length ?? 0, name).toBe(shown ? own.length : 0);
	}
	const text = JSON.stringify(tables);
	expect(Object.keys(tables).length).toBeGreaterThan(8);
	for (const key of participantKeys.filter((other) => other !== 'asiel-b1-ar'))
		expect(text, key).not.toContain(personaIds[key]);
});

test('PRIV-04 no secret and no note of staff leaves with it, whatever the tables hold', async () => {
	const staff = await consulent(await gemeente());
	const id = await inburgeraar(staff);
	await db.transaction(async (tx) => {
		await tx.insert(schema.contactLog).values({ inburgeraarId: id, id: 'c', channel: 'telefoon', day: now.toZonedDateTimeISO('UTC').toPlainDate(), note: 'Canary van de consulent', recordedBy: staff.id, recordedAt: now }); // prettier-ignore
	});
	const { token } = await db.transaction((tx) => addDevice(tx, id, 'telefoon', now));
	const text = JSON.stringify(await ownData(await actorOf(id), now));
	expect(text).not.toContain('Canary');
	expect(text).not.toContain('argon2');
	expect(text).not.toContain(token);
	for (const { name, table } of personTables)
		for (const column of Object.keys(getTableColumns(table)))
			if (!(column in dataregister.common) && registerEntry(dataregister, name, column)?.class === 'geheim')
				expect(text, `${name}.${column}`).not.toContain(`"${column}":`);
});

test('PRIV-04 every table that names a person is found by its column', () => {
	const named = Object.values(schema)
		.filter((value) => is(value, Table))
		.filter((table) => ['inburgeraarId', 'personId'].some((column) => column in getTableColumns(table)))
		.map(getTableName);
	expect(personTables.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
	expect(named.length).toBeGreaterThan(20);
});

test('AUD-02 the export is written to the audit log', async () => {
	const id = personaIds['gezin-b1-tr'];
	await ownData(await actorOf(id), now);
	const rows = await db.read.select().from(schema.auditEvents);
	expect(
		rows.filter(({ action, subjectId }) => action === 'gegevens.export' && subjectId === id)
	).toHaveLength(1);
});

test('AUTH-11 the PIN proves it, on the own device only; five wrong ones end the device', async () => {
	const staff = await consulent(await gemeente());
	const id = await inburgeraar(staff);
	const other = await inburgeraar(staff);
	const actor = await actorOf(id);
	const [own, foreign] = await db.transaction(async (tx) => [
		(await addDevice(tx, id, 'telefoon', now)).token,
		(await addDevice(tx, other, 'telefoon', now)).token
	]);
	expect(await provePin(actor, [foreign ?? ''], pin, now)).toEqual({ ok: false, reason: 'toestel' });
	expect(await provePin(actor, [foreign ?? '', own ?? ''], pin, now)).toEqual({ ok: true });
	expect(await provePin(actor, [own ?? ''], '111222', now)).toEqual({
		ok: false,
		reason: 'pin_fout',
		left: 4
	});
	for (let n = 0; n < 4; n++) await provePin(actor, [own ?? ''], '111222', now);
	expect(await provePin(actor, [own ?? ''], pin, now)).toEqual({ ok: false, reason: 'toestel' });
});
