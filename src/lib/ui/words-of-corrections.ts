import type { CorrectionSubject } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a participant can say is wrong. */
export const correctionWords: Record<CorrectionSubject, typeof m.correctie_naam> = {
	naam: m.correctie_naam,
	geboortedatum: m.activeren_birth,
	verblijfsvergunning: m.correctie_verblijfsvergunning,
	pip: m.vraag_onderwerp_pip,
	uren: m.vraag_onderwerp_uren,
	anders: m.vraag_onderwerp_anders
};
