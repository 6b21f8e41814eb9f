import type { Locale } from '#lib/paraglide/runtime.js';
import type { Actor } from '#lib/server/actor.ts';
import type { EndedSession } from '#lib/server/lucia-adapter.ts';

declare global {
	namespace App {
		interface Locals {
			actor: Actor | null;
			/** Nobody is signed in, and the browser still has the token of a login session that ended by itself (SES-11). */
			ended?: EndedSession;
			locale: Locale;
			/** The moment of this request: one clock for all that it does. */
			now: Temporal.Instant;
			/** The reader asked for little data (`Save-Data`): nothing is fetched without a tap, not even a player. */
			savesData: boolean;
			/** What an unexpected error says instead of 500, where it is no fault of the portal. */
			answer?: 422 | 429 | 503;
		}
		interface Error {
			message: string;
			/** What a caller can tell the help desk; nothing else about the error leaves the server (OUT-02). */
			correlationId?: string;
		}
	}
}

export {};
