import { soortVanActiviteit } from '#lib/domain/activiteiten.ts';
import { soortenVoor, type PipVoor } from '#lib/domain/pipVelden.ts';
import { pipThemas } from '#lib/domain/vocabulary.ts';
import { allActivities } from '#lib/server/activities.ts';
import type { Staff } from '#lib/server/actor.ts';

/** The activities that can stand in the plan of this person. */
export async function activitiesFor(actor: Staff, voor: PipVoor, now: Temporal.Instant) {
	const soorten = new Set(pipThemas.flatMap((thema) => soortenVoor(thema, voor)));
	const all = await allActivities(actor, now);
	return all
		.filter(({ isActive, kind }) => isActive && soorten.has(soortVanActiviteit[kind]))
		.map(({ id, title, taken, capacity }) => ({ id, title, taken, capacity }));
}
