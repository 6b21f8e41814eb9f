import type { Besluit, Onmogelijk } from '#lib/domain/besluiten.ts';
import type { Reden } from '#lib/domain/uitkomst.ts';
import type { Leerroute } from '#lib/domain/vocabulary.ts';
import type { VoorwaardeCode, VoorwaardeState } from '#lib/domain/voorwaarden.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';
import { leerrouteWords } from './words-of-people.ts';
import { staffErrorWords } from './words-of-traject.ts';

type Said = () => string;

export const besluitWords: Record<Besluit, { title: Said; open: Said; icon: PictogramName }> = {
	schakelen: { title: m.admin_besluit_schakelen, open: m.admin_besluit_schakelen_open, icon: 'routeSwitch' },
	afschalen: { title: m.admin_besluit_afschalen, open: m.admin_besluit_afschalen_open, icon: 'language' },
	verlenging: { title: m.admin_besluit_verlenging, open: m.admin_besluit_verlenging_open, icon: 'term' },
	verhuizing: { title: m.admin_besluit_verhuizing, open: m.admin_besluit_verhuizing_open, icon: 'town' },
	voltooiing: { title: m.admin_besluit_voltooiing, open: m.admin_besluit_voltooiing_open, icon: 'goal' },
	kennisgeving: {
		title: m.admin_besluit_kennisgeving,
		open: m.admin_besluit_kennisgeving_open,
		icon: 'letter'
	},
	termijn: { title: m.admin_besluit_termijn, open: m.admin_besluit_termijn_open, icon: 'calendar' },
	ontzorgen: { title: m.admin_besluit_ontzorgen, open: m.admin_besluit_ontzorgen_open, icon: 'money' }
};
/** After these the PIP is established anew (Bi2021 art. 5.3). */
export const needsNewPip = (besluit: Besluit): boolean =>
	besluit === 'schakelen' || besluit === 'afschalen' || besluit === 'verhuizing';

export const voorwaardeWords: Record<VoorwaardeCode, Said> = {
	andere_leerroute: m.admin_voorwaarde_andere_leerroute,
	binnen_schakeltermijn: m.admin_voorwaarde_binnen_schakeltermijn,
	leerroute_b1: m.admin_voorwaarde_leerroute_b1,
	nt2_uren: m.admin_voorwaarde_nt2_uren,
	voldoende_inspanning: m.admin_voorwaarde_voldoende_inspanning,
	b1_buiten_bereik: m.admin_voorwaarde_b1_buiten_bereik,
	aanvraag_mogelijk: m.admin_voorwaarde_aanvraag_mogelijk,
	omstandigheid: m.admin_voorwaarde_omstandigheid,
	taalonderdelen: m.admin_voorwaarde_taalonderdelen,
	knm: m.admin_voorwaarde_knm,
	pvt: m.admin_voorwaarde_pvt,
	module_map: m.admin_voorwaarde_module_map,
	aanwezigheid: m.admin_voorwaarde_aanwezigheid,
	ingeschreven: m.admin_voorwaarde_ingeschreven,
	leerroute_overnemen: m.admin_voorwaarde_leerroute_overnemen,
	pip_op_tijd: m.admin_voorwaarde_pip_op_tijd,
	leerroute: m.admin_voorwaarde_leerroute,
	bevestigd_door_duo: m.admin_voorwaarde_bevestigd_door_duo,
	inburgeringsplichtig: m.admin_voorwaarde_inburgeringsplichtig,
	begin_van_tien_weken: m.admin_voorwaarde_begin_van_tien_weken,
	start_volgens_wet: m.admin_voorwaarde_start_volgens_wet,
	einde_volgens_wet: m.admin_voorwaarde_einde_volgens_wet,
	asielvergunning: m.admin_voorwaarde_asielvergunning,
	bijstand: m.admin_voorwaarde_bijstand
};
export const voorwaardeStates: Record<
	VoorwaardeState,
	{ state: 'done' | 'wrong' | 'question' | 'attention'; message: Said }
> = {
	vervuld: { state: 'done', message: m.admin_voorwaarde_vervuld },
	niet_vervuld: { state: 'wrong', message: m.admin_voorwaarde_niet_vervuld },
	onbekend: { state: 'question', message: m.admin_voorwaarde_onbekend },
	beoordeling: { state: 'attention', message: m.admin_voorwaarde_beoordeling }
};

/** The numbers and days behind a condition. */
export type Note =
	| { code: 'tot_en_met' | 'vanaf' | 'uiterlijk' | 'berekend'; dag: string }
	| { code: 'uren'; done: string; norm: string }
	| { code: 'route'; route: Leerroute }
	| { code: 'reden'; reden: Reden };
const redenen: Partial<Record<Reden, Said>> = {
	geen_omstandigheid: m.admin_voorwaarde_reden_geen_omstandigheid,
	korter_dan_drie_maanden: m.admin_voorwaarde_reden_korter,
	meer_dan_een_periode: m.admin_voorwaarde_reden_meer_perioden,
	andere_leerroute: m.admin_voorwaarde_reden_andere_leerroute,
	alleen_asiel: m.admin_voorwaarde_reden_alleen_asiel,
	aanbod_op_tijd: m.admin_voorwaarde_reden_aanbod_op_tijd,
	geen_samenloop: m.admin_voorwaarde_reden_geen_samenloop,
	beoordeling_duo: m.admin_voorwaarde_reden_duo,
	'ontbreekt:omstandigheden': m.admin_voorwaarde_reden_periode,
	'ontbreekt:leerroute': m.admin_besluit_nu_geen_leerroute,
	'ontbreekt:startInburgeringsaanbod': m.admin_voorwaarde_reden_aanbod
};
const dayNotes = {
	tot_en_met: m.admin_voorwaarde_tot_en_met,
	vanaf: m.admin_voorwaarde_vanaf,
	uiterlijk: m.admin_voorwaarde_uiterlijk,
	berekend: m.admin_voorwaarde_berekend
};
export function noteWords(note: Note): string | undefined {
	if ('dag' in note) return dayNotes[note.code]({ dag: note.dag });
	if (note.code === 'uren') return m.admin_besluit_nu_uren({ gedaan: note.done, norm: note.norm });
	return note.code === 'route' ? leerrouteWords[note.route]() : redenen[note.reden]?.();
}

/** Where a decision stands now. */
export type Stand =
	| { code: 'leerroute'; route: Leerroute }
	| { code: 'uren'; done: string; norm: string }
	| { code: 'verhuisd'; dag: string; uiterlijk: string }
	| { code: 'ontzorgen'; van: string; tot: string }
	| { code: DayStand; dag: string }
	| { code: PlainStand };
type DayStand = 'schakelen_tot' | 'schakelen_was' | 'einde_duo' | 'einde_verwacht' | 'aanvraag_vanaf' | 'aangevraagd' | 'voldaan' | 'kennisgeving' | 'pip_uiterlijk'; // prettier-ignore
type PlainStand = 'wi2013' | 'geen_leerroute' | 'niet_b1' | 'uren_onbekend' | 'einde_onbekend' | 'geen_termijn' | 'niet_verhuisd' | 'wacht_op_duo' | 'nog_niet_voldaan' | 'geen_kennisgeving' | 'geen_ontzorgen' | 'ontzorgen_onbekend'; // prettier-ignore
const withDay: Record<DayStand, (inputs: { dag: string }) => string> = {
	schakelen_tot: m.admin_besluit_nu_schakelen_tot,
	schakelen_was: m.admin_besluit_nu_schakelen_was,
	einde_duo: m.admin_besluit_nu_einde_duo,
	einde_verwacht: m.admin_besluit_nu_einde_verwacht,
	aanvraag_vanaf: m.admin_besluit_nu_aanvraag_vanaf,
	aangevraagd: m.admin_besluit_nu_aangevraagd,
	voldaan: m.admin_besluit_nu_voldaan,
	kennisgeving: m.admin_besluit_nu_kennisgeving,
	pip_uiterlijk: m.admin_besluit_nu_pip_uiterlijk
};
const plain: Record<PlainStand, Said> = {
	wi2013: m.admin_besluit_wi2013,
	geen_leerroute: m.admin_besluit_nu_geen_leerroute,
	niet_b1: m.admin_besluit_nu_niet_b1,
	uren_onbekend: m.admin_besluit_nu_uren_onbekend,
	einde_onbekend: m.admin_besluit_nu_einde_onbekend,
	geen_termijn: m.admin_besluit_nu_geen_termijn,
	niet_verhuisd: m.admin_besluit_nu_niet_verhuisd,
	wacht_op_duo: m.admin_besluit_nu_wacht_op_duo,
	nog_niet_voldaan: m.admin_besluit_nu_nog_niet_voldaan,
	geen_kennisgeving: m.admin_besluit_nu_geen_kennisgeving,
	geen_ontzorgen: m.admin_besluit_nu_geen_ontzorgen,
	ontzorgen_onbekend: m.admin_besluit_nu_ontzorgen_onbekend
};
export function standWords(stand: Stand): string {
	if (stand.code === 'leerroute')
		return m.admin_besluit_nu_leerroute({ route: leerrouteWords[stand.route]() });
	if (stand.code === 'uren') return m.admin_besluit_nu_uren({ gedaan: stand.done, norm: stand.norm });
	if (stand.code === 'verhuisd')
		return m.admin_besluit_nu_verhuisd({ dag: stand.dag, uiterlijk: stand.uiterlijk });
	if (stand.code === 'ontzorgen') return m.admin_besluit_nu_ontzorgen({ van: stand.van, tot: stand.tot });
	return 'dag' in stand ? withDay[stand.code]({ dag: stand.dag }) : plain[stand.code]();
}

/** The way of working of the municipality: guidance, never law. */
export type LocalGuidance =
	| { code: 'schakelen'; maximum: number; aantal: number; isBinnen: boolean | null }
	| { code: 'afschalen'; vanaf: string | null; uren: string | null; isBinnen: boolean | null };
export function localWords(local: LocalGuidance): string[] {
	const beyond = local.isBinnen === false ? [m.admin_besluit_beleid_afwijking()] : [];
	if (local.code === 'schakelen')
		return [m.admin_besluit_beleid_schakelen({ maximum: local.maximum, aantal: local.aantal }), ...beyond];
	const { vanaf, uren } = local;
	return [
		...(vanaf ? [m.admin_besluit_beleid_vanaf({ dag: vanaf })] : []),
		...(uren ? [m.admin_besluit_beleid_uren({ uren })] : []),
		...beyond
	];
}

/** What would follow from a decision. */
export type Result =
	| { code: 'na_schakelen'; isModule: boolean | null }
	| { code: 'pip'; dag: string }
	| { code: 'ontzorgen'; van: string; tot: string }
	| { code: 'verlenging'; maanden: number; dagen: number; dag: string | null };
export function resultWords(result: Result): string {
	if (result.code === 'verlenging')
		return m.admin_besluit_gevolg_verlenging({
			maanden: result.maanden,
			dagen: result.dagen,
			dag: result.dag ?? '?'
		});
	if (result.code === 'pip') return m.admin_besluit_gevolg_pip({ dag: result.dag });
	if (result.code === 'ontzorgen')
		return m.admin_besluit_gevolg_ontzorgen({ van: result.van, tot: result.tot });
	if (result.isModule === null) return m.admin_besluit_gevolg_module_onbekend();
	return result.isModule ? m.admin_besluit_gevolg_module() : m.admin_besluit_gevolg_geen_module();
}

const refusals: Partial<Record<string, Said>> = {
	wi2013: m.admin_besluit_wi2013,
	geen_leerroute: m.admin_besluit_fout_geen_leerroute,
	zelfde_leerroute: m.admin_besluit_fout_zelfde_leerroute,
	andere_leerroute: m.admin_besluit_fout_andere_leerroute,
	voor_pip: m.admin_besluit_fout_voor_pip,
	geen_bijstand: m.admin_besluit_fout_geen_bijstand,
	toekomst: m.admin_besluit_fout_toekomst,
	voor_aanvraag: m.admin_besluit_fout_voor_aanvraag,
	staat_er_al: m.admin_besluit_fout_staat_er_al,
	lengte: m.admin_besluit_fout_lengte,
	geen_termijn: m.admin_besluit_fout_geen_termijn,
	toetsen: m.admin_besluit_fout_toetsen,
	achterhaald: m.admin_besluit_fout_achterhaald,
	al_verstuurd: m.admin_besluit_fout_al_verstuurd,
	volgorde: m.admin_besluit_fout_volgorde
};
/** Why something was refused, or what is wrong with a field. */
export const decisionErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (refusals[code]?.() ?? staffErrorWords(code));
export const onmogelijkWords = (code: Onmogelijk): string => decisionErrorWords(code) ?? '';
