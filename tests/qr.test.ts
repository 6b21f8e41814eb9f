import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrOf } from '#lib/server/qr.ts';

/** Which squares a path of `M x y h w v1 h-w z` covers. */
function pixelsOf(path: string): Set<string> {
	const covered = new Set<string>();
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let n = 0; n < Number(width); n++) covered.add(`${Number(x) + n},${y}`);
	return covered;
}

test('AUTH-07 the drawing of a QR code has exactly the dark squares of the code, and a quiet edge', () => {
	const text = 'https://pip.linden.nl/fa-AF/activeren#ABCDEF-GHJK-MNPQ-RSTV';
	const { path, size } = qrOf(text);
	const { data } = encode(text, { ecc: 'M', border: 4 });
	const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
	expect(size).toBe(data.length);
	expect([...pixelsOf(path)].toSorted()).toEqual(dark.toSorted());
	expect(Math.min(...dark.map((at) => Number(at.split(',')[0])))).toBe(4);
});
