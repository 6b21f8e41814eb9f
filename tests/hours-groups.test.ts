import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hourTotals, sumOf } from '#lib/domain/hours.ts';
import { correctionReasons, hourCategories } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import { listEnrolments, sumHours } from '#lib/server/db/hours.ts';
import * as t from '#lib/server/db/schema.ts';
import { correctHours, takeBackConfirmation } from '#lib/server/hour-corrections.ts';
import { disputeHours } from '#lib/server/hour-disputes.ts';
import { confirmHours, hoursOf, recordHours } from '#lib/server/hours.ts';
import {
	confirmMany,
	openDisputes,
	openWaitingHours,
	readOpenDisputes,
	waitingHours
} from '#lib/server/hours-waiting.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { invite } from '#lib/server/appointment-invitations.ts';
import { recordGroupDone, recordGroupHours } from '#lib/server/group-results.ts';
import { memberIdOf } from '#lib/server/partner-lessons.ts';
import { eventsOf } from '#lib/server/traject-events.ts';
import { recordAttendance } from '#lib/server/partner-attendance.ts';
import { openSheet, sheetOf } from '#lib/server/partner-sheet.ts';
import { groupsOf } from '#lib/server/partner.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, later, linesOf, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
});
beforeEach(async () => {
	staff = await people();
});
afterAll(() => db.close());

const thursday = day('2026-11-19');
const week = [{ weekday: 4, from: '09:00', until: '11:00' }];
const course = { title: 'Taal B1', weekdays: week };
/** Three people of the consulent in one course, and one of the other municipality in a course of the same name. */
async function group() {
	const [a, b, c] = [
		await participant(staff.consulent),
		await participant(staff.consulent),
		await participant(staff.consulent)
	];
	for (const { id } of [a, b, c]) await enrol(id, course);
	await enrol((await participant(staff.vreemd)).id, course);
	const own = (await groupsOf(staff.consulent, now))[0]!;
	return { a, b, c, id: own.id, people: own.people };
}
const sheet = async (actor: Staff, id: string) => sheetOf(actor, id, thursday, now);
const attend = async (actor: Staff, id: string, minutes: number[], key = newId()) => {
	const all = (await sheet(actor, id))!;
	const here = all.people.length > 0 ? all.people : all.recorded;
	const who = minutes.map((n, i) => ({ id: here[i]!.id, minutes: n }));
	return recordAttendance(actor, id, { day: thursday, people: who }, key, now);
};

describe('attendance of a group by staff', () => {
	test('everybody of the own scope is ticked with the time of the lesson, nobody of another municipality', async () => {
		const { id, people: n } = await group();
		expect(n).toBe(3);
		const { people: learners } = (await sheet(staff.consulent, id))!;
		expect(learners.map(({ minutes, isExpected }) => [minutes, isExpected])).toEqual([
			[120, true],
			[120, true],
			[120, true]
		]);
		expect((await groupsOf(staff.collega, now)).map(({ people: all }) => all)).toEqual([3]);
		expect((await groupsOf(staff.vreemd, now)).map(({ people: all }) => all)).toEqual([1]);
	});
	test('who was there gets the own time; sent twice nothing doubles; nothing is confirmed (AC-14)', async () => {
		const { a, b, c, id } = await group();
		const key = newId();
		const first = await attend(staff.consulent, id, [120, 90], key);
		expect(first).toMatchObject({ ok: true, recorded: 2, already: [] });
		const all = await Promise.all([a, b, c].map((one) => sumHours(db.read, one.id)));
		expect(all.map((sums) => sums.get('nt2')?.recorded ?? 0).toSorted()).toEqual([0, 120, 90].toSorted());
		expect(all.every((sums) => (sums.get('nt2')?.confirmed ?? 0) === 0)).toBe(true);
	});
	test('what stands there already is said with the time and by whom, and stays', async () => {
		const { id } = await group();
		await attend(staff.consulent, id, [120]);
		const { recorded } = (await sheet(staff.collega, id))!;
		expect(recorded.map(({ minutes, by }) => [minutes, by])).toEqual([[120, 'Fatma de Vries']]);
		const again = await recordAttendance(
			staff.collega,
			id,
			{ day: thursday, people: [{ id: recorded[0]!.id, minutes: 60 }] },
			newId(),
			now
		);
		expect(again).toMatchObject({ ok: true, recorded: 0, already: [{ minutes: 60 }] });
	});
	test('AC-06: a group of only others does not exist', async () => {
		const { id } = await group();
		const stranger = (await people()).vreemd;
		expect(await sheet(stranger, id)).toBeUndefined();
		const none = { day: thursday, people: [] };
		expect(await recordAttendance(stranger, id, none, newId(), now)).toBeUndefined();
	});
});

test('AUD-02, AUD-03: a sheet, hours to confirm and disputes write a line about each person they name', async () => {
	const { a, b, c, id } = await group();
	await attend(staff.consulent, id, [120, 90]);
	const [entry] = (await hoursOf(staff.consulent, a.id)) ?? [];
	const disputed = entry ? a : b;
	const disputedId = entry?.id ?? (await hoursOf(staff.consulent, b.id))![0]!.id;
	await disputeHours(disputed, disputedId, { kind: 'te_weinig' }, newId(), now);
	const lines = async (part: string) => {
		const where = and(eq(t.auditEvents.action, 'uren.read'), eq(t.auditEvents.objectType, part), eq(t.auditEvents.actorId, staff.collega.id)); // prettier-ignore
		const operations = (await db.read.select().from(t.auditEvents).where(where)).map(
			(row) => row.operationId
		);
		const found: string[] = [];
		for (const one of [a, b, c])
			for (const line of await linesOf(one.id)) if (operations.includes(line.operationId)) found.push(one.id);
		return found.toSorted();
	};
	await openSheet(staff.collega, id, thursday, now);
	expect(await lines('presentie')).toEqual([a.id, b.id, c.id].toSorted());
	const waiting = await openWaitingHours(staff.collega, now);
	expect(waiting).toHaveLength(2);
	expect(await lines('bevestigen')).toEqual([...new Set(waiting.map((row) => row.inburgeraarId))].toSorted());
	await readOpenDisputes(staff.collega, now);
	expect(await lines('betwist')).toEqual([disputed.id]);
});

describe('confirming many', () => {
	const ids = async (actor: Staff) => (await waitingHours(actor)).map(({ id }) => id);

	test('AC-14: a colleague sees and confirms what the actor recorded, the actor does not', async () => {
		const { id } = await group();
		await attend(staff.consulent, id, [120, 90, 60]);
		expect(await ids(staff.consulent)).toEqual([]);
		const waiting = await ids(staff.collega);
		const forced = await confirmMany(staff.consulent, waiting, newId(), now);
		expect(forced).toEqual({ minutes: 0, people: 0, gone: 3 });
		const done = await confirmMany(staff.collega, waiting, newId(), now);
		expect(done).toEqual({ minutes: 270, people: 3, gone: 0 });
		expect(await ids(staff.collega)).toEqual([]);
	});
	test('IN-11: the same form twice gives the same answer; other rows under the same key are refused', async () => {
		const { id } = await group();
		await attend(staff.consulent, id, [120, 90]);
		const [first, second] = await ids(staff.collega);
		const key = newId();
		const done = await confirmMany(staff.collega, [first!], key, now);
		expect(await confirmMany(staff.collega, [first!], key, later(1))).toEqual(done);
		await expect(confirmMany(staff.collega, [second!], key, now)).rejects.toSatisfy(isDifferentPayload);
		expect(await ids(staff.collega)).toEqual([second]);
	});
	test('AC-06: rows of another municipality stay as they are', async () => {
		const { id } = await group();
		await attend(staff.consulent, id, [120]);
		const waiting = await ids(staff.collega);
		expect(await confirmMany(staff.vreemd, waiting, newId(), now)).toEqual({
			minutes: 0,
			people: 0,
			gone: 1
		});
		expect(await ids(staff.collega)).toEqual(waiting);
	});
	test('hours that were corrected to nothing do not wait; disputed ones say so', async () => {
		const { a, b, id } = await group();
		await attend(staff.consulent, id, [120, 90, 60]);
		const [entry] = (await hoursOf(staff.consulent, a.id))!;
		const place = { category: 'nt2' as const, day: thursday, minutes: 0, version: 1 };
		await correctHours(staff.consulent, a.id, entry!.id, { ...place, reason: 'niet_aanwezig' }, newId(), now);
		const [other] = (await hoursOf(b, b.id))!;
		await disputeHours(b, other!.id, { kind: 'te_weinig' }, newId(), now);
		const waiting = await waitingHours(staff.collega);
		expect(waiting.map(({ inburgeraarId }) => inburgeraarId)).not.toContain(a.id);
		expect(waiting.filter(({ disputeId }) => disputeId).map(({ inburgeraarId }) => inburgeraarId)).toEqual([
			b.id
		]);
		expect((await openDisputes(staff.collega)).map(({ hourEntryId }) => hourEntryId)).toEqual([other!.id]);
		expect(await openDisputes(staff.vreemd)).toEqual([]);
	});
});

test('a confirmation is taken back by two rows: the total stays, nothing counts, and it waits again (AC-14)', async () => {
	const { a, id } = await group();
	await attend(staff.collega, id, [120, 90, 60]);
	const [entry] = (await hoursOf(staff.consulent, a.id))!;
	const minutes = entry!.now!.minutes;
	await confirmHours(staff.consulent, a.id, [entry!.id], now);
	const form = { version: 1, key: newId() };
	const back = (actor = staff.consulent) => takeBackConfirmation(actor, a.id, entry!.id, form, later(1));
	expect(await back(staff.vreemd), 'AC-06').toBeUndefined();
	expect(await back()).toBe('teruggenomen');
	expect(await back(), 'IN-11: sent twice').toBe('teruggenomen');
	expect((await sumHours(db.read, a.id)).get('nt2')).toEqual({ recorded: minutes, confirmed: 0 });
	const [now2] = (await hoursOf(staff.consulent, a.id))!;
	expect(now2!.rows.map(({ minutes: n, correctionReason }) => [n, correctionReason])).toEqual([[minutes, null], [-minutes, 'bevestiging_terug'], [minutes, 'bevestiging_terug']]); // prettier-ignore
	expect(await takeBackConfirmation(staff.consulent, a.id, entry!.id, { version: 3, key: newId() }, now)).toBe('niets'); // prettier-ignore
	expect(await takeBackConfirmation(staff.consulent, a.id, entry!.id, { version: 1, key: newId() }, now)).toBe('conflict'); // prettier-ignore
	await confirmHours(staff.collega, a.id, [entry!.id], later(2));
	expect((await sumHours(db.read, a.id)).get('nt2')).toEqual({ recorded: minutes, confirmed: minutes });
});

describe('what a whole group did', () => {
	const done = ['pvt_ondertekeningsbijeenkomst', 'pvt_activiteit', 'netwerk_opbouwen'] as const;
	const kinds = async ({ id }: { id: string }) => {
		const { standing } = (await eventsOf(staff.consulent, id))!;
		return standing.map(({ kind, slots }) => slots.thema ?? kind).toSorted();
	};

	test('signing meeting, excursion and a theme go down for 2 of 3 at once; the onderwijsroute gets no theme', async () => {
		const { a, id } = await group();
		const onderwijs = await participant(staff.consulent, { leerroute: 'onderwijs' });
		await enrol(onderwijs.id, course);
		const members: string[] = [];
		for (const { id: inburgeraarId } of [a, onderwijs]) {
			const [enrolment] = await listEnrolments(db.read, inburgeraarId);
			members.push(memberIdOf({ inburgeraarId, enrolmentId: enrolment!.id }));
		}
		const form = { day: thursday, done, members };
		const key = newId();
		const record = (actor: Staff, k = key) => recordGroupDone(actor, id, form, k, now);
		expect(await record(staff.vreemd), 'AC-06').toBeUndefined();
		expect(await record(staff.consulent)).toEqual({ ok: true, hours: 0, already: 0, done: 2, unfit: 1 });
		expect(await record(staff.consulent), 'IN-11: sent twice').toMatchObject({ done: 2 });
		expect(await record(staff.collega, newId()), 'stands there already').toMatchObject({ done: 0 });
		expect(await kinds(a)).toEqual([...done].toSorted());
		expect(await kinds(onderwijs)).toEqual(['pvt_activiteit', 'pvt_ondertekeningsbijeenkomst']);
		const ahead = { ...form, day: day('2026-11-26') };
		expect(await recordGroupDone(staff.consulent, id, ahead, newId(), now)).toEqual({ ok: false, reden: 'toekomst' }); // prettier-ignore
	});

	test('people of a group appointment get hours and the signing meeting; hours of that day are not doubled', async () => {
		const actors = await Promise.all([1, 2, 3].map(() => participant(staff.consulent)));
		const [came, other] = actors;
		const draft = { kind: 'pvt_bijeenkomst', startsAt: later(-180), minutes: 120, locationKind: 'telefoon', place: null, address: null, withPersonId: null, withName: null, bring: [], toelichting: null } as const; // prettier-ignore
		const invitees = actors.map(({ id }) => ({ inburgeraarId: id, interpreterMode: 'geen' as const, interpreterLanguage: null, interpreterDialect: null })); // prettier-ignore
		const made = await invite(staff.consulent, { draft: { ...draft, bring: [] }, facts: { title: null, capacity: null, activityId: null } }, invitees, newId(), later(-600)); // prettier-ignore
		const groupId = made?.kind === 'verstuurd' ? made.id : '';
		const people = [came!, other!].map(({ id }, n) => ({ id, minutes: 120 - 30 * n }));
		const form = { category: 'pvt', done: ['pvt_ondertekeningsbijeenkomst'], people } as const;
		const record = (key = newId(), actor: Staff = staff.consulent) => recordGroupHours(actor, groupId, form, key, now); // prettier-ignore
		expect(await record(newId(), staff.vreemd), 'AC-06').toBeUndefined();
		expect(await record()).toEqual({ ok: true, hours: 2, already: 0, done: 2, unfit: 0 });
		expect(await record(newId(), staff.collega)).toEqual({ ok: true, hours: 0, already: 2, done: 0, unfit: 0 }); // prettier-ignore
		expect((await sumHours(db.read, other!.id)).get('pvt')).toEqual({ recorded: 90, confirmed: 0 });
		expect((await sumHours(db.read, actors[2]!.id)).get('pvt')).toBeUndefined();
		expect(await kinds(came!)).toEqual(['pvt_ondertekeningsbijeenkomst']);
	});
});

test('every total is the sum of its rows, after any recordings, corrections, confirmations and their undoing', async () => {
	const minutes = fc.integer({ min: 1, max: 600 });
	const step = fc.oneof(
		fc.record({ do: fc.constant('undo' as const), n: fc.nat(5) }),
		fc.record({ do: fc.constant('record' as const), category: fc.constantFrom(...hourCategories), minutes }),
		fc.record({ do: fc.constant('correct' as const), n: fc.nat(5), category: fc.constantFrom(...hourCategories), minutes: fc.integer({ min: 0, max: 600 }) }),
		fc.record({ do: fc.constant('confirm' as const), n: fc.nat(5), byColleague: fc.boolean() })
	); // prettier-ignore
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
			const { id } = await participant(staff.consulent);
			for (const one of steps) {
				const known = (await hoursOf(staff.consulent, id)) ?? [];
				if (one.do === 'record') {
					const hours = { category: one.category, day: thursday, minutes: one.minutes };
					await recordHours(staff.consulent, id, hours, newId(), now);
					continue;
				}
				const entry = known[one.n % Math.max(1, known.length)];
				if (!entry) continue;
				if (one.do === 'undo')
					await takeBackConfirmation(staff.consulent, id, entry.id, { version: entry.version, key: newId() }, now); // prettier-ignore
				else if (one.do === 'confirm')
					await confirmHours(one.byColleague ? staff.collega : staff.consulent, id, [entry.id], now);
				else {
					const place = { category: one.category, day: thursday, minutes: one.minutes };
					const rest = { reason: correctionReasons[0], version: entry.version };
					await correctHours(staff.consulent, id, entry.id, { ...place, ...rest }, newId(), now);
				}
			}
			const entries = (await hoursOf(staff.consulent, id)) ?? [];
			const totals = hourTotals(entries);
			const summed = await sumHours(db.read, id);
			for (const category of hourCategories) {
				const rows = await db.read
					.select()
					.from(t.hourEntries)
					.where(and(eq(t.hourEntries.inburgeraarId, id), eq(t.hourEntries.category, category)));
				expect(totals[category].recorded).toBe(sumOf(rows));
				expect(summed.get(category) ?? { recorded: 0, confirmed: 0 }).toEqual(totals[category]);
				expect(totals[category].confirmed).toBeLessThanOrEqual(Math.max(0, totals[category].recorded));
			}
			const standing = entries.reduce((sum, { now: place }) => sum + (place?.minutes ?? 0), 0);
			expect(hourCategories.reduce((sum, category) => sum + totals[category].recorded, 0)).toBe(standing);
		}),
		{ numRuns: 15 }
	);
});
