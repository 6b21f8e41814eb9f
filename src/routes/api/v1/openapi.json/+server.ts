import { json } from '@sveltejs/kit';
import { config } from '#lib/server/config.ts';
import { apiVersion } from '../problem.server.ts';
import facts from '../facts.schema.json';
import outcome from '../outcome.schema.json';
import type { RequestHandler } from './$types';

/** The schemas of wet/contract.md with their `$defs` lifted to components, as OpenAPI wants them. */
const lift = (schema: object, name: string): object => {
	const { $defs: _defs, $id: _id, $schema: _schema, ...rest } = schema as Record<string, unknown>;
	return JSON.parse(JSON.stringify(rest).replaceAll('#/$defs/', `#/components/schemas/${name}_`)) as object;
};
const components = (schema: { $defs: Record<string, object> }, name: string) =>
	Object.fromEntries(
		Object.entries(schema.$defs).map(([key, value]) => [`${name}_${key}`, lift(value, name)])
	);

const problemSchema = {
	type: 'object',
	required: ['type', 'title', 'status'],
	properties: {
		type: { type: 'string' },
		title: { type: 'string' },
		status: { type: 'integer' },
		errors: {
			type: 'array',
			items: {
				type: 'object',
				required: ['index', 'path', 'code', 'message'],
				properties: {
					index: { type: ['integer', 'null'] },
					path: { type: 'string' },
					code: { type: 'string' },
					message: { type: 'string' }
				}
			}
		}
	}
};
const versionHeader = { 'API-Version': { schema: { type: 'string' }, description: 'Version of this API' } };
const refused = (description: string) => ({
	description,
	headers: versionHeader,
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } }
});

const describe = () => ({
	openapi: '3.1.0',
	info: {
		title: 'Mijn PIP: outcomes of the Wet inburgering 2021',
		version: apiVersion,
		description:
			'Facts about one person, or a list of them, in; what the law says, with its articles, out. Nothing is stored. The portal never decides: DUO and the college do.',
		license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' }
	},
	servers: [{ url: `${config().portalOrigin}/api/v1` }],
	paths: {
		'/uitkomst': {
			post: {
				operationId: 'uitkomst',
				summary: 'The outcome of the law on these facts',
				requestBody: { required: true, content: { 'application/json': { schema: lift(facts, 'facts') } } },
				responses: {
					200: {
						description: 'The outcome, or a list of outcomes in the order of the facts',
						headers: versionHeader,
						content: { 'application/json': { schema: lift(outcome, 'outcome') } }
					},
					400: refused('The facts are not valid: all errors together'),
					415: refused('Not application/json'),
					429: refused('Too many requests: wait as long as Retry-After says')
				}
			}
		}
	},
	components: {
		schemas: { ...components(facts, 'facts'), ...components(outcome, 'outcome'), problem: problemSchema }
	}
});

export const GET: RequestHandler = () => json(describe(), { headers: { 'api-version': apiVersion } });
