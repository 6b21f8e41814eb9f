import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.ts';

const { executablePath, args, env } = await findChromium();

export default defineConfig({
	testDir: 'tests/e2e',
	projects: [
		// What people do, which writes: on both engines.
		{ name: 'journeys', testIgnore: ['**/pages/**', '**/pseudo/**'] },
		// How pages look, weigh and read: they are the same on either engine, and run once.
		{ name: 'pages', testMatch: '**/pages/**' },
		// Another build, in languages for tests: scripts/pseudo.ts.
		{ name: 'pseudo', testMatch: '**/pseudo/**' }
	],
	globalSetup: './tests/e2e/server.ts',
	outputDir: 'test-results',
	// Journeys change the same demo people: one after the other.
	workers: 1,
	fullyParallel: false,
	retries: 0,
	timeout: 60_000,
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${process.env.E2E_PORT ?? 4173}`,
		viewport: { width: 360, height: 740 },
		launchOptions: { executablePath, args, env },
		screenshot: 'only-on-failure'
	}
});
