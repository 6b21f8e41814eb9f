import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig, type Config } from '#lib/server/config.ts';
import { createLog } from '#lib/server/log.ts';
import { listPublicFiles } from './files.ts';
import { limits } from './limits.ts';
import { createPortalServer, type Handler } from './portal-server.ts';
import { addressHeader } from './wall.ts';

const build = fileURLToPath(new URL('../../build/', import.meta.url));

// On an older Node the database driver ends the process without a word.
if (Number(process.versions.node.split('.')[0]) < 26) {
	refuseToStart([
		`This is Node ${process.versions.node}; the portal needs Node 26. Start it with: npm start`
	]);
}
if (!existsSync(`${build}handler.js`)) refuseToStart(['There is no build yet. Make it with: npm run build']);
const result = readConfig(process.env);
if (!result.ok) refuseToStart(['The portal does not start: its settings are not right.', ...result.errors]);
await start(result.config);

function refuseToStart(lines: string[]): never {
	process.stderr.write(`${lines.join('\n  ')}\n`);
	process.exit(1);
}

async function start(config: Config): Promise<void> {
	process.umask(0o077);
	const log = createLog(config.logLevel);
	endOnTheUnexpected(log);
	if (process.getuid?.() === 0 && !config.isDemo) log.warn('running as root; use an account of its own');
	prepareAdapter(config);
	const { handler } = (await import(`${build}handler.js`)) as { handler: Handler };
	const publicFiles = listPublicFiles(`${build}client`);
	const { server, stop } = createPortalServer(handler, config, log, { publicFiles });

	server.once('error', (error: NodeJS.ErrnoException) => {
		const isTaken = error.code === 'EADDRINUSE';
		refuseToStart([
			isTaken ? `Port ${config.port} is in use. Choose another with PORT.` : `Cannot listen: ${error.message}`
		]);
	});
	server.listen(config.port, config.host, () => {
		log.info(
			{ event: 'start', origin: config.portalOrigin, host: config.host, port: config.port },
			'listening'
		);
	});

	let isStopping = false;
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.on(signal, () => {
			if (isStopping) return;
			isStopping = true;
			log.info({ event: 'stop', signal }, 'stopping');
			void stop()
				.then(() => closeApp(signal))
				.then(() => process.exit(0));
		});
	}
}

/**
 * What is read once, while the build is loaded: the origin and the address of a client may come from us alone,
 * and the schema chooses its engine by DATABASE_URL, also when that stood in a file.
 */
function prepareAdapter(config: Config): void {
	for (const name of ['PROTOCOL_HEADER', 'HOST_HEADER', 'PORT_HEADER', 'XFF_DEPTH']) delete process.env[name];
	process.env.DATABASE_URL = config.databaseUrl;
	delete process.env.DATABASE_URL_FILE;
	process.env.ORIGIN = config.portalOrigin;
	process.env.ADDRESS_HEADER = addressHeader;
	process.env.BODY_SIZE_LIMIT = String(limits.importBytes);
}

/** DUR-10: what listens to 'sveltekit:shutdown' closes the database; a promise it returns is waited for. */
async function closeApp(signal: string): Promise<void> {
	const event = 'sveltekit:shutdown';
	const closing = process
		.listeners(event as 'exit')
		.map(async (close) => (close as unknown as (reason: string) => unknown)(signal));
	const tooLong = new Promise((resolve) => setTimeout(resolve, 1_500));
	await Promise.race([Promise.allSettled(closing), tooLong]);
}

function endOnTheUnexpected(log: ReturnType<typeof createLog>): void {
	for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
		process.on(event, (error: unknown) => {
			log.fatal({ event, err: error }, 'unexpected, the process ends');
			process.exit(1);
		});
	}
}
