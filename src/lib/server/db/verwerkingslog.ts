import { aliasedTable, and, asc, desc, eq, gte, isNull, lt, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { auditEvents, gemeenten, partners, people, verwerkingslog } from './schema.ts';

export type VerwerkingRow = typeof verwerkingslog.$inferSelect;

export async function insertVerwerkingen(tx: Writer, rows: VerwerkingRow[]): Promise<void> {
	if (rows.length > 0) await tx.insert(verwerkingslog).values(rows);
}

/** One line with who it was: the organisation and the role, and nothing that names a member of staff. */
export interface Inzage {
	at: Temporal.Instant;
	verwerking: VerwerkingRow['verwerking'];
	isRead: boolean;
	role: string | null;
	gemeenteName: string | null;
	partnerName: string | null;
}

const byOthers = (personId: string) => or(isNull(auditEvents.actorId), ne(auditEvents.actorId, personId));

/** What others did with the data of a person, from one moment until another, newest first. */
export async function listInzagen(
	tx: Reader,
	whose: { personId: string; subjectKey: string },
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<Inzage[]> {
	const { subjectKey, at } = verwerkingslog;
	const who = aliasedTable(people, 'who');
	return tx
		.select({
			at,
			verwerking: verwerkingslog.verwerking,
			isRead: verwerkingslog.isRead,
			role: auditEvents.actorRole,
			gemeenteName: gemeenten.name,
			partnerName: partners.name
		})
		.from(verwerkingslog)
		.innerJoin(auditEvents, eq(auditEvents.operationId, verwerkingslog.operationId))
		.leftJoin(who, eq(who.id, auditEvents.actorId))
		.leftJoin(gemeenten, eq(gemeenten.id, who.gemeenteId))
		.leftJoin(partners, eq(partners.id, who.partnerId))
		.where(and(eq(subjectKey, whose.subjectKey), gte(at, from), lt(at, until), byOthers(whose.personId)))
		.orderBy(desc(at), desc(verwerkingslog.operationId));
}

/** When others first did something with the data of a person. */
export async function findFirstInzage(
	tx: Reader,
	whose: { personId: string; subjectKey: string }
): Promise<Temporal.Instant | undefined> {
	const [first] = await tx
		.select({ at: verwerkingslog.at })
		.from(verwerkingslog)
		.innerJoin(auditEvents, eq(auditEvents.operationId, verwerkingslog.operationId))
		.where(and(eq(verwerkingslog.subjectKey, whose.subjectKey), byOthers(whose.personId)))
		.orderBy(asc(verwerkingslog.at))
		.limit(1);
	return first?.at;
}

/** Lines of the log in the order of their operations, for the export of the municipality. */
export async function listVerwerkingen(
	tx: Reader,
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<VerwerkingRow[]> {
	return tx
		.select()
		.from(verwerkingslog)
		.where(and(gte(verwerkingslog.at, from), lt(verwerkingslog.at, until)))
		.orderBy(asc(verwerkingslog.at), asc(verwerkingslog.operationId), asc(verwerkingslog.subjectKey));
}
