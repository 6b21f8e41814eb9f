// Adds or changes messages in all locale files at once, safely beside somebody else who does the same:
//   node scripts/message.mjs < messages.json      {"key": {"nl": "…", "en": "…", "ar": "…", "ti": "…"}, …}
//   node scripts/message.mjs --remove key…
// A value is a sentence, or the variant list of inlang's message format. Keys stay sorted. Run it with Node 26.
// messages/status/<locale>.json says of each translation how far it is and which Dutch it was made from; what comes in
// here was checked by nobody yet: `machine`. Where only the Dutch changes, its translations become `outdated`.
import { readFileSync } from 'node:fs';
import { hashOf, readLocales, readMessages } from './i18n/messages.ts';
import { locked, writeMessages, writeReviewed, writeStatus } from './i18n/write.ts';

const locales = readLocales();
const remove = process.argv[2] === '--remove' ? process.argv.slice(3) : [];
const add = remove.length ? {} : JSON.parse(readFileSync(0, 'utf8'));

for (const [key, texts] of Object.entries(add)) {
	if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(key)) throw new Error(`${key}: keys are snake_case`);
	const unknown = Object.keys(texts).filter((locale) => !locales.includes(locale));
	if (unknown.length) throw new Error(`${key}: no such locale: ${unknown.join(', ')}`);
	if (!texts.nl && !readMessages('nl')[key]) throw new Error(`${key}: nl is the source and is missing`);
}

await locked(() => {
	/** @type {import('./i18n/messages.ts').Messages} */
	let dutch = {};
	// Dutch first: the others are compared with it.
	for (const locale of ['nl', ...locales.filter((other) => other !== 'nl')]) {
		const messages = readMessages(locale);
		const given = Object.entries(add).filter(([, texts]) => texts[locale] !== undefined);
		for (const key of remove) delete messages[key];
		for (const [key, texts] of given) messages[key] = texts[locale];
		writeMessages(locale, messages);
		if (locale === 'nl') dutch = messages;
		else {
			const machine = given.map(([key]) => [key, { state: 'machine', sourceHash: hashOf(dutch[key]) }]);
			writeStatus(locale, messages, dutch, Object.fromEntries(machine));
		}
	}
	writeReviewed();
});
