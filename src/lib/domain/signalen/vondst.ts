import { isNa, plusDagen, vroegste, type Dag } from '#lib/domain/dag.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import { huisregel } from './huisregels.ts';
import { urgenties, type Urgentie } from './regels.ts';
import type { Invoer, Wachtend } from './werkfeiten.ts';

/** What a rule finds. */
export interface Vondst {
	/** The day it turns on, inclusive; null: there is none. */
	dag: Dag | null;
	/** An earlier day to aim for, of the municipality or of the portal; never a deadline. */
	streefdag?: Dag | null;
	/** How many of them wait. */
	aantal?: number;
	/** What it is about: an appointment, a question, an entry of hours. */
	over?: string | null;
	nieuwste?: Temporal.Instant | null;
	/** Other articles than those of the rule. */
	grondslag?: readonly Grondslag[];
	hoogstens?: Urgentie;
}
export type Vinder = (invoer: Invoer) => Vondst | null;

/** `today` up to and including the day; within a week; within four weeks; later or without a day. Never higher than `hoogstens`. */
export function urgentieVan(dag: Dag | null, vandaag: Dag, hoogstens: Urgentie): Urgentie {
	const eigen = (): Urgentie => {
		if (!dag) return 'in_de_gaten';
		if (!isNa(dag, vandaag)) return 'vandaag';
		if (!isNa(dag, plusDagen(vandaag, huisregel('dezeWeek', vandaag)))) return 'deze_week';
		return isNa(dag, plusDagen(vandaag, huisregel('binnenkort', vandaag))) ? 'in_de_gaten' : 'binnenkort';
	};
	const plaats = Math.max(urgenties.indexOf(eigen()), urgenties.indexOf(hoogstens));
	return urgenties[plaats] ?? 'in_de_gaten';
}

/** The most urgent of several that wait; null when nothing does. */
export function eerste<T extends Wachtend>(rijen: readonly T[], dagVan: (rij: T) => Dag): Vondst | null {
	const [first] = rijen.toSorted((a, b) => Temporal.PlainDate.compare(dagVan(a), dagVan(b)));
	if (!first) return null;
	const nieuwste = rijen.map(({ op }) => op).toSorted(Temporal.Instant.compare).at(-1) ?? null; // prettier-ignore
	return { dag: dagVan(first), aantal: rijen.length, over: first.id, nieuwste };
}

export const vroegsteVan = (a: Dag | null, b: Dag | null): Dag | null => (a && b ? vroegste(a, b) : (a ?? b));
