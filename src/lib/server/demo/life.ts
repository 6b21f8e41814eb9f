import type * as schema from '../db/schema.ts';
import type * as words from '#lib/domain/vocabulary.ts';
import type { trajectSlots, TrajectSlots } from '#lib/domain/trajectSlots.ts';
import type { Calendar, Dag } from './calendar.ts';
import type { StaffKey } from './ids.ts';
import type { GemeenteKey, PartnerKey, PlaceKey } from './places.ts';

/** One participant, told as a story; `rows-of.ts` makes rows of it. Names of things are short words, unique in one life. */
export interface Life {
	key: string;
	/** Offered on /demo; the others fill a caseload. */
	isPersona: boolean;
	gemeente: GemeenteKey;
	/** Who guides the person now, since when, and who did before. */
	consulent: StaffKey;
	sinds: Dag;
	eerder?: { consulent: StaffKey; vanaf: Dag; tot: Dag };
	person: {
		name: string;
		locale: words.LocaleId;
		born: Dag;
		phone?: string;
		hasLargeText?: boolean;
		createdOn: Dag;
	};
	groep: words.Groep;
	verblijfsvergunning: words.Verblijfsvergunning;
	bekendmakingVerblijfsrecht: Dag;
	tolktaal?: string;
	tolkDialect?: string;
	/** When the phone was last used; absent: never signed in. */
	lastSeen?: Dag;
	/** When the consultant last opened the dossier; null: never. Absent: some day of the last weeks. */
	lastOpened?: Dag | null;
	events: Event[];
	pips: Pip[];
	states?: Record<string, words.AgreementState>;
	courses?: Course[];
	exams?: Exam[];
	appointments?: Appointment[];
	questions?: Question[];
	disputes?: Dispute[];
}

export type TellLife = (days: Calendar) => Life;

export interface Event {
	kind: keyof typeof trajectSlots;
	day: Dag;
	slots: TrajectSlots;
	by?: words.Decider;
	/** Which event of the same life this row takes the place of. */
	replaces?: Event;
	recordedBy?: StaffKey;
}

type PipColumns = typeof schema.pips.$inferInsert;
type PipFields = Omit<PipColumns, 'inburgeraarId' | 'versie' | 'dagtekening' | 'bekendmaking' | 'redenWijziging' | 'createdBy' | 'createdAt' | 'publishedBy' | 'publishedAt' | 'version' | 'contactpersoonId'>; // prettier-ignore
export interface Pip extends PipFields {
	/** Absent: a draft. */
	dagtekening?: Dag;
	reden?: words.RedenWijziging;
	by?: StaffKey;
	afspraken: Agreement[];
	/** Absent: not seen yet. */
	seen?: { day: Dag; understood?: 'ja' | 'vraag' };
}

/** What stays the same from version to version. */
export type PipBasis = Omit<Pip, 'afspraken'>;

type AgreementColumns = Omit<
	typeof schema.pipAfspraken.$inferInsert,
	'inburgeraarId' | 'versie' | 'position'
>;
export type Agreement = AgreementColumns;

export interface Course {
	id: string;
	kind: words.EnrolmentKind;
	partner?: PartnerKey;
	title: string;
	place?: string;
	week: { weekday: number; from: string; until: string }[];
	/** Absent: the day of the first hours below. */
	vanaf?: Dag;
	tot?: Dag;
	hours?: Hours[];
	recordedBy?: StaffKey;
	confirmedBy?: StaffKey;
}

/** Hours of one sort: lessons of the same length, counted back from yesterday (or `until`). */
export interface Hours {
	category: words.HourCategory;
	/** Minutes that were confirmed, corrections included. */
	total: number;
	perDay: number;
	until?: Dag;
	/** Every n-th lesson was missed. */
	missed?: number;
	/** How many of the newest lessons nobody confirmed yet, on top of the total; absent: those of the last two weeks. */
	waiting?: number;
	/** A confirmed row that was wrong: the n-th from the end (0 the newest), and the difference. */
	corrections?: { nth: number; minutes: number; reason: words.CorrectionReason }[];
}

export interface Exam {
	onderdeel: words.Examenonderdeel;
	niveau?: words.Taalniveau;
	day: Dag;
	result: words.ExamResult;
	/** The result came later, as a new row in the place of 'uitslag_volgt'. */
	resultOn?: Dag;
}

export interface Appointment {
	id: string;
	kind: words.AppointmentKind;
	day: Dag;
	time: string;
	minutes: number;
	where: PlaceKey | 'telefoon' | 'video' | 'thuis';
	with?: StaffKey;
	withName?: string;
	bring?: words.BringItem[];
	interpreter?: words.InterpreterMode;
	isInterpreterArranged?: boolean;
	toelichting?: string;
	status?: words.AppointmentStatus;
	cancelReason?: (typeof words.storedCancelReasons)[number];
	answer?: words.AppointmentAnswer;
	cannotReason?: words.CannotReason;
	proposal?: { day: Dag; part: 'ochtend' | 'middag' | 'avond' };
	movedFrom?: { day: Dag; time: string };
	/** The same word for everybody invited. */
	group?: string;
	/** The same word for all weeks of a series. */
	series?: string;
	madeOn?: Dag;
}

export interface Question {
	id: string;
	topic: words.QuestionTopic;
	/** An appointment, a course's newest hours or a PIP version of the same life. */
	about?: { appointment: string } | { pip: number };
	messages: Message[];
	isClosed?: boolean;
}
export interface Message {
	from: 'self' | StaffKey;
	day: Dag;
	time: string;
	answer?: words.AnswerKind;
	text?: string;
	isRead?: boolean;
}

export interface Dispute {
	course: string;
	category: words.HourCategory;
	/** Which row: the n-th from the end, 0 the newest. */
	nth: number;
	kind: words.DisputeKind;
	text?: string;
	day: Dag;
	answer?: { day: Dag; outcome: 'aangepast' | 'blijft'; text: string; by: StaffKey };
}
