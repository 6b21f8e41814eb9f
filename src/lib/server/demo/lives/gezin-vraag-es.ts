import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/**
 * María Fernanda has the longest name of Waterrijk. She says that one hour is missing, her question waits for an
 * answer longer than promised, and she asked for another time for an appointment.
 */
export const gezinVraagEs: TellLife = (days) => {
	const brp = days.workdayAgo({ months: 15 });
	const pip = days.workdayAgo({ months: 11 });
	const wijziging = days.workdayAgo({ months: 3 });
	const startCursus = pip.add({ days: 40 });
	const basis: PipBasis = {
		leerroute: 'b1',
		niveauLezen: 'b1',
		niveauLuisteren: 'b2',
		niveauSchrijven: 'b1',
		niveauSpreken: 'b1',
		isAlfabetiseringInPip: false,
		cursusinstelling: 'Taalschool De Brug',
		startCursus,
		eindeCursus: days.in({ months: 5 }),
		hasKeurmerk: true,
		einddoel: 'werk',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: 3600,
		voortgangsgesprekkenInPip: 2
	};
	const afspraken = [
		inburgering('taalles', 'inburgeraar', {
			minutenPerWeek: 330,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus
		}),
		inburgering('examen', 'inburgeraar', { aantal: 5 }),
		participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720, metWie: 'Welzijn Waterrijk' }),
		participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 1200, metWie: 'Welzijn Waterrijk' }),
		participatie('sport', 'inburgeraar', { minutenPerWeek: 90, toelichting: 'Volleybal op maandagavond.' }),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 2, metWie: 'Sanne de Wit' })
	];
	return {
		key: 'gezin-vraag-es',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: brp,
		person: {
			name: 'María Fernanda de los Ángeles Rodríguez Villanueva Castellanos',
			locale: 'es',
			born: days.ago({ years: 36, days: 31 }),
			phone: '06 00 00 11 11',
			createdOn: brp
		},
		groep: 'gezin_overig',
		verblijfsvergunning: 'regulier_gezin',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 16 }),
		lastSeen: days.ago({ days: 1 }),
		events: [
			event('inschrijving_brp', brp),
			event('duo_kennisgeving', pip.subtract({ days: 60 }), { wet: 'wi2021' }),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			...gesprekken(days, 170),
			...themas(4, days, 15),
			event('pvt_activiteit', days.workdayAgo({ days: 90 }))
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				afspraken,
				seen: { day: pip.add({ days: 1 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: wijziging,
				reden: 'voortgang',
				moduleMapPraktijkplaats: 'Zorgcentrum De Dreef',
				toelichting: 'Er is een praktijkplaats bij Zorgcentrum De Dreef.',
				afspraken: [
					...afspraken,
					participatie('praktijkplaats', 'samen', { minutenPerWeek: 180, minutenTotaal: 2400, metWie: 'Zorgcentrum De Dreef', vanaf: wijziging.add({ days: 7 }) }) // prettier-ignore
				],
				seen: { day: wijziging.add({ days: 1 }), understood: 'vraag' }
			}
		],
		states: { taalles: 'bezig', examen: 'open', pvt_bijeenkomst: 'bezig', module_map_bijeenkomst: 'bezig', praktijkplaats: 'bezig', sport: 'bezig', voortgangsgesprek: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands naar B1, avond B',
				week: week([2, 4], '18:30', '21:15'),
				tot: days.in({ months: 5 }),
				hours: [{ category: 'nt2', total: 9075, perDay: 165, missed: 13, waiting: 3 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.in({ weeks: 3 }),
				hours: [{ category: 'pvt', total: 600, perDay: 120, waiting: 0 }]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, vrijdag',
				place: 'Buurthuis De Haven',
				week: week([5], '09:30', '12:00'),
				hours: [{ category: 'module_map', total: 600, perDay: 150, waiting: 1 }]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'deDreef',
				title: 'Praktijkplaats Zorgcentrum De Dreef',
				week: week([1], '09:00', '12:00'),
				hours: [{ category: 'module_map_praktijk', total: 1080, perDay: 180, waiting: 2 }]
			}
		],
		exams: [
			{ onderdeel: 'lezen', niveau: 'b1', day: days.workdayAgo({ days: 50 }), result: 'geslaagd', resultOn: days.workdayAgo({ days: 14 }) } // prettier-ignore
		],
		appointments: [
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 170 }),
				time: '08:45',
				minutes: 45,
				where: 'stadhuis'
			},
			{
				id: 'voortgang',
				kind: 'voortgangsgesprek',
				day: days.soon(2),
				time: '08:45',
				minutes: 45,
				where: 'stadhuis',
				bring: ['brief'],
				answer: 'voorstel',
				proposal: { day: days.soon(4), part: 'middag' }
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
				answer: 'bevestigd',
				toelichting: 'Omgaan met geld en toeslagen.'
			}
		],
		questions: [
			{
				id: 'praktijk',
				topic: 'uren',
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 9 }),
						time: '21:45',
						text: '¿Puedo hacer las prácticas otro día? Los lunes trabajo.'
					}
				]
			},
			{
				id: 'pip',
				topic: 'pip',
				about: { pip: 2 },
				messages: [
					{
						from: 'self',
						day: wijziging.add({ days: 1 }),
						time: '20:05',
						text: '¿Qué significa «praktijkplaats»?',
						isRead: true
					},
					{ from: 'consulent', day: wijziging.add({ days: 3 }), time: '09:00', text: 'Een plek waar u het werk in het echt leert, zonder loon.', isRead: true } // prettier-ignore
				]
			}
		],
		disputes: [
			{
				course: 'praktijk',
				category: 'module_map_praktijk',
				nth: 2,
				kind: 'te_weinig',
				text: 'Ese día estuve cuatro horas, no tres.',
				day: days.ago({ days: 6 })
			},
			{
				course: 'taal',
				category: 'nt2',
				nth: 20,
				kind: 'ik_was_er',
				day: days.ago({ days: 60 }),
				answer: { day: days.ago({ days: 57 }), outcome: 'blijft', text: 'De docent heeft het nagekeken: de les ging niet door.', by: 'consulent' } // prettier-ignore
			}
		]
	};
};
