import { pino, type DestinationStream, type Logger } from 'pino';

const longest = 200;

// No name, address or secret belongs in a log line; these keys are the net under the habit.
const personalKeys = new Set(
	[
		'authorization',
		'birthDate',
		'body',
		'bsn',
		'clientSecret',
		'cookie',
		'setCookie',
		'databaseUrl',
		'email',
		'geboortedatum',
		'key',
		'naam',
		'name',
		'password',
		'phone',
		'pin',
		'portalKey',
		'secret',
		'smtpUrl',
		'telefoon',
		'token',
		'url'
	].map(plain)
);

/** A logger of JSON lines; the destination is stdout unless a test gives another. */
export function createLog(level: string, destination?: DestinationStream): Logger {
	return pino(
		{
			level,
			base: null,
			timestamp: () => `,"time":"${new Date().toISOString()}"`,
			formatters: {
				level: (label) => ({ level: label }),
				log: (fields) => cut(fields) as Record<string, unknown>
			},
			serializers: { err: describeError, error: describeError },
			hooks: {
				logMethod(args, method) {
					method.apply(this, tidy(args) as typeof args);
				}
			}
		},
		destination ?? pino.destination({ dest: 1, sync: true })
	);
}

/** An error on its own would become the message, whole. */
function tidy(args: unknown[]): unknown[] {
	const [first, ...rest] = args.map((arg) => (typeof arg === 'string' ? shorten(arg) : arg));
	return first instanceof Error
		? [{ err: first }, ...(rest.length > 0 ? rest : ['error'])]
		: [first, ...rest];
}

let logger: Logger | undefined;

/** The log of this process: `log().info({ event: 'backup', ms: 12 }, 'backup made')`. */
export function log(): Logger {
	logger ??= createLog(levelFrom(process.env.LOG_LEVEL));
	return logger;
}

function levelFrom(text: string | undefined): string {
	return text !== undefined && (text === 'silent' || text in pino.levels.values) ? text : 'info';
}

/** Keeps the kind and place of an error, and its first words: the rest may quote what a person typed. */
function describeError(error: unknown): unknown {
	if (!(error instanceof Error)) return shorten(String(error));
	const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const code = 'code' in error ? String(error.code) : undefined;
	const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
	return { type: error.name, message: shorten(error.message), code, stack: stack.slice(0, 12), cause };
}

function cut(value: unknown, depth = 0): unknown {
	if (typeof value === 'string') return shorten(value);
	if (typeof value !== 'object' || value === null || value instanceof Error) return value;
	if (depth > 5) return '[deep]';
	if (Array.isArray(value)) return value.slice(0, 50).map((item) => cut(item, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [
			key,
			personalKeys.has(plain(key)) ? '[hidden]' : cut(item, depth + 1)
		])
	);
}

function shorten(text: string): string {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function plain(key: string): string {
	return key.toLowerCase().replaceAll(/[^a-z]/g, '');
}
