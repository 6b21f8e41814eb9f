import type { Controle } from '#lib/domain/onderdelenPerRoute.ts';
import type { Examenonderdeel, ModuleMapThema } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

type Said = typeof m.onderdeel_lezen;

export const onderdeelWords: Record<Examenonderdeel, Said> = {
	lezen: m.onderdeel_lezen,
	luisteren: m.onderdeel_luisteren,
	schrijven: m.onderdeel_schrijven,
	spreken: m.onderdeel_spreken,
	knm: m.onderdeel_knm
};
export const onderdeelIcons: Record<Examenonderdeel, PictogramName> = {
	lezen: 'read',
	luisteren: 'listen',
	schrijven: 'write',
	spreken: 'speak',
	knm: 'knm'
};
export const themaWords: Record<ModuleMapThema, Said> = {
	beroepenorientatie: m.thema_beroepenorientatie,
	werknemerscompetenties: m.thema_werknemerscompetenties,
	realistisch_beroepsbeeld: m.thema_realistisch_beroepsbeeld,
	beroepskansen: m.thema_beroepskansen,
	beroepscompetenties_verwerven: m.thema_beroepscompetenties_verwerven,
	netwerk_opbouwen: m.thema_netwerk_opbouwen,
	werk_vinden: m.thema_werk_vinden,
	werkcultuur: m.thema_werkcultuur
};
type Milestone = Exclude<Controle, `examen_${string}` | 'module_map_themas'>;
/** What must be done besides hours and exams. */
export const checkWords: Record<Milestone | ModuleMapThema, Said> = {
	...themaWords,
	pvt_activiteit_of_excursie: m.voortgang_check_pvt_activiteit,
	pvt_ondertekeningsbijeenkomst: m.voortgang_check_pvt_bijeenkomst,
	pvt_ondertekening: m.voortgang_check_pvt_ondertekend,
	module_map_eindgesprek: m.voortgang_check_map_eindgesprek,
	z_eindgesprek: m.voortgang_check_z_eindgesprek,
	taalschakeltraject: m.voortgang_check_taalschakeltraject
};
