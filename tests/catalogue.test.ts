import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cursusKolommen } from '#lib/domain/cursussen/kolommen.ts';
import type { Staff } from '#lib/server/actor.ts';
import { catalogueOf, courseHistory, courseOf, createCourse, exportCatalogue, importCourses, planImport, saveCourse } from '#lib/server/courses-edit.ts'; // prettier-ignore
import { csv } from '#lib/server/csv.ts';
import { readCsv } from '#lib/server/csv-read.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { courseRows } from '#lib/server/demo/courses.ts';
import { calendar } from '#lib/server/demo/calendar.ts';
import { newId } from '#lib/server/ids.ts';
import { textOf } from '#lib/server/web/course-fields.ts';
import { readCourseFile } from '#lib/server/web/course-file.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, people } from './hours-people.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const line: Record<string, string> = {
	...{ sleutel: 'brug-1', aanbieder: 'De Brug', cursus: 'B1, avond', route: 'b1', niveau_van: 'a1' },
	...{
		niveau_tot: 'b1',
		uren_nt2: '500',
		uren_knm: '27,5',
		prijs_totaal: '6.450,00',
		startdata: '07-12-2026|2027-01-11'
	},
	...{
		rooster: 'ma 18:30-21:15|wo 9.00-11.30',
		kinderopvang: 'ja',
		keurmerk: 'ja',
		keurmerk_geldig_tot: '31-12-2027'
	},
	...{
		tevredenheid: '7,8',
		talen: 'en|tr',
		inbegrepen: 'boeken|knm',
		bron: 'Website',
		gezien_op: '2026-11-01'
	}
};
const file = (...lines: Record<string, string>[]) =>
	bytes([Object.keys(lines[0]!), ...lines.map((one) => Object.values(one))].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n')); // prettier-ignore
const rowsOf = (content: Uint8Array) => {
	const read = readCourseFile(content);
	if (!read.ok) throw new Error(JSON.stringify(read));
	return read.rows;
};
const faultsOf = (content: Uint8Array) => {
	const read = readCourseFile(content);
	return !read.ok && read.fault === 'regels' ? read.faults : read;
};

describe('FILE-01, FILE-02: reading a CSV file', () => {
	test.each([
		['a comma', 'a,b\n"x, y",2\n'],
		['a semicolon and \\r\\n', 'a;b\r\n"x, y";2\r\n'],
		['a TAB and a BOM', '\uFEFFa\tb\nx, y\t2'],
		['empty lines between', 'a;b\n\n;\nx, y;2\n\n']
	])('with %s gives the same cells', (_, text) => {
		const read = readCsv(bytes(text));
		expect(read.ok && read.rows.map(({ cells }) => cells)).toEqual([['a', 'b'], ['x, y', '2']]); // prettier-ignore
	});

	test('Windows-1252 is read where it is no UTF-8', () => {
		const read = readCsv(new Uint8Array([0x6e, 0x61, 0xef, 0x65, 0x66, 0x3b, 0x80]));
		expect(read.ok && read.rows[0]?.cells).toEqual(['naïef', '€']);
	});

	test('OUT-04: what was written is read again, formulas and quotes too', () => {
		const row = ['=1+1', "'=1", "'s-Gravenhage", '-3', 'a "b"', 'c, d', 'e\nf', '@x'];
		const read = readCsv(bytes(csv([row, ['next']])));
		expect(read.ok && read.rows).toEqual([{ line: 1, cells: row }, { line: 3, cells: ['next'] }]); // prettier-ignore
	});

	test.each([
		['an empty file', '', 'leeg'],
		['a quote that is never closed', 'a\n"b', 'aanhalingsteken'],
		['text behind a closed quote', 'a\n"b"c', 'aanhalingsteken'],
		['51 columns', Array(51).fill('a').join(','), 'te_veel_kolommen'],
		['10,001 rows', 'a\n'.repeat(10_001), 'te_veel_rijen'],
		['a cell of 10,241 bytes', 'x'.repeat(10_241), 'te_lange_cel'],
		['a NUL', 'a\0b', 'geen_tekst'],
		['5 MB and a byte', 'a\n'.repeat(2_621_441).slice(1), 'te_groot']
	])('%s is refused as %s', (_, text, fault) => {
		expect(readCsv(bytes(text))).toMatchObject({ ok: false, fault });
	});
});

describe('a line of the file', () => {
	test('becomes a course: hours are minutes, euros cents, marks tenths, days days', () => {
		expect(rowsOf(file(line))[0]).toMatchObject({
			...{ ref: 'brug-1', nt2Minutes: 30_000, knmMinutes: 1650, priceTotalCents: 645_000, satisfactionTenths: 78 },
			...{ startsOn: ['2026-12-07', '2027-01-11'], hasChildcare: true, keurmerkValidUntil: day('2027-12-31') },
			schedule: [{ weekday: 1, from: '18:30', until: '21:15' }, { weekday: 3, from: '09:00', until: '11:30' }],
			...{ pricePerHourCents: null, groupSize: null, languages: ['en', 'tr'], isActive: true }
		}); // prettier-ignore
	});

	test.each([
		['route', 'c2', 'kies'],
		['niveau_tot', 'alfa', 'volgorde'],
		['prijs_totaal', 'gratis', 'getal'],
		['prijs_totaal', '1000000', 'te_groot'],
		['gezien_op', '31-02-2026', 'datum'],
		['rooster', 'ma 21:15-18:30', 'kies'],
		['startdata', 'morgen', 'kies'],
		['keurmerk', 'misschien', 'kies'],
		['website', 'javascript:alert(1)', 'kies'],
		['aanbieder', '', 'verplicht'],
		['sleutel', '', 'verplicht']
	])(
		'FILE-02: %s “%s” is a fault on its line that says %s and not what stood there',
		(field, value, code) => {
			const faults = faultsOf(
				file({ ...line, website: '' }, { ...line, website: '', sleutel: 'twee', [field]: value })
			);
			expect(faults).toEqual([{ line: 3, field, code }]);
		}
	);

	test('the same key twice, and columns that are not those of the example, are refused', () => {
		expect(faultsOf(file(line, line))).toEqual([{ line: 3, field: 'sleutel', code: 'dubbel' }]);
		expect(readCourseFile(file({ ...line, geheim: 'x' }))).toMatchObject({ ok: false, fault: 'kolommen' });
		const { bron: _, ...without } = line;
		expect(readCourseFile(file(without))).toEqual({ ok: false, fault: 'kolommen', columns: ['bron'] });
	});
});

describe('the catalogue of a municipality', () => {
	let db: Database;
	let consulent: Staff, coordinator: Staff, vreemd: Staff;
	beforeAll(async () => {
		db = await openTestDatabase();
	});
	beforeEach(async () => {
		({ consulent, collega: coordinator, vreemd } = await people());
	});
	afterAll(() => db.close());

	const [input] = rowsOf(file(line));
	const create = (actor = consulent, own = {}) => createCourse(actor, { ...input!, ...own }, newId(), now);
	const made = async (actor = consulent) => {
		const saved = await create(actor);
		if (saved.kind !== 'bewaard') throw new Error(saved.kind);
		return saved.id;
	};
	const imported = async (content: Uint8Array, key = newId()) => {
		const rows = rowsOf(content);
		const { stand } = await planImport(consulent, rows);
		return importCourses(consulent, rows, { key, stand }, now);
	};

	test('AC-06: is kept by its own consultants and coordinators; for another municipality it does not exist', async () => {
		const id = await made();
		expect(await courseOf(coordinator, id)).toMatchObject({ provider: 'De Brug', version: 1 });
		expect(await courseOf(vreemd, id)).toBeUndefined();
		expect(await courseHistory(vreemd, id)).toBeUndefined();
		expect(await saveCourse(vreemd, { id, version: 1 }, { isActive: false }, now)).toBeUndefined();
		expect(await catalogueOf(vreemd)).toEqual([]);
		expect(await exportCatalogue(vreemd, now)).toEqual([]);
	});

	test('IN-12: of two who change a course the second is told; hidden and shown again stay in its history', async () => {
		const id = await made();
		expect(await saveCourse(consulent, { id, version: 1 }, { ...input!, name: 'Een' }, later(1))).toEqual({ kind: 'bewaard', id }); // prettier-ignore
		expect(await saveCourse(coordinator, { id, version: 1 }, { ...input!, name: 'Twee' }, later(2))).toEqual({ kind: 'conflict' }); // prettier-ignore
		expect((await courseOf(consulent, id))?.name).toBe('Een');
		await saveCourse(coordinator, { id, version: 2 }, { isActive: false }, later(3));
		await saveCourse(coordinator, { id, version: 3 }, { isActive: true }, later(4));
		const history = await courseHistory(consulent, id);
		expect(history?.map(({ action }) => action)).toEqual(['show', 'hide', 'edit', 'create'].map((what) => `catalogus.${what}`)); // prettier-ignore
		expect(history?.[0]?.name).toBe('Piet Bakker');
	});

	test('IN-11: a new course sent twice is one; a key of its own is given once', async () => {
		const key = newId();
		await createCourse(consulent, input!, key, now);
		await createCourse(consulent, input!, key, later(1));
		expect(await catalogueOf(consulent)).toHaveLength(1);
		expect(await create()).toEqual({ kind: 'bestaat' });
		const other = await create(consulent, { ref: null });
		expect((await catalogueOf(consulent)).find(({ ref }) => ref !== 'brug-1')?.ref).toBe(other.kind === 'bewaard' && other.id); // prettier-ignore
		expect(await create(vreemd)).toMatchObject({ kind: 'bewaard' });
	});

	test('FILE-03: a dry run writes nothing; the import adds and changes; a second time there is nothing to do', async () => {
		await made();
		const content = file({ ...line, prijs_totaal: '7000' }, { ...line, sleutel: 'brug-2' });
		const plan = await planImport(consulent, rowsOf(content));
		expect([plan.added.length, plan.changed.length, plan.same]).toEqual([1, 1, 0]);
		expect(await catalogueOf(consulent)).toHaveLength(1);
		expect(await imported(content)).toEqual({ kind: 'bewaard', added: 1, changed: 1, same: 0 });
		const before = await catalogueOf(consulent);
		expect(before.map(({ priceTotalCents }) => priceTotalCents).toSorted()).toEqual([645_000, 700_000]);
		expect(await imported(content)).toEqual({ kind: 'bewaard', added: 0, changed: 0, same: 2 });
		expect(await catalogueOf(consulent)).toEqual(before);
		expect(await catalogueOf(vreemd)).toEqual([]);
	});

	test('FILE-03: a file is taken whole or not at all, also when it fails on the way', async () => {
		const [good] = rowsOf(file(line));
		// A price below zero passes nowhere else: the database itself refuses it.
		const rows = [good!, { ...good!, ref: 'slecht', priceTotalCents: -1 }];
		const { stand } = await planImport(consulent, rows);
		await expect(importCourses(consulent, rows, { key: newId(), stand }, now)).rejects.toThrow();
		expect(await catalogueOf(consulent)).toEqual([]);
		const events = await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.actorId, consulent.id));
		expect(events).toEqual([]);
	});

	test('IN-11, IN-12: the same confirmation counts once; after a change by a colleague it must be seen again', async () => {
		const rows = rowsOf(file(line));
		const form = { key: newId(), stand: (await planImport(consulent, rows)).stand };
		const first = await importCourses(consulent, rows, form, now);
		expect(await importCourses(consulent, rows, form, later(1))).toEqual(first);
		const { stand } = await planImport(consulent, rows);
		await create(coordinator, { ref: 'anders' });
		expect(await importCourses(consulent, rows, { key: newId(), stand }, later(2))).toEqual({
			kind: 'conflict'
		});
	});

	test('OUT-04: the export of 28 demo courses, imported again, changes nothing', async () => {
		const rows = courseRows(calendar(now)).map((row) => ({
			...row,
			id: newId(),
			gemeenteId: consulent.gemeenteId
		}));
		await db.transaction((tx) => tx.insert(t.courses).values(rows));
		const all = await exportCatalogue(consulent, now);
		const text = all.map(textOf).map((one) => cursusKolommen.map((name) => one[name]));
		const plan = await planImport(consulent, rowsOf(bytes(csv([cursusKolommen, ...text]))));
		expect([plan.added.length, plan.changed, plan.same]).toEqual([0, [], 28]);
	});
});
