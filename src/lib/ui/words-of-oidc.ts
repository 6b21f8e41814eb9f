import { m } from '#lib/paraglide/messages.js';

type Said = typeof m.oidc_titel;
/** Why signing in, or linking, by the identity provider was refused. */
type Reason = 'geannuleerd' | 'onbekend' | 'niveau' | 'mislukt' | 'storing' | 'bezet';

const same = { geannuleerd: m.oidc_geannuleerd, niveau: m.oidc_niveau, mislukt: m.oidc_mislukt };
export const oidcWords: Record<Reason, Said | typeof m.oidc_mislukt> = {
	...same,
	onbekend: m.oidc_onbekend,
	storing: m.oidc_storing,
	bezet: m.oidc_bezet
};
/** Staff have a password where participants have a PIN or a letter. */
export const oidcStaffWords: typeof oidcWords = {
	...same,
	onbekend: m.admin_oidc_onbekend,
	storing: m.admin_oidc_storing,
	bezet: m.admin_oidc_bezet
};
