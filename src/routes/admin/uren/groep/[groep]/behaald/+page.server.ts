import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { groupDone } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { recordGroupDone } from '#lib/server/group-results.ts';
import { newId } from '#lib/server/ids.ts';
import { openSheet } from '#lib/server/partner-sheet.ts';
import { choices, day, formKey, readForm, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { sentOnce } from '../../../../inburgeraars/[id]/uren/forms.server.ts';
import { shapeDay } from '../../../../../presentie/shape.server.ts';
import { manyIds, recordedIn, recordedQuery } from '../../../group-done.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	const wanted = day.safeParse(url.searchParams.get('dag') ?? '').data;
	const sheet = found(await openSheet(actor, params.groep, wanted, locals.now));
	// Who was registered that day did it; without attendance everybody.
	const here = new Set(sheet.recorded.filter(({ minutes }) => minutes !== 0).map(({ id }) => id));
	return {
		...{ group: sheet.group, refusal: sheet.refusal, day: shapeDay(sheet.day, locals.locale) },
		people: [...sheet.recorded, ...sheet.people]
			.map(({ id, name }) => ({ id, name, isChecked: here.size === 0 || here.has(id) }))
			.toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
		...{ formKey: newId(), recorded: recordedIn(url) }
	};
};

const schema = z.object({ dag: day, gedaan: choices(groupDone), was: manyIds, formKey });

type Fault = 'onvolledig' | 'niemand' | 'kies' | 'toekomst' | 'al_verstuurd';
const refused = (status: number, fault: Fault, typed: Typed) => fail(status, { fault, typed });

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, ['was', 'gedaan']);
		setHeaders({ 'x-portal-reflects': '1' });
		if (!form.ok) return refused(400, 'onvolledig', form.typed);
		const { dag, gedaan: done, was: members, formKey: key } = form.data;
		if (members.length === 0) return refused(400, 'niemand', form.typed);
		if (done.length === 0) return refused(400, 'kies', form.typed);
		const sent = { day: dag, done, members };
		const result = await sentOnce(() => recordGroupDone(actor, params.groep, sent, key, locals.now));
		if (result === 'al_verstuurd') return refused(422, 'al_verstuurd', form.typed);
		const recorded = found(result);
		if (!recorded.ok) return refused(409, recorded.reden, form.typed);
		const query = `dag=${dag.toString()}&${recordedQuery(recorded)}`;
		redirect(303, localizeHref(`/admin/uren/groep/${params.groep}/behaald?${query}`));
	}
};
