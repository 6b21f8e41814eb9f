import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { handhavingStappen } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { dayOf } from '#lib/server/clock.ts';
import type { HandhavingLine } from '#lib/server/db/handhaving.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { numericDate } from '#lib/server/format.ts';
import { ladderOf, recordGesprek, withdrawGesprek } from '#lib/server/handhaving.ts';
import { newId } from '#lib/server/ids.ts';
import { choice, day, formKey, idField, lines, optional, readForm, required } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeArticle } from '../besluiten/shape.server.ts';
import { sentOnce } from '../uren/forms.server.ts';
import type { Actions, PageServerLoad } from './$types';

const shape = (row: HandhavingLine) => ({
	...{ id: row.id, stap: row.stap, aanleiding: row.aanleiding, eigenWoorden: row.eigenWoorden },
	...{ uitkomst: row.uitkomst, by: row.recordedByName, isWithdrawal: row.isWithdrawal },
	date: numericDate(row.day),
	iso: row.day.toString(),
	recordedOn: numericDate(dayOf(row.recordedAt))
});

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'gesprekken', locals.now));
	const ladder = found(await ladderOf(actor, params.id, locals.now));
	const holds = new Set(ladder.standing.map(({ id }) => id));
	const edited = ladder.standing.find(({ id }) => id === url.searchParams.get('verbeter'));
	return {
		standing: ladder.standing.map(shape).toReversed(),
		former: ladder.all.filter(({ id }) => !holds.has(id)).map(shape),
		edited: edited ? shape(edited) : null,
		next: ladder.next,
		tekst: ladder.tekst,
		articles: handhavingStappen.map((stap) => ({
			stap,
			articles: ladder.grondslagen[stap].map(shapeArticle)
		})),
		rulings: ladder.uitspraken.map(shapeArticle),
		...{ today: dayOf(locals.now).toString(), formKey: newId() }
	};
};

const schema = z.object({
	...{ formKey, vervangt: optional(idField), stap: choice(handhavingStappen), dag: day },
	...{ aanleiding: required(lines(1000)), woorden: optional(lines(2000)), uitkomst: optional(lines(1000)) }
});
const base = (id: string) => localizeHref(`/admin/inburgeraars/${id}/gesprekken`);

export const actions: Actions = {
	noteer: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		found(await ladderOf(actor, params.id, locals.now));
		setHeaders({ 'x-portal-reflects': '1' });
		const form = await readForm(request, schema);
		if (!form.ok && 'formKey' in form.errors) error(400);
		if (!form.ok) return fail(400, { errors: form.errors, typed: form.typed });
		const { formKey: key, vervangt: replacesId, stap, dag, aanleiding, woorden, uitkomst } = form.data;
		const gesprek = { stap, dag, aanleiding, ...(woorden ? { eigenWoorden: woorden } : {}), ...(uitkomst ? { uitkomst } : {}) }; // prettier-ignore
		const sent = { key, ...(replacesId ? { replacesId } : {}) };
		const result = found(await sentOnce(() => recordGesprek(actor, params.id, gesprek, sent, locals.now)));
		const reden = result === 'al_verstuurd' ? result : result.ok ? undefined : result.reden;
		if (reden) {
			const errors: Record<string, string> = { [reden === 'toekomst' ? 'dag' : 'form']: reden };
			return fail(409, { errors, typed: form.typed });
		}
		redirect(303, base(params.id));
	},
	intrekken: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ id: idField }));
		if (!form.ok) error(404);
		const result = found(await withdrawGesprek(actor, params.id, form.data.id, locals.now));
		if (!result.ok) {
			const errors: Record<string, string> = { form: result.reden };
			return fail(409, { errors, typed: {} });
		}
		redirect(303, base(params.id));
	}
};
