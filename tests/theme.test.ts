import { beforeAll, expect, test } from 'vitest';
import { gemeenten } from '#lib/server/db/schema.ts';
import type { Database } from '#lib/server/db/database.ts';
import { themeCss } from '#lib/server/theme.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
beforeAll(async () => {
	db = await openTestDatabase();
});

async function themed(slug: string, theme: Record<string, string>): Promise<string | undefined> {
	const plain = { name: slug, phone: '14 000', openingHours: '', postalAddress: '', lokaalBeleid: {} };
	await db.transaction(async (tx) => {
		await tx.insert(gemeenten).values({ id: slug, slug, theme, ...plain });
	});
	return themeCss(slug);
}

test('tokens of a municipality come out as custom properties', async () => {
	expect(
		await themed('paars', { '--utrecht-link-color': '#6a2c5e', '--inb-font': "'Noto Sans', sans-serif" })
	).toBe(":root{--utrecht-link-color:#6a2c5e;--inb-font:'Noto Sans', sans-serif}\n");
});

test.each([
	['a foreign address', { '--a': 'url(https://elsewhere.example/x.png)' }],
	['the end of the rule', { '--a': 'red} body{display:none' }],
	['the end of the element', { '--a': '</style><script>' }],
	['a property that is no token', { color: 'red' }],
	['a name with a rule in it', { '--a:red;--b': 'red' }]
])('OUT-08 %s is left out', async (what, theme) => {
	expect(await themed(what, theme as unknown as Record<string, string>)).toBeUndefined();
});

test('a municipality without tokens, or that does not exist, has no theme', async () => {
	expect(await themed('kaal', {})).toBeUndefined();
	expect(await themeCss('nergens')).toBeUndefined();
});
