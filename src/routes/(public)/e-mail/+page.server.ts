import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { confirmAddress } from '#lib/server/own-email.ts';
import { readForm } from '#lib/server/web/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ keepsTyped: '' });

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, z.object({ link: z.string().max(200) }));
		const link = String(form.typed.link ?? '');
		if (!form.ok) return fail(form.status, { outcome: form.isSwitch ? ('taal' as const) : ('verlopen' as const), link }); // prettier-ignore
		if (!link) return fail(400, { outcome: 'leeg' as const, link });
		const outcome = await confirmAddress(form.data.link.trim(), locals.now);
		return outcome === 'bevestigd' ? { outcome, link: '' } : fail(400, { outcome, link });
	}
};
