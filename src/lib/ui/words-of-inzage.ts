import { m } from '#lib/paraglide/messages.js';
import type { Role, Verwerking } from '#lib/domain/vocabulary.ts';

/** What data were looked at for, as the participant knows it from the portal. */
export const verwerkingWords: Record<Verwerking, typeof m.inzage_title> = {
	begeleiding: m.inzage_doel_begeleiding,
	plan: m.nav_pip,
	afspraken: m.afspraken_title,
	uren: m.nav_voortgang,
	resultaten: m.nav_voortgang,
	vragen: m.vragen_title,
	overdracht: m.inzage_doel_overdracht,
	duo: m.inzage_doel_duo,
	cursussen: m.inzage_doel_cursussen,
	toegang: m.inzage_doel_toegang,
	cijfers: m.inzage_doel_cijfers
};

/** Roles of people who may be strangers to the reader: not 'your consultant'. */
export const inzageRoleWords: Record<Role, typeof m.inzage_title> = {
	inburgeraar: m.role_inburgeraar,
	consulent: m.inzage_rol_consulent,
	coordinator: m.role_coordinator,
	partner: m.role_partner,
	beheerder: m.role_beheerder
};
