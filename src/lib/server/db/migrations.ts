import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Migration {
	tag: string;
	statements: string[];
}

/**
 * The migrations in drizzle/<engine> that are not yet applied, in order. Throws when the database knows one that
 * this code does not: an older program must not write into a newer database (DUR-07).
 */
export function migrations(engine: 'sqlite' | 'postgres', applied: readonly string[]): Migration[] {
	const folder = join(process.cwd(), 'drizzle', engine);
	const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
		entries: { tag: string }[];
	};
	const known = journal.entries.map((entry) => entry.tag);
	const newer = applied.filter((tag) => !known.includes(tag));
	if (newer.length > 0)
		throw new Error(
			`The database is newer than this program (${newer.join(', ')}). Install the newer program.`
		);
	return known
		.filter((tag) => !applied.includes(tag))
		.map((tag) => ({
			tag,
			statements: readFileSync(join(folder, `${tag}.sql`), 'utf8')
				.split('--> statement-breakpoint')
				.map((statement) => statement.trim())
		}));
}
