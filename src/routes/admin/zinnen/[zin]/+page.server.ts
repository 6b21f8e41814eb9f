import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { locales, type LocaleId } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { givenStates, hidePhrase, phraseOf, replacePhrase, translatePhrase } from '#lib/server/phrases.ts';
import { choice, line, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { phraseFields } from '../fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

type Other = Exclude<LocaleId, 'nl'>;
const others = locales.filter((locale) => locale !== 'nl') as [Other, ...Other[]];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const { phrase, dutch, texts } = found(await phraseOf(actor, params.zin));
	const locale = others.find((one) => one === url.searchParams.get('taal')) ?? 'en';
	const { id, kind, version: at, isActive } = phrase;
	return { id, kind, version: at, isActive, dutch, locale, texts };
};

export const actions: Actions = {
	nederlands: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ ...phraseFields, version }));
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok && 'version' in form.errors) error(400);
		const typed = { kind: String(form.typed.soort ?? ''), dutch: String(form.typed.nederlands ?? '') };
		if (!form.ok) return fail(400, { ...typed, errors: form.errors });
		const { version: at, soort: kind, nederlands: dutch } = form.data;
		const result = found(await replacePhrase(actor, params.zin, { version: at, kind, dutch }, locals.now));
		if (result.kind === 'bewaard') redirect(303, localizeHref(`/admin/zinnen/${result.id}`));
		if (result.kind === 'conflict') return fail(409, { ...typed, conflict: 'nederlands' as const });
		return fail(400, { ...typed, errors: { nederlands: result.fault } });
	},
	vertaling: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const schema = z.object({ version, taal: choice(others), tekst: line(400), staat: choice(givenStates) });
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok && ('version' in form.errors || 'taal' in form.errors)) error(400);
		const typed = { locale: String(form.typed.taal), text: String(form.typed.tekst ?? ''), state: String(form.typed.staat ?? '') }; // prettier-ignore
		if (!form.ok) return fail(400, { ...typed, errors: form.errors });
		const { version: at, taal: locale, tekst: text, staat: state } = form.data;
		const sent = { version: at, locale, text, state };
		const result = found(await translatePhrase(actor, params.zin, sent, locals.now));
		if (result.kind === 'bewaard') redirect(303, localizeHref(`/admin/zinnen/${result.id}?taal=${locale}`));
		if (result.kind === 'conflict') return fail(409, { ...typed, conflict: 'vertaling' as const });
		return fail(400, { ...typed, errors: { tekst: result.fault } });
	},
	zichtbaar: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, zichtbaar: choice(['ja', 'nee']) }));
		if (!form.ok) error(400);
		const sent = { version: form.data.version, isActive: form.data.zichtbaar === 'ja' };
		const result = found(await hidePhrase(actor, params.zin, sent, locals.now));
		if (result.kind === 'conflict') return fail(409, { conflict: 'zichtbaar' as const });
		redirect(303, localizeHref(`/admin/zinnen/${params.zin}`));
	}
};
