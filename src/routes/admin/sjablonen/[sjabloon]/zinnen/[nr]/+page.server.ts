import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { findSjabloon, saveSjabloon } from '#lib/server/pip-templates.ts';
import { formKey, readForm, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { zinKinds } from '../../../../inburgeraars/[id]/pip/concept/afspraken/[afspraak]/afspraak.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ ...zinFields, version, formKey });

/** One agreement of a template of the own municipality, by its place in it. */
async function agreementOf(actor: Staff, id: string, nr: string) {
	const sjabloon = found(await findSjabloon(actor, id));
	const afspraak = found(sjabloon.stock ? undefined : sjabloon.afspraken[Number(nr)]);
	return { sjabloon, afspraak };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const { sjabloon, afspraak } = await agreementOf(actor, params.sjabloon, params.nr);
	const { thema, soort, zinnen = [] } = afspraak;
	return {
		...{ name: sjabloon.name, version: sjabloon.version, thema, soort, formKey: newId() },
		keuze: await zinKeuze(actor, zinKinds, 'nl', zinnen)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const { sjabloon, afspraak } = await agreementOf(actor, params.sjabloon, params.nr);
		const form = await readForm(request, schema);
		setHeaders({ 'x-portal-reflects': '1' });
		const { keuze, zinnen, isEdited, errors } = await readZinKeuze(actor, form.typed, zinKinds, 'nl');
		// Until both texts were shown, the form stays that of the version it was made from.
		const shown = { keuze, errors, version: String(form.typed.version) };
		if (isEdited) return shown;
		if (!form.ok && ('formKey' in form.errors || 'version' in form.errors)) error(400);
		if (!form.ok || Object.keys(errors).length > 0) return fail(400, shown);
		const at = { id: params.sjabloon, version: form.data.version, formKey: form.data.formKey };
		const changed = { ...afspraak, zinnen: zinnen.length > 0 ? zinnen : undefined };
		const afspraken = sjabloon.afspraken.map((one) => (one === afspraak ? changed : one));
		try {
			const { kind } = found(await saveSjabloon(actor, at, { afspraken }, locals.now));
			if (kind === 'conflict') return fail(409, { keuze, errors, isConflict: true });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { keuze, errors, isConflict: true });
			throw cause;
		}
		redirect(303, localizeHref(`/admin/sjablonen/${params.sjabloon}#a-${params.nr}`));
	}
};
