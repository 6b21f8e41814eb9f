import { parseArgs } from 'node:util';
import { readConfig } from '../src/lib/server/config.ts';
import { now } from '../src/lib/server/clock.ts';
import { readPassword } from './password.ts';
import { retentionCommands } from './portal-retention.ts';

const usage = `Use: npm run portal -- COMMAND

  create-admin --email ADDRESS --name NAME [--role beheerder|coordinator|consulent] [--gemeente SLUG]
                  makes an account; asks for the password, or reads it from standard input
  migrate         brings the database up to date with this program
  print-letter --person ID
                  makes an activation letter and prints its code; older letters stop working
  unlock ADDRESS  ends the waiting after wrong passwords and codes
  reset-second-step ADDRESS
                  takes the app and the recovery codes of this account away: the next sign-in sets up another app
  send-mail       sends what waits in the outbox; the running server does so by itself
  verify [--head NUMBER:HASH]
                  checks the database file and the audit log; with a head that the log stream told before, also that
                  nothing was cut off or rewritten since (event audit.head)
  retention-run [--now MOMENT] [--dry-run]
                  removes what is past its term (the server does so every night); --dry-run only counts
  retention-term GEMEENTE YEARS
                  how long this municipality (its slug) keeps dossiers after the duty ended
  hold PERSON     nothing of this dossier is removed by itself, for a court or a complaint
  release PERSON  ends that
  erase PERSON --confirm PERSON
                  removes an inburgeraar and everything about them, by a decision; without --confirm it only counts
  processing-log --from DAY --until DAY
                  prints the processing log of these days (the last one not), one JSON line per person and operation

Settings come from the environment, as for npm start.`;

const refuse = (text: string): never => {
	throw new Error(text);
};

const refusals = {
	email: '--email: expected an e-mail address of plain letters, digits and . _ - +',
	naam: '--name: expected a name of at most 120 characters',
	wachtwoord:
		'The password needs 12 to 128 characters: no common one, and without your name, your address or the name of the portal.',
	gemeente:
		'--gemeente: expected the slug of a municipality for a coordinator or consulent, none for a beheerder',
	bestaat_al: '--email: there is an account with this address already'
};

const commands: Record<string, (words: string[]) => Promise<string>> = {
	'create-admin': createAdmin,
	migrate: async () => 'The database is up to date.',
	'print-letter': letter,
	'processing-log': processingLog,
	'reset-second-step': resetSecond,
	...retentionCommands,
	'send-mail': sendMail,
	unlock,
	verify
};

async function createAdmin(words: string[]): Promise<string> {
	const option = { type: 'string' } as const;
	const options = { email: option, name: option, role: option, gemeente: option };
	const { email, name, role = 'beheerder', gemeente } = parseArgs({ args: words, options }).values;
	if (!email || !name) return refuse('create-admin needs --email and --name');
	if (role !== 'beheerder' && role !== 'coordinator' && role !== 'consulent')
		return refuse('--role: expected beheerder, coordinator or consulent');
	const password = await readPassword();
	const { createStaff } = await import('../src/lib/server/accounts.ts');
	const made = await createStaff({ email, name, role, gemeente, password }, now());
	return made.ok ? `Made: ${role} ${email}` : refuse(refusals[made.reason]);
}

async function letter(words: string[]): Promise<string> {
	const { person } = parseArgs({ args: words, options: { person: { type: 'string' } } }).values;
	if (!person) return refuse('print-letter needs --person: the last part of the address of the dossier');
	const { printLetter } = await import('../src/lib/server/accounts.ts');
	const made = await printLetter(person, now());
	if (!made) return refuse('There is no such inburgeraar, or nobody guides this person.');
	const { dayOf } = await import('../src/lib/server/clock.ts');
	return [
		`Name:     ${made.name}`,
		`Code:     ${made.code}`,
		`Address:  ${settings.portalOrigin}/activeren`,
		`Valid to: ${dayOf(made.expiresAt).toString()}`
	].join('\n');
}

async function unlock([email, ...rest]: string[]): Promise<string> {
	if (!email || rest.length > 0) return refuse('unlock needs one e-mail address');
	const accounts = await import('../src/lib/server/accounts.ts');
	const isUnlocked = await accounts.unlock(email, now());
	return isUnlocked ? `${email} can try again.` : `${email} was not waiting.`;
}

async function resetSecond([email, ...rest]: string[]): Promise<string> {
	if (!email || rest.length > 0) return refuse('reset-second-step needs one e-mail address');
	const { resetSecondStepFor } = await import('../src/lib/server/accounts.ts');
	return (await resetSecondStepFor(email, now()))
		? `${email} sets up another app at the next sign-in.`
		: refuse('There is no such account.');
}

async function sendMail(): Promise<string> {
	const { sendAll } = await import('../src/lib/server/mail/sender.ts');
	const sent = await sendAll();
	return sent === undefined ? refuse('SMTP_URL is not set: this portal sends no mail.') : `Sent: ${sent}.`;
}

async function verify(words: string[]): Promise<string> {
	const { head: told } = parseArgs({ args: words, options: { head: { type: 'string' } } }).values;
	const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(told ?? '') ?? [];
	if (told !== undefined && !hash) return refuse('--head: expected the number and the hash, as 123:0f3a…');
	// Opening the file has checked it already.
	const { auditChain } = await import('../src/lib/server/audit-chain.ts');
	const { database } = await import('../src/lib/server/db/current.ts');
	const known = hash ? { seq: Number(seq), hash } : undefined;
	const chain = await auditChain(database().read, known);
	const { events, head, removed, brokenAt } = chain;
	if (brokenAt !== undefined)
		return refuse(`The audit log was changed: event ${brokenAt} is not what was written.`);
	if (chain.known === 'anders')
		return refuse(`The audit log was rewritten or cut off: event ${seq} is not the one that was known.`);
	if (chain.known === 'weg')
		return refuse(`Event ${seq} went by its term: compare with a head of the last twelve months.`);
	return [
		`The database is sound. The audit log holds ${events - removed} events, all as written; the last is ${events}:${head}.`,
		...(removed ? [`${removed} older ones went by their term.`] : []),
		...(known ? [`The head that was known stands in it.`] : [])
	].join('\n');
}

async function processingLog(words: string[]): Promise<string> {
	const option = { type: 'string' } as const;
	const { from, until } = parseArgs({ args: words, options: { from: option, until: option } }).values;
	if (!isDay(from) || !isDay(until)) return refuse('processing-log needs --from and --until, as 2026-11-29');
	const { exportVerwerkingen } = await import('../src/lib/server/verwerkingslog.ts');
	const { zone } = await import('../src/lib/server/clock.ts');
	const { database } = await import('../src/lib/server/db/current.ts');
	const start = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant();
	const lines = await exportVerwerkingen(database().read, settings.portalOrigin, start(from), start(until));
	return lines.map((line) => JSON.stringify(line)).join('\n');
}

function isDay(text: string | undefined): text is string {
	try {
		return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && Temporal.PlainDate.from(text ?? '').year > 0;
	} catch {
		return false;
	}
}

function readSettings() {
	const result = readConfig(process.env);
	if (!result.ok) return refuse(['The settings are not right.', ...result.errors].join('\n  '));
	// The schema looks at this variable once, when it is loaded: hence the imports further down the line.
	process.env.DATABASE_URL = result.config.databaseUrl;
	delete process.env.DATABASE_URL_FILE;
	return result.config;
}

async function run(): Promise<void> {
	const [name = '', ...words] = process.argv.slice(2);
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) return refuse(usage);
	const { openDatabase } = await import('../src/lib/server/db/open.ts');
	const { useDatabase } = await import('../src/lib/server/db/current.ts');
	const db = await openDatabase(settings.databaseUrl, name !== 'migrate');
	useDatabase(db);
	try {
		console.log(await command(words));
	} finally {
		await db.close();
	}
}

let settings: ReturnType<typeof readSettings>;
try {
	settings = readSettings();
	await run();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
