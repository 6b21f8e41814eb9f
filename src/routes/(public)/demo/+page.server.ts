import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { demoPeople, demoPerson } from '#lib/server/sign-in-demo.ts';
import { deviceKindOf } from '#lib/server/web/device-kind.ts';
import { line, readForm } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { startSession } from '#lib/server/web/session.ts';
import { startOf } from '../start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const people = found(await demoPeople());
	return {
		groups: {
			inburgeraars: people.filter(({ role }) => role === 'inburgeraar'),
			staff: people.filter(({ role }) => role !== 'inburgeraar')
		}
	};
};

export const actions: Actions = {
	default: async ({ request, cookies, getClientAddress }) => {
		found(await demoPeople());
		const form = await readForm(request, z.object({ persona: line(64) }));
		const person = found(form.ok ? await demoPerson(form.data.persona) : undefined);
		const back = await startSession(cookies, person, {
			deviceId: null,
			deviceKind: deviceKindOf(request),
			address: getClientAddress()
		});
		redirect(303, startOf(person, back));
	}
};
