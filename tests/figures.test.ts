import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Coordinator } from '#lib/server/actor.ts';
import { csv } from '#lib/server/csv.ts';
import { useDatabase } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { countPeople, exportFigures, figuresOf } from '#lib/server/figures.ts';
import { newId } from '#lib/server/ids.ts';
import { shapeFigures } from '../src/routes/admin/overzicht/shape.server.ts';
import { consulent, gemeente, inburgeraar, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let actor: Coordinator;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
	actor = { ...(await consulent(await gemeente(), { role: 'coordinator' })), role: 'coordinator' };
});
const day = (text: string) => Temporal.PlainDate.from(text);

async function people(count: number, more: Partial<typeof t.people.$inferInsert> = {}): Promise<string[]> {
	const ids = [];
	for (let n = 0; n < count; n++) ids.push(await inburgeraar(actor, { pinHash: null, ...more }));
	return ids;
}
async function event(
	inburgeraarId: string,
	kind: 'duo_kennisgeving' | 'inschrijving_brp_huisvesting',
	on: string
) {
	const row = { id: newId(), inburgeraarId, kind, day: day(on), decidedBy: 'duo' as const, slots: {} };
	await db.transaction(async (tx) => {
		await tx.insert(t.trajectEvents).values({ ...row, recordedBy: actor.id, recordedAt: now });
	});
}
async function pip(inburgeraarId: string, dagtekening: string) {
	const row = { inburgeraarId, versie: 1, dagtekening: day(dagtekening), leerroute: 'b1' as const };
	const made = { redenWijziging: 'eerste_pip' as const, createdBy: actor.id, createdAt: now };
	await db.transaction(async (tx) => {
		await tx.insert(t.pips).values({ ...row, ...made, publishedBy: actor.id, publishedAt: now });
		await tx
			.update(t.inburgeraren)
			.set({ pipVersie: 1 })
			.where(eq(t.inburgeraren.inburgeraarId, inburgeraarId));
	});
}
const table = async (key: string) => (await figuresOf(actor, now)).shown.tables[key];

describe('the figures', () => {
	test('R-08 decides whether a PIP was in time, whatever local policy says', async () => {
		await db.transaction(async (tx) => {
			await tx.update(t.gemeenten).set({ lokaalBeleid: { pipWekenNaBredeIntake: 1 } }).where(eq(t.gemeenten.id, actor.gemeenteId)); // prettier-ignore
		});
		for (const [n, id] of (await people(13)).entries()) {
			await event(id, 'duo_kennisgeving', '2026-01-05');
			await event(id, 'inschrijving_brp_huisvesting', '2026-01-05');
			// Ten weeks end on Monday 16 March.
			await pip(id, n < 6 ? '2026-03-16' : '2026-03-17');
		}
		await people(14);
		// That nobody is unknown is hidden, and with it the smallest other number.
		expect(await table('pip')).toEqual({ op_tijd: null, te_laat: 7, onbekend: null, geen_pip: 14 });
	});

	test('contact counts from the log, without what was not reached or withdrawn, or written before a move', async () => {
		const ids = await people(18);
		const log = (inburgeraarId: string, more: object) => ({
			...{ inburgeraarId, id: newId(), channel: 'telefoon' as const, day: day('2026-11-20') },
			...{ recordedBy: actor.id, recordedAt: now, ...more }
		});
		await db.transaction(async (tx) => {
			for (const id of ids.slice(0, 6)) await tx.insert(t.contactLog).values(log(id, {}));
			for (const id of ids.slice(6, 12))
				await tx.insert(t.contactLog).values(log(id, { day: day('2026-01-02') }));
			await tx.insert(t.contactLog).values(log(ids[12]!, { isReached: false }));
			const wrong = log(ids[13]!, {});
			const back = { replacesId: wrong.id, isWithdrawal: true };
			await tx.insert(t.contactLog).values([wrong, log(ids[13]!, back), log(ids[14]!, {})]);
			const moved = { vanGemeenteId: actor.gemeenteId, naarGemeenteId: actor.gemeenteId, packet: {} };
			await tx.insert(t.transfers).values({
				...{
					inburgeraarId: ids[14]!,
					id: newId(),
					...moved,
					verhuisdag: day('2026-11-22'),
					state: 'aanvaard'
				},
				...{
					requestedBy: actor.id,
					requestedAt: now,
					decidedBy: actor.id,
					decidedAt: now.add({ minutes: 1 })
				}
			});
		});
		expect(await table('contact')).toEqual({ binnen: 6, langer: 6, nooit: 6 });
	});

	test('a talk counts as contact, one that was withdrawn does not', async () => {
		const ids = await people(12);
		const talk = (inburgeraarId: string, replacesId: string | null = null) => ({
			...{ inburgeraarId, id: newId(), kind: 'voortgangsgesprek' as const, day: day('2026-11-20') },
			...{ decidedBy: 'college' as const, slots: {}, replacesId, isWithdrawal: replacesId !== null },
			...{ recordedBy: actor.id, recordedAt: now }
		});
		await db.transaction(async (tx) => {
			for (const [n, id] of ids.entries()) {
				const row = talk(id);
				await tx.insert(t.trajectEvents).values(row);
				if (n < 6) await tx.insert(t.trajectEvents).values(talk(id, row.id));
			}
		});
		const { counts } = await countPeople(actor.gemeenteId, 28, Temporal.PlainDate.from('2026-11-23'));
		expect(counts.contact).toEqual({ binnen: 6, langer: 0, nooit: 6 });
	});

	test('AC-12 another municipality does not count', async () => {
		await people(6);
		const elders: Coordinator = { ...actor, gemeenteId: await gemeente() };
		expect((await figuresOf(actor, now)).shown.total).toBe(6);
		expect((await figuresOf(elders, now)).shown).toEqual({ total: null, tables: {} });
	});

	test('the number of reads does not grow with the number of people', async () => {
		const reads = async () => {
			let n = 0;
			const read = new Proxy(db.read, {
				get(target, key) {
					const value: unknown = Reflect.get(target, key, target);
					if (key !== 'select' || typeof value !== 'function') return value;
					return (...given: unknown[]) => (n++, Reflect.apply(value, target, given) as unknown);
				}
			});
			useDatabase({ ...db, read });
			await figuresOf(actor, now);
			useDatabase(db);
			return n;
		};
		await people(5);
		const few = await reads();
		await people(20);
		expect(await reads()).toBe(few);
		expect(few).toBeLessThan(30);
	});

	test('the file hides what the page hides, and is audited before it leaves', async () => {
		await people(6, { locale: 'ar' });
		await people(3, { locale: 'ti' });
		const shown = shapeFigures(await exportFigures(actor, now));
		expect(shown.find(({ key }) => key === 'taal')?.rows.map(({ count }) => count)).toEqual([null, null]);
		const events = await db.read
			.select()
			.from(t.auditEvents)
			.where(eq(t.auditEvents.objectId, actor.gemeenteId));
		expect(events).toMatchObject([{ action: 'overzicht.export', actorId: actor.id }]);
	});
});

describe('CSV (OUT-04)', () => {
	test.each(['=1+1', '+1', '-1', '@SUM', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
		'%j gets a quote in front',
		(text) => {
			const line = csv([[text]]).slice(1);
			expect(line.startsWith("'") || line.startsWith('"\'')).toBe(true);
		}
	);
	test('quotes, commas, line ends and a BOM; numbers stay numbers', () => {
		expect(csv([['a "b"', 'c,d', 'e\nf', 70, 'gewoon']])).toBe('\uFEFF"a ""b""","c,d","e\nf",70,gewoon\r\n');
	});
});
