import type { Actor } from '#lib/server/actor.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';

/** Where to reach the municipality of whoever is signed in; null for anybody else. */
export async function municipalityOf(actor: Actor | null) {
	const gemeente = await gemeenteOf(actor);
	if (!gemeente) return null;
	const { name, phone, openingHours, postalAddress } = gemeente;
	return { name, phone, openingHours, postalAddress };
}
