import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import {
	contactsOf,
	lastContacts,
	recordContact,
	withdrawContact,
	type NewContact
} from '#lib/server/contact-log.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { mondayList } from '#lib/server/monday-list.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let amina: Inburgeraar;
beforeAll(async () => {
	db = await openTestDatabase();
});
beforeEach(async () => {
	staff = await people();
	amina = await participant(staff.consulent);
});
afterAll(() => db.close());

const call = (on: string, rest: Partial<NewContact> = {}): NewContact => ({
	...{ channel: 'telefoon', day: day(on), isReached: true },
	...rest
});
const record = async (contact: NewContact, form: { key?: string; replacesId?: string } = {}) => {
	const sent = { key: newId(), ...form };
	return recordContact(staff.consulent, amina.id, contact, sent, now);
};
async function recorded(contact: NewContact, replacesId?: string): Promise<string> {
	const result = await record(contact, replacesId ? { replacesId } : {});
	if (!result?.ok) throw new Error(result?.reden ?? 'not found');
	return result.id;
}
const shown = async (actor = staff.consulent) =>
	(await contactsOf(actor, amina.id, now))?.list.map(
		({ channel, day: on, isReached }) => `${channel} ${on.toString()}${isReached ? '' : ' niet bereikt'}`
	);
const rowsOf = () => db.read.select().from(t.contactLog).where(eq(t.contactLog.inburgeraarId, amina.id));
const lastOf = async () => (await lastContacts(db.read, [amina.id])).get(amina.id)?.toString();

/** A talk of that status, on a Monday in November at ten. */
async function appointment(rest: Partial<typeof t.appointments.$inferInsert> = {}): Promise<string> {
	const id = newId();
	await db.transaction(async (tx) => {
		await tx.insert(t.appointments).values({
			...{ inburgeraarId: amina.id, id, kind: 'gesprek', minutes: 45, locationKind: 'plaats', bring: [] },
			...{ startsAt: Temporal.Instant.from('2026-11-16T09:00:00Z'), status: 'geweest' },
			...{ createdBy: staff.consulent.id, createdAt: now, ...rest }
		});
	});
	return id;
}

/** The person lives in the other municipality from that moment on. */
async function move(at: Temporal.Instant): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.update(t.people).set({ gemeenteId: staff.elders }).where(eq(t.people.id, amina.id));
		await tx
			.update(t.caseload)
			.set({ consulentId: staff.vreemd.id })
			.where(eq(t.caseload.inburgeraarId, amina.id));
		await tx.insert(t.transfers).values({
			...{ inburgeraarId: amina.id, id: newId(), vanGemeenteId: staff.gemeenteId, packet: {} },
			...{ naarGemeenteId: staff.elders, verhuisdag: day('2026-11-22'), state: 'aanvaard' },
			...{ requestedBy: staff.consulent.id, requestedAt: now },
			...{ decidedBy: staff.vreemd.id, decidedAt: at, version: 2 }
		});
	});
}

describe('contact log', () => {
	test('IN-11: the same form sent twice is one contact, with one audit event', async () => {
		const key = newId();
		const first = await record(call('2026-11-20'), { key });
		expect(await record(call('2026-11-20'), { key })).toEqual(first);
		expect(await rowsOf()).toHaveLength(1);
		const audit = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, amina.id));
		expect(audit.map(({ action, objectType }) => [action, objectType])).toEqual([
			['contact.record', 'telefoon']
		]);
	});
	test.each([
		['2026-11-24', 'toekomst'],
		['1990-05-04', 'voor_geboorte']
	])('%s is refused: %s', async (on, reden) => {
		expect(await record(call(on))).toEqual({ ok: false, reden });
		expect(await rowsOf()).toHaveLength(0);
	});
	test('a correction is a new row that takes the place; the old one stays readable', async () => {
		const id = await recorded(call('2026-11-20', { note: 'Belde over de cursus' }));
		await recorded(call('2026-11-19', { channel: 'huisbezoek' }), id);
		expect(await shown()).toEqual(['huisbezoek 2026-11-19']);
		expect(await rowsOf()).toHaveLength(2);
		const { former } = (await contactsOf(staff.consulent, amina.id, now))!;
		expect(former.map(({ note }) => note)).toEqual(['Belde over de cursus']);
		expect(await lastOf()).toBe('2026-11-19');
	});
	test('a withdrawn correction leaves nothing, and not the contact before it', async () => {
		const id = await recorded(call('2026-11-20'));
		const better = await recorded(call('2026-11-19'), id);
		expect(await withdrawContact(staff.consulent, amina.id, better, later(1))).toMatchObject({ ok: true });
		expect(await shown()).toEqual([]);
		expect(await lastOf()).toBeUndefined();
	});
	test('IN-12: who corrects a row that a colleague corrected meanwhile is told, and nothing is lost', async () => {
		const id = await recorded(call('2026-11-20'));
		await recorded(call('2026-11-19'), id);
		expect(await record(call('2026-11-18'), { replacesId: id })).toEqual({ ok: false, reden: 'achterhaald' });
		expect(await withdrawContact(staff.consulent, amina.id, id, now)).toEqual({
			ok: false,
			reden: 'achterhaald'
		});
		expect(await shown()).toEqual(['telefoon 2026-11-19']);
	});
	test('AC-06: another municipality finds nobody, and a row of somebody else does not exist', async () => {
		const id = await recorded(call('2026-11-20'));
		const form = { key: newId() };
		expect(await recordContact(staff.vreemd, amina.id, call('2026-11-20'), form, now)).toBeUndefined();
		expect(await contactsOf(staff.vreemd, amina.id, now)).toBeUndefined();
		expect(await withdrawContact(staff.vreemd, amina.id, id, now)).toBeUndefined();
		const other = await participant(staff.consulent);
		expect(await withdrawContact(staff.consulent, other.id, id, now)).toBeUndefined();
	});
	test('R-37: after a move the new municipality sees what it wrote itself, not the notes of before', async () => {
		await recorded(call('2026-11-20', { note: 'van de oude gemeente' }));
		await move(later(5));
		expect(await shown(staff.vreemd)).toEqual([]);
		const form = { key: newId() };
		await recordContact(staff.vreemd, amina.id, call('2026-11-22'), form, later(10));
		expect(await shown(staff.vreemd)).toEqual(['telefoon 2026-11-22']);
		expect(await shown()).toBeUndefined();
	});
});

describe('the last contact', () => {
	test('of nobody, and of somebody never reached, there is none', async () => {
		await recorded(call('2026-11-20', { isReached: false }));
		expect(await lastContacts(db.read, [])).toEqual(new Map());
		expect(await lastOf()).toBeUndefined();
		expect(await shown()).toEqual(['telefoon 2026-11-20 niet bereikt']);
	});
	test('a talk that took place counts; a lesson, and one that was missed, do not', async () => {
		await recorded(call('2026-11-02'));
		const at = (text: string) => ({ startsAt: Temporal.Instant.from(`${text}T09:00:00Z`) });
		await appointment({ ...at('2026-11-19'), kind: 'les' });
		await appointment({ ...at('2026-11-18'), status: 'niet_gekomen' });
		expect(await lastOf()).toBe('2026-11-02');
		await appointment({ ...at('2026-11-16'), locationKind: 'telefoon' });
		expect(await lastOf()).toBe('2026-11-16');
		expect(await shown()).toEqual(['telefoon 2026-11-16', 'telefoon 2026-11-02']);
	});
	test('an answer that staff wrote counts, a question of the participant does not', async () => {
		const id = newId();
		const message = { inburgeraarId: amina.id, questionId: id, text: 'Hallo' };
		await db.transaction(async (tx) => {
			await tx.insert(t.questions).values({ inburgeraarId: amina.id, id, topic: 'anders', askedAt: now });
			await tx
				.insert(t.questionMessages)
				.values({ ...message, id: newId(), authorId: amina.id, sentAt: now });
		});
		expect(await lastOf()).toBeUndefined();
		await db.transaction(async (tx) => {
			const row = { ...message, id: newId(), authorId: staff.consulent.id, sentAt: now };
			await tx.insert(t.questionMessages).values(row);
			await tx.update(t.questions).set({ answeredAt: now }).where(eq(t.questions.id, id));
		});
		expect(await lastOf()).toBe('2026-11-23');
		expect(await shown()).toEqual(['bericht 2026-11-23']);
	});
	test('the bulk form gives everybody the same day as one by one', async () => {
		const others = [await participant(staff.consulent), await participant(staff.consulent)];
		await recorded(call('2026-11-20'));
		const form = { key: newId() };
		await recordContact(staff.consulent, others[0]!.id, call('2026-11-10'), form, now);
		const last = await lastContacts(db.read, [amina.id, ...others.map(({ id }) => id)]);
		expect([...last].map(([id, on]) => [id, on.toString()]).toSorted()).toEqual(
			[
				[amina.id, '2026-11-20'],
				[others[0]!.id, '2026-11-10']
			].toSorted()
		);
	});
	test('AC-11: after a move, contacts of the former municipality are neither shown nor counted', async () => {
		await recorded(call('2026-11-20'));
		await appointment();
		const other = await participant(staff.consulent);
		const logged = { channel: 'bezoek' as const, day: day('2026-11-19'), isReached: true };
		await recordContact(staff.consulent, other.id, logged, { key: newId() }, now);
		await move(later(1));
		expect(await shown(staff.vreemd)).toEqual([]);
		expect(await shown()).toBeUndefined();
		expect(await lastContacts(db.read, [amina.id, other.id])).toEqual(new Map([[other.id, logged.day]]));
		const sent = { key: newId() };
		await recordContact(staff.vreemd, amina.id, call('2026-11-23'), sent, later(2));
		expect(await lastOf()).toBe('2026-11-23');
	});
	test('a step of the traject that is a talk counts, not when it was withdrawn, and not twice', async () => {
		const step = async (on: string, rest: Partial<typeof t.trajectEvents.$inferInsert> = {}) => {
			const row = { inburgeraarId: amina.id, id: newId(), kind: 'voortgangsgesprek' as const, day: day(on) };
			const by = {
				decidedBy: 'college' as const,
				slots: {},
				recordedBy: staff.consulent.id,
				recordedAt: now
			};
			await db.transaction(async (tx) => tx.insert(t.trajectEvents).values({ ...row, ...by, ...rest }));
			return row.id;
		};
		await step('2026-11-16');
		const mistake = await step('2026-11-20');
		expect(await lastOf()).toBe('2026-11-20');
		await step('2026-11-20', { replacesId: mistake, isWithdrawal: true });
		await step('2026-11-21', { kind: 'pip_ondertekend' });
		expect(await lastOf()).toBe('2026-11-16');
		await appointment();
		expect(await shown()).toEqual(['bezoek 2026-11-16']);
	});
	test('the dossier, the Monday list and the bulk form name the same day, also after a move', async () => {
		const of = async (actor = staff.consulent) => {
			const { rows } = await mondayList(actor, {}, later(5));
			const days = [
				(await contactsOf(actor, amina.id, later(5)))?.last,
				rows.find(({ id }) => id === amina.id)?.lastContact ?? undefined,
				(await lastContacts(db.read, [amina.id])).get(amina.id)
			];
			return days.map((on) => on?.toString());
		};
		await recorded(call('2026-11-20'));
		await withdrawContact(staff.consulent, amina.id, await recorded(call('2026-11-21')), now);
		await appointment();
		await appointment({ status: 'niet_gekomen', startsAt: Temporal.Instant.from('2026-11-20T09:00:00Z') });
		expect(await of()).toEqual(['2026-11-20', '2026-11-20', '2026-11-20']);
		await move(later(1));
		expect(await of(staff.vreemd)).toEqual([undefined, undefined, undefined]);
		const { counts } = await mondayList(staff.vreemd, {}, later(5));
		expect(counts.get('niet_gekomen')).toBeUndefined();
	});
});
