// npm run --silent law -- FACTS.json: makes sure that Node 26 is there, then hands over to law.ts.
// Plain JavaScript for the system's Node (18 or later); stdout belongs to the outcome alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const own = join(root, 'node_modules', '.bin', 'node');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 26;

if (!existsSync(own) && !isNewEnough) {
	// npm run --silent hands its silence on: without a log level nobody would see why an installation fails.
	const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
	const install = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] });
	if (install.status !== 0 || !existsSync(own)) {
		console.error('Installing failed. Run `npm ci` in the project folder and read what it says.');
		process.exit(1);
	}
}

const node = existsSync(own) ? own : process.execPath;
const law = spawnSync(node, [join(root, 'scripts', 'law.ts'), ...process.argv.slice(2)], {
	stdio: 'inherit'
});
if (law.error) console.error(law.error.message);
process.exitCode = law.status ?? 1;
