import { error, fail, redirect } from '@sveltejs/kit';
import { appointmentKinds } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import {
	invite,
	type GroupDraft,
	type Invitation,
	type Invitee
} from '#lib/server/appointment-invitations.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { readForm, type FieldErrors, type Parsed, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze, type ReadKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { sharedDraftOf, zinKinds } from '../../inburgeraars/[id]/afspraken/appointment-form.server.ts';
import { factsOf, inviteesOf, loose, many, schema, type Data } from './form.server.ts';
import { shapeActivities, shapePeople, shapePreview } from './shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const activities = await shapeActivities(actor, locals.now);
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const activity = activities.find(({ id }) => id === asked('activiteit'));
	const soort = appointmentKinds.find((kind) => kind === asked('soort')) ?? 'workshop';
	const values: Typed = {
		...{ zoek: asked('zoek'), taal: asked('taal'), groep: asked('groep'), route: asked('route') },
		...{ activiteit: activity?.id ?? '', allen: activity ? 'on' : '', wie: url.searchParams.getAll('wie') },
		...{ soort, dag: '', tijd: '', minuten: '60', waar: 'plaats', met: actor.id, metNaam: '', meenemen: [] },
		...{ plaats: activity?.place ?? '', adres: activity?.address ?? '', tolk: 'telefoon', toelichting: '' },
		...{ titel: activity?.title ?? '', plaatsen: String(activity?.capacity ?? '') }
	};
	return {
		...{ values, activities, formKey: newId() },
		host: { id: actor.id, name: actor.name },
		keuze: await zinKeuze(actor, zinKinds, 'nl'),
		people: await shapePeople(actor, values, locals.now)
	};
};

/** The form again, with who was chosen and what was typed. */
async function shownAgain(actor: Staff, typed: Typed, said: ReadKeuze, locals: App.Locals) {
	const people = await shapePeople(actor, typed, locals.now);
	return { typed, keuze: said.keuze, people, preview: null, problem: null };
}
const readZinnenOf = (actor: Staff, typed: Typed) => readZinKeuze(actor, typed, zinKinds, 'nl');

/** What a complete form describes; otherwise the form again. */
async function described(actor: Staff, form: Parsed<Data>, locals: App.Locals) {
	const { typed } = form;
	if (!form.ok && 'formKey' in form.errors) error(400);
	const said = await readZinnenOf(actor, typed);
	const again = () => shownAgain(actor, typed, said, locals);
	if (said.isEdited) return { answer: { ...(await again()), errors: said.errors } };
	if (!form.ok) return { answer: fail(400, { ...(await again()), errors: { ...form.errors, ...said.errors } }) }; // prettier-ignore
	const drafted = sharedDraftOf(form.data);
	const { chosen } = await shapePeople(actor, typed, locals.now);
	const errors: FieldErrors = {
		...said.errors,
		...('errors' in drafted ? drafted.errors : {}),
		...(chosen.length === 0 ? { wie: 'kies' } : {}),
		...(chosen.length > (form.data.plaatsen ?? chosen.length) ? { plaatsen: 'vol' } : {})
	};
	if ('errors' in drafted || Object.keys(errors).length > 0)
		return { answer: fail(400, { ...(await again()), errors }) };
	const zinnen = said.zinnen.length > 0 ? said.zinnen : null;
	return { data: form.data, draft: { ...drafted.draft, zinnen }, chosen };
}

async function preview(
	actor: Staff,
	what: { data: Data; draft: GroupDraft; ids: readonly string[]; typed: Typed },
	said: { invitees: Invitee[]; errors: FieldErrors; problem: 'tolktaal' | Invitation['kind'] | null },
	locals: App.Locals
) {
	const { data, draft, ids, typed } = what;
	const shown = await shapePreview(actor, { draft, mode: data.tolk, ids }, said.invitees, locals);
	const { errors, problem } = said;
	const kept: Typed = { ...typed, wie: [...ids], allen: '' };
	return { typed: kept, errors, problem, preview: shown, people: null, keuze: null };
}

export const actions: Actions = {
	zoek: async ({ request, locals, setHeaders }) => {
		const actor = staffOf(locals);
		const { typed } = await readForm(request, loose, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const said = await readZinnenOf(actor, typed);
		const shown = await shownAgain(actor, typed, said, locals);
		return { ...shown, typed: { ...typed, allen: '' } as Typed, errors: {} as FieldErrors };
	},
	bekijk: async ({ request, locals, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const known = await described(actor, form, locals);
		if (known.answer) return known.answer;
		const { data, draft, chosen: ids } = known;
		const nothing = { invitees: [], errors: {}, problem: null };
		return preview(actor, { data, draft, ids, typed: form.typed }, nothing, locals);
	},
	verstuur: async ({ request, locals, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, many);
		setHeaders({ 'x-portal-reflects': '1' });
		const known = await described(actor, form, locals);
		if (known.answer) return known.answer;
		const { data, draft } = known;
		const { invitees, errors } = inviteesOf(data) ?? error(400);
		const what = { data, draft, ids: data.wie, typed: form.typed };
		if (Object.keys(errors).length > 0)
			return fail(400, await preview(actor, what, { invitees, errors, problem: 'tolktaal' }, locals));
		const result = await sent(actor, { draft, facts: factsOf(data) }, invitees, data.formKey, locals.now);
		if (result.kind === 'verstuurd') redirect(303, localizeHref(`/admin/afspraken/${result.id}?nieuw=1`));
		return fail(409, await preview(actor, what, { invitees, errors, problem: result.kind }, locals));
	}
};

async function sent(...args: Parameters<typeof invite>): Promise<Invitation> {
	try {
		return found(await invite(...args));
	} catch (cause) {
		if (isDifferentPayload(cause)) error(422);
		throw cause;
	}
}
