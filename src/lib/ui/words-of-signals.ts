import type { Urgentie } from '#lib/domain/signalen/regels.ts';
import type { Signaal, SnoozeReason } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

type SignalWords = { message: () => string; doe: () => string; regel: () => string; icon: PictogramName };

/** A reason of the Monday list: its name, what to do, its rule in a sentence, and its picture. */
export const signalWords: Record<Signaal, SignalWords> = {
	pip_termijn: {
		message: m.admin_signaal_pip_termijn,
		doe: m.admin_signaal_pip_termijn_doe,
		regel: m.admin_signaal_pip_termijn_regel,
		icon: 'plan'
	},
	geen_contact: {
		message: m.admin_signaal_geen_contact,
		doe: m.admin_signaal_geen_contact_doe,
		regel: m.admin_signaal_geen_contact_regel,
		icon: 'phoneCall'
	},
	niet_gekomen: {
		message: m.admin_signaal_niet_gekomen,
		doe: m.admin_signaal_niet_gekomen_doe,
		regel: m.admin_signaal_niet_gekomen_regel,
		icon: 'wrong'
	},
	tempo_te_laag: {
		message: m.admin_signaal_tempo_te_laag,
		doe: m.admin_signaal_tempo_te_laag_doe,
		regel: m.admin_signaal_tempo_te_laag_regel,
		icon: 'progress'
	},
	termijn_eindigt: {
		message: m.admin_signaal_termijn_eindigt,
		doe: m.admin_signaal_termijn_eindigt_doe,
		regel: m.admin_signaal_termijn_eindigt_regel,
		icon: 'term'
	},
	schakelen_laatste_dag: {
		message: m.admin_signaal_schakelen_laatste_dag,
		doe: m.admin_signaal_schakelen_laatste_dag_doe,
		regel: m.admin_signaal_schakelen_laatste_dag_regel,
		icon: 'routeSwitch'
	},
	ontzorgen_eindigt: {
		message: m.admin_signaal_ontzorgen_eindigt,
		doe: m.admin_signaal_ontzorgen_eindigt_doe,
		regel: m.admin_signaal_ontzorgen_eindigt_regel,
		icon: 'ontzorgen'
	},
	verlenging_mogelijk: {
		message: m.admin_signaal_verlenging_mogelijk,
		doe: m.admin_signaal_verlenging_mogelijk_doe,
		regel: m.admin_signaal_verlenging_mogelijk_regel,
		icon: 'add'
	},
	vraag_onbeantwoord: {
		message: m.admin_signaal_vraag_onbeantwoord,
		doe: m.admin_signaal_vraag_onbeantwoord_doe,
		regel: m.admin_signaal_vraag_onbeantwoord_regel,
		icon: 'questions'
	},
	afspraak_antwoord: {
		message: m.admin_signaal_afspraak_antwoord,
		doe: m.admin_signaal_afspraak_antwoord_doe,
		regel: m.admin_signaal_afspraak_antwoord_regel,
		icon: 'move'
	},
	cursusadvies_gevraagd: {
		message: m.admin_signaal_cursusadvies_gevraagd,
		doe: m.admin_signaal_cursusadvies_gevraagd_doe,
		regel: m.admin_signaal_cursusadvies_gevraagd_regel,
		icon: 'course'
	},
	pip_niet_gezien: {
		message: m.admin_signaal_pip_niet_gezien,
		doe: m.admin_signaal_pip_niet_gezien_doe,
		regel: m.admin_signaal_pip_niet_gezien_regel,
		icon: 'seen'
	},
	pip_niet_begrepen: {
		message: m.admin_signaal_pip_niet_begrepen,
		doe: m.admin_signaal_pip_niet_begrepen_doe,
		regel: m.admin_signaal_pip_niet_begrepen_regel,
		icon: 'question'
	},
	uren_betwist: {
		message: m.admin_signaal_uren_betwist,
		doe: m.admin_signaal_uren_betwist_doe,
		regel: m.admin_signaal_uren_betwist_regel,
		icon: 'attention'
	},
	uren_onbevestigd: {
		message: m.admin_signaal_uren_onbevestigd,
		doe: m.admin_signaal_uren_onbevestigd_doe,
		regel: m.admin_signaal_uren_onbevestigd_regel,
		icon: 'hours'
	},
	nooit_aangemeld: {
		message: m.admin_signaal_nooit_aangemeld,
		doe: m.admin_signaal_nooit_aangemeld_doe,
		regel: m.admin_signaal_nooit_aangemeld_regel,
		icon: 'signIn'
	},
	tolk_ontbreekt: {
		message: m.admin_signaal_tolk_ontbreekt,
		doe: m.admin_signaal_tolk_ontbreekt_doe,
		regel: m.admin_signaal_tolk_ontbreekt_regel,
		icon: 'interpreter'
	},
	vertaling_ongecontroleerd: {
		message: m.admin_signaal_vertaling_ongecontroleerd,
		doe: m.admin_signaal_vertaling_ongecontroleerd_doe,
		regel: m.admin_signaal_vertaling_ongecontroleerd_regel,
		icon: 'languages'
	},
	duo_lijst: {
		message: m.admin_signaal_duo_lijst,
		doe: m.admin_signaal_duo_lijst_doe,
		regel: m.admin_signaal_duo_lijst_regel,
		icon: 'list'
	},
	overdracht: {
		message: m.admin_signaal_overdracht,
		doe: m.admin_signaal_overdracht_doe,
		regel: m.admin_signaal_overdracht_regel,
		icon: 'transfer'
	},
	lang_niet_bekeken: {
		message: m.admin_signaal_lang_niet_bekeken,
		doe: m.admin_signaal_lang_niet_bekeken_doe,
		regel: m.admin_signaal_lang_niet_bekeken_regel,
		icon: 'watched'
	},
	correctie_gevraagd: {
		message: m.admin_signaal_correctie_gevraagd,
		doe: m.admin_signaal_correctie_gevraagd_doe,
		regel: m.admin_signaal_correctie_gevraagd_regel,
		icon: 'edit'
	}
};

export const urgencyWords: Record<Urgentie, { message: () => string; icon: PictogramName }> = {
	vandaag: { message: m.admin_maandag_vandaag, icon: 'today' },
	deze_week: { message: m.admin_maandag_deze_week, icon: 'calendar' },
	binnenkort: { message: m.admin_maandag_binnenkort, icon: 'later' },
	in_de_gaten: { message: m.admin_maandag_in_de_gaten, icon: 'watched' }
};

export const snoozeWords: Record<SnoozeReason, () => string> = {
	wacht_op_inburgeraar: m.admin_snooze_wacht_op_inburgeraar,
	wacht_op_ander: m.admin_snooze_wacht_op_ander,
	al_besproken: m.admin_snooze_al_besproken,
	vakantie_of_ziek: m.admin_snooze_vakantie_of_ziek,
	niet_van_toepassing: m.admin_snooze_niet_van_toepassing,
	anders: m.admin_snooze_anders
};

/** Reasons whose day is when they began, not by when something must be done. */
export const beganOnDay: readonly Signaal[] = ['geen_contact', 'pip_niet_gezien', 'uren_onbevestigd', 'nooit_aangemeld', 'duo_lijst', 'lang_niet_bekeken']; // prettier-ignore
