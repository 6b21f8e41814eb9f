import type { Verwerking } from '#lib/domain/vocabulary.ts';
import type { Writer } from './db/database.ts';
import { insertVerwerkingen } from './db/verwerkingslog.ts';
import { encrypt, keyedHash } from './secrets.ts';

/** What an action of the audit log is done for, by its noun; undefined: it concerns no inburgeraar. */
const purposes: Record<string, Verwerking | undefined> = {
	...{ dossier: 'begeleiding', lijst: 'begeleiding', contact: 'begeleiding', signaal: 'begeleiding' },
	...{ gegevens: 'begeleiding', handhaving: 'begeleiding', traject: 'plan', besluit: 'plan' },
	...{ pip: 'plan', pip_afspraak: 'plan', activity: 'plan', route: 'plan' },
	...{ afspraak: 'afspraken', afspraakgroep: 'afspraken', agenda: 'afspraken' },
	...{ uren: 'uren', resultaat: 'resultaten', vraag: 'vragen', cursus: 'cursussen' },
	...{ overdracht: 'overdracht', overplaatsing: 'overdracht', duo: 'duo', overzicht: 'cijfers' },
	...{ session: 'toegang', device: 'toegang', brief: 'toegang', preference: 'toegang', account: 'toegang' }
};
/** Nouns of the audit log that are about the work of staff or the settings of a municipality. */
export const withoutSubject = ['beleid', 'thema', 'clip', 'zin', 'filter', 'partner', 'pip_template'];
export const purposeOf = (action: string): Verwerking | undefined => purposes[action.split('.')[0] ?? ''];

/** Actions that only look. */
const isReading = (action: string) => /\.(?:read|open|export)$/.test(action);

/** Finds the lines of a person without naming anybody. */
export const subjectKeyOf = (personId: string): string => keyedHash('verwerkingslog', personId);

/** One line for each person whom an operation concerns, in the transaction of the operation itself (AUD-03). */
export async function recordVerwerkingen(
	tx: Writer,
	operation: { operationId: string; action: string; subjectIds: readonly string[] },
	now: Temporal.Instant
): Promise<void> {
	const { operationId, action } = operation;
	const verwerking = purposeOf(action);
	if (!verwerking) return;
	const rows = [...new Set(operation.subjectIds)].map((id) => ({
		...{ subjectKey: subjectKeyOf(id), subject: encrypt('verwerkingslog', id) },
		...{ operationId, verwerking, isRead: isReading(action), at: now }
	}));
	await insertVerwerkingen(tx, rows);
}
