import { and, asc, desc, eq, gt, gte, isNull, lt, lte } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { breakGlassOpenings, inburgeraren, people } from './schema.ts';

export type Opening = typeof breakGlassOpenings.$inferSelect;
const { inburgeraarId, id, gemeenteId, consulentId, openedAt, endsAt, closedAt } = breakGlassOpenings;

/** Ids of the people of a municipality with exactly this name and day of birth; two are enough to know that it says too little. */
export async function findByNameAndBirth(
	tx: Reader,
	inGemeente: string,
	{ nameFolded, geboortedatum }: { nameFolded: string; geboortedatum: Temporal.PlainDate }
): Promise<string[]> {
	const rows = await tx
		.select({ id: people.id })
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.where(
			and(
				...[eq(people.gemeenteId, inGemeente), eq(people.role, 'inburgeraar')],
				...[eq(people.nameFolded, nameFolded), eq(inburgeraren.geboortedatum, geboortedatum)]
			)
		)
		.limit(2);
	return rows.map((row) => row.id);
}

/** What a consultant has open at this moment; nothing of before a clock that was set back. */
export async function listOpenOf(tx: Reader, consulent: string, now: Temporal.Instant): Promise<Opening[]> {
	return tx
		.select()
		.from(breakGlassOpenings)
		.where(and(eq(consulentId, consulent), lte(openedAt, now), gt(endsAt, now), isNull(closedAt)))
		.orderBy(asc(openedAt));
}

export async function insertOpening(tx: Writer, row: Opening): Promise<void> {
	await tx.insert(breakGlassOpenings).values(row);
}

export async function updateClosed(
	tx: Writer,
	key: Pick<Opening, 'inburgeraarId' | 'id'>,
	now: Temporal.Instant
): Promise<void> {
	await tx
		.update(breakGlassOpenings)
		.set({ closedAt: now })
		.where(and(eq(inburgeraarId, key.inburgeraarId), eq(id, key.id)));
}

/** Openings of one person's dossier between two moments, newest first. */
export async function listOpeningsOf(
	tx: Reader,
	whose: string,
	from: Temporal.Instant,
	until: Temporal.Instant
): Promise<Opening[]> {
	return tx
		.select()
		.from(breakGlassOpenings)
		.where(and(eq(inburgeraarId, whose), gte(openedAt, from), lt(openedAt, until)))
		.orderBy(desc(openedAt));
}

/** Openings in one municipality between two moments, with who and why, newest first. */
export async function listOpeningsIn(
	tx: Reader,
	inGemeente: string,
	from: Temporal.Instant,
	until: Temporal.Instant
) {
	const reason = breakGlassOpenings.reason;
	return tx
		.select({ inburgeraarId, name: people.name, reason, openedAt, endsAt, closedAt })
		.from(breakGlassOpenings)
		.innerJoin(people, eq(people.id, consulentId))
		.where(and(eq(gemeenteId, inGemeente), gte(openedAt, from), lt(openedAt, until)))
		.orderBy(desc(openedAt));
}
