import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { groupDone, hourCategories, type GroupDone } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { openGroup } from '#lib/server/appointment-groups.ts';
import { dayOf } from '#lib/server/clock.ts';
import { hoursOn, recordGroupHours } from '#lib/server/group-results.ts';
import { newId } from '#lib/server/ids.ts';
import { choice, choices, duration, formKey, optional, readForm, type Typed } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { hoursOfKind } from '../../../inburgeraars/[id]/afspraken/outcome.server.ts';
import { sentOnce } from '../../../inburgeraars/[id]/uren/forms.server.ts';
import { manyIds, recordedQuery } from '../../../uren/group-done.server.ts';
import { shapeGroup } from '../../shape.server.ts';
import type { Actions, PageServerLoad } from './$types';

const clockText = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const doneOfKind: Partial<Record<string, GroupDone>> = { pvt_ondertekening: 'pvt_ondertekeningsbijeenkomst', excursie: 'pvt_activiteit' }; // prettier-ignore

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const page = found(await openGroup(actor, params.groep, locals.now));
	const { rows, common } = page;
	const on = rows.filter(({ status }) => status !== 'afgezegd');
	const category = hoursOfKind[common.kind];
	const days = on.map(({ startsAt }) => dayOf(startsAt));
	const standing = category ? await hoursOn(on.map((row) => row.inburgeraarId), category, days) : []; // prettier-ignore
	const has = (id: string, at: Temporal.Instant) => standing.some((sum) => sum.id === id && sum.day.equals(dayOf(at))); // prettier-ignore
	return {
		group: shapeGroup(page, locals.locale, locals.now),
		category: category ?? '',
		done: doneOfKind[common.kind] ?? null,
		people: on.map(({ inburgeraarId: id, name, status, minutes, startsAt }) => ({
			...{ id, name, time: clockText(minutes), hasHours: has(id, startsAt) },
			isChecked: status !== 'niet_gekomen'
		})),
		formKey: newId()
	};
};

const times = z.preprocess((v) => (v === '' ? [] : [v].flat()), z.array(z.string().max(40)).max(200));
const schema = z.object({
	...{ soort: optional(choice(hourCategories)), gedaan: choices(groupDone), formKey },
	...{ lid: manyIds, duur: times, was: manyIds }
});

type Fault = 'onvolledig' | 'niemand' | 'kies' | 'tijd' | 'toekomst' | 'al_verstuurd';
const refused = (status: number, fault: Fault, typed: Typed, wrong: string[] = []) =>
	fail(status, { fault, wrong, typed });

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, schema, ['lid', 'duur', 'was', 'gedaan']);
		setHeaders({ 'x-portal-reflects': '1' });
		const { typed } = form;
		if (!form.ok || form.data.lid.length !== form.data.duur.length) return refused(400, 'onvolledig', typed);
		const { soort: category, gedaan, lid, duur, was, formKey: key } = form.data;
		if (was.length === 0) return refused(400, 'niemand', typed);
		if (!category && gedaan.length === 0) return refused(400, 'kies', typed);
		const timeOf = (id: string) =>
			category ? duration(1440).safeParse(duur[lid.indexOf(id)] ?? '').data : 0;
		const wrong = was.filter((id) => timeOf(id) === undefined);
		if (wrong.length > 0) return refused(400, 'tijd', typed, wrong);
		const people = was.map((id) => ({ id, minutes: timeOf(id) ?? 0 }));
		const sent = { category, done: gedaan, people };
		const result = await sentOnce(() => recordGroupHours(actor, params.groep, sent, key, locals.now));
		if (result === 'al_verstuurd') return refused(422, 'al_verstuurd', typed);
		const recorded = found(result);
		if (!recorded.ok) return refused(409, recorded.reden, typed);
		redirect(303, localizeHref(`/admin/afspraken/${params.groep}?${recordedQuery(recorded)}`));
	}
};
