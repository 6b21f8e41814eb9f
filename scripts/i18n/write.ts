import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
	folder,
	hashOf,
	isFor,
	readLocales,
	readMessages,
	readStatus,
	stateOf,
	type Messages,
	type Status
} from './messages.ts';

const sorted = <T>(entries: Record<string, T>): Record<string, T> =>
	Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One writer at a time: somebody else may be adding messages at this moment. */
export async function locked<T>(fn: () => T, from = folder): Promise<T> {
	const lock = new URL('.lock', from);
	for (let n = 0; ; n++) {
		try {
			mkdirSync(lock);
			break;
		} catch (error) {
			if (n > 200 || !existsSync(lock)) throw error;
			await wait(50);
		}
	}
	try {
		return fn();
	} finally {
		rmdirSync(lock);
	}
}

export function writeMessages(locale: string, messages: Messages, from = folder): void {
	const $schema = 'https://inlang.com/schema/inlang-message-format';
	writeFileSync(
		new URL(`${locale}.json`, from),
		`${JSON.stringify({ $schema, ...sorted(messages) }, null, '\t')}\n`
	);
}

/** @param given what is known better than the file says; a Dutch text that changed makes the rest outdated */
export function writeStatus(
	locale: string,
	messages: Messages,
	dutch: Messages,
	given: Record<string, Status>,
	from = folder
): void {
	const before = readStatus(locale, from);
	const status = Object.keys(sorted(messages)).map((key): [string, Status] => [
		key,
		given[key] ?? nextStatus(before[key], hashOf(dutch[key]))
	]);
	const lines = status.map(([key, value]) => `\t${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	mkdirSync(new URL('status/', from), { recursive: true });
	writeFileSync(new URL(`status/${locale}.json`, from), `{\n${lines.join(',\n')}\n}\n`);
}

/** What becomes of a translation that nobody touched. An outdated one whose Dutch came back was checked by nobody. */
export function nextStatus(before: Status | undefined, sourceHash: string): Status {
	if (!before) return { state: 'machine', sourceHash };
	if (before.sourceHash !== sourceHash) return { ...before, state: 'outdated' };
	return before.state === 'outdated' ? { state: 'machine', sourceHash } : before;
}

/** Locales in which somebody has checked every message against the Dutch of now. */
export function reviewedLocales(from = folder): string[] {
	const dutch = readMessages('nl', from);
	return readLocales(from).filter((locale) => {
		if (locale === 'nl') return true;
		const [texts, status] = [readMessages(locale, from), readStatus(locale, from)];
		return Object.keys(dutch)
			.filter((key) => isFor(key, locale))
			.every((key) => stateOf(texts[key], dutch[key], status[key]) === 'reviewed' && status[key]?.reviewer);
	});
}

/** The module from which pages know it, without the status files themselves. */
export function reviewedModule(locales: readonly string[]): string {
	return `// Written by scripts/message.mjs and npm run i18n:import, from messages/status: do not edit.
export const reviewed: readonly string[] = '${locales.join(' ')}'.split(' ');
`;
}

export const reviewedFile = new URL('../src/lib/ui/reviewed.ts', folder);

export function writeReviewed(): void {
	writeFileSync(reviewedFile, reviewedModule(reviewedLocales()));
}
