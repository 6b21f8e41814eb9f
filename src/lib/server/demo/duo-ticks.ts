import { insertDuoTick } from '../db/duo.ts';
import type { Writer } from '../db/database.ts';
import { duoLinesOf } from '../duo-list.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personaIds, personId } from './ids.ts';
import { livesOf } from './lives.ts';

/** What the consultants typed over in DUO's portal: of most people everything, of every ninth nothing yet. */
export async function recordDuoTicks(tx: Writer, days: Calendar): Promise<void> {
	const lives = livesOf(days).filter((_, n) => n % 9 !== 4);
	const byId = new Map(lives.map((life) => [personId(life.key), life]));
	const lines = await duoLinesOf(tx, [...byId.keys()], days.today);
	for (const [inburgeraarId, own] of lines) {
		const life = byId.get(inburgeraarId);
		// A list that was begun stays half done (moves.ts).
		if (own.some(({ typed }) => typed)) continue;
		for (const { item, regel } of life ? own : [])
			if (life && regel)
				await insertDuoTick(tx, {
					...{ inburgeraarId, item, value: regel.value, day: days.ago({ days: 3 }), isWithdrawal: false },
					id: demoId(life.key, 'duo', item),
					recordedBy: personaIds[life.consulent],
					recordedAt: days.past(days.ago({ days: 3 }), '15:40')
				});
	}
}
