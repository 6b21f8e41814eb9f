import { passing, type Passing } from '#lib/domain/cursussen/passing.ts';
import { geenAntwoorden, type Antwoorden } from '#lib/domain/cursussen/vraag.ts';
import type { Groep } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { adviceOf } from './cursus-advies.ts';
import { choicesOf, type Choice } from './cursus-keuze.ts';
import { shortlistOf, type Kept } from './cursus-lijst.ts';
import { cursusSituatie, cursusvraagVan } from './cursus-vraag.ts';
import type { Advice, AdviceLine } from './db/course-choices.ts';
import { listCourses, type Course } from './db/courses.ts';
import { database } from './db/current.ts';
import { isSince, seenSince } from './dossiers.ts';

/** What a consultant sees of somebody who chooses a course. */
export interface CourseDossier {
	groep: Groep | null;
	/** The list with the results that the participant sees; null: it is not shared now. */
	shared: { since: Temporal.Instant; kept: (Kept & { passing: Passing })[] } | null;
	signed: AdviceLine[];
	draft: Advice | undefined;
	/** Newest first. */
	choices: Choice[];
	/** What can be advised. */
	catalogue: Course[];
}

/** Undefined: not the actor's. The list is there only while it is shared. */
export async function courseDossier(
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<CourseDossier | undefined> {
	const { read } = database();
	const situatie = await cursusSituatie(actor, inburgeraarId, now);
	const advice = await adviceOf(actor, inburgeraarId);
	if (!situatie || !advice) return undefined;
	const since = await seenSince(actor, inburgeraarId);
	const { kept, sharedSince, answers } = await shortlistOf(read, inburgeraarId);
	const antwoorden: Antwoorden = { ...geenAntwoorden, ...answers };
	const vraag = cursusvraagVan(situatie, antwoorden, now);
	const fits = kept.map((one) => ({ ...one, passing: passing(one.aanbod, vraag) }));
	return {
		...{ groep: situatie.groep, signed: advice.signed, draft: advice.draft },
		shared: sharedSince && { since: sharedSince, kept: fits },
		choices: (await choicesOf(read, inburgeraarId)).filter(({ chosenAt }) => isSince(chosenAt, since)),
		catalogue: await listCourses(read, actor.gemeenteId)
	};
}
