/** The tokens of a municipality as it hands them over: an NLDS theme in CSS, or a DTCG tokens.json (ui.md §2.3). */
export type Tokens = Record<string, string>;
/** `html`: a tag in it; `adres`: fetches something; `leeg`: no token; `vorm`: cannot be read. */
export type ThemeRefusal = 'html' | 'adres' | 'leeg' | 'vorm';
export type ReadTheme = { ok: true; tokens: Tokens } | { ok: false; reason: ThemeRefusal };

const name = /^--[a-z0-9-]{1,80}$/;
// Colours, lengths and font names only: nothing that could fetch, close the rule or begin another one.
const value = /^[#\w\s.,%()'+-]{1,120}$/;

/** Another address, or one that is written so that it does not look like one. A picture inside (`data:`) is only left out. */
const foreign = /@import|@font-face|url\s*\(\s*(?:['"]\s*)?(?!data:)(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i;

export const isSafeToken = ([key, text]: [string, string]): boolean =>
	name.test(key) && value.test(text) && !/url|expression|import/i.test(text);

/** Only what can be kept stays, and only as far as it is asked for in `used`; var() is replaced by what it stands for. */
export function readTheme(text: string, used: ReadonlySet<string>): ReadTheme {
	if (/<\s*(?:\/\s*)?(style|script)/i.test(text)) return { ok: false, reason: 'html' };
	if (foreign.test(text)) return { ok: false, reason: 'adres' };
	const all = text.trimStart().startsWith('{') ? tokensOfJson(text) : tokensOfCss(text);
	if (!all) return { ok: false, reason: 'vorm' };
	const resolved = Object.keys(all)
		.filter((key) => used.has(key))
		.map((key): [string, string] => [key, resolve(all, all[key] ?? '') ?? '']);
	const tokens = Object.fromEntries(resolved.filter(isSafeToken));
	return Object.keys(tokens).length > 0 ? { ok: true, tokens } : { ok: false, reason: 'leeg' };
}

/**
 * Custom properties of a style sheet, a later one over an earlier one; undefined when braces or quotes do not close.
 * Blocks under a condition (dark mode, print) are left out: those of @layer and @supports hold.
 */
export function tokensOfCss(text: string): Tokens | undefined {
	const tokens: Tokens = Object.create(null);
	const blocks: string[] = [];
	const holds = () => blocks.length > 0 && blocks.every((prelude) => !/^@(?!layer|supports)/.test(prelude));
	let piece = '';
	const end = () => {
		const colon = piece.indexOf(':');
		const key = piece.slice(0, colon).trim();
		if (colon > 0 && key.startsWith('--') && holds())
			tokens[key] = piece.slice(colon + 1).replace(/!\s*important\s*$/i, '').trim().replaceAll('"', "'"); // prettier-ignore
		piece = '';
	};
	// Comments and strings whole, everything else a character at a time.
	for (const [part] of text.matchAll(/\/\*[\s\S]*?\*\/|"[^"\n\\]*"|'[^'\n\\]*'|[\s\S]/g)) {
		if (part.startsWith('/*') && part.length > 1) continue;
		if (part === '"' || part === "'") return undefined;
		if (part === '{') {
			blocks.push(piece.trim());
			piece = '';
		} else if (part === '}') {
			end();
			if (blocks.pop() === undefined) return undefined;
		} else if (part === ';') end();
		else piece += part;
	}
	return blocks.length === 0 ? tokens : undefined;
}

/** `{"utrecht":{"link":{"color":{"$value":"#154273"}}}}` becomes `--utrecht-link-color`. */
function tokensOfJson(text: string): Tokens | undefined {
	const tokens: Tokens = Object.create(null);
	const walk = (node: unknown, path: string[]): void => {
		if (typeof node !== 'object' || node === null || path.length > 16) return;
		const own =
			'$value' in node ? node.$value : 'value' in node && !isGroup(node.value) ? node.value : undefined;
		const said = own === undefined ? undefined : valueOfJson(own);
		if (said !== undefined) tokens[`--${path.map(kebab).join('-')}`] = said;
		else
			for (const [key, child] of Object.entries(node)) if (!key.startsWith('$')) walk(child, [...path, key]);
	};
	try {
		walk(JSON.parse(text), []);
	} catch {
		return undefined;
	}
	return tokens;
}

const isGroup = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	('$value' in value || 'value' in value) &&
	!('unit' in value);
const kebab = (text: string) => text.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[\s_.]+/g, '-').toLowerCase(); // prettier-ignore

/** A colour with `hex`, a length with `unit`, a list of fonts, or text with `{references.to.others}`. */
function valueOfJson(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string')
		return value
			.replaceAll(/\{([\w.\s-]+)\}/g, (_, path: string) => `var(--${path.split('.').map(kebab).join('-')})`)
			.replaceAll('"', "'");
	if (Array.isArray(value)) return value.map((part) => `'${String(part)}'`).join(', ');
	if (typeof value !== 'object' || value === null) return undefined;
	if ('hex' in value && typeof value.hex === 'string') return value.hex;
	if ('unit' in value && 'value' in value) return `${String(value.value)}${String(value.unit)}`;
	return undefined;
}

const reference = /var\(\s*(--[a-z0-9-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/i;

/** The value without var(); undefined when it refers to nothing, or in a circle. */
export function resolve(tokens: Readonly<Tokens>, text: string, left = 24): string | undefined {
	const found = reference.exec(text);
	if (!found) return /var\(/i.test(text) ? undefined : text.trim();
	if (left === 0) return undefined;
	const [whole, key = '', fallback] = found;
	const other = tokens[key] === undefined ? undefined : resolve(tokens, tokens[key], left - 1);
	const said = other ?? (fallback === undefined ? undefined : resolve(tokens, fallback, left - 1));
	return said === undefined
		? undefined
		: resolve(
				tokens,
				text.replace(whole, () => said),
				left - 1
			);
}
