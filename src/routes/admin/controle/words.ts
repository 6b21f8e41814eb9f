import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from '#lib/ui/pictograms.ts';

type List = { title: () => string; hint: () => string; icon: PictogramName };

export const listWords = {
	mislukt: { title: m.admin_controle_mislukt, hint: m.admin_controle_mislukt_uitleg, icon: 'lock' },
	geweigerd: { title: m.admin_controle_geweigerd, hint: m.admin_controle_geweigerd_uitleg, icon: 'cancel' },
	veel: { title: m.admin_controle_veel, hint: m.admin_controle_niets, icon: 'watched' },
	buiten: { title: m.admin_controle_buiten, hint: m.admin_controle_niets, icon: 'night' },
	accounts: { title: m.admin_controle_accounts, hint: m.admin_controle_accounts_uitleg, icon: 'staff' },
	export: { title: m.admin_controle_export, hint: m.admin_controle_export_uitleg, icon: 'download' }
} satisfies Record<string, List>;

/** Actions of the audit log in words; what is not here is shown as it is written there. */
export const whatWords: Record<string, (() => string) | undefined> = {
	'session.start': m.admin_controle_wat_wachtwoord,
	'session.oidc': m.admin_controle_wat_oidc,
	'session.second_step': m.admin_controle_wat_code,
	'session.passkey': m.admin_controle_wat_passkey_fout,
	'device.revoke': m.admin_controle_wat_pin,
	'brief.open': m.admin_controle_wat_brief,
	'email.close': m.admin_controle_wat_mail_dicht,
	'dossier.read': m.admin_controle_wat_dossier,
	'overzicht.export': m.admin_controle_wat_cijfers,
	'account.create': m.admin_controle_wat_account,
	'account.change': m.admin_controle_wat_wijzig,
	'account.deactivate': m.admin_controle_wat_einde,
	'account.password': m.admin_controle_wat_nieuw_wachtwoord,
	'account.own_password': m.admin_controle_wat_eigen_wachtwoord,
	'account.password_reset': m.admin_controle_wat_herstel,
	'account.second_factor': m.admin_controle_wat_app,
	'account.second_factor_reset': m.admin_controle_wat_app_weg,
	'account.oidc_link': m.admin_controle_wat_koppel,
	'account.oidc_unlink': m.admin_controle_wat_ontkoppel,
	'account.recovery_codes': m.admin_controle_wat_codes,
	'account.recovery_code': m.admin_controle_wat_herstelcode,
	'account.passkey': m.admin_controle_wat_passkey,
	'account.passkey_remove': m.admin_controle_wat_passkey_weg,
	'account.role.consulent': m.admin_controle_wat_rol,
	'account.role.coordinator': m.admin_controle_wat_rol,
	'account.role.partner': m.admin_controle_wat_rol
};
