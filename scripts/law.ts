import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { antwoordOp, asJson, type Antwoord } from '#lib/domain/aanvraag.ts';
import type { InvalidCode } from '#lib/domain/facts/invalid.ts';

function refuse(code: InvalidCode, message: string): Antwoord {
	return { errors: [{ index: null, path: '', code, message }] };
}

const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);

function answer(paths: readonly string[]): Antwoord {
	const [path] = paths;
	if (path === undefined || paths.length > 1)
		return refuse('file', 'Give one path: npm run --silent law -- FACTS.json');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
	} catch (error) {
		if (error instanceof TypeError) return refuse('json', `${path} is not UTF-8 text; save it as UTF-8`);
		return refuse('file', `${resolve(path)} cannot be read: ${messageOf(error)}`);
	}
	try {
		return antwoordOp(JSON.parse(text));
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return refuse('json', `The file is not JSON: ${messageOf(error)}`);
	}
}

const result = answer(process.argv.slice(2));
if ('errors' in result) {
	process.stderr.write(`${JSON.stringify({ errors: result.errors })}\n`);
	process.exitCode = 2;
} else {
	process.stdout.write(`${asJson(result.outcomes)}\n`);
}
