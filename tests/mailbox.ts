import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { openTransport, type Transport } from '#lib/server/mail/transport.ts';

export interface Arrived extends Email {
	/** Who the envelope names, and the whole mail as it came over the line. */
	recipients: string[];
	raw: string;
}
export interface Mailbox {
	transport: Transport;
	url: string;
	arrived: Arrived[];
	/** What the server answers to the next recipient, once: `451` for later, `550` for never. */
	refuse(code: number): void;
	/** Waits before it takes the next mails. */
	delay(milliseconds: number): void;
	close(): Promise<void>;
}

/** A real mail server on this machine; what arrives is read as a mail program would. */
export async function openMailbox(port = 0): Promise<Mailbox> {
	const arrived: Arrived[] = [];
	let refusal: number | undefined;
	let slowness = 0;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		logger: false,
		onRcptTo(_address, _session, callback) {
			const code = refusal;
			refusal = undefined;
			callback(code ? Object.assign(new Error('refused: canary@linden.test'), { responseCode: code }) : null);
		},
		onData(stream, session, callback) {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const raw = Buffer.concat(parts).toString('utf8');
				const recipients = session.envelope.rcptTo.map(({ address }) => address);
				const keep = async () => {
					if (slowness) await new Promise((resolve) => setTimeout(resolve, slowness));
					arrived.push({ ...(await new PostalMime().parse(raw)), recipients, raw });
					callback();
				};
				void keep();
			});
		}
	});
	server.listen(port, '127.0.0.1');
	await once(server.server, 'listening');
	const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	return {
		transport: openTransport(url, 'https://pip.test'),
		url,
		arrived,
		refuse: (code) => (refusal = code),
		delay: (milliseconds) => (slowness = milliseconds),
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

/** The secret behind the `#` of the one link of a mail. */
export const tokenIn = (mail: Arrived | undefined): string =>
	/#([\w-]{43})\s/.exec(mail?.text ?? '')?.[1] ?? '';
