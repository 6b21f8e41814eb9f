import type { Facts } from '#lib/domain/facts.ts';
import { vrijePogingenOver } from '#lib/domain/onderdelen/examenstand.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { examenonderdelen, type Examenonderdeel, type Taalniveau } from '#lib/domain/vocabulary.ts';
import type { ExamAttemptLine } from './db/results.ts';
import { niveausOf, type FactRows } from './facts.ts';

export interface Exam {
	onderdeel: Examenonderdeel;
	/** The level of the PIP; null for KNM and when it is not set. */
	niveau: Taalniveau | null;
	isPassed: boolean;
	/** Oldest first. */
	attempts: ExamAttemptLine[];
	/** Null: free attempts do not apply. */
	freeLeft: number | null;
}

/** In the B1-route every part; elsewhere the parts that were tried, in the Z-route also those that the PIP records. */
export function examsOf(facts: Facts, { attempts, pips }: FactRows): Exam[] {
	const standing = standingRows(attempts);
	const niveaus = niveausOf(pips[0]);
	const pip = { niveaus, isKnmInPip: pips[0]?.isKnmExamenGewenst === true };
	return examenonderdelen
		.map((onderdeel) => ({
			onderdeel,
			niveau: onderdeel === 'knm' ? null : niveaus[onderdeel],
			isPassed: facts.behaaldeExamenonderdelen?.includes(onderdeel) ?? false,
			attempts: standing.filter((attempt) => attempt.onderdeel === onderdeel),
			freeLeft: vrijePogingenOver(facts, onderdeel, pip, standing)
		}))
		.filter(({ attempts: own, freeLeft }) => {
			if (facts.leerroute === 'b1' || own.length > 0) return true;
			return facts.leerroute === 'z' && freeLeft !== null;
		});
}
