import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Reader } from './database.ts';
import { inScope, type Scope } from './inburgeraren.ts';
import { enrolments, hourConfirmations, hourDisputes, hourEntries, partners, people } from './schema.ts';

const root = sql<string>`coalesce(${hourEntries.correctsId}, ${hourEntries.id})`;

export type WaitingRow = Awaited<ReturnType<typeof listWaitingHours>>[number];

/** Rows that others recorded and nobody confirmed, of entries of which something is left: by name, then day. */
export async function listWaitingHours(tx: Reader, scope: Scope, actorId: string, limit: number) {
	const recorder = tx.select({ id: people.id, name: people.name }).from(people).as('recorder');
	const ids = inScope(tx, scope);
	const left = tx
		.select({ person: hourEntries.inburgeraarId, rootId: root.as('root_id') })
		.from(hourEntries)
		.where(inArray(hourEntries.inburgeraarId, ids))
		.groupBy(hourEntries.inburgeraarId, root)
		.having(sql`sum(${hourEntries.minutes}) > 0`)
		.as('remaining');
	const { inburgeraarId, id, category, day, minutes } = hourEntries;
	return tx
		.select({
			...{ inburgeraarId, id, category, day, minutes, entryId: left.rootId },
			...{ name: people.name, course: enrolments.title, kind: enrolments.kind, partner: partners.name },
			...{ recordedByName: recorder.name, disputeId: hourDisputes.id }
		})
		.from(hourEntries)
		.innerJoin(left, and(eq(left.person, inburgeraarId), eq(left.rootId, root)))
		.innerJoin(people, eq(people.id, inburgeraarId))
		.innerJoin(recorder, eq(recorder.id, hourEntries.recordedBy))
		.leftJoin(
			enrolments,
			and(eq(enrolments.inburgeraarId, inburgeraarId), eq(enrolments.id, hourEntries.enrolmentId))
		)
		.leftJoin(partners, eq(partners.id, enrolments.partnerId))
		.leftJoin(
			hourConfirmations,
			and(eq(hourConfirmations.inburgeraarId, inburgeraarId), eq(hourConfirmations.hourEntryId, id))
		)
		.leftJoin(
			hourDisputes,
			and(
				eq(hourDisputes.inburgeraarId, inburgeraarId),
				eq(hourDisputes.hourEntryId, left.rootId),
				isNull(hourDisputes.answeredAt)
			)
		)
		.where(
			and(
				inArray(inburgeraarId, ids),
				gt(minutes, 0),
				ne(hourEntries.recordedBy, actorId),
				isNull(hourConfirmations.hourEntryId)
			)
		)
		.orderBy(asc(people.nameFolded), asc(inburgeraarId), asc(day), asc(id))
		.limit(limit);
}

/** What people in scope dispute and nobody answered: the longest waiting first. */
export async function listOpenDisputes(tx: Reader, scope: Scope) {
	const { inburgeraarId, hourEntryId, kind, openedAt, id } = hourDisputes;
	return tx
		.select({ inburgeraarId, hourEntryId, kind, openedAt, id, name: people.name })
		.from(hourDisputes)
		.innerJoin(people, eq(people.id, inburgeraarId))
		.where(and(inArray(inburgeraarId, inScope(tx, scope)), isNull(hourDisputes.answeredAt)))
		.orderBy(asc(openedAt), asc(id));
}
