/** A row of an append-only list; a correction or a withdrawal names the row whose place it takes. */
export interface ReplaceableRow {
	id: string;
	replacesId: string | null;
	isWithdrawal: boolean;
}

/**
 * The rows that hold: not withdrawn and not replaced. When a replacing row is itself withdrawn, the row before it
 * holds again (a decision recorded by mistake leaves the request).
 */
export function standingRows<R extends ReplaceableRow>(rows: readonly R[]): R[] {
	const replacers = new Map<string, R[]>();
	for (const row of rows)
		if (row.replacesId) replacers.set(row.replacesId, [...(replacers.get(row.replacesId) ?? []), row]);
	if (replacers.size === 0) return rows.filter((row) => !row.isWithdrawal);
	const holds = (row: R): boolean => !(replacers.get(row.id) ?? []).some(holds);
	return rows.filter((row) => !row.isWithdrawal && holds(row));
}
