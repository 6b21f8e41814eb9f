import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { issueLetter, letterStatus } from '#lib/server/activation-letters.ts';
import { dayOf } from '#lib/server/clock.ts';
import { config } from '#lib/server/config.ts';
import { numericDate } from '#lib/server/format.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { qrOf } from '#lib/server/qr.ts';
import { formKey, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { isTranslated } from '#lib/ui/languages.ts';
import type { Actions, PageServerLoad } from './$types';

const dateOf = (moment: Temporal.Instant | undefined) => (moment ? numericDate(dayOf(moment)) : undefined);

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { state, createdAt, expiresAt } = found(await letterStatus(staffOf(locals), params.id, locals.now));
	const isForgotten = url.searchParams.has('vergeten');
	return { formKey: newId(), state, madeOn: dateOf(createdAt), validUntil: dateOf(expiresAt), isForgotten };
};

export const actions: Actions = {
	/** The code exists in this answer and on paper only: no redirect, and sent again it is not shown again. */
	default: async ({ request, locals, params }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ formKey }));
		if (!form.ok) return fail(400, { alreadyMade: true as const });
		try {
			const letter = found(await issueLetter(actor, params.id, form.data.formKey, locals.now));
			if (letter === 'al_gemaakt') return fail(409, { alreadyMade: true as const });
			const { code, name, locale, expiresAt } = letter;
			const address = `${config().portalOrigin}/activeren`;
			// After the `#`: no browser sends that part, so no log can hold the code (AUTH-07).
			const own = isTranslated(locale) ? locale : 'nl';
			const qr = qrOf(`${config().portalOrigin}${localizeHref('/activeren', { locale: own })}#${code}`);
			return { letter: { code, name, locale, address, qr, validUntil: dateOf(expiresAt) ?? '' } };
		} catch (error) {
			if (isDifferentPayload(error)) return fail(422, { alreadyMade: true as const });
			throw error;
		}
	}
};
