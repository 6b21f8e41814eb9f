import { isNa } from '#lib/domain/dag.ts';
import {
	grondslagVanStap,
	isLadder,
	ladderTekst,
	uitspraken,
	volgendeStappen
} from '#lib/domain/handhavingsladder.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { HandhavingStap } from '#lib/domain/vocabulary.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import {
	insertHandhaving,
	listHandhaving,
	type HandhavingLine,
	type HandhavingRow
} from './db/handhaving.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor, isSince, seenSince } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** What somebody records of a step. */
export interface Gesprek {
	stap: HandhavingStap;
	dag: Temporal.PlainDate;
	aanleiding: string;
	eigenWoorden?: string;
	uitkomst?: string;
}
/** `volgorde`: the step before it does not stand, or a later one rests on this one; `achterhaald`: changed meanwhile. */
export type GesprekRefusal = 'toekomst' | 'volgorde' | 'achterhaald';
export interface Ladder {
	/** As it was recorded, oldest first, corrections too. */
	all: HandhavingLine[];
	standing: HandhavingLine[];
	/** What can be recorded next, today. */
	next: HandhavingStap[];
	tekst: ReturnType<typeof ladderTekst>;
	grondslagen: Record<HandhavingStap, readonly Grondslag[]>;
	uitspraken: readonly Grondslag[];
}

const gezet = (rows: readonly HandhavingRow[]) => rows.map(({ stap, day: dag }) => ({ stap, dag }));

/** Undefined: not the actor's. What another municipality recorded before a move stays there. */
export async function ladderOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant,
	tx: Reader = database().read
): Promise<Ladder | undefined> {
	const dossier = await dossierFor(actor, inburgeraarId, tx);
	if (!dossier) return undefined;
	const since = await seenSince(actor, inburgeraarId, tx);
	const all = (await listHandhaving(tx, inburgeraarId)).filter((row) => isSince(row.recordedAt, since));
	const standing = standingRows(all);
	return {
		...{ all, standing, next: volgendeStappen(gezet(standing), dayOf(now)), uitspraken },
		...{ tekst: ladderTekst(dossier.inburgeraar.groep), grondslagen: grondslagVanStap }
	};
}

/** The steps that stand, as the participant reads them, newest first: of every municipality where they lived. */
export const ownGesprekken = async (actor: Inburgeraar): Promise<HandhavingLine[]> =>
	standingRows(await listHandhaving(database().read, actor.id)).toReversed();

/**
 * Records a talk, a warning or a hearing, or corrects one. Nothing follows from it by itself.
 * @param form.replacesId the step that is corrected
 */
export async function recordGesprek(
	actor: Staff,
	inburgeraarId: string,
	gesprek: Gesprek,
	form: { key: string; replacesId?: string },
	now: Temporal.Instant
): Promise<{ ok: true; id: string } | { ok: false; reden: GesprekRefusal } | undefined> {
	return database().transaction(async (tx) => {
		const ladder = await ladderOf(actor, inburgeraarId, now, tx);
		if (!ladder) return undefined;
		const { key, replacesId = null } = form;
		const payload = { inburgeraarId, ...gesprek, replacesId };
		let reden: GesprekRefusal | undefined;
		const id = await once(tx, actor, { action: 'handhaving.record', key, payload }, now, async () => {
			reden = refusalOf(ladder, gesprek, replacesId, now);
			return reden ? undefined : insert(tx, actor, inburgeraarId, { ...gesprek, replacesId }, now);
		});
		return id === undefined ? { ok: false, reden: reden ?? 'achterhaald' } : { ok: true, id };
	});
}

/** The steps that would stand, in the order of their days, with another in the place of one, or without it. */
function refusalOf(
	{ standing }: Ladder,
	gesprek: Gesprek | null,
	replacesId: string | null,
	now: Temporal.Instant
): GesprekRefusal | undefined {
	if (gesprek && isNa(gesprek.dag, dayOf(now))) return 'toekomst';
	const before = replacesId ? standing.findIndex(({ id }) => id === replacesId) : standing.length;
	if (before === -1) return 'achterhaald';
	if (replacesId && gesprek && standing[before]?.stap !== gesprek.stap) return 'achterhaald';
	const rows = gezet(standing);
	rows.splice(before, 1, ...(gesprek ? [gesprek] : []));
	const sorted = rows.toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag));
	return isLadder(sorted) ? undefined : 'volgorde';
}

async function insert(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	row: Gesprek & { replacesId: string | null; isWithdrawal?: boolean },
	now: Temporal.Instant
): Promise<string> {
	const { stap, dag: day, aanleiding, eigenWoorden = null, uitkomst = null } = row;
	const { replacesId, isWithdrawal = false } = row;
	const id = newId();
	await insertHandhaving(tx, {
		...{ inburgeraarId, id, stap, day, aanleiding, eigenWoorden, uitkomst, replacesId, isWithdrawal },
		...{ grondslag: grondslagVanStap[stap].join(' · '), recordedBy: actor.id, recordedAt: now }
	});
	const action = isWithdrawal ? 'handhaving.withdraw' : 'handhaving.record';
	await recordAudit(tx, actor, { action, objectType: stap, objectId: id, subjectId: inburgeraarId }, now);
	const dedupeKey = `handhaving:${inburgeraarId}:${id}`;
	await insertNotice(tx, { kind: 'account', personId: inburgeraarId, dedupeKey }, now);
	return id;
}

/** Takes a step back that was recorded by mistake: a new row. Undefined: not the actor's. */
export async function withdrawGesprek(
	actor: Staff,
	inburgeraarId: string,
	id: string,
	now: Temporal.Instant
): Promise<{ ok: true } | { ok: false; reden: GesprekRefusal } | undefined> {
	return database().transaction(async (tx) => {
		const ladder = await ladderOf(actor, inburgeraarId, now, tx);
		const known = ladder?.all.find((row) => row.id === id);
		if (!ladder || !known) return undefined;
		const reden = refusalOf(ladder, null, id, now);
		if (reden) return { ok: false, reden };
		const { stap, day: dag, aanleiding } = known;
		await insert(
			tx,
			actor,
			inburgeraarId,
			{ stap, dag, aanleiding, replacesId: id, isWithdrawal: true },
			now
		);
		return { ok: true };
	});
}
