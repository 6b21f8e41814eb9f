import type { Field } from './policy.server.ts';
import { m } from '#lib/paraglide/messages.js';

type Said = () => string;
/** Settings beside the law: what they are called, what they change, and what the law says by itself. */
export const settings: readonly { name: Field; label: Said; hint: Said; kind: 'getal' | 'duur' | 'ja' | 'tekst' }[] = [
	{ name: 'pipWekenNaBredeIntake', label: m.admin_beleid_pip_weken, hint: m.admin_beleid_pip_weken_uitleg, kind: 'getal' },
	{ name: 'voortgangsgesprekkenMinimum', label: m.admin_beleid_gesprekken, hint: m.admin_beleid_gesprekken_uitleg, kind: 'getal' },
	{ name: 'voortgangsgesprekkenMaanden', label: m.admin_beleid_gesprekken_maanden, hint: m.admin_beleid_gesprekken_maanden_uitleg, kind: 'getal' },
	{ name: 'maximumSchakelingen', label: m.admin_beleid_schakelen, hint: m.admin_beleid_schakelen_uitleg, kind: 'getal' },
	{ name: 'afschalenNaMaanden', label: m.admin_beleid_afschalen_maanden, hint: m.admin_beleid_afschalen_maanden_uitleg, kind: 'getal' },
	{ name: 'afschalenNt2Minuten', label: m.admin_beleid_afschalen_uren, hint: m.admin_beleid_afschalen_uren_uitleg, kind: 'duur' },
	{ name: 'isOntzorgenVerlengbaar', label: m.admin_beleid_ontzorgen, hint: m.admin_beleid_ontzorgen_uitleg, kind: 'ja' },
	{ name: 'praktischeBegeleidingMaanden', label: m.admin_beleid_begeleiding_maanden, hint: m.admin_beleid_begeleiding_maanden_uitleg, kind: 'getal' },
	{ name: 'praktischeBegeleidingDoor', label: m.admin_beleid_begeleiding_door, hint: m.admin_beleid_begeleiding_door_uitleg, kind: 'tekst' },
	{ name: 'aandachtDagen', label: m.admin_beleid_aandacht, hint: m.admin_beleid_aandacht_uitleg, kind: 'getal' }
]; // prettier-ignore
const contact = {
	intakedomeinen: m.admin_beleid_domeinen,
	answerDays: m.admin_beleid_antwoord,
	phone: m.admin_beleid_telefoon,
	openingHours: m.admin_beleid_open,
	postalAddress: m.admin_beleid_adres
};
export const labelOf = (name: string): string =>
	(settings.find((one) => one.name === name)?.label ?? contact[name as keyof typeof contact])?.() ?? name;
export const onderwerpWords: Record<string, Said> = {
	leerbaarheid: m.admin_beleid_onderwerp_leerbaarheid,
	opleiding: m.admin_beleid_onderwerp_opleiding,
	werkervaring: m.admin_beleid_onderwerp_werkervaring,
	persoonlijke_omstandigheden: m.admin_beleid_onderwerp_omstandigheden,
	vve_van_kinderen: m.admin_beleid_onderwerp_vve,
	taalniveau: m.admin_beleid_onderwerp_taalniveau,
	kansen_op_werk: m.admin_beleid_onderwerp_werk,
	zelfredzaamheid: m.admin_beleid_onderwerp_zelfredzaamheid
};
