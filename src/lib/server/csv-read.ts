/** FILE-01: what one file may hold; a cell is counted in bytes of UTF-8. */
export const csvLimits = { bytes: 5 * 1024 * 1024, rows: 10_000, columns: 50, cellBytes: 10 * 1024 };
export type CsvFault = 'leeg' | 'te_groot' | 'te_veel_rijen' | 'te_veel_kolommen' | 'te_lange_cel' | 'aanhalingsteken' | 'geen_tekst'; // prettier-ignore
/** `line`: the line of the file on which the record begins, 1 is the first. */
export type CsvRow = { line: number; cells: string[] };
export type ReadCsv = { ok: true; rows: CsvRow[] } | { ok: false; fault: CsvFault; line?: number };

/** UTF-8 or Windows-1252, with or without BOM (FILE-02). */
function decode(content: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		return new TextDecoder('windows-1252').decode(content);
	}
}

/** The separator that the first line has most of, outside quotes: a comma when it has none. */
function separatorOf(text: string): string {
	const counts = new Map([',', ';', '\t'].map((mark) => [mark, 0]));
	let isQuoted = false;
	for (const mark of text) {
		if (mark === '"') isQuoted = !isQuoted;
		else if (!isQuoted && (mark === '\n' || mark === '\r')) break;
		else if (!isQuoted && counts.has(mark)) counts.set(mark, counts.get(mark)! + 1);
	}
	return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** OUT-04 the other way around: the quote that kept a spreadsheet from reading a formula. */
const withoutGuard = (cell: string) => (/^'+[=+\-@\t\r\0＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

/** Reads a file of RFC 4180 within the limits, empty lines left out. Nothing of its content is in a fault. */
export function readCsv(content: Uint8Array): ReadCsv {
	if (content.byteLength > csvLimits.bytes) return { ok: false, fault: 'te_groot' };
	const text = decode(content);
	if (text.includes('\0')) return { ok: false, fault: 'geen_tekst' };
	return parse(text, separatorOf(text));
}

function parse(text: string, separator: string): ReadCsv {
	const rows: CsvRow[] = [];
	let [at, line] = [0, 1];
	while (at < text.length) {
		const row: CsvRow = { line, cells: [] };
		for (;;) {
			const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
			if (!cell) return { ok: false, fault: 'aanhalingsteken', line: row.line };
			if (cell.value.length > csvLimits.cellBytes || Buffer.byteLength(cell.value) > csvLimits.cellBytes)
				return { ok: false, fault: 'te_lange_cel', line: row.line };
			line += cell.value.split('\n').length - 1;
			row.cells.push(withoutGuard(cell.value));
			if (row.cells.length > csvLimits.columns)
				return { ok: false, fault: 'te_veel_kolommen', line: row.line };
			at = cell.next;
			if (text[at] !== separator) break;
			at += 1;
		}
		if (at < text.length && text[at] !== '\n' && text[at] !== '\r')
			return { ok: false, fault: 'aanhalingsteken', line: row.line };
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
		line += 1;
		if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
		if (rows.length > csvLimits.rows) return { ok: false, fault: 'te_veel_rijen' };
	}
	return rows.length > 0 ? { ok: true, rows } : { ok: false, fault: 'leeg' };
}

type Cell = { value: string; next: number };

function plain(text: string, from: number, separator: string): Cell {
	let next = from;
	while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r')
		next += 1;
	return { value: text.slice(from, next), next };
}

/** Undefined when the quote is never closed. */
function quoted(text: string, from: number): Cell | undefined {
	let [next, value] = [from + 1, ''];
	for (;;) {
		const end = text.indexOf('"', next);
		if (end === -1) return undefined;
		value += text.slice(next, end);
		if (text[end + 1] !== '"') return { value: value.replaceAll('\r\n', '\n'), next: end + 1 };
		value += '"';
		next = end + 2;
	}
}
