import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { fieldsOfTokens, themeFonts, themeRadii, tokensOfFields, type ThemeFont, type ThemeRadius } from '#lib/server/theme-fields.ts'; // prettier-ignore
import { draftTheme, saveTheme, themeOf, undoTheme } from '#lib/server/themes.ts';
import { choice, idField, optional, readForm, version } from '#lib/server/web/form.ts';
import { coordinatorOf, found } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { tokens, former, draft, findings, version: seen } = found(await themeOf(coordinatorOf(locals)));
	const shown = draft?.findings ?? findings;
	return {
		isSaved: url.searchParams.has('bewaard'),
		hasTheme: Object.keys(tokens).length > 0,
		hasFormer: former !== null,
		draftId: draft?.id ?? null,
		tokenCount: Object.keys(draft?.tokens ?? tokens).length,
		findings: shown.map(({ found: ratio, needed, ...rest }) => ({
			...rest,
			found: ratio === null ? null : ratio.toFixed(2),
			needed: String(needed)
		})),
		values: fieldsOfTokens(draft?.tokens ?? tokens),
		fonts: Object.keys(themeFonts) as ThemeFont[],
		radii: Object.keys(themeRadii) as ThemeRadius[],
		version: seen
	};
};

const colour = optional(
	z
		.string()
		.trim()
		.regex(/^#[\da-f]{6}$/i, 'kies')
);
const fields = z.object({
	...{ accent: colour, opAccent: colour, tekst: colour, link: colour, pagina: colour, kop: colour },
	letter: optional(choice(Object.keys(themeFonts) as [ThemeFont, ...ThemeFont[]])),
	hoeken: optional(choice(Object.keys(themeRadii) as [ThemeRadius, ...ThemeRadius[]]))
});
const text = z.object({ bestand: z.string().min(1, 'verplicht').max(400_000, 'te_lang') });
const back = (query = '') => redirect(303, localizeHref(`/admin/thema${query}`));

export const actions: Actions = {
	velden: async ({ request, locals, setHeaders }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, fields);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return fail(400, { typed: form.typed, errors: form.errors });
		await draftTheme(actor, { tokens: tokensOfFields(form.data) });
		back();
	},
	bestand: async ({ request, locals, setHeaders }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, text);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return fail(400, { reason: 'leeg' as const });
		const result = await draftTheme(actor, { text: form.data.bestand });
		if (!result.ok) return fail(400, { reason: result.reason });
		back();
	},
	bewaar: async ({ request, locals }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, z.object({ draftId: idField, version }));
		if (!form.ok) error(400);
		const result = await saveTheme(actor, form.data, locals.now);
		if (!result.ok) return fail(409, { reason: result.reason });
		back('?bewaard');
	},
	terug: async ({ request, locals }) => {
		const actor = coordinatorOf(locals);
		const form = await readForm(request, z.object({ naar: choice(['vorig', 'basis']), version }));
		if (!form.ok) error(400);
		const result = await undoTheme(actor, { to: form.data.naar, version: form.data.version }, locals.now);
		if (!result.ok) return fail(409, { reason: result.reason });
		back('?bewaard');
	}
};
