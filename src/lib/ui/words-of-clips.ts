import { m } from '#lib/paraglide/messages.js';

type Said = () => string;

export const clipStateWords: Record<
	'ontbreekt' | 'verouderd' | 'opgenomen',
	{ state: 'later' | 'attention' | 'done'; message: Said }
> = {
	ontbreekt: { state: 'later', message: m.admin_geluid_ontbreekt },
	verouderd: { state: 'attention', message: m.admin_geluid_verouderd },
	opgenomen: { state: 'done', message: m.admin_geluid_opgenomen }
};

/** Why a recording was not kept. */
const refusals: Record<string, Said> = {
	leeg: m.admin_geluid_fout_leeg,
	opnieuw: m.admin_geluid_fout_opnieuw,
	soort: m.admin_geluid_fout_soort,
	te_groot: m.admin_geluid_fout_te_groot,
	toekomst: m.admin_geluid_fout_toekomst,
	intussen: m.admin_geluid_fout_intussen,
	eerder: m.admin_geluid_fout_eerder,
	verplicht: m.admin_fout_verplicht,
	te_lang: m.admin_fout_te_lang,
	vreemde_tekens: m.admin_fout_vreemde_tekens,
	datum: m.admin_fout_datum
};
export const recordErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (refusals[code] ?? m.admin_fout_verplicht)();
