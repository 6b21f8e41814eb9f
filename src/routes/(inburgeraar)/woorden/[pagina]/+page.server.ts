import { numbersOf } from '#lib/domain/wet/begrippen.ts';
import { dayOf } from '#lib/server/clock.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import { begrippenOf, isPageOfWords } from '#lib/ui/words-to-learn.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params: { pagina }, locals }) => {
	inburgeraarOf(locals);
	const page = found(isPageOfWords(pagina) ? pagina : undefined);
	return {
		page,
		begrippen: begrippenOf(page).map((begrip) => ({ begrip, numbers: numbersOf(begrip, dayOf(locals.now)) }))
	};
};
