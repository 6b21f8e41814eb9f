// Makes src/lib/server/common-passwords.json (AUTH-03) anew from two packages of the npm registry, both MIT:
//   npm pack @zxcvbn-ts/language-common@4.1.3 @zxcvbn-ts/language-nl-be@3.0.2   (and unpack them)
//   node scripts/common-passwords.mjs FOLDER-OF-COMMON FOLDER-OF-NL-BE
// Kept are hashes, sorted: the list is full of words that nobody wants to read in a repository.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [common = '', dutch = ''] = process.argv.slice(2);
/** @param {string} folder @param {string} file @returns {string[]} */
const words = (folder, file) => JSON.parse(readFileSync(join(folder, 'package', 'src', file), 'utf8'));
const passwords = words(common, 'passwords.json');
/** Without digits and signs at both ends: `monkey2024!!` begins and ends with something that anybody tries. */
const stem = (/** @type {string} */ word) => word.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
const all = [
	...passwords.filter((word) => word.length >= 12),
	...[...passwords.slice(0, 20_000), ...words(dutch, 'commonWords.json').slice(0, 6_000)].map(stem)
];
const kept = new Set(all.map((word) => word.toLowerCase()).filter((word) => word.length >= 4));
const hashes = [...kept]
	.map((word) => createHash('sha256').update(word).digest().subarray(0, 4))
	.toSorted(Buffer.compare);
const file = {
	about:
		'Common passwords and their stems: the first 4 bytes of SHA-256 of each, sorted (scripts/common-passwords.mjs)',
	source: '@zxcvbn-ts/language-common 4.1.3 and @zxcvbn-ts/language-nl-be 3.0.2, MIT',
	count: hashes.length,
	hashes: Buffer.concat(hashes).toString('base64')
};
writeFileSync('src/lib/server/common-passwords.json', `${JSON.stringify(file, null, '\t')}\n`);
console.log(`${hashes.length} words`);
