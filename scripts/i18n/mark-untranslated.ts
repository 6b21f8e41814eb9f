import type { Plugin } from 'vite';

/**
 * Where Paraglide falls back to the Dutch (`const ti_a = nl_a;`), the Dutch is marked, so that the page can say in which
 * language it is: src/lib/ui/untranslated.ts. A message that is translated stays as it was.
 */
export const marked = (code: string): string =>
	code.replaceAll(/^const (\w+) = (nl_\w+);$/gm, 'const $1 = (inputs) => `\\uE000${$2(inputs)}\\uE001`;');

export const markUntranslated = (): Plugin => ({
	name: 'mark-untranslated',
	transform: {
		filter: { id: /\/paraglide\/messages\/\w+\.js$/ },
		handler: (code) => ({ code: marked(code), map: null })
	}
});
