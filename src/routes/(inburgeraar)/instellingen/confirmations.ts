import { m } from '#lib/paraglide/messages.js';

/** What was done, as it stands in the address after the form. */
export const confirmations = ['taal', 'nederlands_aan', 'nederlands_uit', 'letters_aan', 'letters_uit', 'contrast_aan', 'contrast_uit', 'geluid_aan', 'geluid_uit', 'zonnejaar_aan', 'zonnejaar_uit', 'toestel', 'sessie', 'anderen'] as const; // prettier-ignore
export type Confirmation = (typeof confirmations)[number];

export const confirmationWords: Record<Confirmation, typeof m.instellingen_klaar_taal> = {
	taal: m.instellingen_klaar_taal,
	nederlands_aan: m.instellingen_klaar_nederlands_aan,
	nederlands_uit: m.instellingen_klaar_nederlands_uit,
	letters_aan: m.instellingen_klaar_letters_aan,
	letters_uit: m.instellingen_klaar_letters_uit,
	contrast_aan: m.instellingen_klaar_contrast_aan,
	contrast_uit: m.instellingen_klaar_contrast_uit,
	geluid_aan: m.instellingen_klaar_geluid_aan,
	geluid_uit: m.instellingen_klaar_geluid_uit,
	zonnejaar_aan: m.instellingen_klaar_zonnejaar_aan,
	zonnejaar_uit: m.instellingen_klaar_zonnejaar_uit,
	toestel: m.instellingen_klaar_toestel,
	sessie: m.instellingen_klaar_sessie,
	anderen: m.instellingen_klaar_anderen
};
