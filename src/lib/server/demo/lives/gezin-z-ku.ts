import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/** Berivan follows the Z-route as a family migrant: 800 hours of lessons that she pays herself, and an end talk. */
export const gezinZKu: TellLife = (days) => {
	const brp = days.workdayAgo({ months: 26 });
	const pip = days.workdayAgo({ months: 22 });
	const schakel = days.workdayAgo({ months: 15 });
	const basis: PipBasis = {
		isAlfabetiseringInPip: true,
		cursusinstelling: 'Taalschool De Brug',
		startCursus: pip.add({ days: 60 }),
		hasKeurmerk: true,
		einddoel: 'participatie',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: 3600,
		moduleMapPraktijkplaats: 'Kringloop Rond',
		voortgangsgesprekkenInPip: 3
	};
	const afspraken = [
		inburgering('taalles', 'inburgeraar', { metWie: 'Taalschool De Brug', minutenPerWeek: 330 }),
		inburgering('knm_les', 'inburgeraar', { metWie: 'Taalschool De Brug', minutenPerWeek: 60 }),
		participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720, metWie: 'Welzijn Waterrijk' }),
		participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 1200, metWie: 'Welzijn Waterrijk' }),
		participatie('praktijkplaats', 'samen', { minutenTotaal: 2400, metWie: 'Kringloop Rond' }),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 3, metWie: 'Sanne de Wit' }),
		begeleiding('tolk', 'gemeente')
	];
	return {
		key: 'gezin-z-ku',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: brp,
		person: {
			name: 'Berivan Aslan-Demirtaş',
			locale: 'ku',
			born: days.ago({ years: 44, days: 190 }),
			phone: '06 00 00 11 07',
			createdOn: brp
		},
		groep: 'gezin_overig',
		verblijfsvergunning: 'regulier_gezin',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 27 }),
		tolktaal: 'Koerdisch (Kurmanci)',
		lastSeen: days.ago({ days: 4 }),
		events: [
			event('inschrijving_brp', brp),
			event('duo_kennisgeving', pip.subtract({ days: 56 }), { wet: 'wi2021' }),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('schakelen', schakel, { van: 'b1', naar: 'z' }),
			...gesprekken(days, 560, 330, 140),
			event('pvt_activiteit', days.workdayAgo({ days: 480 })),
			event('pvt_ondertekeningsbijeenkomst', days.workdayAgo({ days: 440 })),
			event('pvt_ondertekend', days.workdayAgo({ days: 440 })),
			...themas(5, days, 50)
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				leerroute: 'b1',
				niveauLezen: 'b1',
				niveauLuisteren: 'b1',
				niveauSchrijven: 'b1',
				niveauSpreken: 'b1',
				afspraken: [...afspraken, inburgering('examen', 'inburgeraar', { aantal: 5 })],
				seen: { day: pip.add({ days: 3 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: schakel,
				reden: 'schakelen',
				leerroute: 'z',
				hasKnmCursus: true,
				isKnmExamenGewenst: false,
				zCursusMinutenNorm: 48_000,
				toelichting: 'U gaat verder in de Z-route. Alle uren die u al deed, tellen mee.',
				afspraken,
				seen: { day: schakel.add({ days: 2 }), understood: 'ja' }
			}
		],
		states: { taalles: 'bezig', knm_les: 'bezig', pvt_bijeenkomst: 'klaar', module_map_bijeenkomst: 'bezig', praktijkplaats: 'bezig', voortgangsgesprek: 'bezig', tolk: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands Z-route, rustige groep',
				week: week([1, 4], '09:00', '11:45'),
				hours: [{ category: 'nt2', total: 18_900, perDay: 165, missed: 10, waiting: 4 }]
			},
			{
				id: 'knm',
				kind: 'knm_cursus',
				partner: 'deBrug',
				title: 'Kennis van de Nederlandse Maatschappij',
				week: week([4], '12:00', '13:00'),
				hours: [{ category: 'knm', total: 2160, perDay: 60, missed: 6, waiting: 2 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.workdayAgo({ days: 440 }),
				hours: [
					{ category: 'pvt', total: 720, perDay: 120, until: days.workdayAgo({ days: 440 }), waiting: 0 }
				]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, dinsdag',
				place: 'Buurthuis De Haven',
				week: week([2], '13:30', '15:30'),
				hours: [
					{ category: 'module_map', total: 720, perDay: 120, until: days.ago({ days: 50 }), waiting: 0 }
				]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'kringloop',
				title: 'Praktijkplaats Kringloop Rond',
				week: week([3], '09:30', '12:00'),
				hours: [{ category: 'module_map_praktijk', total: 1875, perDay: 150, waiting: 1 }]
			}
		],
		appointments: [
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 140 }),
				time: '10:00',
				minutes: 45,
				where: 'stadhuis',
				interpreter: 'telefoon'
			},
			{
				id: 'gesprek',
				kind: 'gesprek',
				day: days.soon(3),
				time: '11:30',
				minutes: 30,
				where: 'deBrug',
				interpreter: 'telefoon',
				isInterpreterArranged: true
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
		]
	};
};
