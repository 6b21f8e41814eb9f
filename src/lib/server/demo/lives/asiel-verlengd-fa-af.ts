import { laatsteDag } from '#lib/domain/dag.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import { vasteLasten } from '#lib/domain/vocabulary.ts';
import type { PipBasis, TellLife } from '../life.ts';
import { begeleiding, duoTermijn, event, gesprekken, inburgering, intake, ontzorgen, ontzorgenTot, participatie, themas, week } from '../tell.ts'; // prettier-ignore

/**
 * Naweed worked hard for almost three years. His school once closed for months, so DUO gave him three months more.
 * Writing and speaking were set at A2; two exams are open, and the last talk of the MAP.
 */
export const asielVerlengdFaAf: TellLife = (days) => {
	const huisvesting = days.workdayAgo({ months: 36 });
	const pip = days.workdayAgo({ months: 34 });
	const praktijk = days.workdayAgo({ months: 20 });
	const afschalen = days.workdayAgo({ months: 5 });
	const besluit = days.workdayAgo({ days: 40 });
	const bijstand = huisvesting.add({ days: 1 });
	const start = pip.add({ days: 1 });
	const startCursus = pip.add({ days: 40 });
	const aanvraag = event('verlenging', days.workdayAgo({ days: 88 }), { grond: 'aanbieder', status: 'aangevraagd' }, { by: 'inburgeraar' }); // prettier-ignore
	const basis: PipBasis = {
		leerroute: 'b1',
		niveauLezen: 'b1',
		niveauLuisteren: 'b1',
		intensiteitMinutenPerWeek: 495,
		intensiteitMinutenTotaal: 42_000,
		isAlfabetiseringInPip: false,
		cursusinstelling: 'Taalschool De Brug',
		startCursus,
		hasKeurmerk: true,
		einddoel: 'werk',
		pvtMinutenGepland: 720,
		moduleMapMinutenGepland: 3600,
		isOntzorgenVanToepassing: true,
		ontzorgenVanaf: bijstand,
		ontzorgenLaatsteDag: ontzorgenTot(bijstand),
		vasteLasten: [...vasteLasten],
		voortgangsgesprekkenInPip: 6,
		maatschappelijkeBegeleidingDoor: 'Stichting Samenloop'
	};
	const afspraken = [
		inburgering('taalles', 'aanbieder', {
			minutenPerWeek: 495,
			metWie: 'Taalschool De Brug',
			vanaf: startCursus
		}),
		inburgering('examen', 'inburgeraar', { aantal: 5 }),
		participatie('pvt_bijeenkomst', 'gemeente', { minutenTotaal: 720, metWie: 'Welzijn Waterrijk' }),
		participatie('module_map_bijeenkomst', 'gemeente', { minutenTotaal: 1200, metWie: 'Welzijn Waterrijk' }),
		ontzorgen('vaste_lasten', 'gemeente', { vanaf: bijstand, tot: ontzorgenTot(bijstand) }),
		begeleiding('voortgangsgesprek', 'samen', { aantal: 6, metWie: 'Sanne de Wit' }),
		begeleiding('maatschappelijke_begeleiding', 'aanbieder', {
			metWie: 'Stichting Samenloop',
			vanaf: huisvesting,
			tot: huisvesting.add({ months: 12 })
		})
	];
	const metPraktijk = [
		...afspraken,
		participatie('praktijkplaats', 'samen', { minutenTotaal: 2400, metWie: 'Kringloop Rond' }),
		participatie('werk', 'inburgeraar', { minutenPerWeek: 960, metWie: 'Kringloop Rond', toelichting: 'Betaald werk, 16 uur per week.' }) // prettier-ignore
	];
	return {
		key: 'asiel-verlengd-fa-af',
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: days.workdayAgo({ months: 14 }),
		eerder: {
			consulent: 'consulent-collega',
			vanaf: huisvesting,
			tot: days.workdayAgo({ months: 14 }).subtract({ days: 1 })
		},
		person: {
			name: 'Mohammad Naweed Sultani',
			locale: 'fa-AF',
			born: days.ago({ years: 38, days: 260 }),
			phone: '06 00 00 11 08',
			createdOn: huisvesting
		},
		groep: 'asiel',
		verblijfsvergunning: 'asiel_bepaalde_tijd',
		bekendmakingVerblijfsrecht: days.workdayAgo({ months: 41 }),
		tolktaal: 'Dari',
		lastSeen: days.ago({ days: 1 }),
		events: [
			event('inschrijving_brp_azc', days.workdayAgo({ months: 40 })),
			event('koppeling', days.workdayAgo({ months: 38 })),
			event('duo_kennisgeving', days.workdayAgo({ months: 37 }), { wet: 'wi2021' }),
			event('inschrijving_brp_huisvesting', huisvesting),
			event('bijstand', bijstand),
			...intake(pip),
			event('pip_ondertekend', pip),
			duoTermijn(pip),
			event('aanbod_start', startCursus),
			event('bijstand_einde', praktijk.add({ days: 30 })),
			...gesprekken(days, 940, 800, 600, 420, 200, 45),
			event('pvt_activiteit', days.workdayAgo({ days: 760 })),
			event('pvt_ondertekeningsbijeenkomst', days.workdayAgo({ days: 720 })),
			event('pvt_ondertekend', days.workdayAgo({ days: 720 })),
			...themas(8, days, 130),
			event('voldoende_inspanning', afschalen.subtract({ days: 7 }), { waarde: true }),
			event('afschalen', afschalen, { onderdelen: ['schrijven', 'spreken'], niveau: 'a2' }),
			aanvraag,
			event(
				'verlenging',
				besluit,
				{ grond: 'aanbieder', status: 'toegekend', maanden: 3 },
				{ replaces: aanvraag }
			),
			event('duo_termijn', besluit, {
				start: start.toString(),
				laatsteDag: laatsteDag(
					laatsteDag(start, parameter('inburgeringstermijn')).add({ days: 1 }),
					3
				).toString()
			})
		],
		pips: [
			{
				...basis,
				dagtekening: pip,
				niveauSchrijven: 'b1',
				niveauSpreken: 'b1',
				afspraken,
				seen: { day: pip.add({ days: 2 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: praktijk,
				reden: 'werk',
				niveauSchrijven: 'b1',
				niveauSpreken: 'b1',
				moduleMapPraktijkplaats: 'Kringloop Rond',
				afspraken: metPraktijk,
				seen: { day: praktijk.add({ days: 2 }), understood: 'ja' }
			},
			{
				...basis,
				dagtekening: afschalen,
				reden: 'afschalen',
				niveauSchrijven: 'a2',
				niveauSpreken: 'a2',
				moduleMapPraktijkplaats: 'Kringloop Rond',
				toelichting: 'U deed meer dan 600 uur les en deed goed uw best. Schrijven en spreken doet u op A2.',
				afspraken: metPraktijk,
				seen: { day: afschalen.add({ days: 1 }), understood: 'ja' }
			}
		],
		states: { taalles: 'bezig', examen: 'bezig', pvt_bijeenkomst: 'klaar', module_map_bijeenkomst: 'klaar', vaste_lasten: 'klaar', voortgangsgesprek: 'bezig', maatschappelijke_begeleiding: 'klaar', praktijkplaats: 'klaar', werk: 'bezig' }, // prettier-ignore
		courses: [
			{
				id: 'taal',
				kind: 'taalcursus',
				partner: 'deBrug',
				title: 'Nederlands naar B1, avond A',
				week: week([1, 2, 4], '18:30', '21:15'),
				tot: days.in({ months: 4 }),
				hours: [{ category: 'nt2', total: 38_445, perDay: 165, missed: 10, waiting: 5 }]
			},
			{
				id: 'pvt',
				kind: 'pvt',
				partner: 'welzijn',
				title: 'Participatieverklaringstraject',
				place: 'Buurthuis De Haven',
				week: week([3], '13:00', '15:00'),
				tot: days.workdayAgo({ days: 720 }),
				hours: [
					{ category: 'pvt', total: 720, perDay: 120, until: days.workdayAgo({ days: 720 }), waiting: 0 }
				]
			},
			{
				id: 'map',
				kind: 'module_map',
				partner: 'welzijn',
				title: 'Module Arbeidsmarkt en Participatie, vrijdag',
				place: 'Buurthuis De Haven',
				week: week([5], '09:30', '12:00'),
				tot: days.workdayAgo({ days: 130 }),
				hours: [
					{
						category: 'module_map',
						total: 1200,
						perDay: 150,
						until: days.workdayAgo({ days: 130 }),
						waiting: 0
					}
				]
			},
			{
				id: 'praktijk',
				kind: 'praktijkplaats',
				partner: 'kringloop',
				title: 'Praktijkplaats Kringloop Rond',
				week: week([5], '13:00', '17:00'),
				tot: days.workdayAgo({ days: 420 }),
				hours: [{ category: 'module_map_praktijk', total: 2400, perDay: 240, until: days.workdayAgo({ days: 420 }), waiting: 0 }] // prettier-ignore
			}
		],
		exams: [
			{
				onderdeel: 'knm',
				day: days.workdayAgo({ days: 400 }),
				result: 'geslaagd',
				resultOn: days.workdayAgo({ days: 370 })
			},
			{ onderdeel: 'lezen', niveau: 'b1', day: days.workdayAgo({ days: 300 }), result: 'geslaagd', resultOn: days.workdayAgo({ days: 265 }) }, // prettier-ignore
			{ onderdeel: 'luisteren', niveau: 'b1', day: days.workdayAgo({ days: 290 }), result: 'gezakt', resultOn: days.workdayAgo({ days: 255 }) }, // prettier-ignore
			{ onderdeel: 'spreken', niveau: 'b1', day: days.workdayAgo({ days: 220 }), result: 'gezakt', resultOn: days.workdayAgo({ days: 190 }) }, // prettier-ignore
			{ onderdeel: 'luisteren', niveau: 'b1', day: days.workdayAgo({ days: 120 }), result: 'geslaagd', resultOn: days.workdayAgo({ days: 85 }) }, // prettier-ignore
			{ onderdeel: 'schrijven', niveau: 'a2', day: days.workdayAgo({ days: 17 }), result: 'uitslag_volgt' }
		],
		appointments: [
			{
				id: 'voortgang-vorige',
				kind: 'voortgangsgesprek',
				day: days.workdayAgo({ days: 45 }),
				time: '16:30',
				minutes: 45,
				where: 'stadhuis'
			},
			{
				id: 'eindgesprek-map',
				kind: 'eindgesprek_map',
				day: days.soon(2),
				time: '16:30',
				minutes: 60,
				where: 'stadhuis',
				bring: ['identiteitsbewijs'],
				interpreter: 'video',
				answer: 'bevestigd'
			},
			{
				id: 'examen-spreken',
				kind: 'examen',
				day: days.soon(15),
				time: '13:15',
				minutes: 60,
				where: 'duo',
				withName: 'DUO',
				bring: ['identiteitsbewijs', 'brief']
			}
		],
		questions: [
			{
				id: 'verlenging',
				topic: 'verlenging',
				isClosed: true,
				messages: [
					{
						from: 'self',
						day: days.ago({ days: 92 }),
						time: '20:30',
						text: 'آیا می‌توانم وقت بیشتر بخواهم؟',
						isRead: true
					},
					{ from: 'consulent', day: days.workdayAgo({ days: 90 }), time: '09:30', answer: 'kom_langs', text: 'U vraagt het zelf aan bij DUO. Ik help u met het formulier.', isRead: true } // prettier-ignore
				]
			}
		]
	};
};
