import type { AbsenceReason, AppointmentAnswer, AppointmentKind, AppointmentChange, AppointmentStatus, CancelReason, InterpreterMode, LocationKind } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import { m } from '#lib/paraglide/messages.js';
import { kindWords, type ShownAppointment } from './words-of-appointments.ts';

type Said = () => string;
type State = 'done' | 'now' | 'later' | 'waiting' | 'attention';

export const adminLocationWords: Record<LocationKind, Said> = {
	plaats: m.admin_afspraak_waar_plaats,
	telefoon: m.admin_afspraak_waar_telefoon,
	video: m.admin_afspraak_waar_video,
	thuis: m.admin_afspraak_waar_thuis
};
export const adminInterpreterWords: Record<InterpreterMode, Said> = {
	geen: m.admin_afspraak_tolk_geen,
	telefoon: m.admin_afspraak_tolk_telefoon,
	aanwezig: m.admin_afspraak_tolk_aanwezig,
	video: m.admin_afspraak_tolk_video
};
export const adminCancelWords: Record<CancelReason, Said> = {
	consulent_ziek: m.admin_afspraak_afzeggen_consulent_ziek,
	plaats_niet_beschikbaar: m.admin_afspraak_afzeggen_plaats_niet_beschikbaar,
	geen_tolk: m.admin_afspraak_afzeggen_geen_tolk,
	op_verzoek: m.admin_afspraak_afzeggen_op_verzoek,
	niet_meer_nodig: m.admin_afspraak_afzeggen_niet_meer_nodig,
	dubbel: m.admin_afspraak_afzeggen_dubbel,
	verplaatst: m.admin_afspraak_afzeggen_verplaatst,
	anders: m.admin_afspraak_afzeggen_anders
};
export const adminChangeWords: Record<AppointmentChange, Said> = {
	gemaakt: m.admin_afspraak_wijziging_gemaakt,
	verplaatst: m.admin_afspraak_wijziging_verplaatst,
	gewijzigd: m.admin_afspraak_wijziging_gewijzigd,
	afgezegd: m.admin_afspraak_wijziging_afgezegd,
	bevestigd: m.admin_afspraak_wijziging_bevestigd,
	kan_niet: m.admin_afspraak_wijziging_kan_niet,
	voorstel: m.admin_afspraak_wijziging_voorstel,
	geweest: m.admin_afspraak_wijziging_geweest,
	niet_gekomen: m.admin_afspraak_wijziging_niet_gekomen
};
export const warningWords: Record<'verleden' | 'overlap' | 'les' | 'feestdag', Said> = {
	verleden: m.admin_afspraak_letop_verleden,
	overlap: m.admin_afspraak_letop_overlap,
	les: m.admin_afspraak_letop_les,
	feestdag: m.admin_afspraak_letop_feestdag
};
/** What stood in the way of a change of a group. */
export const groupProblemWords: Record<
	'conflict' | 'niemand' | 'gesloten' | 'vol' | 'dubbel' | 'let_op',
	Said
> = {
	conflict: m.admin_groep_conflict,
	niemand: m.admin_groep_niemand,
	gesloten: m.admin_groep_gesloten,
	vol: m.admin_groep_is_vol,
	dubbel: m.admin_groep_staat_erin,
	let_op: m.admin_afspraak_letop_title
};
export const absenceWords: Record<AbsenceReason, Said> = {
	ziek: m.admin_afspraak_afwezig_ziek,
	werk: m.admin_afspraak_afwezig_werk,
	kind: m.admin_afspraak_afwezig_kind,
	vervoer: m.admin_afspraak_afwezig_vervoer,
	niet_geweten: m.admin_afspraak_afwezig_niet_geweten,
	vergeten: m.admin_afspraak_afwezig_vergeten,
	andere_afspraak: m.admin_afspraak_afwezig_andere_afspraak,
	onbekend: m.admin_afspraak_afwezig_onbekend,
	anders: m.admin_afspraak_afwezig_anders
};

/** What stands in the way of an appointment, as `clashText` of the server gives it. */
export interface ShownClash {
	what: 'dubbel' | 'afspraak' | 'les';
	kind: AppointmentKind | null;
	title: string | null;
	time: string;
}
export function clashWords({ what, kind, title, time }: ShownClash): string {
	if (what === 'dubbel') return m.admin_afspraak_botst_dubbel();
	const name = kind ? kindWords[kind].message() : (title ?? '');
	return what === 'les'
		? m.admin_afspraak_botst_les({ name, time })
		: m.admin_afspraak_botst_afspraak({ name, time });
}

/** An answer that asks for something stands out; a confirmation does not. */
const answers: Record<AppointmentAnswer, { state: State; message: Said }> = {
	geen: { state: 'later', message: m.admin_afspraak_antwoord_geen },
	bevestigd: { state: 'done', message: m.admin_afspraak_antwoord_bevestigd },
	kan_niet: { state: 'attention', message: m.admin_afspraak_antwoord_kan_niet },
	voorstel: { state: 'waiting', message: m.admin_afspraak_antwoord_voorstel }
};
const outcomes: Record<Exclude<AppointmentStatus, 'gepland'>, { state: State; message: Said }> = {
	afgezegd: { state: 'later', message: m.admin_afspraak_staat_afgezegd },
	geweest: { state: 'done', message: m.admin_afspraak_staat_geweest },
	niet_gekomen: { state: 'attention', message: m.admin_afspraak_staat_niet_gekomen }
};

/** What a consultant must know of an appointment at a glance. */
export function adminStateOf(row: Pick<ShownAppointment, 'status' | 'isOver' | 'answer'>) {
	if (row.status !== 'gepland') return outcomes[row.status];
	if (row.isOver) return { state: 'now' as const, message: m.admin_afspraak_staat_open };
	return answers[row.answer];
}

const fieldErrors: Record<string, Said> = {
	verplicht: m.admin_fout_verplicht,
	te_lang: m.admin_fout_te_lang,
	vreemde_tekens: m.admin_fout_vreemde_tekens,
	kies: m.admin_fout_kies,
	datum: m.admin_fout_datum,
	tijd: m.admin_fout_tijd,
	getal: m.admin_fout_getal,
	te_klein: m.admin_fout_te_klein,
	te_groot: m.admin_fout_te_groot,
	overgeslagen: m.admin_fout_overgeslagen,
	volgorde: m.admin_fout_volgorde
};
/** What is wrong with a field, from its code. */
export const fieldErrorWords = (code: string | undefined): string | undefined =>
	code === undefined ? undefined : (fieldErrors[code] ?? m.admin_fout_verplicht)();
