/** What the portal and the provider of the tests know of each other: the same in every process of a run. */
export const client = { id: 'mijnpip', secret: 'loopback-only-0123456789' };
export const high = 'urn:test:hoog';
export const low = 'urn:test:laag';
