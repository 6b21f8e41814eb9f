import { and, asc, count, eq, exists, getTableName, gt, inArray, isNull, lt, lte, min, not, or, type SQL } from 'drizzle-orm'; // prettier-ignore
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Termijnnaam } from '#lib/domain/bewaartermijnen.ts';
import { eindeKinds } from '#lib/domain/persoon/eindePlicht.ts';
import type { Reader, Writer } from './database.ts';
import * as t from './schema.ts';

/** Rows that go by themselves: those whose moment lies before the border of a term. */
interface Rows {
	table: PgTable;
	since: PgColumn;
	term: Termijnnaam;
	/** What must hold besides. */
	when?: (tx: Reader) => SQL | undefined;
}
export type Sweep = Rows & { name: string };

const isOfNobody = (tx: Reader) =>
	not(
		exists(
			tx.select({ id: t.appointments.id }).from(t.appointments).where(eq(t.appointments.groupId, t.appointmentGroups.id)) // prettier-ignore
		)
	);

/** The audit log itself is cut elsewhere (audit-cut.ts), dossiers go with their person (erasure.ts). */
const all: readonly Rows[] = [
	{ table: t.loginSessions, since: t.loginSessions.createdAt, term: 'login' },
	{ table: t.signInTries, since: t.signInTries.firstAt, term: 'poging' },
	{ table: t.pendingSignIns, since: t.pendingSignIns.createdAt, term: 'tussenstap' },
	{ table: t.passkeyChallenges, since: t.passkeyChallenges.createdAt, term: 'tussenstap' },
	{ table: t.endedSessions, since: t.endedSessions.endedAt, term: 'tussenstap' },
	{ table: t.typedDrafts, since: t.typedDrafts.createdAt, term: 'tussenstap' },
	{ table: t.idempotencyKeys, since: t.idempotencyKeys.createdAt, term: 'formulier' },
	{ table: t.mailLinks, since: t.mailLinks.createdAt, term: 'formulier' },
	{ table: t.jobs, since: t.jobs.startedAt, term: 'taak' },
	{ table: t.outbox, since: t.outbox.createdAt, term: 'bericht' },
	{ table: t.activationLetters, since: t.activationLetters.expiresAt, term: 'brief' },
	{ table: t.devices, since: t.devices.revokedAt, term: 'apparaat' },
	{ table: t.verwerkingslog, since: t.verwerkingslog.at, term: 'audit' },
	{ table: t.accessReviews, since: t.accessReviews.signedAt, term: 'incident' },
	{ table: t.breakGlassOpenings, since: t.breakGlassOpenings.endsAt, term: 'incident' },
	{ table: t.appointmentGroups, since: t.appointmentGroups.createdAt, term: 'tussenstap', when: isOfNobody }
];
export const sweeps: readonly Sweep[] = all.map((rows) => ({ ...rows, name: getTableName(rows.table) }));

const isPast = (tx: Reader, { since, when }: Sweep, before: Temporal.Instant) =>
	and(lt(since, before), when?.(tx));

/** The moment of the oldest row that is past its term. */
export async function findOldest(
	tx: Reader,
	sweep: Sweep,
	before: Temporal.Instant
): Promise<Temporal.Instant | undefined> {
	const [row] = await tx.select({ at: min(sweep.since) }).from(sweep.table).where(isPast(tx, sweep, before)); // prettier-ignore
	return (row?.at as Temporal.Instant | null) ?? undefined;
}

export async function countPast(tx: Reader, sweep: Sweep, before: Temporal.Instant): Promise<number> {
	const rows = await tx
		.select({ n: count() })
		.from(sweep.table)
		.where(isPast(tx, sweep, before));
	return rows[0]?.n ?? 0;
}

export async function removePast(tx: Writer, sweep: Sweep, before: Temporal.Instant): Promise<number> {
	const n = await countPast(tx, sweep, before);
	if (n > 0) await tx.delete(sweep.table).where(isPast(tx, sweep, before));
	return n;
}

/** A dossier whose duty may have ended long ago. */
export interface OldDossier {
	id: string;
	isHeld: boolean;
}

/** Dossiers of a municipality with a decision of then, or somebody born before then; after `after`, by id. */
export async function listOldDossiers(
	tx: Reader,
	gemeenteId: string,
	{ ended, born }: { ended: Temporal.PlainDate; born: Temporal.PlainDate },
	after: string,
	limit: number
): Promise<OldDossier[]> {
	const { inburgeraarId, heldSince, geboortedatum } = t.inburgeraren;
	const event = tx
		.select({ id: t.trajectEvents.id })
		.from(t.trajectEvents)
		.where(
			and(
				eq(t.trajectEvents.inburgeraarId, inburgeraarId),
				inArray(t.trajectEvents.kind, eindeKinds),
				lte(t.trajectEvents.day, ended)
			)
		);
	const rows = await tx
		.select({ id: inburgeraarId, heldSince })
		.from(t.inburgeraren)
		.innerJoin(t.people, eq(t.people.id, inburgeraarId))
		.where(
			and(
				eq(t.people.gemeenteId, gemeenteId),
				gt(inburgeraarId, after),
				or(exists(event), lte(geboortedatum, born))
			)
		)
		.orderBy(asc(inburgeraarId))
		.limit(limit);
	return rows.map(({ id, heldSince: since }) => ({ id, isHeld: since !== null }));
}

export async function listTerms(tx: Reader): Promise<{ id: string; jaren: number }[]> {
	return tx.select({ id: t.gemeenten.id, jaren: t.gemeenten.bewaarJaren }).from(t.gemeenten);
}

/** False when there is no such municipality. */
export async function updateTerm(tx: Writer, slug: string, bewaarJaren: number): Promise<boolean> {
	const where = eq(t.gemeenten.slug, slug);
	return (await tx.update(t.gemeenten).set({ bewaarJaren }).where(where).returning({ id: t.gemeenten.id })).length === 1; // prettier-ignore
}

/** False when there is no such dossier, or it was held (or free) before. */
export async function updateHeld(
	tx: Writer,
	inburgeraarId: string,
	heldSince: Temporal.Instant | null
): Promise<boolean> {
	const { inburgeraarId: id, heldSince: column } = t.inburgeraren;
	const where = and(eq(id, inburgeraarId), heldSince === null ? not(isNull(column)) : isNull(column));
	return (await tx.update(t.inburgeraren).set({ heldSince }).where(where).returning({ id })).length === 1;
}
