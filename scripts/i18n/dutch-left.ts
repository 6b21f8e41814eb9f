import { isLatin } from './scripts.ts';

/** Frequent Dutch words that mean nothing in any of the other Latin-script languages; the exceptions stand below. */
const frequent =
	`aan afspraak afspraken als altijd antwoord bent bij binnen brief dag dagen dat deze dit doen een
	eigen en er gaat geeft geen gemeente gesprek haalt hebben hebt heeft het hij hoe hulp huis iemand ik inloggen is
	ja jaar kan keer kiest kijk klaar klopt komt krijgt kunt laat leren maand maanden maar meer met mijn minder mist
	moet na naar nee niet nieuw nieuwe nodig nog nu of om onder ook op opnieuw over punt staat stap stappen taal te
	telefoon tijd tot twee uit uren uur uw vaak van vandaag vanaf vind volgende voor vraag vragen waarom wanneer wat
	week weken welke werk wie wij wilt wordt worden zelf ziet zijn zonder`
		.split(/\s+/)
		.filter((word) => word.length > 2);

/** The same letters, another word. */
const others: Record<string, string[]> = {
	en: ['met', 'over', 'week'],
	so: ['aan'],
	ku: ['van'],
	fr: ['dit'],
	es: ['van']
};

/** Names and abbreviations in Latin letters that are nobody's language. */
const names = [
	'Mijn PIP',
	'Het Juridisch Loket',
	'Juridisch Loket',
	'Wet inburgering',
	'PIN',
	'QR',
	'ID',
	'het college',
	'functionaris gegevensbescherming',
	'Autoriteit Persoonsgegevens',
	'Nationale ombudsman',
	'Besluit digitale toegankelijkheid overheid'
];

/** One pattern per list of terms, long ones first, so that `B1-route` goes before `B1`. */
const patterns = new Map<readonly string[], RegExp>();
function patternOf(terms: readonly string[]): RegExp {
	const made = patterns.get(terms);
	if (made) return made;
	const sorted = [...terms, ...names].sort((a, b) => b.length - a.length).join('|');
	// A prefix or an ending of another script may touch it, as in ከDUO and PVTን; Latin letters may not.
	const pattern = new RegExp(
		`(?<![\\p{Script=Latin}\\p{N}])(?:${sorted})(?![\\p{Script=Latin}\\p{N}])`,
		'giu'
	);
	patterns.set(terms, pattern);
	return pattern;
}

/** What a translator wrote: without placeholders, terms of the glossary and names. */
export const withoutTerms = (sentence: string, terms: readonly string[]): string =>
	sentence.replaceAll(/\{\w+\}/g, ' ').replaceAll(patternOf(terms), ' ');

/** Dutch words in a translation that are no term of the glossary. */
export function dutchWords(sentence: string, locale: string, terms: readonly string[]): string[] {
	const words = withoutTerms(sentence, terms).match(/[\p{L}\p{M}’']+/gu) ?? [];
	if (!isLatin(locale)) return words.filter((word) => /\p{Script=Latin}/u.test(word));
	const own = others[locale] ?? [];
	return words.filter((word) => frequent.includes(word.toLowerCase()) && !own.includes(word.toLowerCase()));
}

/** Words that two languages share; a translation that is letter for letter the Dutch may consist of these. */
const shared: Record<string, string> = {
	en: 'account accounts dialect status document open diploma computer tablet menu gas water print sport workshop workshops later school per week plan',
	tr: 'tablet adres',
	so: 'tablet',
	ku: 'tablet menu workshop adres',
	fr: 'menu examen examens sport niveau',
	es: 'gas examen'
};

/** Whether a translation is the Dutch itself, with words in it that are neither a term nor shared. */
export function isDutchItself(
	sentence: string,
	dutch: string,
	locale: string,
	terms: readonly string[]
): boolean {
	if (sentence !== dutch) return false;
	const known = (shared[locale] ?? '').split(' ');
	const words = withoutTerms(sentence, terms).match(/\p{L}+/gu) ?? [];
	return words.some((word) => !known.includes(word.toLowerCase()));
}
