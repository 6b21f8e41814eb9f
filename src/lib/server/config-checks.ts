import { createPrivateKey } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';

const sampleWords = /change|example|secret|password|sample|replace/i;

export function isLoopback(host: string): boolean {
	const name = host.replace(/^\[|\]$/g, '').toLowerCase();
	if (isIPv4(name)) return name.startsWith('127.');
	return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}

export function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
	return isWeb && (text === url.origin || text === `${url.origin}/`);
}

export function isHostName(text: string): boolean {
	return isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]{0,252})$/i.test(text);
}

export function isHostWithPort(text: string): boolean {
	return URL.canParse(`http://${text}`) && /^(\[[\da-f:]+\]|[a-z\d][a-z\d.-]*)(:\d{1,5})?$/i.test(text);
}

export function isPort(text: string): boolean {
	return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

export function isDatabaseUrl(text: string): boolean {
	if (text === 'pglite:memory') return Boolean(process.env.VITEST);
	if (text.startsWith('file:')) return text.length > 'file:'.length && !text.includes('\0');
	return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

/** An address for reports: of mail or of a page, on one line. */
export function isContact(text: string): boolean {
	return /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text) && URL.canParse(text);
}

export function isDayText(text: string): boolean {
	const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
	return moment !== undefined && !Number.isNaN(+moment) && moment.toISOString().startsWith(text);
}

export function isSmtpUrl(text: string): boolean {
	if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false;
	const { hostname, searchParams } = new URL(text);
	const from = searchParams.get('from');
	return hostname !== '' && (from === null || /^[\w.+-]{1,64}@[a-z\d-]+(\.[a-z\d-]+)*$/i.test(from));
}

export function isIssuer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** A key that can sign RS256 or ES256. */
export function isSigningKey(text: string): boolean {
	try {
		const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(text);
		if (type === 'rsa') return (details?.modulusLength ?? 0) >= 2048;
		return type === 'ec' && details?.namedCurve === 'prime256v1';
	} catch {
		return false;
	}
}

/** Levels of certainty (acr) as they are asked for: visible ASCII with spaces between. */
export function isAcrList(text: string): boolean {
	const values = text.split(' ').filter(Boolean);
	return (
		values.length > 0 && values.length <= 10 && values.every((value) => /^[!#-[\]-~]{1,200}$/.test(value))
	);
}

export function isRange(text: string): boolean {
	const [address = '', prefix, ...rest] = text.split('/');
	if (rest.length > 0 || isIP(address) === 0) return false;
	if (prefix === undefined) return true;
	return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv4(address) ? 32 : 128);
}

export function isSecret(text: string): boolean {
	return text.length >= 16 && !isSample(text);
}

function isSample(text: string): boolean {
	return sampleWords.test(text) || new Set(text).size < 6;
}

/** Refuses what nobody gets from a random generator: few different bytes, a counted row, words of a sample. */
export function isKey(text: string): boolean {
	if (!/^[A-Za-z\d+/]{43}=$/.test(text) || /^(change|example|secret|replace)/i.test(text)) return false;
	const bytes = Buffer.from(text, 'base64');
	const steps = new Set(bytes.subarray(1).map((byte, n) => (byte - (bytes[n] ?? 0)) & 255));
	return new Set(bytes).size >= 8 && steps.size > 1 && !sampleWords.test(bytes.toString('latin1'));
}
