import type { Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import type { NormStand } from '#lib/domain/prognose.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';

/** Something that waits. `op`: when it began, so that something new is never hidden by an older snooze. */
export type Wachtend = { id: string; dag: Dag; op: Temporal.Instant };

/** What stands open around one person, beside the facts of the law. Null and empty: nothing. */
export interface Werkfeiten {
	/** Local policy; null: not set by the municipality. */
	beleid: { aandachtDagen: number | null; antwoordDagen: number };
	begeleidSinds: Dag;
	/** A colleague or another municipality guided this person before. */
	isOvergenomen: boolean;
	/** When the guiding consultant last opened the dossier; null: never. */
	laatstGeopend: Temporal.Instant | null;
	laatstGeopendDag: Dag | null;
	accountSinds: Dag;
	hasAangemeld: boolean;
	laatsteContact: Dag | null;
	/** The next talk that is planned. */
	volgendGesprek: Dag | null;
	/** The newest appointment or intake talk to which the person did not come; `id` null: an intake talk. */
	gemist: { id: string | null; dag: Dag; op: Temporal.Instant } | null;
	/** Coming appointments to which the person answered 'cannot come' or proposed another time. `afspraak`: its day. */
	antwoorden: readonly (Wachtend & { afspraak: Dag })[];
	/** Coming appointments that need an interpreter who is not arranged, the first one first. */
	zonderTolk: readonly { id: string; dag: Dag }[];
	vragen: readonly Wachtend[];
	/** Requests to correct the own data. */
	correcties: readonly Wachtend[];
	/** The list of courses that was shared, when no advice was signed since. */
	cursuslijst: Wachtend | null;
	/** The PIP in force. */
	pip: { dagtekening: Dag; isGezien: boolean; nietBegrepen: Dag | null; op: Temporal.Instant } | null;
	betwist: readonly Wachtend[];
	/** Hours that others recorded and nobody confirmed. `sinds`: the oldest. */
	onbevestigd: { aantal: number; sinds: Dag } | null;
	/** Every norm of hours that applies. */
	normen: readonly NormStand[];
	/** Texts that the person reads without a reviewed translation. `dag`: the first appointment that has one. */
	ongecontroleerd: { aantal: number; dag: Dag | null; afspraakId: string | null } | null;
	/** What must still be typed over in DUO's portal. `sinds`: the oldest. */
	duo: { aantal: number; sinds: Dag } | null;
	/** A move to another municipality that nobody answered. */
	verhuizing: Wachtend | null;
}

export type Invoer = { vandaag: Dag; facts: Facts; outcome: Outcome; werk: Werkfeiten };
