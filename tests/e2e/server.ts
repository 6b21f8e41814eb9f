import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { client, high } from '../oidc-known.ts';

const port = Number(process.env.E2E_PORT ?? 4173);
const origin = `http://localhost:${port}`;

/** A database of its own: a SQLite file, or a scratch database on the server of TEST_POSTGRES_URL. */
async function scratchDatabase(folder: string): Promise<{ url: string; drop: () => Promise<void> }> {
	const server = process.env.TEST_DATABASE === 'postgres' ? process.env.TEST_POSTGRES_URL : undefined;
	if (!server) return { url: `file:${folder}/portal.db`, drop: async () => undefined };
	const name = `mijnpip_e2e_${randomBytes(4).toString('hex')}`;
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	await admin.query(`CREATE DATABASE ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		async drop() {
			await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
			await admin.end();
		}
	};
}

/** The project whose build is served: this one, or the one that scripts/pseudo.ts made. */
const cwd = process.env.E2E_FOLDER ?? process.cwd();

function run(script: string, env: NodeJS.ProcessEnv): ChildProcess {
	return spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
}

const ended = (child: ChildProcess) =>
	new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** Fills a scratch database with the demo people and serves the build on it; the returned function stops all again. */
export default async function serve(): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'mijnpip-e2e-'));
	const database = await scratchDatabase(folder);
	const env = {
		...process.env,
		PORTAL_ORIGIN: origin,
		PORT: String(port),
		HOST: '127.0.0.1',
		ALLOW_INSECURE: '1',
		DEMO: '1',
		DATABASE_URL: database.url,
		DATA_DIR: folder,
		PORTAL_KEY: randomBytes(32).toString('base64'),
		LOG_LEVEL: 'error',
		// tests/e2e/mail.spec.ts starts it; for the others it is a mail server that is down.
		SMTP_URL: `smtp://127.0.0.1:${port + 2}`,
		// tests/e2e/oidc.spec.ts starts it; for the others it is a provider that is down.
		OIDC_ISSUER: `http://127.0.0.1:${port + 1}`,
		OIDC_CLIENT_ID: client.id,
		OIDC_CLIENT_SECRET: client.secret,
		OIDC_ACR_VALUES: high,
		OIDC_NAME: 'DigiD'
	};
	const fill = run('scripts/fill-demo.ts', env);
	if ((await ended(fill)) !== 0) throw new Error('scripts/fill-demo.ts failed');
	const server = run('src/server/main.ts', env);
	server.stdout?.pipe(process.stderr);
	for (let n = 0; ; n++) {
		const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
		if (answer?.ok) break;
		if (n > 150 || server.exitCode !== null)
			throw new Error('The built server did not start: run `npm run build`');
		await wait(200);
	}
	return async () => {
		const stopped = ended(server);
		server.kill('SIGTERM');
		const code = await stopped;
		await database.drop();
		rmSync(folder, { recursive: true, force: true });
		if (code !== 0) throw new Error(`The server stopped with ${code} instead of 0 after SIGTERM (DUR-10)`);
	};
}
