import { correctionOf, unconfirmed, type HourPlace } from '#lib/domain/hours.ts';
import type { CorrectionReason, RecordedReason } from '#lib/domain/vocabulary.ts';
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

/**
 * Takes a confirmation back by correcting rows: the total stays, and waits until somebody else confirms it again.
 * @param form.version of the entry that the actor saw
 */
export async function takeBackConfirmation(
	actor: Staff,
	inburgeraarId: string,
	entryId: string,
	form: { version: number; key: string },
	now: Temporal.Instant
): Promise<'teruggenomen' | 'niets' | 'conflict' | undefined> {
	const { version, key } = form;
	return database().transaction(async (tx) => {
		const isOwn = await dossierFor(actor, inburgeraarId, tx);
		const entry = isOwn && (await entriesOf(tx, inburgeraarId)).find(({ id }) => id === entryId);
		if (!entry) return undefined;
		let refused: 'niets' | 'conflict' | undefined;
		const sent = { action: 'uren.unconfirm', key, payload: { inburgeraarId, entryId, version } };
		await once(tx, actor, sent, now, async () => {
			const places = unconfirmed(entry);
			if (entry.version !== version) refused = 'conflict';
			else if (places.length === 0) refused = 'niets';
			else
				await insertRows(
					tx,
					actor,
					entry,
					places,
					{ reason: 'bevestiging_terug', action: 'uren.unconfirm' },
					now
				);
			return refused ? undefined : entryId;
		});
		return refused ?? 'teruggenomen';
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
	const places = correctionOf(entry, { category, day, minutes });
	if (places.length === 0) return false;
	await insertRows(tx, actor, entry, places, { reason, action: 'uren.correct' }, now);
	return true;
}

async function insertRows(
	tx: Writer,
	actor: Staff,
	entry: Entry,
	places: readonly HourPlace[],
	{ reason, action }: { reason: RecordedReason; action: string },
	now: Temporal.Instant
): Promise<void> {
	const [first] = entry.rows;
	if (!first) return;
	const rest = { correctsId: entry.id, correctionReason: reason, enrolmentId: first.enrolmentId };
	const { inburgeraarId } = first;
	await insertHourEntries(
		tx,
		places.map((place) => rowOf(actor, inburgeraarId, place, rest, now))
	);
	await tell(tx, actor, { action, inburgeraarId, id: entry.id }, now);
}
