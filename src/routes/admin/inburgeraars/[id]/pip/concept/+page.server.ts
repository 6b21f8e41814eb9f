import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { soortenVoor } from '#lib/domain/pipVelden.ts';
import { pipThemas } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { uitkomstOf } from '#lib/server/facts.ts';
import { newId } from '#lib/server/ids.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { discardDraft, dropAfspraak, moveAfspraak, type DraftResult } from '#lib/server/pip-drafts.ts';
import { publishDraft } from '#lib/server/pip-publish.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { addedBy, templateFromDraft, undoSjabloon } from '#lib/server/pip-templates.ts';
import type { PipVersie } from '#lib/domain/pipVelden.ts';
import type { Staff } from '#lib/server/actor.ts';
import {
	formKey as formKeySchema,
	idField,
	line,
	readForm,
	required,
	version
} from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { readZinKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { activitiesFor } from './afspraken/activities.server.ts';
import { openConcept } from './draft.server.ts';
import { errorsOf, publicatieSchema, redenKinds } from './publish.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { actor, dossier, plan, concept } = await openConcept(locals, params.id);
	if (!concept) return { concept: null };
	const { row, versie, voor, open, wijzigingen } = concept;
	const isSwitch = plan.huidig && row.leerroute && plan.huidig.leerroute !== row.leerroute;
	const wet = isSwitch ? await uitkomstOf(params.id, dayOf(locals.now)) : undefined;
	const soorten = pipThemas.map((thema) => ({ thema, soorten: soortenVoor(thema, voor) }));
	return {
		keepsTyped: '/publiceer',
		concept: {
			version: row.version,
			versie,
			open,
			wijzigingen,
			soorten,
			isFirst: !plan.huidig,
			reden: row.redenWijziging
		},
		activiteiten: await activitiesFor(actor, concept.voor, locals.now),
		erbij: await erbijVan(actor, url.searchParams.get('erbij'), versie),
		schakelen: wet && {
			uiterlijk: wet.outcome.leerroute.schakelenUiterlijk?.toString() ?? null,
			maximum: wet.facts.lokaalBeleid?.maximumSchakelingen ?? null
		},
		today: dayOf(locals.now).toString(),
		keuze: await zinKeuze(actor, redenKinds, dossier.person.locale),
		zinnen: await zinTekstenVan([{ ...versie, wijzigingen }], locals.locale),
		formKey: newId()
	};
};

/** What a template just brought and is still there, so that it can be undone. */
async function erbijVan(actor: Staff, key: string | null, { afspraken }: PipVersie) {
	const known = formKeySchema.safeParse(key).data;
	const ids = known ? await addedBy(actor, known) : [];
	const count = afspraken.filter(({ id }) => ids.includes(id)).length;
	return known && count > 0 ? { key: known, count } : null;
}

type Event = { request: Request; locals: App.Locals; params: { id: string } };
const one = z.object({ version, afspraak: idField });

function answer(result: DraftResult | undefined, path: string) {
	if (found(result).kind === 'conflict') return fail(409, { isConflict: true });
	redirect(303, localizeHref(path));
}

async function change({ request, locals, params }: Event, to: 'op' | 'neer' | 'weg') {
	const actor = staffOf(locals);
	const form = await readForm(request, one);
	if (!form.ok) return fail(400, { isConflict: true });
	const { afspraak, version: at } = form.data;
	const key = { inburgeraarId: params.id, version: at };
	const result =
		to === 'weg'
			? await dropAfspraak(actor, key, afspraak, locals.now)
			: await moveAfspraak(actor, key, afspraak, to, locals.now);
	return answer(result, `/admin/inburgeraars/${params.id}/pip/concept#afspraken`);
}

export const actions: Actions = {
	op: (event) => change(event, 'op'),
	neer: (event) => change(event, 'neer'),
	weg: (event) => change(event, 'weg'),
	/** Undoes a template. */
	ongedaan: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version, erbij: formKeySchema }));
		if (!form.ok) return fail(400, { isConflict: true });
		const key = { inburgeraarId: params.id, version: form.data.version };
		const result = await undoSjabloon(actor, key, form.data.erbij, locals.now);
		return answer(result, `/admin/inburgeraars/${params.id}/pip/concept`);
	},
	sjabloon: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey: formKeySchema, naam: required(line(80)) }));
		if (!form.ok) return fail(400, { naam: form.errors.naam ?? 'verplicht' });
		const { formKey, naam } = form.data;
		const id = found(await templateFromDraft(actor, params.id, naam, formKey, locals.now));
		redirect(303, localizeHref(`/admin/sjablonen/${id}`));
	},
	weggooien: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ version }));
		if (!form.ok) return fail(400, { isConflict: true });
		const key = { inburgeraarId: params.id, version: form.data.version };
		return answer(await discardDraft(actor, key, locals.now), `/admin/inburgeraars/${params.id}/pip`);
	},
	publiceer: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const { person } = found(await openDossier(actor, params.id, 'pip', locals.now));
		const form = await readForm(request, publicatieSchema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		const {
			keuze,
			isEdited,
			zinnen,
			errors: wrong
		} = await readZinKeuze(actor, typed, redenKinds, person.locale);
		if (!form.ok && form.isSwitch) return fail(200, { typed, keuze, errors: {} });
		if (isEdited) return fail(200, { typed, keuze, errors: wrong });
		const faults = { ...(form.ok ? {} : form.errors), ...wrong };
		if (!form.ok || Object.keys(faults).length > 0) return fail(400, { typed, keuze, errors: faults });
		const { formKey: key, version: at, reden, toelichting, dagtekening, bekendmaking } = form.data;
		const publicatie = { reden, zinnen, toelichting: toelichting || undefined, dagtekening, bekendmaking: bekendmaking ?? dagtekening }; // prettier-ignore
		try {
			const result = found(
				await publishDraft(actor, params.id, publicatie, { key, version: at }, locals.now)
			);
			if (result.kind === 'conflict') return fail(409, { typed, keuze, isConflict: true });
			if (result.kind === 'geweigerd') return fail(400, { typed, keuze, errors: errorsOf(result.fouten) });
			redirect(
				303,
				localizeHref(`/admin/inburgeraars/${params.id}/pip?vastgesteld=${String(result.versie)}`)
			);
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { typed, keuze, isRepeated: true });
			throw cause;
		}
	}
};
