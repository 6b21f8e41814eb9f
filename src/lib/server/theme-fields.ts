import type { Tokens } from './theme-parse.ts';

/** What a municipality without a theme file fills in. Absent: as the portal has it. */
export interface ThemeFields {
	accent?: string;
	opAccent?: string;
	tekst?: string;
	link?: string;
	pagina?: string;
	kop?: string;
	letter?: ThemeFont;
	hoeken?: ThemeRadius;
}
/** Fonts that every device has: nothing is fetched. */
export const themeFonts = {
	systeem: 'system-ui',
	verdana: "Verdana, 'DejaVu Sans'",
	arial: "Arial, 'Liberation Sans'",
	georgia: "Georgia, 'DejaVu Serif'"
} as const;
export type ThemeFont = keyof typeof themeFonts;
export const themeRadii = { recht: '0', klein: '4px', rond: '14px' } as const;
export type ThemeRadius = keyof typeof themeRadii;

const isLight = (hex: string): boolean =>
	[1, 3, 5].reduce((sum, at, n) => sum + Number.parseInt(hex.slice(at, at + 2), 16) * [0.3, 0.59, 0.11][n]!, 0) > 140; // prettier-ignore

export function tokensOfFields({
	accent,
	opAccent,
	tekst,
	link,
	pagina,
	kop,
	letter,
	hoeken
}: ThemeFields): Tokens {
	const radius = hoeken && themeRadii[hoeken];
	const all: Record<string, string | undefined> = {
		'--utrecht-button-primary-action-background-color': accent,
		'--utrecht-button-primary-action-color': opAccent,
		'--utrecht-document-color': tekst,
		'--utrecht-link-color': link,
		'--utrecht-document-background-color': pagina,
		'--utrecht-page-header-background-color': kop,
		'--utrecht-page-header-color': kop && (isLight(kop) ? '#000000' : '#ffffff'),
		'--utrecht-document-font-family': letter && themeFonts[letter],
		'--basis-border-radius-md': radius,
		'--basis-border-radius-lg': radius
	};
	return Object.fromEntries(
		Object.entries(all).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]))
	);
}

/** The fields that would give these tokens; what no field can say is left out. */
export function fieldsOfTokens(tokens: Readonly<Tokens>): Record<keyof ThemeFields, string> {
	const keyOf = (table: Record<string, string>, text: string | undefined) =>
		Object.entries(table).find(([, value]) => value === text)?.[0] ?? '';
	return {
		accent: tokens['--utrecht-button-primary-action-background-color'] ?? '',
		opAccent: tokens['--utrecht-button-primary-action-color'] ?? '',
		tekst: tokens['--utrecht-document-color'] ?? '',
		link: tokens['--utrecht-link-color'] ?? '',
		pagina: tokens['--utrecht-document-background-color'] ?? '',
		kop: tokens['--utrecht-page-header-background-color'] ?? '',
		letter: keyOf(themeFonts, tokens['--utrecht-document-font-family']),
		hoeken: keyOf(themeRadii, tokens['--basis-border-radius-lg'])
	};
}
