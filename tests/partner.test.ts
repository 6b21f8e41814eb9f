import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EnrolmentKind } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { disputeHours } from '#lib/server/hour-disputes.ts';
import { correctHours } from '#lib/server/hour-corrections.ts';
import { confirmHours, recordHours } from '#lib/server/hours.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { recordAttendance, savedAttendance } from '#lib/server/partner-attendance.ts';
import { registerDays } from '#lib/server/partner-lessons.ts';
import { groupsOf, organisationOf, recordedIn, type PartnerActor } from '#lib/server/partner.ts';
import { sheetOf } from '#lib/server/partner-sheet.ts';
import { entry } from '#lib/server/web/guard.ts';
import { openTestDatabase } from './database.ts';
import { day, enrol, later, now, participant, people } from './hours-people.ts';

/** Monday 23 November 2026, 10:00 in the Netherlands. */
const week = [
	{ weekday: 1, from: '09:00', until: '11:45' },
	{ weekday: 4, from: '09:00', until: '12:00' }
];
const thursday = day('2026-11-19');

let db: Database;
let staff: Awaited<ReturnType<typeof people>>;
let school: PartnerActor;
let other: PartnerActor;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await people();
});
beforeEach(async () => {
	school = await teacher('School CANARY-OWN');
	other = await teacher('School CANARY-OTHER');
});
afterAll(() => db.close());

async function teacher(organisation: string, colleagueOf?: PartnerActor): Promise<PartnerActor> {
	const [id, partnerId] = [newId(), colleagueOf?.partnerId ?? newId()];
	const { gemeenteId } = staff;
	await db.transaction(async (tx) => {
		if (!colleagueOf)
			await tx
				.insert(t.partners)
				.values({ id: partnerId, gemeenteId, name: organisation, kind: 'taalschool' });
		await tx.insert(t.people).values({
			...{ id, gemeenteId, partnerId, role: 'partner', name: 'Lena Docent', nameFolded: 'lena docent' },
			...{ loginName: `${id.toLowerCase()}@school.test`, createdAt: now }
		});
	});
	const rest = {
		locale: 'nl',
		hasDutchBeside: true,
		hasLargeText: false,
		hasHighContrast: false,
		hasSound: true,
		hasHijriDays: true,
		sessionId: 's',
		address: null,
		today: dayOf(now)
	} as const;
	return { id, role: 'partner', gemeenteId, partnerId, name: 'Lena Docent', ...rest };
}

type Course = Partial<typeof t.enrolments.$inferInsert>;
async function learner(course: Course = {}, partner = school) {
	const person = await participant(staff.consulent);
	const course1 = { partnerId: partner.partnerId, weekdays: week, ...course };
	return { person, enrolmentId: await enrol(person.id, course1) };
}
async function group(actor = school) {
	const [first] = await groupsOf(actor, now);
	if (!first) throw new Error('no group');
	return first;
}
const sheet = async (on = thursday, actor = school) => {
	const found = await sheetOf(actor, (await group(actor)).id, on, now);
	if (!found) throw new Error('no sheet');
	return found;
};
async function everybody(on = thursday, key = newId(), at = now) {
	const { group: of, people: list } = await sheet(on);
	const present = list.map(({ id, minutes }) => ({ id, minutes: minutes ?? 60 }));
	return recordAttendance(school, of.id, { day: on, people: present }, key, at);
}
const rowsOf = (id: string) =>
	db.read.select().from(t.hourEntries).where(eq(t.hourEntries.inburgeraarId, id));

describe('groups', () => {
	test('one per title and kind, with the people of today, the next lesson and the lessons without attendance', async () => {
		await learner();
		await learner();
		await learner({ kind: 'knm_cursus' });
		const groups = await groupsOf(school, now);
		expect(groups.map(({ kind, people: n }) => [kind, n])).toEqual(
			expect.arrayContaining([['taalcursus', 2], ['knm_cursus', 1]]) // prettier-ignore
		);
		const [first] = groups;
		expect(first?.next).toEqual({ day: thursday.add({ days: 7 }), from: '09:00' });
		expect(first?.open.slice(0, 3).map(String)).toEqual(['2026-11-23', '2026-11-19', '2026-11-16']);
		await everybody();
		expect((await group()).open.slice(0, 2).map(String)).toEqual(['2026-11-23', '2026-11-16']);
	});
	test('a lesson that has not begun yet is not asked for', async () => {
		await learner();
		const early = Temporal.Instant.from('2026-11-23T07:30:00Z');
		const [first] = await groupsOf(school, early);
		expect(first?.open[0]?.toString()).toBe('2026-11-19');
		expect(first?.next).toEqual({ day: day('2026-11-23'), from: '09:00' });
	});
	test('a public holiday is no lesson', async () => {
		await learner({ vanaf: day('2026-12-01') });
		const [first] = await groupsOf(school, Temporal.Instant.from('2027-01-05T10:00:00Z'));
		expect(first?.open.map(String)).toEqual(['2027-01-04', '2026-12-31', '2026-12-28', '2026-12-24']);
		await learner({ title: 'Vrijdag', vanaf: day('2026-12-01'), weekdays: [{ weekday: 5, from: '09:00', until: '10:00' }] }); // prettier-ignore
		const groups = await groupsOf(school, Temporal.Instant.from('2027-01-05T10:00:00Z'));
		const friday = groups.find(({ title }) => title === 'Vrijdag');
		expect(friday?.open).toEqual([]);
	});
	test('AC-10: nobody before the first and after the last day of the enrolment', async () => {
		await learner({ vanaf: day('2026-11-24') });
		expect(await groupsOf(school, now)).toEqual([]);
		await learner({ vanaf: day('2026-01-05'), tot: day('2026-09-01') });
		expect(await groupsOf(school, now)).toEqual([]);
	});
	test('a group that is over stays until its last lessons are registered', async () => {
		await learner({ vanaf: day('2026-11-17'), tot: day('2026-11-20') });
		expect(await groupsOf(school, now)).toMatchObject([{ people: 0, next: null, open: [thursday] }]);
		await everybody();
		expect(await groupsOf(school, now)).toEqual([]);
	});
	test('an organisation without people has no groups', async () => {
		expect(await groupsOf(school, now)).toEqual([]);
		expect(await organisationOf(school)).toBe('School CANARY-OWN');
	});
});

describe('the sheet', () => {
	test('the newest lesson without attendance, everybody with the minutes of their own lesson', async () => {
		await learner();
		const { id } = await group();
		const found = await sheetOf(school, id, undefined, now);
		expect(found?.day.toString()).toBe('2026-11-23');
		expect(found?.people).toMatchObject([
			{ name: 'Amina Haddad', minutes: 165, isExpected: true, since: null }
		]);
		expect((await sheet()).people[0]?.minutes).toBe(180);
	});
	test('AC-10: per day only who was enrolled on that day', async () => {
		await learner({ vanaf: day('2026-10-01') });
		await learner({ vanaf: day('2026-11-19') });
		await learner({ vanaf: day('2026-10-01'), tot: day('2026-11-18') });
		expect((await sheet(day('2026-11-12'))).people).toHaveLength(2);
		expect((await sheet()).people).toHaveLength(2);
		expect((await sheet(day('2026-11-16'))).people).toHaveLength(2);
		expect((await sheet(day('2026-09-30'))).people).toHaveLength(0);
	});
	test('somebody whose lesson is on another day is not expected', async () => {
		await learner();
		await learner({ weekdays: [{ weekday: 1, from: '09:00', until: '11:45' }] });
		const { people: list } = await sheet();
		expect(list.map(({ isExpected }) => isExpected).toSorted()).toEqual([false, true]);
	});
	test('once registered, those who were not there are not ticked beforehand', async () => {
		await learner({ vanaf: day('2026-10-01') });
		await learner({ vanaf: day('2026-10-08') });
		const before = await sheet();
		const sent = [{ id: before.people[0]!.id, minutes: 60 }];
		await recordAttendance(school, before.group.id, { day: thursday, people: sent }, newId(), now);
		expect((await sheet()).people).toMatchObject([{ isPlanned: true, isExpected: false }]);
	});
	test('namesakes are told apart by the day on which they began', async () => {
		await learner({ vanaf: day('2026-10-01') });
		await learner({ vanaf: day('2026-10-08') });
		const { people: list } = await sheet();
		expect(list.map(({ since }) => since?.toString()).toSorted()).toEqual(['2026-10-01', '2026-10-08']);
	});
	test('AC-06: a group of another organisation and an unknown one are the same nothing', async () => {
		await learner({}, other);
		const { id } = await group(other);
		const attendance = { day: thursday, people: [] };
		for (const groupId of [id, newId(), '']) {
			expect(await sheetOf(school, groupId, thursday, now)).toBeUndefined();
			expect(await recordAttendance(school, groupId, attendance, newId(), now)).toBeUndefined();
		}
	});
	test('two organisations with the same course title see their own people only', async () => {
		const own = await learner();
		await learner({}, other);
		expect((await group()).id).not.toBe((await group(other)).id);
		expect((await sheet()).people).toHaveLength(1);
		await everybody();
		expect(await rowsOf(own.person.id)).toHaveLength(1);
		expect((await sheet(thursday, other)).recorded).toEqual([]);
	});
});

describe('registering', () => {
	test('hours, one audit event and one notice per person, in the category of the course', async () => {
		const kinds: [EnrolmentKind, string][] = [['pvt', 'pvt'], ['praktijkplaats', 'module_map_praktijk']]; // prettier-ignore
		for (const [kind, category] of kinds) {
			school = await teacher('School');
			const { person, enrolmentId } = await learner({ kind });
			expect(await everybody()).toMatchObject({ ok: true, recorded: 1, already: [] });
			expect(await rowsOf(person.id)).toMatchObject([
				{ category, enrolmentId, minutes: 180, recordedBy: school.id, correctsId: null }
			]);
			const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, person.id));
			expect(events).toMatchObject([{ action: 'uren.record', actorId: school.id, actorRole: 'partner' }]);
			const notices = await db.read.select().from(t.outbox).where(eq(t.outbox.personId, person.id));
			expect(notices).toMatchObject([{ kind: 'uren' }]);
		}
	});
	test('IN-11: the same form sent twice is one row and the same answer', async () => {
		const { person } = await learner();
		const { group: of, people: list } = await sheet();
		const attendance = { day: thursday, people: [{ id: list[0]!.id, minutes: 120 }] };
		const key = newId();
		const first = await recordAttendance(school, of.id, attendance, key, now);
		expect(await recordAttendance(school, of.id, attendance, key, later(1))).toEqual(first);
		expect(await rowsOf(person.id)).toHaveLength(1);
		const changed = { ...attendance, people: [{ id: list[0]!.id, minutes: 60 }] };
		const again = recordAttendance(school, of.id, changed, key, now);
		await expect(again).rejects.toSatisfy(isDifferentPayload);
	});
	test('T8: saved by two colleagues, the second is told who stood there already, and nothing changes', async () => {
		const first = await learner();
		const second = await learner({ vanaf: day('2026-10-08') });
		const { group: of, people: list } = await sheet();
		const one = list.find(({ since }) => since?.toString() === '2026-10-08')!;
		await recordAttendance(
			school,
			of.id,
			{ day: thursday, people: [{ id: one.id, minutes: 90 }] },
			newId(),
			now
		);
		const colleague = await teacher('', school);
		const all = list.map(({ id }) => ({ id, minutes: 180 }));
		const key = newId();
		const result = await recordAttendance(colleague, of.id, { day: thursday, people: all }, key, later(1));
		expect(result).toMatchObject({ ok: true, recorded: 1, already: [{ id: one.id, minutes: 180 }] });
		expect((await rowsOf(second.person.id)).map(({ minutes }) => minutes)).toEqual([90]);
		expect((await rowsOf(first.person.id)).map(({ minutes }) => minutes)).toEqual([180]);
		const after = await sheet();
		expect(after.people).toEqual([]);
		expect(after.recorded.map(({ by }) => by).toSorted()).toEqual(['Lena Docent', null]);
		expect(await savedAttendance(colleague, after, key)).toMatchObject({ recorded: 1 });
		expect(await savedAttendance(school, after, key)).toBeUndefined();
		expect(await savedAttendance(colleague, { ...after, day: day('2026-11-16') }, key)).toBeUndefined();
	});
	test('two colleagues at the same moment: each person once', async () => {
		const { person } = await learner();
		const { group: of, people: list } = await sheet();
		const present = { day: thursday, people: list.map(({ id }) => ({ id, minutes: 60 })) };
		const colleague = await teacher('', school);
		const results = await Promise.all(
			[school, colleague].map((actor) => recordAttendance(actor, of.id, present, newId(), now))
		);
		expect(results.map((result) => (result?.ok ? result.recorded : -1)).toSorted()).toEqual([0, 1]);
		expect(await rowsOf(person.id)).toHaveLength(1);
	});
	test('a person sent twice in one form is recorded once', async () => {
		const { person } = await learner();
		const { group: of, people: list } = await sheet();
		const twice = [{ id: list[0]!.id, minutes: 60 }, { id: list[0]!.id, minutes: 90 }]; // prettier-ignore
		await recordAttendance(school, of.id, { day: thursday, people: twice }, newId(), now);
		expect((await rowsOf(person.id)).map(({ minutes }) => minutes)).toEqual([60]);
	});
	test('hours that the consultant recorded or moved to this day are not recorded again', async () => {
		const { person, enrolmentId } = await learner();
		const hours = { category: 'nt2' as const, day: day('2026-11-18'), minutes: 60, enrolmentId };
		const recorded = await recordHours(staff.consulent, person.id, hours, newId(), now);
		const moved = { category: 'nt2' as const, day: thursday, minutes: 60, reason: 'verkeerde_dag' as const, version: 1 }; // prettier-ignore
		const id = recorded?.ok ? recorded.id : '';
		await correctHours(staff.consulent, person.id, id, moved, newId(), later(1));
		const after = await sheet();
		expect(after.people).toEqual([]);
		expect(after.recorded).toMatchObject([{ minutes: null, by: null, isCorrected: true }]);
		expect((await recordedIn(school, day('2026-11-16'))).flatMap((lesson) => lesson.people)).toEqual([]);
	});
	test('T8: a day ahead and a day too long ago are refused, and then nothing is remembered', async () => {
		const { person } = await learner({ vanaf: day('2026-01-01') });
		const { group: of, people: list } = await sheet();
		const send = (on: Temporal.PlainDate, key = newId()) =>
			recordAttendance(school, of.id, { day: on, people: [{ id: list[0]!.id, minutes: 60 }] }, key, now);
		const last = day('2026-11-23').subtract({ days: registerDays });
		expect(await send(day('2026-11-24'))).toEqual({ ok: false, reden: 'toekomst' });
		expect(await send(last.subtract({ days: 1 }))).toEqual({ ok: false, reden: 'te_lang_geleden' });
		expect((await sheetOf(school, of.id, day('2026-11-24'), now))?.refusal).toBe('toekomst');
		expect((await sheetOf(school, of.id, day('2026-11-24'), now))?.people).toEqual([]);
		expect(await rowsOf(person.id)).toEqual([]);
		expect(await send(last)).toMatchObject({ ok: true, recorded: 1 });
	});
	test('FILE-04: a stranger, somebody of another organisation and somebody no longer enrolled read the same', async () => {
		const own = await learner();
		const foreign = await learner({}, other);
		await learner({ tot: day('2026-11-10') });
		const { group: of, people: list } = await sheet();
		const left = (await sheet(day('2026-11-09'))).people.find(({ id }) => !list.some((p) => p.id === id))!;
		const elsewhere = (await sheet(thursday, other)).people[0]!;
		for (const id of [newId(), foreign.person.id, elsewhere.id, left.id]) {
			const sent = [...list.map((p) => ({ id: p.id, minutes: 60 })), { id, minutes: 60 }];
			const result = await recordAttendance(school, of.id, { day: thursday, people: sent }, newId(), now);
			expect(result).toEqual({ ok: false, reden: 'niet_in_groep' });
		}
		expect(await rowsOf(own.person.id)).toEqual([]);
		expect(await rowsOf(foreign.person.id)).toEqual([]);
	});
	test('M12: twenty people in one go', async () => {
		for (let n = 0; n < 20; n++) await learner();
		expect(await everybody()).toMatchObject({ recorded: 20 });
	});
});

describe('what was recorded', () => {
	test('waiting, confirmed, corrected, disputed', async () => {
		const { person } = await learner();
		await everybody();
		const read = async () => (await recordedIn(school, day('2026-11-16')))[0]?.people[0];
		const [row] = await rowsOf(person.id);
		expect(await read()).toMatchObject({ minutes: 180, by: null, isConfirmed: false });
		await confirmHours(staff.consulent, person.id, [row!.id], later(1));
		expect(await read()).toMatchObject({ isConfirmed: true, isCorrected: false, isDisputed: false });
		await disputeHours(person, row!.id, { kind: 'te_veel', text: 'CANARY-DISPUTE' }, newId(), later(2));
		expect(await read()).toMatchObject({ isDisputed: true });
		const fewer = {
			category: 'nt2' as const,
			day: thursday,
			minutes: 150,
			reason: 'na_melding' as const,
			version: 1
		};
		await correctHours(staff.consulent, person.id, row!.id, fewer, newId(), later(3));
		expect(await read()).toMatchObject({ minutes: 150, isConfirmed: true, isCorrected: true });
		const none = { ...fewer, minutes: 0, version: 2 };
		await correctHours(staff.consulent, person.id, row!.id, none, newId(), later(4));
		expect(await read()).toMatchObject({ minutes: 0, isConfirmed: false, isCorrected: true });
	});
	test('AC-14: what a partner records counts for nothing until somebody of the municipality confirms it', async () => {
		const { person } = await learner();
		await everybody();
		const confirmed = await db.read
			.select()
			.from(t.hourConfirmations)
			.where(and(eq(t.hourConfirmations.inburgeraarId, person.id)));
		expect(confirmed).toEqual([]);
	});
	test('one week, own lessons, newest first', async () => {
		await learner();
		await everybody();
		await everybody(day('2026-11-16'));
		await everybody(day('2026-11-12'));
		const lessons = await recordedIn(school, day('2026-11-16'));
		expect(lessons.map(({ day: on }) => on.toString())).toEqual(['2026-11-19', '2026-11-16']);
		expect(await recordedIn(other, day('2026-11-16'))).toEqual([]);
	});
});

test('AC-10: names, courses and own attendance, nothing else of the dossier', async () => {
	const { person, enrolmentId } = await learner();
	const colleague = await learner({}, other);
	await enrol(person.id, { partnerId: other.partnerId, title: 'CANARY-COURSE-ELSEWHERE', weekdays: week });
	await db.transaction(async (tx) => {
		const secrets = { phone: '0399-CANARY', email: 'canary@inburgeraar.test', jobTitle: 'CANARY-JOB' };
		await tx.update(t.people).set(secrets).where(eq(t.people.id, person.id));
		await tx.update(t.people).set({ name: 'CANARY STRANGER' }).where(eq(t.people.id, colleague.person.id));
		await tx.update(t.enrolments).set({ place: 'CANARY-PLACE' }).where(eq(t.enrolments.id, enrolmentId));
		await tx.update(t.inburgeraren).set({ tolktaal: 'CANARY-LANGUAGE' }).where(eq(t.inburgeraren.inburgeraarId, person.id)); // prettier-ignore
	});
	await everybody();
	const [row] = await rowsOf(person.id);
	await disputeHours(person, row!.id, { kind: 'anders', text: 'CANARY-DISPUTE' }, newId(), later(1));
	await confirmHours(staff.consulent, person.id, [row!.id], later(2));
	const elsewhere = { category: 'pvt' as const, day: thursday, minutes: 77 };
	await recordHours(staff.consulent, person.id, elsewhere, newId(), later(3));
	const { id } = await group();
	const everything = JSON.stringify([
		await groupsOf(school, now),
		await sheetOf(school, id, thursday, now),
		await sheetOf(school, id, day('2026-11-16'), now),
		await recordedIn(school, day('2026-11-16'))
	]);
	expect(everything).toContain('Amina Haddad');
	const secret = ['CANARY', person.id, enrolmentId, row!.id, '1990-05-05', 'asiel', 'Fatma de Vries', 'te_veel', '"minutes":77']; // prettier-ignore
	for (const word of secret) expect(everything).not.toContain(word);
	const keys = new Set(everything.match(/"\w+":/g));
	expect([...keys].map((key) => key.slice(1, -2)).toSorted()).toEqual(['by', 'day', 'from', 'group', 'groupId', 'id', 'isConfirmed', 'isCorrected', 'isDisputed', 'isExpected', 'isLessonDay', 'isPlanned', 'isRegistered', 'kind', 'lessons', 'minutes', 'name', 'next', 'open', 'people', 'period', 'recorded', 'refusal', 'since', 'title', 'tot', 'van']); // prettier-ignore
});

test('AC-02: a partner enters /partner only, and nobody else does', () => {
	const partner = school;
	for (const route of [
		'/admin',
		'/admin/inburgeraars/[id]/uren',
		'/(inburgeraar)/vandaag',
		'/(inburgeraar)/pip'
	])
		expect(entry(route, partner)).toBe('forbidden');
	for (const route of ['/partner', '/partner/groep/[groep]', '/partner/genoteerd']) {
		expect(entry(route, partner)).toBe('open');
		expect(entry(route, staff.consulent)).toBe('forbidden');
		expect(entry(route, null)).toBe('sign_in');
	}
});
