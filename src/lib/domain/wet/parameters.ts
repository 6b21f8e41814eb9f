import type { Dag } from '#lib/domain/dag.ts';
import type { Grondslag } from './artikelen.ts';

/** A number of the law with the days on which it holds; `tot` is inclusive, null means until further notice. */
export type Periode = { van: string; tot: string | null; waarde: number };
export type Parameter = {
	eenheid: 'maanden' | 'weken' | 'dagen' | 'minuten' | 'centen' | 'procent' | 'aantal';
	artikel: Grondslag;
	bron: string;
	perioden: readonly Periode[];
};

const wi = 'BWBR0044770, text of 2023-01-01';
const bi = 'BWBR0045555, text of 2026-04-02';
const ri = 'BWBR0045574, text of 2026-04-18';
const sindsWi2021 = (waarde: number): readonly Periode[] => [{ van: '2022-01-01', tot: null, waarde }];

/** Every number that a rule uses. A change of the law is a new period, never a new number in an old one. */
export const parameters = {
	minimumleeftijd: {
		eenheid: 'maanden',
		artikel: 'Wi2021 art. 3 lid 1',
		bron: wi,
		perioden: sindsWi2021(192)
	},
	// Periods of birth dates, not of calendar time: nothing is fixed for births outside the table (U-14).
	aowLeeftijd: {
		eenheid: 'maanden',
		artikel: 'AOW art. 7a',
		bron: 'rijksoverheid.nl, Algemene Ouderdomswet (AOW): AOW-leeftijd',
		perioden: [
			{ van: '1957-03-01', tot: '1960-12-31', waarde: 804 },
			{ van: '1961-01-01', tot: '1962-09-30', waarde: 807 }
		]
	},
	aowLeeftijdMinimum: {
		eenheid: 'maanden',
		artikel: 'AOW art. 7a',
		bron: 'the AOW age does not go down: nobody born after the table reaches it before 67',
		perioden: sindsWi2021(804)
	},
	pipTermijn: { eenheid: 'weken', artikel: 'Bi2021 art. 5.3 lid 1', bron: bi, perioden: sindsWi2021(10) },
	pipTermijnNaInformatieDerden: {
		eenheid: 'weken',
		artikel: 'Bi2021 art. 5.3 lid 2',
		bron: bi,
		perioden: sindsWi2021(2)
	},
	pipTermijnNaVerhuizing: {
		eenheid: 'weken',
		artikel: 'Bi2021 art. 5.3 lid 3',
		bron: bi,
		perioden: sindsWi2021(10)
	},
	intakeOproepen: { eenheid: 'aantal', artikel: 'Wi2021 art. 14', bron: wi, perioden: sindsWi2021(3) },
	inburgeringstermijn: {
		eenheid: 'maanden',
		artikel: 'Wi2021 art. 11 lid 1',
		bron: wi,
		perioden: sindsWi2021(36)
	},
	onderbrekingMaximum: {
		eenheid: 'maanden',
		artikel: 'Bi2021 art. 2.1 lid 2',
		bron: bi,
		perioden: sindsWi2021(12)
	},
	verlengingAanvraag: {
		eenheid: 'maanden',
		artikel: 'Bi2021 art. 4.5',
		bron: bi,
		perioden: sindsWi2021(6)
	},
	verlengingsgrondMinimum: {
		eenheid: 'maanden',
		artikel: 'Ri2021 art. 4.1',
		bron: ri,
		perioden: sindsWi2021(3)
	},
	overlijden: { eenheid: 'maanden', artikel: 'Ri2021 art. 4.1', bron: ri, perioden: sindsWi2021(3) },
	bevalling: { eenheid: 'weken', artikel: 'Ri2021 art. 4.1', bron: ri, perioden: sindsWi2021(16) },
	alfabetiseringMaximum: {
		eenheid: 'maanden',
		artikel: 'Ri2021 art. 4.1',
		bron: ri,
		perioden: sindsWi2021(6)
	},
	aanbiederMaximum: { eenheid: 'maanden', artikel: 'Ri2021 art. 4.1', bron: ri, perioden: sindsWi2021(6) },
	dakloosheidMaximum: { eenheid: 'maanden', artikel: 'Ri2021 art. 4.1', bron: ri, perioden: sindsWi2021(24) },
	aanbodOnderwijsVerlenging: {
		eenheid: 'maanden',
		artikel: 'Ri2021 art. 4.1 lid 1 onder g',
		bron: ri,
		perioden: sindsWi2021(6)
	},
	samenloopSoorten: { eenheid: 'aantal', artikel: 'Ri2021 art. 4.1', bron: ri, perioden: sindsWi2021(2) },
	bijnaAfgerondTaalonderdelen: {
		eenheid: 'aantal',
		artikel: 'Bi2021 art. 4.4',
		bron: bi,
		perioden: sindsWi2021(2)
	},
	bijnaAfgerondLessenGezinOverig: {
		eenheid: 'minuten',
		artikel: 'Bi2021 art. 4.4',
		bron: bi,
		perioden: sindsWi2021(27_000)
	},
	bijnaAfgerondVerlenging: {
		eenheid: 'maanden',
		artikel: 'Wi2021 art. 12',
		bron: wi,
		perioden: sindsWi2021(6)
	},
	aanbodTermijn: {
		eenheid: 'maanden',
		artikel: 'Ri2021 art. 4.1 lid 1 onder g',
		bron: ri,
		perioden: sindsWi2021(3)
	},
	aanbodTermijnOnderwijs: {
		eenheid: 'maanden',
		artikel: 'Ri2021 art. 4.1 lid 1 onder g',
		bron: ri,
		perioden: sindsWi2021(6)
	},
	schakelen: { eenheid: 'maanden', artikel: 'Bi2021 art. 5.4', bron: bi, perioden: sindsWi2021(18) },
	afschalenNt2: { eenheid: 'minuten', artikel: 'Bi2021 art. 5.5', bron: bi, perioden: sindsWi2021(36_000) },
	kostelozePogingen: { eenheid: 'aantal', artikel: 'Ri2021 art. 3.5', bron: ri, perioden: sindsWi2021(2) },
	examengeld: { eenheid: 'centen', artikel: 'Ri2021 art. 3.4', bron: ri, perioden: sindsWi2021(5000) },
	pvt: { eenheid: 'minuten', artikel: 'Bi2021 art. 3.1', bron: bi, perioden: sindsWi2021(720) },
	moduleMapPraktijk: {
		eenheid: 'minuten',
		artikel: 'Ri2021 art. 3.1',
		bron: ri,
		perioden: sindsWi2021(2400)
	},
	zCursus: { eenheid: 'minuten', artikel: 'Bi2021 art. 3.14', bron: bi, perioden: sindsWi2021(48_000) },
	zParticipatie: { eenheid: 'minuten', artikel: 'Bi2021 art. 3.14', bron: bi, perioden: sindsWi2021(48_000) },
	ontzorgen: {
		eenheid: 'maanden',
		artikel: 'Pw art. 56a lid 1',
		bron: 'BWBR0015703, text of 2025-07-01',
		perioden: sindsWi2021(6)
	},
	bezwaar: {
		eenheid: 'weken',
		artikel: 'Awb art. 6:7',
		bron: 'BWBR0005537',
		perioden: [{ van: '1994-01-01', tot: null, waarde: 6 }]
	},
	leningMaximum: {
		eenheid: 'centen',
		artikel: 'Ri2021 art. 6.1',
		bron: ri,
		perioden: sindsWi2021(1_000_000)
	},
	leningDrempel: { eenheid: 'centen', artikel: 'Ri2021 art. 6.1', bron: ri, perioden: sindsWi2021(18_000) },
	leningAftrek: { eenheid: 'aantal', artikel: 'Ri2021 art. 6.1', bron: ri, perioden: sindsWi2021(2) },
	// The income of so many years before the year of the loan.
	toetsingsinkomenJaren: {
		eenheid: 'aantal',
		artikel: 'Ri2021 art. 6.8',
		bron: ri,
		perioden: sindsWi2021(2)
	},
	draagkracht: { eenheid: 'procent', artikel: 'Ri2021 art. 6.8', bron: ri, perioden: sindsWi2021(12) },
	vrijeVoetPartner: { eenheid: 'procent', artikel: 'Ri2021 art. 6.8', bron: ri, perioden: sindsWi2021(120) },
	vrijeVoetOuderenkorting: {
		eenheid: 'procent',
		artikel: 'Ri2021 art. 6.8',
		bron: ri,
		perioden: sindsWi2021(120)
	},
	vrijeVoetOverig: { eenheid: 'procent', artikel: 'Ri2021 art. 6.8', bron: ri, perioden: sindsWi2021(84) },
	elipLening: {
		eenheid: 'centen',
		artikel: 'Bi2021 art. 12.1a lid 4',
		bron: 'VNG/SZW, news on ELIP, 2020-01-22 (U-16)',
		perioden: [{ van: '2020-01-22', tot: null, waarde: 750_000 }]
	},
	elipTermijn: {
		eenheid: 'maanden',
		artikel: 'Bi2021 art. 12.1a lid 4',
		bron: 'VNG/SZW, news on ELIP, 2020-01-22 (U-16)',
		perioden: [{ van: '2020-01-22', tot: null, waarde: 6 }]
	}
} satisfies Record<string, Parameter>;

export type ParameterNaam = keyof typeof parameters;

/** First day of the Wi2021: who got the right of residence before it stays under the Wi2013 (Wi2021 art. 54 lid 1). */
export const wi2021Inwerkingtreding = {
	waarde: '2022-01-01',
	artikel: 'Wi2021 art. 54 lid 1' satisfies Grondslag as Grondslag,
	bron: wi
};

/**
 * The value that holds on `dag`; without a day the newest one. A day before the first period gets the first
 * period, because the outcome is about the Wi2021 unless the facts show otherwise (contract.md 2, premise).
 */
export function parameter(naam: ParameterNaam, dag?: Dag | null): number {
	return valueOn(parameters[naam].perioden, dag);
}

/** The value whose period holds `dag`, or null when no period does: for tables that end (AOW age). */
export function parameterBinnen(naam: ParameterNaam, dag: Dag): number | null {
	const iso = dag.toString();
	const found = parameters[naam].perioden.find((p) => p.van <= iso && (p.tot === null || iso <= p.tot));
	return found ? found.waarde : null;
}

/** The last day of the table, or null when it goes on. */
export function parameterTot(naam: ParameterNaam): string | null {
	return parameters[naam].perioden.at(-1)?.tot ?? null;
}

/** Picks from periods in ascending order; see `parameter` for days outside them. */
export function valueOn(perioden: readonly Periode[], dag?: Dag | null): number {
	const last = perioden.at(-1);
	if (!last) throw new Error('A parameter needs at least one period');
	if (!dag || perioden.length === 1) return last.waarde;
	const iso = dag.toString();
	return (perioden.findLast((p) => p.van <= iso) ?? perioden[0] ?? last).waarde;
}
