import type { ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { clashFinder, isDouble } from './appointment-clashes.ts';
import { findGroup, type GroupPage } from './appointment-groups.ts';
import { needOf, peopleInScope } from './appointment-invitations.ts';
import { hasBegun, writeOutcome, type Outcome } from './appointment-outcomes.ts';
import type { Warning } from './appointment-plans.ts';
import {
	applyChange,
	makeAppointment,
	writeCancel,
	type AppointmentDraft,
	type CancelForm
} from './appointment-record.ts';
import { recordAudit } from './audit.ts';
import { bumpAppointmentGroup, type Invited } from './db/appointment-groups.ts';
import { updateAppointment } from './db/appointments.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { once } from './idempotency.ts';

/** `conflict`: somebody changed the group since it was looked at. Nothing was written but with `bewaard`. */
export type GroupChanged =
	| { kind: 'bewaard'; people: number }
	| { kind: 'conflict' | 'niemand' | 'gesloten' | 'vol' }
	| { kind: 'dubbel'; names: string[] }
	| { kind: 'let_op'; warnings: { warning: Warning; names: string[] }[] };

/** Finds the group and takes its next version when something was changed. */
async function edit(
	actor: Staff,
	key: { groupId: string; version: number },
	change: (tx: Writer, page: GroupPage) => Promise<GroupChanged | undefined>
): Promise<GroupChanged | undefined> {
	return database().transaction(async (tx) => {
		const page = await findGroup(tx, actor, key.groupId);
		if (!page) return undefined;
		if (page.group.version !== key.version) return { kind: 'conflict' };
		const result = await change(tx, page);
		if (result?.kind === 'bewaard') await bumpAppointmentGroup(tx, page.group);
		return result;
	});
}

/** What of a group can move: who has the common moment. Who was moved apart stays where they are. */
export const together = ({ rows, common }: GroupPage): Invited[] =>
	rows.filter((row) => row.status === 'gepland' && row.startsAt.equals(common.startsAt));

type Move = Pick<AppointmentDraft, 'startsAt' | 'minutes' | 'locationKind' | 'place' | 'address'>;

/** Moves the group to another moment or place: everybody of the actor who has the common moment. */
export async function moveGroup(
	actor: Staff,
	groupId: string,
	move: Move,
	form: { version: number; isSure: boolean; why?: readonly ZinGebruik[] },
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	return edit(actor, { groupId, version: form.version }, async (tx, page) => {
		const rows = together(page);
		if (rows.length === 0) return { kind: 'niemand' };
		if (hasBegun(page.common, now)) return { kind: 'gesloten' };
		const stop = await stopFor(tx, rows, move, form.isSure, now);
		if (stop) return stop;
		const isMoved = !move.startsAt.equals(page.common.startsAt);
		// An interpreter was arranged for the old moment.
		const set = { ...move, ...(isMoved ? { isInterpreterArranged: false } : {}) };
		for (const row of rows) await applyChange(tx, actor, row, set, now, form.why);
		return { kind: 'bewaard', people: rows.length };
	});
}

async function stopFor(
	tx: Writer,
	rows: Invited[],
	move: Move,
	isSure: boolean,
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	const wanted = rows.map((row) => ({ ...row, ...move }));
	const clashesFor = await clashFinder(tx, rows.map((row) => row.inburgeraarId), wanted, rows.map(({ id }) => id)); // prettier-ignore
	const clashes = wanted.map((row) => ({ name: row.name, found: clashesFor(row.inburgeraarId, row) }));
	const doubles = clashes.filter(({ found }) => isDouble(found));
	if (doubles.length > 0) return { kind: 'dubbel', names: doubles.map(({ name }) => name) };
	const having = (what: string) => clashes.filter(({ found }) => found.some((clash) => clash.what === what)).map(({ name }) => name); // prettier-ignore
	const isPast = Temporal.Instant.compare(move.startsAt, now) < 0;
	const warnings = [
		...(isPast ? [{ warning: 'verleden' as const, names: [] }] : []),
		{ warning: 'overlap' as const, names: having('afspraak') },
		{ warning: 'les' as const, names: having('les') }
	].filter(({ warning, names }) => warning === 'verleden' || names.length > 0);
	return warnings.length > 0 && !isSure ? { kind: 'let_op', warnings } : undefined;
}

/** Who is called off: all who are planned, or those of them that are asked for. Undefined: somebody is not in the group. */
export function calledOff({ rows }: GroupPage, ids?: readonly string[]): Invited[] | undefined {
	const known = new Set(rows.map(({ inburgeraarId }) => inburgeraarId));
	if (ids?.some((id) => !known.has(id))) return undefined;
	return rows.filter((row) => row.status === 'gepland' && (!ids || ids.includes(row.inburgeraarId)));
}

/** Calls the appointment off for these people of the actor, or for all of them (`ids` absent), with one reason. */
export async function cancelGroup(
	actor: Staff,
	groupId: string,
	form: CancelForm & { version: number; ids?: readonly string[] },
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	return edit(actor, { groupId, version: form.version }, async (tx, page) => {
		const off = calledOff(page, form.ids);
		if (!off) return undefined;
		if (off.length === 0) return { kind: 'niemand' };
		for (const row of off) await writeCancel(tx, actor, row, form, now);
		return { kind: 'bewaard', people: off.length };
	});
}

/** Invites one more person of the actor, with the interpreter of the dossier; also who was called off before. */
export async function addToGroup(
	actor: Staff,
	groupId: string,
	form: { inburgeraarId: string; key: string },
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	const action = 'afspraakgroep.add';
	return database().transaction(async (tx): Promise<GroupChanged | undefined> => {
		const page = await findGroup(tx, actor, groupId);
		const [person] = (await peopleInScope(tx, actor, [form.inburgeraarId])) ?? [];
		if (!page || !person) return undefined;
		const { group, common, rows, taken } = page;
		if (!(await findIdempotencyKey(tx, actor.id, action, form.key))) {
			const isIn = rows.some((row) => row.inburgeraarId === person.id && row.status !== 'afgezegd');
			const clashesFor = await clashFinder(tx, [person.id], [common]);
			if (isIn || isDouble(clashesFor(person.id, common))) return { kind: 'dubbel', names: [person.name] };
			if (group.capacity !== null && taken >= group.capacity) return { kind: 'vol' };
			if (hasBegun(common, now)) return { kind: 'gesloten' };
		}
		const payload = { groupId, inburgeraarId: person.id };
		await once(tx, actor, { action, key: form.key, payload }, now, async () => {
			await bumpAppointmentGroup(tx, group);
			return makeAppointment(tx, actor, { ...draftOf(common), ...needOf(person, modeOf(rows)), inburgeraarId: person.id, groupId }, now); // prettier-ignore
		});
		return { kind: 'bewaard', people: 1 };
	});
}

/** The way in which the others of the group have their interpreter. */
const modeOf = (rows: readonly Invited[]) =>
	rows.find(({ interpreterMode }) => interpreterMode !== 'geen')?.interpreterMode ?? 'telefoon';

const draftOf = ({ kind, startsAt, minutes, locationKind, place, address, withPersonId, withName, bring, toelichting, zinnen }: Invited) =>
	({ kind, startsAt, minutes, locationKind, place, address, withPersonId, withName, bring, toelichting, zinnen, isInterpreterArranged: false }); // prettier-ignore

/** Says of which people of the actor the interpreter is arranged, and of the others that it is not. Nobody is told. */
export async function arrangeInterpreters(
	actor: Staff,
	groupId: string,
	form: { version: number; arranged: readonly string[] },
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	return edit(actor, { groupId, version: form.version }, async (tx, { rows }) => {
		const needed = rows.filter((row) => row.status === 'gepland' && row.interpreterMode !== 'geen');
		if (form.arranged.some((id) => needed.every((row) => row.inburgeraarId !== id))) return undefined;
		const changed = needed.filter((row) => row.isInterpreterArranged !== form.arranged.includes(row.inburgeraarId)); // prettier-ignore
		for (const row of changed) {
			const { id, inburgeraarId } = row;
			await updateAppointment(tx, row, { isInterpreterArranged: !row.isInterpreterArranged });
			await recordAudit(tx, actor, { action: 'afspraak.interpreter', objectType: 'afspraak', objectId: id, subjectId: inburgeraarId }, now); // prettier-ignore
		}
		return { kind: 'bewaard', people: changed.length };
	});
}

/** Records of each person of the actor how it went; who is not named stays as they are. Only after the start. */
export async function recordGroupOutcomes(
	actor: Staff,
	groupId: string,
	form: { version: number; outcomes: readonly (Outcome & { inburgeraarId: string })[] },
	now: Temporal.Instant
): Promise<GroupChanged | undefined> {
	return edit(actor, { groupId, version: form.version }, async (tx, { rows }) => {
		let people = 0;
		const on = new Map(rows.filter(({ status }) => status !== 'afgezegd').map((row) => [row.inburgeraarId, row])); // prettier-ignore
		const asked = form.outcomes.map(({ inburgeraarId, ...outcome }) => ({ row: on.get(inburgeraarId), outcome })); // prettier-ignore
		if (asked.some(({ row }) => !row)) return undefined;
		if (asked.some(({ row }) => row && !hasBegun(row, now))) return { kind: 'gesloten' };
		for (const { row, outcome } of asked)
			if (row && (await writeOutcome(tx, actor, row, outcome, now))) people += 1;
		return people > 0 ? { kind: 'bewaard', people } : { kind: 'niemand' };
	});
}
