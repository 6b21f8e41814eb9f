/** Lower case without accents or double spaces: how names are compared in a search. */
export const fold = (text: string): string =>
	text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
