import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/**
 * Letebrhan never went to school in Eritrea. She learns to read in the Z-route, sorts clothes in a second-hand shop,
 * and did more hours of practice than the norm asks.
 */
export const asielZTi: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ months: 22 });
	const pip = days.workdayAgo({ months: 20 });
	const meer = days.workdayAgo({ months: 6 });
	const bijstand = huisvesting.add({ days: 2 });
	const startCursus = pip.add({ days: 42 });
	const basis: PipBasis = {
		leerroute: 'z',
		intensiteitMinutenTotaal: 48_000,
		isAlfabetiseringInPip: true,
		alfabetiseringMinuten: 24_000,
		cursusinstelling: 'Taalschool De Brug',
		startCursus,
		eindeCursus: days.in({ months: 14 }),
		hasKeurmerk: true,
		hasKnmCursus: true,
		isKnmExamenGewenst: false,
		zCursusMinutenNorm: 48_000,
		zParticipatieMinutenNorm: 48_000,
		einddoel: 'participatie',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: 3600,
		moduleMapPraktijkplaats: 'Kringloop Rond',
		isNonFormeelVerplicht: true,
		isOntzorgenVanToepassing: true,
		ontzorgenVanaf: bijstand,
		ontzorgenLaatsteDag: ontzorgenTot(bijstand),
		ontzorgenVerlengdTotEnMet: ontzorgenTot(bijstand).add({ months: 3 }),
		vasteLasten: [...vasteLasten],
		voortgangsgesprekkenInPip: 6,
		maatschappelijkeBegeleidingDoor: 'Stichting Samenloop'
	};
	const afspraken = (minutenPerWeek: number) => [
		inburgering('alfabetisering', 'aanbieder', {
			minutenPerWeek,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus,
			tot: days.in({ months: 14 })
		}),
		inburgering('knm_les', 'aanbieder', {
			minutenPerWeek: 60,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus
		}),
		participatie('pvt_bijeenkomst', 'gemeente', {
			minutenTotaal: 720,
			aantal: 6,
			metWie: 'Welzijn Waterrijk'
		}),
		participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 1200, metWie: 'Welzijn Waterrijk' }),
		participatie('praktijkplaats', 'samen', {
			minutenPerWeek: 200,
			minutenTotaal: 2400,
			metWie: 'Kringloop Rond',
			toelichting: 'Kleding sorteren.'
		}),
		participatie('vrijwilligerswerk', 'inburgeraar', {
			minutenPerWeek: 240,
			metWie: 'Buurthuis De Haven',
			toelichting: 'Helpen in de keuken op woensdag.'
		}),
		ontzorgen('vaste_lasten', 'gemeente', {
			vanaf: bijstand,
			tot: ontzorgenTot(bijstand).add({ months: 3 })
		}),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 6, metWie: 'Sanne de Wit' }),
		begeleiding('maatschappelijke_begeleiding', 'aanbieder', {
			metWie: 'Stichting Samenloop',
			vanaf: huisvesting,
			tot: huisvesting.add({ months: 12 })
		}),
		begeleiding('vrijwilliger', 'aanbieder', { metWie: 'Selam, Stichting Samenloop', minutenPerWeek: 60 })
	];
	return {
		key: 'asiel-z-ti',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: huisvesting,
		person: {
			name: 'Letebrhan Gebremeskel',
			locale: 'ti',
			born: days.ago({ years: 47, days: 40 }),
			phone: '06 00 00 11 02',
			hasLargeText: true,
			createdOn: huisvesting
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 29 }),
		tolktaal: 'Tigrinya',
		lastSeen: days.ago({ days: 2 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 28 })),
			event('koppeling', days.workdayAgo({ months: 25 })),
			event('duo_kennisgeving', days.workdayAgo({ months: 24 }), { wet: 'wi2021' }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', bijstand),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			...gesprekken(days, 520, 380, 240, 110, 25),
			event('pvt_activiteit', days.workdayAgo({ days: 320 })),
			event('pvt_ondertekeningsbijeenkomst', days.workdayAgo({ days: 260 })),
			event('pvt_ondertekend', days.workdayAgo({ days: 260 })),
			...themas(6, days, 30)
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				intensiteitMinutenPerWeek: 330,
				afspraken: afspraken(330),
				seen: { day: pip.add({ days: 1 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: meer,
				reden: 'voortgang',
				intensiteitMinutenPerWeek: 600,
				toelichting: 'U gaat vier ochtenden naar les. U gaat ook naar sport.',
				afspraken: [...afspraken(600), participatie('sport', 'inburgeraar', { minutenPerWeek: 60, plaats: 'Sporthal Waterrijk' })], // prettier-ignore
				seen: { day: meer.add({ days: 6 }), understood: 'ja' }
			}
		],
		states: {
			alfabetisering: 'bezig',
			knm_les: 'bezig',
			pvt_bijeenkomst: 'klaar',
			module_map_bijeenkomst: 'bezig',
			praktijkplaats: 'klaar',
			vrijwilligerswerk: 'bezig',
			vaste_lasten: 'klaar',
			voortgangsgesprek: 'bezig',
			maatschappelijke_begeleiding: 'klaar',
			vrijwilliger: 'bezig',
			sport: 'open'
		},
		courses: [
			{
				id: 'alfa',
				kind: 'alfabetisering',
				partner: 'deBrug',
				title: 'Leren lezen en schrijven',
				week: week([1, 2, 4, 5], '09:00', '11:30'),
				tot: days.in({ months: 14 }),
				hours: [
					{ category: 'alfabetisering', total: 11_400, perDay: 75, missed: 7, waiting: 7 },
					{ category: 'nt2', total: 11_400, perDay: 75, missed: 7, waiting: 7 }
				]
			},
			{
				id: 'knm',
				kind: 'knm_cursus',
				partner: 'deBrug',
				title: 'Kennis van de Nederlandse Maatschappij',
				week: week([2], '11:45', '12:45'),
				hours: [{ category: 'knm', total: 2100, perDay: 60, missed: 5, waiting: 2 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.workdayAgo({ days: 260 }),
				hours: [
					{ category: 'pvt', total: 720, perDay: 120, until: days.workdayAgo({ days: 260 }), waiting: 0 }
				]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, dinsdag',
				place: 'Buurthuis De Haven',
				week: week([2], '13:30', '15:30'),
				hours: [{ category: 'module_map', total: 960, perDay: 120, waiting: 1 }]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'kringloop',
				title: 'Praktijkplaats Kringloop Rond',
				week: week([5], '12:30', '15:50'),
				tot: days.ago({ days: 10 }),
				hours: [
					{
						category: 'module_map_praktijk',
						total: 2600,
						perDay: 200,
						until: days.ago({ days: 20 }),
						waiting: 0
					}
				]
			},
			{
				id: 'keuken',
				kind: 'vrijwilligerswerk',
				partner: 'welzijn',
				title: 'Keuken van Buurthuis De Haven',
				place: 'Buurthuis De Haven',
				week: week([3], '10:00', '14:00'),
				hours: [{ category: 'participatie', total: 12_480, perDay: 240, missed: 8, waiting: 2 }]
			}
		],
		appointments: [
			{
				id: 'pvt-tekenen',
				kind: 'pvt_ondertekening',
				day: days.workdayAgo({ days: 260 }),
				time: '14:00',
				minutes: 60,
				where: 'stadhuis',
				interpreter: 'aanwezig'
			},
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 25 }),
				time: '09:30',
				minutes: 45,
				where: 'stadhuis',
				interpreter: 'telefoon'
			},
			{
				id: 'gesprek',
				kind: 'gesprek',
				day: days.soon(1),
				time: '09:30',
				minutes: 30,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				isInterpreterArranged: true,
				bring: ['identiteitsbewijs', 'bril'],
				answer: 'bevestigd'
			},
			{
				id: 'huisbezoek',
				kind: 'huisbezoek',
				day: days.soon(5),
				time: '15:00',
				minutes: 60,
				where: 'thuis',
				withName: 'Selam, Stichting Samenloop'
			},
			{
				id: 'workshop-geld',
				kind: 'workshop',
				day: days.soon(9),
				time: '09:30',
				minutes: 150,
				where: 'bibliotheek',
				withName: 'Stichting Samenloop',
				bring: ['brief', 'telefoon'],
				interpreter: 'telefoon',
				group: 'workshop-geld',
				toelichting: 'Omgaan met geld en toeslagen.'
			},
			{
				id: 'excursie',
				kind: 'excursie',
				day: days.soon(15),
				time: '10:00',
				minutes: 240,
				where: 'buurthuis',
				withName: 'Joris Smit',
				bring: ['eten'],
				group: 'excursie-polder',
				toelichting: 'Met de bus naar de polder.'
			}
		],
		questions: [
			{
				id: 'bel',
				topic: 'bel_mij',
				isClosed: true,
				messages: [
					{ from: 'self', day: days.ago({ days: 40 }), time: '17:05', text: 'በጃኹም ደውሉለይ።', isRead: true },
					{
						from: 'consulent',
						day: days.workdayAgo({ days: 39 }),
						time: '10:15',
						answer: 'ik_bel_u',
						isRead: true
					}
				]
			}
		]
	};
};
