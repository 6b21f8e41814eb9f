import type { OpenVeld } from '#lib/domain/pipVelden.ts';
import { m } from '#lib/paraglide/messages.js';
import { fieldErrorWords } from './words-of-appointments-admin.ts';

/** What the law still wants in a draft, and the field where it is filled in. */
export const openWords: Record<OpenVeld, { message: () => string; field: string }> = {
	leerroute: { message: m.admin_pip_open_leerroute, field: 'leerroute' },
	voortgangsgesprekkenInPip: { message: m.admin_pip_open_gesprekken, field: 'voortgangsgesprekkenInPip' },
	intensiteit: { message: m.admin_pip_open_intensiteit, field: 'intensiteitMinutenPerWeek' }
};

const own: Record<string, () => string> = {
	duur: m.admin_pip_fout_duur,
	volgorde: m.admin_pip_fout_volgorde,
	toekomst: m.admin_pip_fout_toekomst,
	collega: m.admin_pip_fout_collega,
	eigen: m.admin_pip_afspraak_eigen
};
/** What is wrong with a field of the plan, from its code. */
export const pipErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (own[code]?.() ?? fieldErrorWords(code));
