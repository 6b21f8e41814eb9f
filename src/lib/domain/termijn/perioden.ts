import { duurtMinstens, isNa, jongste, plusDagen, type Dagen } from '#lib/domain/dag.ts';
import type { Omstandigheid } from '#lib/domain/facts.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { durendeSoorten } from '#lib/domain/wet/opsommingen.ts';

export type DurendeSoort = (typeof durendeSoorten)[number];
export type Durend = Extract<Omstandigheid, { soort: DurendeSoort }>;
/** Circumstances that overlap or follow each other without a free day, counted once. */
export type Blok = Dagen & { soorten: ReadonlySet<DurendeSoort> };

/** Ri2021 art. 4.1: joins periods that overlap or touch, ascending; DUO counts a day only once. */
export function blokken(items: readonly Durend[]): readonly Blok[] {
	const sorted = items.toSorted((a, b) => Temporal.PlainDate.compare(a.van, b.van));
	const blocks: Blok[] = [];
	for (const { soort, van, tot } of sorted) {
		const last = blocks.at(-1);
		if (!last || isNa(van, plusDagen(last.tot, 1))) blocks.push({ van, tot, soorten: new Set([soort]) });
		else
			blocks[blocks.length - 1] = {
				van: last.van,
				tot: jongste(last.tot, tot),
				soorten: new Set([...last.soorten, soort])
			};
	}
	return blocks;
}

/** Ri2021 art. 4.1: at least three consecutive months; exactly three are enough. */
export function isLang(blok: Blok): boolean {
	return duurtMinstens(blok, parameter('verlengingsgrondMinimum', blok.van));
}
