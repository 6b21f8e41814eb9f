import type { Calendar } from './calendar.ts';
import type { Life, TellLife } from './life.ts';
import { asielB1Ar } from './lives/asiel-b1-ar.ts';

const personas: TellLife[] = [asielB1Ar];

/** Everybody of the demo. */
export const livesOf = (days: Calendar): Life[] => personas.map((tell) => tell(days));
