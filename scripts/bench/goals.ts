export interface Goal {
	id: string;
	what: string;
	/** As printed; absent: not measured. */
	value?: string;
	/** The number that the target is about. */
	ratio?: number;
	target: string;
	isMet?: boolean;
	note?: string;
}

export const atMost = (
	id: string,
	what: string,
	ratio: number,
	limit: number,
	more: Partial<Goal> = {}
): Goal => ({
	...{ id, what, value: String(shown(ratio)), ratio, target: `≤ ${limit}`, isMet: ratio <= limit },
	...more
});
export const atLeast = (
	id: string,
	what: string,
	ratio: number,
	limit: number,
	more: Partial<Goal> = {}
): Goal => ({
	...{ id, what, value: String(shown(ratio)), ratio, target: `≥ ${limit}`, isMet: ratio >= limit },
	...more
});
export const notMeasured = (id: string, what: string, target: string, note: string): Goal => ({
	...{ id, what, target, note }
});

export const shown = (n: number): number => (n >= 100 ? Math.round(n) : Number(n.toPrecision(3)));
const state = ({ isMet }: Goal) => (isMet === undefined ? 'not measured' : isMet ? 'met' : 'NOT MET');

/** One line a goal; notes below, by number. */
export function table(goals: readonly Goal[]): string {
	const notes: string[] = [];
	const rows = goals.map((goal) => {
		if (goal.note && !notes.includes(goal.note)) notes.push(goal.note);
		const mark = goal.note ? ` [${notes.indexOf(goal.note) + 1}]` : '';
		return [goal.id, goal.what, goal.value ?? '–', goal.target, `${state(goal)}${mark}`];
	});
	const all = [['', 'goal', 'value', 'target', ''], ...rows];
	const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
	const lines = all.map((row) =>
		row
			.map((cell, i) => cell.padEnd(widths[i] ?? 0))
			.join('  ')
			.trimEnd()
	);
	return [...lines, ...notes.map((note, n) => `[${n + 1}] ${note}`)].join('\n');
}
