import { jongste, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { taalniveaus } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { CursusNiveau, Leerroute, Taalniveau } from '#lib/domain/vocabulary.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';

export const dagdelen = ['ochtend', 'middag', 'avond'] as const;
export type Dagdeel = (typeof dagdelen)[number];
/** How far somebody wants to travel, in minutes: the product's steps, no law. */
export const reistijden = [15, 30, 45, 60, 90] as const;

/** What somebody answers about the own week. Null, or an empty list: not answered. */
export type Antwoorden = {
	niveau: CursusNiveau | null;
	/** Days on which a lesson is possible; 1 is Monday. */
	dagen: readonly number[];
	delen: readonly Dagdeel[];
	reisMinuten: number | null;
	heeftOpvangNodig: boolean | null;
	/** Pays with the loan of DUO. */
	isMetLening: boolean | null;
};
export const geenAntwoorden: Antwoorden = { niveau: null, dagen: [], delen: [], reisMinuten: null, heeftOpvangNodig: null, isMetLening: null }; // prettier-ignore

/** What a course must fit: the answers, and what the plan says. Null: not known. */
export type Cursusvraag = Antwoorden & {
	vandaag: Dag;
	leerroute: Leerroute | null;
	/** The highest level that the exams of the PIP ask. */
	doelNiveau: Taalniveau | null;
	isAlfabetiseringInPip: boolean | null;
	/** The first day on which somebody can begin. */
	vanaf: Dag;
	/** Last day of the inburgeringstermijn. */
	laatsteDag: Dag | null;
	/** Course hours of the Z-route in minutes: the norm, and what was done of it. */
	norm: number | null;
	gedaan: number | null;
};

/** The parts of a PIP that choose a course. */
export type PipVoorCursus = {
	niveaus: readonly (Taalniveau | null)[];
	isAlfabetiseringInPip: boolean | null;
	startCursus: Dag | null;
};

/** The question of somebody with a dossier: route, term and hours as the law counts them. */
export function vraagVan(
	antwoorden: Antwoorden,
	pip: PipVoorCursus | null,
	{ facts, outcome }: { facts: Facts; outcome: Outcome },
	vandaag: Dag
): Cursusvraag {
	return {
		...antwoorden,
		vandaag,
		leerroute: facts.leerroute ?? null,
		doelNiveau: doelNiveau(facts.leerroute ?? null, pip?.niveaus ?? []),
		isAlfabetiseringInPip: pip?.isAlfabetiseringInPip ?? null,
		vanaf: jongste(vandaag, pip?.startCursus ?? vandaag),
		laatsteDag: outcome.inburgeringstermijn.laatsteDag,
		norm: outcome.z.cursusMinutenNorm,
		gedaan: outcome.z.cursusMinuten
	};
}

/** The question of somebody of whom nothing is known but the answers. */
export function openbareVraag(
	antwoorden: Antwoorden,
	leerroute: Leerroute | null,
	vandaag: Dag
): Cursusvraag {
	return {
		...antwoorden,
		...{ vandaag, leerroute, vanaf: vandaag, laatsteDag: null, isAlfabetiseringInPip: null, gedaan: null },
		doelNiveau: doelNiveau(leerroute, []),
		norm: leerroute === 'z' ? parameter('zCursus', vandaag) : null
	};
}

/** Bi2021 art. 3.14: course minutes of the Z-route still to do; null in other routes and while it is not known. */
export function minutenNodig({ leerroute, norm, gedaan }: Cursusvraag): number | null {
	if (leerroute !== 'z' || norm === null || gedaan === null) return null;
	return Math.max(0, norm - gedaan);
}

/** Wi2021 art. 7: the B1-route asks B1, or what the PIP sets; the Z-route asks no level. */
function doelNiveau(leerroute: Leerroute | null, niveaus: readonly (Taalniveau | null)[]): Taalniveau | null {
	if (leerroute === null || leerroute === 'z') return null;
	const gevraagd = taalniveaus.filter((niveau) => niveaus.includes(niveau)).at(-1);
	return gevraagd ?? 'b1';
}
