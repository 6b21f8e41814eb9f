import { minutenVan } from '#lib/domain/activiteiten.ts';
import type { activities, enrolments, pipTemplates } from '../db/schema.ts';
import type { Calendar } from './calendar.ts';
import { demoId, personaIds } from './ids.ts';
import { gemeenteIds, partnerIds } from './places.ts';
import { week } from './tell.ts';

type Activity = typeof activities.$inferInsert;
type Told = Pick<Activity, 'kind' | 'title' | 'partnerId' | 'place' | 'capacity' | 'weekdays'> & {
	word: string;
};

const told: Told[] = [
	{ word: 'geld', kind: 'workshop', title: 'Omgaan met geld', partnerId: partnerIds.welzijn, place: 'Buurthuis De Sluis', capacity: 12, weekdays: week([2], '09:30', '11:30') }, // prettier-ignore
	{ word: 'digitaal', kind: 'workshop', title: 'DigiD en de computer', partnerId: null, place: 'Bibliotheek', capacity: 8, weekdays: week([3], '13:30', '15:30') }, // prettier-ignore
	{ word: 'taalcafe', kind: 'taalmaatje', title: 'Taalcafé', partnerId: partnerIds.samenloop, place: 'Bibliotheek', capacity: null, weekdays: week([4], '19:00', '20:30') }, // prettier-ignore
	{ word: 'zwemmen', kind: 'sport', title: 'Zwemmen voor vrouwen', partnerId: null, place: 'Zwembad De Golf', capacity: 15, weekdays: week([5], '10:00', '11:00') }, // prettier-ignore
	{ word: 'tuin', kind: 'vrijwilligerswerk', title: 'Helpen in de buurttuin', partnerId: null, place: 'Buurttuin Rietpark', capacity: 6, weekdays: week([1], '13:00', '15:00') }, // prettier-ignore
	{ word: 'pvt', kind: 'pvt', title: 'PVT-groep', partnerId: null, place: 'Stadhuis', capacity: 16, weekdays: week([4], '13:00', '15:00') } // prettier-ignore
];

export const activityRows = (days: Calendar): Activity[] =>
	told.map(({ word, ...activity }) => ({
		...activity,
		...{ id: demoId('activity', word), gemeenteId: gemeenteIds.waterrijk },
		...{ minutesPerWeek: minutenVan(activity.weekdays), vanaf: days.ago({ days: 30 }) }
	}));

/** Courses that people already follow, as places in the activity that they are. */
export function placeInActivities(rows: (typeof enrolments.$inferInsert)[]): void {
	for (const { word, kind } of told) {
		const free = rows.filter((row) => row.kind === kind && !row.activityId && !row.tot);
		for (const row of free.slice(0, 5)) row.activityId = demoId('activity', word);
	}
}

export const templateRows = (days: Calendar): (typeof pipTemplates.$inferInsert)[] => {
	const own = {
		gemeenteId: gemeenteIds.waterrijk,
		createdBy: personaIds.consulent,
		createdAt: days.past(days.ago({ days: 60 }), '10:15')
	};
	return [
		{
			...{ ...own, id: demoId('template', 'b1'), name: 'B1 met taalcafé', leerroute: 'b1' },
			afspraken: [
				{
					thema: 'inburgering',
					soort: 'taalles',
					uitvoerder: 'aanbieder',
					metWie: 'Taalschool De Brug',
					vanafDagen: 21,
					zinnen: [{ zin: 'stock:pip_lessen', slots: {} }]
				},
				{ thema: 'participatie', soort: 'taalmaatje', uitvoerder: 'samen', metWie: 'Taalcafé', plaats: 'Bibliotheek', vanafDagen: 14, zinnen: [{ zin: 'stock:pip_taalmaatje', slots: { minuten: '60' } }] }, // prettier-ignore
				{ thema: 'begeleiding', soort: 'voortgangsgesprek', uitvoerder: 'samen', vanafDagen: 90 }
			]
		},
		{
			...{ ...own, id: demoId('template', 'z'), name: 'Z, rustig begin', leerroute: 'z', groep: 'asiel' },
			afspraken: [
				{ thema: 'inburgering', soort: 'alfabetisering', uitvoerder: 'aanbieder', vanafDagen: 30 },
				{ thema: 'participatie', soort: 'vrijwilligerswerk', uitvoerder: 'samen', plaats: 'Buurttuin Rietpark', vanafDagen: 60 }, // prettier-ignore
				{ thema: 'begeleiding', soort: 'voortgangsgesprek', uitvoerder: 'samen', vanafDagen: 60 }
			]
		}
	];
};
