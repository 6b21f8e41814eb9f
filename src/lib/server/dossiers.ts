import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { updateLastOpened } from './db/caseload.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { findDossier, type Dossier, type Scope } from './db/inburgeraren.ts';
import { findMovedAt } from './db/moves.ts';

/** A consulent reaches the own caseload, a coordinator the own municipality, a participant the own dossier (AC-11..13). */
export function scopeOf(actor: Staff | Inburgeraar): Scope {
	const { gemeenteId, today } = actor;
	switch (actor.role) {
		case 'inburgeraar':
			return { kind: 'self', inburgeraarId: actor.id, today };
		case 'consulent':
			return { kind: 'caseload', consulentId: actor.id, gemeenteId, today };
		case 'coordinator':
			return { kind: 'gemeente', gemeenteId, today };
	}
}

/**
 * The dossier of a person, when the actor may open it; otherwise undefined, exactly as when there is no such person.
 * Every service that takes the id of an inburgeraar starts here, with `tx` when it goes on to write.
 */
export async function dossierFor(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	tx: Reader = database().read
): Promise<Dossier | undefined> {
	return findDossier(tx, scopeOf(actor), inburgeraarId);
}

/** Parts of a dossier that a break-glass opens: what an emergency needs. No decisions, hearings, letters or hand-overs. */
const openedParts = ['overzicht', 'pip', 'afspraken', 'vragen', 'uren', 'resultaten'];

/** The scope to read one person in: by a break-glass that stands open, else as always. */
export function readScopeOf(actor: Staff | Inburgeraar, inburgeraarId: string): Scope {
	const { gemeenteId, today } = actor;
	const isOpened =
		actor.role === 'consulent' && actor.opened?.some((one) => one.inburgeraarId === inburgeraarId);
	return isOpened ? { kind: 'opened', inburgeraarId, gemeenteId, today } : scopeOf(actor);
}

/**
 * The same to read and nothing else: a break-glass that stands open counts as well (AC-11). Whatever writes, issues or
 * shows more than `openedParts` keeps to `dossierFor`, so that an opening can only ever read.
 */
export async function dossierToRead(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	tx: Reader = database().read
): Promise<Dossier | undefined> {
	return findDossier(tx, readScopeOf(actor, inburgeraarId), inburgeraarId);
}

/**
 * The same for staff who open the dossier, written to the audit log (AUD-02) before anything of it leaves.
 * When the guiding consultant does, that is remembered as well: nobody sinks on the Monday list.
 * @param part which part is opened: `overzicht`, `pip`, `uren` …
 */
export async function openDossier(
	actor: Staff,
	inburgeraarId: string,
	part: string,
	now: Temporal.Instant
): Promise<Dossier | undefined> {
	return database().transaction(async (tx) => {
		const find = openedParts.includes(part) ? dossierToRead : dossierFor;
		const dossier = await find(actor, inburgeraarId, tx);
		if (dossier) {
			await updateLastOpened(tx, { inburgeraarId, consulentId: actor.id, today: actor.today }, now);
			await recordAudit(
				tx,
				actor,
				{ action: 'dossier.read', objectType: part, subjectId: inburgeraarId },
				now
			);
		}
		return dossier;
	});
}

/**
 * What staff may see of what was written about a person begins when the person came: notes, talks, questions and
 * appointments of the former municipality stay there. Undefined for the participant, and for who never moved.
 */
export async function seenSince(
	actor: Staff | Inburgeraar,
	inburgeraarId: string,
	tx: Reader = database().read
): Promise<Temporal.Instant | undefined> {
	return actor.role === 'inburgeraar' ? undefined : findMovedAt(tx, inburgeraarId);
}

export const isSince = (at: Temporal.Instant, since: Temporal.Instant | undefined): boolean =>
	since === undefined || Temporal.Instant.compare(at, since) >= 0;
