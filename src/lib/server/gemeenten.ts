import type { Actor } from './actor.ts';
import { database } from './db/current.ts';
import { findGemeente, type Gemeente } from './db/people.ts';

/** The municipality of whoever is signed in; undefined for nobody and for a beheerder. */
export async function gemeenteOf(actor: Actor | null): Promise<Gemeente | undefined> {
	return actor?.gemeenteId ? findGemeente(database().read, actor.gemeenteId) : undefined;
}
