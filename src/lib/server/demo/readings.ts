import { recordAudit } from '../audit.ts';
import { mondayOf } from '../controle.ts';
import { insertAccessReview } from '../db/access-reviews.ts';
import type { Writer } from '../db/database.ts';
import type { Calendar } from './calendar.ts';
import { personaIds, participantKeys, type ParticipantKey, type StaffKey } from './ids.ts';
import { gemeenteIds } from './places.ts';

type Reading = [who: StaffKey, of: ParticipantKey, at: Temporal.Instant];
type Event = Parameters<typeof recordAudit>[2];

const roleOf = (who: StaffKey) => {
	if (who.startsWith('consulent')) return 'consulent';
	return who === 'coordinator' ? who : 'partner';
};

/** Who opened which dossier, so that 'who looked at my data' has something to show. */
function readings(days: Calendar): Reading[] {
	return [
		['consulent-elders', 'asiel-verhuisd-am', days.past(days.workdayAgo({ days: 40 }), '11:15')],
		['consulent', 'asiel-b1-ar', days.past(days.workdayAgo({ days: 36 }), '10:20')],
		['coordinator', 'asiel-b1-ar', days.past(days.workdayAgo({ days: 15 }), '15:40')],
		['coordinator', 'gezin-vraag-es', days.past(days.workdayAgo({ days: 15 }), '15:55')],
		// After hours: something to ask about in the weekly review.
		['consulent', 'asiel-b1-ar', days.past(days.workdayAgo({ days: 7 }), '20:35')],
		...participantKeys.map((key, n): Reading => {
			const time = `${9 + Math.floor(n / 4)}:${String(5 + (n % 4) * 14).padStart(2, '0')}`.padStart(5, '0');
			return ['consulent', key, days.past(days.workdayAgo({ days: 3 }), time)];
		})
	];
}

/** What else the review of last week finds: a forgotten password, a page that was refused, a file. */
function findings(days: Calendar): [who: StaffKey, event: Event, at: Temporal.Instant][] {
	const day = days.workdayAgo({ days: 7 });
	const partner: Event = {
		action: 'session.start',
		subjectId: personaIds['partner-taalschool'],
		result: 'denied'
	};
	const refused: Event = { action: 'toegang.denied', objectType: '/admin/beleid', result: 'denied' };
	return [
		...['08:41', '08:42', '08:44'].map((time): [StaffKey, Event, Temporal.Instant] => [
			'partner-taalschool',
			partner,
			days.past(day, time)
		]),
		['consulent-collega', refused, days.past(day, '10:12')],
		['coordinator', { action: 'overzicht.export', objectType: 'overzicht' }, days.past(day, '16:30')]
	];
}

/** The audit log of the demo, the oldest first, and the weeks that the coordinator signed. */
export async function recordReadings(tx: Writer, days: Calendar): Promise<void> {
	const reads = readings(days).map(([who, of, at]): [StaffKey, Event, Temporal.Instant] => {
		return [who, { action: 'dossier.read', objectType: 'overzicht', subjectId: personaIds[of] }, at];
	});
	const all = [...reads, ...findings(days)].toSorted(([, , a], [, , b]) => Temporal.Instant.compare(a, b));
	for (const [who, event, at] of all)
		await recordAudit(
			tx,
			{ id: personaIds[who], role: roleOf(who), sessionId: 'demo', address: null },
			event,
			at
		);
	const signedBy = personaIds.coordinator;
	for (const weeks of [3, 2]) {
		const week = mondayOf(days.today).subtract({ weeks });
		const signedAt = days.past(week.add({ days: 8 }), '09:30');
		await insertAccessReview(tx, { gemeenteId: gemeenteIds.waterrijk, week, signedBy, signedAt, note: null });
	}
}
