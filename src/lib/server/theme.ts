import { database } from './db/current.ts';
import { findTheme } from './db/people.ts';
import { isSafeToken, type Tokens } from './theme-parse.ts';

/** Tokens as CSS over the base theme; empty when none may leave (OUT-08). */
export function cssOf(tokens: Readonly<Tokens>): string {
	const safe = Object.entries(tokens).filter(isSafeToken);
	return safe.length === 0 ? '' : `:root{${safe.map(([key, text]) => `${key}:${text}`).join(';')}}\n`;
}

/** The tokens of a municipality as CSS; undefined when it has none or does not exist. */
export async function themeCss(slug: string): Promise<string | undefined> {
	return cssOf((await findTheme(database().read, slug)) ?? {}) || undefined;
}
