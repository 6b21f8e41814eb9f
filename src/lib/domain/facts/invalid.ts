export type InvalidCode =
	| 'file'
	| 'json'
	| 'type'
	| 'enum'
	| 'date'
	| 'range'
	| 'duplicate'
	| 'required'
	| 'unknown_key'
	| 'conflict';

/** One thing that is wrong with the facts. `index`: place in the list of facts, null when there is no list. */
export type Invalid = { index: number | null; path: string; code: InvalidCode; message: string };
export type Report = (path: string, code: InvalidCode, message: string) => void;

/** How a value is shown in a message: short, on one line, and not looked into. */
export function shown(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
