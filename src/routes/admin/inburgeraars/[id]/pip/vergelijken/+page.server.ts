import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { wijzigingenTussen } from '#lib/server/pip-diff.ts';
import { openConcept } from '../concept/draft.server.ts';
import type { PageServerLoad } from './$types';

/** Two versions of the plan beside each other, the older one first; without a choice the last two. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { plan } = await openConcept(locals, params.id);
	const { versies } = plan;
	const asked = (name: string, otherwise: number) =>
		versies.find(({ versie }) => String(versie) === url.searchParams.get(name)) ?? versies[otherwise];
	const [naar, van] = [asked('naar', 0), asked('van', 1)];
	const pair = van && naar ? [van, naar].sort((a, b) => a.versie - b.versie) : [];
	const wijzigingen = pair[1] ? wijzigingenTussen(pair[0], pair[1]) : [];
	return {
		alle: versies.map(({ versie, dagtekening }) => ({ versie, dagtekening })),
		paar: pair,
		anders: {
			velden: wijzigingen.flatMap((one) => (one.wat === 'veld' ? [one.veld] : [])),
			afspraken: wijzigingen.flatMap((one) => ('afspraak' in one ? [one.afspraak.id] : []))
		},
		zinnen: await zinTekstenVan(pair, locals.locale)
	};
};
