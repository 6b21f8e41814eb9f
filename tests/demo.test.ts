import { and, count, eq, inArray, isNull, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pipNodig, pipStand, termijnStand } from '#lib/domain/cijfers.ts';
import { wrongSlots, type TrajectSlots } from '#lib/domain/trajectSlots.ts';
import type { Coordinator, Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { listScopePeople } from '#lib/server/db/caseload-people.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as schema from '#lib/server/db/schema.ts';
import { sqliteBulk } from '#lib/server/demo/bulk.ts';
import { calendar, isWorkday } from '#lib/server/demo/calendar.ts';
import { fillDemo, hasRealAccounts, isEmpty } from '#lib/server/demo/fill.ts';
import { demoId, participantKeys, personaIds, personId, staffKeys } from '#lib/server/demo/ids.ts';
import { livesOf, personas } from '#lib/server/demo/lives.ts';
import { addPopulation } from '#lib/server/demo/population.ts';
import { gemeenteIds } from '#lib/server/demo/places.ts';
import { rowsOf } from '#lib/server/demo/rows-of.ts';
import type { Rows } from '#lib/server/demo/rows.ts';
import { scopeOf } from '#lib/server/dossiers.ts';
import { uitkomstOf } from '#lib/server/facts.ts';
import { countPeople, figureCells } from '#lib/server/figures.ts';
import { progressOf } from '#lib/server/progress.ts';
import { zinnenboek } from '#lib/server/zinnen.ts';
import { openTestDatabase } from './database.ts';

// Thousands of rows, beside everything else that runs at the same time.
vi.setConfig({ testTimeout: 60_000 });

async function coordinatorOf(db: Database, today: Temporal.PlainDate): Promise<Coordinator> {
	const where = eq(schema.people.id, personaIds.coordinator);
	const [person] = await db.read.select().from(schema.people).where(where);
	return {
		...{ id: person!.id, role: 'coordinator', gemeenteId: person!.gemeenteId!, name: person!.name, today },
		...{ partnerId: null, locale: 'nl', hasDutchBeside: true, hasLargeText: false, hasHighContrast: false },
		...{ hasSound: true, hasHijriDays: true, sessionId: 's', address: null }
	};
}

const { compare } = Temporal.PlainDate;
const { compare: compareMoments } = Temporal.Instant;
const sum = (rows: { minutes: number }[]) => rows.reduce((total, { minutes }) => total + minutes, 0);

/** A Sunday, the day after a row of holidays, a leap day at night, King's Day, the last day of August. */
const moments = ['2026-11-22T09:00:00Z', '2027-01-04T08:00:00Z', '2028-02-29T22:30:00Z', '2029-04-27T12:00:00Z', '2026-08-31T15:00:00Z']; // prettier-ignore

describe.each(moments)('the demo filled at %s', (moment) => {
	const days = calendar(Temporal.Instant.from(moment));
	const lives = livesOf(days).map((life) => ({ life, rows: rowsOf(life, days) }));
	const each = <T>(check: (entry: (typeof lives)[number]) => T[]): T[] => lives.flatMap(check);

	test('confirmed minutes are what the story says, for every course and category', () => {
		for (const { life, rows } of lives) {
			const confirmed = new Set(rows.hourConfirmations.map(({ hourEntryId }) => hourEntryId));
			for (const course of life.courses ?? [])
				for (const { category, total } of course.hours ?? []) {
					const enrolmentId = demoId(life.key, 'course', course.id);
					const own = rows.hourEntries.filter(
						(row) => row.enrolmentId === enrolmentId && row.category === category
					);
					expect(sum(own.filter(({ id }) => confirmed.has(id))), `${life.key} ${course.id} ${category}`).toBe(
						total
					);
				}
		}
	});

	test('nobody confirms hours of their own', () => {
		const wrong = each(({ rows }) => {
			const recordedBy = new Map(rows.hourEntries.map((row) => [row.id, row.recordedBy]));
			return rows.hourConfirmations.filter((row) => recordedBy.get(row.hourEntryId) === row.confirmedBy);
		});
		expect(wrong).toEqual([]);
	});

	test('hours lie after the first PIP and before today, on days that the course has', () => {
		const wrong = each(({ life, rows }) => {
			const first = life.pips[0]?.dagtekening;
			const weekdays = new Map(
				rows.enrolments.map(({ id, weekdays: week }) => [id, week.map(({ weekday }) => weekday)])
			);
			return rows.hourEntries
				.filter(({ day, enrolmentId }) => {
					const isLesson = weekdays.get(enrolmentId ?? '')?.includes(day.dayOfWeek);
					return !first || !isLesson || compare(day, first) <= 0 || compare(day, days.today) >= 0;
				})
				.map(({ day, enrolmentId }) => `${life.key} ${enrolmentId} ${day}`);
		});
		expect(wrong).toEqual([]);
	});

	test('a course begins with its first lesson and no plan, event or letter lies in the future', () => {
		const wrong = each(({ life, rows }) => [
			...rows.hourEntries
				.filter((row) => {
					const course = rows.enrolments.find(({ id }) => id === row.enrolmentId);
					return (
						!course || compare(row.day, course.vanaf) < 0 || (course.tot && compare(row.day, course.tot) > 0)
					);
				})
				.map(({ day }) => `${life.key} hours ${day} outside the course`),
			...rows.trajectEvents
				.filter(({ day }) => compare(day, days.today) > 0)
				.map(({ kind }) => `${life.key} ${kind}`),
			...rows.pips
				.filter(({ dagtekening }) => dagtekening && compare(dagtekening, days.today) > 0)
				.map(() => life.key)
		]);
		expect(wrong).toEqual([]);
	});

	test('nothing was written down after now, and people are sixteen or older when their duty begins', () => {
		const stamps = (rows: Rows) => [
			...rows.trajectEvents.map(({ recordedAt }) => recordedAt),
			...rows.hourEntries.map(({ recordedAt }) => recordedAt),
			...rows.hourConfirmations.map(({ confirmedAt }) => confirmedAt),
			...rows.appointments.map(({ createdAt }) => createdAt),
			...rows.appointmentChanges.map(({ recordedAt }) => recordedAt),
			...rows.pips.map(({ createdAt }) => createdAt),
			...rows.pipReads.map(({ seenAt }) => seenAt),
			...rows.questionMessages.map(({ sentAt }) => sentAt)
		];
		for (const { life, rows } of lives) {
			const late = stamps(rows).filter((at) => compareMoments(at, days.now) > 0);
			expect(late.map(String), life.key).toEqual([]);
			const eldest = days.today.subtract({ years: 70 });
			expect(compare(life.person.born, eldest), life.key).toBe(1);
			const first = rows.trajectEvents.map(({ day }) => day).toSorted(compare)[0];
			if (first) expect(compare(life.person.born.add({ years: 16 }), first), life.key).toBe(-1);
		}
	});

	test('every event has the slots of its kind and a correction names a row of the same life', () => {
		for (const { life, rows } of lives) {
			const ids = new Set(rows.trajectEvents.map(({ id }) => id));
			for (const event of rows.trajectEvents) {
				expect(wrongSlots(event.kind, event.slots as TrajectSlots), `${life.key} ${event.kind}`).toEqual([]);
				if (event.replacesId) expect(ids).toContain(event.replacesId);
			}
		}
	});

	test('appointments are on working days between 8 and 22, and one consultant is at one place at a time', () => {
		const taken = new Map<string, string[]>();
		for (const { life, rows } of lives)
			for (const row of rows.appointments) {
				const local = row.startsAt.toZonedDateTimeISO('Europe/Amsterdam');
				const isLate = compareMoments(row.startsAt, days.now) > 0;
				expect(local.hour, life.key).toBeGreaterThanOrEqual(8);
				expect(local.hour, life.key).toBeLessThan(22);
				if (!isLate) continue;
				expect(isWorkday(local.toPlainDate()), `${life.key} ${local}`).toBe(true);
				expect(row.status).toBe('gepland');
				if (!row.withPersonId) continue;
				const key = `${row.withPersonId} ${row.startsAt}`;
				taken.set(key, [...(taken.get(key) ?? []), life.key]);
			}
		expect([...taken.values()].filter((keys) => keys.length > 1)).toEqual([]);
	});

	test('the next appointment of every persona comes within three working days', () => {
		for (const key of participantKeys) {
			const { rows } = lives.find(({ life }) => life.key === key)!;
			const [next] = rows.appointments
				.filter(({ startsAt }) => compareMoments(startsAt, days.now) > 0)
				.toSorted((a, b) => compareMoments(a.startsAt, b.startsAt));
			expect(next, key).toBeDefined();
			expect(compare(dayOf(next!.startsAt), days.soon(3)), key).toBeLessThanOrEqual(0);
		}
	});

	test('what points to another row points to one of the same person', () => {
		for (const { life, rows } of lives) {
			const has = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
			const [entries, agreements, appointments] = [
				has(rows.hourEntries),
				has(rows.pipAfspraken),
				has(rows.appointments)
			];
			for (const { hourEntryId } of rows.hourDisputes) expect(entries, life.key).toContain(hourEntryId);
			for (const { afspraakId } of rows.pipAfspraakStates) expect(agreements, life.key).toContain(afspraakId);
			for (const { appointmentId } of rows.appointmentChanges)
				expect(appointments, life.key).toContain(appointmentId);
			for (const { correctsId } of rows.hourEntries)
				if (correctsId) expect(entries, life.key).toContain(correctsId);
		}
	});
});

test('the participants of the demo have eleven different first languages', () => {
	const days = calendar(Temporal.Instant.from('2026-11-22T09:00:00Z'));
	const locales = participantKeys.map((key) => personas[key](days).person.locale);
	expect(locales.toSorted()).toEqual(['am', 'ar', 'es', 'fa', 'fa-AF', 'ku', 'ps', 'so', 'ti', 'tr', 'uk']);
});

test('the same moment always tells the same stories', () => {
	const tell = () => {
		const days = calendar(Temporal.Instant.from('2026-11-22T09:00:00Z'));
		return JSON.stringify(livesOf(days).map((life) => rowsOf(life, days).hourEntries));
	};
	expect(tell()).toBe(tell());
});

describe('in a database', () => {
	const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
	let db: Database;
	beforeAll(async () => {
		db = await openTestDatabase();
		expect(await isEmpty(db)).toBe(true);
		await fillDemo(db, now);
	}, 60_000);
	afterAll(() => db.close());

	test('every persona is there, with the role of the key, and signs in without a password', async () => {
		const people = await db.read.select().from(schema.people);
		const byKey = new Map(people.map((person) => [person.demoKey, person]));
		for (const key of participantKeys)
			expect(byKey.get(key)).toMatchObject({ id: personaIds[key], role: 'inburgeraar', isDemo: true });
		for (const key of staffKeys)
			expect(byKey.get(key)).toMatchObject({
				id: personaIds[key],
				role: key.split('-')[0],
				passwordHash: null
			});
		expect(people.every(({ isDemo, nameFolded }) => isDemo && nameFolded)).toBe(true);
	});

	test('the consultant guides seventy people, the other municipality has a few of its own', async () => {
		const guided = async (consulentId: string) =>
			(
				await db.read
					.select({ n: count() })
					.from(schema.caseload)
					.where(and(eq(schema.caseload.consulentId, consulentId), isNull(schema.caseload.tot)))
			)[0]?.n;
		expect(await guided(personaIds.consulent)).toBe(70);
		expect(await guided(personaIds['consulent-collega'])).toBe(8);
		expect(await guided(personaIds['consulent-elders'])).toBe(5);
	});

	test('every plan with a dagtekening is published, every draft is not', async () => {
		const pips = await db.read.select().from(schema.pips);
		expect(
			pips.filter(({ dagtekening, publishedAt }) => (dagtekening === null) !== (publishedAt === null))
		).toEqual([]);
		expect(pips.some(({ publishedAt }) => publishedAt === null)).toBe(true);
	});

	test.each([
		['asiel-b1-ar', 'termijn_loopt', { pvt: 480, praktijk: 750 }],
		['asiel-z-ti', 'termijn_loopt', { pvt: 720, praktijk: 2600 }],
		['asiel-onderwijs-fa', 'termijn_loopt', { pvt: 600, praktijk: 0 }],
		['asiel-intake-so', null, { pvt: undefined, praktijk: undefined }],
		['asiel-gezin-ps', 'termijn_loopt', { pvt: 240, praktijk: 0 }],
		['gezin-b1-tr', 'termijn_loopt', { pvt: 120, praktijk: 0 }],
		['gezin-z-ku', 'termijn_loopt', { pvt: 720, praktijk: 1875 }],
		['asiel-verlengd-fa-af', 'termijn_loopt', { pvt: 720, praktijk: 2400 }],
		['asiel-verhuisd-am', 'termijn_loopt', { pvt: 600, praktijk: 1320 }],
		['gezin-klaar-uk', 'wacht_op_duo', { pvt: 780, praktijk: 2490 }],
		['gezin-vraag-es', 'termijn_loopt', { pvt: 600, praktijk: 1080 }]
	] as const)('%s is %s by the law, with the minutes of the story', async (key, status, minutes) => {
		const found = await uitkomstOf(personaIds[key], dayOf(now), db.read);
		expect(found?.outcome.traject.status).toBe(status);
		expect(found?.facts.pvtMinuten).toBe(minutes.pvt);
		expect(found?.facts.moduleMapPraktijkMinuten).toBe(minutes.praktijk);
		expect(found?.outcome.toepasselijkeWet.wet).toBe('wi2021');
	});

	test('the phrase-book of the first municipality has every state of translation in Arabic', async () => {
		const reader = { gemeenteId: gemeenteIds.waterrijk } as Staff;
		const own = (await zinnenboek(reader, 'ar')).filter(({ isStock }) => !isStock);
		expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['reviewed', 'machine', 'outdated', 'missing'])); // prettier-ignore
	});

	test('a granted verlenging took the place of its request and moved the last day three months', async () => {
		const found = await uitkomstOf(personaIds['asiel-verlengd-fa-af'], dayOf(now), db.read);
		expect(found?.facts.verlengingen).toEqual([
			{ verlengingsgrond: 'aanbieder', status: 'toegekend', maanden: 3 }
		]);
		const { laatsteDag, laatsteDagZonderVerlenging, bron } = found!.outcome.inburgeringstermijn;
		expect(bron).toBe('duo');
		expect(String(laatsteDag)).toBe(String(laatsteDagZonderVerlenging?.add({ months: 3 })));
	});

	test('the figures of the municipality equal a plain count over its people', async () => {
		const coordinator = await coordinatorOf(db, dayOf(now));
		const people = await listScopePeople(db.read, scopeOf(coordinator));
		const plain: Record<string, number> = {};
		const add = (cell: string) => (plain[cell] = (plain[cell] ?? 0) + 1);
		for (const { id, locale, groep } of people) {
			const { outcome, leerroute, parts } = (await progressOf(coordinator, id, now))!;
			const { status } = outcome.traject;
			const isNamed = (figureCells.status as readonly (string | null)[]).includes(status);
			for (const cell of [`taal.${locale}`, `groep.${groep}`, `route.${leerroute ?? 'geen_pip'}`]) add(cell);
			add(`status.${!leerroute ? 'geen_pip' : isNamed ? status : 'anders'}`);
			add(`pip.${pipStand(outcome, leerroute !== null)}`);
			add(`termijn.${termijnStand(outcome, leerroute !== null, dayOf(now))}`);
			if (!leerroute) add(`pip_nodig.${pipNodig(outcome, dayOf(now))}`);
			for (const { meter } of parts)
				if (meter?.forecast.kind === 'verwacht')
					add(`${meter.code}.${meter.forecast.isBinnenTermijn ? 'op_tempo' : 'te_laag'}`);
				else if (meter) add(`${meter.code}.${meter.forecast.kind.replace('haalt_niet', 'te_laag')}`);
		}
		const { counts, total } = await countPeople(coordinator.gemeenteId, 28, dayOf(now));
		const { tolk: _t, consulent: _c, contact: _n, ...compared } = counts;
		const counted = Object.entries(compared).flatMap(([table, cells]) =>
			Object.entries(cells).flatMap(([cell, n]) =>
				n > 0 && cell !== 'geldt_niet' ? [[`${table}.${cell}`, n]] : []
			)
		);
		expect(total).toBe(people.length);
		expect(Object.fromEntries(counted)).toEqual(plain);
		expect(Object.keys(plain).length).toBeGreaterThan(30);
	});

	test('the newest plan of asiel-b1-ar was not seen, and there are invented people only', async () => {
		const id = personId('asiel-b1-ar');
		const reads = await db.read.select().from(schema.pipReads).where(eq(schema.pipReads.inburgeraarId, id));
		expect(reads.map(({ versie }) => versie).toSorted()).toEqual([1, 2]);
		expect(await hasRealAccounts(db)).toBe(false);
	});

	test.skipIf(process.env.TEST_DATABASE !== undefined && process.env.TEST_DATABASE !== 'sqlite')(
		'a synthetic population comes beside them: seventy people a consultant, all their rows their own',
		async () => {
			const bulk = sqliteBulk((process.env.DATABASE_URL ?? '').replace(/^file:/, ''));
			await addPopulation(bulk, 150, now);
			await bulk.close();
			const { people, caseload, pips, hourEntries, inburgeraren } = schema;
			const synthetic = await db.read
				.select({ id: people.id, consulentId: caseload.consulentId, pipVersie: inburgeraren.pipVersie })
				.from(people)
				.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
				.innerJoin(caseload, and(eq(caseload.inburgeraarId, people.id), isNull(caseload.tot)))

				.innerJoin(
					schema.gemeenten,
					and(eq(schema.gemeenten.id, people.gemeenteId), like(schema.gemeenten.slug, 'proef-%'))
				);
			expect(synthetic).toHaveLength(150);
			expect(new Set(synthetic.map(({ id }) => id)).size).toBe(150);
			const perConsulent = Map.groupBy(synthetic, ({ consulentId }) => consulentId);
			expect([...perConsulent.values()].map((list) => list.length)).toEqual(
				expect.arrayContaining([70, 70, 10])
			);
			for (const { id, pipVersie } of synthetic) {
				const own = await db.read.select().from(pips).where(eq(pips.inburgeraarId, id));
				expect(own.filter(({ publishedAt }) => publishedAt)).toHaveLength(pipVersie);
			}
			const staffOfDemo = await db.read
				.select({ n: count() })
				.from(hourEntries)
				.innerJoin(people, eq(people.id, hourEntries.recordedBy))
				.where(and(like(people.demoKey, '%'), inArray(hourEntries.inburgeraarId, synthetic.map(({ id }) => id)))); // prettier-ignore
			expect(staffOfDemo[0]?.n).toBe(0);
		}
	);
});
