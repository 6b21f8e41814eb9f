/** Counts what passed, and keeps the first failures to be read. */
export class Score {
	passed = 0;
	readonly failures: string[] = [];
	readonly #started = Date.now();
	readonly name: string;
	constructor(name: string) {
		this.name = name;
	}

	/** One cell: the reasons why it failed; none means that it passed. */
	cell(label: string, faults: readonly (string | false | undefined)[]): void {
		const found = faults.filter(Boolean);
		if (found.length === 0) this.passed++;
		else this.failures.push(`${label}: ${found.join('; ')}`);
	}

	print(detail = ''): void {
		const seconds = ((Date.now() - this.#started) / 1000).toFixed(1);
		for (const failure of this.failures.slice(0, 40)) console.log(`  ${failure}`);
		if (this.failures.length > 40) console.log(`  … and ${this.failures.length - 40} more`);
		const more = detail ? ` (${detail})` : '';
		console.log(`${this.name}: ${this.passed} passed, ${this.failures.length} failed, ${seconds} s${more}`);
	}
}

/** The same numbers for the same seed, so that a failure can be had again. */
export function randomOf(seed: number) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (n: number) => Math.floor(next() * n);
	return {
		below,
		of: <T>(list: readonly T[]): T => list[below(list.length)] as T,
		chance: (p: number) => next() < p
	};
}
export type Random = ReturnType<typeof randomOf>;
