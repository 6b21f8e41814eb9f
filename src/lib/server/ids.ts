import { randomBytes } from 'node:crypto';

/** A public id: 128 random bits in 22 characters (AC-07). */
export const newId = (): string => randomBytes(16).toString('base64url');
