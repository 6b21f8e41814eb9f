import type { AppointmentAnswer } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { isOver } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { countInvited, findAppointmentGroup, findGroups, listAnswers, listGrouped, listInvited, listOfStaff, type AppointmentGroup, type Invited } from './db/appointment-groups.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { weekOf } from '#lib/domain/series.ts';
import { momentOf } from './clock.ts';
import { scopeOf } from './dossiers.ts';

const shownAnswers = 50;
const mostGrouped = 2000;

/** How a group stands: people whose appointment goes on; while it is to come by answer, afterwards how it went. */
export interface Tally extends Record<AppointmentAnswer, number> {
	people: number;
	cancelled: number;
	interpretersMissing: number;
	/** Begun, and not said how it went. */
	outcomesMissing: number;
}

export const needsInterpreter = (row: Invited): boolean =>
	row.status === 'gepland' && row.interpreterMode !== 'geen' && !row.isInterpreterArranged;

export function tallyOf(rows: readonly Invited[], now: Temporal.Instant): Tally {
	const on = rows.filter(({ status }) => status !== 'afgezegd');
	const open = on.filter((row) => row.status === 'gepland' && !isOver(row, now));
	const answered = (answer: AppointmentAnswer) => open.filter((row) => row.answer === answer).length;
	return {
		people: on.length,
		cancelled: rows.length - on.length,
		geen: answered('geen'),
		bevestigd: answered('bevestigd'),
		kan_niet: answered('kan_niet'),
		voorstel: answered('voorstel'),
		interpretersMissing: open.filter(needsInterpreter).length,
		outcomesMissing: on.filter((row) => row.status === 'gepland' && isOver(row, now)).length
	};
}

/** The row that shows what a group shares: the moment and place that most of those who still come have. */
export function commonOf(rows: readonly Invited[]): Invited | undefined {
	const on = rows.filter(({ status }) => status !== 'afgezegd');
	const byMoment = Map.groupBy(on.length > 0 ? on : rows, ({ startsAt }) => startsAt.epochMilliseconds);
	return [...byMoment.values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The id of the group of an appointment, when it is a group of the actor's municipality. */
export const groupIdFor = async (actor: Staff, groupId: string | null): Promise<string | null> =>
	(groupId && (await findAppointmentGroup(database().read, actor.gemeenteId, groupId))?.id) || null;

export interface GroupPage {
	group: AppointmentGroup;
	/** Only people of the actor: whoever guides the others sees those (AC-11). */
	rows: Invited[];
	common: Invited;
	/** Places taken by everybody in the group, also by people of colleagues. */
	taken: number;
}

/** A group as the actor may see it. Undefined: another municipality, no such group, or nobody of the actor is in it. */
export async function findGroup(tx: Reader, actor: Staff, groupId: string): Promise<GroupPage | undefined> {
	const group = await findAppointmentGroup(tx, actor.gemeenteId, groupId);
	const rows = group ? await listInvited(tx, scopeOf(actor), groupId) : [];
	const common = commonOf(rows);
	return group && common && { group, rows, common, taken: await countInvited(tx, groupId) };
}

/** The same beside a page that wrote its audit lines already. */
export const groupFor = (actor: Staff, groupId: string): Promise<GroupPage | undefined> =>
	findGroup(database().read, actor, groupId);

/** The same for a page, written to the audit log, with a line for each person whose data are shown (AUD-02, AUD-03). */
export async function openGroup(
	actor: Staff,
	groupId: string,
	now: Temporal.Instant
): Promise<GroupPage | undefined> {
	return database().transaction(async (tx) => {
		const found = await findGroup(tx, actor, groupId);
		const subjectIds = found?.rows.map(({ inburgeraarId }) => inburgeraarId);
		const read = { action: 'afspraakgroep.read', objectType: 'afspraakgroep', objectId: groupId, subjectIds };
		if (found) await recordAudit(tx, actor, read, now);
		return found;
	});
}

/** One line of a list: an appointment of one person, or a group once. */
export type Line =
	| { kind: 'een'; row: Invited }
	| { kind: 'groep'; id: string; group: AppointmentGroup; common: Invited; tally: Tally };

function linesOf(
	rows: readonly Invited[],
	groups: ReadonlyMap<string, AppointmentGroup>,
	now: Temporal.Instant
): Line[] {
	const lines: Line[] = [];
	for (const together of Map.groupBy(rows, ({ groupId, id }) => groupId ?? id).values()) {
		const common = commonOf(together);
		const group = groups.get(together[0]?.groupId ?? '');
		if (group && common)
			lines.push({ kind: 'groep', id: group.id, group, common, tally: tallyOf(together, now) });
		else lines.push(...together.map((row): Line => ({ kind: 'een', row })));
	}
	const startOf = (line: Line) => (line.kind === 'een' ? line.row : line.common).startsAt;
	return lines.toSorted((a, b) => Temporal.Instant.compare(startOf(a), startOf(b)));
}

/** The actor's own appointments in the week around `day`: groups once. Called off appears too, so that it is not missed. */
export async function staffWeek(
	actor: Staff,
	day: Temporal.PlainDate,
	now: Temporal.Instant
): Promise<{ days: Temporal.PlainDate[]; lines: Line[] }> {
	const { read } = database();
	const days = weekOf(day);
	const [monday, sunday] = [days.at(0), days.at(-1)];
	const from = monday && momentOf(monday, '00:00');
	const until = sunday && momentOf(sunday, '23:59');
	if (!from || !until) return { days, lines: [] };
	const rows = await listOfStaff(read, scopeOf(actor), actor.id, from, until.add({ minutes: 1 }));
	const groups = await findGroups(read, [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]);
	return { days, lines: linesOf(rows, groups, now) };
}

/** Groups with people of the actor, from a week ago on, by time. */
export async function groupsOf(actor: Staff, now: Temporal.Instant): Promise<Line[]> {
	const from = now.subtract({ hours: 7 * 24 });
	const { rows, groups } = await listGrouped(database().read, scopeOf(actor), from, mostGrouped);
	for (const [id, { gemeenteId }] of groups) if (gemeenteId !== actor.gemeenteId) groups.delete(id);
	return linesOf(rows, groups, now).filter(({ kind }) => kind === 'groep');
}

/** People of the actor who cannot come or asked for another day, the newest answer first. */
export const openAnswers = (actor: Staff, now: Temporal.Instant): Promise<Invited[]> =>
	listAnswers(database().read, scopeOf(actor), now, shownAnswers);
