import type { DuoCode } from '#lib/domain/duoLijst.ts';
import type { HandhavingStap, TransferState } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';
import { fieldErrorWords } from './words-of-appointments-admin.ts';

type Said = () => string;

/** What goes along with a transfer, and what stays; in every language. */
export const gaatMeeWords = {
	persoon: m.hulp_mee_persoon,
	pip: m.hulp_mee_pip,
	uren: m.hulp_mee_uren,
	examens: m.hulp_mee_examens,
	mijlpalen: m.hulp_mee_mijlpalen,
	duo: m.hulp_mee_duo
};
export const blijftWords = {
	notities: m.hulp_blijft_notities,
	gesprekken: m.hulp_blijft_gesprekken,
	vragen: m.hulp_blijft_vragen,
	activiteiten: m.hulp_blijft_activiteiten,
	afspraken: m.hulp_blijft_afspraken,
	cursuslijst: m.hulp_blijft_cursuslijst
};
/** The same, for staff. */
export const blijftStaffWords: Record<keyof typeof blijftWords, Said> = {
	notities: m.admin_overplaatsing_blijft_notities,
	gesprekken: m.admin_overplaatsing_blijft_gesprekken,
	vragen: m.admin_overplaatsing_blijft_vragen,
	activiteiten: m.admin_overplaatsing_blijft_activiteiten,
	afspraken: m.admin_overplaatsing_blijft_afspraken,
	cursuslijst: m.admin_overplaatsing_blijft_cursuslijst
};
export const transferWords: Record<TransferState, Said> = {
	gevraagd: m.admin_overplaatsing_gevraagd,
	aanvaard: m.admin_overplaatsing_aanvaard,
	geweigerd: m.admin_overplaatsing_geweigerd,
	ingetrokken: m.admin_overplaatsing_ingetrokken
};
export const stapGesprekWords: Record<HandhavingStap, { own: Said; staff: Said; icon: PictogramName }> = {
	gesprek: { own: m.gesprek_gesprek, staff: m.admin_gesprek_gesprek, icon: 'talk' },
	waarschuwing: { own: m.gesprek_waarschuwing, staff: m.admin_gesprek_waarschuwing, icon: 'info' },
	hoorgesprek: { own: m.gesprek_hoorgesprek, staff: m.admin_gesprek_hoorgesprek, icon: 'talk' }
};
export const duoWords: Record<DuoCode, Said> = {
	pip: m.admin_duo_pip,
	pip_na_verhuizing: m.admin_duo_pip_na_verhuizing,
	leerroute: m.admin_duo_leerroute,
	schakelen: m.admin_duo_schakelen,
	afschalen: m.admin_duo_afschalen,
	intensiteit: m.admin_duo_intensiteit,
	aanwezigheid: m.admin_duo_aanwezigheid,
	inspanning: m.admin_duo_inspanning,
	taalniveau: m.admin_duo_taalniveau,
	pvt: m.admin_duo_pvt,
	module_map: m.admin_duo_module_map,
	z_eindgesprek: m.admin_duo_z_eindgesprek,
	aanbod: m.admin_duo_aanbod
};

const refusals: Partial<Record<string, Said>> = {
	niemand: m.admin_overdracht_fout_niemand,
	verleden: m.admin_overdracht_fout_verleden,
	volgorde_dagen: m.admin_overdracht_fout_volgorde,
	al_gepland: m.admin_overdracht_fout_al_gepland,
	zelfde: m.admin_overdracht_fout_zelfde,
	collega: m.admin_overdracht_fout_collega,
	loopt_al: m.admin_overplaatsing_fout_loopt_al,
	te_vroeg: m.admin_overplaatsing_fout_te_vroeg,
	achterhaald: m.admin_overplaatsing_fout_achterhaald,
	veranderd: m.admin_duo_fout_veranderd,
	volgorde: m.admin_gesprek_fout_volgorde,
	toekomst: m.admin_gesprek_fout_toekomst,
	al_verstuurd: m.admin_besluit_fout_al_verstuurd
};
/** Why something was refused, or what is wrong with a field. */
export const moveErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (refusals[code]?.() ?? fieldErrorWords(code));
