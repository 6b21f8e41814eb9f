import { isVoor, jongste, plusDagen, type Dag } from './dag.ts';
import type { Facts } from './facts.ts';
import { inburgeringsaanbod } from './ondersteuning/inburgeringsaanbod.ts';
import { groep } from './persoon/groep.ts';
import type { TrajectSlots } from './trajectSlots.ts';
import type { Groep, Leerroute, RedenWijziging, Taalniveau, TrajectEventKind } from './vocabulary.ts';
import type { Grondslag } from './wet/artikelen.ts';

/** What the college registers at DUO, in the order of Bi2021 chapter 9 (wet/rules.md 3.2). */
export const duoCodes = ['pip', 'pip_na_verhuizing', 'leerroute', 'schakelen', 'afschalen', 'intensiteit', 'aanwezigheid', 'inspanning', 'taalniveau', 'pvt', 'module_map', 'z_eindgesprek', 'aanbod'] as const; // prettier-ignore
export type DuoCode = (typeof duoCodes)[number];

/** Where the value comes from. */
export type DuoBron =
	| { soort: 'pip'; versie: number }
	| { soort: 'traject'; dag: Dag }
	| { soort: 'uren'; tot: Dag }
	| { soort: 'termijn'; dag: Dag };
/** One line to type over. `item` names it for good, `value` is its canonical text: days ISO, time in minutes. */
export interface DuoRegel {
	item: string;
	code: DuoCode;
	value: string;
	bron: DuoBron;
	grondslag: Grondslag;
}

export interface DuoPip {
	versie: number;
	dagtekening: Dag | null;
	leerroute: Leerroute | null;
	redenWijziging: RedenWijziging | null;
	intensiteitMinutenPerWeek: number | null;
	niveauLezen: Taalniveau | null;
	niveauLuisteren: Taalniveau | null;
	niveauSchrijven: Taalniveau | null;
	niveauSpreken: Taalniveau | null;
}
export interface DuoBronnen {
	peildatum: Dag;
	groep: Groep;
	/** Published versions, oldest first. */
	pips: readonly DuoPip[];
	/** Rows that stand, oldest legal day first. */
	events: readonly { id: string; kind: TrajectEventKind; day: Dag; slots: TrajectSlots }[];
	/** Confirmed minutes of lessons up to and including `aanwezigheidTot(peildatum)`. */
	lesMinuten: number;
}

/**
 * Bi2021 art. 9.2 lid 2 names no rhythm for attendance: the list takes it per finished quarter of the year, so that
 * what was typed over stays true for a while (decision 0027).
 */
export function aanwezigheidTot(peildatum: Dag): Dag {
	const month = Math.floor((peildatum.month - 1) / 3) * 3 + 1;
	return plusDagen(peildatum.with({ month, day: 1 }), -1);
}

/** Bi2021 art. 9.2 lid 2, 9.3 lid 2: everything of a person that belongs in DUO's portal, in its order. */
export function duoLijst(bronnen: DuoBronnen): DuoRegel[] {
	const eigen = bronnen.pips.filter(({ redenWijziging }) => redenWijziging !== 'verhuizing');
	const eerste = eigen.find(({ dagtekening }) => dagtekening !== null);
	const rules = [
		...pipRegels(eerste, bronnen),
		...routeRegels(bronnen),
		...voortgangRegels(bronnen),
		...aanbodRegel(eerste, bronnen)
	];
	return rules.toSorted((a, b) => duoCodes.indexOf(a.code) - duoCodes.indexOf(b.code));
}

function pipRegels(eerste: DuoPip | undefined, { pips }: DuoBronnen): DuoRegel[] {
	const na = pips.findLast(({ redenWijziging }) => redenWijziging === 'verhuizing');
	const line = (code: 'pip' | 'pip_na_verhuizing', pip: DuoPip | undefined): DuoRegel[] =>
		pip?.dagtekening
			? [
					{
						...{ item: code, code, value: pip.dagtekening.toString(), grondslag: 'Bi2021 art. 9.3' },
						bron: { soort: 'pip', versie: pip.versie }
					}
				]
			: [];
	return [...line('pip', eerste), ...line('pip_na_verhuizing', na)];
}

const niveaus = ['Lezen', 'Luisteren', 'Schrijven', 'Spreken'] as const;

function routeRegels({ pips, events, groep: groepNaam }: DuoBronnen): DuoRegel[] {
	const pip = pips.at(-1);
	const eerste = pips.find(({ leerroute }) => leerroute !== null);
	const regels: DuoRegel[] = [];
	const add = (code: DuoCode, value: string, bron: DuoBron, item: string = code) =>
		regels.push({ item, code, value, bron, grondslag: 'Bi2021 art. 9.2' });
	// The route as it began: a switch is a line of its own, with its day.
	if (eerste?.leerroute) add('leerroute', eerste.leerroute, { soort: 'pip', versie: eerste.versie });
	for (const { id, kind, day, slots } of events) {
		const bron = { soort: 'traject', dag: day } as const;
		if (kind === 'schakelen')
			add(kind, `${day.toString()} ${String(slots.van)} ${String(slots.naar)}`, bron, `${kind}:${id}`);
		if (kind === 'afschalen')
			add(kind, `${day.toString()} ${[slots.onderdelen].flat().join(' ')}`, bron, `${kind}:${id}`);
	}
	if (!pip) return regels;
	const bron = { soort: 'pip', versie: pip.versie } as const;
	// Wi2021 art. 15 lid 2: the intensity of the route is set for asiel only.
	if (groepNaam === 'asiel' && pip.intensiteitMinutenPerWeek !== null)
		add('intensiteit', String(pip.intensiteitMinutenPerWeek), bron);
	const levels = niveaus.flatMap((part) => {
		const level = pip[`niveau${part}`];
		return level ? [`${part.toLowerCase()}=${level}`] : [];
	});
	if (levels.length > 0) add('taalniveau', levels.join(' '), bron);
	return regels;
}

const gebeurd = {
	pvt_ondertekend: 'pvt',
	module_map_eindgesprek: 'module_map',
	z_eindgesprek: 'z_eindgesprek'
} as const;

function voortgangRegels({ events, lesMinuten, peildatum }: DuoBronnen): DuoRegel[] {
	const regels: DuoRegel[] = [];
	const grondslag = 'Bi2021 art. 9.2';
	const tot = aanwezigheidTot(peildatum);
	if (lesMinuten > 0)
		regels.push({
			...{ item: 'aanwezigheid', code: 'aanwezigheid', grondslag, bron: { soort: 'uren', tot } },
			value: `${lesMinuten} ${tot.toString()}`
		});
	const inspanning = events.findLast(({ kind }) => kind === 'voldoende_inspanning');
	if (inspanning)
		regels.push({
			...{ item: 'inspanning', code: 'inspanning', grondslag },
			bron: { soort: 'traject', dag: inspanning.day },
			value: `${inspanning.day.toString()} ${inspanning.slots.waarde === true ? 'ja' : 'nee'}`
		});
	for (const [kind, code] of Object.entries(gebeurd)) {
		const event = events.findLast((row) => row.kind === kind);
		if (event)
			regels.push({
				...{ item: code, code, grondslag, value: event.day.toString() },
				bron: { soort: 'traject', dag: event.day }
			});
	}
	return regels;
}

/** Bi2021 art. 9.3 lid 2: that an offer of lessons failed to appear in time; needed for Ri2021 art. 4.1 lid 1 onder g. */
function aanbodRegel(
	eerste: DuoPip | undefined,
	{ groep: groepNaam, events, peildatum }: DuoBronnen
): DuoRegel[] {
	const start = events.findLast(({ kind }) => kind === 'aanbod_start')?.day;
	if (!eerste?.dagtekening || !eerste.leerroute) return [];
	const facts: Facts = {
		peildatum,
		groep: groepNaam,
		leerroute: eerste.leerroute,
		dagtekeningEerstePip: eerste.dagtekening,
		startInburgeringsaanbod: start ?? jongste(peildatum, eerste.dagtekening)
	};
	const { uiterlijk, isOpTijd } = inburgeringsaanbod(facts, groep(facts));
	if (isOpTijd !== false || !uiterlijk || !isVoor(uiterlijk, peildatum)) return [];
	return [
		{
			...{ item: 'aanbod', code: 'aanbod', value: uiterlijk.toString(), grondslag: 'Bi2021 art. 9.3' },
			bron: { soort: 'termijn', dag: uiterlijk }
		}
	];
}
