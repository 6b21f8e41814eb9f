// A message without a translation gives the Dutch between two characters that no text has (vite.config.ts puts them
// there: scripts/i18n/mark-untranslated.ts). Whatever shows it, the page then says that it is Dutch: WCAG 3.1.2.

const start = '\uE000';

export const isUntranslated = (text: string): boolean => text.startsWith(start);

/** The HTML of a page: in text an element with the language, elsewhere nothing. Costs one search where all is translated. */
export function showUntranslated(html: string): string {
	if (!html.includes(start)) return html;
	// A Dutch sentence may hold another one: only the outer is marked.
	let depth = 0;
	return html
		.replaceAll(/<(title|option|textarea|script)\b[^>]*>[\s\S]*?<\/\1>|<[^<>]*>/g, unmarked)
		.replaceAll(/[\uE000\uE001]/g, (mark) => {
			if (mark === start) return depth++ ? '' : '<bdi lang="nl" dir="ltr">';
			return --depth ? '' : '</bdi>';
		});
}

const unmarked = (text: string): string => text.replaceAll(/[\uE000\uE001]/g, '');
