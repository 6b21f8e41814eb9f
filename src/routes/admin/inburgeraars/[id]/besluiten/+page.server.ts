import { besluiten } from '#lib/domain/besluiten.ts';
import { dayOf } from '#lib/server/clock.ts';
import { decisionsOf } from '#lib/server/decisions.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeRows, standOf } from './shape.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'besluiten', locals.now));
	const decisions = found(await decisionsOf(actor, params.id, locals.now));
	return {
		done: besluiten.find((besluit) => besluit === url.searchParams.get('gedaan')) ?? null,
		besluiten: besluiten.map((besluit) => ({
			besluit,
			stand: standOf(decisions, besluit, dayOf(locals.now)),
			rows: shapeRows(decisions, besluit)
		}))
	};
};
