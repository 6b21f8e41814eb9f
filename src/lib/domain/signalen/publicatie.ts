import type { Dag } from '#lib/domain/dag.ts';
import { signalen, type Signaal } from '#lib/domain/vocabulary.ts';
import { parameter, parameters, type Parameter } from '#lib/domain/wet/parameters.ts';
import { huisregel, huisregels, type Huisregel, type HuisregelNaam } from './huisregels.ts';
import { regels, type Regel } from './regels.ts';

/** A rule of the Monday list with the numbers that hold on a day, to be shown. */
export interface Publicatie extends Pick<Regel, 'grondslag' | 'beleid' | 'hoogstens'> {
	code: Signaal;
	wet: { waarde: number; eenheid: Parameter['eenheid'] } | null;
	huis: { naam: HuisregelNaam; waarde: number; eenheid: Huisregel['eenheid']; vanaf: string }[];
}

/** Every rule, in the order in which equal reasons stand. */
export const publicatie = (dag: Dag): Publicatie[] =>
	signalen.map((code) => {
		const { grondslag, beleid, hoogstens, wet } = regels[code];
		return {
			...{ code, grondslag, beleid, hoogstens },
			wet: wet && { waarde: parameter(wet, dag), eenheid: parameters[wet].eenheid },
			huis: huisregelsVan(dag).filter(({ voor }) => voor.includes(code))
		};
	});

/** House rules with their value; `voor` empty: of the list as a whole. */
export const huisregelsVan = (dag: Dag) =>
	(Object.keys(huisregels) as HuisregelNaam[]).map((naam) => {
		const { eenheid, voor, perioden }: Huisregel = huisregels[naam];
		const iso = dag.toString();
		const vanaf = perioden.findLast(({ van }) => van <= iso)?.van ?? perioden[0]?.van ?? iso;
		return { naam, eenheid, voor, vanaf, waarde: huisregel(naam, dag) };
	});
