import { dagErna, dagErvoor } from '#lib/domain/dag.ts';
import type { Writer } from '../db/database.ts';
import { insertDuoTick } from '../db/duo.ts';
import { insertTransfer, replaceCaseloadFrom } from '../db/moves.ts';
import { duoLinesOf, type DuoLine } from '../duo-list.ts';
import { packetOf } from '../overplaatsing.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import { gemeenteIds } from './places.ts';

const replaced = ['crowd-20', 'crowd-21', 'crowd-22'];
const ticked = ['crowd-10', 'crowd-11'];
/** Whose confirmed hours grew since they were typed over. */
const outdated = 'crowd-12';
/** One dossier on its way out and one on its way in, between the two municipalities. */
const moves = [
	{ key: 'crowd-30', van: 'waterrijk', naar: 'heuvelstad', by: 'consulent', note: 'Woont nu bij familie.' },
	{ key: 'crowd-67', van: 'heuvelstad', naar: 'waterrijk', by: 'consulent-elders', note: 'Heeft werk in Waterrijk.' }
] as const; // prettier-ignore

/** A colleague who replaces the consultant soon, a dossier offered each way, a DUO list begun. */
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
	for (const { key, van, naar, by, note } of moves) {
		const person = { inburgeraarId: personId(key), id: demoId(key, 'overplaatsing') };
		const packet = await packetOf(tx, person.inburgeraarId, days.today);
		await insertTransfer(tx, {
			...{ ...person, vanGemeenteId: gemeenteIds[van], naarGemeenteId: gemeenteIds[naar] },
			...{ verhuisdag: days.workdayAgo({ days: 1 }), packet, note },
			...{ requestedBy: personaIds[by], requestedAt: at }
		});
	}
	const tick = (inburgeraarId: string, { item, regel }: DuoLine, day: Temporal.PlainDate) =>
		insertDuoTick(tx, {
			...{ inburgeraarId, id: demoId(inburgeraarId, item), item, value: regel?.value ?? '' },
			...{ day, isWithdrawal: false, recordedBy: personaIds.consulent, recordedAt: days.past(day, '10:15') }
		});
	const recent = days.workdayAgo({ days: 2 });
	for (const [id, lines] of await duoLinesOf(tx, ticked.map(personId), days.today))
		for (const line of lines.slice(0, 2)) await tick(id, line, recent);
	// Before the last quarter that has ended: the list counts by quarter.
	const longAgo = days.workdayAgo({ months: 4 });
	for (const [id, lines] of await duoLinesOf(tx, [personId(outdated)], longAgo))
		for (const line of lines.filter(({ code }) => code === 'aanwezigheid')) await tick(id, line, longAgo);
}
