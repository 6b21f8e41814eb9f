import type { Stap, StapCode } from '#lib/domain/volgendeStap.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

/** The next step of a traject in words and as a picture, and the page where it is done. */
export const stapWords: Record<
	StapCode,
	{ message: typeof m.stap_klaar; icon: PictogramName; href?: string }
> = {
	wacht_op_kennisgeving_duo: { message: m.stap_wacht_op_kennisgeving_duo, icon: 'mail' },
	intake_oproepen: { message: m.stap_intake_oproepen, icon: 'intake' },
	intake_opnieuw_oproepen: { message: m.stap_intake_opnieuw_oproepen, icon: 'intake' },
	naar_intake_komen: { message: m.stap_naar_intake_komen, icon: 'intake', href: '/afspraken' },
	leerbaarheidstoets_doen: { message: m.stap_leerbaarheidstoets_doen, icon: 'test', href: '/afspraken' },
	intake_afronden: { message: m.stap_intake_afronden, icon: 'waiting' },
	intake_afronden_in_afwezigheid: { message: m.stap_intake_afronden_in_afwezigheid, icon: 'phone' },
	pip_opstellen: { message: m.stap_pip_opstellen, icon: 'plan' },
	pip_vaststellen: { message: m.stap_pip_vaststellen, icon: 'plan' },
	pip_bekijken: { message: m.stap_pip_bekijken, icon: 'plan', href: '/pip' },
	pip_na_verhuizing_vaststellen: { message: m.stap_pip_na_verhuizing_vaststellen, icon: 'transfer' },
	cursus_aanbieden: { message: m.stap_cursus_aanbieden, icon: 'school' },
	lessen_beginnen: { message: m.stap_lessen_beginnen, icon: 'lesson', href: '/afspraken' },
	cursus_kiezen: { message: m.stap_cursus_kiezen, icon: 'course', href: '/cursussen' },
	open_punt_doen: { message: m.stap_open_punt_doen, icon: 'plan', href: '/pip' },
	verlenging_aanvragen: { message: m.stap_verlenging_aanvragen, icon: 'term', href: '/vragen' },
	gesprek_plannen: { message: m.stap_gesprek_plannen, icon: 'talk' },
	doorgaan: { message: m.stap_doorgaan, icon: 'done', href: '/voortgang' },
	wacht_op_besluit_verlenging: { message: m.stap_wacht_op_besluit_verlenging, icon: 'waiting' },
	wacht_op_termijn_duo: { message: m.stap_wacht_op_termijn_duo, icon: 'waiting' },
	wacht_op_bevestiging_duo: { message: m.stap_wacht_op_bevestiging_duo, icon: 'waiting' },
	consulent_bellen: { message: m.stap_consulent_bellen, icon: 'phone', href: '/vragen' },
	klaar: { message: m.stap_klaar, icon: 'done' },
	geen_plicht: { message: m.stap_geen_plicht, icon: 'info' },
	pvt_uren: { message: m.stap_pvt_uren, icon: 'pvt', href: '/voortgang' },
	pvt_activiteit_of_excursie: {
		message: m.stap_pvt_activiteit_of_excursie,
		icon: 'excursion',
		href: '/voortgang'
	},
	pvt_ondertekeningsbijeenkomst: {
		message: m.stap_pvt_ondertekeningsbijeenkomst,
		icon: 'signing',
		href: '/voortgang'
	},
	pvt_ondertekening: { message: m.stap_pvt_ondertekening, icon: 'signing', href: '/voortgang' },
	module_map_praktijk: { message: m.stap_module_map_praktijk, icon: 'work', href: '/voortgang' },
	module_map_themas: { message: m.stap_module_map_themas, icon: 'moduleMap', href: '/voortgang' },
	module_map_eindgesprek: { message: m.stap_module_map_eindgesprek, icon: 'talk', href: '/voortgang' },
	examen_lezen: { message: m.stap_examen_lezen, icon: 'read', href: '/voortgang' },
	examen_luisteren: { message: m.stap_examen_luisteren, icon: 'listen', href: '/voortgang' },
	examen_schrijven: { message: m.stap_examen_schrijven, icon: 'write', href: '/voortgang' },
	examen_spreken: { message: m.stap_examen_spreken, icon: 'speak', href: '/voortgang' },
	examen_knm: { message: m.stap_examen_knm, icon: 'knm', href: '/voortgang' },
	taalschakeltraject: { message: m.stap_taalschakeltraject, icon: 'school', href: '/voortgang' },
	z_cursus: { message: m.stap_z_cursus, icon: 'lesson', href: '/voortgang' },
	z_participatie: { message: m.stap_z_participatie, icon: 'community', href: '/voortgang' },
	z_eindgesprek: { message: m.stap_z_eindgesprek, icon: 'talk', href: '/voortgang' }
};

/** Who must act, as staff read it. */
export const wieWords: Record<Stap['wie'], () => string> = {
	inburgeraar: m.admin_wie_inburgeraar,
	college: m.admin_wie_college,
	duo: m.admin_wie_duo,
	aanbieder: m.admin_wie_aanbieder
};
