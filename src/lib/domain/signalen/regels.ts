import type { Signaal } from '#lib/domain/vocabulary.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import type { ParameterNaam } from '#lib/domain/wet/parameters.ts';
import type { HuisregelNaam } from './huisregels.ts';

/** When to act, said in words; the most urgent first. */
export const urgenties = ['vandaag', 'deze_week', 'binnenkort', 'in_de_gaten'] as const;
export type Urgentie = (typeof urgenties)[number];

/** Settings of a municipality that a reason can rest on; `antwoordDagen`: its promise to answer questions. */
export type BeleidNaam = 'pipWekenNaBredeIntake' | 'aandachtDagen' | 'isOntzorgenVerlengbaar' | 'antwoordDagen'; // prettier-ignore

/** One published rule of the Monday list (docs/signalen.md). */
export interface Regel {
	/** Articles; empty: no law asks for this. */
	grondslag: readonly Grondslag[];
	/** Number of the law. */
	wet: ParameterNaam | null;
	/** Setting of the municipality that decides or adds a day of its own. */
	beleid: BeleidNaam | null;
	/** Number of the portal; where a setting of the municipality exists, only in its absence. */
	huis: HuisregelNaam | null;
	/** It never stands higher than this, whatever its day. */
	hoogstens: Urgentie;
}

export const regels: Record<Signaal, Regel> = {
	pip_termijn: {
		grondslag: ['Bi2021 art. 5.3 lid 1', 'Bi2021 art. 5.3 lid 2', 'Bi2021 art. 5.3 lid 3'],
		wet: 'pipTermijn',
		beleid: 'pipWekenNaBredeIntake',
		huis: null,
		hoogstens: 'vandaag'
	},
	geen_contact: vanBeleid('aandachtDagen', 'contact', 'deze_week'),
	niet_gekomen: vanHuis('nabellen', 'vandaag'),
	tempo_te_laag: {
		grondslag: ['Wi2021 art. 11 lid 1', 'Wi2021 art. 17 lid 1'],
		...{ wet: 'inburgeringstermijn', beleid: null, huis: null, hoogstens: 'binnenkort' }
	},
	termijn_eindigt: {
		grondslag: ['Wi2021 art. 11 lid 1', 'Bi2021 art. 4.5'],
		...{ wet: 'verlengingAanvraag', beleid: null, huis: 'bespreken', hoogstens: 'vandaag' }
	},
	schakelen_laatste_dag: {
		grondslag: ['Wi2021 art. 17 lid 2', 'Bi2021 art. 5.4'],
		...{ wet: 'schakelen', beleid: null, huis: 'schakelenVooraf', hoogstens: 'vandaag' }
	},
	ontzorgen_eindigt: {
		grondslag: ['Pw art. 56a lid 1', 'Pw art. 56a lid 2'],
		...{ wet: 'ontzorgen', beleid: 'isOntzorgenVerlengbaar', huis: 'ontzorgenVooraf', hoogstens: 'vandaag' }
	},
	verlenging_mogelijk: {
		grondslag: ['Wi2021 art. 12', 'Bi2021 art. 4.5'],
		...{ wet: 'verlengingAanvraag', beleid: null, huis: 'bespreken', hoogstens: 'vandaag' }
	},
	vraag_onbeantwoord: vanBeleid('antwoordDagen', null, 'vandaag'),
	afspraak_antwoord: vanBeleid('antwoordDagen', null, 'vandaag'),
	cursusadvies_gevraagd: vanBeleid('antwoordDagen', null, 'deze_week'),
	pip_niet_gezien: { ...vanHuis('gezien', 'deze_week'), grondslag: ['Wi2021 art. 15'] },
	pip_niet_begrepen: { ...vanBeleid('antwoordDagen', null, 'vandaag'), grondslag: ['Wi2021 art. 15'] },
	uren_betwist: vanBeleid('antwoordDagen', null, 'vandaag'),
	uren_onbevestigd: vanHuis('bevestigen', 'deze_week'),
	nooit_aangemeld: vanHuis('aanmelden', 'deze_week'),
	tolk_ontbreekt: vanHuis('tolkVooraf', 'vandaag'),
	vertaling_ongecontroleerd: {
		grondslag: [],
		...{ wet: null, beleid: null, huis: null, hoogstens: 'binnenkort' }
	},
	duo_lijst: vanHuis('duoOvernemen', 'deze_week'),
	overdracht: vanHuis('overnemen', 'deze_week'),
	lang_niet_bekeken: vanHuis('bekijken', 'binnenkort'),
	correctie_gevraagd: vanBeleid('antwoordDagen', null, 'vandaag')
};

function vanHuis(huis: HuisregelNaam, hoogstens: Urgentie): Regel {
	return { grondslag: [], wet: null, beleid: null, huis, hoogstens };
}

function vanBeleid(beleid: BeleidNaam, huis: HuisregelNaam | null, hoogstens: Urgentie): Regel {
	return { grondslag: [], wet: null, beleid, huis, hoogstens };
}
