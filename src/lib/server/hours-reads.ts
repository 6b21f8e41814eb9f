import type { Actor } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';

/**
 * Writes to the audit log that hours of several people were looked at, with a line for each (AUD-02, AUD-03).
 * @param part what was opened: `presentie`, `bevestigen` …
 * @param subjects whose hours, as often as they come
 */
export async function recordHoursRead(
	actor: Actor,
	part: string,
	subjects: readonly { inburgeraarId: string }[],
	now: Temporal.Instant
): Promise<void> {
	const subjectIds = [...new Set(subjects.map(({ inburgeraarId }) => inburgeraarId))];
	const event = { action: 'uren.read', objectType: part, subjectIds };
	if (subjectIds.length > 0) await database().transaction((tx) => recordAudit(tx, actor, event, now));
}
