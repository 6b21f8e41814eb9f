import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFacts, type Facts } from '#lib/domain/facts.ts';
import type { Invalid, InvalidCode } from '#lib/domain/facts/invalid.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';

type Read<T> = { value: T } | { errors: readonly Invalid[] };

function refuse(code: InvalidCode, message: string): { errors: readonly Invalid[] } {
	return { errors: [{ index: null, path: '', code, message }] };
}

function readText(paths: readonly string[]): Read<string> {
	const [path] = paths;
	if (path === undefined || paths.length > 1)
		return refuse('file', 'Give one path: npm run --silent law -- FACTS.json');
	try {
		return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)) };
	} catch (error) {
		if (error instanceof TypeError) return refuse('json', `${path} is not UTF-8 text; save it as UTF-8`);
		return refuse('file', `${resolve(path)} cannot be read: ${messageOf(error)}`);
	}
}

function readJson(text: string): Read<unknown> {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return refuse('json', `The file is not JSON: ${messageOf(error)}`);
	}
}

function readAll(json: unknown): Read<Facts | Facts[]> {
	if (!Array.isArray(json) && (typeof json !== 'object' || json === null))
		return refuse('type', 'The file must hold one facts object or a list of them');
	const results = Array.isArray(json) ? json.map((item, i) => readFacts(item, i)) : [readFacts(json)];
	const errors = results.flatMap((result) => (result.isValid ? [] : result.errors));
	if (errors.length > 0) return { errors };
	const facts = results.flatMap((result) => (result.isValid ? [result.facts] : []));
	return { value: Array.isArray(json) ? facts : (facts[0] ?? {}) };
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
}

/** YYYY-MM-DD has no days after the year 9999 or before the year 0: absurd lengths end at its last or first day. */
function writeDay(_key: string, value: unknown): unknown {
	if (typeof value !== 'string' || !/^[+-]\d{6}-\d{2}-\d{2}$/.test(value)) return value;
	return value.startsWith('+') ? '9999-12-31' : '0000-01-01';
}

function run(paths: readonly string[]): Read<unknown> {
	const text = readText(paths);
	if ('errors' in text) return text;
	const json = readJson(text.value);
	if ('errors' in json) return json;
	const facts = readAll(json.value);
	if ('errors' in facts) return facts;
	return { value: Array.isArray(facts.value) ? facts.value.map(uitkomst) : uitkomst(facts.value) };
}

const result = run(process.argv.slice(2));
if ('errors' in result) {
	process.stderr.write(`${JSON.stringify({ errors: result.errors })}\n`);
	process.exitCode = 2;
} else {
	process.stdout.write(`${JSON.stringify(result.value, writeDay)}\n`);
}
