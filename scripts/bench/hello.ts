import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const files: Record<string, string> = {
	'package.json': '{ "name": "hello", "private": true, "type": "module" }\n',
	'svelte.config.js':
		"import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter({ precompress: false }) } };\n",
	'vite.config.js':
		"import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n",
	'src/app.html':
		'<!doctype html>\n<html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
	'src/routes/+page.ts': 'export const csr = false;\n',
	'src/routes/+page.svelte': '<h1>Hello</h1>\n'
};

/** The framework's hello page: the smallest app of the same SvelteKit and adapter, without database, wall or compression. */
export function helloApp(): string {
	const { version } = JSON.parse(readFileSync('node_modules/@sveltejs/kit/package.json', 'utf8')) as { version: string }; // prettier-ignore
	const folder = resolve('data/bench', `hello-${version}`);
	if (existsSync(join(folder, 'build', 'index.js'))) return folder;
	process.stderr.write('Building the hello page …\n');
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	if (!existsSync(join(folder, 'node_modules')))
		symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const vite = resolve('node_modules/vite/bin/vite.js');
	const built = spawnSync(process.execPath, [vite, 'build'], { cwd: folder, encoding: 'utf8' });
	if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
	return folder;
}
