import { contactOfAppointment, isTalk } from '#lib/domain/contacten.ts';
import { jongste } from '#lib/domain/dag.ts';
import type { ContactChannel } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { pastAppointments } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import {
	insertContact,
	listContactLines,
	listLastAnswers,
	listLastTalks,
	listLogged,
	standingContacts,
	type ContactLine
} from './db/contact-log.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { listMovedAt } from './db/moves.ts';
import { dossierFor, isSince, seenSince } from './dossiers.ts';
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

/** One line of the list; `logged` is absent where the contact follows from an appointment or an answer. */
export interface Contact {
	channel: ContactChannel;
	day: Temporal.PlainDate;
	isReached: boolean;
	logged?: ContactLine;
	from?: { kind: 'afspraak' | 'vraag'; id: string };
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
	if (!(await dossierFor(actor, inburgeraarId, read))) return undefined;
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
		last: list.find(({ isReached }) => isReached)?.day,
		former: all.filter(({ id, isWithdrawal }) => !isWithdrawal && !holds.has(id))
	};
}

async function linesOf(tx: Reader, actor: Staff, inburgeraarId: string): Promise<ContactLine[]> {
	const since = await seenSince(actor, inburgeraarId, tx);
	return (await listContactLines(tx, inburgeraarId)).filter(({ recordedAt }) => isSince(recordedAt, since));
}

/** Talks that the person came to, and questions that staff answered: nobody writes those down twice. */
async function derived(actor: Staff, inburgeraarId: string, now: Temporal.Instant): Promise<Contact[]> {
	const talks = ((await pastAppointments(actor, inburgeraarId, now)) ?? []).flatMap((row): Contact[] => {
		if (row.status !== 'geweest' || !isTalk(row.kind)) return [];
		const channel = row.locationKind === 'telefoon' ? 'telefoon' : contactOfAppointment[row.kind];
		const from = { kind: 'afspraak' as const, id: row.id };
		return [{ channel, day: dayOf(row.startsAt), isReached: true, from }];
	});
	const answers = ((await questionsOf(actor, inburgeraarId)) ?? []).flatMap(
		({ id, answeredAt }): Contact[] =>
			answeredAt
				? [{ channel: 'bericht', day: dayOf(answeredAt), isReached: true, from: { kind: 'vraag', id } }]
				: []
	);
	return [...talks, ...answers];
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

/**
 * The last day on which each of them was reached: written in the log, a talk they came to, or an answer that staff wrote.
 * Of who moved, only since then: contacts elsewhere stay there. People without contact are absent. Four queries, however
 * many people. Checks no rights.
 */
export async function lastContacts(
	tx: Reader,
	ids: readonly string[]
): Promise<Map<string, Temporal.PlainDate>> {
	const last = new Map<string, Temporal.PlainDate>();
	if (ids.length === 0) return last;
	const seen = (id: string, day: Temporal.PlainDate) => {
		const before = last.get(id);
		last.set(id, before ? jongste(before, day) : day);
	};
	const movedAt = await listMovedAt(tx, ids);
	for (const row of standingContacts(await listLogged(tx, ids)))
		if (row.isReached && isSince(row.recordedAt, movedAt.get(row.inburgeraarId)))
			seen(row.inburgeraarId, row.day);
	for (const { id, at } of [...(await listLastAnswers(tx, ids)), ...(await listLastTalks(tx, ids))])
		if (at && isSince(at, movedAt.get(id))) seen(id, dayOf(at));
	return last;
}
