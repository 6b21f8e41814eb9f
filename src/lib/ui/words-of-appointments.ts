import type { AppointmentAnswer, AppointmentChange, AppointmentKind, AppointmentStatus, BringItem, CancelReason, CannotReason, InterpreterMode, LocationKind } from '#lib/domain/vocabulary.ts'; // prettier-ignore
import { page } from '$app/state';
import { m } from '#lib/paraglide/messages.js';
import type { Fact } from './Facts.svelte';
import { storedLanguage } from './languages.ts';
import type { MomentText } from './Moment.svelte';
import type { PictogramName } from './pictograms.ts';
import { say } from './say.ts';
import { ownOf, type Words } from './words.ts';

type Said = typeof m.afspraak_soort_gesprek;
type Pictured = { message: Said; icon: PictogramName };

export const kindWords: Record<AppointmentKind, Pictured> = {
	gesprek: { message: m.afspraak_soort_gesprek, icon: 'talk' },
	voortgangsgesprek: { message: m.afspraak_soort_voortgangsgesprek, icon: 'talk' },
	brede_intake: { message: m.afspraak_soort_brede_intake, icon: 'intake' },
	leerbaarheidstoets: { message: m.afspraak_soort_leerbaarheidstoets, icon: 'test' },
	pip_gesprek: { message: m.afspraak_soort_pip_gesprek, icon: 'plan' },
	les: { message: m.afspraak_soort_les, icon: 'lesson' },
	examen: { message: m.afspraak_soort_examen, icon: 'exam' },
	workshop: { message: m.afspraak_soort_workshop, icon: 'workshop' },
	pvt_bijeenkomst: { message: m.afspraak_soort_pvt_bijeenkomst, icon: 'pvt' },
	pvt_ondertekening: { message: m.afspraak_soort_pvt_ondertekening, icon: 'signing' },
	excursie: { message: m.afspraak_soort_excursie, icon: 'excursion' },
	praktijk: { message: m.afspraak_soort_praktijk, icon: 'work' },
	eindgesprek_map: { message: m.afspraak_soort_eindgesprek_map, icon: 'moduleMap' },
	eindgesprek_z: { message: m.afspraak_soort_eindgesprek_z, icon: 'talk' },
	huisbezoek: { message: m.afspraak_soort_huisbezoek, icon: 'homeVisit' },
	anders: { message: m.afspraak_soort_anders, icon: 'appointments' }
};
export const locationWords: Record<LocationKind, Pictured> = {
	plaats: { message: m.afspraak_waar_plaats, icon: 'place' },
	telefoon: { message: m.afspraak_waar_telefoon, icon: 'phoneCall' },
	video: { message: m.afspraak_waar_video, icon: 'online' },
	thuis: { message: m.afspraak_waar_thuis, icon: 'homeVisit' }
};
export const bringWords: Record<BringItem, Pictured> = {
	identiteitsbewijs: { message: m.afspraak_meenemen_identiteitsbewijs, icon: 'passport' },
	brief: { message: m.afspraak_meenemen_brief, icon: 'letter' },
	pen_en_papier: { message: m.afspraak_meenemen_pen_en_papier, icon: 'pen' },
	bril: { message: m.afspraak_meenemen_bril, icon: 'glasses' },
	telefoon: { message: m.afspraak_meenemen_telefoon, icon: 'mobile' },
	diploma: { message: m.afspraak_meenemen_diploma, icon: 'result' },
	eten: { message: m.afspraak_meenemen_eten, icon: 'lunch' },
	werkkleding: { message: m.afspraak_meenemen_werkkleding, icon: 'work' },
	tolk_mag_mee: { message: m.afspraak_meenemen_tolk_mag_mee, icon: 'helper' }
};
const interpreterWords: Record<Exclude<InterpreterMode, 'geen'>, typeof m.afspraak_tolk_telefoon> = {
	telefoon: m.afspraak_tolk_telefoon,
	aanwezig: m.afspraak_tolk_aanwezig,
	video: m.afspraak_tolk_video
};
export const cancelReasonWords: Record<CancelReason, Said> = {
	consulent_ziek: m.afspraak_afgezegd_consulent_ziek,
	plaats_niet_beschikbaar: m.afspraak_afgezegd_plaats_niet_beschikbaar,
	geen_tolk: m.afspraak_afgezegd_geen_tolk,
	op_verzoek: m.afspraak_afgezegd_op_verzoek,
	niet_meer_nodig: m.afspraak_afgezegd_niet_meer_nodig,
	dubbel: m.afspraak_afgezegd_dubbel,
	verplaatst: m.afspraak_afgezegd_verplaatst,
	anders: m.afspraak_afgezegd_anders
};
export const cannotReasonWords: Record<CannotReason, Pictured> = {
	ziek: { message: m.afspraak_reden_ziek, icon: 'ill' },
	werk: { message: m.afspraak_reden_werk, icon: 'work' },
	les: { message: m.afspraak_reden_les, icon: 'lesson' },
	kind: { message: m.afspraak_reden_kind, icon: 'care' },
	vervoer: { message: m.afspraak_reden_vervoer, icon: 'travel' },
	andere_afspraak: { message: m.afspraak_reden_andere_afspraak, icon: 'appointments' },
	anders: { message: m.afspraak_reden_anders, icon: 'question' }
};
export const partWords: Record<'ochtend' | 'middag' | 'avond', Pictured> = {
	ochtend: { message: m.afspraak_deel_ochtend, icon: 'day' },
	middag: { message: m.afspraak_deel_middag, icon: 'clock' },
	avond: { message: m.afspraak_deel_avond, icon: 'night' }
};
/** What the participant said, as a sentence of their own. */
export const answerWords: Record<Exclude<AppointmentAnswer, 'geen'>, Said> = {
	bevestigd: m.afspraak_ik_kom,
	kan_niet: m.afspraak_ik_kan_niet,
	voorstel: m.afspraak_andere_dag
};
/** What happens with an answer. */
export const sentWords: Record<Exclude<AppointmentAnswer, 'geen'>, Said> = {
	bevestigd: m.afspraak_gestuurd_bevestigd,
	kan_niet: m.afspraak_gestuurd_kan_niet,
	voorstel: m.afspraak_gestuurd_voorstel
};
export const changeWords: Record<AppointmentChange, Pictured> = {
	gemaakt: { message: m.afspraak_wijziging_gemaakt, icon: 'add' },
	verplaatst: { message: m.afspraak_wijziging_verplaatst, icon: 'move' },
	gewijzigd: { message: m.afspraak_wijziging_gewijzigd, icon: 'edit' },
	afgezegd: { message: m.afspraak_wijziging_afgezegd, icon: 'cancel' },
	bevestigd: { message: m.afspraak_wijziging_bevestigd, icon: 'confirm' },
	kan_niet: { message: m.afspraak_wijziging_kan_niet, icon: 'wrong' },
	voorstel: { message: m.afspraak_wijziging_voorstel, icon: 'calendar' },
	geweest: { message: m.afspraak_wijziging_geweest, icon: 'done' },
	niet_gekomen: { message: m.afspraak_wijziging_niet_gekomen, icon: 'info' }
};

type State = 'done' | 'now' | 'later' | 'waiting' | 'attention';
const answerState: Record<AppointmentAnswer, { state: State; message: Said }> = {
	geen: { state: 'now', message: m.afspraak_staat_geen },
	bevestigd: { state: 'done', message: m.afspraak_staat_bevestigd },
	kan_niet: { state: 'attention', message: m.afspraak_staat_kan_niet },
	voorstel: { state: 'waiting', message: m.afspraak_staat_voorstel }
};
const outcomeState: Record<Exclude<AppointmentStatus, 'gepland'>, { state: State; message: Said }> = {
	afgezegd: { state: 'attention', message: m.afspraak_staat_afgezegd },
	geweest: { state: 'done', message: m.afspraak_staat_geweest },
	niet_gekomen: { state: 'later', message: m.afspraak_staat_niet_gekomen }
};

/** An appointment as a page gets it from `appointmentText` of the server. */
export interface ShownAppointment {
	kind: AppointmentKind;
	moment: MomentText;
	days: number;
	isOver: boolean;
	locationKind: LocationKind;
	place: string | null;
	address: string | null;
	with: string | null;
	bring: BringItem[];
	interpreterMode: InterpreterMode;
	interpreterLanguage: string | null;
	status: AppointmentStatus;
	answer: AppointmentAnswer;
	movedFrom: MomentText | null;
}

/** The one thing to say about an appointment: it is off, it moved, or what was answered. */
export function stateOf(row: ShownAppointment): { state: State; message: Said } {
	if (row.status !== 'gepland') return outcomeState[row.status];
	if (row.isOver) return { state: 'later', message: m.afspraak_staat_voorbij };
	if (row.answer === 'geen' && row.movedFrom) return { state: 'now', message: m.afspraak_staat_verplaatst };
	return answerState[row.answer];
}

/** `today`, `tomorrow`, `in n days`, `in n weeks`; nothing for the past and for what is far away. */
export function relativeDay(days: number): string | undefined {
	if (days === 0) return m.afspraak_vandaag();
	if (days === 1) return m.afspraak_morgen();
	if (days > 1 && days < 14) return m.afspraak_over_dagen({ count: days });
	if (days >= 14 && days <= 84) return m.afspraak_over_weken({ count: Math.floor(days / 7) });
	return undefined;
}

/** A moment, with the Dutch under it for who has that switched on. */
export const shownMoment = (moment: MomentText, relative?: string): MomentText => ({
	...moment,
	relative,
	dutch: page.data.hasDutchBeside ? moment.dutch : undefined,
	extra: page.data.hasHijriDays ? moment.extra : undefined
});

/** A language as its speakers and as the Dutch call it; stored as code or in Dutch words. */
export function languageNames(stored: string): { own: string; dutch: string } {
	return storedLanguage(stored) ?? { own: stored, dutch: stored };
}

function interpreterFact({ interpreterMode: mode, interpreterLanguage }: ShownAppointment): Fact[] {
	if (mode === 'geen') return [];
	const names = interpreterLanguage ? languageNames(interpreterLanguage) : undefined;
	const words = names
		? say(interpreterWords[mode], { language: names.own }, { language: names.dutch })
		: say(m.afspraak_tolk_ja);
	return [{ icon: 'interpreter', label: m.afspraak_tolk_label(), words }];
}

/** An address opens in a map of the reader's choice only when it is pressed. */
export const mapHref = (address: string): string =>
	`https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;

function placeFact(row: ShownAppointment): Fact {
	const { message, icon } = locationWords[row.locationKind];
	const label = m.afspraak_waar_label();
	const dutch = [row.place, row.address].filter(Boolean).join(', ');
	if (row.locationKind !== 'plaats' || !dutch) return { icon, label, words: say(message) };
	return { icon, label, words: { nl: dutch }, href: row.address ? mapHref(row.address) : undefined };
}

/** Props of AppointmentCard, to spread: picture, title, moment, where, with whom, interpreter, what to bring. */
export function cardOf(row: ShownAppointment) {
	const { message, icon } = kindWords[row.kind];
	const isOn = row.status === 'gepland';
	const withWhom: Fact[] = row.with
		? [{ icon: 'consultant', label: m.afspraak_met_label(), words: { nl: row.with } }]
		: [];
	return {
		icon,
		title: say(message),
		moment: shownMoment(row.moment, row.isOver ? undefined : relativeDay(row.days)),
		facts: [placeFact(row), ...withWhom, ...(isOn ? interpreterFact(row) : [])],
		bring: {
			label: say(m.afspraak_meenemen_label) as Words,
			items: isOn
				? row.bring.map((item) => ({ icon: bringWords[item].icon, words: say(bringWords[item].message) }))
				: []
		},
		cancelled: row.status === 'afgezegd'
	};
}

/** The same in as little room as the home page has: the place by its name, no Dutch line but that of the title. */
export function compactCard(row: ShownAppointment) {
	const card = cardOf(row);
	const { until: _until, dutch: _dutch, extra: _extra, ...moment } = card.moment;
	const place = row.locationKind === 'plaats' && (row.place ?? row.address);
	const facts: Fact[] = [
		place ? { icon: 'place', label: m.afspraak_waar_label(), words: { nl: place } } : placeFact(row),
		...(row.with
			? [{ icon: 'consultant' as const, label: m.afspraak_met_label(), words: { nl: row.with } }]
			: []),
		...(row.interpreterMode !== 'geen' && row.interpreterLanguage
			? [
					{
						icon: 'interpreter' as const,
						label: m.afspraak_tolk_label(),
						words: languageNames(row.interpreterLanguage).own
					}
				]
			: [])
	];
	const items = card.bring.items.map(({ icon, words }) => ({ icon, words: ownOf(words) }));
	return { ...card, moment, facts, bring: { label: ownOf(card.bring.label), items } };
}
