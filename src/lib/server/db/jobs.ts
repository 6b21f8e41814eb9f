import { eq } from 'drizzle-orm';
import type { Writer } from './database.ts';
import { jobs } from './schema.ts';

/** False when somebody has it already. */
export async function insertJob(tx: Writer, key: string, startedAt: Temporal.Instant): Promise<boolean> {
	const made = await tx.insert(jobs).values({ key, startedAt }).onConflictDoNothing().returning();
	return made.length > 0;
}

export async function removeJob(tx: Writer, key: string): Promise<void> {
	await tx.delete(jobs).where(eq(jobs.key, key));
}
