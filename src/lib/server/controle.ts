import type { Actor, Coordinator } from './actor.ts';
import { recordAudit, recordListRead } from './audit.ts';
import { dayOf, zone } from './clock.ts';
import { insertAccessReview, listAccessReviews, listReviewEvents, type AccessReview, type ReviewEvent } from './db/access-reviews.ts'; // prettier-ignore
import { listOpeningsIn } from './db/break-glass.ts';
import { database } from './db/current.ts';

/** From how many dossiers on one day somebody stands on the list: no norm, a number to ask about. */
export const manyDossiers = 40;
/** Hours of work: outside of these, and in the weekend, reading a dossier stands on the list. */
export const workFrom = 7;
export const workUntil = 20;
const weeksShown = 8;

/** Who did how much, newest last moment first. */
export interface ControleLine {
	/** Of a member of staff; null: somebody who is no member of staff, or nobody who is known. */
	name: string | null;
	/** What it was: an action of the audit log, or the area that was refused. */
	what: string;
	/** To which colleague. */
	toWhom: string | null;
	count: number;
	last: Temporal.Instant;
}
export type ControleOpening = Awaited<ReturnType<typeof listOpeningsIn>>[number];
export interface ControleWeek {
	/** The Monday. */
	week: Temporal.PlainDate;
	isOver: boolean;
	failedSignIns: ControleLine[];
	denials: ControleLine[];
	/** `what` is the day. */
	manyDossiers: ControleLine[];
	outsideHours: ControleLine[];
	/** Dossiers opened outside the caseload, with why, newest first (AC-11). */
	openings: ControleOpening[];
	accounts: ControleLine[];
	exports: ControleLine[];
	review: AccessReview | undefined;
	/** The last weeks that are over, newest first, with whether somebody signed. */
	weeks: { week: Temporal.PlainDate; isSigned: boolean }[];
}

export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
	day.subtract({ days: day.dayOfWeek - 1 });
const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant();

function isOutsideHours(at: Temporal.Instant): boolean {
	const { dayOfWeek, hour } = at.toZonedDateTimeISO(zone);
	return dayOfWeek > 5 || hour < workFrom || hour >= workUntil;
}

function linesOf(events: ReviewEvent[], whatOf: (event: ReviewEvent) => string): ControleLine[] {
	const lines = new Map<string, ControleLine>();
	for (const event of events) {
		const line = { name: event.actorName, what: whatOf(event), toWhom: event.subjectName };
		const key = JSON.stringify([event.actorId, line.what, event.subjectName && event.subjectId]);
		const count = (lines.get(key)?.count ?? 0) + 1;
		lines.set(key, { ...line, count, last: event.at });
	}
	return [...lines.values()].toSorted((a, b) => b.count - a.count);
}

/** Different people per member of staff and day. */
function busyDays(reads: ReviewEvent[]): ControleLine[] {
	const days = new Map<string, { line: ControleLine; subjects: Set<string> }>();
	for (const { at, actorId, actorName, subjectId } of reads) {
		const what = dayOf(at).toString();
		const key = `${actorId} ${what}`;
		const day = days.get(key) ?? { line: { name: actorName, what, toWhom: null, count: 0, last: at }, subjects: new Set() }; // prettier-ignore
		day.subjects.add(subjectId ?? '');
		days.set(key, { line: { ...day.line, count: day.subjects.size, last: at }, subjects: day.subjects });
	}
	return [...days.values()].map(({ line }) => line).filter(({ count }) => count >= manyDossiers);
}

/**
 * What a coordinator looks at once a week (AUD-06): who could not sign in, who was refused, who opened many dossiers or
 * opened them outside hours, what changed about accounts, what was exported. Facts to ask about; no judgement.
 * @param week any day of it; absent or in the future: the last week that is over
 */
export async function controleWeek(
	actor: Coordinator,
	week: Temporal.PlainDate | undefined,
	now: Temporal.Instant
): Promise<ControleWeek> {
	const { read } = database();
	const current = mondayOf(dayOf(now));
	const latest = current.subtract({ weeks: 1 });
	const wanted = week && mondayOf(week);
	const monday = wanted && Temporal.PlainDate.compare(wanted, current) <= 0 ? wanted : latest;
	const [from, until] = [startOf(monday), startOf(monday.add({ weeks: 1 }))];
	const events = await listReviewEvents(read, actor.gemeenteId, from, until);
	const openings = await listOpeningsIn(read, actor.gemeenteId, from, until);
	await recordListRead(actor, 'noodinzage', openings.map(({ inburgeraarId }) => inburgeraarId), now); // prettier-ignore
	const oldest = current.subtract({ weeks: weeksShown });
	const reviews = await listAccessReviews(read, actor.gemeenteId, Temporal.PlainDate.compare(monday, oldest) < 0 ? monday : oldest); // prettier-ignore
	const isSigned = (of: Temporal.PlainDate) => reviews.some((review) => review.week.equals(of));
	const denied = events.filter(({ result }) => result === 'denied');
	const reads = events.filter(({ action, result }) => action === 'dossier.read' && result === 'ok');
	return {
		week: monday,
		isOver: Temporal.PlainDate.compare(monday, current) < 0,
		failedSignIns: linesOf(denied.filter(isSignIn), ({ action }) => action),
		denials: linesOf(denied.filter((event) => !isSignIn(event)), ({ objectType }) => objectType ?? ''), // prettier-ignore
		manyDossiers: busyDays(reads),
		outsideHours: linesOf(reads.filter(({ at }) => isOutsideHours(at)), ({ action }) => action), // prettier-ignore
		openings,
		accounts: linesOf(events.filter(({ action, result }) => action.startsWith('account.') && result === 'ok'), ({ action }) => action), // prettier-ignore
		exports: linesOf(events.filter(({ action }) => action.endsWith('.export')), ({ action }) => action), // prettier-ignore
		review: reviews.find((review) => review.week.equals(monday)),
		weeks: Array.from({ length: weeksShown }, (_, n) => latest.subtract({ weeks: n })).map((of) => ({
			week: of,
			isSigned: isSigned(of)
		}))
	};
}

const isSignIn = ({ action }: ReviewEvent) =>
	['session.start', 'session.second_step', 'session.passkey', 'session.oidc', 'brief.open', 'device.revoke', 'email.close'].includes(action); // prettier-ignore

/** Signs a week that is over: once, audited. False: it is not over, is no Monday, or was signed before. */
export async function signWeek(
	actor: Coordinator,
	sent: { week: Temporal.PlainDate; note: string | null },
	now: Temporal.Instant
): Promise<boolean> {
	const { week, note } = sent;
	const isMonday = mondayOf(week).equals(week);
	if (!isMonday || Temporal.PlainDate.compare(week, mondayOf(dayOf(now))) >= 0) return false;
	return database().transaction(async (tx) => {
		const row = { gemeenteId: actor.gemeenteId, week, signedBy: actor.id, signedAt: now, note };
		const isFirst = await insertAccessReview(tx, row);
		const event = { action: 'controle.sign', objectType: 'controle', objectId: week.toString() };
		if (isFirst) await recordAudit(tx, actor, event, now);
		return isFirst;
	});
}

/** Somebody who is signed in asked for what is not theirs (AUD-02). */
export async function recordDenial(
	actor: Actor,
	routeId: string,
	objectId: string | undefined,
	now: Temporal.Instant
): Promise<void> {
	const event = { action: 'toegang.denied', objectType: routeId, objectId, result: 'denied' as const };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
}
