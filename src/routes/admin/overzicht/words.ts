import type { FigureTable } from '#lib/server/figures.ts';
import { m } from '#lib/paraglide/messages.js';

type Said = () => string;
export const tableWords: Record<FigureTable, { title: Said; source: Said }> = {
	status: { title: m.admin_cijfers_status, source: m.admin_cijfers_bron_wet },
	groep: { title: m.admin_cijfers_groep, source: m.admin_cijfers_bron_dossier },
	route: { title: m.admin_cijfers_route, source: m.admin_cijfers_bron_pip },
	pip: { title: m.admin_cijfers_pip, source: m.admin_cijfers_bron_r08 },
	pip_nodig: { title: m.admin_cijfers_pip_nodig, source: m.admin_cijfers_bron_r08 },
	contact: { title: m.admin_cijfers_contact, source: m.admin_cijfers_bron_contact },
	termijn: { title: m.admin_cijfers_termijn, source: m.admin_cijfers_bron_termijn },
	pvt: { title: m.admin_cijfers_pvt, source: m.admin_cijfers_bron_uren },
	module_map_praktijk: { title: m.admin_cijfers_map, source: m.admin_cijfers_bron_uren },
	z_cursus: { title: m.admin_cijfers_z_cursus, source: m.admin_cijfers_bron_uren },
	z_participatie: { title: m.admin_cijfers_z_participatie, source: m.admin_cijfers_bron_uren },
	taal: { title: m.admin_cijfers_taal, source: m.admin_cijfers_bron_dossier },
	tolk: { title: m.admin_cijfers_tolk, source: m.admin_cijfers_bron_dossier },
	consulent: { title: m.admin_cijfers_consulent, source: m.admin_cijfers_bron_consulent }
};

const norm: Record<string, Said> = {
	vol: m.admin_cijfers_norm_vol,
	op_tempo: m.admin_cijfers_norm_op_tempo,
	te_laag: m.admin_cijfers_norm_te_laag,
	te_weinig_gegevens: m.admin_cijfers_norm_te_weinig,
	geldt_niet: m.admin_cijfers_norm_geldt_niet
};
const none = { geen_pip: m.admin_cijfers_geen_pip };
/** Of the tables with fixed cells; the others are named by what they count. */
const cellWords: Partial<Record<FigureTable, Record<string, Said>>> = {
	status: {
		termijn_loopt: m.admin_cijfers_status_loopt,
		wacht_op_duo: m.admin_cijfers_status_wacht,
		termijn_verstreken: m.admin_cijfers_status_verstreken,
		voldaan: m.admin_cijfers_status_voldaan,
		anders: m.admin_cijfers_status_anders,
		...none
	},
	groep: { asiel: m.admin_groep_asiel, gezin_overig: m.admin_groep_gezin_overig },
	route: { b1: m.leerroute_b1, onderwijs: m.leerroute_onderwijs, z: m.leerroute_z, ...none },
	pip: {
		op_tijd: m.admin_cijfers_pip_op_tijd,
		te_laat: m.admin_cijfers_pip_te_laat,
		onbekend: m.admin_cijfers_onbekend,
		...none
	},
	pip_nodig: {
		voorbij: m.admin_cijfers_nodig_voorbij,
		vier_weken: m.admin_cijfers_nodig_vier_weken,
		later: m.admin_cijfers_nodig_later,
		onbekend: m.admin_cijfers_onbekend
	},
	termijn: {
		voorbij: m.admin_cijfers_termijn_voorbij,
		half_jaar: m.admin_cijfers_termijn_half_jaar,
		later: m.admin_cijfers_termijn_later,
		onbekend: m.admin_cijfers_onbekend,
		...none
	},
	contact: {
		binnen: m.admin_cijfers_contact_binnen,
		langer: m.admin_cijfers_contact_langer,
		nooit: m.admin_cijfers_contact_nooit
	},
	pvt: norm,
	module_map_praktijk: norm,
	z_cursus: norm,
	z_participatie: norm,
	tolk: { geen: m.admin_cijfers_tolk_geen },
	consulent: { niemand: m.admin_cijfers_niemand }
};
export const cellWord = (table: FigureTable, cell: string): string | undefined =>
	cellWords[table]?.[cell]?.();

/** What the sentence above a table is about. */
export const mainCell: Partial<Record<FigureTable, string>> = {
	...{
		status: 'termijn_loopt',
		pip: 'te_laat',
		pip_nodig: 'vier_weken',
		contact: 'binnen',
		termijn: 'half_jaar'
	},
	...{ pvt: 'te_laag', module_map_praktijk: 'te_laag', z_cursus: 'te_laag', z_participatie: 'te_laag' },
	...{ tolk: 'geen', route: 'z', groep: 'asiel' }
};
