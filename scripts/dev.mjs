// npm run dev: Vite on the demo's database and people, with reloading. Vite is not the portal's server: the rules
// of src/server (headers, hosts, paths) do not apply.
import { join } from 'node:path';
import { demoEnv, fillDemo } from './demo-data.mjs';
import { become, ensureInstalled, root } from './ensure.mjs';

ensureInstalled();
const port = process.env.PORT ?? '5173';
const env = demoEnv(port);
fillDemo(env);
become(
	[
		join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
		'dev',
		'--port',
		port,
		'--strictPort',
		...process.argv.slice(2)
	],
	env
);
