import type { Dag } from '#lib/domain/dag.ts';
import { categoryOfEnrolment } from '#lib/domain/hours.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertHourEntries } from './db/hours.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { insertNotice } from './db/outbox.ts';
import type { MemberRow } from './db/partner.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import type { Registrar } from './partner.ts';
import { covers, memberIdOf } from './partner-lessons.ts';
import { dayRefusal, membersOf, recordedOn, type DayRefusal, type Sheet } from './partner-sheet.ts';

export interface Attendance {
	day: Dag;
	/** Who was there, and for how many minutes. */
	people: { id: string; minutes: number }[];
}
/** `already`: of whom something stood there, with the minutes that were sent and not recorded. */
export interface Done {
	groupId: string;
	day: string;
	recorded: number;
	already: { id: string; minutes: number }[];
}
/** `niet_in_groep`: somebody is not in this group on that day; nothing was recorded. */
export type Refusal = DayRefusal | 'niet_in_groep';
export type Saved = ({ ok: true } & Done) | { ok: false; reden: Refusal };

const action = 'uren.attendance';

/**
 * Records who was there: hours that wait until somebody of the municipality confirms them (AC-14). Of whom something
 * stands there already nothing changes. Undefined: no such group of this actor.
 */
export async function recordAttendance(
	actor: Registrar,
	groupId: string,
	attendance: Attendance,
	key: string,
	now: Temporal.Instant
): Promise<Saved | undefined> {
	return database().transaction(async (tx) => {
		const members = await membersOf(tx, actor, groupId, now);
		if (!members) return undefined;
		let refused: Saved | undefined;
		const form = { action, key, payload: { groupId, ...attendance } };
		const done = await once(tx, actor, form, now, async () => {
			const result = await insertOnce(tx, actor, members, attendance, now);
			if (typeof result === 'string') refused = { ok: false, reden: result };
			else return JSON.stringify({ ...result, groupId } satisfies Done);
		});
		if (done === undefined) return refused;
		return { ok: true, ...(JSON.parse(done) as Done) };
	});
}

/** Records those of whom nothing stands there; everybody or, when somebody is not in the group, nobody. */
async function insertOnce(
	tx: Writer,
	actor: Registrar,
	members: readonly [MemberRow, ...MemberRow[]],
	{ day, people }: Attendance,
	now: Temporal.Instant
): Promise<Omit<Done, 'groupId'> | Refusal> {
	const here = new Map(members.filter((m) => covers(m, day)).map((m) => [memberIdOf(m), m]));
	const sent = people.filter(({ id }, n) => people.findIndex((other) => other.id === id) === n);
	const rows = sent.map((one) => ({ ...one, day, member: here.get(one.id) }));
	const reden = dayRefusal(day, now) ?? (rows.every(isMember) ? undefined : 'niet_in_groep');
	if (reden) return reden;
	const known = new Set((await recordedOn(tx, actor, members, day)).map(({ id }) => id));
	const fresh = rows.filter(isMember).filter(({ id }) => !known.has(id));
	await insertAttendance(tx, actor, fresh, now);
	const already = sent.filter(({ id }) => known.has(id));
	return { day: day.toString(), recorded: fresh.length, already };
}

interface Present {
	member: MemberRow;
	minutes: number;
	day: Dag;
}
const isMember = <Row extends { member: MemberRow | undefined }>(
	row: Row
): row is Row & { member: MemberRow } => row.member !== undefined;

async function insertAttendance(
	tx: Writer,
	actor: Registrar,
	rows: readonly Present[],
	now: Temporal.Instant
): Promise<void> {
	const entries = rows.map(({ member: { inburgeraarId, enrolmentId, kind }, minutes, day }) => ({
		...{ inburgeraarId, id: newId(), category: categoryOfEnrolment[kind], day, minutes, enrolmentId },
		...{ correctsId: null, correctionReason: null, recordedBy: actor.id, recordedAt: now }
	}));
	await insertHourEntries(tx, entries);
	for (const { inburgeraarId, id } of entries) {
		const event = { action: 'uren.record', objectType: 'uren', objectId: id, subjectId: inburgeraarId };
		await recordAudit(tx, actor, event, now);
		const dedupeKey = `uren:${inburgeraarId}:${dayOf(now).toString()}`;
		await insertNotice(tx, { kind: 'uren', personId: inburgeraarId, dedupeKey }, now);
	}
}

/** What a form that was sent brought about; undefined when this actor sent no such form for that group and day. */
export async function savedAttendance(
	actor: Registrar,
	{ group, day }: Pick<Sheet, 'group' | 'day'>,
	key: string
): Promise<Done | undefined> {
	const known = await findIdempotencyKey(database().read, actor.id, action, key);
	const done = known && (JSON.parse(known.result) as Done);
	return done?.groupId === group.id && done.day === day.toString() ? done : undefined;
}
