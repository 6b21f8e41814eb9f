import { isNa, minMaanden, plusMaanden, type Dag } from './dag.ts';

/** How long something stays; `sinds`: from which day this number holds, `vanaf`: from when it counts. */
export interface Bewaartermijn {
	waarde: number;
	eenheid: 'uren' | 'dagen' | 'maanden';
	vanaf: string;
	sinds: string;
	bron: string;
}

const eigen = 'choice of the product, no law';
const term = (
	waarde: number,
	eenheid: Bewaartermijn['eenheid'],
	vanaf: string,
	bron = eigen
): Bewaartermijn => ({
	...{ waarde, eenheid, vanaf, bron },
	sinds: '2026-11-29'
});

/**
 * Every term after which data go by themselves (PRIV-06, AUD-08), the only place with these numbers. What a category of
 * docs/dataregister.json is made of: `inRegister`. A change is a new number with a new `sinds`.
 */
export const bewaartermijnen = {
	dossier: term(
		60,
		'maanden',
		'the day the duty ended',
		'PRIV-06; years per municipality: gemeenten.bewaarJaren'
	),
	audit: term(12, 'maanden', 'the event', 'AUD-08: at least 12 months, to be confirmed by the municipality'),
	incident: term(36, 'maanden', 'the event', 'AUD-08, BIO2 5.28.01'),
	grafsteen: term(12, 'maanden', 'the day of removal', 'longer than any backup: 90 days (PRIV-06)'),
	login: term(12, 'uren', 'the sign-in', 'SES-04'),
	poging: term(24, 'uren', 'the first wrong try', 'AUTH-05'),
	tussenstap: term(24, 'uren', 'the step', 'SES-09, SES-11, AUTH-08, AUTH-10: minutes to a day'),
	formulier: term(48, 'uren', 'the form', 'IN-11: at least 24 hours'),
	taak: term(30, 'dagen', 'the work'),
	bericht: term(30, 'dagen', 'when it was decided'),
	brief: term(90, 'dagen', 'the end of the letter'),
	apparaat: term(90, 'dagen', 'when it was taken away')
} as const satisfies Record<string, Bewaartermijn>;
export type Termijnnaam = keyof typeof bewaartermijnen;

/** The terms that each category of the register stands for; none: it goes with an account, a dossier or by hand. */
export const inRegister: Record<string, readonly Termijnnaam[]> = {
	duty5: ['dossier'],
	account: ['dossier', 'apparaat'],
	login: ['login'],
	short: ['poging', 'tussenstap', 'taak', 'bericht', 'brief'],
	day: ['formulier'],
	audit: ['audit', 'incident'],
	restore: ['grafsteen'],
	use: []
};

const hours = { uren: 1, dagen: 24 } as const;

/** What happened before this moment is past its term. Months are counted in UTC: a year is never an hour short. */
export function bewaargrens(naam: Termijnnaam, nu: Temporal.Instant): Temporal.Instant {
	const { waarde, eenheid }: Bewaartermijn = bewaartermijnen[naam];
	return eenheid === 'maanden'
		? nu.toZonedDateTimeISO('UTC').subtract({ months: waarde }).toInstant()
		: nu.subtract({ hours: waarde * hours[eenheid] });
}

/** Years that a municipality may choose; no number: five (PRIV-06). */
export const bewaarJaren = { minste: 1, meeste: 20, gewoon: bewaartermijnen.dossier.waarde / 12 };

/** Nothing that ended after this day is old enough. */
export const uiterlijkGeeindigd = (vandaag: Dag, jaren: number): Dag => minMaanden(vandaag, jaren * 12);

/** Whether a dossier has been kept long enough on `vandaag`, when the duty ended on `einde`. */
export const isBewaardGenoeg = (einde: Dag, vandaag: Dag, jaren: number): boolean =>
	!isNa(plusMaanden(einde, jaren * 12), vandaag);

/** Nobody reaches the AOW age before 60: who was born after this day has no end by age. A rough sieve, no law. */
export const geborenVoor = (vandaag: Dag, jaren: number): Dag => minMaanden(vandaag, (60 + jaren) * 12);
