import { error } from '@sveltejs/kit';
import { artikel } from '#lib/domain/wet/artikelen.ts';
import { begrippen, numbersOf, isBegrip } from '#lib/domain/wet/begrippen.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { begrip }, locals }) => {
	if (!isBegrip(begrip)) error(404);
	const { grondslag, besluitDoor, related } = begrippen[begrip];
	return {
		begrip,
		besluitDoor,
		related,
		numbers: numbersOf(begrip, dayOf(locals.now)),
		artikelen: grondslag.map(artikel)
	};
};
