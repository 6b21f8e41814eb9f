import regexp from 'eslint-plugin-regexp';
import js from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import svelteConfig from './svelte.config.js';

/** What no folder may import: house.md §2 as code. Patterns that begin with `#` must be a regex (as a group they match nothing). */
const ban = (message, regex) => ({ regex, message });
const drizzle = ban(
	'Only src/lib/server/db knows Drizzle and the drivers.',
	'^(drizzle-orm|better-sqlite3|pg)(/|$)'
);
const framework = ban(
	'The framework belongs in routes, hooks and lib/server/web.',
	'^(@sveltejs/|\\$app/|\\$env/|svelte)'
);
const ui = ban('Components are for pages only.', '(^#lib/ui/|/ui/)');
const messages = ban('Words belong in pages and components.', '^#lib/paraglide/');
const serverDb = ban('Go through a use case in lib/server.', '^#lib/server/db/|^\\.{1,2}/(.*/)?db/');
const server = ban('Pages get data through load.', '^#lib/server/');
const lucia = ban(
	'Lucia stays behind web/session.ts and lucia-adapter.ts; its Scrypt is never used (FACT-7).',
	'^lucia$'
);
const outside = ban('domain imports nothing from outside domain.', '^(?!\\./|\\.\\./|#lib/domain/)');

/** @param {object[]} patterns */
const restrict = (...patterns) => ({
	'no-restricted-imports': 'off',
	'@typescript-eslint/no-restricted-imports': ['error', { patterns }]
});
const typesOnly = (pattern) => ({ ...pattern, allowTypeImports: true });

export default js.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'src/lib/paraglide/',
			'data/',
			'static/',
			'tests/fixtures/imports/',
			'tests/fixtures/law/'
		]
	},
	...js.configs.recommended,
	...svelte.configs.recommended,
	{
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			// A space before a block must be written as {' '}.
			'svelte/no-useless-mustaches': 'off',
			'svelte/require-each-key': 'error'
		}
	},
	{
		// A regular expression takes a time in proportion to the text (IN-07).
		files: ['src/**'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': 'error',
			'regexp/no-super-linear-move': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: js.parser, svelteConfig } }
	},
	{ files: ['src/lib/domain/**/*.ts'], ignores: ['**/*.test.ts'], rules: restrict(outside) },
	{
		files: ['src/lib/server/db/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: restrict(
			framework,
			ui,
			messages,
			lucia,
			ban(
				'db imports the connection, config and ids, not use cases.',
				'^\\.\\./(?!ids\\.ts$|config\\.ts$)|^#lib/server/(?!db/|ids|config)'
			)
		)
	},
	{
		files: ['src/lib/server/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: restrict(
			drizzle,
			framework,
			ui,
			typesOnly(lucia),
			ban('Messages are for mail and letters only.', '^#lib/paraglide/')
		)
	},
	{
		// Mail has words.
		files: ['src/lib/server/mail/*.ts'],
		rules: restrict(drizzle, framework, ui, lucia)
	},
	{
		files: ['src/lib/server/db/**/*.ts', 'src/lib/server/demo/**/*.ts'],
		rules: {
			// These type-check but fail on SQLite (stack.md §4).
			'no-restricted-syntax': [
				'error',
				...['for', 'fullJoin', 'selectDistinctOn'].map((name) => ({
					selector: `CallExpression[callee.property.name='${name}']`,
					message: `${name}() does not exist on SQLite.`
				})),
				...['ilike', 'arrayContains', 'arrayContained', 'arrayOverlaps'].map((name) => ({
					selector: `ImportSpecifier[imported.name='${name}']`,
					message: `${name} does not exist on SQLite.`
				}))
			]
		}
	},
	{
		files: ['src/lib/server/demo/**/*.ts'],
		rules: restrict(framework, ui, messages, lucia)
	},
	{
		files: ['src/lib/server/web/**/*.ts'],
		ignores: ['**/*.test.ts', 'src/lib/server/web/session.ts'],
		rules: restrict(drizzle, ui, messages, lucia, typesOnly(serverDb))
	},
	{
		files: ['src/routes/**/*.ts', 'src/hooks*.ts'],
		ignores: ['src/hooks.server.ts', 'src/routes/(public)/readyz/+server.ts'],
		rules: restrict(drizzle, lucia, typesOnly(serverDb))
	},
	{
		files: ['src/routes/**/*.svelte'],
		rules: restrict(drizzle, lucia, typesOnly(server))
	},
	{
		files: ['src/lib/ui/**/*.svelte', 'src/lib/ui/**/*.ts'],
		rules: restrict(
			drizzle,
			lucia,
			server,
			ban(
				'Components know the framework only through $app/state and $app/forms.',
				'^(@sveltejs/|\\$env/|\\$app/(?!state$|forms$))'
			)
		)
	},
	{
		files: ['src/**/*.ts'],
		rules: { '@typescript-eslint/no-explicit-any': 'error' }
	}
);
