/// <reference types="vitest/config" />
import purgeCSSPlugin from '@fullhuman/postcss-purgecss';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// Vitest hangs on exit with the Paraglide plugin active: messages are compiled beforehand (scripts/check.mjs).
const isTest = Boolean(process.env.VITEST);

export default defineConfig({
	plugins: [
		isTest
			? []
			: paraglideVitePlugin({
					project: './messages/project.inlang',
					outdir: './src/lib/paraglide',
					strategy: ['url', 'cookie', 'baseLocale']
				}),
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
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'node_modules/**'],
		pool: 'forks',
		// PGlite starts slowly when every core is at work.
		hookTimeout: 60_000,
		testTimeout: 30_000,
		setupFiles: ['tests/setup.ts']
	}
});
