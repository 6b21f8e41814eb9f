import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/**
 * Tigist moved from Heuvelstad to Waterrijk five weeks ago. Her term and route went with her; the new municipality
 * still owes her a plan. Her old consultant may no longer see her.
 */
export const asielVerhuisdAm: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ months: 16 });
	const pip = days.workdayAgo({ months: 14 });
	const verhuizing = days.workdayAgo({ days: 35 });
	const bijstand = huisvesting.add({ days: 1 });
	const startCursus = pip.add({ days: 45 });
	const overdracht = { recordedBy: 'consulent' } as const;
	return {
		key: 'asiel-verhuisd-am',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: verhuizing,
		eerder: { consulent: 'consulent-elders', vanaf: huisvesting, tot: verhuizing.subtract({ days: 1 }) },
		person: {
			name: 'Tigist Bekele Wolde-Mariam',
			locale: 'am',
			born: days.ago({ years: 26, days: 155 }),
			phone: '06 00 00 11 09',
			createdOn: huisvesting
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 21 }),
		tolktaal: 'Amhaars',
		lastSeen: days.ago({ days: 5 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 20 })),
			event('koppeling', days.workdayAgo({ months: 18 })),
			event('duo_kennisgeving', days.workdayAgo({ months: 17 }), { wet: 'wi2021' }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', bijstand),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			...gesprekken(days, 300, 150),
			...themas(4, days, 60),
			event('pvt_activiteit', days.workdayAgo({ days: 200 })),
			event('verhuizing', verhuizing, { van: 'Gemeente Heuvelstad', naar: 'Gemeente Waterrijk' }, overdracht),
			event('inschrijving_brp_verhuizing', verhuizing, {}, overdracht)
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
				intensiteitMinutenTotaal: 36_000,
				isAlfabetiseringInPip: false,
				cursusinstelling: 'Taalpunt Heuvelstad',
				startCursus,
				hasKeurmerk: true,
				einddoel: 'opleiding',
				pvtMinutenGepland: 720,
				moduleMapMinutenGepland: 3000,
				moduleMapPraktijkplaats: 'Bakkerij Heuvelstad',
				isOntzorgenVanToepassing: true,
				ontzorgenVanaf: bijstand,
				ontzorgenLaatsteDag: ontzorgenTot(bijstand),
				vasteLasten: [...vasteLasten],
				voortgangsgesprekkenInPip: 4,
				afspraken: [
					inburgering('taalles', 'aanbieder', {
						minutenPerWeek: 360,
						metWie: 'Taalpunt Heuvelstad',
						vanaf: startCursus
					}),
					inburgering('examen', 'inburgeraar', { aantal: 5 }),
					participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720 }),
					participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 600 }),
					participatie('praktijkplaats', 'samen', { minutenTotaal: 2400, metWie: 'Bakkerij Heuvelstad' }),
					ontzorgen('vaste_lasten', 'gemeente', { vanaf: bijstand, tot: ontzorgenTot(bijstand) }),
					begeleiding('voortgangsgesprek', 'samen', { aantal: 4, metWie: 'Ilse Bakker' })
				],
				seen: { day: pip.add({ days: 5 }), understood: 'ja' }
			}
		],
		states: { taalles: 'bezig', examen: 'open', pvt_bijeenkomst: 'bezig', module_map_bijeenkomst: 'bezig', praktijkplaats: 'gestopt', vaste_lasten: 'klaar', voortgangsgesprek: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'taalpunt',
				title: 'Nederlands naar B1',
				place: 'Taalpunt Heuvelstad',
				week: week([2, 4], '09:00', '12:00'),
				tot: verhuizing,
				confirmedBy: 'consulent-elders',
				hours: [{ category: 'nt2', total: 14_400, perDay: 180, missed: 14, until: verhuizing, waiting: 0 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'taalpunt',
				title: 'Participatieverklaringstraject',
				place: 'Gemeentehuis Heuvelstad',
				week: week([1], '13:00', '15:30'),
				tot: days.ago({ days: 180 }),
				confirmedBy: 'consulent-elders',
				hours: [{ category: 'pvt', total: 600, perDay: 150, until: days.ago({ days: 180 }), waiting: 0 }]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'taalpunt',
				title: 'Module Arbeidsmarkt en Participatie',
				place: 'Gemeentehuis Heuvelstad',
				week: week([1], '09:30', '11:30'),
				tot: verhuizing,
				confirmedBy: 'consulent-elders',
				hours: [
					{ category: 'module_map', total: 480, perDay: 120, until: days.ago({ days: 60 }), waiting: 0 }
				]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'taalpunt',
				title: 'Praktijkplaats Bakkerij Heuvelstad',
				place: 'Bakkerij Heuvelstad',
				week: week([5], '08:00', '12:00'),
				tot: verhuizing,
				confirmedBy: 'consulent-elders',
				hours: [{ category: 'module_map_praktijk', total: 1320, perDay: 240, until: verhuizing, waiting: 0 }]
			},
			{
				id: 'taal-nieuw',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands naar B1, ochtend A',
				week: week([1, 2, 4], '09:00', '11:45'),
				vanaf: days.soon(5),
				tot: days.in({ months: 12 })
			}
		],
		exams: [{ onderdeel: 'knm', day: days.workdayAgo({ days: 100 }), result: 'geslaagd', resultOn: days.workdayAgo({ days: 70 }) }], // prettier-ignore
		appointments: [
			{
				id: 'voortgang-heuvelstad',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 150 }),
				time: '10:00',
				minutes: 45,
				where: 'heuvelstad',
				interpreter: 'telefoon'
			},
			{
				id: 'kennismaking',
				kind: 'gesprek',
				day: days.workdayAgo({ days: 21 }),
				time: '10:00',
				minutes: 60,
				where: 'stadhuis',
				interpreter: 'aanwezig'
			},
			{
				id: 'pip-gesprek',
				kind: 'pip_gesprek',
				day: days.soon(3),
				time: '14:30',
				minutes: 60,
				where: 'stadhuis',
				bring: ['identiteitsbewijs', 'brief', 'diploma'],
				interpreter: 'aanwezig',
				isInterpreterArranged: true
			},
			{
				id: 'eerste-les',
				kind: 'les',
				day: days.soon(5),
				time: '09:00',
				minutes: 165,
				where: 'deBrug',
				withName: 'Hanneke Jansen',
				bring: ['pen_en_papier']
			}
		],
		questions: [
			{
				id: 'uren-mee',
				topic: 'uren',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 26 }),
						time: '18:20',
						text: 'በሄቨልስታድ የተማርኳቸው ሰዓቶች ይቆጠራሉ?',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 24 }), time: '14:10', answer: 'het_klopt', text: 'Ja, al uw uren zijn meegekomen.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
