import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { answerAppointment } from '#lib/server/appointment-answers.ts';
import { addToGroup, arrangeInterpreters, cancelGroup, moveGroup, recordGroupOutcomes } from '#lib/server/appointment-group-changes.ts'; // prettier-ignore
import { groupsOf, openAnswers, openGroup, staffWeek } from '#lib/server/appointment-groups.ts';
import { candidates, invite, previewInvitation, type GroupDraft, type GroupFacts, type Invitee } from '#lib/server/appointment-invitations.ts'; // prettier-ignore
import { acceptProposal, keepAppointment, recordOutcome } from '#lib/server/appointment-outcomes.ts';
import { cancelAppointment, changeAppointment } from '#lib/server/appointment-plans.ts';
import { appointmentOf, upcomingAppointments } from '#lib/server/appointments.ts';
import { calendarOf, createCalendarFeed } from '#lib/server/calendar.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import { activities, appointmentChanges, appointmentGroups, outbox } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, later, linesOf, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let stranger: Inburgeraar;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
	stranger = await participant(staff.vreemd);
});
afterAll(() => db.close());

const startsAt = now.add({ hours: 48 });
const draft = (over: Partial<GroupDraft> = {}): GroupDraft => ({
	...{ kind: 'workshop', startsAt, minutes: 90, locationKind: 'plaats', place: 'Buurthuis', address: null },
	...{ withPersonId: staff.consulent.id, withName: null, bring: ['bril'], toelichting: null, ...over }
});
const facts = (over: Partial<GroupFacts> = {}): GroupFacts => ({
	...{ title: 'Geld', capacity: null, activityId: null, ...over }
});
const invitee = (actor: Inburgeraar, over: Partial<Invitee> = {}): Invitee => ({
	...{
		inburgeraarId: actor.id,
		interpreterMode: 'geen',
		interpreterLanguage: null,
		interpreterDialect: null
	},
	...over
});
const some = (n: number) => Promise.all(Array.from({ length: n }, () => participant(staff.consulent)));

async function invited(n: number, over: { capacity?: number; startsAt?: Temporal.Instant } = {}) {
	const actors = await some(n);
	const group = { draft: draft({ startsAt: over.startsAt ?? startsAt }), facts: facts({ capacity: over.capacity ?? null }) }; // prettier-ignore
	const result = await invite(staff.consulent, group, actors.map((one) => invitee(one)), newId(), later(-30)); // prettier-ignore
	if (result?.kind !== 'verstuurd') throw new Error(result?.kind ?? 'not invited');
	return { id: result.id, actors };
}
const page = async (id: string) => {
	const found = await openGroup(staff.consulent, id, now);
	if (!found) throw new Error('no group');
	return found;
};
const rowOf = async (id: string, { id: inburgeraarId }: Inburgeraar) =>
	(await page(id)).rows.find((row) => row.inburgeraarId === inburgeraarId)!;
const next = async (actor: Inburgeraar) => (await upcomingAppointments(actor, actor.id, now))![0]!;

describe('inviting', () => {
	test('IN-11: everybody gets an own row and one notice; the same form sent twice changes nothing', async () => {
		const actors = await some(3);
		const group = { draft: draft(), facts: facts({ capacity: 3 }) };
		const tigrinya = { interpreterMode: 'telefoon', interpreterLanguage: 'Tigrinya', interpreterDialect: 'Adigrat' } as const; // prettier-ignore
		const invitees = [invitee(actors[0]!, tigrinya), invitee(actors[1]!), invitee(actors[2]!)];
		const key = newId();
		const first = await invite(staff.consulent, group, invitees, key, now);
		expect(first?.kind, 'exactly full').toBe('verstuurd');
		expect(await invite(staff.consulent, group, invitees, key, later(1))).toEqual(first);
		for (const actor of actors) {
			expect(await upcomingAppointments(actor, actor.id, now)).toHaveLength(1);
			expect(await db.read.select().from(outbox).where(eq(outbox.personId, actor.id))).toHaveLength(1);
		}
		expect(await next(actors[0]!)).toMatchObject({ ...tigrinya, isInterpreterArranged: false, kind: 'workshop' }); // prettier-ignore
		expect((await next(actors[1]!)).interpreterMode).toBe('geen');
	});

	test('one person too many is refused, and nobody gets anything', async () => {
		const actors = await some(3);
		const before = (await db.read.select().from(appointmentGroups)).length;
		const group = { draft: draft(), facts: facts({ capacity: 2 }) };
		const invitees = actors.map((one) => invitee(one));
		const result = await invite(staff.consulent, group, invitees, newId(), now);
		expect(result).toEqual({ kind: 'vol', capacity: 2, asked: 3 });
		expect(await upcomingAppointments(actors[0]!, actors[0]!.id, now)).toEqual([]);
		expect(await db.read.select().from(appointmentGroups)).toHaveLength(before);
	});

	test('AC-06, AC-11: one person of another consultant makes the whole invitation not found', async () => {
		const [own] = await some(1);
		const invitees = [invitee(own!), invitee(stranger)];
		expect(await invite(staff.consulent, { draft: draft(), facts: facts() }, invitees, newId(), now)).toBeUndefined(); // prettier-ignore
		expect(await previewInvitation(staff.consulent, draft(), [own!.id, stranger.id])).toBeUndefined();
		expect(await upcomingAppointments(own!, own!.id, now)).toEqual([]);
		const all = await candidates(staff.consulent, { search: '' }, [stranger.id], now);
		expect(all.rows.map(({ id }) => id)).not.toContain(stranger.id);
	});

	test('who has exactly this appointment is named in the preview, and stops what is sent', async () => {
		const { actors } = await invited(1);
		const [fresh] = await some(1);
		const rows = await previewInvitation(staff.consulent, draft(), [actors[0]!.id, fresh!.id]);
		expect(new Map(rows?.map((row) => [row.id, row.isDouble]))).toEqual(new Map([[actors[0]!.id, true], [fresh!.id, false]])); // prettier-ignore
		const both = [invitee(actors[0]!), invitee(fresh!)];
		const result = await invite(staff.consulent, { draft: draft(), facts: facts() }, both, newId(), now);
		expect(result).toEqual({ kind: 'dubbel', ids: [actors[0]!.id] });
	});

	test('participants of an activity are offered, and only those in the caseload', async () => {
		const activityId = newId();
		await db.transaction(async (tx) => {
			await tx.insert(activities).values({ id: activityId, gemeenteId: staff.gemeenteId, kind: 'workshop', title: 'Omgaan met geld', weekdays: [], capacity: 12 }); // prettier-ignore
		});
		const [inside, outside] = await some(2);
		await enrol(inside!.id, { activityId });
		await enrol(stranger.id, { activityId });
		const found = await candidates(staff.consulent, { search: '', activityId }, [], now);
		expect(found.rows.map(({ id }) => id)).toEqual([inside!.id]);
		expect(found.rows.map(({ id }) => id)).not.toContain(outside!.id);
		const elsewhere = await candidates(staff.vreemd, { search: '', activityId }, [], now);
		expect(elsewhere.rows).toEqual([]);
	});
});

describe('a group', () => {
	test('AC-06: is not there for another municipality, nor for who has nobody in it', async () => {
		const { id } = await invited(2);
		expect(await openGroup(staff.vreemd, id, now)).toBeUndefined();
		expect(await openGroup({ ...staff.consulent, id: staff.vreemd.id }, id, now)).toBeUndefined();
		expect((await openGroup(staff.collega, id, now))?.rows).toHaveLength(2);
		const reason = 'anders' as const;
		expect(await cancelGroup(staff.vreemd, id, { version: 1, reason }, now)).toBeUndefined();
	});

	test('moves for all who are together: new answers are asked, calendars get the next SEQUENCE of the same UID', async () => {
		const { id, actors } = await invited(3);
		const [first, apart] = actors;
		const token = await createCalendarFeed(first!, newId(), now);
		const before = await next(first!);
		await answerAppointment(first!, before.id, { answer: 'bevestigd', version: 1 }, now);
		const own = await rowOf(id, apart!);
		const elsewhere = { ...own, startsAt: now.add({ hours: 75 }) };
		await changeAppointment(staff.consulent, own, elsewhere, { version: 1, isSure: true }, now);
		const to = { startsAt: now.add({ hours: 73 }), minutes: 60, locationKind: 'plaats', place: 'Zaal 2', address: null } as const; // prettier-ignore
		expect(await moveGroup(staff.consulent, id, to, { version: 1, isSure: false }, later(5))).toEqual({ kind: 'bewaard', people: 2 }); // prettier-ignore
		const moved = await next(first!);
		expect(moved).toMatchObject({ id: before.id, answer: 'geen', place: 'Zaal 2', minutes: 60, version: 3 });
		expect((await rowOf(id, apart!)).startsAt.equals(elsewhere.startsAt)).toBe(true);
		const file = (await calendarOf(token!, 'Afspraak', now)) ?? '';
		expect(file).toContain(`UID:${before.id}@`);
		expect(file).toContain('SEQUENCE:2');
		expect(file).toContain('DTSTART:20261126T100000Z');
	});

	test('IN-12: two colleagues move it: the second is told and nothing is written over', async () => {
		const { id } = await invited(1);
		const to = { minutes: 60, locationKind: 'telefoon', place: null, address: null } as const;
		const move = (hours: number) => ({ ...to, startsAt: now.add({ hours }) });
		await moveGroup(staff.consulent, id, move(50), { version: 1, isSure: true }, now);
		expect(await moveGroup(staff.collega, id, move(51), { version: 1, isSure: true }, now)).toEqual({ kind: 'conflict' }); // prettier-ignore
		expect((await page(id)).common.startsAt.equals(now.add({ hours: 50 }))).toBe(true);
	});

	test('a move into the lesson of one person is said with the name, and goes when the consultant is sure', async () => {
		const { id, actors } = await invited(2);
		await enrol(actors[0]!.id, { weekdays: [{ weekday: 4, from: '09:00', until: '12:00' }] });
		const to = { startsAt: now.add({ hours: 73 }), minutes: 60, locationKind: 'telefoon', place: null, address: null } as const; // prettier-ignore
		const stopped = await moveGroup(staff.consulent, id, to, { version: 1, isSure: false }, now);
		expect(stopped).toEqual({ kind: 'let_op', warnings: [{ warning: 'les', names: [actors[0]!.name] }] });
		expect((await moveGroup(staff.consulent, id, to, { version: 1, isSure: true }, now))?.kind).toBe('bewaard'); // prettier-ignore
	});

	test('is called off for one, then for all who are left; one who was called off can be invited again', async () => {
		const { id, actors } = await invited(3, { capacity: 3 });
		const [one] = actors;
		const off = (version: number, ids?: string[]) =>
			cancelGroup(staff.consulent, id, { version, reason: 'op_verzoek', ids }, now);
		expect(await off(1, [one!.id])).toEqual({ kind: 'bewaard', people: 1 });
		expect((await page(id)).rows.map(({ status }) => status).toSorted()).toEqual(['afgezegd', 'gepland', 'gepland']); // prettier-ignore
		expect((await addToGroup(staff.consulent, id, { inburgeraarId: one!.id, key: newId() }, now))?.kind).toBe('bewaard'); // prettier-ignore
		expect(await off(3)).toEqual({ kind: 'bewaard', people: 3 });
		expect(await off(4)).toEqual({ kind: 'niemand' });
		const [shown] = (await upcomingAppointments(one!, one!.id, now)) ?? [];
		expect(shown).toMatchObject({ status: 'afgezegd', cancelReason: 'op_verzoek' });
	});

	test('takes one more while there is room, with the interpreter of the dossier, and not one over', async () => {
		const { id } = await invited(1, { capacity: 2 });
		const [second, third] = await some(2);
		const add = (actor: Inburgeraar, key = newId()) =>
			addToGroup(staff.consulent, id, { inburgeraarId: actor.id, key }, now);
		const key = newId();
		expect(await add(second!, key)).toEqual({ kind: 'bewaard', people: 1 });
		expect(await add(second!, key), 'IN-11: sent twice').toEqual({ kind: 'bewaard', people: 1 });
		expect(await add(second!)).toMatchObject({ kind: 'dubbel' });
		expect(await add(third!)).toEqual({ kind: 'vol' });
		expect(await add(stranger)).toBeUndefined();
		expect((await page(id)).rows).toHaveLength(2);
	});

	test('says which interpreters are arranged, without a word to the participants', async () => {
		const actors = await some(2);
		const need = { interpreterMode: 'aanwezig', interpreterLanguage: 'Arabisch' } as const;
		const invitees = actors.map((one) => invitee(one, need));
		const made = await invite(staff.consulent, { draft: draft(), facts: facts() }, invitees, newId(), now);
		const id = made?.kind === 'verstuurd' ? made.id : '';
		const arrange = (version: number, ...arranged: string[]) => arrangeInterpreters(staff.consulent, id, { version, arranged }, now); // prettier-ignore
		expect(await arrange(1, actors[0]!.id)).toEqual({ kind: 'bewaard', people: 1 });
		expect((await rowOf(id, actors[0]!)).isInterpreterArranged).toBe(true);
		expect(await arrange(2, stranger.id)).toBeUndefined();
		const notices = await db.read.select().from(outbox).where(eq(outbox.personId, actors[0]!.id));
		expect(notices).toHaveLength(1);
	});
});

describe('why', () => {
	const zinnen = [{ zin: 'stock:afspraak_plaats_niet_vrij', slots: { plaats: 'Buurthuis' } }];

	test('phrases of a move reach everybody who moves, and the next move without phrases takes them away', async () => {
		const { id, actors } = await invited(2);
		const to = (days: number) => ({ startsAt: now.add({ hours: 24 * days }), minutes: 60, locationKind: 'telefoon', place: null, address: null }) as const; // prettier-ignore
		await moveGroup(staff.consulent, id, to(5), { version: 1, isSure: true, why: zinnen }, now);
		for (const actor of actors) expect((await next(actor)).why).toEqual(zinnen);
		await moveGroup(staff.consulent, id, to(6), { version: 2, isSure: true }, later(1));
		expect((await next(actors[0]!)).why).toBeNull();
		const [, first] = (await appointmentOf(actors[0]!, actors[0]!.id, (await next(actors[0]!)).id))!.changes;
		expect(first?.zinnen, 'the history keeps what was said').toEqual(zinnen);
	});

	test('an appointment that is called off because it moves says so, with phrases, for the group and for one', async () => {
		const { id, actors } = await invited(2);
		const [one, other] = actors;
		const form = { reason: 'verplaatst', why: zinnen } as const;
		await cancelGroup(staff.consulent, id, { ...form, version: 1, ids: [one!.id] }, now);
		const row = await next(other!);
		await cancelAppointment(staff.consulent, row, { ...form, version: row.version }, now);
		for (const actor of actors)
			expect(await next(actor)).toMatchObject({ status: 'afgezegd', cancelReason: 'verplaatst', why: zinnen }); // prettier-ignore
		expect((await rowOf(id, one!)).cancelReason).toBe('verplaatst');
	});
});

test('AUD-02, AUD-03: opening a group of 3 writes 3 lines in the processing log, one about each person', async () => {
	const { id, actors } = await invited(3);
	await openGroup(staff.consulent, id, now);
	for (const { id: personId } of actors)
		expect((await linesOf(personId)).filter(({ isRead }) => isRead)).toHaveLength(1);
});

describe('answers', () => {
	test('are counted for the group and listed by the newest; the group stands once in the week', async () => {
		const { id, actors } = await invited(4);
		const [yes, no, other] = actors;
		const answer = async (actor: Inburgeraar, what: object, at: Temporal.Instant) => answerAppointment(actor, (await next(actor)).id, { ...what, version: 1 } as never, at); // prettier-ignore
		await answer(yes!, { answer: 'bevestigd' }, later(1));
		await answer(no!, { answer: 'kan_niet', reason: 'werk' }, later(2));
		await answer(other!, { answer: 'voorstel', day: day('2026-11-27'), part: 'middag' }, later(3));
		const line = (await groupsOf(staff.consulent, now)).find((one) => one.kind === 'groep' && one.id === id);
		expect(line).toMatchObject({ tally: { people: 4, bevestigd: 1, kan_niet: 1, voorstel: 1, geen: 1 } });
		const mine = (await openAnswers(staff.consulent, now)).filter(({ groupId }) => groupId === id);
		expect(mine.map(({ inburgeraarId }) => inburgeraarId)).toEqual([other!.id, no!.id]);
		const { lines } = await staffWeek(staff.consulent, dayOf(now), now);
		expect(lines.filter((one) => one.kind === 'groep' && one.id === id)).toHaveLength(1);
		expect(lines.some((one) => one.kind === 'een' && one.row.groupId === id)).toBe(false);
		expect((await staffWeek(staff.vreemd, dayOf(now), now)).lines).toEqual([]);
	});

	test('a proposal is accepted in one step: the appointment moves and asks for a new answer', async () => {
		const { actors } = await invited(1);
		const [actor] = actors;
		const row = await next(actor!);
		const proposal = { answer: 'voorstel', day: day('2026-11-27'), part: 'middag', version: 1 } as const;
		await answerAppointment(actor!, row.id, proposal, now);
		const key = { inburgeraarId: actor!.id, id: row.id };
		const form = { version: 2, time: '13:30', isSure: false };
		expect(await acceptProposal(staff.vreemd, key, form, now)).toBeUndefined();
		expect(await acceptProposal(staff.consulent, key, form, now)).toEqual({ kind: 'bewaard' });
		const moved = await next(actor!);
		expect(moved.startsAt.toString()).toBe('2026-11-27T12:30:00Z');
		expect(moved).toMatchObject({ answer: 'geen', proposal: null });
		expect(await acceptProposal(staff.consulent, key, form, now)).toMatchObject({ kind: 'conflict' });
	});

	test('or the appointment stays as it is, and the participant is asked again', async () => {
		const { actors } = await invited(1);
		const [actor] = actors;
		const row = await next(actor!);
		await answerAppointment(actor!, row.id, { answer: 'kan_niet', reason: 'les', version: 1 }, now);
		const key = { inburgeraarId: actor!.id, id: row.id };
		await keepAppointment(staff.consulent, key, { version: 2 }, now);
		expect(await next(actor!)).toMatchObject({ answer: 'geen', cannotReason: null, version: 3 });
		expect((await next(actor!)).startsAt.equals(row.startsAt)).toBe(true);
	});
});

describe('how it went', () => {
	const after = startsAt.add({ minutes: 5 });

	test('another verdict keeps the former reason and verdict in the history', async () => {
		const { id, actors } = await invited(1);
		const [actor] = actors;
		const key = { inburgeraarId: actor!.id, id: (await rowOf(id, actor!)).id };
		const said = (version: number, absenceReason: 'ziek' | 'vergeten', isNietVerwijtbaar: boolean) =>
			recordOutcome(staff.consulent, key, { version, outcome: 'niet_gekomen', absenceReason, isNietVerwijtbaar }, after.add({ minutes: version })); // prettier-ignore
		await said(1, 'ziek', true);
		await said(2, 'vergeten', false);
		await recordOutcome(staff.consulent, key, { version: 3, outcome: 'geweest' }, after.add({ hours: 1 }));
		const { changes } = (await appointmentOf(staff.consulent, actor!.id, key.id))!;
		expect(changes.slice(1).map(({ absenceReason, isNietVerwijtbaar }) => [absenceReason, isNietVerwijtbaar])).toEqual([['ziek', true], ['vergeten', false], [null, null]]); // prettier-ignore
	});

	test('of all in one sheet, only after the start; a reason and excusable are the consultant’s words', async () => {
		const { id, actors } = await invited(3);
		const [came, ill, unsaid] = actors;
		const outcomes = [
			{ inburgeraarId: came!.id, outcome: 'geweest' as const },
			{ inburgeraarId: ill!.id, outcome: 'niet_gekomen' as const, absenceReason: 'ziek' as const, isNietVerwijtbaar: true } // prettier-ignore
		];
		const record = (at: Temporal.Instant, version = 1) => recordGroupOutcomes(staff.consulent, id, { version, outcomes }, at); // prettier-ignore
		expect(await record(now)).toEqual({ kind: 'gesloten' });
		expect(await record(after)).toEqual({ kind: 'bewaard', people: 2 });
		expect(await rowOf(id, ill!)).toMatchObject({ status: 'niet_gekomen', absenceReason: 'ziek', isNietVerwijtbaar: true }); // prettier-ignore
		expect(await rowOf(id, came!)).toMatchObject({ status: 'geweest', isNietVerwijtbaar: null });
		expect((await rowOf(id, unsaid!)).status).toBe('gepland');
		expect(await record(after)).toEqual({ kind: 'conflict' });
	});

	test('a correction adds a row to the history; nothing is said of blame unless somebody says it', async () => {
		const { id, actors } = await invited(1);
		const [actor] = actors;
		const { id: appointment } = await rowOf(id, actor!);
		const key = { inburgeraarId: actor!.id, id: appointment };
		await recordOutcome(staff.consulent, key, { version: 1, outcome: 'niet_gekomen', absenceReason: 'vergeten' }, after); // prettier-ignore
		expect((await rowOf(id, actor!)).isNietVerwijtbaar).toBeNull();
		await recordOutcome(staff.consulent, key, { version: 2, outcome: 'geweest' }, after);
		expect(await rowOf(id, actor!)).toMatchObject({ status: 'geweest', absenceReason: null });
		const where = and(eq(appointmentChanges.inburgeraarId, actor!.id), eq(appointmentChanges.appointmentId, appointment)); // prettier-ignore
		const changes = (await db.read.select().from(appointmentChanges).where(where)).map(
			({ change }) => change
		);
		expect(changes.toSorted()).toEqual(['gemaakt', 'geweest', 'niet_gekomen']);
		expect((await appointmentOf(actor!, actor!.id, appointment))?.appointment.status).toBe('geweest');
	});
});
