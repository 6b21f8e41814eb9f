import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { cancelSeries, changeSeries, planSeries, previewSeries, seriesMoments } from '#lib/server/appointment-series.ts'; // prettier-ignore
import { planAppointment, type AppointmentDraft } from '#lib/server/appointment-plans.ts';
import { upcomingAppointments } from '#lib/server/appointments.ts';
import { zone } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import { appointmentChanges, outbox } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, now, participant, people } from './hours-people.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
afterAll(() => db.close());

const christmas = { first: day('2026-12-11'), everyWeeks: 1, count: 4 } as const;
const draft = (over: Partial<AppointmentDraft> = {}): AppointmentDraft => ({
	...{ kind: 'voortgangsgesprek', startsAt: now, minutes: 45, locationKind: 'plaats', place: 'Stadhuis' },
	...{ address: null, withPersonId: staff.consulent.id, withName: null, bring: [], toelichting: null },
	...{ interpreterMode: 'telefoon', interpreterLanguage: 'Tigrinya', interpreterDialect: null },
	...{ isInterpreterArranged: true, ...over }
});
const momentsOf = (rhythm: Parameters<typeof seriesMoments>[0], time = '14:30') =>
	seriesMoments(rhythm, time).moments.map(({ startsAt }) => startsAt);
const planned = async (actor: Inburgeraar, key = newId()) =>
	planSeries(staff.consulent, actor.id, draft(), { key, moments: momentsOf(christmas) }, now);
const rowsOf = async (actor: Inburgeraar) => (await upcomingAppointments(actor, actor.id, now)) ?? [];
const local = ({ startsAt }: { startsAt: Temporal.Instant }) =>
	startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('a series', () => {
	test('four Fridays over Christmas: 25 December and 1 January are left out, each has its own id', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor);
		const rows = await rowsOf(actor);
		expect(rows.map(local)).toEqual(['2026-12-11T14:30', '2026-12-18T14:30', '2027-01-08T14:30', '2027-01-15T14:30']); // prettier-ignore
		expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
		expect(new Set(rows.map(({ seriesId }) => seriesId)).size).toBe(1);
		expect(seriesMoments(christmas, '14:30').holidays.map(String)).toEqual(['2026-12-25', '2027-01-01']);
	});

	test('the local time stays the same when the clock goes forward', () => {
		const moments = momentsOf({ first: day('2027-03-22'), everyWeeks: 1, count: 2 });
		expect(moments.map(String)).toEqual(['2027-03-22T13:30:00Z', '2027-04-05T12:30:00Z']);
	});

	test('IN-11: the same form sent twice makes one series and tells each appointment once', async () => {
		const actor = await participant(staff.consulent);
		const key = newId();
		expect(await planned(actor, key)).toEqual(await planned(actor, key));
		expect(await rowsOf(actor)).toHaveLength(4);
		expect(await db.read.select().from(outbox).where(eq(outbox.personId, actor.id))).toHaveLength(4);
	});

	test('the preview says per day what stands in the way; only an exact double stops it', async () => {
		const actor = await participant(staff.consulent);
		const fridays = [{ weekday: 5, from: '13:00', until: '15:00' }];
		await enrol(actor.id, { title: 'Taal A2', weekdays: fridays, tot: day('2026-12-31') });
		const moments = momentsOf(christmas);
		const rows = await previewSeries(staff.consulent, actor.id, draft(), moments);
		expect(rows?.map(({ clashes }) => clashes.map(({ what }) => what))).toEqual([['les'], ['les'], [], []]);
		expect((await planned(actor))?.kind).toBe('gepland');
		expect((await planned(actor))?.kind).toBe('dubbel');
		expect(await rowsOf(actor)).toHaveLength(4);
	});

	test('AC-06, AC-12: the person of another municipality is not there', async () => {
		const actor = await participant(staff.consulent);
		const form = { key: newId(), moments: momentsOf(christmas) };
		const theirs = draft({ withPersonId: staff.vreemd.id });
		expect(await planSeries(staff.vreemd, actor.id, theirs, form, now)).toBeUndefined();
		expect(await previewSeries(staff.vreemd, actor.id, theirs, form.moments)).toBeUndefined();
	});
});

describe('this one and all later ones', () => {
	test('move a day earlier and to another time: the first one stays, interpreters are to be arranged again', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor);
		const [, second] = await rowsOf(actor);
		const startsAt = Temporal.Instant.from('2026-12-17T09:00:00Z');
		const key = { inburgeraarId: actor.id, id: second!.id };
		const form = { version: 1, isSure: false };
		expect(await changeSeries(staff.consulent, key, draft({ startsAt }), form, now)).toEqual({
			kind: 'bewaard'
		});
		const rows = await rowsOf(actor);
		expect(rows.map(local)).toEqual(['2026-12-11T14:30', '2026-12-17T10:00', '2027-01-07T10:00', '2027-01-14T10:00']); // prettier-ignore
		expect(rows.map(({ isInterpreterArranged }) => isInterpreterArranged)).toEqual([true, true, false, false]); // prettier-ignore
		expect(rows.map(({ version }) => version)).toEqual([1, 2, 2, 2]);
	});

	test('a later week that would move to a holiday is said first, and then stays on its old day', async () => {
		const actor = await participant(staff.consulent);
		const moments = momentsOf({ first: day('2027-04-12'), everyWeeks: 1, count: 3 });
		await planSeries(staff.consulent, actor.id, draft(), { key: newId(), moments }, now);
		const [first] = await rowsOf(actor);
		const key = { inburgeraarId: actor.id, id: first!.id };
		const tuesday = draft({ startsAt: moments[0]!.add({ hours: 24 }) });
		expect(await changeSeries(staff.consulent, key, tuesday, { version: 1, isSure: false }, now)).toEqual({ kind: 'let_op', warnings: ['feestdag'] }); // prettier-ignore
		await changeSeries(staff.consulent, key, tuesday, { version: 1, isSure: true }, now);
		expect((await rowsOf(actor)).map(local)).toEqual(['2027-04-13T14:30', '2027-04-20T14:30', '2027-04-26T14:30']); // prettier-ignore
	});

	test('what was changed in one week only stays: another room for all keeps its length', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor);
		const [first, , third] = await rowsOf(actor);
		const keyOf = (id: string) => ({ inburgeraarId: actor.id, id });
		const longer = draft({ startsAt: third!.startsAt, minutes: 90 });
		await changeSeries(staff.consulent, keyOf(third!.id), longer, { version: 1, isSure: true }, now);
		const room = draft({ startsAt: first!.startsAt, place: 'Bibliotheek' });
		await changeSeries(staff.consulent, keyOf(first!.id), room, { version: 1, isSure: true }, now);
		const rows = await rowsOf(actor);
		expect(rows.map(({ minutes }) => minutes)).toEqual([45, 45, 90, 90]);
		expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 4 }, () => 'Bibliotheek'));
	});

	test('are called off with one reason; what lies before goes on', async () => {
		const actor = await participant(staff.consulent);
		await planned(actor);
		const [, second] = await rowsOf(actor);
		const key = { inburgeraarId: actor.id, id: second!.id };
		await cancelSeries(staff.consulent, key, { version: 1, reason: 'niet_meer_nodig' }, now);
		const rows = await rowsOf(actor);
		expect(rows.map(({ status }) => status)).toEqual(['gepland', 'afgezegd', 'afgezegd', 'afgezegd']);
		const where = and(eq(appointmentChanges.inburgeraarId, actor.id), eq(appointmentChanges.change, 'afgezegd')); // prettier-ignore
		expect(await db.read.select().from(appointmentChanges).where(where)).toHaveLength(3);
	});
});

test('an exact double of one appointment is never made, also when the consultant is sure', async () => {
	const actor = await participant(staff.consulent);
	const one = draft({ startsAt: now.add({ hours: 24 }) });
	const plan = () => planAppointment(staff.consulent, actor.id, one, { key: newId(), isSure: true }, now);
	expect((await plan())?.kind).toBe('gepland');
	expect((await plan())?.kind).toBe('dubbel');
	expect(await rowsOf(actor)).toHaveLength(1);
});
