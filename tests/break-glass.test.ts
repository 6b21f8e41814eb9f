import type { Cookies } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Consulent, Coordinator, Inburgeraar, Staff } from '#lib/server/actor.ts';
import { issueLetter, letterStatus } from '#lib/server/activation-letters.ts';
import { pastAppointments, upcomingAppointments } from '#lib/server/appointments.ts';
import { breakGlass, closeGlass, openedBy } from '#lib/server/break-glass.ts';
import { caseloadPage } from '#lib/server/caseload.ts';
import { now as currentTime } from '#lib/server/clock.ts';
import { contactsOf, recordContact } from '#lib/server/contact-log.ts';
import { controleWeek } from '#lib/server/controle.ts';
import { decisionsOf } from '#lib/server/decisions.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { dossierFor, dossierToRead, openDossier } from '#lib/server/dossiers.ts';
import { ladderOf } from '#lib/server/handhaving.ts';
import { recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { inzageOf } from '#lib/server/inzage.ts';
import { mondayList } from '#lib/server/monday-list.ts';
import { overviewOf } from '#lib/server/overzicht.ts';
import { conceptOf, startDraft } from '#lib/server/pip-drafts.ts';
import { planOf } from '#lib/server/pips.ts';
import { questionsOf } from '#lib/server/questions.ts';
import { recordAttempt } from '#lib/server/results.ts';
import { actorFrom, startSession } from '#lib/server/web/session.ts';
import { born, consulent, gemeente, inburgeraar, later, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

// AC-11: a consultant reads the dossier of somebody of the own municipality whom they do not guide, for an hour.

let db: Database;
let coordinator: Coordinator;
let guide: Staff;
let other: Consulent & { email: string };
let person: string;
const name = 'Canary Haile';
const reason = 'Staat aan de balie, collega is ziek.';

beforeAll(async () => {
	db = await openTestDatabase();
	const linden = await gemeente();
	coordinator = { ...(await consulent(linden, { role: 'coordinator' })), role: 'coordinator' };
	guide = await consulent(linden, { name: 'Gids' });
});
afterAll(() => db.close());
beforeEach(async () => {
	other = { ...(await consulent(guide.gemeenteId, { name: 'Bram' })), role: 'consulent' };
	person = await inburgeraar(guide, { name, nameFolded: `${name.toLowerCase()} ${newId().toLowerCase()}` });
});

const foldedOf = async (id: string) =>
	(await db.read.select().from(t.people).where(eq(t.people.id, id)))[0]?.nameFolded ?? '';
const ask = async (more: { name?: string; geboortedatum?: Temporal.PlainDate } = {}, actor = other) =>
	breakGlass(actor, { name: await foldedOf(person), geboortedatum: born, reason, ...more }, newId(), now);
/** The actor as the next request reads it from the database. */
const at = async (moment: Temporal.Instant): Promise<Consulent> => ({
	...other,
	opened: await openedBy(other.id, moment)
});
const rowsOf = async () =>
	db.read.select().from(t.breakGlassOpenings).where(eq(t.breakGlassOpenings.consulentId, other.id));
const events = async (action: string) =>
	db.read.select().from(t.auditEvents).where(and(eq(t.auditEvents.actorId, other.id), eq(t.auditEvents.action, action))); // prettier-ignore

describe('AC-11 to open', () => {
	test('full name, day of birth and a reason open it for 60 minutes, audited; coordinators hear of it', async () => {
		expect(await dossierToRead(other, person)).toBeUndefined();
		expect(await ask()).toEqual({ ok: true, inburgeraarId: person });
		const [row] = await rowsOf();
		expect(row).toMatchObject({ reason, openedAt: now, endsAt: later(60), closedAt: null });
		expect(await events('dossier.break_glass')).toMatchObject([{ subjectId: person, objectId: row?.id, result: 'ok' }]); // prettier-ignore
		const told = await db.read.select().from(t.outbox).where(eq(t.outbox.kind, 'noodinzage'));
		expect(told.filter(({ dedupeKey }) => dedupeKey.includes(row?.id ?? '')).map(({ personId }) => personId)).toEqual([coordinator.id]); // prettier-ignore
		expect((await dossierToRead(await at(now), person))?.person.id).toBe(person);
	});

	test('asked again while it is open, nothing is prolonged', async () => {
		await ask();
		await ask();
		expect(await rowsOf()).toHaveLength(1);
	});

	test.each([
		['an unknown name', () => ({ name: 'Niemand Hier' })],
		['a part of the name', () => ({ name: 'canary' })],
		['another day of birth', () => ({ geboortedatum: born.add({ days: 1 }) })]
	])('AUTH-06 %s: nobody, refused, audited', async (_, more) => {
		expect(await ask(more())).toEqual({ ok: false, reason: 'onbekend' });
		expect(await rowsOf()).toEqual([]);
		expect(await events('dossier.break_glass')).toMatchObject([{ result: 'denied', subjectId: null }]);
	});

	test('AC-06 somebody of another municipality is nobody, with the same answer', async () => {
		const elsewhere = { ...(await consulent(await gemeente())), role: 'consulent' as const };
		expect(await ask({}, elsewhere)).toEqual({ ok: false, reason: 'onbekend' });
	});

	test('two people with one name and one day of birth: nobody', async () => {
		await inburgeraar(guide, { nameFolded: await foldedOf(person) });
		expect(await ask()).toEqual({ ok: false, reason: 'onbekend' });
	});

	test('of the own caseload it is a dossier as always: nothing is broken', async () => {
		const own = await inburgeraar(other, { nameFolded: `eigen ${newId().toLowerCase()}` });
		expect(await ask({ name: await foldedOf(own) })).toEqual({ ok: true, inburgeraarId: own });
		expect(await rowsOf()).toEqual([]);
	});

	test('AUTH-05 after five tries somebody waits: names are not guessed', async () => {
		for (let n = 0; n < 5; n++) await ask({ name: `gok ${n}` });
		expect(await ask()).toMatchObject({ ok: false, reason: 'wachten' });
		expect(await rowsOf()).toEqual([]);
	});
});

describe('AC-11 what it opens', () => {
	test('reads: overview, plan, appointments, questions, contacts; each opening audited', async () => {
		await ask();
		const actor = await at(now);
		expect((await overviewOf(actor, person, now))?.dossier.person.id).toBe(person);
		expect(await planOf(actor, person, now)).toBeDefined();
		expect(await upcomingAppointments(actor, person, now)).toEqual([]);
		expect(await pastAppointments(actor, person, now)).toEqual([]);
		expect(await questionsOf(actor, person)).toEqual([]);
		expect(await contactsOf(actor, person, now)).toBeDefined();
		expect(await events('dossier.read')).toMatchObject([{ subjectId: person, objectType: 'overzicht' }]);
	});

	test('no writing, no letter, no draft, no decisions, no hearings: exactly as for a stranger', async () => {
		await ask();
		const actor = await at(now);
		expect(await dossierFor(actor, person)).toBeUndefined();
		const day = actor.today;
		const tried = [
			await issueLetter(actor, person, newId(), now),
			await letterStatus(actor, person, now),
			await startDraft(actor, person, newId(), now),
			await conceptOf(actor, person),
			await recordHours(actor, person, { category: 'nt2', day, minutes: 60 }, newId(), now),
			await recordContact(
				actor,
				person,
				{ channel: 'telefoon', day, isReached: true },
				{ key: newId() },
				now
			),
			await recordAttempt(actor, person, { onderdeel: 'knm', day, result: 'geslaagd' }, newId(), now),
			await decisionsOf(actor, person, now),
			await ladderOf(actor, person, now),
			await openDossier(actor, person, 'gegevens', now),
			await openDossier(actor, person, 'overdracht', now)
		];
		expect(tried).toEqual(tried.map(() => undefined));
	});

	test('no list shows the person', async () => {
		await ask();
		const actor = await at(now);
		expect((await caseloadPage(actor, { search: '', after: null }, now)).rows).toEqual([]);
		expect((await mondayList(actor, {}, now)).rows).toEqual([]);
	});

	test('nobody else gets in by it', async () => {
		await ask();
		const colleague = await consulent(guide.gemeenteId);
		expect(await dossierToRead(colleague, person)).toBeUndefined();
		expect(await dossierToRead({ ...(await at(now)), opened: [] }, person)).toBeUndefined();
	});
});

describe('AC-11 SES-07 the end', () => {
	test.each([
		['59 minutes later', 59, true],
		['60 minutes later', 60, false]
	])('%s', async (_, minutes, isOpen) => {
		await ask();
		expect((await dossierToRead(await at(later(minutes)), person)) !== undefined).toBe(isOpen);
	});

	test('closed by hand it is gone at the next request, audited', async () => {
		await ask();
		await closeGlass(other, person, later(5));
		expect(await dossierToRead(await at(later(5)), person)).toBeUndefined();
		expect((await events('dossier.break_glass')).map(({ objectType }) => objectType)).toEqual([
			'open',
			'dicht'
		]);
	});

	test('the person moves to another municipality: gone', async () => {
		await ask();
		const gemeenteId = await gemeente();
		await db.transaction((tx) => tx.update(t.people).set({ gemeenteId }).where(eq(t.people.id, person)));
		expect(await dossierToRead(await at(later(1)), person)).toBeUndefined();
	});

	test('the login session reads it from the database at every request', async () => {
		const jar = new Map<string, string>();
		const cookies = {
			get: (key: string) => jar.get(key),
			set: (key: string, value: string) => void jar.set(key, value),
			delete: (key: string) => void jar.delete(key)
		} as unknown as Cookies;
		const start = currentTime();
		await startSession(cookies, { id: other.id, locale: 'nl' }, { deviceId: null, deviceKind: 'computer' });
		await breakGlass(other, { name: await foldedOf(person), geboortedatum: born, reason }, newId(), start);
		const opened = async (moment: Temporal.Instant) =>
			(await actorFrom(cookies, null, moment))?.opened?.map(({ inburgeraarId }) => inburgeraarId);
		expect(await opened(start)).toEqual([person]);
		expect(await opened(start.add({ minutes: 61 }))).toEqual([]);
	});
});

describe('AC-11 who sees that it happened', () => {
	test('AUD-06 the coordinator: who, when and why, on the weekly review', async () => {
		await ask();
		const { openings } = await controleWeek(coordinator, other.today, later(1));
		expect(openings.filter(({ inburgeraarId }) => inburgeraarId === person)).toMatchObject([
			{ name: 'Bram', reason, openedAt: now }
		]);
		const elsewhere = { ...(await consulent(await gemeente())), role: 'coordinator' as const };
		expect((await controleWeek(elsewhere, other.today, later(1))).openings).toEqual([]);
	});

	test('AUD-05 the participant: that and when, not why and not who', async () => {
		await ask();
		const self = { ...other, id: person, role: 'inburgeraar' } as unknown as Inburgeraar;
		const { openings } = await inzageOf(self, undefined, later(1));
		expect(openings).toEqual([{ from: now, until: later(60) }]);
	});
});
