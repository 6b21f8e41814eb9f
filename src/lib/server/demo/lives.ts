import type { Calendar } from './calendar.ts';
import { crowd } from './crowd.ts';
import type { ParticipantKey } from './ids.ts';
import type { Life, TellLife } from './life.ts';
import { asielB1Ar } from './lives/asiel-b1-ar.ts';
import { asielGezinPs } from './lives/asiel-gezin-ps.ts';
import { asielIntakeSo } from './lives/asiel-intake-so.ts';
import { asielOnderwijsFa } from './lives/asiel-onderwijs-fa.ts';
import { asielVerhuisdAm } from './lives/asiel-verhuisd-am.ts';
import { asielVerlengdFaAf } from './lives/asiel-verlengd-fa-af.ts';
import { asielZTi } from './lives/asiel-z-ti.ts';
import { gezinB1Tr } from './lives/gezin-b1-tr.ts';
import { gezinKlaarUk } from './lives/gezin-klaar-uk.ts';
import { gezinVraagEs } from './lives/gezin-vraag-es.ts';
import { gezinZKu } from './lives/gezin-z-ku.ts';

/** The stories of the personas; tests may ask for one: `personas['asiel-b1-ar'](calendar(now))`. */
export const personas: Record<ParticipantKey, TellLife> = {
	'asiel-b1-ar': asielB1Ar,
	'asiel-z-ti': asielZTi,
	'asiel-onderwijs-fa': asielOnderwijsFa,
	'asiel-intake-so': asielIntakeSo,
	'asiel-gezin-ps': asielGezinPs,
	'gezin-b1-tr': gezinB1Tr,
	'gezin-z-ku': gezinZKu,
	'asiel-verlengd-fa-af': asielVerlengdFaAf,
	'asiel-verhuisd-am': asielVerhuisdAm,
	'gezin-klaar-uk': gezinKlaarUk,
	'gezin-vraag-es': gezinVraagEs
};

/** Everybody of the demo. */
export const livesOf = (days: Calendar): Life[] => [
	...Object.values(personas).map((tell) => tell(days)),
	...crowd(days)
];
