import { isTerugdag, totEnMet } from '#lib/domain/signalen/uitstel.ts';
import type { Signaal, SnoozeReason } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { insertSnooze, listSnoozes, updateSnoozesEnded, type Snooze } from './db/signal-snoozes.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

export interface NewSnooze {
	signaal: Signaal;
	/** The day on which it is back. */
	terug: Temporal.PlainDate;
	reason: SnoozeReason;
	/** Dutch, for colleagues. */
	note?: string;
}
/** `terug`: not after today, or further away than the house allows. */
export type SnoozeResult = { ok: true; id: string } | { ok: false; reden: 'terug' };

/** Puts a reason aside, in the place of an earlier snooze of it. Undefined: the person is not the actor's. */
export async function snoozeSignal(
	actor: Staff,
	inburgeraarId: string,
	snooze: NewSnooze,
	key: string,
	now: Temporal.Instant
): Promise<SnoozeResult | undefined> {
	const { signaal, terug, reason, note } = snooze;
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		if (!isTerugdag(terug, dayOf(now))) return { ok: false, reden: 'terug' };
		const form = { action: 'signaal.snooze', key, payload: { inburgeraarId, ...snooze } };
		const id = await once(tx, actor, form, now, async () => {
			await updateSnoozesEnded(tx, { inburgeraarId, signaal }, { endedBy: actor.id, endedAt: now });
			const row = { inburgeraarId, id: newId(), signaal, totEnMet: totEnMet(terug), reason };
			await insertSnooze(tx, { ...row, note: note ?? null, snoozedBy: actor.id, snoozedAt: now });
			const event = { action: 'signaal.snooze', objectType: signaal, objectId: row.id };
			await recordAudit(tx, actor, { ...event, subjectId: inburgeraarId }, now);
			return row.id;
		});
		return { ok: true, id };
	});
}

/** Brings a reason back at once; again changes nothing. Undefined: the person is not the actor's. */
export async function endSnooze(
	actor: Staff,
	inburgeraarId: string,
	signaal: Signaal,
	now: Temporal.Instant
): Promise<{ ended: number } | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const by = { endedBy: actor.id, endedAt: now };
		const ended = await updateSnoozesEnded(tx, { inburgeraarId, signaal }, by);
		const event = { action: 'signaal.unsnooze', objectType: signaal, subjectId: inburgeraarId };
		if (ended > 0) await recordAudit(tx, actor, event, now);
		return { ended };
	});
}

/** The snooze of this reason that runs today; null: none. Undefined: the person is not the actor's. */
export async function snoozeOf(
	actor: Staff,
	inburgeraarId: string,
	signaal: Signaal,
	now: Temporal.Instant
): Promise<Snooze | null | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId, read))) return undefined;
	const running = await listSnoozes(read, [inburgeraarId], dayOf(now));
	return running.find((one) => one.signaal === signaal) ?? null;
}
