import { folder, isFor, readLocales, readMessages, readStatus, stateOf, type State } from './messages.ts';

export const states = ['missing', 'machine', 'translated', 'reviewed', 'outdated'] as const satisfies State[];
export const coverageStart = '<!-- coverage: npm run i18n:coverage -->\n';
export const coverageEnd = '<!-- end of coverage -->';

type Row = { locale: string; keys: number; counts: number[] };

/** How many messages each language has in each state. */
export function countStates(from = folder): Row[] {
	const dutch = readMessages('nl', from);
	return readLocales(from)
		.filter((locale) => locale !== 'nl')
		.map((locale) => {
			const [texts, status] = [readMessages(locale, from), readStatus(locale, from)];
			const keys = Object.keys(dutch).filter((key) => isFor(key, locale));
			const found = keys.map((key) => stateOf(texts[key], dutch[key], status[key]));
			return {
				locale,
				keys: keys.length,
				counts: states.map((state) => found.filter((one) => one === state).length)
			};
		});
}

/** As a table in Markdown, in percent: it stays as it is when somebody adds a message like the others. */
export function coverageTable(rows: readonly Row[]): string {
	const percent = (n: number, of: number) => `${n === 0 ? 0 : Math.max(1, Math.floor((100 * n) / of))} %`;
	const lines = rows.map(
		({ locale, keys, counts }) => `| ${[locale, ...counts.map((n) => percent(n, keys))].join(' | ')} |\n`
	);
	return `\n| Locale | ${states.join(' | ')} |\n|---|${'--:|'.repeat(states.length)}\n${lines.join('')}\n`;
}

/** The page with the table of now. */
export function withCoverage(page: string, from = folder): string {
	const [before, after] = [page.indexOf(coverageStart) + coverageStart.length, page.indexOf(coverageEnd)];
	return page.slice(0, before) + coverageTable(countStates(from)) + page.slice(after);
}
