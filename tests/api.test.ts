import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { antwoordOp } from '#lib/domain/aanvraag.ts';
import { secondsToWait } from '#lib/server/web/rate.ts';
import { now } from '#lib/server/clock.ts';
import { GET as openapi } from '../src/routes/api/v1/openapi.json/+server.ts';
import { POST } from '../src/routes/api/v1/uitkomst/+server.ts';

const at = now();
let caller = 0;
/** A request of a caller of its own, unless one is named. */
function post(
	body: BodyInit,
	headers: Record<string, string> = { 'content-type': 'application/json' },
	address = `c${caller++}`
) {
	const request = new Request('https://pip.test/api/v1/uitkomst', { method: 'POST', body, headers });
	return POST({ request, getClientAddress: () => address, locals: { now: at } } as unknown as Parameters<
		typeof POST
	>[0]);
}
const facts = { dagtekeningEerstePip: '2026-01-22' };

test('POST /api/v1/uitkomst answers as the law command does, one object or a list', async () => {
	for (const json of [facts, [facts, {}], []]) {
		const response = await post(JSON.stringify(json));
		const answer = antwoordOp(json);
		expect(response.status).toBe(200);
		expect(response.headers.get('api-version')).toBe('1.0.0');
		expect(await response.json()).toEqual(
			'outcomes' in answer ? JSON.parse(JSON.stringify(answer.outcomes)) : undefined
		);
	}
});

test('POST /api/v1/uitkomst names all errors together as problem+json', async () => {
	const response = await post(JSON.stringify([{ pvtMinuten: 1.5 }, { groep: 'x', y: 1 }]));
	expect(response.status).toBe(400);
	expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
	const { errors } = (await response.json()) as { errors: { index: number; path: string; code: string }[] };
	expect(errors.map(({ index, path, code }) => [index, path, code])).toEqual([
		[0, 'pvtMinuten', 'type'],
		[1, 'groep', 'enum'],
		[1, 'y', 'unknown_key']
	]);
});

test.each([
	['broken JSON', '{', 'application/json', 400],
	['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff]), 'application/json', 400],
	['a number', '7', 'application/json', 400],
	['a form', 'a=1', 'application/x-www-form-urlencoded', 415]
])('POST /api/v1/uitkomst refuses %s without a 5xx (IN-02)', async (_what, body, type, status) => {
	expect((await post(body, { 'content-type': type })).status).toBe(status);
});

test('OPS-04 too many requests of one caller wait, others do not', () => {
	const results = Array.from({ length: 5 }, () => secondsToWait('noisy', 4, at));
	expect(results.slice(0, 4)).toEqual([0, 0, 0, 0]);
	expect(results[4]).toBeGreaterThan(0);
	expect(secondsToWait('quiet', 4, at)).toBe(0);
	expect(secondsToWait('noisy', 4, at.add({ minutes: 1 }))).toBe(0);
});

test('the OpenAPI document has every schema that it refers to, and the facts of the contract', async () => {
	const response = await openapi({} as Parameters<typeof openapi>[0]);
	const text = await response.text();
	const document = JSON.parse(text) as {
		openapi: string;
		components: { schemas: Record<string, { properties?: object }> };
	};
	const { schemas } = document.components;
	expect(document.openapi).toBe('3.1.0');
	for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
		expect(Object.keys(schemas)).toContain(name);
	const contract = JSON.parse(readFileSync('src/routes/api/v1/facts.schema.json', 'utf8')) as { $defs: { facts: { properties: object } } }; // prettier-ignore
	expect(schemas.facts_facts?.properties && Object.keys(schemas.facts_facts.properties)).toEqual(Object.keys(contract.$defs.facts.properties)); // prettier-ignore
});
