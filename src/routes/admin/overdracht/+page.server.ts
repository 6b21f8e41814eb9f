import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { recordListRead } from '#lib/server/audit.ts';
import { numericDate } from '#lib/server/format.ts';
import { plannedHandovers, withdrawHandover, type PlannedHandover } from '#lib/server/overdracht.ts';
import { incomingTransfers } from '#lib/server/overplaatsing.ts';
import { idField, readForm } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import { shapeOffer } from './packet.server.ts';
import type { Actions, PageServerLoad } from './$types';

const confirmations = ['overgedragen', 'ingetrokken', 'was_weg', 'geweigerd'] as const;

/** A line per person: after a replacement the person comes back, or goes on to somebody else. */
function shapePlanned(rows: readonly PlannedHandover[]) {
	return [...Map.groupBy(rows, ({ inburgeraarId }) => inburgeraarId)].flatMap(([id, [first, ...later]]) =>
		first
			? {
					...{ id, name: first.name, van: first.van?.name ?? null, naar: first.naar.name },
					...{ vanaf: numericDate(first.vanaf), tot: first.totEnMet && numericDate(first.totEnMet) },
					daarna: later.map(({ naar }) => naar.name)
				}
			: []
	);
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const [planned, incoming] = [await plannedHandovers(actor), await incomingTransfers(actor)];
	const seen = [...new Set([...planned, ...incoming].map(({ inburgeraarId }) => inburgeraarId))];
	await recordListRead(actor, 'overdracht', seen, locals.now);
	const people = Number(url.searchParams.get('mensen') ?? '');
	return {
		done: confirmations.find((known) => known === url.searchParams.get('klaar')) ?? null,
		people: Number.isSafeInteger(people) ? people : 0,
		planned: shapePlanned(planned),
		incoming: incoming.map(shapeOffer)
	};
};

export const actions: Actions = {
	intrekken: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, z.object({ id: idField }));
		if (!form.ok) error(404);
		const isWithdrawn = found(await withdrawHandover(actor, form.data.id, locals.now));
		redirect(303, localizeHref(`/admin/overdracht?klaar=${isWithdrawn ? 'ingetrokken' : 'was_weg'}`));
	}
};
