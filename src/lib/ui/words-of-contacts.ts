import type { ContactChannel } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';
import { staffErrorWords } from './words-of-traject.ts';

type Said = () => string;

export const channelWords: Record<ContactChannel, { message: Said; icon: PictogramName }> = {
	telefoon: { message: m.admin_contact_telefoon, icon: 'phone' },
	bezoek: { message: m.admin_contact_bezoek, icon: 'talk' },
	bericht: { message: m.admin_contact_bericht, icon: 'questions' },
	email: { message: m.admin_contact_email, icon: 'mail' },
	brief: { message: m.admin_contact_brief, icon: 'letter' },
	huisbezoek: { message: m.admin_contact_huisbezoek, icon: 'homeVisit' }
};
/** In the order of how often staff choose them. */
export const channels = Object.keys(channelWords) as ContactChannel[];

export const contactErrorWords = (code: string | undefined): string | undefined => {
	if (code === 'achterhaald') return m.admin_contact_fout_achterhaald();
	return code === 'kies' ? m.admin_contact_fout_kies() : staffErrorWords(code);
};
export const contactDoneWords: Record<string, Said> = {
	genoteerd: m.admin_contact_done_genoteerd,
	verbeterd: m.admin_contact_done_verbeterd,
	ingetrokken: m.admin_contact_done_ingetrokken
};
