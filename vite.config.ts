/// <reference types="vitest/config" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, minifySync, type Plugin } from 'vite';
import { markUntranslated } from './scripts/i18n/mark-untranslated.ts';

// Vitest hangs on exit with the Paraglide plugin active: messages are compiled beforehand (scripts/check.mjs).
const isTest = Boolean(process.env.VITEST);

/** Tests that need a configuration of their own, which is read once in a process. */
const ownConfiguration = ['tests/oidc*.test.ts'];

/** The optional scripts of static/ keep their comments in the source; a phone does not fetch them. */
const smallScripts: Plugin = {
	name: 'small-scripts',
	apply: 'build',
	// After the framework has laid the files ready, before the adapter packs them.
	closeBundle: {
		order: 'pre',
		handler() {
			const ready = '.svelte-kit/output/client';
			for (const name of readdirSync('static').filter((file) => file.endsWith('.js'))) {
				const { code, errors } = minifySync(name, readFileSync(join('static', name), 'utf8'));
				if (errors.length > 0) throw new Error(`static/${name}: ${errors[0]?.message}`);
				writeFileSync(join(ready, name), code);
			}
		}
	}
};

export default defineConfig({
	plugins: [
		smallScripts,
		isTest
			? []
			: paraglideVitePlugin({
					project: './messages/project.inlang',
					outdir: './src/lib/paraglide',
					strategy: ['url', 'cookie', 'baseLocale'],
					// One module per message, also while developing: mark-untranslated.ts reads them.
					outputStructure: 'message-modules'
				}),
		markUntranslated(),
		sveltekit()
	],
	css: {
		postcss: {
			plugins: [
				purgeCSSPlugin({
					content: ['./src/**/*.{svelte,html,ts}'],
					// Custom properties are themed by municipalities at run time and must survive.
					variables: false
				})
			]
		}
	},
	build: { sourcemap: false },
	test: {
		pool: 'forks',
		// PGlite starts slowly when every core is at work.
		hookTimeout: 60_000,
		testTimeout: 30_000,
		globalSetup: ['tests/database-template.ts'],
		setupFiles: ['tests/setup.ts'],
		// A file shares the modules that another one loaded: half of the time went into loading them again (decision 0073).
		projects: [
			{
				extends: true,
				test: {
					name: 'together',
					isolate: false,
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ownConfiguration
				}
			},
			{ extends: true, test: { name: 'apart', include: ownConfiguration } }
		]
	}
});
