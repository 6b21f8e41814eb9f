import type { TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/** Oksana did everything: five exams, PVT signed, MAP closed. DUO must still confirm it. */
export const gezinKlaarUk: TellLife = (days) => {
	const brp = days.workdayAgo({ months: 30 });
	const pip = days.workdayAgo({ months: 26 });
	const startCursus = pip.add({ days: 50 });
	const geslaagd = (onderdeel: 'lezen' | 'luisteren' | 'schrijven' | 'spreken', ago: number) => ({
		onderdeel,
		niveau: 'b1' as const,
		day: days.workdayAgo({ days: ago }),
		result: 'geslaagd' as const,
		resultOn: days.workdayAgo({ days: ago - 35 })
	});
	return {
		key: 'gezin-klaar-uk',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: brp,
		person: {
			name: 'Oksana Kovalchuk',
			locale: 'uk',
			born: days.ago({ years: 33, days: 88 }),
			phone: '06 00 00 11 10',
			createdOn: brp
		},
		groep: 'gezin_overig',
		verblijfsvergunning: 'regulier_gezin',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 31 }),
		lastSeen: days.ago({ days: 7 }),
		events: [
			event('inschrijving_brp', brp),
			event('duo_kennisgeving', pip.subtract({ days: 49 }), { wet: 'wi2021' }),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			...gesprekken(days, 640, 300, 60),
			event('pvt_activiteit', days.workdayAgo({ days: 600 })),
			event('pvt_ondertekeningsbijeenkomst', days.workdayAgo({ days: 560 })),
			event('pvt_ondertekend', days.workdayAgo({ days: 560 })),
			...themas(8, days, 200),
			event('module_map_eindgesprek', days.workdayAgo({ days: 22 }))
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
				cursusinstelling: 'Taalschool De Brug',
				startCursus,
				eindeCursus: days.ago({ months: 4 }),
				hasKeurmerk: true,
				einddoel: 'werk',
				pvtMinutenGepland: 720,
				moduleMapMinutenGepland: 3600,
				moduleMapPraktijkplaats: 'Zorgcentrum De Dreef',
				voortgangsgesprekkenInPip: 3,
				afspraken: [
					inburgering('taalles', 'inburgeraar', { metWie: 'Taalschool De Brug', vanaf: startCursus }),
					inburgering('examen', 'inburgeraar', { aantal: 5 }),
					participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720, metWie: 'Welzijn Waterrijk' }),
					participatie('module_map_bijeenkomst', 'gemeente', {
						minutenTotaal: 1200,
						metWie: 'Welzijn Waterrijk'
					}),
					participatie('praktijkplaats', 'samen', { minutenTotaal: 2400, metWie: 'Zorgcentrum De Dreef' }),
					begeleiding('voortgangsgesprek', 'samen', { aantal: 3, metWie: 'Sanne de Wit' })
				],
				seen: { day: pip.add({ days: 1 }), understood: 'ja' }
			}
		],
		states: { taalles: 'klaar', examen: 'klaar', pvt_bijeenkomst: 'klaar', module_map_bijeenkomst: 'klaar', praktijkplaats: 'klaar', voortgangsgesprek: 'klaar' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands naar B1, avond A',
				week: week([1, 2, 4], '18:30', '21:15'),
				tot: days.ago({ months: 4 }),
				hours: [
					{
						category: 'nt2',
						total: 26_400,
						perDay: 165,
						missed: 15,
						until: days.ago({ months: 4 }),
						waiting: 0
					}
				]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.workdayAgo({ days: 560 }),
				hours: [
					{ category: 'pvt', total: 780, perDay: 120, until: days.workdayAgo({ days: 560 }), waiting: 0 }
				]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, vrijdag',
				place: 'Buurthuis De Haven',
				week: week([5], '09:30', '12:00'),
				tot: days.workdayAgo({ days: 200 }),
				hours: [
					{
						category: 'module_map',
						total: 1200,
						perDay: 150,
						until: days.workdayAgo({ days: 200 }),
						waiting: 0
					}
				]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'deDreef',
				title: 'Praktijkplaats Zorgcentrum De Dreef',
				week: week([5], '13:00', '17:00'),
				tot: days.ago({ days: 90 }),
				hours: [
					{
						category: 'module_map_praktijk',
						total: 2490,
						perDay: 240,
						until: days.ago({ days: 90 }),
						waiting: 0
					}
				]
			}
		],
		exams: [
			{
				onderdeel: 'knm',
				day: days.workdayAgo({ days: 330 }),
				result: 'geslaagd',
				resultOn: days.workdayAgo({ days: 300 })
			},
			geslaagd('lezen', 260),
			geslaagd('luisteren', 230),
			{ onderdeel: 'schrijven', niveau: 'b1', day: days.workdayAgo({ days: 225 }), result: 'gezakt', resultOn: days.workdayAgo({ days: 190 }) }, // prettier-ignore
			geslaagd('spreken', 130),
			geslaagd('schrijven', 95)
		],
		appointments: [
			{
				id: 'eindgesprek-map',
				kind: 'eindgesprek_map',
				day: days.workdayAgo({ days: 22 }),
				time: '15:00',
				minutes: 60,
				where: 'stadhuis',
				answer: 'bevestigd'
			},
			{
				id: 'bellen',
				kind: 'gesprek',
				day: days.soon(3),
				time: '16:15',
				minutes: 20,
				where: 'telefoon',
				toelichting: 'Horen of DUO al een brief stuurde.'
			}
		],
		questions: [
			{
				id: 'wanneer',
				topic: 'brief',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 15 }),
						time: '12:30',
						text: 'Коли я отримаю диплом?',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 13 }), time: '10:00', answer: 'vraag_duo', text: 'DUO stuurt u een brief. Dat duurt meestal enkele weken.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
