import type { Actor, Consulent } from './actor.ts';
import { recordAudit } from './audit.ts';
import { findByNameAndBirth, insertOpening, listOpenOf, updateClosed } from './db/break-glass.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { listCoordinators } from './db/staff.ts';
import { dossierFor } from './dossiers.ts';
import { fold } from './fold.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { takeTry } from './sign-in-tries.ts';

/** How long a dossier stays open, in minutes (AC-11). */
export const openMinutes = 60;
export const shortestReason = 10;

/** What a consultant has open at this moment, for the actor of a request. */
export const openedBy = async (
	consulentId: string,
	now: Temporal.Instant
): Promise<NonNullable<Actor['opened']>> =>
	(await listOpenOf(database().read, consulentId, now)).map(({ inburgeraarId, endsAt }) => ({
		...{ inburgeraarId, until: endsAt }
	}));

/** Whole minutes until the end, at least one while it stands open. */
export const minutesLeft = (until: Temporal.Instant, now: Temporal.Instant): number =>
	Math.max(1, Math.ceil(now.until(until).total('minutes')));

/** Where somebody asks for it: what the audit log says of a request that found nobody. */
const place = '/admin/noodinzage';
const event = (inburgeraarId: string, objectType: 'open' | 'dicht') => ({
	...{ action: 'dossier.break_glass', objectType, subjectId: inburgeraarId }
});

export type GlassOutcome =
	/** To be opened now; of the own caseload: as always, and nothing was broken. */
	| { ok: true; inburgeraarId: string }
	/** Nobody, somebody of another municipality, or more than one: one answer for all. */
	| { ok: false; reason: 'onbekend' }
	| { ok: false; reason: 'wachten'; seconds: number };

/**
 * Opens the dossier of somebody of the own municipality whom the actor does not guide: to read, for an hour (AC-11). Who
 * knows the full name and the day of birth has the person in front of them; there is no list to look in. The coordinators
 * hear of it, the participant reads it.
 * @param asked.reason in Dutch, at least ten characters
 */
export async function breakGlass(
	actor: Consulent,
	asked: { name: string; geboortedatum: Temporal.PlainDate; reason: string },
	key: string,
	now: Temporal.Instant
): Promise<GlassOutcome> {
	const seconds = await takeTry(`noodinzage:${actor.id}`, now);
	if (seconds > 0) return { ok: false, reason: 'wachten', seconds };
	const { name, geboortedatum, reason } = asked;
	const inburgeraarId = await database().transaction(async (tx) => {
		const ids = await findByNameAndBirth(tx, actor.gemeenteId, { nameFolded: fold(name), geboortedatum });
		const [found] = ids;
		if (!found || ids.length > 1) {
			const denied = { action: 'dossier.break_glass', objectType: place, result: 'denied' as const };
			await recordAudit(tx, actor, denied, now);
			return undefined;
		}
		if (await dossierFor(actor, found, tx)) return found;
		const payload = { found, reason };
		return once(tx, actor, { action: 'dossier.break_glass', key, payload }, now, async () => {
			const open = await listOpenOf(tx, actor.id, now);
			if (!open.some((one) => one.inburgeraarId === found)) await openNow(tx, actor, found, reason, now);
			return found;
		});
	});
	return inburgeraarId ? { ok: true, inburgeraarId } : { ok: false, reason: 'onbekend' };
}

async function openNow(
	tx: Writer,
	actor: Consulent,
	inburgeraarId: string,
	reason: string,
	now: Temporal.Instant
): Promise<void> {
	const id = newId();
	await insertOpening(tx, {
		...{ inburgeraarId, id, gemeenteId: actor.gemeenteId, consulentId: actor.id, reason },
		...{ openedAt: now, endsAt: now.add({ minutes: openMinutes }), closedAt: null }
	});
	await recordAudit(tx, actor, { ...event(inburgeraarId, 'open'), objectId: id }, now);
	for (const personId of await listCoordinators(tx, actor.gemeenteId))
		await insertNotice(tx, { kind: 'noodinzage', personId, dedupeKey: `noodinzage:${id}:${personId}` }, now);
}

/** Closes it before the hour is over; nothing when it is closed already. */
export async function closeGlass(
	actor: Consulent,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<void> {
	await database().transaction(async (tx) => {
		for (const row of await listOpenOf(tx, actor.id, now)) {
			if (row.inburgeraarId !== inburgeraarId) continue;
			await updateClosed(tx, row, now);
			await recordAudit(tx, actor, { ...event(inburgeraarId, 'dicht'), objectId: row.id }, now);
		}
	});
}
