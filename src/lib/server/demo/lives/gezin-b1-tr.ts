import type { TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, inburgering, intake, participatie, week } from '../tell.ts';

/** Elif married a man from Waterrijk. She must find a course herself, and DUO lent her money for it. */
export const gezinB1Tr: TellLife = (days) => {
	const brp = days.workdayAgo({ months: 6 });
	const pip = days.workdayAgo({ days: 75 });
	return {
		key: 'gezin-b1-tr',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: days.workdayAgo({ days: 120 }),
		person: {
			name: 'Elif Yıldırım',
			locale: 'tr',
			born: days.ago({ years: 28, days: 77 }),
			phone: '06 00 00 11 06',
			createdOn: days.workdayAgo({ days: 120 })
		},
		groep: 'gezin_overig',
		verblijfsvergunning: 'regulier_gezin',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 7 }),
		tolktaal: 'Turks',
		lastSeen: days.ago({ days: 1 }),
		events: [
			event('inschrijving_brp', brp),
			event('duo_kennisgeving', days.workdayAgo({ days: 130 }), { wet: 'wi2021' }),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip)
		],
		pips: [
			{
				dagtekening: pip,
				leerroute: 'b1',
				niveauLezen: 'b1',
				niveauLuisteren: 'b1',
				niveauSchrijven: 'b1',
				niveauSpreken: 'b1',
				isAlfabetiseringInPip: false,
				einddoel: 'werk',
				pvtMinutenGepland: 720,
				moduleMapMinutenGepland: 3600,
				voortgangsgesprekkenInPip: 2,
				toelichting: 'U zoekt zelf een taalcursus met keurmerk. Wij kijken graag met u mee.',
				afspraken: [
					inburgering('taalles', 'inburgeraar', {
						toelichting: 'Kies een cursus voor B1, liefst in de avond.'
					}),
					inburgering('examen', 'inburgeraar', { aantal: 5 }),
					participatie('pvt_bijeenkomst', 'gemeente', {
						minutenTotaal: 720,
						aantal: 6,
						metWie: 'Welzijn Waterrijk'
					}),
					participatie('module_map_bijeenkomst', 'gemeente', {
						minutenTotaal: 1200,
						metWie: 'Welzijn Waterrijk'
					}),
					participatie('praktijkplaats', 'samen', {
						minutenTotaal: 2400,
						toelichting: 'Liefst in een kapsalon.'
					}),
					begeleiding('voortgangsgesprek', 'samen', { aantal: 2, metWie: 'Sanne de Wit' }),
					begeleiding('eigen_afspraak', 'gemeente', { toelichting: 'Advies bij het kiezen van een cursus.' })
				],
				seen: { day: pip.add({ days: 1 }), understood: 'ja' }
			}
		],
		states: { taalles: 'open', examen: 'open', pvt_bijeenkomst: 'bezig', module_map_bijeenkomst: 'open', praktijkplaats: 'open', voortgangsgesprek: 'open', eigen_afspraak: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.in({ weeks: 12 }),
				hours: [{ category: 'pvt', total: 120, perDay: 120, waiting: 1 }]
			}
		],
		appointments: [
			{
				id: 'pip-gesprek',
				kind: 'pip_gesprek',
				day: pip,
				time: '11:00',
				minutes: 60,
				where: 'stadhuis',
				interpreter: 'telefoon'
			},
			{
				id: 'cursus-kiezen',
				kind: 'gesprek',
				day: days.soon(2),
				time: '16:00',
				minutes: 45,
				where: 'stadhuis',
				bring: ['brief', 'telefoon'],
				answer: 'bevestigd',
				toelichting: 'Samen een cursus kiezen.'
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
			},
			{
				id: 'voortgang',
				kind: 'voortgangsgesprek',
				day: days.workdayIn({ months: 3 }),
				time: '16:00',
				minutes: 45,
				where: 'video'
			}
		],
		questions: [
			{
				id: 'lening',
				topic: 'geld',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 16 }),
						time: '22:10',
						text: 'DUO kredisi sınav ücretini de öder mi?',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 14 }), time: '10:50', answer: 'vraag_duo', text: 'Ja, ook de examens. DUO vertelt u hoeveel u kunt lenen.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
