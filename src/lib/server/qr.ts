import { encode } from 'uqr';

/** A QR code as one path on a square of `size` units, quiet edge included: drawn in HTML, so no file and no script. */
export interface Qr {
	path: string;
	size: number;
}

export function qrOf(text: string): Qr {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const runs = data.flatMap((row, y) => rowRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`));
	return { path: runs.join(''), size };
}

/** Dark pixels that touch, as one rectangle. */
function rowRuns(row: readonly boolean[]): [x: number, width: number][] {
	const runs: [number, number][] = [];
	row.forEach((isDark, x) => {
		const last = runs.at(-1);
		if (isDark && last && last[0] + last[1] === x) last[1] += 1;
		else if (isDark) runs.push([x, 1]);
	});
	return runs;
}
