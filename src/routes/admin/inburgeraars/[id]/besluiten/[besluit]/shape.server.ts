import { naamVanGrond, type Besluit, type Overweging } from '#lib/domain/besluiten.ts';
import { isNa } from '#lib/domain/dag.ts';
import type { VoorwaardeCode, VoorwaardeState } from '#lib/domain/voorwaarden.ts';
import { needsCheck, weigh, type Decisions, type Weighed } from '#lib/server/decisions.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { FieldErrors, Typed } from '#lib/server/web/form.ts';
import type { LocalGuidance, Note, Result } from '#lib/ui/words-of-decisions.ts';
import { shapeArticle } from '../shape.server.ts';
import { overwegingVan } from './forms.server.ts';

/** Where a fact can be recorded, from the address of the dossier; `#`: above, in the form itself. */
const places: Partial<Record<VoorwaardeCode, string>> = {
	andere_leerroute: '#naar',
	binnen_schakeltermijn: '/pip',
	leerroute_b1: '/pip',
	nt2_uren: '/uren',
	voldoende_inspanning: '/resultaten?soort=voldoende_inspanning#mijlpaal',
	aanvraag_mogelijk: '/pip',
	omstandigheid: '#van',
	taalonderdelen: '/resultaten',
	knm: '/resultaten',
	pvt: '/resultaten',
	module_map: '/resultaten',
	aanwezigheid: '/resultaten?soort=alle_lessen_gevolgd#mijlpaal',
	leerroute_overnemen: '/pip',
	pip_op_tijd: '/pip',
	leerroute: '/resultaten',
	begin_van_tien_weken: '/resultaten?soort=inschrijving_brp_huisvesting#mijlpaal',
	start_volgens_wet: '/pip',
	einde_volgens_wet: '/pip',
	bijstand: '#dag'
};

/** The page for what is considered: the check list of the law, or what is wrong with the fields. */
export function lookAt(
	decisions: Decisions,
	besluit: Besluit,
	form: { data?: Record<string, unknown>; errors: FieldErrors; typed: Typed } | undefined,
	requestId: string | undefined,
	today: Temporal.PlainDate
) {
	const request = decisions.standing.find(({ id, kind }) => id === requestId && kind === 'verlenging');
	const shown = request && {
		...{ id: request.id, date: numericDate(request.day), grond: String(request.slots.grond) }
	};
	const base = { request: shown, typed: form?.typed ?? {}, errors: form?.errors ?? {} };
	if (!form?.data) return { ...base, check: undefined };
	const read = overwegingVan(besluit, form.data, request);
	if (!read.ok) return { ...base, errors: read.errors, check: undefined };
	return { ...base, check: shapeCheck(weigh(decisions, read.overweging), read.overweging, today) };
}
export type Look = ReturnType<typeof lookAt>;
export type Check = NonNullable<Look['check']>;

const canBeRecorded = (state: VoorwaardeState) => state === 'onbekend' || state === 'niet_vervuld';

function shapeCheck(weighed: Weighed, overweging: Overweging, today: Temporal.PlainDate) {
	const { considered, voorwaarden, onmogelijk } = weighed;
	return {
		items: voorwaarden.map(({ code, state, grondslag }) => ({
			...{ code, state, place: canBeRecorded(state) ? places[code] : undefined },
			note: noteOf(code, weighed, overweging),
			articles: grondslag.map(shapeArticle)
		})),
		...{ onmogelijk, isAhead: isNa(overweging.dag, today), needsCheck: needsCheck(weighed, overweging) },
		day: numericDate(overweging.dag),
		local: localGuidance(weighed, overweging),
		result: onmogelijk ? undefined : resultOf(considered, overweging),
		isGrant: overweging.besluit === 'verlenging' && overweging.status === 'toegekend',
		isRequest: overweging.besluit === 'verlenging' && overweging.status === 'aangevraagd'
	};
}

/** The numbers and days behind a condition. */
function noteOf(
	code: VoorwaardeCode,
	{ considered, facts }: Weighed,
	overweging: Overweging
): Note | undefined {
	const { leerroute, afschalen, verlenging, verhuizing, pip, inburgeringstermijn, ontzorgen } = considered;
	const on = (
		name: 'tot_en_met' | 'vanaf' | 'uiterlijk' | 'berekend',
		day: Temporal.PlainDate | null
	): Note | undefined => (day ? { code: name, dag: numericDate(day) } : undefined);
	if (code === 'binnen_schakeltermijn') return on('tot_en_met', leerroute.schakelenUiterlijk);
	if (code === 'aanvraag_mogelijk') return on('vanaf', verlenging.aanvraagVanaf);
	if (code === 'pip_op_tijd') return on('uiterlijk', verhuizing.pipUiterlijk);
	if (code === 'begin_van_tien_weken') return on('vanaf', pip.vanaf);
	if (code === 'start_volgens_wet') return on('berekend', inburgeringstermijn.start);
	if (code === 'einde_volgens_wet') return on('berekend', inburgeringstermijn.laatsteDag);
	if (code === 'bijstand') return on('vanaf', ontzorgen.vanaf);
	if (code === 'leerroute_overnemen' && verhuizing.leerroute)
		return { code: 'route', route: verhuizing.leerroute };
	if (code === 'nt2_uren' && afschalen.nt2MinutenNorm !== null && facts.nt2Minuten !== undefined)
		return { code: 'uren', done: hoursText(facts.nt2Minuten), norm: hoursText(afschalen.nt2MinutenNorm) };
	if (code !== 'omstandigheid' || overweging.besluit !== 'verlenging') return undefined;
	const naam = naamVanGrond(overweging.grond);
	const reden = naam && verlenging.gronden?.[naam].reden;
	return reden ? { code: 'reden', reden } : undefined;
}

/** What would follow: the college or DUO decides whether it does. */
function resultOf(considered: Weighed['considered'], overweging: Overweging): Result | undefined {
	if (overweging.besluit === 'schakelen') {
		const isModule = considered.leerroute.naSchakelen?.isModuleMapVanToepassing;
		return isModule === undefined ? undefined : { code: 'na_schakelen', isModule };
	}
	if (overweging.besluit === 'kennisgeving') {
		const { uiterlijk } = considered.pip;
		return uiterlijk ? { code: 'pip', dag: numericDate(uiterlijk) } : undefined;
	}
	if (overweging.besluit === 'ontzorgen') {
		const { vanaf, laatsteDag } = considered.ontzorgen;
		if (!vanaf || !laatsteDag) return undefined;
		return { code: 'ontzorgen', van: numericDate(vanaf), tot: numericDate(laatsteDag) };
	}
	if (overweging.besluit !== 'verlenging' || overweging.status === 'afgewezen') return undefined;
	const naam = naamVanGrond(overweging.grond);
	const grond = naam && considered.verlenging.gronden?.[naam];
	if (!grond?.isVervuld || grond.maanden === null || grond.dagen === null) return undefined;
	const dag = grond.laatsteDagIndienToegekend && numericDate(grond.laatsteDagIndienToegekend);
	return { code: 'verlenging', maanden: grond.maanden, dagen: grond.dagen, dag };
}

/** The way of working of the municipality beside the law; it blocks nothing (rules.md chapter 8). */
function localGuidance(
	{ considered, facts, standing }: Weighed,
	overweging: Overweging
): LocalGuidance | undefined {
	const { lokaalBeleid } = considered;
	const { maximumSchakelingen: maximum, afschalenNt2Minuten: minuten } = facts.lokaalBeleid ?? {};
	if (overweging.besluit === 'schakelen' && maximum !== undefined) {
		const aantal = standing.filter(({ kind }) => kind === 'schakelen').length;
		return { code: 'schakelen', maximum, aantal, isBinnen: lokaalBeleid.isSchakelenBinnenBeleid };
	}
	if (overweging.besluit !== 'afschalen') return undefined;
	const vanaf = lokaalBeleid.afschalenVanaf && numericDate(lokaalBeleid.afschalenVanaf);
	if (!vanaf && minuten === undefined) return undefined;
	const uren = minuten === undefined ? null : hoursText(minuten);
	return { code: 'afschalen', vanaf, uren, isBinnen: lokaalBeleid.isAfschalenBinnenBeleid };
}
