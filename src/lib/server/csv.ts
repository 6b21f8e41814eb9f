/** What a spreadsheet takes for a formula, full-width forms too, and what looks as if it was kept from that (OUT-04). */
const formula = /^'*[=+\-@\t\r\0＝＋－＠]/;

function cell(value: string | number): string {
	const text = typeof value === 'number' ? String(value) : formula.test(value) ? `'${value}` : value;
	return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a BOM, so that a spreadsheet reads it as UTF-8; a comma between the cells. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
	`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** An answer that is kept as a file. @param name plain letters, digits, - and . */
export const csvResponse = (rows: readonly (readonly (string | number)[])[], name: string): Response =>
	new Response(csv(rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
