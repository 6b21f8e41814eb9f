import { createHash } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { Writer } from './db/database.ts';
import { findIdempotencyKey, insertIdempotencyKey } from './db/idempotency.ts';

export const isDifferentPayload = (error: unknown): boolean =>
	error instanceof Error && error.name === 'DifferentPayload';

/** What the work yields, or `eerder` when its form was sent before with other content. */
export async function unlessSentBefore<T>(work: Promise<T>): Promise<T | 'eerder'> {
	try {
		return await work;
	} catch (cause) {
		if (isDifferentPayload(cause)) return 'eerder';
		throw cause;
	}
}

/**
 * Does `create` once per (actor, action, key): sent again, the first result comes back and nothing changes (IN-11).
 * @param payload what was sent; another payload under the same key throws an error named DifferentPayload
 * @param create makes the thing and returns its id; undefined when it is refused, and then nothing is remembered
 */
export async function once<Id extends string | undefined>(
	tx: Writer,
	actor: Actor,
	form: { action: string; key: string; payload: unknown },
	now: Temporal.Instant,
	create: () => Promise<Id>
): Promise<string | Id> {
	const { action, key } = form;
	const fingerprint = createHash('sha256').update(JSON.stringify(form.payload)).digest('hex');
	const known = await findIdempotencyKey(tx, actor.id, action, key);
	if (known) {
		if (known.fingerprint !== fingerprint)
			throw Object.assign(new Error(action), { name: 'DifferentPayload' });
		return known.result;
	}
	const result = await create();
	if (result === undefined) return result;
	await insertIdempotencyKey(tx, { actorId: actor.id, action, key, fingerprint, result, createdAt: now });
	return result;
}
