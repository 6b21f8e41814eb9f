import { now } from '../clock.ts';
import { config } from '../config.ts';
import { log } from '../log.ts';
import { sendRound, tidyOutbox } from './send.ts';
import { openTransport } from './transport.ts';

const pause = 3_000;
/** So many rounds between two times of tidying up: ten minutes. */
const tidyEvery = 200;
/** How long a stop waits for the mail that is under way. */
const patience = 1_200;

/** Whether this portal sends mail at all. */
export const sendsMail = (): boolean => config().smtpUrl !== undefined;

/**
 * Sends what waits, round after round, until it is told to stop. Without SMTP_URL it does nothing.
 * @returns ends it: the mail under way is finished or, after a second, broken off and left for later
 */
export function startSender(): () => Promise<void> {
	const { smtpUrl, portalOrigin } = config();
	if (!smtpUrl) return async () => undefined;
	const transport = openTransport(smtpUrl, portalOrigin);
	let isStopping = false;
	let timer: NodeJS.Timeout;
	let rounds = 0;
	let running: Promise<void> = Promise.resolve();

	const round = async () => {
		let wait = pause;
		try {
			if (rounds++ % tidyEvery === 0) await tidyOutbox(now());
			if ((await sendRound(transport, now, () => !isStopping)).isFull) wait = 0;
		} catch (error) {
			log().error({ event: 'mail', err: error }, 'a round of mail failed');
			wait = 10 * pause;
		}
		plan(wait);
	};
	function plan(wait: number): void {
		if (isStopping) return;
		timer = setTimeout(() => (running = round()), wait).unref();
	}
	plan(pause);

	return async () => {
		isStopping = true;
		clearTimeout(timer);
		await Promise.race([running, new Promise((resolve) => setTimeout(resolve, patience))]);
		transport.close();
	};
}

/** One run over everything that can be sent now, from the command line; how many left, or undefined without SMTP_URL. */
export async function sendAll(): Promise<number | undefined> {
	const { smtpUrl, portalOrigin } = config();
	if (!smtpUrl) return undefined;
	const transport = openTransport(smtpUrl, portalOrigin);
	try {
		await tidyOutbox(now());
		let sent = 0;
		for (;;) {
			const round = await sendRound(transport, now);
			sent += round.sent;
			if (!round.isFull) return sent;
		}
	} finally {
		transport.close();
	}
}
