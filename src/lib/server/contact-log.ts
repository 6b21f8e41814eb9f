import { contactOfAppointment, contactOfStap, isGesprekstap, isTalk } from '#lib/domain/contacten.ts';
import { jongste } from '#lib/domain/dag.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { ContactChannel } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { pastAppointments } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import {
	insertContact,
	listContactLines,
	listLastAnswers,
	listLastLogged,
	listLastTalks,
	listTalkSteps,
	standingContacts,
	type ContactLine
} from './db/contact-log.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { dossierFor, dossierToRead, isSince, seenSince } from './dossiers.ts';
import { dayRefusal } from './hours.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { questionsOf } from './questions.ts';

/** What somebody writes down of a contact. */
export interface NewContact {
	channel: ContactChannel;
	day: Temporal.PlainDate;
	/** False: tried, and not reached. */
	isReached: boolean;
	/** Dutch, for colleagues. */
	note?: string;
}
/** `achterhaald`: corrected or taken back meanwhile by somebody else. */
export type ContactRefusal = 'toekomst' | 'voor_geboorte' | 'achterhaald';
export type Contacted = { ok: true; id: string } | { ok: false; reden: ContactRefusal };

/** One line of the list; `logged` is absent where the contact follows from an appointment, a step or an answer. */
export interface Contact {
	channel: ContactChannel;
	day: Temporal.PlainDate;
	isReached: boolean;
	logged?: ContactLine;
	from?: { kind: 'afspraak' | 'vraag' | 'stap'; id: string };
}
export interface Contacts {
	/** What holds, the newest day first, at most twenty. */
	list: Contact[];
	/** The last day on which the person was reached. */
	last: Temporal.PlainDate | undefined;
	/** What was corrected or taken back. */
	former: ContactLine[];
}
const shown = 20;

/** Undefined: not the actor's. What another municipality wrote before a move stays there. */
export async function contactsOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<Contacts | undefined> {
	const { read } = database();
	if (!(await dossierToRead(actor, inburgeraarId, read))) return undefined;
	const all = await linesOf(read, actor, inburgeraarId);
	const standing = standingContacts(all);
	const list = [
		...standing.map(({ channel, day, isReached, ...row }) => ({
			...{ channel, day, isReached, logged: { channel, day, isReached, ...row } }
		})),
		...(await derived(actor, inburgeraarId, now))
	].toSorted((a, b) => Temporal.PlainDate.compare(b.day, a.day));
	const holds = new Set(standing.map(({ id }) => id));
	return {
		list: list.slice(0, shown),
		last: (await lastContacts(read, [inburgeraarId])).get(inburgeraarId),
		former: all.filter(({ id, isWithdrawal }) => !isWithdrawal && !holds.has(id))
	};
}

async function linesOf(tx: Reader, actor: Staff, inburgeraarId: string): Promise<ContactLine[]> {
	const since = await seenSince(actor, inburgeraarId, tx);
	return (await listContactLines(tx, inburgeraarId)).filter(({ recordedAt }) => isSince(recordedAt, since));
}

/** Talks that the person came to, also as a step, and answers of staff: nobody writes those down twice. */
async function derived(actor: Staff, inburgeraarId: string, now: Temporal.Instant): Promise<Contact[]> {
	const { read } = database();
	const since = await seenSince(actor, inburgeraarId, read);
	const talks = ((await pastAppointments(actor, inburgeraarId, now)) ?? []).flatMap((row): Contact[] => {
		if (row.status !== 'geweest' || !isTalk(row.kind) || !isSince(row.startsAt, since)) return [];
		const channel = row.locationKind === 'telefoon' ? 'telefoon' : contactOfAppointment[row.kind];
		const from = { kind: 'afspraak' as const, id: row.id };
		return [{ channel, day: dayOf(row.startsAt), isReached: true, from }];
	});
	const spoken = new Set(talks.map(({ day }) => day.toString()));
	const steps = standingRows(await listTalkSteps(read, [inburgeraarId])).flatMap((row): Contact[] => {
		const { id, kind, day, recordedAt } = row;
		// The talk itself stands in the calendar on that day already.
		if (!isGesprekstap(kind) || !isSince(recordedAt, since) || spoken.has(day.toString())) return [];
		return [{ channel: contactOfStap[kind], day, isReached: true, from: { kind: 'stap', id } }];
	});
	const answers = ((await questionsOf(actor, inburgeraarId)) ?? []).flatMap(({ id, messages }): Contact[] => {
		const at = messages.findLast(({ authorId }) => authorId !== inburgeraarId)?.sentAt;
		return at ? [{ channel: 'bericht', day: dayOf(at), isReached: true, from: { kind: 'vraag', id } }] : [];
	});
	return [...talks, ...steps, ...answers];
}

/**
 * Writes a contact down, or corrects one by a new row.
 * @param form.replacesId the row that is corrected
 */
export async function recordContact(
	actor: Staff,
	inburgeraarId: string,
	contact: NewContact,
	form: { key: string; replacesId?: string },
	now: Temporal.Instant
): Promise<Contacted | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const { key, replacesId = null } = form;
		const payload = { inburgeraarId, ...contact, replacesId };
		let reden: ContactRefusal | undefined;
		const id = await once(tx, actor, { action: 'contact.record', key, payload }, now, async () => {
			reden = dayRefusal(contact.day, dossier.inburgeraar.geboortedatum, now);
			if (!reden && replacesId && !(await findStanding(tx, actor, inburgeraarId, replacesId)))
				reden = 'achterhaald';
			return reden ? undefined : insert(tx, actor, inburgeraarId, { ...contact, replacesId }, now);
		});
		return id === undefined ? { ok: false, reden: reden ?? 'achterhaald' } : { ok: true, id };
	});
}

/** Takes back what was written by mistake: a new row. Undefined: not the actor's. */
export async function withdrawContact(
	actor: Staff,
	inburgeraarId: string,
	id: string,
	now: Temporal.Instant
): Promise<Contacted | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier || !(await linesOf(tx, actor, inburgeraarId)).some((row) => row.id === id)) return undefined;
		const known = await findStanding(tx, actor, inburgeraarId, id);
		if (!known) return { ok: false, reden: 'achterhaald' };
		const { channel, day, isReached } = known;
		const row = { channel, day, isReached, replacesId: id, isWithdrawal: true };
		return { ok: true, id: await insert(tx, actor, inburgeraarId, row, now) };
	});
}

const findStanding = async (tx: Reader, actor: Staff, inburgeraarId: string, id: string) =>
	standingContacts(await linesOf(tx, actor, inburgeraarId)).find((row) => row.id === id);

async function insert(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	row: NewContact & { replacesId: string | null; isWithdrawal?: boolean },
	now: Temporal.Instant
): Promise<string> {
	const { note = null, isWithdrawal = false, ...rest } = row;
	const id = newId();
	await insertContact(tx, {
		...{ inburgeraarId, id, ...rest, note, isWithdrawal, recordedBy: actor.id, recordedAt: now }
	});
	const action = isWithdrawal ? 'contact.withdraw' : 'contact.record';
	await recordAudit(
		tx,
		actor,
		{ action, objectType: rest.channel, objectId: id, subjectId: inburgeraarId },
		now
	);
	return id;
}

/** SQLite and PostgreSQL both take this many ids in one query. */
const atATime = 500;

/**
 * The last day on which each of them was reached: written in the log, a talk they came to, a talk that is a step of the
 * traject, or an answer that staff wrote (decision 0032). The only place that knows; every list and figure asks here.
 * Of who moved, only since then: contacts elsewhere stay there. People without contact are absent. Four queries for each
 * 500 people. Checks no rights.
 */
export async function lastContacts(
	tx: Reader,
	ids: readonly string[]
): Promise<Map<string, Temporal.PlainDate>> {
	const last = new Map<string, Temporal.PlainDate>();
	const seen = (id: string, day: Temporal.PlainDate) => {
		const before = last.get(id);
		last.set(id, before ? jongste(before, day) : day);
	};
	for (let from = 0; from < ids.length; from += atATime) {
		const some = ids.slice(from, from + atATime);
		for (const { id, day } of await listLastLogged(tx, some)) if (day) seen(id, day);
		for (const { id, at } of [...(await listLastTalks(tx, some)), ...(await listLastAnswers(tx, some))])
			if (at) seen(id, dayOf(at));
		for (const { inburgeraarId, day, recordedAt, movedAt } of standingRows(await listTalkSteps(tx, some)))
			if (isSince(recordedAt, movedAt ?? undefined)) seen(inburgeraarId, day);
	}
	return last;
}
