import { metOverweging, onmogelijk, rijenVan, voorwaardenVan, type BesluitRij, type Onmogelijk, type Overweging } from '#lib/domain/besluiten.ts'; // prettier-ignore
import { isNa } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';
import type { Voorwaarde } from '#lib/domain/voorwaarden.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { insertTrajectEvents, listTrajectEvents, type TrajectEventLine } from './db/traject-events.ts';
import { dossierFor } from './dossiers.ts';
import { uitkomstOf } from './facts.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';

/** What was recorded, what the law says about it, and every row of the traject that was not withdrawn. */
export interface Decisions {
	facts: Facts;
	outcome: Outcome;
	/** Rows that hold. */
	standing: TrajectEventLine[];
	/** The same with the requests that were decided on, oldest legal day first. */
	history: TrajectEventLine[];
}
/** What the law says about something that is considered. */
export interface Weighed extends Decisions {
	/** With what is considered added. */
	considered: Outcome;
	voorwaarden: readonly Voorwaarde[];
	onmogelijk: Onmogelijk | null;
}
/** `toetsen`: a condition is not met or not known, and nobody said that this was checked with the law. */
export type DecisionRefusal =
	| Onmogelijk
	| 'toekomst'
	| 'voor_aanvraag'
	| 'staat_er_al'
	| 'lengte'
	| 'geen_termijn'
	| 'toetsen'
	| 'achterhaald';
export type DecisionRecorded = { ok: true; id: string } | { ok: false; reden: DecisionRefusal };

/** Undefined: not the actor's. */
export async function decisionsOf(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant,
	tx: Reader = database().read
): Promise<Decisions | undefined> {
	if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
	const wet = await uitkomstOf(inburgeraarId, dayOf(now), tx);
	if (!wet) return undefined;
	const all = await listTrajectEvents(tx, inburgeraarId);
	const standing = standingRows(all);
	const decided = new Set(standing.map(({ replacesId }) => replacesId));
	const holds = new Set(standing.map(({ id }) => id));
	const history = all.filter(({ id, isWithdrawal }) => !isWithdrawal && (holds.has(id) || decided.has(id)));
	return { ...wet, standing, history };
}

/** A request for verlenging that waits for DUO's decision. */
export const openRequest = ({ standing }: Decisions, id: string | undefined): TrajectEventLine | undefined =>
	standing.find((row) => row.id === id && row.kind === 'verlenging' && row.slots.status === 'aangevraagd');

/** Asks the law about what is considered; changes nothing. */
export function weigh(decisions: Decisions, overweging: Overweging): Weighed {
	const considered = uitkomst(metOverweging(decisions.facts, overweging));
	return {
		...decisions,
		considered,
		voorwaarden: voorwaardenVan(considered, overweging),
		onmogelijk: onmogelijk(decisions.outcome, decisions.facts, overweging)
	};
}

/** Does somebody have to say that this was checked with the law? A refusal by DUO needs no conditions. */
export const needsCheck = ({ voorwaarden }: Weighed, overweging: Overweging): boolean =>
	!(overweging.besluit === 'verlenging' && overweging.status === 'afgewezen') &&
	voorwaarden.some(({ state }) => state !== 'vervuld');

/**
 * Records a decision of the college or DUO. Undefined: not the actor's.
 * @param form.replacesId the request for verlenging that is decided on
 */
export async function recordDecision(
	actor: Staff,
	inburgeraarId: string,
	overweging: Overweging,
	form: { key: string; isChecked: boolean; replacesId?: string },
	now: Temporal.Instant
): Promise<DecisionRecorded | undefined> {
	return database().transaction(async (tx) => {
		const decisions = await decisionsOf(actor, inburgeraarId, now, tx);
		if (!decisions) return undefined;
		const { key, replacesId } = form;
		const payload = { inburgeraarId, overweging, replacesId };
		let refused: DecisionRefusal | undefined;
		const id = await once(tx, actor, { action: 'besluit.record', key, payload }, now, async () => {
			const rows = rijenVan(overweging, decisions.facts, decisions.outcome);
			refused = refusalOf(weigh(decisions, overweging), overweging, rows, form, now);
			return refused ? undefined : insertDecision(tx, actor, inburgeraarId, rows, replacesId, now);
		});
		return id === undefined ? { ok: false, reden: refused ?? 'toetsen' } : { ok: true, id };
	});
}

function refusalOf(
	weighed: Weighed,
	overweging: Overweging,
	rows: readonly BesluitRij[],
	{ isChecked, replacesId }: { isChecked: boolean; replacesId?: string },
	now: Temporal.Instant
): DecisionRefusal | undefined {
	const request = openRequest(weighed, replacesId);
	if (replacesId && !request) return 'achterhaald';
	if (weighed.onmogelijk) return weighed.onmogelijk;
	if (isNa(overweging.dag, dayOf(now))) return 'toekomst';
	if (request && isNa(request.day, overweging.dag)) return 'voor_aanvraag';
	if (overweging.besluit === 'verlenging' && overweging.status === 'toegekend') {
		const { lengte = {}, laatsteDagVolgensDuo } = overweging;
		if (Object.keys(lengte).length === 0 && !laatsteDagVolgensDuo) return 'lengte';
		if (laatsteDagVolgensDuo && !weighed.outcome.inburgeringstermijn.start) return 'geen_termijn';
	}
	if (!replacesId && rows.every((row) => weighed.standing.some((known) => isSame(known, row))))
		return 'staat_er_al';
	return !isChecked && needsCheck(weighed, overweging) ? 'toetsen' : undefined;
}

const isSame = (known: TrajectEventLine, row: BesluitRij): boolean =>
	known.kind === row.kind &&
	known.day.equals(row.day) &&
	Object.keys({ ...known.slots, ...row.slots }).every(
		(name) => JSON.stringify(known.slots[name]) === JSON.stringify(row.slots[name])
	);

async function insertDecision(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	rows: readonly BesluitRij[],
	replacesId: string | undefined,
	now: Temporal.Instant
): Promise<string> {
	const written = rows.map((row) => ({
		...row,
		...{ inburgeraarId, id: newId(), isWithdrawal: false, recordedBy: actor.id, recordedAt: now },
		replacesId: row.kind === 'verlenging' ? (replacesId ?? null) : null
	}));
	await insertTrajectEvents(tx, written);
	for (const { id, kind } of written) {
		const event = { action: 'besluit.record', objectType: kind, objectId: id, subjectId: inburgeraarId };
		await recordAudit(tx, actor, event, now);
	}
	const dedupeKey = `traject:${inburgeraarId}:${dayOf(now).toString()}`;
	await insertNotice(tx, { kind: 'uren', personId: inburgeraarId, dedupeKey }, now);
	return written[0]?.id ?? '';
}
