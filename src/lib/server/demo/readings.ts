import { recordAudit } from '../audit.ts';
import type { Writer } from '../db/database.ts';
import type { Calendar } from './calendar.ts';
import { personaIds, participantKeys, type ParticipantKey, type StaffKey } from './ids.ts';

type Role = 'consulent' | 'coordinator';
type Reading = [who: StaffKey, role: Role, of: ParticipantKey, at: Temporal.Instant];

/** Who opened which dossier, so that 'who looked at my data' has something to show; the oldest one first. */
export async function recordReadings(tx: Writer, days: Calendar): Promise<void> {
	const readings: Reading[] = [
		['consulent-elders', 'consulent', 'asiel-verhuisd-am', days.past(days.workdayAgo({ days: 40 }), '11:15')],
		['consulent', 'consulent', 'asiel-b1-ar', days.past(days.workdayAgo({ days: 36 }), '10:20')],
		['coordinator', 'coordinator', 'asiel-b1-ar', days.past(days.workdayAgo({ days: 15 }), '15:40')],
		['coordinator', 'coordinator', 'gezin-vraag-es', days.past(days.workdayAgo({ days: 15 }), '15:55')],
		...participantKeys.map((key, n): Reading => {
			const time = `${9 + Math.floor(n / 4)}:${String(5 + (n % 4) * 14).padStart(2, '0')}`.padStart(5, '0');
			return ['consulent', 'consulent', key, days.past(days.workdayAgo({ days: 3 }), time)];
		})
	];
	for (const [who, role, of, at] of readings) {
		const actor = { id: personaIds[who], role, sessionId: 'demo', address: null };
		const dossier = { objectType: 'overzicht', subjectId: personaIds[of] };
		await recordAudit(tx, actor, { action: 'dossier.read', ...dossier }, at);
	}
}
