import type { Onderwerp, Reden } from '#lib/domain/uitkomst.ts';
import type { Onderwerpen } from '#lib/domain/uitkomsten.ts';

/** The subjects that also speak about a person under the old act. */
const blijft = ['toepasselijkeWet', 'groep', 'elip', 'handhaving'];
const omlijsting = ['grondslag', 'besluitDoor', 'beoordeling', 'reden'];

/** Wi2021 art. 54 lid 1: under the Wi2013 the rules of the Wi2021 say nothing: every value unknown, `wi2013`. */
export function onderWi2013<T extends Partial<Onderwerpen>>(onderwerpen: T): T {
	const entries = Object.entries(onderwerpen).map(([naam, subject]) => [
		naam,
		blijft.includes(naam) ? subject : zonderWaarden(subject)
	]);
	return Object.fromEntries(entries) as T;
}

function zonderWaarden<T extends Onderwerp<object>>(subject: T): T {
	const keys = Object.keys(subject).filter((key) => !omlijsting.includes(key));
	const values = Object.fromEntries(keys.map((key) => [key, null]));
	const reden = Object.fromEntries(keys.map((key) => [key, 'wi2013' satisfies Reden]));
	return { ...subject, ...values, beoordeling: null, reden };
}
