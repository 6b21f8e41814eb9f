import { createHash } from 'node:crypto';
import list from './common-passwords.json' with { type: 'json' };

const hashes = Buffer.from(list.hashes, 'base64');
export const commonPasswordCount = hashes.length / 4;

function isListed(word: string): boolean {
	const wanted = createHash('sha256').update(word).digest().readUInt32BE();
	let [low, high] = [0, commonPasswordCount];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (hashes.readUInt32BE(middle * 4) < wanted) low = middle + 1;
		else high = middle;
	}
	return low < commonPasswordCount && hashes.readUInt32BE(low * 4) === wanted;
}

const isLetter = (sign: string) => /\p{L}/u.test(sign);
/** Without what is no letter at both ends. */
function coreOf(text: string): string {
	const signs = [...text];
	const from = signs.findIndex(isLetter);
	return from < 0 ? '' : signs.slice(from, signs.findLastIndex(isLetter) + 1).join('');
}

const lookalikes: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }; // prettier-ignore
const spelled = (text: string) => [...text].map((sign) => lookalikes[sign] ?? sign).join('');

/**
 * Whether a password is on the list of common ones, or one of these with digits and signs around it, with signs for letters,
 * or twice (AUTH-03). Three words with something between them are not.
 */
export function isCommonPassword(password: string): boolean {
	const text = password.normalize('NFKC').toLowerCase();
	const core = coreOf(text);
	const forms = [text, core, spelled(text), spelled(core), coreOf(spelled(text))];
	const halves = forms.flatMap((form) => {
		const half = form.slice(0, form.length / 2);
		return half && half + half === form ? [half] : [];
	});
	return [...forms, ...halves].some((form) => form.length >= 4 && isListed(form));
}
