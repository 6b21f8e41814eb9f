import { eq, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as getSqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bewaargrens, bewaartermijnen, inRegister } from '#lib/domain/bewaartermijnen.ts';
import { eindeInburgeringsplicht, type EindeEvent } from '#lib/domain/persoon/eindePlicht.ts';
import type { Staff } from '#lib/server/actor.ts';
import { dataregister } from '#lib/server/dataregister.ts';
import { dialect } from '#lib/server/db/columns.ts';
import type { Database } from '#lib/server/db/database.ts';
import { personTables } from '#lib/server/db/own-data.ts';
import { sweeps } from '#lib/server/db/retention.ts';
import * as t from '#lib/server/db/schema.ts';
import { runDaily } from '#lib/server/daily.ts';
import { applyTombstones, eraseByDecision, erasable, tombstoneOf } from '#lib/server/erasure.ts';
import { newId } from '#lib/server/ids.ts';
import { holdDossier, runRetention, setTerm } from '#lib/server/retention.ts';
import { consulent, gemeente, inburgeraar, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { exec } from './raw.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

describe('PRIV-01 PRIV-06 the register and the run say the same', () => {
	const swept = new Map(sweeps.map(({ name, term }) => [name, term]));
	/** The audit log is cut (audit-cut.ts) and tombstones go by day (erasure.ts): not by a sweep. */
	const elsewhere = ['audit_events', 'tombstones'];

	test('every category of the register has its terms in one place, and every term is of a category', () => {
		expect(Object.keys(inRegister).toSorted()).toEqual(Object.keys(dataregister.retentions).toSorted());
		const used = new Set(Object.values(inRegister).flat());
		expect(Object.keys(bewaartermijnen).filter((name) => !used.has(name as never))).toEqual([]);
	});

	test('a table whose category ends by itself is swept; add a line to `sweeps` in db/retention.ts for a new one', () => {
		const missing = Object.entries(dataregister.tables)
			.filter(([, { retention = '' }]) => ['login', 'short', 'day', 'audit', 'restore'].includes(retention))
			.filter(([name]) => !swept.has(name) && !elsewhere.includes(name));
		expect(missing.map(([name]) => name)).toEqual([]);
	});

	test('what is swept is swept by a term of its category', () => {
		const faults = [...swept].filter(
			([name, term]) => !inRegister[dataregister.tables[name]?.retention ?? '']?.includes(term)
		);
		// A group of appointments has nobody in it once its appointments went with their people.
		expect(faults).toEqual([['appointment_groups', 'tussenstap']]);
	});

	test('a table that is kept with the dossier hangs on the person', () => {
		const own = new Set(personTables.map(({ name }) => name));
		const loose = Object.entries(dataregister.tables)
			.filter(([, { retention }]) => retention === 'duty5')
			.filter(([name]) => !own.has(name));
		expect(loose.map(([name]) => name)).toEqual(['appointment_groups']);
	});

	test('every row of a person goes with the person: ON DELETE CASCADE up to people', () => {
		const faults = personTables.filter(({ name, table }) => {
			if (name === 'people') return false;
			const { foreignKeys } =
				dialect === 'sqlite'
					? getSqliteConfig(table as unknown as SQLiteTable)
					: getTableConfig(table as unknown as PgTable);
			return !foreignKeys.some(
				(key) =>
					key.onDelete === 'cascade' &&
					['people', 'inburgeraren', 'pips'].includes(getTableName(key.reference().foreignTable as never))
			);
		});
		expect(faults.map(({ name }) => name)).toEqual([]);
	});

	test('AUD-08 a year is never shorter than the database lets a cut be', () => {
		for (const moment of ['2027-03-28T12:00:00Z', '2028-02-29T00:30:00Z', '2026-10-25T01:30:00Z'])
			expect(bewaargrens('audit', at(moment)).until(at(moment)).total('hours')).toBeGreaterThanOrEqual(8760);
	});
});

describe('PRIV-06 when the duty ended', () => {
	const event = (kind: EindeEvent['kind'], on: string, slots: EindeEvent['slots'] = {}): EindeEvent => ({
		...{ kind, slots },
		day: day(on)
	});
	const today = day('2026-11-29');
	test.each<[string, EindeEvent[], string | null, string | null]>([
		['Wi2021 art. 6 lid 2: DUO says done', [event('duo_voldaan', '2020-05-01')], null, '2020-05-01'],
		['Wi2021 art. 5: relieved of all of it', [event('ontheffing', '2020-05-01', { omvang: 'geheel' })], null, '2020-05-01'],
		['Wi2021 art. 5: exempt', [event('vrijstelling', '2020-05-01', { omvang: 'geheel' })], null, '2020-05-01'],
		['relieved of a part ends nothing', [event('ontheffing', '2020-05-01', { omvang: 'gedeeltelijk' })], null, null],
		['relieved, and later no longer', [event('ontheffing', '2020-05-01', { omvang: 'geheel' }), event('ontheffing', '2021-01-01', { omvang: 'geen' })], null, null],
		['Wi2021 art. 3: the AOW age', [], '2020-05-01', '2020-05-01'],
		['an AOW age that is still to come', [], '2030-05-01', null],
		['the earliest of two', [event('duo_voldaan', '2020-05-01')], '2019-01-01', '2019-01-01'],
		['closed: died', [event('afsluiting', '2020-05-01', { reden: 'overleden' })], null, '2020-05-01'],
		['closed: left the country', [event('afsluiting', '2020-05-01', { reden: 'vertrokken' })], null, '2020-05-01'],
		['closed: moved ends no duty', [event('afsluiting', '2020-05-01', { reden: 'verhuisd' })], null, null],
		['closed as done, but DUO did not say so (R-39)', [event('afsluiting', '2020-05-01', { reden: 'voldaan' })], null, null],
		['an end in the future', [event('duo_voldaan', '2027-05-01')], null, null],
		['nothing recorded', [], null, null]
	])('%s', (_, events, aow, end) => {
		const found = eindeInburgeringsplicht(events, aow ? day(aow) : null, today);
		expect(found.soort === 'vastgesteld' ? found.waarde.toString() : null).toBe(end);
	}); // prettier-ignore
});

describe('the run', () => {
	let db: Database;
	let staff: Staff;
	let slug: string;
	beforeAll(async () => {
		db = await openTestDatabase();
	});
	afterAll(() => db.close());
	beforeEach(async () => {
		const gemeenteId = await gemeente();
		slug = gemeenteId.toLowerCase();
		staff = await consulent(gemeenteId);
	});

	async function ended(on: string, kind: 'duo_voldaan' | 'afsluiting' = 'duo_voldaan', slots = {}) {
		const id = await inburgeraar(staff);
		const row = { inburgeraarId: id, id: newId(), kind, day: day(on), decidedBy: 'duo' as const, slots };
		await db.transaction((tx) =>
			tx.insert(t.trajectEvents).values({ ...row, recordedBy: staff.id, recordedAt: now })
		);
		return id;
	}
	const isThere = async (id: string) =>
		(await db.read.select().from(t.people).where(eq(t.people.id, id))).length === 1;
	const lastAudit = async () =>
		(await db.read.select().from(t.auditEvents).orderBy(t.auditEvents.seq)).at(-1);

	test('PRIV-06 a dossier goes five years after the duty ended, and not a day earlier', async () => {
		const [old, young] = [await ended('2021-11-23'), await ended('2021-11-24')];
		const report = await runRetention(now);
		expect([await isThere(old), await isThere(young)]).toEqual([false, true]);
		expect(report).toMatchObject({ dossiers: 1, counts: { people: 1, inburgeraren: 1, traject_events: 1 } });
		expect(await lastAudit()).toMatchObject({
			action: 'bewaring.run',
			subjectId: null,
			objectType: '1 dossiers'
		});
		expect(JSON.stringify(await lastAudit())).not.toContain(old);
		await runRetention(now.add({ hours: 24 }));
		expect(await isThere(young)).toBe(false);
	});

	test('PRIV-06 without a known end nothing is removed, and the run says so', async () => {
		const moved = await ended('2010-01-01', 'afsluiting', { reden: 'verhuisd' });
		expect((await runRetention(now)).unknown).toBe(1);
		expect(await isThere(moved)).toBe(true);
		await eraseByDecision(moved, now);
	});

	test('PRIV-06 a municipality chooses the years', async () => {
		const id = await ended('2021-01-01');
		expect(await setTerm(slug, 7, now)).toBe(true);
		await runRetention(now);
		expect(await isThere(id)).toBe(true);
		await setTerm(slug, 1, now);
		await runRetention(now);
		expect(await isThere(id)).toBe(false);
	});

	test('PRIV-06 what is held stays, however old, until it is released', async () => {
		const id = await ended('2001-01-01');
		expect(await holdDossier(id, true, now)).toBe(true);
		expect(await holdDossier(id, true, now)).toBe(false);
		expect((await runRetention(now)).held).toBe(1);
		expect(await isThere(id)).toBe(true);
		await holdDossier(id, false, now);
		await runRetention(now);
		expect(await isThere(id)).toBe(false);
	});

	test('PRIV-06 a dry run counts the same rows and removes none', async () => {
		const id = await ended('2001-01-01');
		const dry = await runRetention(now, true);
		expect(await isThere(id)).toBe(true);
		const real = await runRetention(now);
		expect(real).toEqual(dry);
		expect(real.counts).toMatchObject({ people: 1, caseload: 1 });
	});

	test('T34 a person who comes back with a backup is removed again', async () => {
		const id = await ended('2024-01-01');
		const row = (await db.read.select().from(t.people).where(eq(t.people.id, id)))[0]!;
		const dossier = (
			await db.read.select().from(t.inburgeraren).where(eq(t.inburgeraren.inburgeraarId, id))
		)[0]!;
		expect((await erasable(id))?.counts).toMatchObject({ people: 1, inburgeraren: 1, traject_events: 1 });
		expect(await eraseByDecision(id, now)).toMatchObject({ people: 1 });
		expect(await eraseByDecision(id, now)).toBeUndefined();
		const back = () =>
			db.transaction(async (tx) => {
				await tx.insert(t.people).values(row);
				await tx.insert(t.inburgeraren).values(dossier);
			});
		await back();
		expect(await applyTombstones([], now)).toBe(1);
		expect(await isThere(id)).toBe(false);
		// A backup of before the removal holds no tombstone: it was kept beside it.
		await exec(db, 'DELETE FROM tombstones');
		await back();
		expect(await applyTombstones([], now)).toBe(0);
		expect(await applyTombstones([tombstoneOf(id)], now)).toBe(1);
		expect(await isThere(id)).toBe(false);
		await runRetention(now.add({ hours: 24 * 400 }));
		expect(await db.read.select().from(t.tombstones)).toEqual([]);
	});

	test('PRIV-06 staff is not removed, and nobody who does not exist', async () => {
		expect(await eraseByDecision(staff.id, now)).toBeUndefined();
		expect(await eraseByDecision(newId(), now)).toBeUndefined();
		expect(await isThere(staff.id)).toBe(true);
	});

	test('PRIV-06 a filter that a colleague kept on the name goes too', async () => {
		const id = await ended('2001-01-01');
		await exec(db, `UPDATE people SET name_folded = 'zeldzame naam' WHERE id = '${id}'`);
		const filter = { personId: staff.id, name: 'x', createdAt: now };
		await db.transaction(async (tx) => {
			await tx
				.insert(t.savedFilters)
				.values({ ...filter, id: 'a', query: 'zoek=Z%C3%A9ldzame+naam&groep=asiel' });
			await tx.insert(t.savedFilters).values({ ...filter, id: 'b', query: 'zoek=ander' });
		});
		await runRetention(now);
		expect((await db.read.select().from(t.savedFilters)).map((row) => row.id)).toEqual(['b']);
	});

	test('PRIV-06 what ends by itself goes after its term: a row past it goes, a row before it stays', async () => {
		const person = { personId: staff.id };
		const rows = (border: Temporal.Instant, name: string) => ({
			login_sessions: { publicId: name, ...person, secretHash: 'x', deviceKind: 'x', createdAt: border, lastSeenAt: border },
			sign_in_tries: { subject: name, wrongTries: 1, firstAt: border },
			pending_sign_ins: { tokenHash: name, ...person, createdAt: border },
			passkey_challenges: { boundTo: name, purpose: 'aanmelden', challenge: 'x', createdAt: border },
			ended_sessions: { publicId: name, ...person, secretHash: 'x', endedAt: border },
			typed_drafts: { ...person, id: name, sealed: 'x', createdAt: border },
			idempotency_keys: { actorId: staff.id, action: 'x', key: name, fingerprint: 'x', result: 'x', createdAt: border },
			mail_links: { tokenHash: name, ...person, purpose: 'aanmelden', address: 'x', createdAt: border },
			jobs: { key: name, startedAt: border },
			outbox: { id: name, dedupeKey: name, kind: 'account', ...person, payload: {}, createdAt: border },
			activation_letters: { selector: name, ...person, verifierHash: 'x', createdBy: staff.id, createdAt: border, expiresAt: border },
			devices: { id: name, ...person, tokenHash: name, kind: 'telefoon', createdAt: now, lastUsedAt: now, revokedAt: border },
			verwerkingslog: { subjectKey: name, at: border, operationId: 'x', subject: 'x', verwerking: 'plan', isRead: true },
			access_reviews: { gemeenteId: staff.gemeenteId, week: day(name === 'oud' ? '2020-01-06' : '2020-01-13'), signedBy: staff.id, signedAt: border },
			appointment_groups: { id: name, gemeenteId: staff.gemeenteId, createdBy: staff.id, createdAt: border }
		}); // prettier-ignore
		const tables = sweeps.filter(({ name }) => name in rows(now, ''));
		// break_glass_openings hangs on a dossier and needs one: the same sweep, by another column.
		expect(sweeps.length - tables.length).toBe(1);
		await db.transaction(async (tx) => {
			for (const { name, table, term } of tables) {
				const border = bewaargrens(term, now);
				const values = (label: string, moment: Temporal.Instant) =>
					rows(moment, label)[name as keyof ReturnType<typeof rows>];
				await tx.insert(table).values(values('oud', border.subtract({ hours: 30 })) as never);
				await tx.insert(table).values(values('jong', border) as never);
			}
		});
		const report = await runRetention(now);
		for (const { name, table } of tables) {
			expect(report.counts[name], name).toBe(1);
			const left = JSON.stringify(await db.read.select().from(table));
			expect(left.includes('"oud"'), name).toBe(false);
			if (name !== 'access_reviews') expect(left.includes('"jong"'), name).toBe(true);
		}
	});

	test('DUR-12 the work of a night is done once, by whichever process comes first; what fails is tried again', async () => {
		const done: string[] = [];
		let fails = true;
		const work = {
			goed: async () => void done.push('goed'),
			mis: async () => {
				if (fails) throw new Error('x');
				done.push('mis');
			}
		};
		const night = at('2026-11-24T02:05:00Z');
		await runDaily(at('2026-11-24T01:55:00Z'), work);
		expect(done).toEqual([]);
		await Promise.all([runDaily(night, work), runDaily(night, work), runDaily(night, work)]);
		expect(done).toEqual(['goed']);
		fails = false;
		await runDaily(night.add({ hours: 5 }), work);
		expect(done).toEqual(['goed', 'mis']);
		await runDaily(night.add({ hours: 24 }), work);
		expect(done).toEqual(['goed', 'mis', 'goed', 'mis']);
	});
});
