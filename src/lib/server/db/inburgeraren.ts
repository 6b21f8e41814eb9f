import { and, eq, inArray } from 'drizzle-orm';
import { caseloadOn } from './caseload-on.ts';
import type { Reader, Writer } from './database.ts';
import { caseload, gemeenten, inburgeraren, people } from './schema.ts';

export type Inburgeraar = typeof inburgeraren.$inferSelect;
export type Dossier = {
	person: typeof people.$inferSelect;
	inburgeraar: Inburgeraar;
	consulentId: string | null;
};

/** Whose dossiers somebody may open on a day: the own caseload, the whole municipality, or the own one. */
export type Scope = { today: Temporal.PlainDate } & (
	| { kind: 'caseload'; consulentId: string; gemeenteId: string }
	| { kind: 'gemeente'; gemeenteId: string }
	| { kind: 'self'; inburgeraarId: string }
	/** Outside the own caseload, by a break-glass that stands open (AC-11): to read only. */
	| { kind: 'opened'; inburgeraarId: string; gemeenteId: string }
);

/** The SQL of a scope: every read of a dossier carries it (AC-05). */
export function within(scope: Scope) {
	if (scope.kind === 'self') return eq(inburgeraren.inburgeraarId, scope.inburgeraarId);
	const inGemeente = eq(people.gemeenteId, scope.gemeenteId);
	switch (scope.kind) {
		case 'gemeente':
			return inGemeente;
		case 'opened':
			return and(inGemeente, eq(inburgeraren.inburgeraarId, scope.inburgeraarId));
		case 'caseload':
			return and(inGemeente, eq(caseload.consulentId, scope.consulentId));
	}
}

/** Ids of everybody in the scope, for `inArray` in another query. */
export const inScope = (tx: Reader, scope: Scope) =>
	tx
		.select({ id: inburgeraren.inburgeraarId })
		.from(inburgeraren)
		.innerJoin(people, eq(people.id, inburgeraren.inburgeraarId))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, inburgeraren.inburgeraarId), caseloadOn(scope.today)))
		.where(within(scope));

/** The person, when inside the scope. */
export async function findDossier(
	tx: Reader,
	scope: Scope,
	inburgeraarId: string
): Promise<Dossier | undefined> {
	const [row] = await tx
		.select({ person: people, inburgeraar: inburgeraren, consulentId: caseload.consulentId })
		.from(inburgeraren)
		.innerJoin(people, eq(people.id, inburgeraren.inburgeraarId))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, inburgeraren.inburgeraarId), caseloadOn(scope.today)))
		.where(and(eq(inburgeraren.inburgeraarId, inburgeraarId), within(scope)));
	return row;
}

/** People by id, each with the local policy of the own municipality. */
export async function listInburgeraren(
	tx: Reader,
	ids: readonly string[]
): Promise<{ inburgeraar: Inburgeraar; lokaalBeleid: typeof gemeenten.$inferSelect.lokaalBeleid | null }[]> {
	return tx
		.select({ inburgeraar: inburgeraren, lokaalBeleid: gemeenten.lokaalBeleid })
		.from(inburgeraren)
		.innerJoin(people, eq(people.id, inburgeraren.inburgeraarId))
		.leftJoin(gemeenten, eq(gemeenten.id, people.gemeenteId))
		.where(inArray(inburgeraren.inburgeraarId, [...ids]));
}

/** False when it is no longer at this version. */
export async function updateInburgeraar(
	tx: Writer,
	row: Pick<Inburgeraar, 'inburgeraarId' | 'version'>,
	set: Partial<Inburgeraar>
): Promise<boolean> {
	const changed = await tx
		.update(inburgeraren)
		.set({ ...set, version: row.version + 1 })
		.where(and(eq(inburgeraren.inburgeraarId, row.inburgeraarId), eq(inburgeraren.version, row.version)))
		.returning({ id: inburgeraren.inburgeraarId });
	return changed.length === 1;
}
