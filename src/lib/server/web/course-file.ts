import { cursusKolommen, type CursusKolom } from '#lib/domain/cursussen/kolommen.ts';
import { readCsv, type CsvFault } from '../csv-read.ts';
import type { Imported } from '../courses-edit.ts';
import { courseSchema, inputOf } from './course-fields.ts';

/** What is wrong on a line: a code and the column, never what stands there (FILE-02). */
export interface LineFault {
	line: number;
	field: CursusKolom | null;
	code: string;
}
export type CourseFile =
	| { ok: true; rows: Imported[] }
	| { ok: false; fault: CsvFault | 'kolommen'; line?: number; columns?: string[] }
	| { ok: false; fault: 'regels'; faults: LineFault[] };

/** More lines with a fault than this are not told. */
const mostFaults = 200;

/** Reads a file of courses: columns in any order, all those that a course cannot do without. */
export function readCourseFile(content: Uint8Array): CourseFile {
	const read = readCsv(content);
	if (!read.ok) return read;
	const [head, ...body] = read.rows;
	const columns = head!.cells.map((name) => name.trim().toLowerCase());
	const unknown = columns.filter((name) => !cursusKolommen.some((field) => field === name));
	const isTwice = new Set(columns).size < columns.length;
	const missing = (['sleutel', 'aanbieder', 'cursus', 'route', 'niveau_van', 'niveau_tot', 'bron', 'gezien_op'] as const).filter((field) => !columns.includes(field)); // prettier-ignore
	// Names of columns are those of the template: only which are missing is said, not what stands there instead.
	if (unknown.length > 0 || isTwice || missing.length > 0)
		return { ok: false, fault: 'kolommen', columns: missing };
	if (body.length === 0) return { ok: false, fault: 'leeg' };
	return rowsOf(columns as CursusKolom[], body);
}

function rowsOf(columns: CursusKolom[], body: { line: number; cells: string[] }[]): CourseFile {
	const faults: LineFault[] = [];
	const rows: Imported[] = [];
	const seen = new Set<string>();
	for (const { line, cells } of body) {
		const empty = Object.fromEntries(cursusKolommen.map((field) => [field, '']));
		const given = Object.fromEntries(columns.map((field, n) => [field, cells[n] ?? '']));
		const result = courseSchema.safeParse({ ...empty, ...given });
		if (cells.length > columns.length) faults.push({ line, field: null, code: 'kolommen' });
		if (!result.success)
			for (const { path, message } of result.error.issues)
				faults.push({ line, field: path[0] as CursusKolom, code: message });
		else if (!result.data.sleutel) faults.push({ line, field: 'sleutel', code: 'verplicht' });
		else if (seen.has(result.data.sleutel)) faults.push({ line, field: 'sleutel', code: 'dubbel' });
		else rows.push({ ...inputOf(result.data), ref: result.data.sleutel });
		seen.add(given.sleutel?.normalize('NFC').trim() ?? '');
	}
	return faults.length > 0
		? { ok: false, fault: 'regels', faults: faults.slice(0, mostFaults) }
		: { ok: true, rows };
}
