import { aliasedTable, and, asc, desc, eq, gte, like, lt, or } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { accessReviews, auditEvents, people } from './schema.ts';

/** One event that a review looks at; names of staff and organisations only, never of an inburgeraar. */
export interface ReviewEvent {
	at: Temporal.Instant;
	action: string;
	result: 'ok' | 'denied' | 'error';
	objectType: string | null;
	subjectId: string | null;
	actorId: string | null;
	actorName: string | null;
	/** Null when an inburgeraar did it: these are not reviewed by name. */
	actorRole: string | null;
	/** The member of staff whom it was done to. */
	subjectName: string | null;
}

/** Reads of dossiers and lists, changes of accounts, exports, and all that was denied, in one municipality. */
export async function listReviewEvents(
	tx: Reader,
	gemeenteId: string,
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<ReviewEvent[]> {
	const { at, action, result, objectType, subjectId, actorId, actorRole } = auditEvents;
	const [who, whom] = [aliasedTable(people, 'who'), aliasedTable(people, 'whom')];
	const rows = await tx
		.select({
			...{ at, action, result, objectType, subjectId, actorId, actorRole },
			actorName: who.name,
			subjectName: whom.name,
			subjectRole: whom.role
		})
		.from(auditEvents)
		.leftJoin(who, eq(who.id, actorId))
		.leftJoin(whom, eq(whom.id, subjectId))
		.where(
			and(
				gte(at, from),
				lt(at, until),
				or(eq(who.gemeenteId, gemeenteId), eq(whom.gemeenteId, gemeenteId)),
				or(
					eq(result, 'denied'),
					eq(action, 'dossier.read'),
					like(action, 'account.%'),
					like(action, '%.export')
				)
			)
		)
		.orderBy(asc(auditEvents.seq));
	return rows.map(({ subjectRole, ...row }) => ({
		...row,
		actorName: row.actorRole === 'inburgeraar' ? null : row.actorName,
		subjectName: subjectRole === 'inburgeraar' ? null : row.subjectName
	}));
}

export interface AccessReview {
	week: Temporal.PlainDate;
	signedAt: Temporal.Instant;
	signedBy: string;
	note: string | null;
}

export async function listAccessReviews(
	tx: Reader,
	gemeenteId: string,
	from: Temporal.PlainDate
): Promise<AccessReview[]> {
	const { week, signedAt, note } = accessReviews;
	return tx
		.select({ week, signedAt, note, signedBy: people.name })
		.from(accessReviews)
		.innerJoin(people, eq(people.id, accessReviews.signedBy))
		.where(and(eq(accessReviews.gemeenteId, gemeenteId), gte(week, from)))
		.orderBy(desc(week));
}

/** False when somebody signed it before. */
export async function insertAccessReview(
	tx: Writer,
	row: typeof accessReviews.$inferInsert
): Promise<boolean> {
	const made = await tx.insert(accessReviews).values(row).onConflictDoNothing().returning();
	return made.length > 0;
}
