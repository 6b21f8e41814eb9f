import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gewoneDag } from '#lib/domain/dag.ts';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { answerAppointment, proposalDays } from '#lib/server/appointment-answers.ts';
import { cancelAppointment, changeAppointment, planAppointment, possibleHosts, type AppointmentDraft } from '#lib/server/appointment-plans.ts'; // prettier-ignore
import { recordOutcome } from '#lib/server/appointment-outcomes.ts';
import { appointmentOf, appointmentText, nextAppointment, pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts'; // prettier-ignore
import type { Database } from '#lib/server/db/database.ts';
import { appointmentChanges, appointments, auditEvents, outbox } from '#lib/server/db/schema.ts';
import { dossierFor } from '#lib/server/dossiers.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let stranger: Staff;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
	// A consultant of the same municipality, with nobody in the caseload.
	stranger = { ...(await people()).consulent, gemeenteId: staff.gemeenteId };
});
afterAll(() => db.close());

const hours = (n: number) => now.add({ hours: n });
const draft = (over: Partial<AppointmentDraft> = {}): AppointmentDraft => ({
	kind: 'gesprek',
	startsAt: hours(48),
	minutes: 45,
	locationKind: 'plaats',
	place: 'Stadhuis',
	address: 'Marktplein 1',
	withPersonId: staff.consulent.id,
	withName: null,
	bring: ['brief', 'bril'],
	interpreterMode: 'telefoon',
	interpreterLanguage: 'Tigrinya',
	isInterpreterArranged: false,
	toelichting: null,
	...over
});

async function planned(actor: Inburgeraar, over: Partial<AppointmentDraft> = {}) {
	const form = { key: newId(), isSure: true };
	const result = await planAppointment(staff.consulent, actor.id, draft(over), form, later(-30));
	if (result?.kind !== 'gepland') throw new Error('not planned');
	return { inburgeraarId: actor.id, id: result.id };
}
const rowOf = async ({ inburgeraarId, id }: { inburgeraarId: string; id: string }) => {
	const found = await appointmentOf(staff.consulent, inburgeraarId, id);
	if (!found) throw new Error('not found');
	return found;
};
const changesOf = async (key: { inburgeraarId: string; id: string }) =>
	(await rowOf(key)).changes.map(({ change }) => change);
const noticesTo = async (personId: string) =>
	db.read
		.select()
		.from(outbox)
		.where(and(eq(outbox.personId, personId), eq(outbox.kind, 'afspraak')));

describe('planning', () => {
	test('IN-11: the same form sent twice is one appointment, one change, one audit event, one notice', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), isSure: false };
		const first = await planAppointment(staff.consulent, actor.id, draft(), form, now);
		const second = await planAppointment(staff.consulent, actor.id, draft(), form, later(1));
		expect(first?.kind).toBe('gepland');
		expect(second).toEqual(first);
		const mine = <T extends { inburgeraarId: unknown }>(table: T) =>
			eq(table.inburgeraarId as never, actor.id);
		expect(await db.read.select().from(appointments).where(mine(appointments))).toHaveLength(1);
		expect(await db.read.select().from(appointmentChanges).where(mine(appointmentChanges))).toHaveLength(1);
		expect(await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, actor.id))).toHaveLength(
			1
		);
		expect(await noticesTo(actor.id)).toHaveLength(1);
	});

	test('IN-11: the same key with another content is refused and changes nothing', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), isSure: true };
		await planAppointment(staff.consulent, actor.id, draft(), form, now);
		const again = planAppointment(staff.consulent, actor.id, draft({ minutes: 60 }), form, now);
		await expect(again).rejects.toSatisfy(isDifferentPayload);
		expect(await upcomingAppointments(actor, actor.id, now)).toHaveLength(1);
	});

	test.each([
		['AC-12: a consultant of another municipality', () => staff.vreemd],
		['AC-11: a consultant without this person in the caseload', () => stranger]
	])('%s plans, sees and changes nothing', async (_who, actorOf) => {
		const other = actorOf();
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const form = { key: newId(), isSure: true };
		const withOther = draft({ withPersonId: other.id });
		expect(await planAppointment(other, actor.id, withOther, form, now)).toBeUndefined();
		expect(await upcomingAppointments(other, actor.id, now)).toBeUndefined();
		expect(await pastAppointments(other, actor.id, now)).toBeUndefined();
		expect(await appointmentOf(other, actor.id, key.id)).toBeUndefined();
		expect(await changeAppointment(other, key, withOther, { version: 1, isSure: true }, now)).toBeUndefined();
		expect(await cancelAppointment(other, key, { version: 1, reason: 'anders' }, now)).toBeUndefined();
		expect(await recordOutcome(other, key, { version: 1, outcome: 'geweest' }, hours(72))).toBeUndefined();
		expect((await rowOf(key)).appointment).toMatchObject({ version: 1, status: 'gepland' });
	});

	test('AC-12: a coordinator plans for everybody of the municipality', async () => {
		const actor = await participant(staff.consulent);
		const own = draft({ withPersonId: staff.collega.id });
		const result = await planAppointment(staff.collega, actor.id, own, { key: newId(), isSure: false }, now);
		expect(result?.kind).toBe('gepland');
	});

	test('an appointment cannot be put in the name of an unrelated colleague', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), isSure: true };
		const result = await planAppointment(staff.consulent, actor.id, draft({ withPersonId: staff.vreemd.id }), form, now); // prettier-ignore
		expect(result).toBeUndefined();
		const dossier = await dossierFor(staff.collega, actor.id);
		const hosts = await possibleHosts(staff.collega, dossier!);
		expect(hosts.map(({ id }) => id)).toEqual([staff.collega.id, staff.consulent.id]);
	});

	test('a moment in the past and a clash warn, and are kept when the consultant is sure', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor, { startsAt: hours(-2), minutes: 60 });
		const clashing = draft({ startsAt: hours(-2).add({ minutes: 30 }) });
		const form = { key: newId(), isSure: false };
		expect(await planAppointment(staff.consulent, actor.id, clashing, form, now)).toEqual({
			kind: 'let_op',
			warnings: ['verleden', 'overlap']
		});
		expect((await pastAppointments(actor, actor.id, now))?.length).toBe(1);
		const sure = await planAppointment(staff.consulent, actor.id, clashing, { ...form, isSure: true }, now);
		expect(sure?.kind).toBe('gepland');
	});

	test('an appointment right after another one, or beside a cancelled one, is no clash', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor, { minutes: 45 });
		const form = () => ({ key: newId(), isSure: false });
		const after = draft({ startsAt: hours(48).add({ minutes: 45 }) });
		expect((await planAppointment(staff.consulent, actor.id, after, form(), now))?.kind).toBe('gepland');
		await cancelAppointment(staff.consulent, key, { version: 1, reason: 'dubbel' }, now);
		expect((await planAppointment(staff.consulent, actor.id, draft(), form(), now))?.kind).toBe('gepland');
	});
});

describe('changing', () => {
	test('phrases are kept with the appointment, changed on their own, and left alone by who says nothing of them', async () => {
		const key = await planned(await participant(staff.consulent), {
			zinnen: [{ zin: 'stock:antwoord_ik_bel', slots: { tijd: '14:30', dag: '2026-11-25' } }]
		});
		const form = { version: 1, isSure: true };
		await changeAppointment(staff.consulent, key, draft(), form, now);
		const same = [{ zin: 'stock:antwoord_ik_bel', slots: { dag: '2026-11-25', tijd: '14:30' } }];
		await changeAppointment(staff.consulent, key, draft({ zinnen: same }), form, now);
		expect((await rowOf(key)).appointment).toMatchObject({ version: 1, zinnen: same });
		expect(await changeAppointment(staff.consulent, key, draft({ zinnen: null }), form, now)).toEqual({
			kind: 'bewaard'
		});
		expect((await rowOf(key)).appointment).toMatchObject({ version: 2, zinnen: null });
	});

	test('a move keeps where it stood, asks for a new answer and tells the participant', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 1 }, now);
		const moved = draft({ startsAt: hours(72) });
		const result = await changeAppointment(
			staff.consulent,
			key,
			moved,
			{ version: 2, isSure: false },
			later(5)
		);
		expect(result).toEqual({ kind: 'bewaard' });
		const [row] = (await upcomingAppointments(actor, actor.id, now)) ?? [];
		expect(row).toMatchObject({ answer: 'geen', answeredAt: null, version: 3 });
		expect(row?.movedFrom?.equals(hours(48))).toBe(true);
		expect(await changesOf(key)).toEqual(['gemaakt', 'bevestigd', 'verplaatst']);
		expect(await noticesTo(actor.id)).toHaveLength(2);
	});

	test('another room leaves the answer standing', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 1 }, now);
		const other = draft({ place: 'Stadhuis, kamer 3' });
		await changeAppointment(staff.consulent, key, other, { version: 2, isSure: false }, later(5));
		expect((await rowOf(key)).appointment).toMatchObject({ answer: 'bevestigd', place: 'Stadhuis, kamer 3' });
		expect(await changesOf(key)).toEqual(['gemaakt', 'bevestigd', 'gewijzigd']);
	});

	test('IN-12: two people change the same version: the second sees what stands there, nothing is overwritten', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const form = { version: 1, isSure: true };
		await changeAppointment(staff.consulent, key, draft({ place: 'Bibliotheek' }), form, now);
		const mine = draft({ place: 'Buurthuis', withPersonId: staff.consulent.id });
		const result = await changeAppointment(staff.collega, key, mine, form, later(1));
		expect(result).toMatchObject({ kind: 'conflict', standing: { place: 'Bibliotheek', version: 2 } });
		expect((await rowOf(key)).appointment.place).toBe('Bibliotheek');
	});

	test('IN-12: an answer given in the meantime is a conflict too', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await answerAppointment(actor, key.id, { answer: 'kan_niet', reason: 'werk', version: 1 }, now);
		const result = await cancelAppointment(staff.consulent, key, { version: 1, reason: 'dubbel' }, later(1));
		expect(result?.kind).toBe('conflict');
		expect((await rowOf(key)).appointment.status).toBe('gepland');
	});

	test('the same change sent twice is written once', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const form = { version: 1, isSure: true };
		const moved = draft({ startsAt: hours(72) });
		await changeAppointment(staff.consulent, key, moved, form, now);
		expect(await changeAppointment(staff.consulent, key, moved, form, later(1))).toEqual({ kind: 'bewaard' });
		expect(await changesOf(key)).toEqual(['gemaakt', 'verplaatst']);
	});

	test('a cancelled appointment keeps its reason, stays in sight, and cannot be changed any more', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await cancelAppointment(staff.consulent, key, { version: 1, reason: 'geen_tolk' }, now);
		const [row] = (await upcomingAppointments(actor, actor.id, now)) ?? [];
		expect(row).toMatchObject({ status: 'afgezegd', cancelReason: 'geen_tolk' });
		expect(await nextAppointment(actor, now)).toBeUndefined();
		const again = await changeAppointment(staff.consulent, key, draft({ minutes: 60 }), { version: 2, isSure: true }, now); // prettier-ignore
		expect(again).toEqual({ kind: 'gesloten' });
		expect(await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 2 }, now)).toBe('voorbij');
	});

	test('the outcome is refused before the appointment begins, and can be put right afterwards', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const form = (version: number, outcome: 'geweest' | 'niet_gekomen') => ({ version, outcome });
		expect(await recordOutcome(staff.consulent, key, form(1, 'geweest'), now)).toEqual({ kind: 'gesloten' });
		await recordOutcome(staff.consulent, key, form(1, 'niet_gekomen'), hours(49));
		await recordOutcome(staff.consulent, key, form(2, 'geweest'), hours(50));
		expect((await rowOf(key)).appointment.status).toBe('geweest');
		expect(await changesOf(key)).toEqual(['gemaakt', 'niet_gekomen', 'geweest']);
	});
});

describe('answering', () => {
	test('a confirmation, a reason and another day replace each other, and all stay in the history', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 1 }, now);
		await answerAppointment(actor, key.id, { answer: 'kan_niet', reason: 'kind', version: 2 }, later(1));
		expect((await rowOf(key)).appointment).toMatchObject({ answer: 'kan_niet', cannotReason: 'kind' });
		const other = { answer: 'voorstel', day: day('2026-11-26'), part: 'middag', version: 3 } as const;
		expect(await answerAppointment(actor, key.id, other, later(2))).toBe('bewaard');
		const { appointment } = await rowOf(key);
		expect(appointment.proposal).toEqual({ day: '2026-11-26', part: 'middag' });
		expect(appointment.cannotReason).toBeNull();
		expect(appointment.answeredAt?.equals(later(2))).toBe(true);
		expect(await changesOf(key)).toEqual(['gemaakt', 'bevestigd', 'kan_niet', 'voorstel']);
	});

	test('the same answer pressed twice is kept once', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const answer = { answer: 'kan_niet', reason: 'les', version: 1 } as const;
		expect(await answerAppointment(actor, key.id, answer, now)).toBe('bewaard');
		expect(await answerAppointment(actor, key.id, answer, later(1))).toBe('bewaard');
		expect(await changesOf(key)).toEqual(['gemaakt', 'kan_niet']);
	});

	test('IN-12: who looked at the old time does not confirm the new one', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		await changeAppointment(
			staff.consulent,
			key,
			draft({ startsAt: hours(72) }),
			{ version: 1, isSure: true },
			now
		);
		expect(await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 1 }, now)).toBe(
			'veranderd'
		);
		expect((await rowOf(key)).appointment.answer).toBe('geen');
	});

	test('AC-13: the appointment of somebody else does not exist', async () => {
		const key = await planned(await participant(staff.consulent));
		const other = await participant(staff.consulent);
		expect(await answerAppointment(other, key.id, { answer: 'bevestigd', version: 1 }, now)).toBeUndefined();
		expect(await appointmentOf(other, other.id, key.id)).toBeUndefined();
		expect(await appointmentOf(other, key.inburgeraarId, key.id)).toBeUndefined();
	});

	test('an appointment that is over takes no answer; one that is going on does', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor, { minutes: 45 });
		const confirm = { answer: 'bevestigd', version: 1 } as const;
		expect(await answerAppointment(actor, key.id, confirm, hours(48).add({ minutes: 45 }))).toBe('voorbij');
		expect(await answerAppointment(actor, key.id, confirm, hours(48).add({ minutes: 44 }))).toBe('bewaard');
	});

	test.each([
		['a Sunday', '2026-11-29'],
		['Christmas', '2026-12-25'],
		['today', '2026-11-23'],
		['more than a year ahead', '2027-12-01']
	])('%s cannot be proposed', async (_name, date) => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const answer = { answer: 'voorstel', day: day(date), part: 'ochtend', version: 1 } as const;
		expect(await answerAppointment(actor, key.id, answer, now)).toBe('geen_werkdag');
	});

	test('ten working days are offered: near the appointment, tomorrow at the earliest', () => {
		const soon = proposalDays(hours(24), now);
		expect(soon[0]?.toString()).toBe('2026-11-24');
		expect(soon).toHaveLength(10);
		expect(soon.every((date) => gewoneDag(date).equals(date))).toBe(true);
		expect(proposalDays(Temporal.Instant.from('2026-12-28T10:00:00Z'), now).map(String).slice(0, 3)).toEqual([
			'2026-12-28',
			'2026-12-29',
			'2026-12-30'
		]);
	});

	test('only what asks for something is told to the consultant', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const before = (await noticesTo(staff.consulent.id)).length;
		await answerAppointment(actor, key.id, { answer: 'bevestigd', version: 1 }, now);
		expect(await noticesTo(staff.consulent.id)).toHaveLength(before);
		await answerAppointment(actor, key.id, { answer: 'kan_niet', reason: 'ziek', version: 2 }, now);
		expect(await noticesTo(staff.consulent.id)).toHaveLength(before + 1);
	});
});

describe('what a page shows', () => {
	test('the appointment that is going on is still the next one; a minute after its end it is past', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor, { minutes: 45 });
		expect((await nextAppointment(actor, hours(48).add({ minutes: 44 })))?.id).toBe(key.id);
		expect(await nextAppointment(actor, hours(48).add({ minutes: 45 }))).toBeUndefined();
		const past = await pastAppointments(actor, actor.id, hours(48).add({ minutes: 45 }));
		expect(past?.map(({ id }) => id)).toEqual([key.id]);
		expect(await upcomingAppointments(actor, actor.id, hours(49))).toEqual([]);
	});

	test('days are counted by the calendar of the Netherlands, not by the clock', async () => {
		const actor = await participant(staff.consulent);
		// 23 November, 23:30 in the Netherlands; the appointment is at 00:30, an hour later and tomorrow.
		const late = Temporal.Instant.from('2026-11-23T22:30:00Z');
		const key = await planned(actor, { startsAt: late.add({ hours: 1 }) });
		const { appointment } = await rowOf(key);
		expect(appointmentText(appointment, 'ar', late)).toMatchObject({
			days: 1,
			moment: { date: '24-11-2026', time: '00:30', part: 'night', dutch: 'dinsdag 24 november 2026 om 00:30' }
		});
	});

	test('AC-08: the text holds nothing but what a page shows', async () => {
		const actor = await participant(staff.consulent);
		const { appointment } = await rowOf(await planned(actor));
		const shown = appointmentText(appointment, 'nl', now);
		for (const secret of ['createdBy', 'groupId', 'withPersonId', 'inburgeraarId'])
			expect(shown).not.toHaveProperty(secret);
		expect(shown.with).toBe(staff.consulent.name);
	});
});
