/** What can be the matter with a course of the catalogue. */
export const attention = ['verouderd', 'keurmerk', 'prijs', 'start', 'verborgen'] as const;
export type Attention = (typeof attention)[number];
