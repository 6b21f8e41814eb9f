import { tempoVanaf } from '#lib/domain/prognose.ts';
import { lastContacts } from './contact-log.ts';
import type { Reader } from './db/database.ts';
import * as db from './db/monday-matters.ts';
import { listSignedIn } from './db/listed-people.ts';
import { listSnoozes } from './db/signal-snoozes.ts';
import { openDuoLines } from './duo-list.ts';
import { grouped, listFactRows } from './facts.ts';

/** Everything that the Monday list reads about several people, by person; a fixed number of reads. */
export async function readMatters(
	tx: Reader,
	ids: readonly string[],
	actorId: string,
	today: Temporal.PlainDate,
	now: Temporal.Instant
) {
	const coming = await db.listComing(tx, ids, now);
	const phrases = coming.flatMap(({ zinnen }) => zinnen ?? []).map(({ zin }) => zin);
	const disputes = await db.listDisputed(tx, ids);
	return {
		facts: await listFactRows(tx, ids),
		coming: grouped(coming),
		reviewed: await db.listReviewed(tx, phrases),
		missed: grouped(await db.listMissed(tx, ids, now)),
		contacts: await lastContacts(tx, ids),
		asked: grouped(await db.listAsked(tx, ids)),
		sharedLists: grouped(await db.listSharedLists(tx, ids)),
		disputed: grouped(disputes.filter(({ what }) => what === 'uren')),
		corrections: grouped(disputes.filter(({ what }) => what === 'gegevens')),
		pace: grouped(await db.listPace(tx, ids, tempoVanaf(today), actorId)),
		plans: grouped(await db.listPlans(tx, ids)),
		duo: await openDuoLines(tx, ids, today),
		transfers: single(await db.listOpenTransfers(tx, ids)),
		firstGuided: single(await db.listFirstGuided(tx, ids)),
		signedIn: await listSignedIn(tx, ids),
		snoozes: grouped(await listSnoozes(tx, ids, today))
	};
}
export type Matters = Awaited<ReturnType<typeof readMatters>>;

const single = <R extends { inburgeraarId: string }>(rows: readonly R[]) =>
	new Map(rows.map((row) => [row.inburgeraarId, row]));
