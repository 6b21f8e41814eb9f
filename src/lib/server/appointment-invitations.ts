import type { Clash } from '#lib/domain/clash.ts';
import type { InterpreterMode, LocaleId } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { clashFinder, isDouble } from './appointment-clashes.ts';
import { mayBeWith } from './appointment-plans.ts';
import { makeAppointment, type AppointmentDraft } from './appointment-record.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { insertAppointmentGroup, listActivities, listCandidates, listParticipantIds, type Activity, type Candidate } from './db/appointment-groups.ts'; // prettier-ignore
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { scopeOf } from './dossiers.ts';
import { fold } from './fold.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** People in one invitation at most: a number of our own, against a slip of the mouse. */
export const mostInvited = 200;
/** How many people the list to choose from reads at most. */
const mostRead = 6000;
const inviteAction = 'afspraakgroep.create';

export type InterpreterNeed = Pick<AppointmentDraft, 'interpreterMode' | 'interpreterLanguage'> & {
	interpreterDialect: string | null;
};
export type Invitee = InterpreterNeed & { inburgeraarId: string };
/** What everybody of the group gets; the interpreter is per person. */
export type GroupDraft = Omit<AppointmentDraft, keyof InterpreterNeed | 'isInterpreterArranged'>;
export interface GroupFacts {
	title: string | null;
	capacity: number | null;
	activityId: string | null;
}

export interface ChooseFrom {
	search: string;
	locale?: LocaleId;
	groep?: Candidate['groep'];
	leerroute?: Candidate['leerroute'];
	activityId?: string;
}

/** Who can be chosen: in the actor's scope, by name, with every filter that was set. At most `mostInvited` are shown. */
export async function candidates(
	actor: Staff,
	filter: ChooseFrom,
	chosen: readonly string[],
	now: Temporal.Instant
): Promise<{ rows: Candidate[]; matching: string[]; total: number }> {
	const { read } = database();
	const all = await listCandidates(read, scopeOf(actor), { limit: mostRead });
	const inActivity = filter.activityId && new Set(await participantsOf(actor, filter.activityId, now));
	const search = fold(filter.search).slice(0, 64);
	const matching = all.filter(
		(row) =>
			fold(row.name).includes(search) &&
			(!filter.locale || row.locale === filter.locale) &&
			(!filter.groep || row.groep === filter.groep) &&
			(!filter.leerroute || row.leerroute === filter.leerroute) &&
			(!inActivity || inActivity.has(row.id))
	);
	const shown = new Set(matching.slice(0, mostInvited).map(({ id }) => id));
	const kept = new Set(chosen);
	return {
		rows: all.filter(({ id }) => shown.has(id) || kept.has(id)),
		matching: [...shown],
		total: matching.length
	};
}

/** Activities of the actor's municipality that can be chosen. */
export const activitiesFor = (actor: Staff, now: Temporal.Instant): Promise<Activity[]> =>
	listActivities(database().read, actor.gemeenteId, dayOf(now));

async function participantsOf(actor: Staff, activityId: string, now: Temporal.Instant): Promise<string[]> {
	const isOwn = (await activitiesFor(actor, now)).some(({ id }) => id === activityId);
	return isOwn ? listParticipantIds(database().read, activityId, dayOf(now)) : [];
}

/** The interpreter that the dossier asks for, in the way that was chosen for the group. */
export const needOf = (
	{ tolktaal, tolkDialect }: Pick<Candidate, 'tolktaal' | 'tolkDialect'>,
	mode: InterpreterMode
): InterpreterNeed =>
	tolktaal && mode !== 'geen'
		? { interpreterMode: mode, interpreterLanguage: tolktaal, interpreterDialect: tolkDialect }
		: { interpreterMode: 'geen', interpreterLanguage: null, interpreterDialect: null };

/** The people behind these ids, each once, by name. Undefined as soon as one is not in the actor's scope (AC-06, AC-11). */
export async function peopleInScope(
	tx: Reader,
	actor: Staff,
	ids: readonly string[]
): Promise<Candidate[] | undefined> {
	const unique = [...new Set(ids)];
	if (unique.length === 0 || unique.length > mostInvited) return unique.length === 0 ? [] : undefined;
	const rows = await listCandidates(tx, scopeOf(actor), { ids: unique });
	return rows.length === unique.length ? rows : undefined;
}

export interface PreviewRow extends Candidate {
	clashes: Clash[];
	/** This person has exactly this appointment already, and is left out. */
	isDouble: boolean;
}

/** Who gets the invitation, and what stands in the way of each. Undefined: somebody is not the actor's. */
export async function previewInvitation(
	actor: Staff,
	draft: Pick<GroupDraft, 'kind' | 'startsAt' | 'minutes'>,
	ids: readonly string[]
): Promise<PreviewRow[] | undefined> {
	const { read } = database();
	const rows = await peopleInScope(read, actor, ids);
	if (!rows) return undefined;
	const clashesFor = await clashFinder(read, rows.map(({ id }) => id), [draft]); // prettier-ignore
	return rows.map((row) => {
		const clashes = clashesFor(row.id, draft);
		return { ...row, clashes, isDouble: isDouble(clashes) };
	});
}

/** `vol`: more people than places; `dubbel`: these people have exactly this appointment already. Nothing was written. */
export type Invitation =
	| { kind: 'verstuurd'; id: string }
	| { kind: 'vol'; capacity: number; asked: number }
	| { kind: 'dubbel'; ids: string[] }
	| { kind: 'niemand' };

/**
 * Makes the appointment for everybody, each their own row with the interpreter that they need, in one transaction.
 * Undefined: somebody is not the actor's, or the colleague or activity is not.
 */
export async function invite(
	actor: Staff,
	group: { draft: GroupDraft; facts: GroupFacts },
	invitees: readonly Invitee[],
	key: string,
	now: Temporal.Instant
): Promise<Invitation | undefined> {
	const { draft, facts } = group;
	return database().transaction(async (tx): Promise<Invitation | undefined> => {
		const ids = invitees.map(({ inburgeraarId }) => inburgeraarId);
		const rows = await peopleInScope(tx, actor, ids);
		if (!rows || rows.length !== ids.length || !mayBeWith(draft, actor.id)) return undefined;
		if (facts.activityId && !(await isOwnActivity(tx, actor, facts.activityId, now))) return undefined;
		const isRepeated = await findIdempotencyKey(tx, actor.id, inviteAction, key);
		const refused = isRepeated ? undefined : await refusalOf(tx, draft, facts, ids);
		if (refused) return refused;
		const payload = { draft, facts, invitees };
		const id = await once(tx, actor, { action: inviteAction, key, payload }, now, async () => {
			const groupId = newId();
			await insertAppointmentGroup(tx, { ...facts, id: groupId, gemeenteId: actor.gemeenteId, createdBy: actor.id, createdAt: now }); // prettier-ignore
			await recordAudit(tx, actor, { action: inviteAction, objectType: 'afspraakgroep', objectId: groupId }, now); // prettier-ignore
			for (const invitee of invitees)
				await makeAppointment(tx, actor, { ...draft, ...invitee, isInterpreterArranged: false, groupId }, now); // prettier-ignore
			return groupId;
		});
		return { kind: 'verstuurd', id };
	});
}

const isOwnActivity = async (tx: Reader, actor: Staff, id: string, now: Temporal.Instant) =>
	(await listActivities(tx, actor.gemeenteId, dayOf(now))).some((row) => row.id === id);

async function refusalOf(
	tx: Reader,
	draft: GroupDraft,
	{ capacity }: GroupFacts,
	ids: readonly string[]
): Promise<Invitation | undefined> {
	if (ids.length === 0) return { kind: 'niemand' };
	if (capacity !== null && ids.length > capacity) return { kind: 'vol', capacity, asked: ids.length };
	const clashesFor = await clashFinder(tx, ids, [draft]);
	const doubles = ids.filter((id) => isDouble(clashesFor(id, draft)));
	return doubles.length > 0 ? { kind: 'dubbel', ids: doubles } : undefined;
}
