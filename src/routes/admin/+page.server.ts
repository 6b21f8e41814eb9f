import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { signalen } from '#lib/domain/vocabulary.ts';
import { newId } from '#lib/server/ids.ts';
import { forgetFilter, saveFilter } from '#lib/server/saved-filters.ts';
import { endSnooze } from '#lib/server/signal-snoozes.ts';
import { choice, formKey, idField, line, readForm, required } from '#lib/server/web/form.ts';
import { employeeOf, found, staffOf } from '#lib/server/web/guard.ts';
import { searchTerm } from '#lib/server/web/search.ts';
import { z } from 'zod';
import { filterOf, listPath, queryOf, sameQuery, savedQuery } from './filter.server.ts';
import { shapeMonday } from './monday.server.ts';
import type { Actions, PageServerLoad } from './$types';

const done = ['uitgesteld', 'terug', 'bewaard', 'vergeten'] as const;

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const employee = employeeOf(locals);
	// A beheerder looks after accounts and settings and opens no dossier (AC-12).
	if (employee.role === 'beheerder') return { list: null };
	const actor = staffOf(locals);
	// The page shows what was searched for: never compressed (HDR-06).
	if (url.searchParams.has('zoek')) setHeaders({ 'x-portal-reflects': '1' });
	return {
		list: await shapeMonday(actor, filterOf(url.searchParams), locals),
		formKey: newId(),
		done: done.find((code) => code === url.searchParams.get('gedaan')) ?? null
	};
};

const query = line(800);
const back = (text: string, code: (typeof done)[number]): never => {
	const path = listPath(sameQuery(text));
	redirect(303, localizeHref(`${path}${path.includes('?') ? '&' : '?'}gedaan=${code}`));
};

export const actions: Actions = {
	zoek: async ({ request, locals }) => {
		staffOf(locals);
		const form = await readForm(request, z.object({ zoek: searchTerm, query }));
		if (!form.ok) return fail(400, { error: 'te_lang' as const });
		const filter = filterOf(new URLSearchParams(form.data.query));
		redirect(303, localizeHref(listPath(queryOf(filter, { search: form.data.zoek }))));
	},
	end: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ id: idField, signaal: choice(signalen), query }));
		if (!form.ok) return fail(400, { error: 'kies' as const });
		found(await endSnooze(actor, form.data.id, form.data.signaal, locals.now));
		back(form.data.query, 'terug');
	},
	save: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ name: required(line(40)), query, formKey }));
		if (!form.ok) return fail(400, { error: form.errors.name === 'te_lang' ? ('te_lang' as const) : ('verplicht' as const) }); // prettier-ignore
		const kept = { name: form.data.name, query: savedQuery(form.data.query) };
		if (!(await saveFilter(actor, kept, form.data.formKey, locals.now)))
			return fail(400, { error: 'vol' as const });
		back(form.data.query, 'bewaard');
	},
	forget: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ id: idField, query }));
		if (!form.ok) return fail(400, { error: 'kies' as const });
		await forgetFilter(actor, form.data.id);
		back(form.data.query, 'vergeten');
	}
};
