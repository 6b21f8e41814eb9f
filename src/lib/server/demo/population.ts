import { getTableColumns } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import { fold } from '../fold.ts';
import { newId } from '../ids.ts';
import { newToken, sha256 } from '../secrets.ts';
import { driverRow, type Bulk } from './bulk.ts';
import { calendar, type Calendar } from './calendar.ts';
import { lifeOf } from './crowd.ts';
import { strangers } from './crowd-people.ts';
import { personaIds, personId, type StaffKey } from './ids.ts';
import { gemeenteIds, gemeenteRows, partnerRows } from './places.ts';
import { rowsOf } from './rows-of.ts';
import type { Rows } from './rows.ts';
import { staffRows } from './staff.ts';

/** Hours of one course and sort that a synthetic person keeps: about 150 rows a person in all. */
const newestHours = 25;
const peoplePerGemeente = 5040;
const peoplePerConsulent = 70;
/** People in one transaction. */
const batch = 350;
/** Copies of each story, on other days. */
const variants = 3;

type TableName = keyof Rows;
/** Rows of one table of one life as the driver wants them, and the columns that change from copy to copy. */
interface Sheet {
	name: TableName;
	values: unknown[][];
	swap: number[];
}
interface Template {
	id: string;
	sheets: Sheet[];
}
/** Who stands in the place of the staff, partners and municipality of the demo, by their ids there. */
type Cast = Map<unknown, string>;

const swapped = ['inburgeraarId', 'personId', 'gemeenteId', 'consulentId', 'partnerId', 'recordedBy', 'confirmedBy', 'createdBy', 'publishedBy', 'contactpersoonId', 'withPersonId', 'authorId', 'answeredBy']; // prettier-ignore
const columnsOf = (name: TableName): string[] => Object.keys(getTableColumns(schema[name]));

function trimmed(rows: Rows): Rows {
	const seen = new Map<string, number>();
	const hourEntries = rows.hourEntries.filter(({ enrolmentId, category, correctsId }) => {
		const key = `${enrolmentId} ${category}`;
		const n = (seen.get(key) ?? 0) + 1;
		seen.set(key, n);
		return n <= newestHours && !correctsId;
	});
	const kept = new Set(hourEntries.map(({ id }) => id));
	const hourConfirmations = rows.hourConfirmations.filter(({ hourEntryId }) => kept.has(hourEntryId));
	return { ...rows, hourEntries, hourConfirmations };
}

function sheetOf(name: TableName, rows: Rows): Sheet {
	const columns = columnsOf(name);
	const values = rows[name].map((row) => driverRow(schema[name], columns, row));
	// Ids are unique for one person, except where the person or the phone itself is the row.
	const keys = name === 'people' || name === 'devices' ? [...swapped, 'id'] : swapped;
	return { name, values, swap: columns.flatMap((column, i) => (keys.includes(column) ? [i] : [])) };
}

function templatesOf(days: Calendar): Template[] {
	const lives = Array.from({ length: variants }, (_, v) => strangers.map((stranger, n) => lifeOf(stranger, n + v * 5, days))); // prettier-ignore
	return lives.flat().map((life) => {
		const rows = trimmed(rowsOf(life, days));
		const names = (Object.keys(rows) as TableName[]).filter((name) => rows[name].length > 0);
		return { id: personId(life.key), sheets: names.map((name) => sheetOf(name, rows)) };
	});
}

const given = [...new Set(strangers.map(({ name }) => name.split(' ')[0] ?? name))];
const family = [...new Set(strangers.map(({ name }) => name.split(' ').at(-1) ?? name))];
/** Another name for each of thousands: given and family names in all combinations, then with a second family name. */
export function nameOf(n: number): string {
	const all = given.length * family.length;
	const second = Math.floor(n / all);
	const name = `${given[n % given.length]} ${family[Math.floor(n / given.length) % family.length]}`;
	return second === 0 ? name : `${name} ${family[second % family.length]}`;
}

/** One municipality with its partners and staff; returns who plays whom in the copies of its first consultant. */
async function openGemeente(bulk: Bulk, g: number, run: string, createdAt: Temporal.Instant): Promise<Cast> {
	const gemeenteId = newId();
	const cast: Cast = new Map(Object.values(gemeenteIds).map((id) => [id, gemeenteId]));
	const [model] = gemeenteRows;
	const insert = async (table: 'gemeenten' | 'partners' | 'people', rows: Record<string, unknown>[]) => {
		const columns = Object.keys(getTableColumns(schema[table]));
		await bulk.insert(schema[table], columns, rows.map((row) => driverRow(schema[table], columns, row))); // prettier-ignore
	};
	await insert('gemeenten', [
		{ ...model, id: gemeenteId, name: `Gemeente Proef ${g + 1}`, slug: `proef-${run}-${g + 1}` }
	]);
	await insert(
		'partners',
		partnerRows.map((row) => {
			const id = newId();
			cast.set(row.id, id);
			return { ...row, id, gemeenteId };
		})
	);
	const members = staffRows.filter(({ role }) => role === 'partner' || role === 'coordinator');
	await insert(
		'people',
		members.map((row) => {
			const id = newId();
			cast.set(row.id, id);
			const loginName = `${row.demoKey}-${g + 1}@${run}.example`;
			const partnerId = row.partnerId ? cast.get(row.partnerId) : null;
			return { ...row, id, gemeenteId, partnerId, loginName, email: loginName, demoKey: null, createdAt };
		})
	);
	return cast;
}

const consulenten: StaffKey[] = ['consulent', 'consulent-collega', 'consulent-elders'];

async function addConsulent(
	bulk: Bulk,
	cast: Cast,
	n: number,
	run: string,
	createdAt: Temporal.Instant
): Promise<Cast> {
	const [model] = staffRows;
	const id = newId();
	const name = nameOf(n * 7 + 3);
	const loginName = `consulent-${n + 1}@${run}.example`;
	const gemeenteId = cast.get(gemeenteIds.waterrijk);
	const columns = Object.keys(getTableColumns(schema.people));
	const row = { ...model, id, gemeenteId, name, nameFolded: fold(name), loginName, email: loginName, demoKey: null, createdAt }; // prettier-ignore
	await bulk.insert(schema.people, columns, [driverRow(schema.people, columns, row)]);
	return new Map([...cast, ...consulenten.map((key): [string, string] => [personaIds[key], id])]);
}

const tableNames = (templates: Template[]): TableName[] => [
	...new Set(templates.flatMap(({ sheets }) => sheets.map(({ name }) => name)))
];

/** Copies the rows of a template under a new person; `into` collects them by table. */
function copy(template: Template, cast: Cast, name: string, into: Map<TableName, unknown[][]>): void {
	const id = newId();
	for (const sheet of template.sheets) {
		const rows = into.get(sheet.name);
		for (const values of sheet.values) {
			const row = [...values];
			for (const i of sheet.swap) row[i] = row[i] === template.id ? id : (cast.get(row[i]) ?? row[i]);
			if (sheet.name === 'people') rename(row, name);
			if (sheet.name === 'devices') renew(row);
			rows?.push(row);
		}
	}
}

const at = (table: TableName, column: string) => columnsOf(table).indexOf(column);
const [nameAt, foldedAt, deviceIdAt, tokenAt] = [at('people', 'name'), at('people', 'nameFolded'), at('devices', 'id'), at('devices', 'tokenHash')]; // prettier-ignore
function rename(row: unknown[], name: string): void {
	row[nameAt] = name;
	row[foldedAt] = fold(name);
}
function renew(row: unknown[]): void {
	row[deviceIdAt] = newId();
	row[tokenAt] = sha256(newToken());
}

/** Only plans of these people: an update over everything would cost more with every batch. */
const publish = (ids: unknown[]) =>
	`update pips set published_at = created_at, published_by = created_by where published_at is null and dagtekening is not null and inburgeraar_id in (${ids.map((id) => `'${String(id)}'`).join(',')})`;

/** Adds that many synthetic participants, with municipalities, partners and consultants for them. */
export async function addPopulation(
	bulk: Bulk,
	people: number,
	now: Temporal.Instant,
	onBatch: (done: number, rows: number) => void = () => {}
): Promise<void> {
	const days = calendar(now);
	const templates = templatesOf(days);
	const names = tableNames(templates);
	const run = newId()
		.slice(0, 8)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, 'x');
	const createdAt = days.past(days.ago({ years: 4 }), '09:00');
	let [cast, gemeente]: [Cast, Cast] = [new Map(), new Map()];
	let rows = 0;
	for (let from = 0; from < people; from += batch) {
		const until = Math.min(people, from + batch);
		const into = new Map(names.map((name): [TableName, unknown[][]] => [name, []]));
		await bulk.begin();
		for (let n = from; n < until; n++) {
			if (n % peoplePerGemeente === 0)
				gemeente = await openGemeente(bulk, n / peoplePerGemeente, run, createdAt);
			if (n % peoplePerConsulent === 0) cast = await addConsulent(bulk, gemeente, n / peoplePerConsulent, run, createdAt); // prettier-ignore
			const template = templates[n % templates.length];
			if (template) copy(template, cast, nameOf(n), into);
		}
		for (const name of names) {
			const values = into.get(name) ?? [];
			await bulk.insert(schema[name], columnsOf(name), values);
			rows += values.length;
		}
		await bulk.run(publish((into.get('inburgeraren') ?? []).map(([id]) => id)));
		await bulk.commit();
		onBatch(until, rows);
	}
}
