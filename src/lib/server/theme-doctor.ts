import { baseTokens } from './theme-base.ts';
import { colourOf, contrast, over, type Colour } from './theme-colour.ts';
import { resolve, type Tokens } from './theme-parse.ts';

/** Text needs 4.5:1 (WCAG 1.4.3), an edge or a ring 3:1 (1.4.11, 2.4.13). */
const needed = { tekst: 4.5, rand: 3 } as const;

type Place = 'pagina' | 'vlak';
const grounds: Record<Place, string> = { pagina: '--inb-paper', vlak: '--inb-surface' };
const link = '--utrecht-link-color';
const primary = '--utrecht-button-primary-action';
const secondary = '--utrecht-button-secondary-action';
const subtle = '--utrecht-button-subtle';
const control = '--utrecht-form-control';
const [both, surface]: [readonly Place[], readonly Place[]] = [['pagina', 'vlak'], ['vlak']];

interface Placed {
	kind: keyof typeof needed;
	on: readonly Place[];
	front: readonly string[];
	back?: readonly string[];
}
/** What stands on what. Of each list of tokens the first that has a value counts, as in the style sheets. */
const pairs = {
	tekst: { kind: 'tekst', on: both, front: ['--inb-ink'] },
	zachte_tekst: { kind: 'tekst', on: both, front: ['--inb-soft'] },
	kop: {
		kind: 'tekst',
		on: both,
		front: ['--utrecht-heading-1-color', '--utrecht-heading-color', '--inb-ink']
	},
	tussenkop: { kind: 'tekst', on: both, front: ['--utrecht-heading-2-color', '--utrecht-heading-color', '--inb-ink'] }, // prettier-ignore
	alinea: { kind: 'tekst', on: both, front: ['--utrecht-paragraph-color', '--inb-ink'] },
	link: { kind: 'tekst', on: both, front: [link] },
	link_hover: { kind: 'tekst', on: both, front: ['--utrecht-link-hover-color', link] },
	accent: { kind: 'tekst', on: both, front: ['--inb-accent'] },
	knop: { kind: 'tekst', on: surface, front: [`${primary}-color`], back: [`${primary}-background-color`] },
	knop_hover: { kind: 'tekst', on: surface, front: [`${primary}-hover-color`, `${primary}-color`], back: [`${primary}-hover-background-color`] }, // prettier-ignore
	tweede_knop: { kind: 'tekst', on: both, front: [`${secondary}-color`], back: [`${secondary}-background-color`] }, // prettier-ignore
	tweede_knop_hover: { kind: 'tekst', on: both, front: [`${secondary}-hover-color`, `${secondary}-color`], back: [`${secondary}-hover-background-color`] }, // prettier-ignore
	stille_knop: { kind: 'tekst', on: both, front: [`${subtle}-color`], back: [`${subtle}-background-color`] },
	stille_knop_hover: { kind: 'tekst', on: both, front: [`${subtle}-color`], back: [`${subtle}-hover-background-color`] }, // prettier-ignore
	gevaar_knop: { kind: 'tekst', on: surface, front: [`${secondary}-danger-color`], back: [`${secondary}-background-color`] }, // prettier-ignore
	op_accent: { kind: 'tekst', on: surface, front: ['--inb-on-accent'], back: ['--inb-accent'] },
	op_tint: { kind: 'tekst', on: surface, front: ['--inb-accent'], back: ['--inb-tint'] },
	warm: { kind: 'tekst', on: surface, front: ['--inb-warm-ink'], back: ['--inb-warm'] },
	paginakop: { kind: 'tekst', on: surface, front: ['--utrecht-page-header-color', '--inb-ink'], back: ['--utrecht-page-header-background-color', '--inb-surface'] }, // prettier-ignore
	veld: { kind: 'tekst', on: surface, front: [`${control}-color`], back: [`${control}-background-color`] },
	veld_label: { kind: 'tekst', on: both, front: ['--utrecht-form-label-color', '--inb-ink'] },
	veld_uitleg: { kind: 'tekst', on: both, front: ['--utrecht-form-field-description-color'] },
	veld_fout: { kind: 'tekst', on: both, front: ['--utrecht-form-field-error-message-color'] },
	veldrand: { kind: 'rand', on: both, front: ['--utrecht-textbox-border-color', `${control}-border-color`] },
	focusring: { kind: 'rand', on: both, front: ['--inb-focus'] }
} as const satisfies Record<string, Placed>;
export type Pair = keyof typeof pairs;

export interface Finding {
	pair: Pair;
	/** Contrast in its worst place, rounded down to hundredths; null: a colour that cannot be read. */
	found: number | null;
	needed: number;
	isGood: boolean;
}

/** The contrast of every pair of colours of the portal under these tokens, the worst first. */
export function themeFindings(tokens: Readonly<Tokens>): Finding[] {
	const all = { ...baseTokens, ...tokens };
	const colour = (names: readonly string[]): Colour | undefined => {
		const key = names.find((one) => all[one] !== undefined);
		return key === undefined ? undefined : colourOf(resolve(all, all[key] ?? '') ?? '');
	};
	const ratio = (pair: Pair): number | null => {
		const { front, on, back }: Placed = pairs[pair];
		const isSet = back?.some((one) => all[one] !== undefined);
		const found = on.map((place) => {
			const ground = colour([grounds[place]]);
			const [top, own] = [colour(front), isSet && back ? colour(back) : ground];
			if (!ground || !top || !own) return undefined;
			const seen = over(own, ground);
			return contrast(over(top, seen), seen);
		});
		return found.includes(undefined) ? null : Math.floor(100 * Math.min(...(found as number[]))) / 100;
	};
	return (Object.keys(pairs) as Pair[])
		.map((pair) => {
			const wanted = needed[pairs[pair].kind];
			const found = ratio(pair);
			return { pair, found, needed: wanted, isGood: found !== null && found >= wanted };
		})
		.toSorted((a, b) => (a.found ?? 0) / a.needed - (b.found ?? 0) / b.needed);
}
