import { fail, type Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import type { Inburgeraar } from '#lib/server/actor.ts';
import { provePin } from '#lib/server/own-data.ts';
import { readForm } from '#lib/server/web/form.ts';
import { deviceTokens } from '#lib/server/web/session.ts';

/** Takes the PIN of the form as a fresh proof (AUTH-11). @returns what `ProvePin` shows; undefined: it is proven now */
export async function refusedProof(
	actor: Inburgeraar,
	{ request, cookies, locals }: { request: Request; cookies: Cookies; locals: App.Locals }
) {
	const form = await readForm(request, z.object({ pin: z.string().max(40) }));
	if (!form.ok)
		return fail(form.status, {
			reason: form.isSwitch ? ('taal' as const) : ('pin_cijfers' as const),
			left: 0
		});
	const outcome = await provePin(actor, deviceTokens(cookies), form.data.pin, locals.now);
	if (outcome.ok) return undefined;
	return fail(400, { reason: outcome.reason, left: 'left' in outcome ? outcome.left : 0 });
}
