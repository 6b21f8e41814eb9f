import type { LokaleInstellingen } from '#lib/domain/facts.ts';

/** How a municipality works within the law (rules.md chapter 8). What is absent: only the law. */
export type Gemeentebeleid = LokaleInstellingen & {
	/** Days after the last contact before the consultant is reminded; never an obligation of the inburgeraar. */
	aandachtDagen?: number;
	/** Check list of the brede intake; the statutory subjects cannot be removed. */
	intakedomeinen?: readonly string[];
	/** Who gives practical guidance. */
	praktischeBegeleidingDoor?: string;
};

/** Wi2021 art. 14 lid 3, Bi2021 art. 5.2 lid 1: what the brede intake must deal with. */
export const wettelijkeIntakeonderwerpen = [
	'leerbaarheid',
	'opleiding',
	'werkervaring',
	'persoonlijke_omstandigheden',
	'vve_van_kinderen',
	'taalniveau',
	'kansen_op_werk',
	'zelfredzaamheid'
] as const;

/** What can be typed (rules.md chapter 8): whole numbers in the unit of the name, minutes for a norm of hours. */
export const beleidsgrenzen = {
	pipWekenNaBredeIntake: { min: 1, max: 26 },
	voortgangsgesprekkenMinimum: { min: 0, max: 52 },
	voortgangsgesprekkenMaanden: { min: 1, max: 60 },
	maximumSchakelingen: { min: 0, max: 9 },
	afschalenNaMaanden: { min: 0, max: 60 },
	afschalenNt2Minuten: { min: 1, max: 120_000 },
	praktischeBegeleidingMaanden: { min: 1, max: 60 },
	aandachtDagen: { min: 1, max: 365 }
} as const satisfies { [K in keyof Gemeentebeleid]?: { min: number; max: number } };

/** The answers of the law engine that each setting can change: always guidance beside the law. */
export const antwoordenVanBeleid = {
	pipWekenNaBredeIntake: ['pipUiterlijk'],
	voortgangsgesprekkenMinimum: ['voortgangsgesprekkenMinimum'],
	voortgangsgesprekkenMaanden: ['voortgangsgesprekkenVanaf', 'voortgangsgesprekkenLaatsteDag'],
	maximumSchakelingen: ['isSchakelenBinnenBeleid'],
	afschalenNaMaanden: ['afschalenVanaf', 'isAfschalenBinnenBeleid'],
	afschalenNt2Minuten: ['isAfschalenBinnenBeleid'],
	isOntzorgenVerlengbaar: ['ontzorgenLaatsteDag'],
	praktischeBegeleidingMaanden: ['praktischeBegeleidingLaatsteDag']
} as const satisfies { [K in keyof LokaleInstellingen]-?: readonly string[] };

export const alleenDeWet: Gemeentebeleid = {};

/** HBEL (Huizen, Blaricum, Eemnes, Laren): document 004, written before the Act was in force. */
export const hbel: Gemeentebeleid = {
	pipWekenNaBredeIntake: 4,
	voortgangsgesprekkenMinimum: 2,
	voortgangsgesprekkenMaanden: 12,
	maximumSchakelingen: 1,
	afschalenNaMaanden: 18,
	afschalenNt2Minuten: 36_000,
	isOntzorgenVerlengbaar: true,
	praktischeBegeleidingMaanden: 12,
	aandachtDagen: 7,
	intakedomeinen: [
		'leerbaarheid',
		'opleiding',
		'werkervaring en/of vrijwilligerswerk',
		'praktische competenties',
		'werknemersvaardigheden',
		'taalniveau',
		'motivatie',
		'mate van zelfredzaamheid',
		'digitale vaardigheden',
		'gezinssituatie',
		'fysieke gezondheid',
		'mentale gezondheid',
		'sociaal netwerk',
		'rechten en plichten'
	],
	praktischeBegeleidingDoor: 'VluchtelingenWerk Midden-Nederland'
};
