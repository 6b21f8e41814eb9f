import { createHash } from 'node:crypto';

/** The same words always give the same public id, so that tests and bookmarks of the demo keep working. */
export const demoId = (...words: (string | number)[]): string =>
	createHash('sha256')
		.update(`mijn-pip-demo:${words.join('/')}`)
		.digest('base64url')
		.slice(0, 22);

export const personId = (key: string): string => demoId('person', key);

/** The participants of the demo, each in another situation and with another first language. */
export const participantKeys = ['asiel-b1-ar', 'asiel-z-ti', 'asiel-onderwijs-fa', 'asiel-intake-so', 'asiel-gezin-ps', 'gezin-b1-tr', 'gezin-z-ku', 'asiel-verlengd-fa-af', 'asiel-verhuisd-am', 'gezin-klaar-uk', 'gezin-vraag-es'] as const; // prettier-ignore
export const staffKeys = ['consulent', 'consulent-collega', 'consulent-elders', 'coordinator', 'partner-taalschool', 'partner-welzijn', 'partner-elders', 'beheerder'] as const; // prettier-ignore
export type ParticipantKey = (typeof participantKeys)[number];
export type StaffKey = (typeof staffKeys)[number];

/** Id of every persona, by key. */
export const personaIds = Object.fromEntries(
	[...participantKeys, ...staffKeys].map((key) => [key, personId(key)])
) as Record<ParticipantKey | StaffKey, string>;
