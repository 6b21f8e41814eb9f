// Adds or changes messages in all locale files at once, safely beside somebody else who does the same:
//   node scripts/message.mjs < messages.json      {"key": {"nl": "…", "en": "…", "ar": "…", "ti": "…"}, …}
//   node scripts/message.mjs --remove key…
// A value is a sentence, or the variant list of inlang's message format. Keys stay sorted.
// messages/status/<locale>.json says of each translation how far it is and which Dutch it was made from; what comes in
// here was checked by nobody yet: `machine`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const folder = new URL('../messages/', import.meta.url);
const lock = new URL('.lock', folder);
const locales = readdirSync(folder)
	.filter((f) => f.endsWith('.json'))
	.map((f) => f.slice(0, -5));
const remove = process.argv[2] === '--remove' ? process.argv.slice(3) : [];
const add = remove.length ? {} : JSON.parse(readFileSync(0, 'utf8'));

for (const [key, texts] of Object.entries(add)) {
	if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(key)) throw new Error(`${key}: keys are snake_case`);
	const unknown = Object.keys(texts).filter((locale) => !locales.includes(locale));
	if (unknown.length) throw new Error(`${key}: no such locale: ${unknown.join(', ')}`);
	if (!texts.nl && !JSON.parse(readFileSync(new URL('nl.json', folder), 'utf8'))[key])
		throw new Error(`${key}: nl is the source and is missing`);
}
for (let n = 0; ; n++) {
	try {
		mkdirSync(lock);
		break;
	} catch (error) {
		if (n > 200 || !existsSync(lock)) throw error;
		await wait(50);
	}
}
const hash = (text) => createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 12);
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
const sorted = (entries) => Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

// Dutch first: the others are compared with it.
let dutch = {};
try {
	for (const locale of ['nl', ...locales.filter((other) => other !== 'nl')]) {
		const file = new URL(`${locale}.json`, folder);
		const { $schema, ...messages } = read(file);
		const given = Object.entries(add).filter(([, texts]) => texts[locale] !== undefined);
		for (const key of remove) delete messages[key];
		for (const [key, texts] of given) messages[key] = texts[locale];
		writeFileSync(file, `${JSON.stringify({ $schema, ...sorted(messages) }, null, '\t')}\n`);
		if (locale === 'nl') dutch = messages;
		else
			writeStatus(
				locale,
				messages,
				given.map(([key]) => key)
			);
	}
} finally {
	rmdirSync(lock);
}

function writeStatus(locale, messages, given) {
	const file = new URL(`status/${locale}.json`, folder);
	const before = read(file);
	const status = {};
	for (const key of Object.keys(sorted(messages)))
		status[key] =
			before[key] && !given.includes(key) ? before[key] : { state: 'machine', sourceHash: hash(dutch[key]) };
	const lines = Object.entries(status).map(
		([key, value]) => `\t${JSON.stringify(key)}: ${JSON.stringify(value)}`
	);
	mkdirSync(new URL('status/', folder), { recursive: true });
	writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
