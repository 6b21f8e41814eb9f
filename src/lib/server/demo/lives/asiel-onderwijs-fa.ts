import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie, week } from '../tell.ts'; // prettier-ignore

/**
 * Niloufar is twenty and wants to become a nurse: onderwijsroute, four days at the Regiocollege. Her consultant is
 * writing a second version of the plan; nobody but staff sees the draft.
 */
export const asielOnderwijsFa: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ months: 10 });
	const pip = days.workdayAgo({ months: 8 });
	const bijstand = huisvesting.add({ days: 5 });
	const startCursus = pip.add({ days: 63 });
	const basis: PipBasis = {
		leerroute: 'onderwijs',
		intensiteitMinutenTotaal: 90_000,
		isAlfabetiseringInPip: false,
		cursusinstelling: 'Regiocollege Waterrijk',
		startCursus,
		eindeCursus: days.in({ months: 12 }),
		hasKeurmerk: true,
		einddoel: 'opleiding',
		pvtMinutenGepland: 720,
		isOntzorgenVanToepassing: true,
		ontzorgenVanaf: bijstand,
		ontzorgenLaatsteDag: ontzorgenTot(bijstand),
		vasteLasten: [...vasteLasten],
		voortgangsgesprekkenInPip: 3,
		maatschappelijkeBegeleidingDoor: 'Stichting Samenloop'
	};
	const afspraken = [
		inburgering('taalschakeltraject', 'aanbieder', {
			minutenPerWeek: 960,
			metWie: 'Regiocollege Waterrijk',
			vanaf: startCursus,
			tot: days.in({ months: 12 })
		}),
		inburgering('examen', 'inburgeraar', { aantal: 1, toelichting: 'KNM.' }),
		participatie('pvt_bijeenkomst', 'gemeente', {
			minutenTotaal: 720,
			aantal: 6,
			metWie: 'Welzijn Waterrijk'
		}),
		participatie('werk', 'inburgeraar', {
			minutenPerWeek: 480,
			toelichting: 'Bijbaan in de supermarkt op zaterdag.'
		}),
		ontzorgen('vaste_lasten', 'gemeente', { vanaf: bijstand, tot: ontzorgenTot(bijstand) }),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 3, metWie: 'Sanne de Wit' }),
		begeleiding('maatschappelijke_begeleiding', 'aanbieder', {
			metWie: 'Stichting Samenloop',
			vanaf: huisvesting,
			tot: huisvesting.add({ months: 12 })
		})
	];
	return {
		key: 'asiel-onderwijs-fa',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: huisvesting,
		person: {
			name: 'Niloufar Rahimi',
			locale: 'fa',
			born: days.ago({ years: 20, days: 210 }),
			phone: '06 00 00 11 03',
			createdOn: huisvesting
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 15 }),
		tolktaal: 'Farsi',
		lastSeen: days.ago({ days: 1 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 14 })),
			event('koppeling', days.workdayAgo({ months: 12 })),
			event('duo_kennisgeving', days.workdayAgo({ months: 11 }), { wet: 'wi2021' }),
			event('kwalificatieplicht', days.workdayAgo({ months: 11 }), { isKwalificatieplichtig: false }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', bijstand),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			...gesprekken(days, 120, 33),
			event('pvt_activiteit', days.workdayAgo({ days: 27 }))
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				intensiteitMinutenPerWeek: 960,
				afspraken,
				seen: { day: pip.add({ days: 1 }), understood: 'ja' }
			},
			{
				...basis,
				intensiteitMinutenPerWeek: 1140,
				reden: 'voortgang',
				toelichting: 'Concept: extra wiskunde op woensdagmiddag, want u wilt verpleegkundige worden.',
				afspraken: [
					...afspraken,
					inburgering('eigen_afspraak', 'aanbieder', {
						id: 'wiskunde',
						minutenPerWeek: 180,
						metWie: 'Regiocollege Waterrijk',
						toelichting: 'Wiskunde op woensdagmiddag.'
					})
				]
			}
		],
		states: {
			taalschakeltraject: 'bezig',
			examen: 'open',
			pvt_bijeenkomst: 'bezig',
			werk: 'bezig',
			vaste_lasten: 'klaar',
			voortgangsgesprek: 'bezig',
			maatschappelijke_begeleiding: 'bezig'
		},
		courses: [
			{
				id: 'schakel',
				kind: 'taalschakeltraject',
				partner: 'regiocollege',
				title: 'Taalschakeltraject zorg en techniek',
				week: week([1, 2, 3, 4], '09:00', '13:00'),
				tot: days.in({ months: 12 }),
				hours: [{ category: 'nt2', total: 15_600, perDay: 240, missed: 12, waiting: 7 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([5], '10:00', '12:00'),
				tot: days.in({ weeks: 4 }),
				hours: [{ category: 'pvt', total: 600, perDay: 120, waiting: 0 }]
			}
		],
		appointments: [
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 33 }),
				time: '14:00',
				minutes: 45,
				where: 'stadhuis'
			},
			{
				id: 'gesprek-school',
				kind: 'gesprek',
				day: days.soon(2),
				time: '13:30',
				minutes: 30,
				where: 'regiocollege',
				bring: ['diploma', 'pen_en_papier']
			},
			{
				id: 'pvt-tekenen',
				kind: 'pvt_ondertekening',
				day: days.soon(10),
				time: '15:00',
				minutes: 60,
				where: 'stadhuis',
				bring: ['identiteitsbewijs'],
				group: 'pvt-tekenen'
			}
		],
		questions: [
			{
				id: 'diploma',
				topic: 'anders',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 11 }),
						time: '21:20',
						text: 'مدرک دیپلم خود را کجا ارزیابی کنم؟',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 9 }), time: '09:40', answer: 'vraag_uw_school', text: 'Het Regiocollege helpt u met de aanvraag bij Nuffic.' } // prettier-ignore
				]
			}
		]
	};
};
