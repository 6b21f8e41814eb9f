import { createTransport } from 'nodemailer';
import { isLoopback } from '../config-checks.ts';

export interface Mail {
	/** Says to a mail program that a second copy is the same one. */
	id: string;
	/** One address, judged by `readAddress`. */
	to: string;
	subject: string;
	text: string;
	html: string;
}
export interface Transport {
	/** Throws what the mail server answered. */
	send(mail: Mail): Promise<void>;
	close(): void;
}

const seconds = (n: number) => n * 1000;
const decoded = (text: string) => decodeURIComponent(text);

/** Who the mail is from: `?from=` of SMTP_URL, else noreply at the host of the portal. */
export const senderOf = (smtpUrl: string, portalOrigin: string): string =>
	new URL(smtpUrl).searchParams.get('from') ?? `noreply@${new URL(portalOrigin).hostname}`;

/**
 * The one way out for mail. Without TLS nothing is sent, except to this machine; attachments by path or address do not
 * exist (PRIV-07).
 */
export function openTransport(smtpUrl: string, portalOrigin: string): Transport {
	const { protocol, hostname, port, username, password } = new URL(smtpUrl);
	const isTls = protocol === 'smtps:';
	const mailer = createTransport({
		host: hostname.replace(/^\[|\]$/g, ''),
		port: port ? Number(port) : isTls ? 465 : 587,
		secure: isTls,
		requireTLS: !isTls && !isLoopback(hostname),
		ignoreTLS: !isTls && isLoopback(hostname),
		auth: username ? { user: decoded(username), pass: decoded(password) } : undefined,
		connectionTimeout: seconds(10),
		greetingTimeout: seconds(10),
		socketTimeout: seconds(20),
		disableFileAccess: true,
		disableUrlAccess: true
	});
	const host = new URL(portalOrigin).hostname;
	const from = { name: 'Mijn PIP', address: senderOf(smtpUrl, portalOrigin) };
	return {
		async send({ id, to, subject, text, html }) {
			const headers = { 'Auto-Submitted': 'auto-generated' };
			const messageId = `<${id}@${host}>`;
			await mailer.sendMail({ from, to: { name: '', address: to }, subject, text, html, headers, messageId });
		},
		close: () => mailer.close()
	};
}
