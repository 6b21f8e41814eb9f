import type { TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, participatie, week } from '../tell.ts'; // prettier-ignore

/**
 * Zarghuna joined her husband, a status holder. Her own permit is a regular one: she belongs to the group asiel, but
 * ontzorgen is not for her. She learns with two small children at home, slower than planned.
 */
export const asielGezinPs: TellLife = (days) => {
	const brp = days.workdayAgo({ months: 9 });
	const pip = days.workdayAgo({ days: 183 });
	const startCursus = pip.add({ days: 49 });
	return {
		key: 'asiel-gezin-ps',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: brp,
		person: {
			name: 'Zarghuna Stanekzai',
			locale: 'ps',
			born: days.ago({ years: 31, days: 12 }),
			phone: '06 00 00 11 05',
			createdOn: brp
		},
		groep: 'asiel',
		verblijfsvergunning: 'regulier_gezin_bij_asielhouder',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 10 }),
		tolktaal: 'Pasjtoe',
		lastSeen: days.ago({ days: 9 }),
		events: [
			event('inschrijving_brp', brp),
			event('duo_kennisgeving', days.workdayAgo({ days: 235 }), { wet: 'wi2021' }),
			event('bijstand', brp.add({ days: 3 })),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			...gesprekken(days, 58)
		],
		pips: [
			{
				dagtekening: pip,
				leerroute: 'b1',
				niveauLezen: 'b1',
				niveauLuisteren: 'b1',
				niveauSchrijven: 'b1',
				niveauSpreken: 'b1',
				intensiteitMinutenPerWeek: 360,
				intensiteitMinutenTotaal: 42_000,
				isAlfabetiseringInPip: true,
				alfabetiseringMinuten: 7200,
				cursusinstelling: 'Taalschool De Brug',
				startCursus,
				eindeCursus: days.in({ months: 20 }),
				hasKeurmerk: true,
				einddoel: 'werk',
				pvtMinutenGepland: 720,
				moduleMapMinutenGepland: 3600,
				voortgangsgesprekkenInPip: 3,
				maatschappelijkeBegeleidingDoor: 'Stichting Samenloop',
				toelichting: 'Zodra beide kinderen naar de opvang gaan, kijken we naar een derde ochtend les.',
				afspraken: [
					inburgering('taalles', 'aanbieder', {
						minutenPerWeek: 240,
						metWie: 'Taalschool De Brug',
						vanaf: startCursus
					}),
					inburgering('alfabetisering', 'aanbieder', { minutenPerWeek: 120, metWie: 'Taalschool De Brug', vanaf: startCursus }), // prettier-ignore
					inburgering('examen', 'inburgeraar', { aantal: 5 }),
					participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720, metWie: 'Welzijn Waterrijk' }),
					participatie('module_map_bijeenkomst', 'gemeente', {
						minutenTotaal: 1200,
						metWie: 'Welzijn Waterrijk'
					}),
					participatie('praktijkplaats', 'samen', { minutenTotaal: 2400, toelichting: 'Nog te kiezen.' }),
					participatie('vve', 'samen', { aantal: 4, plaats: 'Kinderopvang Pluis', toelichting: 'Vier dagdelen per week voor het jongste kind.' }), // prettier-ignore
					begeleiding('voortgangsgesprek', 'samen', { aantal: 3, metWie: 'Sanne de Wit' }),
					begeleiding('tolk', 'gemeente', { toelichting: 'Bij voorkeur een vrouw.' })
				],
				seen: { day: pip.add({ days: 12 }), understood: 'vraag' }
			}
		],
		states: { taalles: 'bezig', alfabetisering: 'bezig', examen: 'open', pvt_bijeenkomst: 'bezig', module_map_bijeenkomst: 'open', praktijkplaats: 'open', vve: 'bezig', voortgangsgesprek: 'bezig', tolk: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands voor beginners, met kinderopvang',
				week: week([2, 5], '09:00', '12:00'),
				tot: days.in({ months: 20 }),
				hours: [
					{ category: 'nt2', total: 2400, perDay: 120, missed: 3, waiting: 2 },
					{ category: 'alfabetisering', total: 1200, perDay: 60, missed: 3, waiting: 2 }
				]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.in({ weeks: 10 }),
				hours: [{ category: 'pvt', total: 240, perDay: 120, waiting: 1 }]
			}
		],
		appointments: [
			{
				id: 'gemist',
				kind: 'gesprek',
				day: days.workdayAgo({ days: 20 }),
				time: '09:00',
				minutes: 30,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				status: 'niet_gekomen'
			},
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 58 }),
				time: '09:30',
				minutes: 45,
				where: 'stadhuis',
				interpreter: 'telefoon'
			},
			{
				id: 'gesprek',
				kind: 'gesprek',
				day: days.soon(2),
				time: '09:30',
				minutes: 30,
				where: 'stadhuis',
				interpreter: 'telefoon',
				bring: ['brief'],
				answer: 'kan_niet',
				cannotReason: 'kind'
			},
			{
				id: 'pvt-waarden',
				kind: 'pvt_bijeenkomst',
				day: days.soon(3),
				time: '13:00',
				minutes: 120,
				where: 'buurthuis',
				withName: 'Joris Smit',
				bring: ['pen_en_papier'],
				group: 'pvt-waarden'
			}
		],
		questions: [
			{
				id: 'opvang',
				topic: 'kinderen',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 30 }),
						time: '20:45',
						text: 'زما د کوچني لپاره په ښوونځي کې ځای شته؟',
						isRead: true
					},
					{
						from: 'consulent',
						day: days.workdayAgo({ days: 28 }),
						time: '13:15',
						answer: 'ik_zoek_het_uit',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 24 }), time: '09:05', text: 'Kinderopvang Pluis heeft plaats vanaf de eerste van de maand.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
