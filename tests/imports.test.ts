import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** One row per ban of house.md §2: a file that breaks it, and one in the same place that does not. */
const rows: [title: string, file: string, bad: string, good: string][] = [
	['domain may not import the server', 'src/lib/domain/x.ts', '#lib/server/clock.ts', './dag.ts'],
	['domain may not import a package', 'src/lib/domain/x.ts', 'zod', '#lib/domain/dag.ts'],
	[
		'domain may not import messages',
		'src/lib/domain/wet/x.ts',
		'#lib/paraglide/messages.js',
		'#lib/domain/dag.ts'
	],
	['db may not import a use case', 'src/lib/server/db/x.ts', '../audit.ts', '../ids.ts'],
	['db may not import the framework', 'src/lib/server/db/x.ts', '@sveltejs/kit', 'drizzle-orm'],
	['db may not import messages', 'src/lib/server/db/x.ts', '#lib/paraglide/messages.js', './schema.ts'],
	['a use case may not import drizzle', 'src/lib/server/x.ts', 'drizzle-orm', './db/people.ts'],
	['a use case may not import the framework', 'src/lib/server/x.ts', '@sveltejs/kit', '#lib/domain/dag.ts'],
	['a use case may not import components', 'src/lib/server/x.ts', '#lib/ui/say.ts', './audit.ts'],
	['mail may not import drizzle', 'src/lib/server/mail/x.ts', 'drizzle-orm', '#lib/paraglide/messages.js'],
	['mail may not import components', 'src/lib/server/mail/x.ts', '#lib/ui/say.ts', '../audit.ts'],
	['web may not import a repository', 'src/lib/server/web/x.ts', '../db/people.ts', '@sveltejs/kit'],
	['web may not import drizzle', 'src/lib/server/web/x.ts', 'drizzle-orm', '../actor.ts'],
	['a load may not import drizzle', 'src/routes/x/+page.server.ts', 'drizzle-orm', '#lib/server/people.ts'],
	['a load may not import a repository', 'src/routes/x/+page.server.ts', '#lib/server/db/people.ts', '#lib/paraglide/messages.js'], // prettier-ignore
	[
		'a page may not import the server',
		'src/routes/x/+page.svelte',
		'#lib/server/people.ts',
		'#lib/domain/dag.ts'
	],
	['a component may not import the server', 'src/lib/ui/X.svelte', '#lib/server/people.ts', '#lib/ui/say.ts'],
	['a component may not import the framework', 'src/lib/ui/X.svelte', '$app/navigation', '$app/state'],
	['nobody else may import Lucia', 'src/lib/server/x.ts', 'lucia', './secrets.ts']
];

const eslint = new ESLint();
const importing = (file: string, path: string) => {
	const code = `import { thing } from '${path}';\nconsole.log(thing);\n`;
	return file.endsWith('.svelte') ? `<script lang="ts">\n${code}</script>\n` : code;
};
async function complaints(file: string, path: string): Promise<string[]> {
	const [result] = await eslint.lintText(importing(file, path), { filePath: file });
	return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

test.each(rows)('%s', async (_title, file, bad, good) => {
	expect(await complaints(file, bad)).toContain('@typescript-eslint/no-restricted-imports');
	expect(await complaints(file, good)).not.toContain('@typescript-eslint/no-restricted-imports');
});

test('what exists on PostgreSQL only is refused in repositories', async () => {
	const code =
		"import { ilike } from 'drizzle-orm';\nexport const x = (q: any) => q.for('update').where(ilike);\n";
	const [result] = await eslint.lintText(code, { filePath: 'src/lib/server/db/x.ts' });
	expect(result?.messages.filter((m) => m.ruleId === 'no-restricted-syntax')).toHaveLength(2);
});

test.each([
	['IN-07: a regular expression that takes quadratic time', 'src/lib/server/x.ts', 'export const x = /^(a+)+$/;\n', 'regexp/no-super-linear-backtracking'], // prettier-ignore
	['OUT-01: text of users as HTML', 'src/routes/x/+page.svelte', '<script lang="ts">\n\tlet { data } = $props();\n</script>\n\n{@html data.text}\n', 'svelte/no-at-html-tags'] // prettier-ignore
])('%s is refused', async (_title, filePath, code, rule) => {
	const [result] = await eslint.lintText(code, { filePath });
	expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
});
