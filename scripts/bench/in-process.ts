// A process of its own for one database (DATABASE_URL): answers each line on standard input with one round of measures.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import type { Actor, Staff } from '../../src/lib/server/actor.ts';
import { dayOf, now } from '../../src/lib/server/clock.ts';
import { recordAudit } from '../../src/lib/server/audit.ts';
import { insertContact } from '../../src/lib/server/db/contact-log.ts';
import { useDatabase } from '../../src/lib/server/db/current.ts';
import { openDatabase } from '../../src/lib/server/db/open.ts';
import { newId } from '../../src/lib/server/ids.ts';
import { todayOf } from '../../src/lib/server/vandaag.ts';

export interface Round {
	/** Microseconds per read of the home page, and per raw read of one person's hours. */
	reads: number[];
	raw: number[];
	/** Microseconds per transaction of three rows, and per raw overwrite of 4 KiB with fdatasync. */
	writes: number[];
	syncs: number[];
}

const file = (process.env.DATABASE_URL ?? '').replace(/^file:/, '');
const [count, writeCount] = process.argv.slice(2).map(Number) as [number, number];
const db = await openDatabase(`file:${file}`, true);
useDatabase(db);
const direct = new Sqlite(file, { readonly: true });
const people = direct
	.prepare(
		`select p.id, p.gemeente_id gemeenteId, c.consulent_id consulentId from people p
		join caseload c on c.inburgeraar_id = p.id and c.tot is null where p.role = 'inburgeraar' order by p.id`
	)
	.all() as { id: string; gemeenteId: string; consulentId: string }[];
const hours = direct.prepare('select * from hour_entries where inburgeraar_id = ?');
const somebody = () => people[Math.floor(Math.random() * people.length)]!;
type Role = 'inburgeraar' | 'consulent';
type Somebody<R extends Role> = Actor & { role: R; gemeenteId: string };
const actor = <R extends Role>(role: R, id: string, gemeenteId: string): Somebody<R> => ({
	...{ id, role, gemeenteId, name: '', partnerId: null, locale: 'nl' as const, hasDutchBeside: true },
	...{ hasLargeText: false, hasHighContrast: false, hasSound: true, hasHijriDays: true },
	...{ address: null, sessionId: 'bench', today: dayOf(now()) }
});

async function timed(times: number[], work: () => unknown): Promise<void> {
	const from = process.hrtime.bigint();
	await work();
	times.push(Number(process.hrtime.bigint() - from) / 1000);
}

/** What most actions write: a row, its line in the audit log and one in the log of what was done with whose data. */
const writeThree = (staff: Staff, inburgeraarId: string) =>
	db.transaction(async (tx) => {
		const [id, at] = [newId(), now()];
		const contact = { channel: 'telefoon', day: staff.today, isReached: true, note: null } as const;
		const made = { replacesId: null, isWithdrawal: false, recordedBy: staff.id, recordedAt: at };
		await insertContact(tx, { inburgeraarId, id, ...contact, ...made });
		const event = {
			action: 'contact.record',
			objectType: 'telefoon',
			objectId: id,
			subjectId: inburgeraarId
		};
		await recordAudit(tx, staff, event, at);
	});

async function round(): Promise<Round> {
	const result: Round = { reads: [], raw: [], writes: [], syncs: [] };
	for (let n = 0; n < count; n++) {
		const { id, gemeenteId } = somebody();
		await timed(result.reads, () => todayOf(actor('inburgeraar', id, gemeenteId), now()));
		await timed(result.raw, () => hours.all(somebody().id));
	}
	const handle = openSync(`${file}.raw`, 'w');
	const page = Buffer.alloc(4096, 1);
	for (let n = 0; n < writeCount; n++) {
		const { id, gemeenteId, consulentId } = somebody();
		const staff = actor('consulent', consulentId, gemeenteId);
		await timed(result.writes, () => writeThree(staff, id));
		await timed(result.syncs, () => {
			writeSync(handle, page, 0, page.length, 0);
			fdatasyncSync(handle);
		});
	}
	closeSync(handle);
	return result;
}

for await (const _ of createInterface({ input: process.stdin }))
	process.stdout.write(`${JSON.stringify(await round())}\n`);
rmSync(`${file}.raw`, { force: true });
direct.close();
await db.close();
