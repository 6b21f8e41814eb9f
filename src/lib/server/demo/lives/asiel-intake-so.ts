import type { TellLife } from '../life.ts';
import { event } from '../tell.ts';

/** Abdirahman has lived in Waterrijk for five weeks. There is no plan yet: he is in the middle of the intake. */
export const asielIntakeSo: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ days: 36 });
	return {
		key: 'asiel-intake-so',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: huisvesting,
		person: {
			name: 'Abdirahman Warsame Jama',
			locale: 'so',
			born: days.ago({ years: 29, days: 300 }),
			phone: '06 00 00 11 04',
			createdOn: huisvesting
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 7 }),
		tolktaal: 'Somalisch',
		lastSeen: days.ago({ days: 3 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 6 })),
			event('koppeling', days.workdayAgo({ months: 4 })),
			event('duo_kennisgeving', days.workdayAgo({ days: 52 }), { wet: 'wi2021' }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', huisvesting.add({ days: 1 })),
			event('intake_oproep', days.workdayAgo({ days: 29 }), { nummer: 1 }),
			event('intake_gesprek', days.workdayAgo({ days: 12 }), { nummer: 1 })
		],
		pips: [],
		appointments: [
			{
				id: 'intake-1',
				kind: 'brede_intake',
				day: days.workdayAgo({ days: 12 }),
				time: '10:00',
				minutes: 90,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				answer: 'bevestigd'
			},
			{
				id: 'leerbaarheidstoets',
				kind: 'leerbaarheidstoets',
				day: days.soon(1),
				time: '09:00',
				minutes: 120,
				where: 'bibliotheek',
				bring: ['identiteitsbewijs', 'bril'],
				interpreter: 'telefoon',
				isInterpreterArranged: true
			},
			{
				id: 'kennismaken',
				kind: 'huisbezoek',
				day: days.soon(4),
				time: '16:00',
				minutes: 60,
				where: 'thuis',
				withName: 'Tom Willemse, Stichting Samenloop'
			},
			{
				id: 'intake-2',
				kind: 'brede_intake',
				day: days.soon(6),
				time: '13:00',
				minutes: 90,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				bring: ['diploma', 'brief']
			}
		],
		questions: [
			{
				id: 'toets',
				topic: 'afspraak',
				about: { appointment: 'leerbaarheidstoets' },
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 8 }),
						time: '19:10',
						text: 'Imtixaanku ma adag yahay?',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 7 }), time: '11:25', answer: 'het_klopt', text: 'U kunt niet zakken. De toets laat zien hoe u het beste leert.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
