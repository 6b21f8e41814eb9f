// Makes the Ethiopic fallback (U+1200–137F) that app.css names behind local(). The result is committed.
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const source =
	'node_modules/@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2';
const target = 'static/fonts/noto-sans-ethiopic.woff2';

const letters = Array.from({ length: 0x137f - 0x1200 + 1 }, (_, n) => String.fromCodePoint(0x1200 + n)).join(
	''
);
const subset = await subsetFont(await readFile(source), letters, { targetFormat: 'woff2' });
await writeFile(target, subset);
console.log(`${target}: ${subset.length} bytes`);
