import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { readCode } from '#lib/server/activation-code.ts';
import { openLetter } from '#lib/server/activation-letters.ts';
import { numericDate } from '#lib/server/format.ts';
import { birthDay, line, readForm, required } from '#lib/server/web/form.ts';
import { setPending } from '#lib/server/web/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ keepsTyped: '' });

const schema = z.object({ code: required(line(60)), geboortedatum: birthDay });

export const actions: Actions = {
	default: async ({ request, cookies, locals }) => {
		const form = await readForm(request, schema);
		if (!form.ok && form.isSwitch) return fail(200, { errors: {}, typed: form.typed });
		// Both fields are judged at once: nobody fixes one to be told about the other.
		const typo = !readCode(String(form.ok ? form.data.code : (form.typed.code ?? ''))) && {
			code: 'typefout'
		};
		if (!form.ok) return fail(400, { errors: { ...typo, ...form.errors }, typed: form.typed });
		const { code, geboortedatum } = form.data;
		const typed = { code, geboortedatum: numericDate(geboortedatum) };
		if (typo) return fail(400, { errors: typo, typed });
		const pending = await openLetter(code, geboortedatum, locals.now);
		if (!pending) return fail(400, { errors: { brief: 'onjuist' }, typed });
		setPending(cookies, pending);
		redirect(303, localizeHref('/activeren/pin'));
	}
};
