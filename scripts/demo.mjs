// npm run demo: installs, builds, fills a database of its own and serves it. `--fresh` starts over.
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { demoEnv, fillDemo, startOver } from './demo-data.mjs';
import { become, ensureBuilt, ensureInstalled, fail, root } from './ensure.mjs';

const unknown = process.argv.slice(2).filter((argument) => argument !== '--fresh');
if (unknown.length > 0) fail(`Unknown: ${unknown.join(' ')}. Use: npm run demo [-- --fresh]`);

const port = process.env.PORT || '3000';
const host = process.env.HOST || '127.0.0.1';
if (!/^\d+$/.test(port) || Number(port) > 65535) fail('PORT: expected a port number from 1 to 65535');
if (await answers())
	fail(`Port ${port} is in use. Stop what runs there, or choose another: PORT=3001 npm run demo`);

ensureInstalled();
ensureBuilt();
if (process.argv.includes('--fresh')) startOver();
const env = demoEnv(port);
fillDemo(env);
become([join(root, 'src', 'server', 'main.ts')], { ...env, NODE_ENV: 'production' });
while (!(await answers())) await wait(50);
const { PORTAL_ORIGIN } = env;
console.log(
	`\n  Mijn PIP, the demo:  ${PORTAL_ORIGIN}\n  Try a person:        ${PORTAL_ORIGIN}/demo\n\n  Stop with Ctrl-C.\n`
);

/** @returns {Promise<boolean>} whether something listens at the demo's address */
function answers() {
	return new Promise((resolve) => {
		const socket = connect(Number(port), host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('close', () => socket.destroy());
		socket.once('connect', () => socket.destroy());
	});
}
