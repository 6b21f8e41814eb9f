import type { Examenpoging, Facts } from '#lib/domain/facts.ts';
import { groep } from '#lib/domain/persoon/groep.ts';
import { taalniveaus, type Examenonderdeel } from '#lib/domain/wet/opsommingen.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { examen } from './examen.ts';

type Niveau = (typeof taalniveaus)[number];
export interface Examenuitslag {
	onderdeel: Examenonderdeel;
	niveau: Niveau | null;
	result: 'geslaagd' | 'gezakt' | 'uitslag_volgt';
}
/** Levels as the PIP sets them; null: not set. */
export type PipNiveaus = Record<Exclude<Examenonderdeel, 'knm'>, Niveau | null>;

/** Wi2021 art. 7: without a level in the PIP the B1-route asks B1; only after afschalen the PIP says A2. */
const standaardniveau: Niveau = 'b1';

/** Is this result at or above the level that the PIP sets for the part? KNM has no level. */
export function isOpNiveau({ onderdeel, niveau }: Examenuitslag, niveaus: PipNiveaus): boolean {
	if (onderdeel === 'knm') return true;
	if (!niveau) return false;
	return taalniveaus.indexOf(niveau) >= taalniveaus.indexOf(niveaus[onderdeel] ?? standaardniveau);
}

/** Parts passed at the level of the PIP, each once. */
export function behaaldeOnderdelen(
	uitslagen: readonly Examenuitslag[],
	niveaus: PipNiveaus
): Examenonderdeel[] {
	const behaald = uitslagen.filter((u) => u.result === 'geslaagd' && isOpNiveau(u, niveaus));
	return [...new Set(behaald.map(({ onderdeel }) => onderdeel))];
}

/**
 * Bi2021 art. 3.7 lid 2, Ri2021 art. 3.5: free attempts left for a part; null when they do not apply (other groups,
 * other parts) or are not known. An attempt below the level of the PIP was not free and takes nothing away.
 */
export function vrijePogingenOver(
	facts: Facts,
	onderdeel: Examenonderdeel,
	pip: { niveaus: PipNiveaus; isKnmInPip: boolean },
	uitslagen: readonly Examenuitslag[]
): number | null {
	const eerderePogingen = uitslagen.filter(
		(u) => u.onderdeel === onderdeel && isOpNiveau(u, pip.niveaus)
	).length;
	const examenpoging = { ...pogingVan(onderdeel, pip), eerderePogingen };
	const { isKosteloos, reden } = examen({ ...facts, examenpoging }, groep(facts));
	if (isKosteloos) return parameter('kostelozePogingen', facts.peildatum) - eerderePogingen;
	return reden.isKosteloos === 'twee_pogingen_gebruikt' ? 0 : null;
}

function pogingVan(
	onderdeel: Examenonderdeel,
	pip: { niveaus: PipNiveaus; isKnmInPip: boolean }
): Examenpoging {
	if (onderdeel === 'knm') return { examenonderdeel: onderdeel, isInPip: pip.isKnmInPip };
	const niveau = pip.niveaus[onderdeel];
	const gevraagd = niveau ?? standaardniveau;
	return { examenonderdeel: onderdeel, niveau: gevraagd, niveauPip: gevraagd, isInPip: niveau !== null };
}
