import { numericDate } from '#lib/server/format.ts';
import { dayOf } from '#lib/server/clock.ts';
import { staffOfGemeente } from '#lib/server/staff-accounts.ts';
import { keeperOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeperOf(locals);
	const rows = await staffOfGemeente(actor, locals.now);
	return {
		hasGemeenten: actor.gemeenteId === null,
		rows: rows.map(({ person, gemeenteName, partnerName, guided, lastSignIn }) => ({
			id: person.id,
			name: person.name,
			role: person.role as 'consulent' | 'coordinator' | 'partner',
			jobTitle: person.jobTitle,
			gemeente: gemeenteName,
			partner: partnerName,
			isActive: person.isActive,
			isWaiting: person.mustChangePassword,
			guided: String(guided),
			lastSignIn: lastSignIn ? numericDate(dayOf(lastSignIn)) : null
		}))
	};
};
