import { z } from 'zod';
import { locales } from '#lib/domain/vocabulary.ts';
import type { Secrets } from './oidc-client.ts';
import { decrypt, encrypt } from './secrets.ts';

/** Pages of who is signed in that lead to the provider; the first one is of participants. */
export const oidcPlaces = ['/instellingen/koppeling', '/beveiliging', '/admin/medewerkers', '/admin/medewerkers/nieuw', '/admin/overzicht'] as const; // prettier-ignore

/** What somebody went to the provider for. */
export type Errand =
	| { kind: 'inburgeraar' | 'medewerker'; locale: (typeof locales)[number] }
	/** By somebody who is signed in: to link the account of the provider, or to prove again who it is. */
	| {
			kind: 'koppel' | 'bevestig';
			locale: (typeof locales)[number];
			/** Where somebody goes on. */
			back: (typeof oidcPlaces)[number];
			personId: string;
			sessionId: string;
	  };
export type Sealed = { errand: Errand; secrets: Secrets; startedAt: number };

const life = 10 * 60_000;
const purpose = 'oidc-onderweg';
const locale = z.enum(locales);
const shape = z.strictObject({
	errand: z.union([
		z.strictObject({ kind: z.enum(['inburgeraar', 'medewerker']), locale }),
		z.strictObject({
			...{ kind: z.enum(['koppel', 'bevestig']), locale, back: z.enum(oidcPlaces) },
			...{ personId: z.string(), sessionId: z.string() }
		})
	]),
	secrets: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() }),
	startedAt: z.number()
});

/** For the cookie of who is on the way to the provider: nobody else can read, change or make it. */
export const seal = (sealed: Sealed): string => encrypt(purpose, JSON.stringify(sealed));

/** Undefined: not ours, changed, or older than ten minutes. */
export function unseal(text: string | undefined, now: Temporal.Instant): Sealed | undefined {
	try {
		const sealed = shape.parse(JSON.parse(decrypt(purpose, text ?? '')));
		const age = now.epochMilliseconds - sealed.startedAt;
		return age >= -60_000 && age < life ? sealed : undefined;
	} catch {
		return undefined;
	}
}
