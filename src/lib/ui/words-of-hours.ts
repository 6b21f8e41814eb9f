import type { RecordedReason, DisputeKind, HourCategory } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';

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
export const correctionReasonWords: Record<RecordedReason, Said> = {
	verkeerde_duur: m.correctie_verkeerde_duur,
	verkeerde_dag: m.correctie_verkeerde_dag,
	verkeerde_soort: m.correctie_verkeerde_soort,
	niet_aanwezig: m.correctie_niet_aanwezig,
	dubbel: m.correctie_dubbel,
	na_melding: m.correctie_na_melding,
	bevestiging_terug: m.correctie_bevestiging_terug
};
export const disputeWords: Record<DisputeKind, Said> = {
	te_weinig: m.uren_dispute_te_weinig,
	te_veel: m.uren_dispute_te_veel,
	verkeerde_dag: m.uren_dispute_verkeerde_dag,
	ik_was_er: m.uren_dispute_ik_was_er,
	ik_was_er_niet: m.uren_dispute_ik_was_er_niet,
	anders: m.uren_dispute_anders
};
