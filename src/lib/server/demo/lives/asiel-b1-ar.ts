import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/**
 * Yusuf came from Syria and is halfway: lessons three mornings a week, a practice place in a care home, PVT almost
 * done. Three days ago his plan changed, and he has not seen it yet.
 */
export const asielB1Ar: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ months: 19 });
	const pip = days.workdayAgo({ months: 17 });
	const wijziging = days.workdayAgo({ months: 8 });
	const bijstand = huisvesting.add({ days: 1 });
	const startCursus = pip.add({ days: 35 });
	const basis: PipBasis = {
		leerroute: 'b1',
		niveauLezen: 'b1',
		niveauLuisteren: 'b1',
		niveauSchrijven: 'b1',
		niveauSpreken: 'b1',
		intensiteitMinutenTotaal: 39_600,
		isAlfabetiseringInPip: false,
		cursusinstelling: 'Taalschool De Brug',
		startCursus,
		eindeCursus: days.in({ months: 10 }),
		hasKeurmerk: true,
		einddoel: 'werk',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: 3600,
		isOntzorgenVanToepassing: true,
		ontzorgenVanaf: bijstand,
		ontzorgenLaatsteDag: ontzorgenTot(bijstand),
		vasteLasten: [...vasteLasten],
		voortgangsgesprekkenInPip: 4,
		maatschappelijkeBegeleidingDoor: 'Stichting Samenloop'
	};
	const vast = [
		inburgering('knm_les', 'aanbieder', {
			minutenPerWeek: 90,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus,
			tot: days.in({ months: 3 })
		}),
		inburgering('examen', 'inburgeraar', { aantal: 5, toelichting: 'Begin met KNM en luisteren.' }),
		participatie('pvt_bijeenkomst', 'gemeente', {
			minutenTotaal: 720,
			aantal: 6,
			metWie: 'Welzijn Waterrijk',
			plaats: 'Buurthuis De Haven'
		}),
		participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 1200, metWie: 'Welzijn Waterrijk' }),
		ontzorgen('vaste_lasten', 'gemeente', { vanaf: bijstand, tot: ontzorgenTot(bijstand) }),
		ontzorgen('budgetcoaching', 'samen', { aantal: 3, metWie: 'Stichting Samenloop' }),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 4, metWie: 'Sanne de Wit' }),
		begeleiding('tolk', 'gemeente', { toelichting: 'Tolk bij elk gesprek op het stadhuis.' })
	];
	const taalles = (minutenPerWeek: number) =>
		inburgering('taalles', 'aanbieder', {
			minutenPerWeek,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus,
			tot: days.in({ months: 10 })
		});
	const praktijk = (toelichting: string, vanaf = wijziging.add({ days: 21 })) =>
		participatie('praktijkplaats', 'samen', {
			minutenPerWeek: 150,
			minutenTotaal: 2400,
			metWie: 'Zorgcentrum De Dreef',
			vanaf,
			toelichting
		});
	return {
		key: 'asiel-b1-ar',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: days.workdayAgo({ months: 19 }),
		person: {
			name: 'Yusuf al-Khatib',
			locale: 'ar',
			born: days.ago({ years: 34, days: 137 }),
			phone: '06 00 00 11 01',
			createdOn: days.workdayAgo({ months: 19 })
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 25 }),
		tolktaal: 'Arabisch',
		tolkDialect: 'Syrisch',
		lastSeen: days.ago({ days: 6 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 24 })),
			event('koppeling', days.workdayAgo({ months: 22 })),
			event('duo_kennisgeving', days.workdayAgo({ months: 20 }), { wet: 'wi2021' }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', bijstand),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			...gesprekken(days, 400, 230, 36),
			...themas(3, days, 20),
			event('pvt_activiteit', days.workdayAgo({ days: 44 }))
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				intensiteitMinutenPerWeek: 330,
				moduleMapPraktijkplaats: null,
				afspraken: [taalles(330), ...vast, begeleiding('maatschappelijke_begeleiding', 'aanbieder', { metWie: 'Stichting Samenloop', vanaf: huisvesting, tot: huisvesting.add({ months: 12 }) })], // prettier-ignore
				seen: { day: pip.add({ days: 2 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: wijziging,
				reden: 'voortgang',
				intensiteitMinutenPerWeek: 495,
				moduleMapPraktijkplaats: 'Zorgcentrum De Dreef',
				toelichting: 'Het gaat goed met de lessen. Daarom een derde ochtend les en een praktijkplaats.',
				afspraken: [taalles(495), ...vast, praktijk('Helpen bij de koffie en de lunch, op woensdag.')],
				seen: { day: wijziging.add({ days: 4 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: days.workdayAgo({ days: 3 }),
				reden: 'werk',
				intensiteitMinutenPerWeek: 495,
				moduleMapPraktijkplaats: 'Zorgcentrum De Dreef',
				toelichting: 'De praktijkplaats gaat van woensdag naar vrijdag. U krijgt er ook een taalmaatje.',
				afspraken: [
					taalles(495),
					...vast,
					praktijk('Helpen bij de koffie en de lunch, op vrijdag.'),
					participatie('taalmaatje', 'samen', {
						minutenPerWeek: 60,
						metWie: 'Stichting Samenloop',
						vanaf: days.soon(8)
					})
				]
			}
		],
		states: {
			taalles: 'bezig',
			knm_les: 'bezig',
			examen: 'bezig',
			pvt_bijeenkomst: 'bezig',
			module_map_bijeenkomst: 'bezig',
			praktijkplaats: 'bezig',
			vaste_lasten: 'klaar',
			budgetcoaching: 'klaar',
			voortgangsgesprek: 'bezig',
			tolk: 'bezig',
			taalmaatje: 'open'
		},
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands naar B1, ochtend A',
				week: week([1, 2, 4], '09:00', '11:45'),
				tot: days.in({ months: 10 }),
				hours: [{ category: 'nt2', total: 24_750, perDay: 165, missed: 11, waiting: 5 }]
			},
			{
				id: 'knm',
				kind: 'knm_cursus',
				partner: 'deBrug',
				title: 'Kennis van de Nederlandse Maatschappij',
				week: week([3], '09:30', '11:00'),
				tot: days.in({ months: 3 }),
				hours: [{ category: 'knm', total: 1710, perDay: 90, waiting: 2 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.in({ weeks: 8 }),
				hours: [{ category: 'pvt', total: 480, perDay: 120, until: days.ago({ weeks: 3 }), waiting: 0 }]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, vrijdag',
				place: 'Buurthuis De Haven',
				week: week([5], '09:30', '12:00'),
				tot: days.in({ months: 4 }),
				hours: [{ category: 'module_map', total: 900, perDay: 150, waiting: 2 }]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'deDreef',
				title: 'Praktijkplaats Zorgcentrum De Dreef',
				week: week([5], '13:00', '15:30'),
				tot: days.in({ months: 5 }),
				hours: [
					{
						category: 'module_map_praktijk',
						total: 750,
						perDay: 150,
						waiting: 2,
						corrections: [{ nth: 4, minutes: -30, reason: 'verkeerde_duur' }]
					}
				]
			}
		],
		exams: [
			{
				onderdeel: 'knm',
				day: days.workdayAgo({ days: 155 }),
				result: 'gezakt',
				resultOn: days.workdayAgo({ days: 127 })
			},
			{
				onderdeel: 'knm',
				day: days.workdayAgo({ days: 76 }),
				result: 'geslaagd',
				resultOn: days.workdayAgo({ days: 48 })
			},
			{ onderdeel: 'luisteren', niveau: 'b1', day: days.workdayAgo({ days: 13 }), result: 'uitslag_volgt' }
		],
		appointments: [
			{
				id: 'intake',
				kind: 'brede_intake',
				day: pip.subtract({ days: 35 }),
				time: '10:00',
				minutes: 90,
				where: 'stadhuis',
				interpreter: 'aanwezig'
			},
			{
				id: 'gesprek-gemist',
				kind: 'gesprek',
				day: days.workdayAgo({ days: 212 }),
				time: '13:30',
				minutes: 30,
				where: 'stadhuis',
				status: 'niet_gekomen'
			},
			{
				id: 'gesprek-afgezegd',
				kind: 'gesprek',
				day: days.workdayAgo({ days: 50 }),
				time: '11:00',
				minutes: 30,
				where: 'stadhuis',
				status: 'afgezegd',
				cancelReason: 'consulent_ziek'
			},
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 36 }),
				time: '10:30',
				minutes: 45,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				answer: 'bevestigd'
			},
			{
				id: 'voortgang',
				kind: 'voortgangsgesprek',
				day: days.soon(1),
				time: '10:30',
				minutes: 45,
				where: 'stadhuis',
				interpreter: 'aanwezig',
				isInterpreterArranged: true,
				bring: ['identiteitsbewijs', 'brief']
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
				group: 'pvt-waarden',
				answer: 'bevestigd'
			},
			{
				id: 'praktijk-gesprek',
				kind: 'praktijk',
				day: days.soon(6),
				time: '14:00',
				minutes: 30,
				where: 'deDreef',
				bring: ['werkkleding'],
				movedFrom: { day: days.soon(4), time: '09:30' }
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
				group: 'workshop-geld',
				toelichting: 'Omgaan met geld en toeslagen.'
			},
			{
				id: 'examen-lezen',
				kind: 'examen',
				day: days.workdayIn({ months: 5 }),
				time: '09:15',
				minutes: 110,
				where: 'duo',
				withName: 'DUO',
				bring: ['identiteitsbewijs', 'brief', 'bril']
			}
		],
		questions: [
			{
				id: 'uren',
				topic: 'uren',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 24 }),
						time: '20:15',
						text: 'هل تُحسب ساعات العمل في De Dreef؟',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 22 }), time: '09:10', answer: 'het_klopt', text: 'Ja, deze uren tellen voor de praktijk van de MAP.', isRead: true } // prettier-ignore
				]
			},
			{
				id: 'brief',
				topic: 'brief',
				isClosed: true,
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 95 }),
						time: '18:40',
						text: 'وصلتني رسالة من DUO ولا أفهمها.',
						isRead: true
					},
					{
						from: 'consulent',
						day: days.workdayAgo({ days: 93 }),
						time: '15:30',
						answer: 'brief_meenemen',
						isRead: true
					}
				]
			}
		]
	};
};
