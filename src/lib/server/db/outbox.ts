import { newId } from '../ids.ts';
import type { Writer } from './database.ts';
import { outbox } from './schema.ts';

export interface Notice {
	kind: 'afspraak' | 'pip' | 'antwoord' | 'uren' | 'account' | 'cursus' | 'correctie' | 'noodinzage';
	personId: string;
	/** The same key is sent once, however often it is asked for (DUR-03). */
	dedupeKey: string;
}

/** Puts a notice, without personal content, in line to be sent after the commit. */
export async function insertNotice(tx: Writer, notice: Notice, now: Temporal.Instant): Promise<void> {
	await tx
		.insert(outbox)
		.values({ id: newId(), payload: {}, createdAt: now, ...notice })
		.onConflictDoNothing();
}
