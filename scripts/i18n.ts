// npm run i18n:export, i18n:import and i18n:coverage: docs/translations.md.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countStates, states, withCoverage } from './i18n/coverage.ts';
import { fromCsv, toCsv } from './i18n/csv.ts';
import { readGlossary, readLocales, readMessages, readStatus, type State } from './i18n/messages.ts';
import { rowsFor, take } from './i18n/sheet.ts';
import { locked, writeMessages, writeReviewed, writeStatus } from './i18n/write.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		locale: { type: 'string' },
		state: { type: 'string' },
		out: { type: 'string' },
		reviewer: { type: 'string' },
		'translated-only': { type: 'boolean', default: false },
		write: { type: 'boolean', default: false }
	}
});
const [command, file] = positionals;

function fail(...lines: string[]): never {
	process.stderr.write(`${lines.join('\n')}\n`);
	process.exit(1);
}

function readLocale() {
	const { locale } = values;
	const others = readLocales().filter((one) => one !== 'nl');
	if (!locale || !others.includes(locale)) fail(`Give --locale, one of ${others.join(' ')}`);
	const [texts, dutch, status] = [readMessages(locale), readMessages('nl'), readStatus(locale)];
	return { locale, texts, dutch, status };
}

/** The pages and components in which a key is used. */
function findUses(): (key: string) => string {
	const uses = new Map<string, string[]>();
	for (const path of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:ts|svelte)$/.test(path) || path.startsWith('lib/paraglide')) continue;
		const place = path.replace(/^routes\//, '').replace(/\/\+page\.svelte$/, '');
		for (const [, key = ''] of readFileSync(`src/${path}`, 'utf8').matchAll(/\bm\.(\w+)/g))
			uses.set(key, [...new Set([...(uses.get(key) ?? []), place])]);
	}
	return (key) => (uses.get(key) ?? []).slice(0, 3).join(' ');
}

function exportSheet(): void {
	const wanted = values.state?.split(',');
	const unknown = wanted?.filter((state) => !(states as readonly string[]).includes(state)) ?? [];
	if (unknown.length) fail(`There is no state ${unknown.join(', ')}; there are ${states.join(', ')}`);
	const csv = toCsv(rowsFor(readLocale(), findUses(), wanted as State[] | undefined));
	if (values.out) writeFileSync(values.out, csv);
	else process.stdout.write(csv);
}

async function importSheet(): Promise<void> {
	const locale = readLocale();
	const reviewer = values.reviewer?.trim();
	if (!file || !reviewer)
		fail('Use: npm run i18n:import -- --locale ti --reviewer "Name" FILE.csv [--write]');
	const incoming = {
		reviewer,
		day: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
		state: values['translated-only'] ? ('translated' as const) : ('reviewed' as const),
		terms: Object.keys(readGlossary())
	};
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
	const { texts, status, changed, errors } = take(fromCsv(text), locale, incoming);
	if (errors.length) fail(...errors, `${errors.length} errors. Nothing was taken.`);
	const count = Object.keys(status).length;
	if (values.write) {
		await locked(() => {
			writeMessages(locale.locale, texts);
			writeStatus(locale.locale, texts, locale.dutch, status);
			writeReviewed();
		});
		writeCoverage();
	}
	process.stdout.write(
		`${count} messages ${incoming.state} by ${reviewer}, ${changed.length} of them changed.${values.write ? '' : ' Nothing is written yet: repeat with --write.'}\n`
	);
}

function writeCoverage(): void {
	const page = 'docs/translations.md';
	writeFileSync(page, withCoverage(readFileSync(page, 'utf8')));
}

switch (command) {
	case 'export':
		exportSheet();
		break;
	case 'import':
		await importSheet();
		break;
	case 'coverage':
		writeCoverage();
		for (const { locale, keys, counts } of countStates())
			process.stdout.write(
				`${locale.padEnd(8)}${keys} messages: ${states.map((state, n) => `${counts[n]} ${state}`).join(', ')}\n`
			);
		break;
	default:
		fail('Use: npm run i18n:export, i18n:import or i18n:coverage; docs/translations.md says how.');
}
