import type { OpenVeld } from '#lib/domain/pipVelden.ts';
import { m } from '#lib/paraglide/messages.js';
import type { StockSjabloon } from '#lib/domain/pipSjablonen.ts';
import { fieldErrorWords } from './words-of-appointments-admin.ts';

/** What the law still wants in a draft, and the field where it is filled in. */
export const openWords: Record<OpenVeld, { message: () => string; field: string }> = {
	leerroute: { message: m.admin_pip_open_leerroute, field: 'leerroute' },
	voortgangsgesprekkenInPip: { message: m.admin_pip_open_gesprekken, field: 'voortgangsgesprekkenInPip' },
	intensiteit: { message: m.admin_pip_open_intensiteit, field: 'intensiteitMinutenPerWeek' }
};

const stockWords: Record<StockSjabloon, () => string> = {
	b1_asiel: m.admin_sjabloon_b1_asiel,
	b1_gezin: m.admin_sjabloon_b1_gezin,
	onderwijs: m.admin_sjabloon_onderwijs,
	z_asiel: m.admin_sjabloon_z_asiel,
	z_gezin: m.admin_sjabloon_z_gezin
};
/** What a template is called: the common stock has words, a municipality its own name. */
export const sjabloonNaam = ({ stock, name }: { stock: StockSjabloon | null; name: string }): string =>
	stock ? stockWords[stock]() : name;

type Offered = { id: string; title: string; taken: number; capacity: number | null };
/** Activities to choose from, each with how many places are taken. */
export const activityOptions = (activities: readonly Offered[]): { value: string; text: string }[] =>
	activities.map(({ id, title, taken, capacity }) => {
		const isFull = capacity !== null && taken >= capacity;
		const places = capacity === null ? m.admin_activiteit_bezet({ taken }) : m.admin_activiteit_bezet_van({ taken, capacity }); // prettier-ignore
		return { value: id, text: `${title} · ${isFull ? m.admin_activiteit_vol() : places}` };
	});

/** Why somebody did not get a place in an activity. */
export const enrolledWords: Record<'kies' | 'vol' | 'al_ingeschreven' | 'voorbij' | 'eerder', () => string> =
	{
		kies: m.admin_activiteit_kies_wie,
		eerder: m.admin_pip_eerder,
		vol: m.admin_activiteit_vol_uitleg,
		al_ingeschreven: m.admin_activiteit_al,
		voorbij: m.admin_activiteit_voorbij
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
