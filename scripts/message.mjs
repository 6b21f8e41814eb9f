// Adds or changes messages in all locale files at once, safely beside somebody else who does the same:
//   node scripts/message.mjs < messages.json      {"key": {"nl": "…", "en": "…", "ar": "…", "ti": "…"}, …}
//   node scripts/message.mjs --remove key…
// A value is a sentence, or the variant list of inlang's message format. Keys stay sorted.
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
try {
	for (const locale of locales) {
		const file = new URL(`${locale}.json`, folder);
		const { $schema, ...messages } = JSON.parse(readFileSync(file, 'utf8'));
		for (const key of remove) delete messages[key];
		for (const [key, texts] of Object.entries(add))
			if (texts[locale] !== undefined) messages[key] = texts[locale];
		const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
		writeFileSync(file, `${JSON.stringify({ $schema, ...sorted }, null, '\t')}\n`);
	}
} finally {
	rmdirSync(lock);
}
