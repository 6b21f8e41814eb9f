import type { KeptRole } from '#lib/server/staff-accounts.ts';
import { m } from '#lib/paraglide/messages.js';

export const accountRoleWords: Record<KeptRole, () => string> = {
	consulent: m.admin_medewerker_rol_consulent,
	coordinator: m.admin_medewerker_rol_coordinator,
	partner: m.admin_medewerker_rol_partner
};
export const refusalWords = {
	email: m.admin_medewerker_fout_email,
	bestaat_al: m.admin_medewerker_fout_bestaat_al,
	partner: m.admin_medewerker_fout_partner,
	gemeente: m.admin_medewerker_fout_gemeente,
	laatste_coordinator: m.admin_medewerker_fout_laatste,
	begeleidt_mensen: m.admin_medewerker_fout_begeleidt,
	versie: m.admin_medewerker_fout_versie,
	herhaald: m.admin_medewerker_fout_herhaald,
	bewijs: m.admin_bevestig_eerst
};
export type Refusal = keyof typeof refusalWords;
export const fieldLabels: Record<string, () => string> = {
	naam: m.admin_medewerker_naam,
	email: m.admin_medewerker_email,
	rol: m.admin_medewerker_rol,
	organisatie: m.admin_medewerker_organisatie,
	telefoon: m.admin_medewerker_telefoon,
	functie: m.admin_medewerker_functie,
	gemeente: m.admin_medewerker_gemeente
};
export const partnerKindWords = {
	taalschool: m.admin_medewerker_soort_taalschool,
	welzijn: m.admin_medewerker_soort_welzijn,
	werkgever: m.admin_medewerker_soort_werkgever,
	gids: m.admin_medewerker_soort_gids
};
