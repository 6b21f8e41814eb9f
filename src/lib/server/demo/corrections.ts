import { insertCorrectionRequest } from '../db/corrections.ts';
import type { Writer } from '../db/database.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personId } from './ids.ts';

/** Somebody says that a name is written wrong, and waits for an answer. */
export async function recordCorrections(tx: Writer, days: Calendar): Promise<void> {
	await insertCorrectionRequest(tx, {
		...{ inburgeraarId: personId('crowd-2'), id: demoId('crowd-2', 'correctie'), about: 'naam' },
		...{
			text: 'Mijn achternaam is niet goed geschreven.',
			askedAt: days.past(days.workdayAgo({ days: 1 }), '19:20')
		}
	});
}
