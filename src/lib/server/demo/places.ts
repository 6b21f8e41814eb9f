import type { gemeenten, partners } from '../db/schema.ts';
import { demoId } from './ids.ts';

export const gemeenteIds = {
	waterrijk: demoId('gemeente', 'waterrijk'),
	heuvelstad: demoId('gemeente', 'heuvelstad')
};
export type GemeenteKey = keyof typeof gemeenteIds;

/** Two invented municipalities: one with a way of working of its own (wet/rules.md chapter 8), one with only the law. */
export const gemeenteRows: (typeof gemeenten.$inferInsert)[] = [
	{
		id: gemeenteIds.waterrijk,
		name: 'Gemeente Waterrijk',
		slug: 'waterrijk',
		phone: '14 0399',
		openingHours: 'maandag t/m vrijdag 8.30–17.00 uur',
		postalAddress: 'Postbus 100, 9990 AA Waterrijk',
		lokaalBeleid: {
			pipWekenNaBredeIntake: 4,
			voortgangsgesprekkenMinimum: 2,
			voortgangsgesprekkenMaanden: 12,
			maximumSchakelingen: 1,
			afschalenNaMaanden: 18,
			afschalenNt2Minuten: 36_000,
			isOntzorgenVerlengbaar: true,
			praktischeBegeleidingMaanden: 12,
			praktischeBegeleidingDoor: 'Stichting Samenloop',
			aandachtDagen: 28
		},
		answerDays: 3,
		theme: {}
	},
	{
		id: gemeenteIds.heuvelstad,
		name: 'Gemeente Heuvelstad',
		slug: 'heuvelstad',
		phone: '14 0397',
		openingHours: 'maandag t/m donderdag 9.00–16.00 uur',
		postalAddress: 'Postbus 22, 9980 AB Heuvelstad',
		lokaalBeleid: {},
		answerDays: 5,
		theme: {
			'--utrecht-button-primary-action-background-color': '#6a2c5e',
			'--utrecht-button-primary-action-color': '#ffffff',
			'--utrecht-link-color': '#6a2c5e'
		}
	}
];

export const partnerIds = {
	deBrug: demoId('partner', 'de-brug'),
	regiocollege: demoId('partner', 'regiocollege'),
	welzijn: demoId('partner', 'welzijn-waterrijk'),
	samenloop: demoId('partner', 'samenloop'),
	deDreef: demoId('partner', 'zorgcentrum-de-dreef'),
	kringloop: demoId('partner', 'kringloop-rond'),
	taalpunt: demoId('partner', 'taalpunt-heuvelstad')
};
export type PartnerKey = keyof typeof partnerIds;

const at = (
	key: PartnerKey,
	name: string,
	kind: (typeof partners.$inferInsert)['kind'],
	phone: string,
	gemeente: GemeenteKey = 'waterrijk'
): typeof partners.$inferInsert => ({
	id: partnerIds[key],
	gemeenteId: gemeenteIds[gemeente],
	name,
	kind,
	phone
});

// The area codes 0399 and 0397 do not exist: nobody is called by accident.
export const partnerRows: (typeof partners.$inferInsert)[] = [
	at('deBrug', 'Taalschool De Brug', 'taalschool', '0399 20 10 10'),
	at('regiocollege', 'Regiocollege Waterrijk', 'taalschool', '0399 20 30 30'),
	at('welzijn', 'Welzijn Waterrijk', 'welzijn', '0399 20 40 40'),
	at('samenloop', 'Stichting Samenloop', 'gids', '0399 20 50 50'),
	at('deDreef', 'Zorgcentrum De Dreef', 'werkgever', '0399 20 60 60'),
	at('kringloop', 'Kringloop Rond', 'werkgever', '0399 20 70 70'),
	at('taalpunt', 'Taalpunt Heuvelstad', 'taalschool', '0397 60 10 10', 'heuvelstad')
];

/** Where appointments take place. */
export const places = {
	stadhuis: { place: 'Stadhuis Waterrijk, balie 4', address: 'Marktplein 1, 9991 AA Waterrijk' },
	deBrug: { place: 'Taalschool De Brug, lokaal 12', address: 'Sluiskade 18, 9992 BC Waterrijk' },
	regiocollege: { place: 'Regiocollege Waterrijk', address: 'Beukenlaan 70, 9994 KL Waterrijk' },
	buurthuis: { place: 'Buurthuis De Haven', address: 'Havenstraat 5, 9992 AD Waterrijk' },
	bibliotheek: { place: 'Bibliotheek Waterrijk, zaal 2', address: 'Schoolstraat 30, 9991 CE Waterrijk' },
	deDreef: { place: 'Zorgcentrum De Dreef', address: 'Dreef 112, 9993 GH Waterrijk' },
	kringloop: { place: 'Kringloop Rond', address: 'Ambachtsweg 9, 9995 MN Waterrijk' },
	duo: { place: 'DUO, examenlocatie Waterrijk', address: 'Stationsplein 2, 9991 BB Waterrijk' },
	heuvelstad: { place: 'Gemeentehuis Heuvelstad', address: 'Raadhuisweg 3, 9981 AA Heuvelstad' }
};
export type PlaceKey = keyof typeof places;
