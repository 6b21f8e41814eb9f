/** Red, green, blue from 0 to 255, and how opaque from 0 to 1. */
export interface Colour {
	rgb: readonly [number, number, number];
	alpha: number;
}

const named: Record<string, string> = { white: '#fff', black: '#000', red: '#f00', green: '#008000', blue: '#00f', navy: '#000080', teal: '#008080', maroon: '#800000', purple: '#800080', olive: '#808000', gray: '#808080', grey: '#808080', silver: '#c0c0c0', yellow: '#ff0', orange: '#ffa500', transparent: '#0000' }; // prettier-ignore

/** What stands inside `color-mix(in srgb, A 20%, B)`. */
function mixOf(inside: string): Colour | undefined {
	const [space, first = '', second = '', ...more] = (inside.match(/(?:[^,()]|\([^()]*\))+/g) ?? []).map(
		(part) => part.trim()
	);
	const share = first.split(/\s/).at(-1) ?? '';
	if (space !== 'in srgb' || more.length > 0 || !/^[\d.]+%$/.test(share)) return undefined;
	const colour = first.slice(0, first.length - share.length);
	return mixed(colourOf(colour), colourOf(second), Number(share.slice(0, -1)) / 100);
}

/** Hex, rgb(), hsl(), color-mix(in srgb, …) and the common names; undefined for anything else: nobody guesses a colour. */
export function colourOf(text: string): Colour | undefined {
	const plain = text.trim().toLowerCase();
	const hex = (named[plain] ?? plain).match(/^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/)?.[1];
	if (hex) return fromHex(hex);
	const mix = /^color-mix\((.*)\)$/.exec(plain)?.[1];
	if (mix !== undefined) return mixOf(mix);
	const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(plain) ?? [];
	const parts = inside.split(/[\s,/]+/).filter(Boolean);
	if (!kind || parts.length < 3 || parts.length > 4) return undefined;
	const alpha = amount(parts[3] ?? '1', 1);
	const rgb = kind === 'rgb' ? parts.slice(0, 3).map((part) => amount(part, 255)) : fromHsl(parts);
	return rgb.every(Number.isFinite) && Number.isFinite(alpha)
		? { rgb: [rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0], alpha }
		: undefined;
}

const amount = (part: string, whole: number): number =>
	/^[\d.]+%$/.test(part) ? (Number(part.slice(0, -1)) / 100) * whole : /^[\d.]+$/.test(part) ? Number(part) : NaN; // prettier-ignore

function fromHex(hex: string): Colour {
	const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
	const byte = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
	return { rgb: [byte(0), byte(2), byte(4)], alpha: long.length === 8 ? byte(6) / 255 : 1 };
}

function fromHsl([h = '', s = '', l = '']: string[]): number[] {
	const [hue, sat, light] = [amount(h.replace(/deg$/, ''), 360), amount(s, 1), amount(l, 1)];
	const f = (n: number) => {
		const k = (n + hue / 30) % 12;
		return 255 * (light - sat * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
	};
	return [f(0), f(8), f(4)];
}

function mixed(a: Colour | undefined, b: Colour | undefined, share: number): Colour | undefined {
	if (!a || !b) return undefined;
	const part = (n: 0 | 1 | 2) => a.rgb[n] * share + b.rgb[n] * (1 - share);
	return { rgb: [part(0), part(1), part(2)], alpha: a.alpha * share + b.alpha * (1 - share) };
}

/** What the eye sees when it lies on an opaque ground. */
export const over = (top: Colour, ground: Colour): Colour => ({
	...(mixed({ ...top, alpha: 1 }, { ...ground, alpha: 1 }, top.alpha) as Colour),
	alpha: 1
});

function luminance({ rgb }: Colour): number {
	const [r = 0, g = 0, b = 0] = rgb.map((part) => {
		const c = part / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast of two opaque colours, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
	const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
	return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
