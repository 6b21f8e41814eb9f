const mark = '\uFEFF';
/** What a spreadsheet would run as a formula (OUT-04); an apostrophe in front makes it text. */
const formula = /^'*[=+\-@\t\r\n]/;

const field = (text: string): string => {
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 with a byte order mark, so that a spreadsheet reads UTF-8. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
	mark + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** Reads what `toCsv` wrote, and what a spreadsheet made of it: a semicolon for a comma, other line ends. */
export function fromCsv(text: string): string[][] {
	const body = text.startsWith(mark) ? text.slice(1) : text;
	const separator = /^[^\r\n,]*;/.test(body) ? ';' : ',';
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		row.push(/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);
		cell = '';
	};
	const endRow = () => {
		endCell();
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	};
	for (let n = 0; n < body.length; n++) {
		const sign = body[n]!;
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (body[n + 1] === '"') cell += body[++n];
			else isQuoted = false;
		} else if (sign === '"' && cell === '') isQuoted = true;
		else if (sign === separator) endCell();
		else if (sign === '\n' || (sign === '\r' && body[n + 1] !== '\n')) endRow();
		else if (sign !== '\r') cell += sign;
	}
	if (isQuoted) throw new Error('a quotation mark is not closed');
	if (cell || row.length) endRow();
	return rows;
}
