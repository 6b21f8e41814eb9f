import { database } from './db/current.ts';
import { findTheme } from './db/people.ts';

const name = /^--[a-z0-9-]{1,80}$/;
// Colours, lengths and font names only: nothing that could fetch, close the rule or begin another one (ui.md §2.3).
const value = /^[#\w\s.,%()'-]{1,120}$/;
const isSafe = ([key, text]: [string, string]) =>
	name.test(key) && value.test(text) && !/url|expression|import/i.test(text);

/** The tokens of a municipality as CSS over the base theme; undefined when it has none or does not exist. */
export async function themeCss(slug: string): Promise<string | undefined> {
	const tokens = Object.entries((await findTheme(database().read, slug)) ?? {}).filter(isSafe);
	if (tokens.length === 0) return undefined;
	return `:root{${tokens.map(([key, text]) => `${key}:${text}`).join(';')}}\n`;
}
