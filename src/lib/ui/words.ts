/** A text in the reader's language with the Dutch beside it. `own` absent: not translated yet, Dutch is shown and marked. */
export type Words = string | { own?: string; nl?: string };

export function ownOf(words: Words): string {
	return typeof words === 'string' ? words : (words.own ?? words.nl ?? '');
}
