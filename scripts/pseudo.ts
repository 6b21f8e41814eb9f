// Builds the portal in pseudo-locales, in a folder of its own: node scripts/pseudo.ts FOLDER (Node 26). For tests only.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readMessages } from './i18n/messages.ts';
import { pseudoLocales, pseudoMessages } from './i18n/pseudo.ts';
import { writeMessages } from './i18n/write.ts';

/** What ar-XB lacks: a page must show these in Dutch and say so. */
const missing = ['frame_help', 'nav_uitleg'];

const folder = resolve(process.argv[2] ?? '');
mkdirSync(folder, { recursive: true });
const isGenerated = (path: string) => /\/src\/lib\/paraglide$|\/messages\/status$/.test(path);
for (const name of ['src', 'static', 'drizzle', 'scripts', 'messages', 'docs'])
	cpSync(name, join(folder, name), { recursive: true, filter: (path) => !isGenerated(resolve(path)) });
for (const name of ['package.json', 'tsconfig.json', 'vite.config.ts']) cpSync(name, join(folder, name));
// Nobody fetches these over a slow line: no compressed copies.
const config = readFileSync('svelte.config.js', 'utf8').replace('precompress: true', 'precompress: false');
writeFileSync(join(folder, 'svelte.config.js'), config);
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

const messages = pathToFileURL(`${join(folder, 'messages')}/`);
const settingsFile = new URL('project.inlang/settings.json', messages);
const settings = JSON.parse(readFileSync(settingsFile, 'utf8')) as { locales: string[] };
settings.locales = ['nl', 'en', ...pseudoLocales];
writeFileSync(settingsFile, JSON.stringify(settings));
// In this copy they are languages of the product: addresses with their prefix are followed as others are.
const vocabulary = join(folder, 'src/lib/domain/vocabulary.ts');
const list = "'zh-Hans'] as const;";
const words = readFileSync(vocabulary, 'utf8');
if (!words.includes(list)) throw new Error(`${vocabulary}: the list of locales ends otherwise`);
const longer = `'zh-Hans', ${pseudoLocales.map((id) => `'${id}'`).join(', ')}] as const;`;
writeFileSync(vocabulary, words.replace(list, longer));
const english = readMessages('en');
for (const locale of pseudoLocales)
	writeMessages(locale, pseudoMessages(english, locale, locale === 'ar-XB' ? missing : []), messages);

const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
	cwd: folder,
	env: { ...process.env, NODE_ENV: 'production' },
	stdio: 'inherit'
});
process.exitCode = built.status ?? 1;
