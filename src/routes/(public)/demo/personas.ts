import type { ParticipantKey, StaffKey } from '#lib/server/demo/ids.ts';
import { m } from '#lib/paraglide/messages.js';

/** One sentence about each demo person, in the order in which they are offered. */
export const personas: Record<ParticipantKey | StaffKey, () => string> = {
	'asiel-b1-ar': m.demo_asiel_b1_ar,
	'asiel-z-ti': m.demo_asiel_z_ti,
	'asiel-onderwijs-fa': m.demo_asiel_onderwijs_fa,
	'asiel-intake-so': m.demo_asiel_intake_so,
	'asiel-gezin-ps': m.demo_asiel_gezin_ps,
	'gezin-b1-tr': m.demo_gezin_b1_tr,
	'gezin-z-ku': m.demo_gezin_z_ku,
	'asiel-verlengd-fa-af': m.demo_asiel_verlengd_fa_af,
	'asiel-verhuisd-am': m.demo_asiel_verhuisd_am,
	'gezin-klaar-uk': m.demo_gezin_klaar_uk,
	'gezin-vraag-es': m.demo_gezin_vraag_es,
	consulent: m.demo_consulent,
	'consulent-collega': m.demo_consulent_collega,
	'consulent-elders': m.demo_consulent_elders,
	coordinator: m.demo_coordinator,
	'partner-taalschool': m.demo_partner_taalschool,
	'partner-welzijn': m.demo_partner_welzijn,
	'partner-elders': m.demo_partner_elders,
	beheerder: m.demo_beheerder
};
