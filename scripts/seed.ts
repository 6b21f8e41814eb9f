import { parseArgs } from 'node:util';
import { now } from '../src/lib/server/clock.ts';
import { dialect } from '../src/lib/server/db/columns.ts';
import { openDatabase } from '../src/lib/server/db/open.ts';
import { postgresBulk, sqliteBulk } from '../src/lib/server/demo/bulk.ts';
import { hasRealAccounts } from '../src/lib/server/demo/fill.ts';
import { addPopulation } from '../src/lib/server/demo/population.ts';

// Not the default of the server: nobody fills the database of a municipality by accident.
const url = process.env.DATABASE_URL || 'file:./data/seed/portal.db';

function peopleAsked(): number {
	const { people } = parseArgs({ options: { people: { type: 'string', default: '5000' } } }).values;
	if (!/^[1-9]\d{0,6}$/.test(people))
		throw new Error(`--people: expected a number from 1 to 9999999, got ${people}`);
	return Number(people);
}

async function seed(people: number): Promise<void> {
	// Stays open: it migrates, and holds the lock that keeps a server out of the file.
	const db = await openDatabase(url);
	try {
		if (await hasRealAccounts(db))
			throw new Error('This database holds real accounts: nothing synthetic goes in there.');
		const bulk = dialect === 'postgres' ? await postgresBulk(url) : sqliteBulk(url.replace(/^file:/, ''));
		const start = performance.now();
		await addPopulation(bulk, people, now(), (done, rows) => {
			const seconds = Math.round((performance.now() - start) / 1000);
			if (done === people || done % 7000 === 0) console.log(`${done} people, ${rows} rows, ${seconds} s`);
		});
		await bulk.run('analyze');
		await bulk.close();
	} finally {
		await db.close();
	}
}

try {
	await seed(peopleAsked());
	console.log(`Done. Serve it with: DATABASE_URL=${url.replace(/:[^:@/]*@/, ':…@')} npm start`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
