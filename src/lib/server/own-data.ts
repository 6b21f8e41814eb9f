import type { Inburgeraar } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dataregister, registerEntry } from './dataregister.ts';
import { database } from './db/current.ts';
import { updateProven } from './db/login-sessions.ts';
import { listOwnRows } from './db/own-data.ts';
import { findPerson } from './db/people.ts';
import { inzageLines, type InzageLine } from './inzage.ts';
import { deviceTokenOf, signInWithPin } from './sign-in-pin.ts';

/** Everything about one person, to take along (PRIV-04, GDPR art. 15 and 20). */
export interface OwnData {
	madeAt: string;
	/** Per table: what it is for, and the rows with the columns that the register opens to this person. */
	tables: Record<string, { purpose: string; rows: Record<string, unknown>[] }>;
	/** Who looked at the data or changed them: organisation, role, purpose, time. */
	lookedAt: InzageLine[];
}

const isOpen = (table: string, column: string) =>
	registerEntry(dataregister, table, column)?.roles?.some((role) =>
		['inburgeraar', 'self', 'everybody'].includes(role)
	) ?? false;

/**
 * The columns that docs/dataregister.json opens to the person: no secrets, no notes of staff (these come with a request at
 * the municipality, AC-13). Audited before it leaves.
 */
export async function ownData(actor: Inburgeraar, now: Temporal.Instant): Promise<OwnData> {
	const { read } = database();
	const tables: OwnData['tables'] = {};
	for (const [name, rows] of await listOwnRows(read, actor.id)) {
		if (rows.length === 0) continue;
		const shown = rows.map((row) =>
			Object.fromEntries(Object.entries(row).filter(([column]) => isOpen(name, column)))
		);
		if (shown.some((row) => Object.keys(row).length > 0))
			tables[name] = { purpose: dataregister.tables[name]?.purpose ?? '', rows: shown };
	}
	const lookedAt = await inzageLines(actor, now);
	const event = { action: 'gegevens.export', objectType: 'eigen', subjectId: actor.id };
	await database().transaction((tx) => recordAudit(tx, actor, event, now));
	return { madeAt: now.toString(), tables, lookedAt };
}

export type PinProof = { ok: true } | { ok: false; reason: 'pin_cijfers' | 'toestel' } | { ok: false; reason: 'pin_fout'; left: number }; // prettier-ignore

/** The PIN once more, on this device, as the fresh proof of AUTH-11; a demo person has none and needs none (OPS-12). */
export async function provePin(
	actor: Inburgeraar,
	tokens: readonly string[],
	typed: string,
	now: Temporal.Instant
): Promise<PinProof> {
	const person = await findPerson(database().read, actor.id);
	if (!person?.isDemo) {
		const outcome = await judgePin(actor, tokens, typed, now);
		if (!outcome.ok) return outcome;
	}
	await database().transaction(async (tx) => {
		await updateProven(tx, actor.sessionId, now);
		await recordAudit(tx, actor, { action: 'session.prove', subjectId: actor.id }, now);
	});
	return { ok: true };
}

async function judgePin(
	actor: Inburgeraar,
	tokens: readonly string[],
	typed: string,
	now: Temporal.Instant
): Promise<PinProof> {
	// A phone may know several people: only the device of this one counts.
	const own = await deviceTokenOf(tokens, actor.id);
	if (!own) return { ok: false, reason: 'toestel' };
	const outcome = await signInWithPin({ tokens: [own] }, typed, actor.address, now);
	if (outcome.ok) return { ok: true };
	return outcome.reason === 'pin_fout'
		? { ok: false, reason: 'pin_fout', left: outcome.left }
		: { ok: false, reason: outcome.reason === 'pin_cijfers' ? 'pin_cijfers' : 'toestel' };
}
