import { eq } from 'drizzle-orm';
import { Lucia } from 'lucia';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalOf } from '#lib/domain/hours.ts';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { planAppointment, type AppointmentDraft } from '#lib/server/appointment-plans.ts';
import { planSeries, seriesMoments } from '#lib/server/appointment-series.ts';
import { appointmentOf, appointmentText } from '#lib/server/appointments.ts';
import { dayOf, momentOf, zone } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import { listOpenOf } from '#lib/server/db/break-glass.ts';
import * as t from '#lib/server/db/schema.ts';
import { hoursOf, recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { openLink } from '#lib/server/mail/links.ts';
import { luciaAdapter } from '#lib/server/lucia-adapter.ts';
import { recordAttendance } from '#lib/server/partner-attendance.ts';
import { groupIdOf, memberIdOf } from '#lib/server/partner-lessons.ts';
import { newToken, sha256 } from '#lib/server/secrets.ts';
import { isProven } from '#lib/server/web/guard.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, participant, people } from './hours-people.ts';

// G20: the clock of the server jumps, the Netherlands change theirs, and a year has a day more.

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

/** What the clock of the server does at once. */
const jumps: [string, { hours: number }][] = [
	['one hour back', { hours: -1 }],
	['two hours back', { hours: -2 }],
	['one hour ahead', { hours: 1 }],
	['one year ahead', { hours: 24 * 365 }]
];
const instant = (text: string) => Temporal.Instant.from(text);
/** An ordinary day, both nights in which the clock changes, and the day that comes once in four years. */
const moments: [string, string][] = [
	['an ordinary day', '2026-11-23T09:00:00Z'],
	['the night of 28 March 2027, when an hour is left out', '2027-03-28T00:45:00Z'],
	['the night of 25 October 2026, when an hour comes twice', '2026-10-25T00:45:00Z'],
	['29 February 2028', '2028-02-29T12:00:00Z']
];
const minutes = (at: Temporal.Instant, n: number) => at.add({ minutes: n });

describe('no login is revived', () => {
	const cases = moments.flatMap(([name, at]) =>
		jumps.map(([jump, by]) => [name, jump, instant(at), by] as const)
	);

	test.each(cases)(
		'G20 SES-04 %s, %s: what has ended stays ended, what goes on never lasts longer',
		async (_, __, at, by) => {
			let clock = at;
			const lucia = new Lucia(luciaAdapter(() => clock));
			const who = await participant(staff.consulent);
			const start = async () => {
				const sessionId = `${newToken()
					.toLowerCase()
					.replaceAll(/[^a-z0-9]/g, 'x')
					.slice(0, 16)}.${newToken()}`;
				await lucia.createSession(who.id, { deviceId: null, deviceKind: 'telefoon' }, { sessionId });
				return sessionId;
			};
			const isIn = async (token: string) => (await lucia.validateSession(token)).session !== null;
			const [idle, out, current] = [await start(), await start(), await start()];
			await lucia.invalidateSession(out);
			clock = minutes(at, 31);
			expect(await isIn(idle)).toBe(false);
			clock = minutes(at, 31).add(by);
			for (const ended of [idle, out]) expect(await isIn(ended)).toBe(false);
			// Nobody asked anything since the start: of this one only the jump decides.
			const left = clock.since(at).total('minutes');
			expect(await isIn(current)).toBe(left >= -5 && left < 30);
			clock = minutes(at, 29);
			const wasEnded = !(left >= -5 && left < 30);
			if (wasEnded) expect(await isIn(current)).toBe(false);
		}
	);

	test.each(jumps)(
		'G20 AUTH-11 %s: the proof of before the jump opens nothing, since its login is gone',
		async (_, by) => {
			const at = instant('2026-11-23T09:00:00Z');
			const later = minutes(at, 25);
			const clock = later.add(by);
			const actor = { ...staff.consulent, provenAt: at };
			expect(isProven(actor, later)).toBe(false);
			// Back in time the ten minutes would count again: the login session, last seen in the future, does not.
			let now = at;
			const lucia = new Lucia(luciaAdapter(() => now));
			const sessionId = `${newToken()
				.toLowerCase()
				.replaceAll(/[^a-z0-9]/g, 'x')
				.slice(0, 16)}.${newToken()}`;
			await lucia.createSession(actor.id, { deviceId: null, deviceKind: 'computer' }, { sessionId });
			for (const n of [12, 24]) {
				now = minutes(at, n);
				await lucia.validateSession(sessionId);
			}
			now = clock;
			expect((await lucia.validateSession(sessionId)).session).toBeNull();
		}
	);

	test.each(jumps)(
		'G20 AC-11 %s: a dossier that was opened is open within its hour and never before it',
		async (_, by) => {
			const who = await participant(staff.vreemd);
			const at = instant('2026-11-23T09:00:00Z');
			await db.transaction((tx) =>
				tx.insert(t.breakGlassOpenings).values({
					...{ inburgeraarId: who.id, id: newId(), gemeenteId: staff.elders, consulentId: staff.vreemd.id },
					...{ reason: 'spoed in huis', openedAt: at, endsAt: minutes(at, 60), closedAt: null }
				})
			);
			const isOpen = async (clock: Temporal.Instant) =>
				(await listOpenOf(db.read, staff.vreemd.id, clock)).some((one) => one.inburgeraarId === who.id);
			expect([await isOpen(at), await isOpen(minutes(at, 59)), await isOpen(minutes(at, 60))]).toEqual([true, true, false]); // prettier-ignore
			const clock = minutes(at, 61).add(by);
			const inHour =
				Temporal.Instant.compare(clock, at) >= 0 && Temporal.Instant.compare(clock, minutes(at, 60)) < 0;
			expect(await isOpen(clock)).toBe(inHour);
		}
	);
});

describe('no link is revived', () => {
	test.each(jumps)(
		'G20 AUTH-08 %s: a link by mail works within its half hour and never before it',
		async (_, by) => {
			const who = await participant(staff.consulent);
			const at = instant('2026-11-23T09:00:00Z');
			const token = newToken();
			await db.transaction((tx) =>
				tx.insert(t.mailLinks).values({
					...{ tokenHash: sha256(token), personId: who.id, purpose: 'aanmelden', address: 'a@linden.test' },
					...{ createdAt: at, endedAt: null }
				})
			);
			const isOpen = async (clock: Temporal.Instant) =>
				(await openLink(token, 'aanmelden', clock)) !== undefined;
			expect([await isOpen(at), await isOpen(minutes(at, 29)), await isOpen(minutes(at, 30))]).toEqual([true, true, false]); // prettier-ignore
			const clock = minutes(at, 31).add(by);
			const left = clock.since(at).total('minutes');
			expect(await isOpen(clock)).toBe(left >= -5 && left < 30);
		}
	);
});

describe('no appointment is shifted', () => {
	const draft = (startsAt: Temporal.Instant): AppointmentDraft => ({
		...{ kind: 'gesprek', startsAt, minutes: 90, locationKind: 'plaats', place: 'Stadhuis', address: null },
		...{ withPersonId: staff.consulent.id, withName: null, bring: [], toelichting: null },
		...{ interpreterMode: 'geen', interpreterLanguage: null, isInterpreterArranged: false }
	});
	const shown = [
		['2026-10-24', '14:30'],
		['2026-10-25', '02:30'],
		['2026-10-25', '03:00'],
		['2027-03-27', '14:30'],
		['2027-03-28', '01:59'],
		['2027-03-28', '03:00'],
		['2028-02-29', '10:00'],
		['2028-02-29', '23:59']
	] as const;

	test.each(shown)(
		'G20 IN-10 on %s at %s it is the same moment and the same words under every clock',
		async (date, time) => {
			const who = await participant(staff.consulent);
			const startsAt = momentOf(day(date), time)!;
			const before = startsAt.subtract({ hours: 24 * 30 });
			const made = await planAppointment(staff.consulent, who.id, draft(startsAt), { key: newId(), isSure: true }, before); // prettier-ignore
			if (made?.kind !== 'gepland') throw new Error('not planned');
			for (const by of [{ hours: 0 }, ...jumps.map(([, jump]) => jump)]) {
				const clock = startsAt.subtract({ minutes: 10 }).add(by);
				const row = (await appointmentOf({ ...staff.consulent, today: dayOf(clock) }, who.id, made.id))!
					.appointment;
				expect(row.startsAt.equals(startsAt)).toBe(true);
				const local = row.startsAt
					.toZonedDateTimeISO(zone)
					.toPlainDateTime()
					.toString({ smallestUnit: 'minute' });
				expect(local).toBe(`${date}T${time}`);
				expect(JSON.stringify(appointmentText(row, 'nl', clock))).toContain(time.replace(/^0/, ''));
			}
		}
	);

	test('G20 a time that does not exist is no appointment; of the hour that comes twice the first one counts', () => {
		expect(momentOf(day('2027-03-28'), '02:30')).toBeUndefined();
		expect(momentOf(day('2026-10-25'), '02:30')?.toString()).toBe('2026-10-25T00:30:00Z');
	});

	test.each([
		['over the night in October', '2026-10-12', 4],
		['over the night in March', '2027-03-15', 4],
		['over 29 February', '2028-02-15', 4]
	])('G20 a series %s keeps its day of the week and its hour', async (_, first, count) => {
		const who = await participant(staff.consulent);
		const rows = seriesMoments({ first: day(first), everyWeeks: 1, count }, '09:15').moments;
		const form = { key: newId(), moments: rows.map(({ startsAt }) => startsAt) };
		const start = form.moments[0]!;
		await planSeries(staff.consulent, who.id, draft(start), form, start.subtract({ hours: 48 }));
		const stored = await db.read
			.select()
			.from(t.appointments)
			.where(eq(t.appointments.inburgeraarId, who.id));
		const local = stored.map(({ startsAt }) => startsAt.toZonedDateTimeISO(zone));
		expect(stored).toHaveLength(count);
		expect(new Set(local.map((at) => `${String(at.dayOfWeek)} ${at.toPlainTime().toString()}`)).size).toBe(1);
	});
});

describe('no notice is repeated, and sums are exact', () => {
	async function lesson(who: Inburgeraar) {
		const course = { kind: 'taalcursus', partnerId: null, title: 'Taal B1' } as const;
		const enrolmentId = await enrol(who.id, { ...course, vanaf: day('2024-01-01') });
		return { group: groupIdOf(course), member: memberIdOf({ inburgeraarId: who.id, enrolmentId }) };
	}
	const noticesTo = async (id: string) =>
		(await db.read.select().from(t.outbox).where(eq(t.outbox.personId, id))).length;

	test.each(moments)(
		'G20 DUR-03 %s: an hour to and fro over midnight tells of the hours of a day once',
		async (_, at) => {
			const who = await participant(staff.consulent);
			const { group, member } = await lesson(who);
			const midnight = dayOf(instant(at)).add({ days: 1 }).toZonedDateTime(zone).toInstant();
			let at30 = 0;
			for (const n of [-40, -20, 20, 50, -10, 10, -30, 40]) {
				const clock = minutes(midnight, n);
				const actor = { ...staff.collega, today: dayOf(clock) };
				const attendance = {
					day: dayOf(midnight).subtract({ days: 2 + at30++ }),
					people: [{ id: member, minutes: 95 }]
				};
				expect((await recordAttendance(actor, group, attendance, newId(), clock))?.ok).toBe(true);
			}
			expect(await noticesTo(who.id)).toBe(2);
			const entries = (await hoursOf({ ...staff.collega, today: dayOf(midnight) }, who.id)) ?? [];
			expect(totalOf(entries.flatMap(({ rows }) => rows))).toMatchObject({ recorded: 8 * 95 });
		}
	);

	test.each([
		['the day of 23 hours', '2027-03-28'],
		['the day of 25 hours', '2026-10-25'],
		['29 February', '2028-02-29']
	])('G20 IN-10 hours on %s count as they were written, under every clock', async (_, date) => {
		const who = await participant(staff.consulent);
		const noon = momentOf(day(date), '12:00')!;
		const written = [45, 61, 59, 480, 15];
		for (const [n, length] of written.entries()) {
			const form = { category: 'nt2' as const, day: day(date), minutes: length, mayPrecedePip: true };
			const actor = { ...staff.consulent, today: dayOf(noon) };
			expect((await recordHours(actor, who.id, form, newId(), minutes(noon, n)))?.ok).toBe(true);
		}
		for (const by of [{ hours: 0 }, ...jumps.map(([, jump]) => jump)]) {
			const entries = (await hoursOf({ ...staff.consulent, today: dayOf(noon.add(by)) }, who.id)) ?? [];
			expect(entries.every((entry) => entry.rows.every((row) => row.day.equals(day(date))))).toBe(true);
			expect(totalOf(entries.flatMap(({ rows }) => rows))).toMatchObject({ recorded: 660 });
		}
	});
});
