import { and, asc, count, eq, gte, inArray, isNull, max, ne, or } from 'drizzle-orm';
import type { Role } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import type { Person } from './people.ts';
import { auditEvents, caseload, gemeenten, partners, people } from './schema.ts';

/** Accounts that the pages look after; a beheerder is made and kept on the command line. */
export const keptRoles = ['consulent', 'coordinator', 'partner'] as const satisfies readonly Role[];
export type KeptRole = (typeof keptRoles)[number];

/** Whose accounts: those of one municipality, or (a beheerder) of all. */
export type StaffScope = { gemeenteId: string | null };

const within = ({ gemeenteId }: StaffScope) =>
	and(inArray(people.role, keptRoles), gemeenteId === null ? undefined : eq(people.gemeenteId, gemeenteId));

export interface StaffRow {
	person: Person;
	gemeenteName: string | null;
	partnerName: string | null;
}
const staffRows = (tx: Reader) =>
	tx
		.select({ person: people, gemeenteName: gemeenten.name, partnerName: partners.name })
		.from(people)
		.leftJoin(gemeenten, eq(gemeenten.id, people.gemeenteId))
		.leftJoin(partners, eq(partners.id, people.partnerId));

/** By name; a fixed number of reads with `countGuided` and `findLastSignIns`. */
export async function listStaff(tx: Reader, scope: StaffScope): Promise<StaffRow[]> {
	return staffRows(tx)
		.where(within(scope))
		.orderBy(asc(gemeenten.name), asc(people.nameFolded), asc(people.id));
}

export async function findStaff(tx: Reader, scope: StaffScope, id: string): Promise<StaffRow | undefined> {
	return (await staffRows(tx).where(and(within(scope), eq(people.id, id))))[0];
}

/** How many people each of them guides on that day or later. */
export async function countGuided(
	tx: Reader,
	ids: readonly string[],
	today: Temporal.PlainDate
): Promise<Map<string, number>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({ id: caseload.consulentId, n: count() })
		.from(caseload)
		.where(and(inArray(caseload.consulentId, [...ids]), or(isNull(caseload.tot), gte(caseload.tot, today))))
		.groupBy(caseload.consulentId);
	return new Map(rows.map(({ id, n }) => [id, n]));
}

export async function findLastSignIns(
	tx: Reader,
	ids: readonly string[]
): Promise<Map<string, Temporal.Instant>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({ id: auditEvents.subjectId, at: max(auditEvents.at) })
		.from(auditEvents)
		.where(
			and(
				inArray(auditEvents.subjectId, [...ids]),
				eq(auditEvents.action, 'session.start'),
				eq(auditEvents.result, 'ok')
			)
		)
		.groupBy(auditEvents.subjectId);
	return new Map(rows.flatMap(({ id, at }) => (id && at ? [[id, at] as const] : [])));
}

/** When somebody else last made a password for this account. */
export async function findPasswordMadeAt(tx: Reader, id: string): Promise<Temporal.Instant | null> {
	const where = and(
		eq(auditEvents.subjectId, id),
		inArray(auditEvents.action, ['account.create', 'account.password'])
	);
	return (
		(
			await tx
				.select({ at: max(auditEvents.at) })
				.from(auditEvents)
				.where(where)
		)[0]?.at ?? null
	);
}

/** Who is told what only a coordinator has to know. */
export async function listCoordinators(tx: Reader, gemeenteId: string): Promise<string[]> {
	const where = and(
		eq(people.gemeenteId, gemeenteId),
		eq(people.role, 'coordinator'),
		eq(people.isActive, true)
	);
	return (await tx.select({ id: people.id }).from(people).where(where)).map(({ id }) => id);
}

export async function countOtherCoordinators(tx: Reader, gemeenteId: string, id: string): Promise<number> {
	const where = and(
		eq(people.gemeenteId, gemeenteId),
		eq(people.role, 'coordinator'),
		eq(people.isActive, true),
		ne(people.id, id)
	);
	return (await tx.select({ n: count() }).from(people).where(where))[0]?.n ?? 0;
}

/** False when it is no longer at this version. */
export async function updatePerson(
	tx: Writer,
	row: Pick<Person, 'id' | 'version'>,
	set: Partial<typeof people.$inferInsert>
): Promise<boolean> {
	const changed = await tx
		.update(people)
		.set({ ...set, version: row.version + 1 })
		.where(and(eq(people.id, row.id), eq(people.version, row.version)))
		.returning({ id: people.id });
	return changed.length === 1;
}

export async function updatePassword(
	tx: Writer,
	id: string,
	set: { passwordHash: string; mustChangePassword: boolean }
): Promise<void> {
	await tx.update(people).set(set).where(eq(people.id, id));
}

export type PartnerRow = typeof partners.$inferSelect;
export async function listPartners(
	tx: Reader,
	scope: StaffScope
): Promise<(PartnerRow & { gemeenteName: string })[]> {
	const rows = await tx
		.select({ partner: partners, gemeenteName: gemeenten.name })
		.from(partners)
		.innerJoin(gemeenten, eq(gemeenten.id, partners.gemeenteId))
		.where(scope.gemeenteId === null ? undefined : eq(partners.gemeenteId, scope.gemeenteId))
		.orderBy(asc(gemeenten.name), asc(partners.name), asc(partners.id));
	return rows.map(({ partner, gemeenteName }) => ({ ...partner, gemeenteName }));
}

export async function insertPartner(tx: Writer, row: typeof partners.$inferInsert): Promise<void> {
	await tx.insert(partners).values(row);
}

export async function listGemeenten(tx: Reader): Promise<{ id: string; name: string }[]> {
	return tx.select({ id: gemeenten.id, name: gemeenten.name }).from(gemeenten).orderBy(asc(gemeenten.name));
}
