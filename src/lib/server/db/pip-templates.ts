import { and, asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import { pipTemplates } from './schema.ts';

export type PipTemplate = typeof pipTemplates.$inferSelect;

/** The templates of a municipality, hidden ones too, by name. */
export async function listPipTemplates(tx: Reader, gemeenteId: string): Promise<PipTemplate[]> {
	return tx
		.select()
		.from(pipTemplates)
		.where(eq(pipTemplates.gemeenteId, gemeenteId))
		.orderBy(asc(pipTemplates.name), asc(pipTemplates.id))
		.limit(500);
}

export async function findPipTemplate(
	tx: Reader,
	gemeenteId: string,
	id: string
): Promise<PipTemplate | undefined> {
	const where = and(eq(pipTemplates.gemeenteId, gemeenteId), eq(pipTemplates.id, id));
	return (await tx.select().from(pipTemplates).where(where))[0];
}

export async function insertPipTemplate(tx: Writer, row: typeof pipTemplates.$inferInsert): Promise<void> {
	await tx.insert(pipTemplates).values(row);
}

/** False when the template is no longer at `version`. */
export async function updatePipTemplate(
	tx: Writer,
	{ id, version }: Pick<PipTemplate, 'id' | 'version'>,
	set: Partial<Pick<PipTemplate, 'name' | 'leerroute' | 'groep' | 'afspraken' | 'isActive'>>
): Promise<boolean> {
	const where = and(eq(pipTemplates.id, id), eq(pipTemplates.version, version));
	const next = { ...set, version: version + 1 };
	return (
		(await tx.update(pipTemplates).set(next).where(where).returning({ id: pipTemplates.id })).length === 1
	);
}
