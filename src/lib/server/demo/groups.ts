import { appointmentGroups } from '../db/schema.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personaIds } from './ids.ts';
import { gemeenteIds } from './places.ts';

const titles: [word: string, title: string, capacity: number | null][] = [
	['huren', 'Huren en buren', 40],
	['zorg', 'Naar de huisarts', 20],
	['pvt-waarden', 'PVT: waarden van Nederland', 16],
	['pvt-tekenen', 'PVT: ondertekenen', null],
	['workshop-geld', 'Omgaan met geld', 12],
	['excursie-polder', 'Excursie naar de polder', 20]
];

/** What the appointments of one group invitation share. */
export const groupRows = (days: Calendar): (typeof appointmentGroups.$inferInsert)[] =>
	titles.map(([word, title, capacity]) => ({
		...{ id: demoId('group', word), gemeenteId: gemeenteIds.waterrijk, title, capacity },
		...{ createdBy: personaIds.consulent, createdAt: days.past(days.ago({ days: 20 }), '09:50') }
	}));
