import type { ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { findAdviceDraft, insertAdvice, listAdvices, removeAdviceDraft, updateAdviceDraft, type Advice, type AdviceLine } from './db/course-choices.ts'; // prettier-ignore
import { listCoursesById } from './db/courses.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor, isSince, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** Which courses, and what the consultant says of them. `courseIds`: the one advised first. */
export type AdviceInput = { courseIds: string[]; zinnen: ZinGebruik[]; text: string | null };
export type AdviceSaved =
	| { kind: 'bewaard' | 'ondertekend' }
	/** A colleague changed, signed or threw away what was prepared; `now` is how it stands, null: there is none. */
	| { kind: 'conflict'; now: Advice | null }
	/** Nothing was said: advice cannot be signed without a word. */
	| { kind: 'leeg' };

/** Signed advice to the participant, the newest first: all of it, older versions too. */
export const listAdvice = (actor: Inburgeraar): Promise<AdviceLine[]> =>
	listAdvices(database().read, actor.id);

/** What was advised and what is being prepared. Undefined: not the actor's. */
export async function adviceOf(
	actor: Staff,
	inburgeraarId: string,
	tx: Reader = database().read
): Promise<{ signed: AdviceLine[]; draft: Advice | undefined } | undefined> {
	if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
	const since = await seenSince(actor, inburgeraarId, tx);
	const signed = (await listAdvices(tx, inburgeraarId)).filter(({ signedAt }) => isSince(signedAt, since));
	return { signed, draft: await findAdviceDraft(tx, inburgeraarId) };
}

/** The courses as they are called and priced today; undefined: one is not in the actor's catalogue. */
async function asNow(
	tx: Reader,
	actor: Staff,
	ids: readonly string[]
): Promise<Advice['courses'] | undefined> {
	const found = await listCoursesById(tx, ids);
	const own = new Map(
		found.filter(({ gemeenteId }) => gemeenteId === actor.gemeenteId).map((row) => [row.id, row])
	);
	const rows = [...new Set(ids)].map((id) => own.get(id));
	if (rows.some((row) => row === undefined)) return undefined;
	return rows.flatMap((row) => (row ? { id: row.id, provider: row.provider, name: row.name, priceTotalCents: row.priceTotalCents } : [])); // prettier-ignore
}

const audit = (
	tx: Writer,
	actor: Staff,
	action: string,
	objectId: string,
	subjectId: string,
	now: Temporal.Instant
) => recordAudit(tx, actor, { action, objectType: 'cursusadvies', objectId, subjectId }, now);

/**
 * Keeps what is being prepared, or signs it: then it never changes again and the participant is told. Undefined: not
 * the actor's, or a course of another municipality.
 * @param form.version of what was prepared, 0 when nothing was
 */
export async function saveAdvice(
	actor: Staff,
	inburgeraarId: string,
	input: AdviceInput,
	form: { key: string; version: number; isSigned: boolean },
	now: Temporal.Instant
): Promise<AdviceSaved | undefined> {
	const { key, version, isSigned } = form;
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const courses = await asNow(tx, actor, input.courseIds);
		if (!courses) return undefined;
		if (isSigned && input.zinnen.length === 0 && !input.text) return { kind: 'leeg' };
		let conflict: AdviceSaved | undefined;
		const payload = { inburgeraarId, ...input, version, isSigned };
		await once(tx, actor, { action: 'cursusadvies.save', key, payload }, now, async () => {
			const draft = await findAdviceDraft(tx, inburgeraarId);
			if ((draft?.version ?? 0) !== version) {
				conflict = { kind: 'conflict', now: draft ?? null };
				return undefined;
			}
			const id = draft?.id ?? newId();
			const [last] = isSigned ? await listAdvices(tx, inburgeraarId) : [];
			const signature = isSigned
				? { signedBy: actor.id, signedAt: now, replacesId: last?.id ?? null }
				: { signedBy: null, signedAt: null };
			const content = { courses, zinnen: input.zinnen, text: input.text, ...signature };
			if (draft) await updateAdviceDraft(tx, draft, content);
			else await insertAdvice(tx, { inburgeraarId, id, ...content, createdBy: actor.id, createdAt: now });
			await audit(tx, actor, isSigned ? 'cursusadvies.sign' : 'cursusadvies.prepare', id, inburgeraarId, now);
			if (isSigned)
				await insertNotice(tx, { kind: 'cursus', personId: inburgeraarId, dedupeKey: `advies:${id}` }, now);
			return id;
		});
		return conflict ?? { kind: isSigned ? 'ondertekend' : 'bewaard' };
	});
}

/** Throws away what is being prepared. Undefined: not the actor's; false: it changed or was signed meanwhile. */
export async function dropAdvice(
	actor: Staff,
	inburgeraarId: string,
	version: number,
	now: Temporal.Instant
): Promise<boolean | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const draft = await findAdviceDraft(tx, inburgeraarId);
		if (!draft || !(await removeAdviceDraft(tx, { ...draft, version }))) return false;
		await audit(tx, actor, 'cursusadvies.drop', draft.id, inburgeraarId, now);
		return true;
	});
}
