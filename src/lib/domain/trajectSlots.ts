import type { Decider, ModuleMapThema, TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';

/** `day` is ISO text; `?` may be absent; a list of words is one of those words. */
type SlotKind = 'day' | 'day?' | 'boolean' | 'text' | 'texts' | 'count' | 'count?' | readonly string[];
export interface TrajectEventShape {
	/** Who decides or does it, unless the row says otherwise. */
	decidedBy: Decider;
	grondslag: Grondslag | null;
	slots: Record<string, SlotKind>;
	/** The fact of wet/contract.md chapter 4 that the row gives; empty: workflow or history only. */
	facts: string;
}

const themas = ['beroepenorientatie', 'werknemerscompetenties', 'realistisch_beroepsbeeld', 'beroepskansen', 'beroepscompetenties_verwerven', 'netwerk_opbouwen', 'werk_vinden', 'werkcultuur'] as const satisfies readonly ModuleMapThema[]; // prettier-ignore
const routes = ['b1', 'onderwijs', 'z'] as const;
const gronden = ['ziekte', 'overlijden', 'bevalling', 'blijf_van_mijn_lijf_huis', 'alfabetisering', 'dakloosheid', 'inburgeringsaanbod', 'aanbieder', 'bijzondere_omstandigheid', 'samenloop', 'niet_vrijstellend_onderwijs', 'bijna_afgerond', 'ambtshalve'] as const; // prettier-ignore

const duo = (
	grondslag: Grondslag,
	facts: string,
	slots: TrajectEventShape['slots'] = {}
): TrajectEventShape => ({
	decidedBy: 'duo',
	grondslag,
	slots,
	facts
});
const college = (
	grondslag: Grondslag | null,
	facts: string,
	slots: TrajectEventShape['slots'] = {}
): TrajectEventShape => ({ decidedBy: 'college', grondslag, slots, facts });

/**
 * The slots of each kind of traject event, who decides it and on what. The row's own `day` is the legal day.
 * The newest row of a kind counts, except for kinds that happen more often: verlenging, onderbreking, intake_oproep,
 * intake_niet_verschenen, intake_gesprek, schakelen, module_map_thema, pvt_activiteit, voortgangsgesprek, verhuizing.
 * The decision on a requested verlenging is a new row with `replacesId` of the request: one item, its newest status.
 */
export const trajectSlots = {
	duo_kennisgeving: duo('Bi2021 art. 9.1', 'kennisgevingDuo = day; toepasselijkeWet = wet; aowDatum', {
		wet: ['wi2013', 'wi2021'],
		aowDatum: 'day?'
	}),
	duo_termijn: duo('Wi2021 art. 11 lid 1', 'startVolgensDuo = start; laatsteDagVolgensDuo = laatsteDag', {
		start: 'day',
		laatsteDag: 'day'
	}),
	duo_voldaan: duo('Wi2021 art. 6 lid 2', 'voldaanVolgensDuo = day', {
		document: ['diploma', 'certificaat']
	}),
	vrijstelling: duo('Wi2021 art. 4 lid 1', 'vrijstelling = omvang', {
		omvang: ['geen', 'gedeeltelijk', 'geheel']
	}),
	ontheffing: duo('Wi2021 art. 5', 'ontheffing = omvang', { omvang: ['geen', 'gedeeltelijk', 'geheel'] }),
	verlenging: duo(
		'Wi2021 art. 12',
		'verlengingen[] = grond, status and at most one of maanden, weken, dagen',
		{
			grond: gronden,
			status: ['aangevraagd', 'toegekend', 'afgewezen'],
			maanden: 'count?',
			weken: 'count?',
			dagen: 'count?'
		}
	),
	onderbreking: duo('Bi2021 art. 2.1 lid 2', 'onderbrekingen[] = van, tot', { van: 'day', tot: 'day?' }),
	kwalificatieplicht: college('Wi2021 art. 4 lid 1', 'isKwalificatieplichtig', {
		isKwalificatieplichtig: 'boolean'
	}),
	inschrijving_brp: college(null, 'inschrijvingBrp = day'),
	inschrijving_brp_azc: college(null, 'inschrijvingBrpAzc = day'),
	inschrijving_brp_huisvesting: college(
		'Bi2021 art. 5.3 lid 1',
		'inschrijvingBrpHuisvesting = day (art. 28 Huisvestingswet 2014)'
	),
	inschrijving_brp_verhuizing: college('Bi2021 art. 5.3 lid 3', 'inschrijvingBrpNaVerhuizing = day'),
	koppeling: college(null, ''),
	intake_oproep: college('Wi2021 art. 14', '', { nummer: 'count?' }),
	intake_niet_verschenen: college('Wi2021 art. 14', '', { nummer: 'count?' }),
	intake_gesprek: college('Wi2021 art. 14', '', { nummer: 'count?' }),
	intake_afgerond: college('Bi2021 art. 5.2', 'afrondingBredeIntake = day'),
	leerbaarheidstoets: college('Ri2021 art. 5.1', ''),
	wacht_op_informatie: college('Bi2021 art. 5.3 lid 2', 'isWachtendOpInformatieDerden = true'),
	informatie_ontvangen: college('Bi2021 art. 5.3 lid 2', 'ontvangstInformatieDerden = day'),
	pip_ondertekend: { ...college('Wi2021 art. 15', 'ondertekeningPip = day'), decidedBy: 'inburgeraar' },
	pip_na_verhuizing: college('Wi2021 art. 15 lid 4', 'dagtekeningPipNaVerhuizing = day'),
	aanbod_start: college('Wi2021 art. 16', 'startInburgeringsaanbod = day (first day of lessons)'),
	bijstand: college('Pw art. 56a lid 1', 'hasBijstand = true; ingangBijstand = day'),
	bijstand_einde: college('Pw art. 56a lid 1', 'laatsteDagBijstand = day (last day, inclusive)'),
	schakelen: college('Wi2021 art. 17 lid 2', 'eerdereSchakelingen = number of rows', {
		van: routes,
		naar: routes
	}),
	afschalen: college('Bi2021 art. 5.5', '', { onderdelen: 'texts', niveau: ['a2'] }),
	voldoende_inspanning: college('Bi2021 art. 5.5', 'hasVoldoendeInspanning = waarde', { waarde: 'boolean' }),
	alle_lessen_gevolgd: college('Bi2021 art. 4.4', 'hasAlleLessenGevolgd = waarde', { waarde: 'boolean' }),
	taalschakeltraject_voltooid: {
		...college('Wi2021 art. 8', 'isTaalschakeltrajectVoltooid = true'),
		decidedBy: 'aanbieder'
	},
	z_norm: college('Ri2021 art. 3.16', 'zCursusMinutenNorm = minuten', { minuten: 'count' }),
	pvt_activiteit: college('Wi2021 art. 6 lid 3', 'hasPvtActiviteitOfExcursie = true'),
	pvt_ondertekeningsbijeenkomst: college('Wi2021 art. 6 lid 5', 'isAanwezigBijPvtOndertekening = true'),
	pvt_ondertekend: {
		...college('Wi2021 art. 6 lid 5', 'isPvtOndertekend = true'),
		decidedBy: 'inburgeraar'
	},
	module_map_thema: college('Ri2021 art. 3.1', 'moduleMapThemas[] = thema', { thema: themas }),
	module_map_eindgesprek: college('Bi2021 art. 3.2', 'hasModuleMapEindgesprek = true'),
	z_eindgesprek: college('Bi2021 art. 3.14', 'hasZEindgesprek = true'),
	voortgangsgesprek: college('Wi2021 art. 17 lid 1', ''),
	verhuizing: college('Wi2021 art. 15 lid 4', '', { van: 'text', naar: 'text' }),
	afsluiting: college(null, '', {
		reden: ['voldaan', 'verhuisd', 'aow', 'vertrokken', 'overleden', 'anders']
	})
} as const satisfies Record<TrajectEventKind, TrajectEventShape>;

export type TrajectSlots = Record<string, string | number | boolean | string[]>;

/** The names of slots that are unknown, absent or of the wrong kind; empty when the slots fit the kind of event. */
export function wrongSlots(kind: TrajectEventKind, slots: TrajectSlots): string[] {
	const shape: Record<string, SlotKind> = trajectSlots[kind].slots;
	const unknown = Object.keys(slots).filter((name) => !(name in shape));
	const wrong = Object.entries(shape).filter(([name, slot]) => !fits(slot, slots[name]));
	return [...unknown, ...wrong.map(([name]) => name)];
}

function fits(slot: SlotKind, value: TrajectSlots[string] | undefined): boolean {
	if (typeof slot !== 'string') return typeof value === 'string' && slot.includes(value);
	if (value === undefined) return slot.endsWith('?');
	switch (slot) {
		case 'day':
		case 'day?':
			return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
		case 'boolean':
			return typeof value === 'boolean';
		case 'text':
			return typeof value === 'string';
		case 'texts':
			return Array.isArray(value);
		case 'count':
		case 'count?':
			return Number.isInteger(value) && Number(value) >= (slot === 'count' ? 0 : 1);
	}
}
