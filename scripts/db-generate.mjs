// After a change of schema.ts: `npm run db:generate -- NAME` writes drizzle/{sqlite,postgres}/NNNN_NAME.sql.
// drizzle-kit knows neither STRICT nor WITHOUT ROWID, so new SQLite tables get them here (house.md §6).
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const [name, ...flags] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
	console.error('Usage: npm run db:generate -- NAME [--custom]   (NAME in lower case, with underscores)');
	process.exit(2);
}

for (const [engine, url] of [
	['sqlite', 'file:none'],
	['postgres', 'postgres://none']
]) {
	const { status } = spawnSync(
		process.execPath,
		[
			'node_modules/drizzle-kit/bin.cjs',
			'generate',
			'--config',
			`drizzle/${engine}.config.ts`,
			'--name',
			name,
			...flags
		],
		{ stdio: 'inherit', env: { ...process.env, DATABASE_URL: url } }
	);
	if (status !== 0) process.exit(status ?? 1);
}

const perPerson = /PRIMARY KEY\(`(?:inburgeraar_id|subject_key)`, /;
for (const file of readdirSync('drizzle/sqlite').filter((entry) => entry.endsWith('.sql'))) {
	const path = `drizzle/sqlite/${file}`;
	const before = readFileSync(path, 'utf8');
	const after = before.replaceAll(/CREATE TABLE [^;]*?\n\);/g, (statement) =>
		statement.replace(/\);$/, perPerson.test(statement) ? ') STRICT, WITHOUT ROWID;' : ') STRICT;')
	);
	if (after !== before) writeFileSync(path, after);
}
