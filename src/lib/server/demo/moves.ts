import { dagErna, dagErvoor } from '#lib/domain/dag.ts';
import type { Writer } from '../db/database.ts';
import { insertDuoTick } from '../db/duo.ts';
import { insertTransfer, replaceCaseloadFrom } from '../db/moves.ts';
import { duoLinesOf } from '../duo-list.ts';
import { packetOf } from '../overplaatsing.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import { gemeenteIds } from './places.ts';

const replaced = ['crowd-20', 'crowd-21', 'crowd-22'];
const ticked = ['crowd-10', 'crowd-11'];
const moving = 'crowd-30';

/** A colleague who replaces the consultant soon, a dossier offered to the other municipality, a DUO list begun. */
export async function recordMoves(tx: Writer, days: Calendar): Promise<void> {
	const [first, last] = [days.soon(10), days.soon(24)];
	for (const key of replaced) {
		const inburgeraarId = personId(key);
		const row = (name: string) => ({ inburgeraarId, id: demoId(key, 'caseload', name) });
		await replaceCaseloadFrom(
			tx,
			[
				{ ...row('vervanging'), consulentId: personaIds['consulent-collega'], vanaf: first, tot: last },
				{ ...row('terug'), consulentId: personaIds.consulent, vanaf: dagErna(last), tot: null }
			],
			dagErvoor(first)
		);
	}
	const at = days.past(days.workdayAgo({ days: 2 }), '10:15');
	const person = { inburgeraarId: personId(moving), id: demoId(moving, 'overplaatsing') };
	await insertTransfer(tx, {
		...{ ...person, vanGemeenteId: gemeenteIds.waterrijk, naarGemeenteId: gemeenteIds.heuvelstad },
		...{
			verhuisdag: days.workdayAgo({ days: 1 }),
			packet: await packetOf(tx, person.inburgeraarId, days.today)
		},
		...{ note: 'Woont nu bij familie.', requestedBy: personaIds.consulent, requestedAt: at }
	});
	const lines = await duoLinesOf(tx, ticked.map(personId), days.today);
	for (const [inburgeraarId, list] of lines)
		for (const { item, regel } of list.slice(0, 2))
			await insertDuoTick(tx, {
				...{ inburgeraarId, id: demoId(inburgeraarId, item), item, value: regel?.value ?? '' },
				...{ day: days.workdayAgo({ days: 2 }), isWithdrawal: false },
				...{ recordedBy: personaIds.consulent, recordedAt: at }
			});
}
