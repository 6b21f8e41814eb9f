import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function capture() {
	const lines: string[] = [];
	const log = createLog('info', { write: (line: string) => void lines.push(line) });
	return { log, lines, first: () => JSON.parse(lines[0] ?? 'null') as Record<string, unknown> };
}

test('a log line is one JSON object with level, time and message', () => {
	const { log, lines, first } = capture();
	log.info({ event: 'backup', ms: 12 }, 'backup made');
	expect(lines).toHaveLength(1);
	expect(first()).toMatchObject({ level: 'info', event: 'backup', ms: 12, msg: 'backup made' });
	expect(first().time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('secrets and personal keys are hidden at any depth and in any spelling', () => {
	const { log, lines } = capture();
	const canary = 'canary-5f1c';
	log.info({
		password: canary,
		headers: { cookie: canary, 'set-cookie': canary },
		a: { b: { birth_date: canary, Token: canary } }
	});
	log.info({ people: [{ naam: canary }, { e_mail: canary }] });
	expect(lines.join('')).not.toContain(canary);
});

test('texts are cut at 200 characters, also the message and that of an error', () => {
	const { log, lines } = capture();
	const long = 'x'.repeat(5000);
	log.info({ text: long, nested: { text: long } }, long);
	log.error({ err: new Error(long) }, 'failed');
	log.error(new Error(long));
	for (const line of lines) expect(line).not.toMatch(/x{201}/);
	expect(lines).toHaveLength(3);
});

test('an error keeps its kind, code, place and cause', () => {
	const { log, first } = capture();
	const cause = Object.assign(new Error('inner'), { code: 'SQLITE_BUSY' });
	log.error({ err: new Error('outer', { cause }) }, 'failed');
	expect(first().err).toMatchObject({ type: 'Error', message: 'outer', cause: { code: 'SQLITE_BUSY' } });
	expect((first().err as { stack: string[] }).stack[0]).toContain('log.test');
});

test('a circular or very deep object does not stop the log', () => {
	const { log, lines } = capture();
	const loop: Record<string, unknown> = {};
	loop.self = loop;
	log.info({ loop }, 'still here');
	expect(lines).toHaveLength(1);
});
