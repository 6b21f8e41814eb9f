import { readFacts, type Facts } from './facts.ts';
import type { Invalid } from './facts/invalid.ts';
import { uitkomst, type Outcome } from './uitkomsten.ts';

export type Antwoord = { outcomes: Outcome | readonly Outcome[] } | { errors: readonly Invalid[] };

/** wet/contract.md §1, §5: the outcome of one facts object or of a list of them; all errors of all items together. */
export function antwoordOp(json: unknown): Antwoord {
	if (!Array.isArray(json) && (typeof json !== 'object' || json === null)) {
		const message = 'The input must be one facts object or a list of them';
		return { errors: [{ index: null, path: '', code: 'type', message }] };
	}
	const results = Array.isArray(json) ? json.map((item, i) => readFacts(item, i)) : [readFacts(json)];
	const errors = results.flatMap((result) => (result.isValid ? [] : result.errors));
	if (errors.length > 0) return { errors };
	const outcomes = results.flatMap((result) => (result.isValid ? [uitkomst(result.facts)] : []));
	return { outcomes: Array.isArray(json) ? outcomes : (outcomes[0] ?? uitkomst({} satisfies Facts)) };
}

/** JSON text of outcomes. YYYY-MM-DD has no days after the year 9999: absurd lengths end at its last or first day. */
export function asJson(outcomes: Outcome | readonly Outcome[]): string {
	return JSON.stringify(outcomes, (_key, value: unknown) => {
		if (typeof value !== 'string' || !/^[+-]\d{6}-\d{2}-\d{2}$/.test(value)) return value;
		return value.startsWith('+') ? '9999-12-31' : '0000-01-01';
	});
}
