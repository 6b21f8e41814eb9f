import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { geenAntwoorden, minutenNodig } from '#lib/domain/cursussen/vraag.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { cursusSituatie, cursusvraagVan } from '#lib/server/cursus-vraag.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { confirmHours, recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { actions, load } from '../src/routes/(cursussen)/cursussen/geld/+page.server.ts';
import { readAntwoorden } from '../src/routes/(cursussen)/cursussen/keuze.server.ts';
import { openTestDatabase } from './database.ts';
import { day, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: { consulent: Staff; collega: Staff; vreemd: Staff };
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

const family = (leerroute: 'b1' | 'z' | null, pip: Partial<typeof t.pips.$inferInsert> = {}) =>
	participant(staff.consulent, { leerroute, groep: 'gezin_overig', pip });
const situatieOf = async (actor: Inburgeraar) => (await cursusSituatie(actor, actor.id, now))!;
const vraagOf = async (actor: Inburgeraar) => cursusvraagVan(await situatieOf(actor), geenAntwoorden, now);
async function did(id: string, category: HourCategory, hours: number) {
	for (let left = hours; left > 0; left -= 10) {
		const minutes = Math.min(left, 10) * 60;
		const row = { category, day: day('2026-11-02'), minutes, mayPrecedePip: true };
		const result = await recordHours(staff.consulent, id, row, newId(), now);
		if (result?.ok) await confirmHours(staff.collega, id, [result.id], now);
	}
}

describe('what a course must fit', () => {
	test('AC-06 comes from the own dossier, or from one that staff may open; of anybody else there is none', async () => {
		const [own, other] = [await family('b1'), await family('b1')];
		expect(await cursusSituatie(own, other.id, now)).toBeUndefined();
		expect(await cursusSituatie(staff.vreemd, own.id, now)).toBeUndefined();
		expect((await cursusSituatie(staff.consulent, own.id, now))?.groep).toBe('gezin_overig');
	});
	test('the plan gives route, highest level, start and the last day of the term', async () => {
		const elif = await family('b1', { niveauLuisteren: 'b2', niveauLezen: 'b1', startCursus: day('2027-01-04') }); // prettier-ignore
		const vraag = await vraagOf(elif);
		expect(vraag).toMatchObject({ leerroute: 'b1', doelNiveau: 'b2' });
		expect([vraag.vanaf.toString(), vraag.laatsteDag?.toString()]).toEqual(['2027-01-04', '2029-03-02']);
		expect(minutenNodig(vraag)).toBeNull();
	});
	test('a start in the plan that is past counts from today', async () => {
		expect((await vraagOf(await family('b1', { startCursus: day('2026-04-01') }))).vanaf.toString()).toBe('2026-11-23'); // prettier-ignore
	});
	test('without a plan nothing of it is known', async () => {
		const elif = await family(null);
		expect(await vraagOf(elif)).toMatchObject({ leerroute: null, doelNiveau: null, laatsteDag: null });
		expect((await situatieOf(elif)).pip).toBeNull();
	});
	test('Z: of 800 hours those of NT2 and KNM that are confirmed are done; none recorded is not known', async () => {
		const gul = await family('z');
		expect(minutenNodig(await vraagOf(gul))).toBeNull();
		await did(gul.id, 'nt2', 30);
		await did(gul.id, 'knm', 9);
		expect(minutenNodig(await vraagOf(gul))).toBe(761 * 60);
	});
});

describe('answers in an address', () => {
	test('are read; what is no answer is none (IN-02)', () => {
		const read = (query: string) => readAntwoorden(new URLSearchParams(query));
		expect(read('niveau=a1&dag=4&dag=1&deel=avond&reis=30&opvang=nee&lening=ja')).toEqual({
			...{ niveau: 'a1', dagen: [1, 4], delen: ['avond'], reisMinuten: 30 },
			...{ heeftOpvangNodig: false, isMetLening: true }
		});
		expect(read('niveau=c2&dag=8&dag=x&deel=nacht&reis=31&opvang=toString&lening=')).toEqual(geenAntwoorden);
	});
});

const event = (fields: Record<string, string>, actor: Inburgeraar | null = null, query = '') =>
	({
		request: new Request('https://pip.test/', { method: 'POST', body: new URLSearchParams(fields) }),
		locals: { actor, locale: 'nl', now, savesData: false },
		url: new URL(`https://pip.test/cursussen/geld?${query}`),
		setHeaders: () => undefined
	}) as unknown as Parameters<typeof load>[0];
const run = (name: 'reken' | 'elip' | 'deel', ...given: Parameters<typeof event>) =>
	(actions[name] as unknown as (event: unknown) => Promise<Record<string, unknown>>)(event(...given));
/** How many rows stand in the tables that something typed could end up in. */
async function kept(): Promise<number[]> {
	const tables = [t.auditEvents, t.questions, t.outbox, t.courseSharings, t.idempotencyKeys];
	return Promise.all(tables.map(async (table) => (await db.read.select().from(table)).length));
}

describe('money', () => {
	test('30,000 euro of income: at least 2,800 and at most 10,000; nothing is kept, for anybody', async () => {
		const elif = await family('b1');
		const before = await kept();
		for (const actor of [null, elif])
			expect(await run('reken', { inkomen: '30000' }, actor)).toMatchObject({
				ruimte: { minstens: '€ 2.800', hoogstens: '€ 10.000' }
			});
		expect(await kept()).toEqual(before);
	});
	test('neither an income nor a loan: it asks, and judges nothing', async () => {
		expect(await run('reken', { gebruikt: '5' })).toMatchObject({ status: 400, data: { errors: { inkomen: 'verplicht' } } }); // prettier-ignore
		expect(await run('reken', { inkomen: 'veel' })).toMatchObject({ status: 400, data: { errors: { inkomen: 'getal' } } }); // prettier-ignore
	});
	test('ELIP: only of the Wi2013, on what is typed; kept only when it is sent', async () => {
		const omar = await family(null);
		await db.transaction(async (tx) => {
			const row = { inburgeraarId: omar.id, recordedBy: staff.consulent.id, recordedAt: now, decidedBy: 'duo' as const }; // prettier-ignore
			await tx.insert(t.trajectEvents).values([
				{ ...row, id: newId(), kind: 'duo_kennisgeving', day: day('2021-03-01'), slots: { wet: 'wi2013' } },
				{ ...row, id: newId(), kind: 'duo_termijn', day: day('2021-03-01'), slots: { start: '2021-03-01', laatsteDag: '2027-02-01' } } // prettier-ignore
			]);
		});
		expect((await situatieOf(omar)).isWi2013).toBe(true);
		const before = await kept();
		expect(await run('elip', { bedrag: '7500' }, omar)).toMatchObject({ elip: { signaal: false } });
		expect(await run('elip', { bedrag: '7501' }, omar)).toMatchObject({ elip: { signaal: true } });
		await expect(run('elip', { bedrag: '9000' }, await family('b1'))).rejects.toMatchObject({ status: 404 });
		expect(await kept()).toEqual(before);
		await expect(run('deel', { bedrag: '7501', formKey: newId() }, omar)).rejects.toMatchObject({
			status: 303
		});
		expect(await kept()).not.toEqual(before);
		const [said] = await db.read.select().from(t.questionMessages).where(eq(t.questionMessages.inburgeraarId, omar.id)); // prettier-ignore
		expect(said?.text).toBe('Van mijn lening heb ik gebruikt: € 7.501.');
	});
	test('AC-01 the figure of somebody who is not signed in goes nowhere', async () => {
		await expect(run('deel', { bedrag: '1', formKey: newId() })).rejects.toMatchObject({ status: 303, location: '/aanmelden' }); // prettier-ignore
	});
});
