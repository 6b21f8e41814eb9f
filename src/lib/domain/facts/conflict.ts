import { isNa, isVoor, type Dag } from '#lib/domain/dag.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { groepPerVergunning } from '#lib/domain/wet/opsommingen.ts';
import type { Report } from './invalid.ts';

/** Is nothing wrong at this path or below it? */
type IsValid = (path: string) => boolean;

/** Facts that exclude each other (contract.md chapter 5), compared only when they are themselves valid: an invalid single fact is undefined, an invalid list has errors below its path. */
export function reportConflicts(facts: Facts, isValid: IsValid, report: Report): void {
	reportPairs(facts, report);
	reportLengths(facts, isValid, report);
	reportBackwards('omstandigheden', facts.omstandigheden, isValid, report);
	reportBackwards('onderbrekingen', facts.onderbrekingen, isValid, report);
	if (isValid('laterePips')) reportLaterePips(facts, report);
	if (isValid('onderbrekingen')) reportOverlap(facts.onderbrekingen ?? [], report);
}

function reportPairs(facts: Facts, report: Report): void {
	const { groep, verblijfsvergunning, startVolgensDuo, laatsteDagVolgensDuo } = facts;
	if (groep && verblijfsvergunning && groepPerVergunning[verblijfsvergunning] !== groep)
		report(
			'groep',
			'conflict',
			`groep ${groep} does not go with verblijfsvergunning ${verblijfsvergunning}; correct one`
		);
	reportMore(facts, 'moduleMapPraktijkMinuten', 'moduleMapMinuten', report);
	reportMore(facts, 'alfabetiseringMinuten', 'nt2Minuten', report);
	if (startVolgensDuo && laatsteDagVolgensDuo && isVoor(laatsteDagVolgensDuo, startVolgensDuo))
		report(
			'laatsteDagVolgensDuo',
			'conflict',
			'laatsteDagVolgensDuo lies before startVolgensDuo; correct one'
		);
}

type Minutes = 'moduleMapPraktijkMinuten' | 'moduleMapMinuten' | 'alfabetiseringMinuten' | 'nt2Minuten';

function reportMore(facts: Facts, part: Minutes, whole: Minutes, report: Report): void {
	const [partValue, wholeValue] = [facts[part], facts[whole]];
	if (partValue !== undefined && wholeValue !== undefined && partValue > wholeValue)
		report(part, 'conflict', `${part} is a part of ${whole} and cannot be more; correct one`);
}

function reportLengths({ verlengingen }: Facts, isValid: IsValid, report: Report): void {
	verlengingen?.forEach((item, i) => {
		if (!isValid(`verlengingen[${i}]`)) return;
		const lengths = [item.maanden, item.weken, item.dagen].filter((n) => n !== undefined);
		if (lengths.length > 1)
			report(
				`verlengingen[${i}]`,
				'conflict',
				'Give the length once: maanden, weken or dagen; remove the others'
			);
	});
}

function reportBackwards(
	name: string,
	items: readonly { van?: Dag; tot?: Dag; op?: Dag }[] | undefined,
	isValid: IsValid,
	report: Report
): void {
	items?.forEach((item, i) => {
		if (!isValid(`${name}[${i}]`)) return;
		if (item.van && item.tot && isVoor(item.tot, item.van))
			report(`${name}[${i}].tot`, 'conflict', `${name}[${i}].tot lies before van; correct one`);
	});
}

function reportLaterePips({ laterePips = [], dagtekeningEerstePip }: Facts, report: Report): void {
	laterePips.forEach((dag, i) => {
		const before = i === 0 ? dagtekeningEerstePip : laterePips[i - 1];
		if (before && !isNa(dag, before))
			report(`laterePips[${i}]`, 'conflict', `laterePips[${i}] must lie after the PIP before it (${before})`);
	});
}

function reportOverlap(items: NonNullable<Facts['onderbrekingen']>, report: Report): void {
	items.forEach((item, i) => {
		const before = items[i - 1];
		if (!before || (before.tot && isNa(item.van, before.tot))) return;
		report(
			`onderbrekingen[${i}].van`,
			'conflict',
			`onderbrekingen[${i}].van must lie after the last day (tot) of the item before it`
		);
	});
}
