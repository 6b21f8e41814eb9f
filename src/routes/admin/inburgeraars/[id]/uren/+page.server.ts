import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { categoriesFor } from '#lib/domain/hours.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { confirmHours, coursesOf, recordHours } from '#lib/server/hours.ts';
import { newId } from '#lib/server/ids.ts';
import { progressOf } from '#lib/server/progress.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { confirmSchema, recordSchema, refused, sentOnce } from './forms.server.ts';
import { filters, shapeEntries, shapeTotals } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { inburgeraar } = found(await openDossier(actor, params.id, 'uren', locals.now));
	const progress = found(await progressOf(actor, params.id, locals.now));
	const courses = found(await coursesOf(actor, params.id));
	const categories = categoriesFor(progress.leerroute, inburgeraar.groep);
	const filter = filters.find((name) => name === url.searchParams.get('toon')) ?? 'alle';
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('pagina'))) || 1));
	return {
		...{ formKey: newId(), categories },
		courses: courses.map(({ id, title, partnerName }) => ({ id, title, partnerName })),
		totals: shapeTotals(progress, categories),
		list: shapeEntries(progress, actor.id, filter, page),
		prefilled: prefilledIn(url),
		done: url.searchParams.get('gedaan'),
		counts: { n: Number(url.searchParams.get('n')) || 0, own: Number(url.searchParams.get('eigen')) || 0 }
	};
};

/** What an appointment that took place fills in: `soort`, `dag` and `duur`. */
const prefilledIn = ({ searchParams }: URL) => ({
	category: searchParams.get('soort') ?? '',
	day: searchParams.get('dag') ?? '',
	minutes: searchParams.get('duur') ?? ''
});

export const actions: Actions = {
	record: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, recordSchema);
		if (!form.ok) return refused(400, form.errors, form.typed);
		const { formKey, ...hours } = form.data;
		const result = await sentOnce(() => recordHours(actor, params.id, hours, formKey, locals.now));
		if (result === 'al_verstuurd') return refused(422, { form: result }, form.typed);
		const recorded = found(result);
		if (!recorded.ok) return refused(400, { [fields[recorded.reden]]: recorded.reden }, form.typed);
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/uren?gedaan=genoteerd`));
	},
	confirm: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, confirmSchema, ['entry']);
		if (!form.ok || form.data.entry.length === 0) return refused(400, { entry: 'kies' }, {});
		const { confirmed, own } = found(await confirmHours(actor, params.id, form.data.entry, locals.now));
		const query = `gedaan=bevestigd&n=${confirmed}&eigen=${own}`;
		redirect(303, localizeHref(`/admin/inburgeraars/${params.id}/uren?${query}`));
	}
};

const fields = {
	toekomst: 'day',
	voor_geboorte: 'day',
	voor_pip: 'day',
	staat_er_al: 'enrolmentId',
	andere_cursus: 'enrolmentId'
} as const;
