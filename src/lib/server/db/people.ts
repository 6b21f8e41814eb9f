import { eq } from 'drizzle-orm';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { Reader, Writer } from './database.ts';
import { gemeenten, people } from './schema.ts';

export type Person = typeof people.$inferSelect;
export type Gemeente = typeof gemeenten.$inferSelect;

export async function findGemeente(tx: Reader, id: string): Promise<Gemeente | undefined> {
	return (await tx.select().from(gemeenten).where(eq(gemeenten.id, id)))[0];
}

export async function findPerson(tx: Reader, id: string): Promise<Person | undefined> {
	return (await tx.select().from(people).where(eq(people.id, id)))[0];
}

/** How somebody wants to read and hear. */
export type Preferences = {
	locale?: LocaleId;
	hasDutchBeside?: boolean;
	hasLargeText?: boolean;
	hasHighContrast?: boolean;
	hasSound?: boolean;
	hasHijriDays?: boolean;
};

export async function updatePreferences(tx: Writer, id: string, set: Preferences): Promise<void> {
	await tx.update(people).set(set).where(eq(people.id, id));
}

export async function findTheme(tx: Reader, slug: string): Promise<Gemeente['theme'] | undefined> {
	const [row] = await tx.select({ theme: gemeenten.theme }).from(gemeenten).where(eq(gemeenten.slug, slug));
	return row?.theme;
}

/** One row, by its id; who may is decided before. */
export async function updateGemeente(
	tx: Writer,
	id: string,
	set: Partial<typeof gemeenten.$inferInsert>
): Promise<void> {
	await tx.update(gemeenten).set(set).where(eq(gemeenten.id, id));
}
