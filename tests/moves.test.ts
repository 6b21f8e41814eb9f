import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts';
import { calendarOf, createCalendarFeed } from '#lib/server/calendar.ts';
import { caseloadPage } from '#lib/server/caseload.ts';
import { findConsulent } from '#lib/server/db/contacts.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { dossierFor } from '#lib/server/dossiers.ts';
import { uitkomstOf } from '#lib/server/facts.ts';
import { ladderOf, recordGesprek } from '#lib/server/handhaving.ts';
import { newId } from '#lib/server/ids.ts';
import { handOver, helpersOf, plannedHandovers, previewHandover, withdrawHandover } from '#lib/server/overdracht.ts'; // prettier-ignore
import { answerTransfer } from '#lib/server/overplaatsing-answer.ts';
import { incomingTransfers, offerTransfer, openIncoming, ownTransfer, transfersOf, withdrawTransfer } from '#lib/server/overplaatsing.ts'; // prettier-ignore
import { groupsOf, type PartnerActor } from '#lib/server/partner.ts';
import { askQuestion, replyToQuestion } from '#lib/server/question-messages.ts';
import { openQuestions, questionOf, questionsOf } from '#lib/server/questions.ts';
import { consulent as makeConsulent, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let collega: Staff;
let amina: Inburgeraar;
beforeAll(async () => {
	db = await openTestDatabase();
});
beforeEach(async () => {
	staff = await people();
	collega = await makeConsulent(staff.gemeenteId, { name: 'Youssef Amrani', nameFolded: 'youssef amrani' });
	amina = await participant(staff.consulent);
});
afterAll(() => db.close());

/** The same person on another day. */
const on = <A extends Staff | Inburgeraar>(actor: A, text: string): A => ({ ...actor, today: day(text) });
const at = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`);
const handed = (vanaf: string, rest: { totEnMet?: Temporal.PlainDate; people?: string[]; actor?: Staff; key?: string } = {}) =>
	handOver(
		rest.actor ?? staff.consulent,
		{ key: rest.key ?? newId(), people: rest.people ?? [amina.id], naar: collega.id, vanaf: day(vanaf), ...(rest.totEnMet ? { totEnMet: rest.totEnMet } : {}) },
		now
	); // prettier-ignore
const reaches = async (actor: Staff, text: string) =>
	(await dossierFor(on(actor, text), amina.id)) !== undefined;
const auditOf = async (id: string) =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id))).map(
		({ action }) => action
	);
const noticesOf = async (id: string) =>
	(await db.read.select().from(t.outbox).where(eq(t.outbox.personId, id))).length;

describe('hand-over to a colleague', () => {
	test('AC-11: planned for 1 December, the former consultant reaches the dossier up to 30 November, the new one from the day', async () => {
		expect(await handed('2026-12-01')).toEqual({ ok: true, people: 1 });
		const days = ['2026-11-23', '2026-11-30', '2026-12-01', '2027-03-01'];
		const reached = async (actor: Staff) => Promise.all(days.map((text) => reaches(actor, text)));
		expect(await reached(staff.consulent)).toEqual([true, true, false, false]);
		expect(await reached(collega)).toEqual([false, false, true, true]);
		expect(await reached(staff.collega)).toEqual([true, true, true, true]);
		expect((await findConsulent(db.read, amina.id, day('2026-11-30')))?.name).toBe('Fatma de Vries');
		expect((await findConsulent(db.read, amina.id, day('2026-12-01')))?.name).toBe('Youssef Amrani');
	});

	test('the lists of both change on the day, nobody stands on two and nobody on none', async () => {
		await handed('2026-12-01');
		const total = async (actor: Staff, text: string) =>
			(await caseloadPage(on(actor, text), { search: '', after: null }, at(text))).rows.length;
		for (const [text, van, naar] of [
			['2026-11-30', 1, 0],
			['2026-12-01', 0, 1]
		] as const)
			// prettier-ignore
			expect([await total(staff.consulent, text), await total(collega, text)]).toEqual([van, naar]);
	});

	test('today: from this moment, one row per day, and what was is kept', async () => {
		await handed('2026-11-23');
		expect([await reaches(staff.consulent, '2026-11-23'), await reaches(collega, '2026-11-23')]).toEqual([false, true]); // prettier-ignore
		const rows = await db.read.select().from(t.caseload).where(eq(t.caseload.inburgeraarId, amina.id));
		expect(rows.map(({ vanaf, tot }) => [String(vanaf), tot && String(tot)]).toSorted()).toEqual([
			['2026-01-01', '2026-11-22'],
			['2026-11-23', null]
		]);
	});

	test('a replacement ends by itself: the person comes back the day after its last day', async () => {
		await handed('2026-12-01', { totEnMet: day('2026-12-14') });
		const days = ['2026-11-30', '2026-12-01', '2026-12-14', '2026-12-15'];
		expect(await Promise.all(days.map((text) => reaches(staff.consulent, text)))).toEqual([true, false, false, true]); // prettier-ignore
		expect(await Promise.all(days.map((text) => reaches(collega, text)))).toEqual([false, true, true, false]);
	});

	test('the participant reads who helps now and who will, from when, and is told', async () => {
		await handed('2026-12-01');
		const { nu, straks } = await helpersOf(amina);
		expect([nu?.name, straks.map(({ name, vanaf }) => [name, String(vanaf)])]).toEqual(['Fatma de Vries', [['Youssef Amrani', '2026-12-01']]]); // prettier-ignore
		expect((await helpersOf(on(amina, '2026-12-01'))).nu?.name).toBe('Youssef Amrani');
		expect([await noticesOf(amina.id), await noticesOf(collega.id)]).toEqual([1, 1]);
		expect(await auditOf(amina.id)).toContain('overdracht.create');
	});

	test('both see what is planned and both can take it back; the former consultant then goes on', async () => {
		for (const who of [staff.consulent, collega, staff.collega]) {
			await handed('2026-12-01');
			expect((await plannedHandovers(who)).map(({ inburgeraarId }) => inburgeraarId)).toEqual([amina.id]);
			expect(await withdrawHandover(who, amina.id, now)).toBe(true);
			expect(await reaches(staff.consulent, '2026-12-01')).toBe(true);
			expect(await reaches(collega, '2026-12-01')).toBe(false);
		}
		expect(await withdrawHandover(staff.consulent, amina.id, now)).toBe(false);
		expect(await withdrawHandover(staff.vreemd, amina.id, now)).toBeUndefined();
	});

	test('AC-05: one stranger among the people and nobody is handed over', async () => {
		const stranger = await participant(staff.vreemd);
		expect(await handed('2026-11-23', { people: [amina.id, stranger.id] })).toBeUndefined();
		expect(await reaches(staff.consulent, '2026-11-23')).toBe(true);
	});

	test('a coordinator hands over anybody of the municipality; a colleague who has somebody already, a day that is over and a second plan are refused', async () => {
		expect(await handed('2026-11-22')).toMatchObject({ ok: false, reden: 'verleden' });
		const back = { people: [amina.id], naar: staff.consulent.id, vanaf: day('2026-12-01') };
		expect(await previewHandover(staff.collega, back, now)).toMatchObject({ reden: 'zelfde' });
		expect(await handed('2026-12-01', { actor: staff.collega })).toMatchObject({ ok: true });
		expect(await handed('2026-12-08')).toMatchObject({ ok: false, reden: 'al_gepland', names: ['Amina Haddad'] }); // prettier-ignore
		const elders = { people: [amina.id], naar: staff.vreemd.id, vanaf: day('2026-12-01') };
		expect(await previewHandover(staff.consulent, elders, now)).toMatchObject({ reden: 'collega' });
	});

	test('IN-11: the same form sent twice hands over once', async () => {
		const key = newId();
		expect(await handed('2026-12-01', { key })).toEqual({ ok: true, people: 1 });
		expect(await handed('2026-12-01', { key })).toEqual({ ok: true, people: 1 });
		expect(await db.read.select().from(t.caseload).where(eq(t.caseload.inburgeraarId, amina.id))).toHaveLength(2); // prettier-ignore
	});
});

const offer = async (verhuisdag = '2026-11-20') => {
	const form = { key: newId(), naar: staff.elders, verhuisdag: day(verhuisdag), note: 'Woont bij haar zus.' };
	expect(await offerTransfer(staff.consulent, amina.id, form, now)).toEqual({ ok: true });
	const [open] = await incomingTransfers(staff.vreemd);
	return open!;
};
const accept = (id: string, rest: { inschrijving?: Temporal.PlainDate; version?: number } = {}) =>
	answerTransfer(
		staff.vreemd,
		id,
		{ ja: true, consulentId: staff.vreemd.id, version: 1, ...rest },
		later(60)
	);

describe('transfer to another municipality', () => {
	test('AC-06: an offer is read by its receiver only; who has none sees nothing', async () => {
		const { id } = await offer();
		expect((await openIncoming(staff.vreemd, id, now))?.offer.packet.persoon.naam).toBe('Amina Haddad');
		expect(await auditOf(amina.id)).toContain('overplaatsing.read');
		const other = (await people()).vreemd;
		for (const who of [other, staff.consulent, staff.collega]) {
			expect(await openIncoming(who, id, now)).toBeUndefined();
			expect(await incomingTransfers(who)).toEqual([]);
			expect(
				await answerTransfer(who, id, { ja: true, consulentId: who.id, version: 1 }, now)
			).toBeUndefined();
		}
		expect(await dossierFor(staff.vreemd, amina.id)).toBeUndefined();
	});

	test('R-37: accepted, the owner changes at once; the former municipality gets the same 404 as for nobody', async () => {
		const { id } = await offer();
		expect(await accept(id)).toEqual({ ok: true, inburgeraarId: amina.id });
		for (const who of [staff.consulent, staff.collega]) {
			expect(await dossierFor(who, amina.id)).toBeUndefined();
			expect((await caseloadPage(who, { search: 'amina', after: null }, later(60))).rows).toEqual([]);
			expect(await transfersOf(who, amina.id)).toBeUndefined();
			expect(await questionsOf(who, amina.id)).toBeUndefined();
		}
		expect((await dossierFor(staff.vreemd, amina.id))?.consulentId).toBe(staff.vreemd.id);
		expect((await caseloadPage(staff.vreemd, { search: 'amina', after: null }, later(60))).rows).toHaveLength(
			1
		);
	});

	test('R-37: the move is recorded, the term goes on, and the ten weeks count from the registration', async () => {
		const before = await uitkomstOf(amina.id, day('2026-11-23'));
		const { id } = await offer();
		await accept(id, { inschrijving: day('2026-11-21') });
		const after = await uitkomstOf(amina.id, day('2026-11-23'));
		expect(String(after?.outcome.inburgeringstermijn.laatsteDag)).toBe(String(before?.outcome.inburgeringstermijn.laatsteDag)); // prettier-ignore
		expect(String(after?.outcome.verhuizing.pipDag70)).toBe('2027-01-30');
		expect(after?.outcome.verhuizing.leerroute).toBe('b1');
	});

	test('not before the moving day, not with a version that is over, not to a colleague of elsewhere', async () => {
		const { id } = await offer('2026-12-01');
		expect(await accept(id)).toEqual({ ok: false, reden: 'te_vroeg' });
		const late = { ja: true, consulentId: staff.consulent.id, version: 1 } as const;
		expect(await answerTransfer(staff.vreemd, id, late, at('2026-12-01'))).toEqual({
			ok: false,
			reden: 'collega'
		});
		const old = { ja: true, consulentId: staff.vreemd.id, version: 9 } as const;
		expect(await answerTransfer(staff.vreemd, id, old, at('2026-12-01'))).toEqual({ ok: false, reden: 'achterhaald' }); // prettier-ignore
		expect((await dossierFor(staff.consulent, amina.id))?.person.id).toBe(amina.id);
	});

	test('one open offer a person; taken back or refused with a reason, everything stays as it was', async () => {
		const { id } = await offer();
		const again = { key: newId(), naar: staff.elders, verhuisdag: day('2026-12-01') };
		expect(await offerTransfer(staff.consulent, amina.id, again, now)).toEqual({
			ok: false,
			reden: 'loopt_al'
		});
		expect(await withdrawTransfer(staff.consulent, amina.id, { id, version: 1 }, now)).toBe(true);
		expect(await accept(id)).toBeUndefined();
		const second = await offer();
		const no = { ja: false, reden: 'Woont hier niet.', version: 1 } as const;
		expect(await answerTransfer(staff.vreemd, second.id, no, now)).toMatchObject({ ok: true });
		expect((await transfersOf(staff.consulent, amina.id))?.offers.map(({ state, refusal }) => [state, refusal]).toSorted()).toEqual([['geweigerd', 'Woont hier niet.'], ['ingetrokken', null]]); // prettier-ignore
		expect(await dossierFor(staff.vreemd, amina.id)).toBeUndefined();
		expect((await dossierFor(staff.consulent, amina.id))?.consulentId).toBe(staff.consulent.id);
	});

	test('the participant reads what goes and what stays, and is told of the offer and of the answer', async () => {
		const { id } = await offer();
		expect((await ownTransfer(amina))?.naarGemeenteId).toBe(staff.elders);
		expect(await noticesOf(amina.id)).toBe(1);
		await accept(id);
		expect([(await ownTransfer(amina))?.state, await noticesOf(amina.id)]).toEqual(['aanvaard', 2]);
	});

	test('questions, talks and appointments from before the move stay behind; the participant keeps reading them', async () => {
		const asked = { key: newId(), topic: 'geld', text: 'Wanneer komt het geld?' } as const;
		const vraag = (await askQuestion(amina, asked, now))!;
		const gesprek = { stap: 'gesprek', dag: day('2026-11-20'), aanleiding: 'Lessen gemist' } as const;
		await recordGesprek(staff.consulent, amina.id, gesprek, { key: newId() }, now);
		const [past, ahead, exam] = [
			await appoint('2026-11-16T10:00:00Z'),
			await appoint('2026-12-10T10:00:00Z'),
			await appoint('2026-12-11T10:00:00Z', 'examen')
		];
		const { id } = await offer();
		await accept(id);
		const { vreemd } = staff;
		expect(await questionsOf(vreemd, amina.id)).toEqual([]);
		expect(await openQuestions(vreemd, amina.id)).toEqual([]);
		expect(await questionOf(vreemd, amina.id, vraag)).toBeUndefined();
		expect(await replyToQuestion(vreemd, { inburgeraarId: amina.id, id: vraag }, { key: newId(), text: 'x' }, later(61))).toBeUndefined(); // prettier-ignore
		expect((await ladderOf(vreemd, amina.id, later(61)))?.all).toEqual([]);
		expect(await pastAppointments(vreemd, amina.id, later(61))).toEqual([]);
		const seen = async (actor: Staff | Inburgeraar) =>
			(await upcomingAppointments(actor, amina.id, later(61)))?.map((row) => [row.id, row.status]);
		expect(await seen(vreemd)).toEqual([[exam, 'gepland']]);
		expect(await seen({ ...amina, gemeenteId: staff.elders })).toEqual([[ahead, 'afgezegd'], [exam, 'gepland']]); // prettier-ignore
		expect((await pastAppointments(amina, amina.id, later(61)))?.map((row) => row.id)).toEqual([past]);
		const own = await questionOf(amina, amina.id, vraag);
		expect([own?.thread.state, own?.isFormer]).toEqual(['gesloten', true]);
		expect(await replyToQuestion(amina, { inburgeraarId: amina.id, id: vraag }, { key: newId(), text: 'Hallo?' }, later(62))).toBeUndefined(); // prettier-ignore
		await recordGesprek(
			vreemd,
			amina.id,
			{ ...gesprek, dag: day('2026-11-23') },
			{ key: newId() },
			later(63)
		);
		expect((await ladderOf(vreemd, amina.id, later(64)))?.standing).toHaveLength(1);
	});

	test('AC-16, AC-10: the calendar of the person loses what was called off, a partner of the former municipality loses the person, a printed code opens nothing', async () => {
		const partnerId = newId();
		await db.transaction(async (tx) => {
			const partner = {
				id: partnerId,
				gemeenteId: staff.gemeenteId,
				name: 'De Brug',
				kind: 'taalschool'
			} as const;
			await tx.insert(t.partners).values(partner);
			await tx.insert(t.activationLetters).values({ selector: newId(), personId: amina.id, verifierHash: 'x', createdBy: staff.consulent.id, createdAt: now, expiresAt: later(9000) }); // prettier-ignore
		});
		const teacher = { ...staff.consulent, id: await somebody(staff.gemeenteId, { role: 'partner', partnerId }), role: 'partner', partnerId } as PartnerActor; // prettier-ignore
		await enrol(amina.id, { partnerId });
		await enrol(amina.id, { partnerId, title: 'Straks', vanaf: day('2027-01-04') });
		await appoint('2026-12-10T10:00:00Z');
		const feed = (await createCalendarFeed(amina, newId(), now))!;
		const shown = async () => (await calendarOf(feed, 'Agenda', later(61)))?.match(/CANCELLED/g)?.length ?? 0;
		expect((await groupsOf(teacher, now)).map((group) => group.people)).toEqual([1]);
		expect(await shown()).toBe(0);
		const { id } = await offer();
		await accept(id);
		expect(await groupsOf(teacher, later(61))).toEqual([]);
		expect(await groupsOf(teacher, at('2027-01-11'))).toEqual([]);
		expect(await shown()).toBe(1);
		const [letter] = await db.read.select().from(t.activationLetters).where(eq(t.activationLetters.personId, amina.id)); // prettier-ignore
		expect(letter?.voidedAt).not.toBeNull();
	});

	test('a planned hand-over of the former municipality does not come alive after the move', async () => {
		await handed('2026-12-01');
		const { id } = await offer();
		await accept(id);
		expect((await dossierFor(on(staff.vreemd, '2026-12-02'), amina.id))?.consulentId).toBe(staff.vreemd.id);
		expect(await dossierFor(on(collega, '2026-12-02'), amina.id)).toBeUndefined();
		const open = and(eq(t.caseload.inburgeraarId, amina.id), isNull(t.caseload.tot));
		expect(await db.read.select().from(t.caseload).where(open)).toHaveLength(1);
	});
});

async function appoint(startsAt: string, kind: 'gesprek' | 'examen' = 'gesprek'): Promise<string> {
	const id = newId();
	await db.transaction(async (tx) => {
		await tx.insert(t.appointments).values({
			...{ inburgeraarId: amina.id, id, kind, startsAt: Temporal.Instant.from(startsAt), minutes: 60 },
			...{ locationKind: 'plaats', bring: [], createdBy: staff.consulent.id, createdAt: now }
		});
	});
	return id;
}
