import type { AppointmentKind, BringItem, InterpreterMode, LocationKind } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { bringWords, kindWords } from '#lib/ui/words-of-appointments.ts';
import { adminInterpreterWords, adminLocationWords } from '#lib/ui/words-of-appointments-admin.ts';

/** The fields of the form as text, by name. */
export type Values = Record<string, string | string[] | undefined>;
export type Host = { id: string; name: string };

/** The fields of the form, in their order, and what they are called. */
export const fieldLabels: Record<string, () => string> = {
	soort: m.admin_afspraak_soort,
	dag: m.admin_afspraak_dag,
	tijd: m.admin_afspraak_tijd,
	minuten: m.admin_afspraak_minuten,
	waar: m.admin_afspraak_waar,
	plaats: m.admin_afspraak_plaats,
	adres: m.admin_afspraak_adres,
	met: m.admin_afspraak_met_wie,
	metNaam: m.admin_afspraak_met_naam,
	meenemen: m.admin_afspraak_meenemen,
	tolk: m.admin_afspraak_tolk,
	tolktaal: m.admin_afspraak_tolktaal,
	dialect: m.admin_afspraak_dialect,
	geregeld: m.admin_afspraak_geregeld,
	zinnen: m.admin_zin_kiezer,
	toelichting: m.admin_afspraak_toelichting,
	aantal: m.admin_reeks_aantal,
	totDag: m.admin_reeks_tot,
	dagen: m.admin_reeks_dagen
};

/** A field of the form in words, so that two people's texts can stand beside each other. Never empty. */
export function shownValue(name: string, value: string | string[] | undefined, hosts: Host[]): string {
	const empty = m.admin_afspraak_leeg();
	if (Array.isArray(value))
		return value.map((item) => bringWords[item as BringItem]?.message() ?? item).join(', ') || empty;
	if (name === 'met') return hosts.find(({ id }) => id === value)?.name ?? m.admin_afspraak_met_anders();
	if (name === 'meenemen' || !value) return empty;
	if (name === 'dag') return value.split('-').toReversed().join('-');
	if (name === 'soort') return kindWords[value as AppointmentKind]?.message() ?? value;
	if (name === 'waar') return adminLocationWords[value as LocationKind]?.() ?? value;
	if (name === 'tolk') return adminInterpreterWords[value as InterpreterMode]?.() ?? value;
	if (name === 'geregeld') return m.admin_afspraak_tolk_geregeld();
	return value;
}
