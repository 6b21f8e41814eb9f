import { createHash } from 'node:crypto';

/** What a translation was made from: it is outdated when this is another one. */
export const sourceHash = (dutch: string): string =>
	createHash('sha256').update(dutch).digest('hex').slice(0, 12);
