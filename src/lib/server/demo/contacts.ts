import type { ContactChannel } from '#lib/domain/vocabulary.ts';
import { insertContact } from '../db/contact-log.ts';
import type { Writer } from '../db/database.ts';
import type { Calendar } from './calendar.ts';
import { strangers } from './crowd-people.ts';
import { demoId, personaIds, personId } from './ids.ts';

const ownCrowd = strangers
	.flatMap(({ consulent }, n) => (consulent === 'consulent' && n % 4 === 3 ? [`crowd-${n}`] : []))
	.slice(0, 12);
const told: { who: string; channel: ContactChannel; daysAgo: number; note?: string; isReached?: boolean }[] =
	[
		{ who: 'asiel-b1-ar', channel: 'telefoon', daysAgo: 9, note: 'Vraagt naar de bus naar de les.' },
		{ who: 'asiel-b1-ar', channel: 'telefoon', daysAgo: 10, isReached: false },
		...ownCrowd.map((who, n) => ({
			who,
			channel: (['telefoon', 'bezoek', 'email', 'bericht'] as const)[n % 4]!,
			daysAgo: 4 + 3 * n
		}))
	];

/** What the consultant wrote down of calls and visits. */
export async function recordContacts(tx: Writer, days: Calendar): Promise<void> {
	for (const { who, channel, daysAgo, note = null, isReached = true } of told) {
		const day = days.workdayAgo({ days: daysAgo });
		await insertContact(tx, {
			...{ inburgeraarId: personId(who), id: demoId(who, 'contact', String(daysAgo)), channel, day },
			...{ isReached, note, replacesId: null, isWithdrawal: false },
			...{ recordedBy: personaIds.consulent, recordedAt: days.past(day, '15:10') }
		});
	}
}
