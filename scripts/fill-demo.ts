// Fills the database of DATABASE_URL with the demo people when it is empty; `npm run demo` calls it before the server.
import { now } from '../src/lib/server/clock.ts';
import { fillDemo, hasRealAccounts, isEmpty } from '../src/lib/server/demo/fill.ts';
import { participantKeys, staffKeys } from '../src/lib/server/demo/ids.ts';
import { openDatabase } from '../src/lib/server/db/open.ts';

const db = await openDatabase(process.env.DATABASE_URL ?? 'file:./data/demo/portal.db');
try {
	if (await hasRealAccounts(db)) {
		console.error(
			'This database holds real accounts: the demo stays out of it. Point DATABASE_URL at another one.'
		);
		process.exitCode = 1;
	} else if (await isEmpty(db)) {
		await fillDemo(db, now());
		console.log('The demo people are in. Nobody of them exists.');
	} else {
		console.log('The demo people were there already and keep what you did with them.');
	}
	if (process.exitCode !== 1)
		console.log(`  Participants: ${participantKeys.join(', ')}\n  Staff:        ${staffKeys.join(', ')}`);
} finally {
	await db.close();
}
