import type { CorrectionReason, DisputeKind, HourCategory } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldErrorWords } from './words-of-appointments-admin.ts';

type Said = typeof m.uren_nt2;

export const categoryWords: Record<HourCategory, Said> = {
	nt2: m.uren_nt2,
	alfabetisering: m.uren_alfabetisering,
	knm: m.uren_knm,
	pvt: m.uren_pvt,
	module_map: m.uren_module_map,
	module_map_praktijk: m.uren_module_map_praktijk,
	participatie: m.uren_participatie
};
export const correctionReasonWords: Record<CorrectionReason, Said> = {
	verkeerde_duur: m.correctie_verkeerde_duur,
	verkeerde_dag: m.correctie_verkeerde_dag,
	verkeerde_soort: m.correctie_verkeerde_soort,
	niet_aanwezig: m.correctie_niet_aanwezig,
	dubbel: m.correctie_dubbel,
	na_melding: m.correctie_na_melding
};
export const disputeWords: Record<DisputeKind, Said> = {
	te_weinig: m.uren_dispute_te_weinig,
	te_veel: m.uren_dispute_te_veel,
	verkeerde_dag: m.uren_dispute_verkeerde_dag,
	ik_was_er: m.uren_dispute_ik_was_er,
	ik_was_er_niet: m.uren_dispute_ik_was_er_niet,
	anders: m.uren_dispute_anders
};

/** A name keeps its own direction inside a sentence. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

const refusals: Record<string, () => string> = {
	duur: m.admin_uren_fout_duur,
	toekomst: m.admin_uren_fout_toekomst,
	voor_geboorte: m.admin_uren_fout_voor_geboorte,
	voor_pip: m.admin_uren_fout_voor_pip,
	staat_er_al: m.admin_uren_fout_staat_er_al,
	andere_cursus: m.admin_uren_fout_andere_cursus,
	niets_anders: m.admin_uren_fout_niets_anders,
	uitleg_nodig: m.admin_uren_fout_uitleg_nodig,
	al_verstuurd: m.admin_uren_fout_al_verstuurd,
	niveau_nodig: m.admin_res_fout_niveau_nodig,
	achterhaald: m.admin_res_fout_achterhaald
};
/** What is wrong with a field, or why it was refused, for staff. */
export const staffErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (refusals[code]?.() ?? fieldErrorWords(code));
