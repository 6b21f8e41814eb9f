import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Consulent, Coordinator, Inburgeraar, Staff } from '#lib/server/actor.ts';
import { inviteesFor } from '#lib/server/activity-people.ts';
import { caseloadPage } from '#lib/server/caseload.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/db/database.ts';
import { listOpenOf } from '#lib/server/db/break-glass.ts';
import { listMembers } from '#lib/server/db/partner.ts';
import * as t from '#lib/server/db/schema.ts';
import { dossierFor, dossierToRead } from '#lib/server/dossiers.ts';
import { newId } from '#lib/server/ids.ts';
import { mondayList } from '#lib/server/monday-list.ts';
import { handoverChoices } from '#lib/server/overdracht.ts';
import { groupsOf, type PartnerActor } from '#lib/server/partner.ts';
import { openTestDatabase } from './database.ts';
import { engine } from './raw.ts';

// G3: random organisations, caseloads, moves, enrolments and openings on random days. Three must agree: what opens a
// dossier, what the lists show, and an oracle that knows only the rows of the world and the words of AC-10 to AC-13.

const runs = Number(process.env.ATTACK_RUNS ?? (engine === 'sqlite' ? 60 : 10));
let db: Database;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

/** Beginnings of four weeks: around both changes of the clock, the turn of the year, 29 February. */
const beginnings = ['2024-02-20', '2024-03-22', '2024-10-18', '2024-12-22', '2026-11-02'].map((text) => Temporal.PlainDate.from(text)); // prettier-ignore
/** Days are counted from the beginning; few enough that what begins or ends often does so on the day that is asked. */
const weeks = 28;
const { compare } = Temporal.PlainDate;
interface Period {
	vanaf: Temporal.PlainDate;
	tot: Temporal.PlainDate | null;
}
const holds = ({ vanaf, tot }: Period, day: Temporal.PlainDate) =>
	compare(vanaf, day) <= 0 && (tot === null || compare(tot, day) >= 0);

/** Boundaries of periods that follow each other, with gaps: at most one holds on a day. */
type Days = { from: number; until: number | null };
const periods = (most: number) =>
	fc
		.uniqueArray(fc.integer({ min: 0, max: weeks }), { maxLength: most * 2 })
		.chain((days) => fc.tuple(fc.constant(days.toSorted((a, b) => a - b)), fc.boolean()))
		.map(([days, isOpen]): Days[] =>
			Array.from({ length: Math.ceil(days.length / 2) }, (_, n) => {
				const [from, until] = [days[n * 2]!, days[n * 2 + 1]];
				const isLast = n * 2 + 2 >= days.length;
				return { from, until: until === undefined || (isLast && isOpen) ? null : until };
			})
		);

const small = (n: number) => fc.integer({ min: 0, max: n - 1 });
const worlds = fc.record({
	/** Of which of two municipalities each is. */
	consulenten: fc.array(small(2), { minLength: 1, maxLength: 4 }),
	coordinatoren: fc.array(small(2), { minLength: 1, maxLength: 2 }),
	partners: fc.array(small(2), { minLength: 1, maxLength: 3 }),
	people: fc.array(
		fc.record({
			/** Where the person lives now: caseloads and enrolments of before a move stay. */
			gemeente: small(2),
			caseload: fc.tuple(periods(3), fc.array(small(4), { minLength: 3, maxLength: 3 })),
			enrolments: fc.array(fc.tuple(periods(1), small(3)), { maxLength: 3 }),
			/** A consultant broke the glass so many minutes ago; closed by hand or not. */
			openings: fc.array(fc.tuple(small(4), fc.integer({ min: -90, max: 5 }), fc.boolean()), { maxLength: 2 })
		}),
		{ minLength: 1, maxLength: 6 }
	),
	beginning: fc.constantFrom(...beginnings),
	days: fc.uniqueArray(fc.integer({ min: 4, max: 24 }), { minLength: 1, maxLength: 2 })
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

interface Row {
	id: string;
	gemeente: string;
	name: string;
	caseload: (Period & { consulent: string })[];
	enrolments: (Period & { partner: string; partnerGemeente: string })[];
	openings: { consulent: string; minute: number; isClosed: boolean }[];
}

/** The world as rows, with ids; who is named by a number that there is not, is the last one. */
function laidOut(world: World) {
	const day = (n: number) => world.beginning.add({ days: n });
	const period = ({ from, until }: Days): Period => ({
		vanaf: day(from),
		tot: until === null ? null : day(until)
	});
	const gemeenten = [newId(), newId()] as const;
	const at = <T>(list: readonly T[], n: number): T => list[Math.min(n, list.length - 1)]!;
	const consulenten = world.consulenten.map((n) => ({ id: newId(), gemeente: gemeenten[n]! }));
	const coordinatoren = world.coordinatoren.map((n) => ({ id: newId(), gemeente: gemeenten[n]! }));
	const partners = world.partners.map((n) => ({ id: newId(), gemeente: gemeenten[n]! }));
	const people = world.people.map((one, n): Row => {
		const [rows, guides] = one.caseload;
		return {
			...{ id: newId(), gemeente: gemeenten[one.gemeente]!, name: `persoon ${String(n)}` },
			caseload: rows.map((row, k) => ({ ...period(row), consulent: at(consulenten, guides[k]!).id })),
			enrolments: one.enrolments.flatMap(([rows, partner]) =>
				rows.map((row) => ({
					...period(row),
					partner: at(partners, partner).id,
					partnerGemeente: at(partners, partner).gemeente
				}))
			),
			openings: one.openings.map(([consulent, minute, isClosed]) => ({
				consulent: at(consulenten, consulent).id,
				minute,
				isClosed
			}))
		};
	});
	return { gemeenten, consulenten, coordinatoren, partners, people, days: world.days.map(day) };
}
type Laid = ReturnType<typeof laidOut>;

const noon = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '12:00' }).toInstant(); // prettier-ignore

async function insert(
	{ gemeenten, consulenten, coordinatoren, partners, people }: Laid,
	now: Temporal.Instant
) {
	const person = (id: string, gemeenteId: string, role: 'consulent' | 'coordinator' | 'inburgeraar', name: string) => ({ id, gemeenteId, role, name, nameFolded: name, createdAt: now }); // prettier-ignore
	const some = <T>(rows: T[], put: (rows: T[]) => Promise<unknown>) =>
		rows.length > 0 ? put(rows) : undefined;
	await db.transaction(async (tx) => {
		await tx.insert(t.gemeenten).values(gemeenten.map((id) => ({ id, name: 'Linden', slug: id.toLowerCase(), phone: '14 035', openingHours: '9-17', postalAddress: 'Postbus 1', lokaalBeleid: {}, theme: {} }))); // prettier-ignore
		await tx.insert(t.partners).values(partners.map(({ id, gemeente }) => ({ id, gemeenteId: gemeente, name: 'School', kind: 'taalschool' as const }))); // prettier-ignore
		await tx
			.insert(t.people)
			.values([
				...consulenten.map(({ id, gemeente }) => person(id, gemeente, 'consulent', 'c')),
				...coordinatoren.map(({ id, gemeente }) => person(id, gemeente, 'coordinator', 'k')),
				...people.map(({ id, gemeente, name }) => person(id, gemeente, 'inburgeraar', name))
			]);
		await tx.insert(t.inburgeraren).values(people.map(({ id }) => ({ inburgeraarId: id, geboortedatum: born, groep: 'asiel' as const, verblijfsvergunning: 'asiel_bepaalde_tijd' as const }))); // prettier-ignore
		const guided = people.flatMap(({ id, caseload }) => caseload.map(({ consulent, vanaf, tot }) => ({ inburgeraarId: id, id: newId(), consulentId: consulent, vanaf, tot }))); // prettier-ignore
		await some(guided, (rows) => tx.insert(t.caseload).values(rows));
		const courses = people.flatMap(({ id, enrolments }) => enrolments.map(({ partner, vanaf, tot }) => ({ inburgeraarId: id, id: newId(), kind: 'taalcursus' as const, partnerId: partner, title: 'Taal', vanaf, tot, weekdays: [] }))); // prettier-ignore
		await some(courses, (rows) => tx.insert(t.enrolments).values(rows));
		const glass = people.flatMap(
			({ id, gemeente, openings }) =>
			openings.map(({ consulent, minute, isClosed }) => ({ inburgeraarId: id, id: newId(), gemeenteId: gemeente, consulentId: consulent, reason: 'spoed in huis', openedAt: now.add({ minutes: minute }), endsAt: now.add({ minutes: minute + 60 }), closedAt: isClosed ? now : null })) // prettier-ignore
		);
		await some(glass, (rows) => tx.insert(t.breakGlassOpenings).values(rows));
	});
}

async function remove({ gemeenten, consulenten, coordinatoren, partners, people }: Laid) {
	const ids = people.map(({ id }) => id);
	const everybody = [...ids, ...consulenten.map(({ id }) => id), ...coordinatoren.map(({ id }) => id)];
	await db.transaction(async (tx) => {
		for (const table of [t.breakGlassOpenings, t.enrolments, t.caseload, t.inburgeraren])
			await tx.delete(table).where(inArray(table.inburgeraarId, ids));
		await tx.delete(t.people).where(inArray(t.people.id, everybody));
		await tx.delete(t.partners).where(inArray(t.partners.id, partners.map(({ id }) => id))); // prettier-ignore
		await tx.delete(t.gemeenten).where(inArray(t.gemeenten.id, [...gemeenten]));
	});
}

/** The words of AC-10 to AC-13, over the rows of the world. */
const oracle = {
	consulent: (person: Row, who: { id: string; gemeente: string }, day: Temporal.PlainDate) =>
		person.gemeente === who.gemeente &&
		person.caseload.some((row) => row.consulent === who.id && holds(row, day)),
	opened: (person: Row, who: { id: string; gemeente: string }) =>
		person.gemeente === who.gemeente &&
		person.openings.some(
			(one) => one.consulent === who.id && !one.isClosed && one.minute <= 0 && one.minute + 60 > 0
		),
	coordinator: (person: Row, who: { gemeente: string }) => person.gemeente === who.gemeente,
	/** Enrolled there on one of these days, and living in the municipality that the partner works for. */
	partner: (person: Row, who: { id: string }, van: Temporal.PlainDate, tot: Temporal.PlainDate) =>
		person.enrolments.some(
			(row) =>
				row.partner === who.id &&
				row.partnerGemeente === person.gemeente &&
				compare(row.vanaf, tot) <= 0 &&
				(row.tot === null || compare(row.tot, van) >= 0)
		)
};

const born = Temporal.PlainDate.from('1990-03-02');
const look = { partnerId: null, locale: 'nl', hasDutchBeside: true, hasLargeText: false, hasHighContrast: false, hasSound: true, hasHijriDays: true, sessionId: 's', address: null } as const; // prettier-ignore
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();

/** Everything that shows or opens something to a member of staff, against what the oracle says. */
async function staffAgrees(actor: Staff, expected: Row[], all: Row[], now: Temporal.Instant): Promise<void> {
	for (const { id } of all)
		expect((await dossierFor(actor, id)) !== undefined).toBe(expected.some((one) => one.id === id));
	const wanted = ids(expected);
	expect(ids((await caseloadPage(actor, { search: '', after: null }, now)).rows)).toEqual(wanted);
	expect((await caseloadPage(actor, { search: 'persoon', after: null }, now)).total).toBe(wanted.length);
	const [one] = all;
	const named = await caseloadPage(actor, { search: one?.name ?? '', after: null }, now);
	expect(ids(named.rows)).toEqual(ids(expected.filter(({ name }) => name === one?.name)));
	expect(ids((await handoverChoices(actor)).people)).toEqual(wanted);
	expect(ids(await inviteesFor(actor))).toEqual(wanted);
	const monday = await mondayList(actor, {}, now);
	expect(monday.total).toBe(wanted.length);
	expect(wanted).toEqual(expect.arrayContaining(ids(monday.rows)));
}

test('G3 AC-05 AC-10 AC-11 AC-12 AC-13: what opens, what lists show and what the words say are the same', async () => {
	let done = 0;
	await fc.assert(
		fc.asyncProperty(worlds, async (world) => {
			const laid = laidOut(world);
			const { consulenten, coordinatoren, partners, people, days } = laid;
			const moment = noon(days[0]!);
			await insert(laid, moment);
			for (const today of days) {
				const now = noon(today);
				expect(dayOf(now).equals(today)).toBe(true);
				for (const who of consulenten) {
					const opened = (await listOpenOf(db.read, who.id, now)).map(({ inburgeraarId, endsAt }) => ({ inburgeraarId, until: endsAt })); // prettier-ignore
					const actor = { ...look, id: who.id, role: 'consulent', gemeenteId: who.gemeente, name: 'c', today, opened } as Consulent; // prettier-ignore
					await staffAgrees(actor, people.filter((person) => oracle.consulent(person, who, today)), people, now); // prettier-ignore
					if (!now.equals(moment)) continue;
					for (const person of people) {
						const mayRead = oracle.consulent(person, who, today) || oracle.opened(person, who);
						expect((await dossierToRead(actor, person.id)) !== undefined).toBe(mayRead);
					}
				}
				for (const who of coordinatoren) {
					const actor = { ...look, id: who.id, role: 'coordinator', gemeenteId: who.gemeente, name: 'k', today } as Coordinator; // prettier-ignore
					await staffAgrees(actor, people.filter((person) => oracle.coordinator(person, who)), people, now); // prettier-ignore
				}
				for (const who of partners) {
					const actor = { ...look, id: who.id, partnerId: who.id, role: 'partner', gemeenteId: who.gemeente, name: 'p', today } as PartnerActor; // prettier-ignore
					const period = { van: today.subtract({ days: 14 }), tot: today };
					const members = await listMembers(db.read, { kind: 'partner', partnerId: who.id }, period);
					const enrolled = people.filter((person) => oracle.partner(person, who, period.van, period.tot));
					expect([...new Set(members.map(({ inburgeraarId }) => inburgeraarId))].toSorted()).toEqual(ids(enrolled)); // prettier-ignore
					const shown = (await groupsOf(actor, now)).reduce((sum, group) => sum + group.people, 0);
					expect(shown).toBe(
						people.flatMap((person) => person.enrolments.filter((row) => row.partner === who.id && row.partnerGemeente === person.gemeente && holds(row, today))).length // prettier-ignore
					);
				}
				for (const me of people)
					for (const other of people) {
						const actor = { ...look, id: me.id, role: 'inburgeraar', gemeenteId: me.gemeente, name: me.name, today } as Inburgeraar; // prettier-ignore
						expect((await dossierFor(actor, other.id)) !== undefined).toBe(me === other);
					}
			}
			await remove(laid);
			done++;
		}),
		{ numRuns: runs, seed: Number(process.env.ATTACK_SEED ?? 20261129) }
	);
	expect(done).toBe(runs);
	if (process.env.ATTACK_COUNT) appendFileSync(process.env.ATTACK_COUNT, `${String(done)}\n`);
}, 600_000);
