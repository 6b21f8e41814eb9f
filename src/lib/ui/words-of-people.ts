import type { Groep, Leerroute, Role, Verblijfsvergunning } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';

export const leerrouteWords: Record<Leerroute, typeof m.leerroute_b1> = {
	b1: m.leerroute_b1,
	onderwijs: m.leerroute_onderwijs,
	z: m.leerroute_z
};
export const groepWords: Record<Groep, () => string> = {
	asiel: m.admin_groep_asiel,
	gezin_overig: m.admin_groep_gezin_overig
};
export const roleWords: Record<Role, typeof m.role_consulent> = {
	inburgeraar: m.role_inburgeraar,
	consulent: m.role_consulent,
	coordinator: m.role_coordinator,
	partner: m.role_partner,
	beheerder: m.role_beheerder
};
export const vergunningWords: Record<Verblijfsvergunning, () => string> = {
	asiel_bepaalde_tijd: m.admin_vergunning_asiel,
	regulier_gezin_bij_asielhouder: m.admin_vergunning_gezin_asiel,
	regulier_gezin: m.admin_vergunning_gezin,
	regulier_geestelijke_bedienaar: m.admin_vergunning_bedienaar,
	regulier_overig: m.admin_vergunning_overig,
	regulier_tijdelijk_doel: m.admin_vergunning_tijdelijk
};
