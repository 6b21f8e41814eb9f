import { correctionOf, type HourPlace } from '#lib/domain/hours.ts';
import type { CorrectionReason } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertHourEntries } from './db/hours.ts';
import { dossierFor } from './dossiers.ts';
import { dayRefusal, entriesOf, rowOf, tell, type Entry } from './hours.ts';
import { once } from './idempotency.ts';

export interface NewCorrection extends HourPlace {
	reason: CorrectionReason;
	/** The version of the entry that the actor saw. */
	version: number;
}
/** `conflict`: somebody else corrected it meanwhile; what stands there now. */
export type Corrected =
	| { ok: true; id: string }
	| { ok: false; reden: 'toekomst' | 'voor_geboorte' | 'niets_anders' }
	| { ok: false; reden: 'conflict'; now: Entry };

/** Corrects an entry by rows with the difference; `minutes` 0 leaves nothing. */
export async function correctHours(
	actor: Staff,
	inburgeraarId: string,
	entryId: string,
	correction: NewCorrection,
	key: string,
	now: Temporal.Instant
): Promise<Corrected | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		const entry = dossier && (await entriesOf(tx, inburgeraarId)).find(({ id }) => id === entryId);
		if (!entry) return undefined;
		const form = { action: 'uren.correct', key, payload: { inburgeraarId, entryId, ...correction } };
		let refused: Corrected | undefined;
		await once(tx, actor, form, now, async () => {
			const reden = dayRefusal(correction.day, dossier.inburgeraar.geboortedatum, now);
			if (reden) refused = { ok: false, reden };
			else if (entry.version !== correction.version) refused = { ok: false, reden: 'conflict', now: entry };
			else if (!(await insertCorrection(tx, actor, entry, correction, now)))
				refused = { ok: false, reden: 'niets_anders' };
			return refused ? undefined : entryId;
		});
		return refused ?? { ok: true, id: entryId };
	});
}

/** False when the correction changes nothing. `entry` is at the version that the actor saw. */
export async function insertCorrection(
	tx: Writer,
	actor: Staff,
	entry: Entry,
	{ category, day, minutes, reason }: HourPlace & { reason: CorrectionReason },
	now: Temporal.Instant
): Promise<boolean> {
	const first = entry.rows[0];
	const places = correctionOf(entry, { category, day, minutes });
	if (!first || places.length === 0) return false;
	const rest = { correctsId: entry.id, correctionReason: reason, enrolmentId: first.enrolmentId };
	const { inburgeraarId } = first;
	await insertHourEntries(
		tx,
		places.map((place) => rowOf(actor, inburgeraarId, place, rest, now))
	);
	await tell(tx, actor, { action: 'uren.correct', inburgeraarId, id: entry.id }, now);
	return true;
}
