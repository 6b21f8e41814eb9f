import { opVolgorde, passing, type Passing } from '#lib/domain/cursussen/passing.ts';
import type { Cursusaanbod } from '#lib/domain/cursussen/aanbod.ts';
import { dagdelen, openbareVraag, reistijden, type Antwoorden, type Cursusvraag } from '#lib/domain/cursussen/vraag.ts'; // prettier-ignore
import { cursusNiveaus, leerroutes } from '#lib/domain/vocabulary.ts';
import { isInburgeraar, type Inburgeraar } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { gemeentenWithAanbod, listAanbod } from '#lib/server/courses.ts';
import { cursusSituatie, cursusvraagVan, type CursusSituatie } from '#lib/server/cursus-vraag.ts';
import { found } from '#lib/server/web/guard.ts';

/** Who asks, and what: all of it stands in the address, nothing is kept. */
export interface Keuze {
	actor: Inburgeraar | null;
	situatie: CursusSituatie | null;
	/** Null: the municipality was not chosen yet. */
	gemeenteId: string | null;
	/** Municipalities to choose from; none for a participant. */
	gemeenten: { slug: string; name: string }[];
	antwoorden: Antwoorden;
	vraag: Cursusvraag;
	/** The answers as a query, to go along in links. */
	query: string;
}
export type Gevonden = { aanbod: Cursusaanbod; passing: Passing };

const fields = ['gemeente', 'route', 'niveau', 'dag', 'deel', 'reis', 'opvang', 'lening'];
const days = [1, 2, 3, 4, 5, 6, 7];

/** Answers from an address; what is not an answer is none. */
export function readAntwoorden(query: URLSearchParams): Antwoorden {
	const yesNo = (name: string) => {
		const answer = query.get(name);
		return answer === 'ja' || answer === 'nee' ? answer === 'ja' : null;
	};
	return {
		niveau: cursusNiveaus.find((niveau) => niveau === query.get('niveau')) ?? null,
		dagen: days.filter((day) => query.getAll('dag').includes(String(day))),
		delen: dagdelen.filter((deel) => query.getAll('deel').includes(deel)),
		reisMinuten: reistijden.find((minuten) => String(minuten) === query.get('reis')) ?? null,
		heeftOpvangNodig: yesNo('opvang'),
		isMetLening: yesNo('lening')
	};
}

/** Who asks what: a participant with the plan, everybody else with answers alone. */
export async function readKeuze({ locals, url }: { locals: App.Locals; url: URL }): Promise<Keuze> {
	const { searchParams } = url;
	const antwoorden = readAntwoorden(searchParams);
	const query = new URLSearchParams([...searchParams].filter(([name, value]) => fields.includes(name) && value)); // prettier-ignore
	const actor = locals.actor && isInburgeraar(locals.actor) ? locals.actor : null;
	const shared = { actor, antwoorden, query: String(query) };
	if (actor) {
		const situatie = found(await cursusSituatie(actor, actor.id, locals.now));
		const vraag = cursusvraagVan(situatie, antwoorden, locals.now);
		return { ...shared, situatie, gemeenteId: actor.gemeenteId, gemeenten: [], vraag };
	}
	const gemeenten = await gemeentenWithAanbod();
	const route = leerroutes.find((known) => known === searchParams.get('route')) ?? null;
	return {
		...shared,
		situatie: null,
		gemeenteId: gemeenten.find(({ slug }) => slug === searchParams.get('gemeente'))?.id ?? null,
		gemeenten,
		vraag: openbareVraag(antwoorden, route, dayOf(locals.now))
	};
}

/** The courses of the municipality, the best fit first. */
export async function gevondenVoor({ gemeenteId, vraag }: Keuze): Promise<Gevonden[]> {
	const all = gemeenteId ? await listAanbod(gemeenteId) : [];
	return all.map((aanbod) => ({ aanbod, passing: passing(aanbod, vraag) })).toSorted(opVolgorde);
}

/** Does the municipality arrange the course of this person, so that there is nothing to choose? */
export const isGeregeld = ({ situatie }: Keuze) => situatie?.groep === 'asiel';
