import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { cancelAppointment, changeAppointment, planAppointment, type AppointmentDraft } from '#lib/server/appointment-plans.ts'; // prettier-ignore
import { calendarFile, type CalendarEvent } from '#lib/server/calendar-file.ts';
import { appointmentFile, calendarFeedSince, calendarOf, createCalendarFeed, revokeCalendarFeed } from '#lib/server/calendar.ts'; // prettier-ignore
import { momentOf } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import { calendarFeeds, people as peopleTable } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { eq } from 'drizzle-orm';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

const title = 'Afspraak gemeente';
const house = { title, host: 'pip.test' };

/** Reads a calendar back as RFC 5545 says: unfold, split at the first colon, unescape. */
function parsed(file: string) {
	const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
	const events: Record<string, string>[] = [];
	let alarm = false;
	for (const line of lines) {
		const [name = '', ...rest] = line.split(':');
		const value = rest
			.join(':')
			.replaceAll(/\\([\\;,])/g, '$1')
			.replaceAll('\\n', '\n');
		if (line === 'BEGIN:VEVENT') events.push({});
		else if (name === 'BEGIN' && value === 'VALARM') alarm = true;
		else if (name === 'END' && value === 'VALARM') alarm = false;
		else if (events.length > 0)
			(events.at(-1) as Record<string, string>)[alarm ? `ALARM.${name}` : name] ??= value;
	}
	return { lines, events };
}
/** `20260329T010000Z` as a moment. */
const instant = (text: string | undefined) =>
	Temporal.Instant.from(
		(text ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
	);

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
	...{ id: newId(), version: 1, startsAt: now, minutes: 45, place: 'Stadhuis', isCancelled: false },
	...over
});

describe('the file', () => {
	test.each(['UTC', 'Asia/Tokyo', 'America/New_York'])(
		'UI-8: local times survive on a server in %s',
		(zone) => {
			const before = process.env.TZ;
			process.env.TZ = zone;
			try {
				for (const [date, time, utc] of [
					['2026-03-28', '14:30', '2026-03-28T13:30:00Z'],
					['2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
					['2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
					['2026-10-24', '14:30', '2026-10-24T12:30:00Z'],
					['2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
					['2026-10-25', '03:00', '2026-10-25T02:00:00Z']
				] as const) {
					const startsAt = momentOf(day(date), time);
					const [found] = parsed(calendarFile([event({ startsAt, minutes: 90 })], house, now)).events;
					expect(found?.DTSTART, `${date} ${time}`).toMatch(/^\d{8}T\d{6}Z$/);
					expect(instant(found?.DTSTART).toString()).toBe(utc);
					expect(instant(found?.DTEND).since(instant(found?.DTSTART)).total('minutes')).toBe(90);
				}
			} finally {
				if (before === undefined) delete process.env.TZ;
				else process.env.TZ = before;
			}
		}
	);

	test('the skipped hour of 29 March 2026 is no moment at all', () => {
		expect(momentOf(day('2026-03-29'), '02:30')).toBeUndefined();
	});

	test('lines end with CRLF, hold at most 75 octets, and are never cut inside a character', () => {
		const place = `Café ‘De Brug’, ${'ሓደ ዓቢ ቦታ ኣብ ማእከል ከተማ, '.repeat(6)}zaal 2; achterom\\links`;
		const file = calendarFile([event({ place })], house, now);
		expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
		for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(parsed(file).events[0]?.LOCATION).toBe(place);
	});

	test('a place cannot smuggle in a line of its own', () => {
		const file = calendarFile([event({ place: 'Stadhuis\r\nSTATUS:CANCELLED' })], house, now);
		expect(parsed(file).events[0]?.STATUS).toBe('CONFIRMED');
	});

	test('a reminder comes a day before, but not for what is cancelled', () => {
		const [on, off] = parsed(calendarFile([event(), event({ isCancelled: true })], house, now)).events;
		expect(on).toMatchObject({ STATUS: 'CONFIRMED', 'ALARM.TRIGGER': '-P1D', SUMMARY: title });
		expect(off?.STATUS).toBe('CANCELLED');
		expect(off).not.toHaveProperty('ALARM.TRIGGER');
	});
});

describe('the feed', () => {
	let db: Database;
	let staff: Awaited<ReturnType<typeof people>>;
	beforeAll(async () => {
		db = await openTestDatabase();
		staff = await people();
	});
	afterAll(() => db.close());

	const draft = (over: Partial<AppointmentDraft> = {}): AppointmentDraft => ({
		...{ kind: 'eindgesprek_z', startsAt: now.add({ hours: 48 }), minutes: 45, locationKind: 'plaats' },
		...{ place: 'Stadhuis', address: 'Marktplein 1', withPersonId: staff.consulent.id, withName: null },
		...{ bring: ['brief'], interpreterMode: 'telefoon', interpreterLanguage: 'Tigrinya' },
		...{ isInterpreterArranged: true, toelichting: 'Neem het geheim mee' },
		...over
	});
	async function planned(actor: Inburgeraar, over: Partial<AppointmentDraft> = {}) {
		const form = { key: newId(), isSure: true };
		const result = await planAppointment(staff.consulent, actor.id, draft(over), form, now);
		if (result?.kind !== 'gepland') throw new Error('not planned');
		return { inburgeraarId: actor.id, id: result.id };
	}
	const subscribed = async (actor: Inburgeraar) => (await createCalendarFeed(actor, newId(), now)) ?? '';

	test('AC-16: day, time and a neutral title; no kind, no note, no names, no language', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor);
		await planned(actor, {
			startsAt: now.add({ hours: 80 }),
			locationKind: 'thuis',
			place: null,
			address: null
		});
		const file = (await calendarOf(await subscribed(actor), title, now)) ?? '';
		const { events } = parsed(file);
		expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual([title, title]);
		expect(events.map(({ LOCATION }) => LOCATION)).toEqual(['Stadhuis, Marktplein 1', undefined]);
		expect(file).not.toMatch(/geheim|Tigrinya|eindgesprek|Haddad|Fatma/i);
	});

	test('a moved appointment keeps its UID and raises its SEQUENCE; a cancelled one says so', async () => {
		const actor = await participant(staff.consulent);
		const key = await planned(actor);
		const token = await subscribed(actor);
		const read = async () => parsed((await calendarOf(token, title, now)) ?? '').events[0];
		const first = await read();
		const moved = draft({ startsAt: now.add({ hours: 72 }) });
		await changeAppointment(staff.consulent, key, moved, { version: 1, isSure: true }, now);
		const second = await read();
		await cancelAppointment(staff.consulent, key, { version: 2, reason: 'dubbel' }, now);
		const third = await read();
		expect([first?.UID, second?.UID, third?.UID]).toEqual(Array(3).fill(`${key.id}@pip.test`));
		expect([first, second, third].map((e) => Number(e?.SEQUENCE))).toEqual([0, 1, 2]);
		expect(instant(second?.DTSTART).equals(now.add({ hours: 72 }))).toBe(true);
		expect(third?.STATUS).toBe('CANCELLED');
	});

	test('AC-16: the token has 256 bits, stands nowhere in the database, and opens only the own calendar', async () => {
		const [actor, other] = [await participant(staff.consulent), await participant(staff.consulent)];
		await planned(actor);
		const token = await subscribed(actor);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const rows = await db.read.select().from(calendarFeeds).where(eq(calendarFeeds.personId, actor.id));
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(parsed((await calendarOf(await subscribed(other), title, now)) ?? '').events).toEqual([]);
	});

	test('IN-11: the same form sent twice shows one and the same address', async () => {
		const actor = await participant(staff.consulent);
		const key = newId();
		const first = await createCalendarFeed(actor, key, now);
		expect(await createCalendarFeed(actor, key, later(1))).toBe(first);
	});

	test('AC-16: a new address ends the old one; a revoked one ends at once and does not come back', async () => {
		const actor = await participant(staff.consulent);
		const key = newId();
		const old = (await createCalendarFeed(actor, key, now)) ?? '';
		const fresh = await subscribed(actor);
		expect(await calendarOf(old, title, now)).toBeUndefined();
		expect(await calendarOf(fresh, title, now)).toBeDefined();
		await revokeCalendarFeed(actor, now);
		expect(await calendarOf(fresh, title, now)).toBeUndefined();
		expect(await createCalendarFeed(actor, key, later(2))).toBeUndefined();
		expect(await calendarFeedSince(actor)).toBeUndefined();
	});

	test('AC-16: unknown, malformed and switched-off all answer the same', async () => {
		const actor = await participant(staff.consulent);
		const token = await subscribed(actor);
		await db.transaction(async (tx) => {
			await tx.update(peopleTable).set({ isActive: false }).where(eq(peopleTable.id, actor.id));
		});
		for (const text of [token, `${token}=`, token.slice(1), '', 'x'.repeat(43), "' or 1=1 --"])
			expect(await calendarOf(text, title, now)).toBeUndefined();
	});

	test('AC-13: one appointment as a file, and only an own one', async () => {
		const [actor, other] = [await participant(staff.consulent), await participant(staff.consulent)];
		const { id } = await planned(actor);
		expect(parsed((await appointmentFile(actor, id, title, now)) ?? '').events).toHaveLength(1);
		expect(await appointmentFile(other, id, title, now)).toBeUndefined();
	});
});
