import { isNa, isVoor } from '#lib/domain/dag.ts';
import { hourEntries, type HourEntry, type HourPlace } from '#lib/domain/hours.ts';
import type { HourCategory } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import {
	findLesson,
	insertConfirmations,
	insertHourEntries,
	listEnrolments,
	listHourLines,
	type HourEntryRow,
	type HourLine
} from './db/hours.ts';
import { insertNotice } from './db/outbox.ts';
import { listPublishedPips } from './db/pips.ts';
import { dossierFor, dossierToRead } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export type Entry = HourEntry<HourLine & { isConfirmed: boolean }>;
export interface NewHours {
	category: HourCategory;
	day: Temporal.PlainDate;
	/** Whole minutes, at most a day. */
	minutes: number;
	/** The course or activity that they belong to. */
	enrolmentId?: string;
	/** The actor knows that effort before the PIP counts only as far as the Besluit says so (Bi2021 art. 5.3 lid 5). */
	mayPrecedePip?: boolean;
}
/**
 * `voor_pip` is a warning: `mayPrecedePip` answers it. `staat_er_al`: hours of this lesson stand there already;
 * `andere_cursus`: the course is not one of this person.
 */
export type HoursRefusal = 'toekomst' | 'voor_geboorte' | 'voor_pip' | 'staat_er_al' | 'andere_cursus';
export type Recorded = { ok: true; id: string } | { ok: false; reden: HoursRefusal };

/** The ledger of a person, entries in the order in which they were recorded. Checks no rights. */
export async function entriesOf(tx: Reader, inburgeraarId: string): Promise<Entry[]> {
	const lines = await listHourLines(tx, inburgeraarId);
	return hourEntries(lines.map((line) => ({ ...line, isConfirmed: line.confirmedAt !== null })));
}

/** The ledger of somebody the actor may see. */
export async function hoursOf(
	actor: Staff | Inburgeraar,
	inburgeraarId: string
): Promise<Entry[] | undefined> {
	const { read } = database();
	return (await dossierToRead(actor, inburgeraarId, read)) && entriesOf(read, inburgeraarId);
}

/** What the hours can belong to. */
export async function coursesOf(actor: Staff, inburgeraarId: string) {
	const { read } = database();
	return (await dossierToRead(actor, inburgeraarId, read)) && listEnrolments(read, inburgeraarId);
}

/** Records hours; undefined when the person is not the actor's. Nobody confirms them yet. */
export async function recordHours(
	actor: Staff,
	inburgeraarId: string,
	hours: NewHours,
	key: string,
	now: Temporal.Instant
): Promise<Recorded | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const form = { action: 'uren.record', key, payload: { inburgeraarId, ...hours } };
		let reden: HoursRefusal | undefined;
		const id = await once(tx, actor, form, now, async () => {
			reden = await refusalOf(tx, inburgeraarId, hours, dossier.inburgeraar.geboortedatum, now);
			return reden ? undefined : insertHours(tx, actor, inburgeraarId, hours, now);
		});
		return id === undefined ? { ok: false, reden: reden ?? 'staat_er_al' } : { ok: true, id };
	});
}

async function refusalOf(
	tx: Writer,
	inburgeraarId: string,
	hours: NewHours,
	geboortedatum: Temporal.PlainDate,
	now: Temporal.Instant
): Promise<HoursRefusal | undefined> {
	const day = dayRefusal(hours.day, geboortedatum, now);
	if (day) return day;
	const first = (await listPublishedPips(tx, inburgeraarId)).at(-1)?.dagtekening;
	if (!hours.mayPrecedePip && (!first || isVoor(hours.day, first))) return 'voor_pip';
	if (!hours.enrolmentId) return undefined;
	const isOwn = (await listEnrolments(tx, inburgeraarId)).some(({ id }) => id === hours.enrolmentId);
	if (!isOwn) return 'andere_cursus';
	const lesson = { inburgeraarId, enrolmentId: hours.enrolmentId, day: hours.day, category: hours.category };
	return (await findLesson(tx, lesson)) ? 'staat_er_al' : undefined;
}

/** Hours of a day that has yet to come, or before birth. */
export const dayRefusal = (
	day: Temporal.PlainDate,
	geboortedatum: Temporal.PlainDate,
	now: Temporal.Instant
) => {
	if (isNa(day, dayOf(now))) return 'toekomst';
	return isVoor(day, geboortedatum) ? 'voor_geboorte' : undefined;
};

async function insertHours(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	{ enrolmentId, category, day, minutes }: NewHours,
	now: Temporal.Instant
): Promise<string> {
	const row = rowOf(
		actor,
		inburgeraarId,
		{ category, day, minutes },
		{ enrolmentId: enrolmentId ?? null },
		now
	);
	await insertHourEntries(tx, [row]);
	await tell(tx, actor, { action: 'uren.record', inburgeraarId, id: row.id }, now);
	return row.id;
}

export const rowOf = (
	actor: Staff,
	inburgeraarId: string,
	place: HourPlace,
	rest: Partial<HourEntryRow>,
	now: Temporal.Instant
): HourEntryRow => ({
	...{ inburgeraarId, id: newId(), enrolmentId: null, correctsId: null, correctionReason: null },
	...place,
	...rest,
	recordedBy: actor.id,
	recordedAt: now
});

/** Audit, and one notice a day to the participant. */
export async function tell(
	tx: Writer,
	actor: Staff,
	what: { action: string; inburgeraarId: string; id: string },
	now: Temporal.Instant
): Promise<void> {
	const { action, inburgeraarId, id } = what;
	await recordAudit(tx, actor, { action, objectType: 'uren', objectId: id, subjectId: inburgeraarId }, now);
	const dedupeKey = `uren:${inburgeraarId}:${dayOf(now).toString()}`;
	await insertNotice(tx, { kind: 'uren', personId: inburgeraarId, dedupeKey }, now);
}

/** Confirms entries with their corrections, except rows that the actor recorded (AC-14). Again changes nothing. */
export async function confirmHours(
	actor: Staff,
	inburgeraarId: string,
	entryIds: readonly string[],
	now: Temporal.Instant
): Promise<{ confirmed: number; own: number } | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const entries = (await entriesOf(tx, inburgeraarId)).filter(({ id }) => entryIds.includes(id));
		const open = entries.flatMap(({ rows }) => rows).filter((row) => !row.isConfirmed && row.minutes > 0);
		const others = open.filter((row) => row.recordedBy !== actor.id);
		await insertConfirmations(
			tx,
			others.map((row) => ({ inburgeraarId, hourEntryId: row.id, confirmedBy: actor.id, confirmedAt: now }))
		);
		for (const { id } of others) await tell(tx, actor, { action: 'uren.confirm', inburgeraarId, id }, now);
		return { confirmed: others.length, own: open.length - others.length };
	});
}
