import { sql, type SQL } from 'drizzle-orm';
import * as words from '#lib/domain/vocabulary.ts';
import { kit } from './columns.ts';

const {
	table,
	text,
	int,
	bool,
	instant,
	day,
	json,
	bytes,
	index,
	uniqueIndex,
	check,
	primaryKey,
	foreignKey
} = kit;

/** Public ids: 22 characters, 128 random bits (AC-07). */
const id = () => text();
const oneOf = <T extends readonly string[]>(_values: T) => text().$type<T[number]>();
const list = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '));
const among = (name: string, column: SQL | { name: string }, values: readonly string[]) =>
	check(name, sql`${column} in (${list(values)})`);

export const gemeenten = table(
	'gemeenten',
	{
		id: id().primaryKey(),
		name: text().notNull(),
		slug: text().notNull(),
		phone: text().notNull(),
		openingHours: text().notNull(),
		postalAddress: text().notNull(),
		/** Settings of wet/rules.md chapter 8; an absent setting means: only the law. */
		lokaalBeleid: json().$type<Record<string, number | boolean | string>>().notNull(),
		answerDays: int().notNull().default(3),
		/** Years that a dossier is kept after the duty ended (PRIV-06). */
		bewaarJaren: int().notNull().default(5),
		theme: json().$type<Record<string, string>>().notNull(),
		/** The theme that it replaced: the way back. */
		themeFormer: json().$type<Record<string, string>>(),
		/** A theme that somebody tries out: shown to that person only. */
		themeDraft: json().$type<{ id: string; by: string; tokens: Record<string, string> }>(),
		version: int().notNull().default(1)
	},
	(t) => [
		uniqueIndex('gemeenten_slug').on(t.slug),
		check('gemeenten_answer_days', sql`${t.answerDays} between 1 and 30`)
	]
);

export const partners = table(
	'partners',
	{
		id: id().primaryKey(),
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'restrict' }),
		name: text().notNull(),
		kind: oneOf(['taalschool', 'welzijn', 'werkgever', 'gids'] as const).notNull(),
		phone: text()
	},
	(t) => [
		index('partners_gemeente').on(t.gemeenteId),
		among('partners_kind', t.kind, ['taalschool', 'welzijn', 'werkgever', 'gids'])
	]
);

/** Everybody who can sign in. */
export const people = table(
	'people',
	{
		id: id().primaryKey(),
		/** Absent only for a beheerder, who belongs to no municipality. */
		gemeenteId: id().references(() => gemeenten.id, { onDelete: 'restrict' }),
		partnerId: id().references(() => partners.id, { onDelete: 'restrict' }),
		role: oneOf(words.roles).notNull(),
		name: text().notNull(),
		/** Lower case, without diacritics: what search compares with. */
		nameFolded: text().notNull(),
		/** Staff: e-mail address, normalised (AUTH-13). Participants have none. */
		loginName: text(),
		/** PHC strings of argon2id. */
		passwordHash: text(),
		pinHash: text(),
		jobTitle: text(),
		phone: text(),
		email: text(),
		locale: oneOf(words.locales).notNull().default('nl'),
		hasDutchBeside: bool().notNull().default(true),
		hasLargeText: bool().notNull().default(false),
		hasHighContrast: bool().notNull().default(false),
		/** Listen buttons; off means that no sound is offered. */
		hasSound: bool().notNull().default(true),
		/** Solar Hijri days as an extra line; absent: as the language has it. */
		hasHijriDays: bool(),
		isActive: bool().notNull().default(true),
		/** A password that somebody else made: to be replaced before anything else. */
		mustChangePassword: bool().notNull().default(false),
		isDemo: bool().notNull().default(false),
		demoKey: text(),
		createdAt: instant().notNull(),
		version: int().notNull().default(1)
	},
	(t) => [
		uniqueIndex('people_login_name').on(t.loginName),
		uniqueIndex('people_demo_key').on(t.demoKey),
		index('people_by_name').on(t.gemeenteId, t.role, t.nameFolded, t.id),
		among('people_role', t.role, words.roles),
		among('people_locale', t.locale, words.locales),
		check('people_gemeente', sql`${t.role} = 'beheerder' or ${t.gemeenteId} is not null`),
		check('people_partner', sql`(${t.role} = 'partner') = (${t.partnerId} is not null)`)
	]
);

/** What the traject of one participant starts from; what happens later are rows of traject_events. */
export const inburgeraren = table(
	'inburgeraren',
	{
		inburgeraarId: id()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		geboortedatum: day().notNull(),
		groep: oneOf(words.groepen).notNull(),
		verblijfsvergunning: oneOf(words.verblijfsvergunningen).notNull(),
		nationaliteit: oneOf(words.nationaliteiten).notNull().default('overig'),
		bekendmakingVerblijfsrecht: day(),
		/** Absent: no interpreter needed. */
		tolktaal: text(),
		tolkDialect: text(),
		/** The published PIP version in force; 0: no PIP yet. */
		pipVersie: int().notNull().default(0),
		/** Since when nothing of this dossier may be removed, for a court or a complaint; absent: the terms hold. */
		heldSince: instant(),
		version: int().notNull().default(1)
	},
	(t) => [
		among('inburgeraren_groep', t.groep, words.groepen),
		among('inburgeraren_verblijfsvergunning', t.verblijfsvergunning, words.verblijfsvergunningen),
		among('inburgeraren_nationaliteit', t.nationaliteit, words.nationaliteiten)
	]
);

const inburgeraarId = () =>
	id()
		.notNull()
		.references(() => inburgeraren.inburgeraarId, { onDelete: 'cascade' });
const person = () =>
	id()
		.notNull()
		.references(() => people.id, { onDelete: 'restrict' });
const optionalPerson = () => id().references(() => people.id, { onDelete: 'restrict' });

/** Who guides whom, from when until when (until absent: now). */
export const caseload = table(
	'caseload',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		consulentId: person(),
		vanaf: day().notNull(),
		tot: day(),
		/** When the consultant last opened the dossier: nobody sinks on the Monday list. */
		lastOpenedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		index('caseload_consulent').on(t.consulentId, t.tot),
		uniqueIndex('caseload_one_at_a_time')
			.on(t.inburgeraarId)
			.where(sql`tot is null`),
		check('caseload_order', sql`${t.tot} is null or ${t.tot} >= ${t.vanaf}`)
	]
);

export const trajectEvents = table(
	'traject_events',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		kind: oneOf(words.trajectEventKinds).notNull(),
		/** The legal day: of the decision, the letter, the talk. */
		day: day().notNull(),
		decidedBy: oneOf(words.deciders).notNull(),
		grondslag: text(),
		slots: json().$type<Record<string, string | number | boolean | string[]>>().notNull(),
		/** A correction is a new row: this one takes the place of the row named here. */
		replacesId: id(),
		isWithdrawal: bool().notNull().default(false),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('traject_events_kind', t.kind, words.trajectEventKinds),
		among('traject_events_decided_by', t.decidedBy, words.deciders)
	]
);

/** A version of a PIP: a draft while published_at is empty, immutable afterwards (trigger). */
export const pips = table(
	'pips',
	{
		inburgeraarId: inburgeraarId(),
		versie: int().notNull(),
		dagtekening: day(),
		bekendmaking: day(),
		leerroute: oneOf(words.leerroutes),
		niveauLezen: oneOf(words.taalniveaus),
		niveauLuisteren: oneOf(words.taalniveaus),
		niveauSchrijven: oneOf(words.taalniveaus),
		niveauSpreken: oneOf(words.taalniveaus),
		intensiteitMinutenPerWeek: int(),
		intensiteitMinutenTotaal: int(),
		isAlfabetiseringInPip: bool(),
		alfabetiseringMinuten: int(),
		cursusinstelling: text(),
		startCursus: day(),
		eindeCursus: day(),
		hasKeurmerk: bool(),
		hasKnmCursus: bool(),
		isKnmExamenGewenst: bool(),
		zCursusMinutenNorm: int(),
		zParticipatieMinutenNorm: int(),
		einddoel: oneOf(words.einddoelen),
		pvtMinutenGepland: int(),
		moduleMapMinutenGepland: int(),
		moduleMapPraktijkplaats: text(),
		isNonFormeelVerplicht: bool(),
		isOntzorgenVanToepassing: bool(),
		ontzorgenVanaf: day(),
		ontzorgenLaatsteDag: day(),
		ontzorgenVerlengdTotEnMet: day(),
		vasteLasten: json().$type<words.VasteLast[]>(),
		voortgangsgesprekkenInPip: int(),
		maatschappelijkeBegeleidingDoor: text(),
		contactpersoonId: optionalPerson(),
		redenWijziging: oneOf(words.redenenWijziging),
		/** Dutch, as the consultant wrote it; shown as such in every language. */
		toelichting: text(),
		/** Why, in phrases that the reader gets in the own language. */
		zinnen: json().$type<words.ZinGebruik[]>(),
		createdBy: person(),
		createdAt: instant().notNull(),
		publishedBy: optionalPerson(),
		publishedAt: instant(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.versie] }),
		among('pips_leerroute', t.leerroute, words.leerroutes),
		among('pips_niveau_lezen', t.niveauLezen, words.taalniveaus),
		among('pips_niveau_luisteren', t.niveauLuisteren, words.taalniveaus),
		among('pips_niveau_schrijven', t.niveauSchrijven, words.taalniveaus),
		among('pips_niveau_spreken', t.niveauSpreken, words.taalniveaus),
		among('pips_einddoel', t.einddoel, words.einddoelen),
		among('pips_reden', t.redenWijziging, words.redenenWijziging),
		check('pips_versie', sql`${t.versie} >= 1`),
		check(
			'pips_published',
			sql`${t.publishedAt} is null or (${t.publishedBy} is not null and ${t.dagtekening} is not null and ${t.leerroute} is not null and ${t.redenWijziging} is not null)`
		)
	]
);

/** What was agreed in one version of a PIP, under the four themes. */
export const pipAfspraken = table(
	'pip_afspraken',
	{
		inburgeraarId: id().notNull(),
		versie: int().notNull(),
		/** The same agreement keeps its id from version to version. */
		id: id().notNull(),
		thema: oneOf(words.pipThemas).notNull(),
		soort: oneOf(words.afspraakSoorten).notNull(),
		uitvoerder: oneOf(words.uitvoerders).notNull(),
		minutenPerWeek: int(),
		minutenTotaal: int(),
		aantal: int(),
		metWie: text(),
		plaats: text(),
		vanaf: day(),
		tot: day(),
		/** Dutch free text. */
		toelichting: text(),
		zinnen: json().$type<words.ZinGebruik[]>(),
		/** In a draft: days after the dagtekening, while that is not known. Publishing makes days of them. */
		vanafDagen: int(),
		totDagen: int(),
		position: int().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.versie, t.id] }),
		foreignKey({
			columns: [t.inburgeraarId, t.versie],
			foreignColumns: [pips.inburgeraarId, pips.versie]
		}).onDelete('cascade'),
		among('pip_afspraken_thema', t.thema, words.pipThemas),
		among('pip_afspraken_soort', t.soort, words.afspraakSoorten),
		among('pip_afspraken_uitvoerder', t.uitvoerder, words.uitvoerders),
		check('pip_afspraken_order', sql`${t.tot} is null or ${t.vanaf} is null or ${t.tot} >= ${t.vanaf}`)
	]
);

/** How an agreement stands; the newest row counts. */
export const pipAfspraakStates = table(
	'pip_afspraak_states',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		afspraakId: id().notNull(),
		state: oneOf(words.agreementStates).notNull(),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('pip_afspraak_states_state', t.state, words.agreementStates)
	]
);

/** 'I have seen this', and whether it was understood. */
export const pipReads = table(
	'pip_reads',
	{
		inburgeraarId: id().notNull(),
		versie: int().notNull(),
		seenAt: instant().notNull(),
		understood: oneOf(['ja', 'vraag'] as const),
		understoodAt: instant(),
		/** In which language it was read; absent before this was kept. */
		locale: oneOf(words.locales)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.versie] }),
		foreignKey({
			columns: [t.inburgeraarId, t.versie],
			foreignColumns: [pips.inburgeraarId, pips.versie]
		}).onDelete('cascade'),
		among('pip_reads_understood', t.understood, ['ja', 'vraag'])
	]
);

/** What was shown as an outcome of law on a published PIP, so that it can be reproduced. */
export const wetReceipts = table(
	'wet_receipts',
	{
		inburgeraarId: id().notNull(),
		versie: int().notNull(),
		peildatum: day().notNull(),
		facts: json().notNull(),
		outcome: json().notNull(),
		ruleVersion: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.versie] }),
		foreignKey({
			columns: [t.inburgeraarId, t.versie],
			foreignColumns: [pips.inburgeraarId, pips.versie]
		}).onDelete('cascade')
	]
);

/** Courses and activities that somebody follows, with a partner or without. */
export const enrolments = table(
	'enrolments',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		kind: oneOf(words.enrolmentKinds).notNull(),
		partnerId: id().references(() => partners.id, { onDelete: 'restrict' }),
		/** The workshop or activity of the municipality that it belongs to, if any. */
		activityId: id(),
		title: text().notNull(),
		place: text(),
		vanaf: day().notNull(),
		tot: day(),
		minutesPerWeek: int(),
		/** Days of the week (1 Monday … 7 Sunday) with local times. */
		weekdays: json().$type<{ weekday: number; from: string; until: string }[]>().notNull(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		index('enrolments_partner').on(t.partnerId, t.tot),
		among('enrolments_kind', t.kind, words.enrolmentKinds),
		check('enrolments_order', sql`${t.tot} is null or ${t.tot} >= ${t.vanaf}`)
	]
);

/** The hours ledger. Append-only (trigger): a correction is a row with the difference, so that totals are sums of rows. */
export const hourEntries = table(
	'hour_entries',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		category: oneOf(words.hourCategories).notNull(),
		day: day().notNull(),
		minutes: int().notNull(),
		enrolmentId: id(),
		correctsId: id(),
		correctionReason: oneOf(words.correctionReasons),
		/** A reason younger than the CHECK on `correction_reason` (decision 0039): what stands there is another one then. */
		newerReason: oneOf(words.newerCorrectionReasons),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('hour_entries_once_per_lesson')
			.on(t.inburgeraarId, t.enrolmentId, t.day, t.category)
			.where(sql`enrolment_id is not null and corrects_id is null`),
		among('hour_entries_category', t.category, words.hourCategories),
		among('hour_entries_correction_reason', t.correctionReason, words.correctionReasons),
		check(
			'hour_entries_minutes',
			sql`case when ${t.correctsId} is null then ${t.minutes} between 1 and 1440 else ${t.minutes} between -1440 and 1440 and ${t.correctionReason} is not null end`
		)
	]
);

/** Nobody confirms the hours they recorded (AC-14). */
export const hourConfirmations = table(
	'hour_confirmations',
	{
		inburgeraarId: inburgeraarId(),
		hourEntryId: id().notNull(),
		confirmedBy: person(),
		confirmedAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.inburgeraarId, t.hourEntryId] })]
);

/** 'This is wrong', said by the participant, and the answer. */
export const hourDisputes = table(
	'hour_disputes',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		hourEntryId: id().notNull(),
		kind: oneOf(words.disputeKinds).notNull(),
		text: text(),
		openedAt: instant().notNull(),
		outcome: oneOf(['aangepast', 'blijft'] as const),
		answer: text(),
		answeredBy: optionalPerson(),
		answeredAt: instant(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('hour_disputes_one_open')
			.on(t.inburgeraarId, t.hourEntryId)
			.where(sql`answered_at is null`),
		among('hour_disputes_kind', t.kind, words.disputeKinds),
		among('hour_disputes_outcome', t.outcome, ['aangepast', 'blijft'])
	]
);

export const examAttempts = table(
	'exam_attempts',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		onderdeel: oneOf(words.examenonderdelen).notNull(),
		/** Absent for KNM. */
		niveau: oneOf(words.taalniveaus),
		day: day().notNull(),
		result: oneOf(words.examResults).notNull(),
		/** A correction is a new row that takes the place of this one. */
		replacesId: id(),
		isWithdrawal: bool().notNull().default(false),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('exam_attempts_onderdeel', t.onderdeel, words.examenonderdelen),
		among('exam_attempts_niveau', t.niveau, words.taalniveaus),
		among('exam_attempts_result', t.result, words.examResults)
	]
);

export const appointments = table(
	'appointments',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		kind: oneOf(words.appointmentKinds).notNull(),
		startsAt: instant().notNull(),
		minutes: int().notNull(),
		locationKind: oneOf(words.locationKinds).notNull(),
		place: text(),
		address: text(),
		withPersonId: optionalPerson(),
		withName: text(),
		bring: json().$type<words.BringItem[]>().notNull(),
		interpreterMode: oneOf(words.interpreterModes).notNull().default('geen'),
		interpreterLanguage: text(),
		interpreterDialect: text(),
		isInterpreterArranged: bool().notNull().default(false),
		/** Dutch free text. */
		toelichting: text(),
		/** Sentences of the phrase-book, readable in every language. */
		zinnen: json().$type<words.ZinGebruik[]>(),
		status: oneOf(words.appointmentStatuses).notNull().default('gepland'),
		cancelReason: oneOf(words.storedCancelReasons),
		/** A reason younger than the CHECK on `cancel_reason`, which says `anders` then (decision 0039). */
		newerCancelReason: oneOf(words.newerCancelReasons),
		answer: oneOf(words.appointmentAnswers).notNull().default('geen'),
		cannotReason: oneOf(words.cannotReasons),
		/** What the participant proposes instead: a day and a part of it, or words. */
		proposal: json().$type<{ day: string; part: 'ochtend' | 'middag' | 'avond' }>(),
		answeredAt: instant(),
		/** Why somebody did not come, and whether the consultant finds it excusable; absent: not said. */
		absenceReason: oneOf(words.absenceReasons),
		isNietVerwijtbaar: bool(),
		/** The same for everybody invited to a group appointment (appointment_groups). */
		groupId: id(),
		/** The same for all weeks of a series. */
		seriesId: id(),
		createdBy: person(),
		createdAt: instant().notNull(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		index('appointments_of_staff').on(t.withPersonId, t.startsAt),
		index('appointments_of_group').on(t.groupId),
		among('appointments_kind', t.kind, words.appointmentKinds),
		among('appointments_location_kind', t.locationKind, words.locationKinds),
		among('appointments_interpreter_mode', t.interpreterMode, words.interpreterModes),
		among('appointments_status', t.status, words.appointmentStatuses),
		among('appointments_cancel_reason', t.cancelReason, words.storedCancelReasons),
		among('appointments_answer', t.answer, words.appointmentAnswers),
		among('appointments_cannot_reason', t.cannotReason, words.cannotReasons),
		check('appointments_minutes', sql`${t.minutes} between 5 and 1440`),
		check('appointments_cancelled', sql`(${t.status} = 'afgezegd') = (${t.cancelReason} is not null)`)
	]
);

/** Every change of an appointment, so that 'moved from … to …' can be shown. */
export const appointmentChanges = table(
	'appointment_changes',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		appointmentId: id().notNull(),
		change: oneOf(words.appointmentChanges).notNull(),
		startsAtBefore: instant(),
		startsAtAfter: instant(),
		/** Why it was moved or called off, in phrases that the reader gets in the own language. */
		zinnen: json().$type<words.ZinGebruik[]>(),
		/** What an outcome said, so that a later one loses nothing. */
		absenceReason: oneOf(words.absenceReasons),
		isNietVerwijtbaar: bool(),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('appointment_changes_change', t.change, words.appointmentChanges)
	]
);

export const questions = table(
	'questions',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		topic: oneOf(words.questionTopics).notNull(),
		/** What the question is about: an appointment, an hour entry, a PIP version. */
		aboutId: text(),
		askedAt: instant().notNull(),
		answeredAt: instant(),
		closedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('questions_topic', t.topic, words.questionTopics)
	]
);

export const questionMessages = table(
	'question_messages',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		questionId: id().notNull(),
		authorId: person(),
		sentAt: instant().notNull(),
		/** A standard answer, readable in every language; text is an addition. */
		answerKind: oneOf(words.answerKinds),
		text: text(),
		zinnen: json().$type<words.ZinGebruik[]>(),
		readAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('question_messages_answer_kind', t.answerKind, words.answerKinds),
		check('question_messages_content', sql`${t.answerKind} is not null or ${t.text} is not null`)
	]
);

/** Sentences with slots; without a gemeente they are the common stock. */
export const phrases = table(
	'phrases',
	{
		id: id().primaryKey(),
		gemeenteId: id().references(() => gemeenten.id, { onDelete: 'cascade' }),
		kind: oneOf(words.phraseKinds).notNull(),
		key: text().notNull(),
		slots: json().$type<{ name: string; kind: words.SlotKind }[]>().notNull(),
		isActive: bool().notNull().default(true),
		/** New Dutch is a new phrase, so that what was sent stays what it was: this one takes the place of that. */
		replacesId: id(),
		version: int().notNull().default(1)
	},
	(t) => [
		uniqueIndex('phrases_key').on(t.gemeenteId, t.key),
		among('phrases_kind', t.kind, words.phraseKinds)
	]
);

export const phraseTexts = table(
	'phrase_texts',
	{
		phraseId: id()
			.notNull()
			.references(() => phrases.id, { onDelete: 'cascade' }),
		locale: oneOf(words.locales).notNull(),
		text: text().notNull(),
		state: oneOf(words.translationStates).notNull(),
		sourceHash: text().notNull(),
		reviewer: text(),
		changedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.phraseId, t.locale] }),
		among('phrase_texts_locale', t.locale, words.locales),
		among('phrase_texts_state', t.state, words.translationStates)
	]
);

/**
 * The catalogue of courses that family migrants can choose from. `source` and `checkedOn` hold for every fact whose
 * group (price, schedule, keurmerk, pass rate, satisfaction) has no source or day of its own.
 */
export const courses = table(
	'courses',
	{
		id: id().primaryKey(),
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'cascade' }),
		/** The municipality's own name of the offer: an import finds it again by this. */
		ref: text(),
		provider: text().notNull(),
		name: text().notNull(),
		route: oneOf(words.leerroutes).notNull(),
		levelFrom: text().notNull(),
		levelTo: text().notNull(),
		/** What the course works toward. */
		goal: text().$type<words.CursusDoel>(),
		nt2Minutes: int(),
		knmMinutes: int(),
		/** Of all these minutes, online and in a classroom. */
		onlineMinutes: int(),
		physicalMinutes: int(),
		/** How many weeks it lasts. */
		weeks: int(),
		priceTotalCents: int(),
		pricePerHourCents: int(),
		/** Books and accounts that are not in the price. */
		materialCents: int(),
		priceSource: text(),
		priceCheckedOn: day(),
		includes: json().$type<words.CursusInbegrepen[]>().notNull(),
		startsOn: json().$type<string[]>().notNull(),
		/** Somebody can begin every week. */
		hasContinuousStart: bool().notNull().default(false),
		schedule: json().$type<{ weekday: number; from: string; until: string }[]>().notNull(),
		scheduleSource: text(),
		scheduleCheckedOn: day(),
		place: text(),
		address: text(),
		postcode: text(),
		/** From the centre of the municipality by public transport. */
		travelMinutes: int(),
		hasChildcare: bool(),
		groupSize: int(),
		languages: json().$type<string[]>().notNull(),
		passRatePercent: int(),
		passRateSource: text(),
		passRateCheckedOn: day(),
		/** How satisfied students are, from 10 to 100: 78 is 7.8. */
		satisfactionTenths: int(),
		satisfactionSource: text(),
		satisfactionCheckedOn: day(),
		hasKeurmerk: bool(),
		keurmerkValidUntil: day(),
		keurmerkSource: text(),
		keurmerkCheckedOn: day(),
		source: text().notNull(),
		checkedOn: day().notNull(),
		phone: text(),
		email: text(),
		website: text(),
		isActive: bool().notNull().default(true),
		version: int().notNull().default(1)
	},
	(t) => [
		index('courses_gemeente').on(t.gemeenteId, t.route),
		uniqueIndex('courses_ref').on(t.gemeenteId, t.ref),
		among('courses_route', t.route, words.leerroutes),
		check('courses_price', sql`${t.priceTotalCents} is null or ${t.priceTotalCents} >= 0`)
	]
);

/** Courses that somebody keeps to look at again. */
export const courseShortlist = table(
	'course_shortlist',
	{
		inburgeraarId: inburgeraarId(),
		courseId: id()
			.notNull()
			.references(() => courses.id, { onDelete: 'cascade' }),
		addedAt: instant().notNull(),
		position: int().notNull()
	},
	(t) => [primaryKey({ columns: [t.inburgeraarId, t.courseId] })]
);

/** From when until when (absent: now) the consultant may see the shortlist. */
export const courseSharings = table(
	'course_sharings',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		/** What the person answered about days, travel and childcare, as it was when it was shared. */
		answers: json().$type<Record<string, unknown>>().notNull(),
		sharedAt: instant().notNull(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('course_sharings_one_open')
			.on(t.inburgeraarId)
			.where(sql`ended_at is null`),
		check('course_sharings_order', sql`${t.endedAt} is null or ${t.endedAt} >= ${t.sharedAt}`)
	]
);

/** Advice about courses: prepared while signed_at is empty, immutable afterwards (trigger). */
export const courseAdvices = table(
	'course_advices',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		/** The courses it is about, as they were called and priced then; the one advised first. */
		courses: json()
			.$type<{ id: string; provider: string; name: string; priceTotalCents: number | null }[]>()
			.notNull(),
		zinnen: json().$type<words.ZinGebruik[]>().notNull(),
		/** Dutch, in the consultant's own words. */
		text: text(),
		/** Newer advice takes the place of the one named here; that one stays. */
		replacesId: id(),
		createdBy: person(),
		createdAt: instant().notNull(),
		signedBy: optionalPerson(),
		signedAt: instant(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('course_advices_one_draft')
			.on(t.inburgeraarId)
			.where(sql`signed_at is null`),
		check('course_advices_signed', sql`(${t.signedAt} is null) = (${t.signedBy} is null)`)
	]
);

/** The course that somebody chose, and what became of it. */
export const courseChoices = table(
	'course_choices',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		courseId: id()
			.notNull()
			.references(() => courses.id, { onDelete: 'cascade' }),
		/** The advice that lay there at the time, if any. */
		adviceId: id(),
		chosenAt: instant().notNull(),
		withdrawnAt: instant(),
		/** The agreement in a draft PIP that a consultant made of it. */
		afspraakId: id(),
		agreedBy: optionalPerson(),
		agreedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('course_choices_one_open')
			.on(t.inburgeraarId)
			.where(sql`withdrawn_at is null`),
		check('course_choices_agreed', sql`(${t.agreedAt} is null) = (${t.agreedBy} is null)`)
	]
);

/** A phone or computer that a participant signed in on: possession, never enough alone (AUTH-02). */
export const devices = table(
	'devices',
	{
		id: id().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		tokenHash: text().notNull(),
		kind: oneOf(['telefoon', 'tablet', 'computer'] as const).notNull(),
		createdAt: instant().notNull(),
		lastUsedAt: instant().notNull(),
		wrongTries: int().notNull().default(0),
		revokedAt: instant()
	},
	(t) => [
		index('devices_person').on(t.personId),
		uniqueIndex('devices_token').on(t.tokenHash),
		among('devices_kind', t.kind, ['telefoon', 'tablet', 'computer'])
	]
);

/** The address of somebody's calendar subscription; revoked by removing the row (AC-16). */
export const calendarFeeds = table(
	'calendar_feeds',
	{
		tokenHash: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: instant().notNull()
	},
	(t) => [uniqueIndex('calendar_feeds_person').on(t.personId)]
);

/** A key in a phone or computer, opened there by finger, face or code: possession and knowledge in one (AUTH-10). */
export const passkeys = table(
	'passkeys',
	{
		id: id().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** The participant's device that it was made on: goes when that device is forgotten. */
		deviceId: id().references(() => devices.id, { onDelete: 'cascade' }),
		/** base64url, as the browser names it. */
		credentialId: text().notNull(),
		/** COSE, base64url. */
		publicKey: text().notNull(),
		/** In decimal: 32 bits without a sign, more than an integer of PostgreSQL holds. */
		counter: text().notNull(),
		/** How the browser reaches it, so that the same one is not made twice. */
		transports: json().$type<string[]>().notNull(),
		/** Whether the maker of the phone keeps a copy, which may be on other devices too. */
		isBackedUp: bool().notNull(),
		kind: oneOf(['telefoon', 'tablet', 'computer'] as const).notNull(),
		createdAt: instant().notNull(),
		lastUsedAt: instant()
	},
	(t) => [
		index('passkeys_person').on(t.personId),
		index('passkeys_device').on(t.deviceId),
		uniqueIndex('passkeys_credential').on(t.credentialId),
		among('passkeys_kind', t.kind, ['telefoon', 'tablet', 'computer'])
	]
);

/** What a passkey must sign: five minutes, once, for one browser or one login session (AUTH-10). */
export const passkeyChallenges = table(
	'passkey_challenges',
	{
		/** SHA-256 of the token in the cookie, or the public id of the login session. */
		boundTo: text().notNull(),
		purpose: oneOf(['aanmelden', 'toevoegen', 'bevestigen'] as const).notNull(),
		challenge: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.boundTo, t.purpose] }),
		index('passkey_challenges_created').on(t.createdAt),
		among('passkey_challenges_purpose', t.purpose, ['aanmelden', 'toevoegen', 'bevestigen'])
	]
);

export const loginSessions = table(
	'login_sessions',
	{
		/** 16 characters, public; the secret is stored as SHA-256 only (SES-02). */
		publicId: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		secretHash: text().notNull(),
		deviceId: id().references(() => devices.id, { onDelete: 'cascade' }),
		deviceKind: text().notNull(),
		/** The passkey that it began with: it ends with that. */
		passkeyId: id().references(() => passkeys.id, { onDelete: 'cascade' }),
		createdAt: instant().notNull(),
		lastSeenAt: instant().notNull(),
		/** When the person last proved who it is, after the start: a code of the second step (AUTH-11). */
		provenAt: instant()
	},
	(t) => [index('login_sessions_person').on(t.personId)]
);

/**
 * Login sessions that ended by themselves, for a day: whoever sends a form with the token of one is known well enough to
 * keep what was typed for that person (SES-11), and for nothing else.
 */
export const endedSessions = table(
	'ended_sessions',
	{
		publicId: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		secretHash: text().notNull(),
		endedAt: instant().notNull()
	},
	(t) => [index('ended_sessions_person').on(t.personId), index('ended_sessions_ended').on(t.endedAt)]
);

/** What somebody typed in a form that came after the login session had ended, for a day (SES-11). */
export const typedDrafts = table(
	'typed_drafts',
	{
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** A keyed hash of the address of the form: sent again, it takes the place of the former. */
		id: id().notNull(),
		/** Encrypted: the address and the fields. */
		sealed: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.id] }), index('typed_drafts_created').on(t.createdAt)]
);

/** A consultant opened a dossier outside the own caseload, to read, for a while (AC-11). */
export const breakGlassOpenings = table(
	'break_glass_openings',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		/** The municipality where it happened. */
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'restrict' }),
		consulentId: person(),
		/** Dutch, for the coordinator. */
		reason: text().notNull(),
		openedAt: instant().notNull(),
		endsAt: instant().notNull(),
		/** Closed before its end, by hand. */
		closedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		index('break_glass_openings_consulent').on(t.consulentId, t.endsAt),
		index('break_glass_openings_gemeente').on(t.gemeenteId, t.openedAt),
		check('break_glass_openings_order', sql`${t.endsAt} > ${t.openedAt}`)
	]
);

/** 'This is wrong about me', said by the participant, and the answer (PRIV-05, GDPR art. 16). */
export const correctionRequests = table(
	'correction_requests',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		about: oneOf(words.correctionSubjects).notNull(),
		/** In the person's own words. */
		text: text().notNull(),
		/** What it must be, when the person says so. */
		rightValue: text(),
		askedAt: instant().notNull(),
		outcome: oneOf(words.correctionOutcomes),
		/** Sentences of the phrase-book, readable in every language. */
		zinnen: json().$type<words.ZinGebruik[]>(),
		/** Dutch free text. */
		answer: text(),
		answeredBy: optionalPerson(),
		answeredAt: instant(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('correction_requests_one_open')
			.on(t.inburgeraarId, t.about)
			.where(sql`answered_at is null`),
		among('correction_requests_about', t.about, words.correctionSubjects),
		among('correction_requests_outcome', t.outcome, words.correctionOutcomes),
		check('correction_requests_answered', sql`(${t.answeredAt} is null) = (${t.outcome} is null)`)
	]
);

/** The app of a member of staff that shows codes (AUTH-09). */
export const secondFactors = table(
	'second_factors',
	{
		personId: id()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Encrypted; base32 inside. */
		secret: text().notNull(),
		/** The last step of 30 seconds whose code was accepted: a code counts once. */
		lastStep: int().notNull(),
		createdAt: instant().notNull()
	},
	() => []
);

/** The account of an identity provider that somebody signs in with (AUTH-02): one for each person, one person for each. */
export const oidcLinks = table(
	'oidc_links',
	{
		personId: id()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Keyed hash of issuer and subject: finds the person, and says nothing without the key of the portal. */
		subjectHash: text().notNull(),
		createdAt: instant().notNull(),
		lastUsedAt: instant()
	},
	(row) => [uniqueIndex('oidc_links_subject').on(row.subjectHash)]
);

/** Ten codes on paper for who lost the app; a row goes when its code is used. */
export const recoveryCodes = table(
	'recovery_codes',
	{
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** The first half of the code, in clear: says which hash to compare with. */
		selector: text().notNull(),
		hash: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.selector] })]
);

/** Past the password, before the second step: opens that page and nothing else (SES-09). */
export const pendingSignIns = table(
	'pending_sign_ins',
	{
		tokenHash: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Encrypted; the secret for an app, offered to who has none yet. */
		offeredSecret: text(),
		createdAt: instant().notNull()
	},
	(t) => [index('pending_sign_ins_created').on(t.createdAt)]
);

export const activationLetters = table(
	'activation_letters',
	{
		/** The selector half of the code (AUTH-07). */
		selector: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		verifierHash: text().notNull(),
		createdBy: person(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		wrongTries: int().notNull().default(0),
		redeemedAt: instant(),
		voidedAt: instant()
	},
	(t) => [index('activation_letters_person').on(t.personId)]
);

/** Throttling state, per account and purpose (AUTH-05). */
export const signInTries = table(
	'sign_in_tries',
	{
		subject: text().primaryKey(),
		/** In a row: how long to wait. */
		wrongTries: int().notNull(),
		/** In the day that began with the first one, whatever came right in between: a day has an end. */
		judged: int().notNull().default(0),
		firstAt: instant().notNull(),
		waitUntil: instant()
	},
	() => []
);

/** Append-only (trigger), chained by hash (AUD-01, AUD-07). No foreign keys: it outlives what it tells about. */
export const auditEvents = table(
	'audit_events',
	{
		seq: int().primaryKey(),
		at: instant().notNull(),
		actorId: id(),
		actorRole: text(),
		sessionId: text(),
		action: text().notNull(),
		objectType: text(),
		objectId: text(),
		subjectId: id(),
		result: oneOf(words.auditResults).notNull(),
		address: text(),
		operationId: text().notNull(),
		previousHash: text().notNull(),
		hash: text().notNull()
	},
	(t) => [
		index('audit_events_subject').on(t.subjectId, t.seq),
		uniqueIndex('audit_events_operation').on(t.operationId),
		index('audit_events_at').on(t.at),
		among('audit_events_result', t.result, words.auditResults)
	]
);

/**
 * Where old events were cut off the audit log (PRIV-06, AUD-08): the chain starts again at the newest row. Append-only
 * (trigger), and only events up to such a row can be removed (trigger).
 */
export const auditCuts = table(
	'audit_cuts',
	{
		/** The last event that was looked at, and its hash: what the next event is chained to. */
		seq: int().primaryKey(),
		hash: text().notNull(),
		/** Events up to there that stay, and a hash over theirs. */
		kept: int().notNull(),
		keptHash: text().notNull(),
		/** Older events went. */
		olderThan: instant().notNull(),
		cutAt: instant().notNull()
	},
	() => []
);

/** Who was removed, so that a restored backup removes them again (T34): a keyed hash that names nobody. */
export const tombstones = table(
	'tombstones',
	{ personKey: text().primaryKey(), erasedOn: day().notNull() },
	() => []
);

/** Work that is done once, also by several processes on one database: who inserts the key does it (DUR-12). */
export const jobs = table('jobs', { key: text().primaryKey(), startedAt: instant().notNull() }, () => []);

/**
 * The processing log (Logboek dataverwerkingen): one line per operation and person, without who did it (AUD-03).
 * `operation_id` leads to the audit log, which knows that.
 */
export const verwerkingslog = table(
	'verwerkingslog',
	{
		/** A keyed hash of the person's id: finds the lines of one person, names nobody. */
		subjectKey: text().notNull(),
		at: instant().notNull(),
		operationId: text().notNull(),
		/** The person's id, encrypted. */
		subject: text().notNull(),
		verwerking: oneOf(words.verwerkingen).notNull(),
		isRead: bool().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.subjectKey, t.at, t.operationId] }),
		index('verwerkingslog_at').on(t.at),
		among('verwerkingslog_verwerking', t.verwerking, words.verwerkingen)
	]
);

/** A coordinator has looked at who did what in a week (AUD-06). */
export const accessReviews = table(
	'access_reviews',
	{
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'cascade' }),
		/** The Monday with which the week begins. */
		week: day().notNull(),
		signedBy: id()
			.notNull()
			.references(() => people.id, { onDelete: 'restrict' }),
		signedAt: instant().notNull(),
		/** What was found, in Dutch; no names of inburgeraars. */
		note: text()
	},
	(t) => [primaryKey({ columns: [t.gemeenteId, t.week] })]
);

/** What must leave the building (mail, push) after the transaction that decided it. */
export const outbox = table(
	'outbox',
	{
		id: id().primaryKey(),
		dedupeKey: text().notNull(),
		kind: text().notNull(),
		personId: id().references(() => people.id, { onDelete: 'cascade' }),
		payload: json().$type<Record<string, string>>().notNull(),
		createdAt: instant().notNull(),
		sentAt: instant(),
		attempts: int().notNull().default(0),
		/** Somebody is sending it until then, or it waits until then after a refusal. */
		notBefore: instant(),
		/** It will not be sent any more: no address, too old, or refused for days. */
		droppedAt: instant()
	},
	(t) => [uniqueIndex('outbox_dedupe').on(t.dedupeKey), index('outbox_waiting').on(t.sentAt, t.createdAt)]
);

/** The address that a participant confirmed: for notices, and to sign in on another device. One person per address. */
export const emailAddresses = table(
	'email_addresses',
	{
		personId: id()
			.primaryKey()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Lower case, as compared. */
		address: text().notNull(),
		confirmedAt: instant().notNull(),
		/** Wrong PINs in a row after a link: the fifth closes this way in (AUTH-02). */
		wrongTries: int().notNull().default(0)
	},
	(t) => [uniqueIndex('email_addresses_address').on(t.address)]
);

/** A link that was sent by mail (AUTH-08). Kept for a day after its end, to count how many were sent. */
export const mailLinks = table(
	'mail_links',
	{
		tokenHash: text().primaryKey(),
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		purpose: oneOf(words.mailLinkPurposes).notNull(),
		address: text().notNull(),
		createdAt: instant().notNull(),
		/** Used, or replaced by a newer one. */
		endedAt: instant()
	},
	(t) => [
		index('mail_links_person').on(t.personId, t.createdAt),
		index('mail_links_created').on(t.createdAt),
		among('mail_links_purpose', t.purpose, words.mailLinkPurposes)
	]
);

/** The first result of each sent form, so that sending it again changes nothing (IN-11). */
export const idempotencyKeys = table(
	'idempotency_keys',
	{
		actorId: id().notNull(),
		action: text().notNull(),
		key: text().notNull(),
		fingerprint: text().notNull(),
		result: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.actorId, t.action, t.key] }),
		index('idempotency_keys_age').on(t.createdAt)
	]
);

/** Recorded speech of a message or a phrase in one language; without a gemeente for everybody (FILE-05). */
export const clips = table(
	'clips',
	{
		id: id().primaryKey(),
		gemeenteId: id().references(() => gemeenten.id, { onDelete: 'cascade' }),
		locale: oneOf(words.locales).notNull(),
		/** The key of the message, or the id of a phrase. */
		key: text().notNull(),
		speaker: text().notNull(),
		recordedOn: day().notNull(),
		/** Hash of the text that is spoken: when the text changes, the clip is outdated. */
		textHash: text().notNull(),
		mediaType: text().notNull(),
		size: int().notNull(),
		milliseconds: int(),
		content: bytes().notNull(),
		uploadedBy: person(),
		uploadedAt: instant().notNull()
	},
	(t) => [
		uniqueIndex('clips_of_gemeente')
			.on(t.gemeenteId, t.locale, t.key)
			.where(sql`gemeente_id is not null`),
		uniqueIndex('clips_of_all')
			.on(t.locale, t.key)
			.where(sql`gemeente_id is null`),
		among('clips_locale', t.locale, words.locales),
		check('clips_size', sql`${t.size} between 1 and 524288`)
	]
);

/** A reason of the Monday list that was put aside, why, and until when. */
export const signalSnoozes = table(
	'signal_snoozes',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		signaal: oneOf(words.signalen).notNull(),
		/** The last day on which it stays away. */
		totEnMet: day().notNull(),
		reason: oneOf(words.snoozeReasons).notNull(),
		/** Dutch, for colleagues. */
		note: text(),
		snoozedBy: person(),
		snoozedAt: instant().notNull(),
		endedBy: optionalPerson(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('signal_snoozes_signaal', t.signaal, words.signalen),
		among('signal_snoozes_reason', t.reason, words.snoozeReasons)
	]
);

/** A set of filters of the Monday list that somebody kept under a name. */
export const savedFilters = table(
	'saved_filters',
	{
		personId: id()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		id: id().notNull(),
		name: text().notNull(),
		/** The query part of the address. */
		query: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.id] })]
);

/** Contact with the participant, by channel. Append-only (trigger): a correction is a new row. */
export const contactLog = table(
	'contact_log',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		channel: oneOf(words.contactChannels).notNull(),
		day: day().notNull(),
		/** False: tried, but not reached. */
		isReached: bool().notNull().default(true),
		/** Dutch, for colleagues; no health data. */
		note: text(),
		replacesId: id(),
		isWithdrawal: bool().notNull().default(false),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('contact_log_channel', t.channel, words.contactChannels)
	]
);

/** Steps of the hearing ladder, with the person's own words. Append-only (trigger). No fine is ever recorded. */
export const handhaving = table(
	'handhaving',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		stap: oneOf(words.handhavingStappen).notNull(),
		day: day().notNull(),
		/** What it is about, in Dutch. */
		aanleiding: text().notNull(),
		/** What the person said. */
		eigenWoorden: text(),
		/** What was agreed, in Dutch. */
		uitkomst: text(),
		grondslag: text(),
		replacesId: id(),
		isWithdrawal: bool().notNull().default(false),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		among('handhaving_stap', t.stap, words.handhavingStappen)
	]
);

/** Workshops and activities of a municipality: in a PIP, for a group appointment, for attendance. */
export const activities = table(
	'activities',
	{
		id: id().primaryKey(),
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'cascade' }),
		kind: oneOf(words.enrolmentKinds).notNull(),
		title: text().notNull(),
		partnerId: id().references(() => partners.id, { onDelete: 'restrict' }),
		place: text(),
		address: text(),
		/** Absent: no limit. */
		capacity: int(),
		minutesPerWeek: int(),
		weekdays: json().$type<{ weekday: number; from: string; until: string }[]>().notNull(),
		vanaf: day(),
		tot: day(),
		isActive: bool().notNull().default(true),
		version: int().notNull().default(1)
	},
	(t) => [
		index('activities_gemeente').on(t.gemeenteId, t.isActive),
		among('activities_kind', t.kind, words.enrolmentKinds),
		check('activities_capacity', sql`${t.capacity} is null or ${t.capacity} between 1 and 1000`)
	]
);

/** What the appointments of one group invitation share. */
export const appointmentGroups = table(
	'appointment_groups',
	{
		id: id().primaryKey(),
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'cascade' }),
		activityId: id().references(() => activities.id, { onDelete: 'restrict' }),
		title: text(),
		capacity: int(),
		createdBy: person(),
		createdAt: instant().notNull(),
		version: int().notNull().default(1)
	},
	(t) => [index('appointment_groups_gemeente').on(t.gemeenteId, t.createdAt)]
);

/** A PIP to start from: agreements with due dates counted from the dagtekening. */
export const pipTemplates = table(
	'pip_templates',
	{
		id: id().primaryKey(),
		gemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		leerroute: oneOf(words.leerroutes).notNull(),
		/** Absent: for both groups. */
		groep: oneOf(words.groepen),
		afspraken: json()
			.$type<
				{
					thema: words.PipThema;
					soort: words.AfspraakSoort;
					uitvoerder: words.Uitvoerder;
					minutenPerWeek?: number;
					minutenTotaal?: number;
					aantal?: number;
					metWie?: string;
					plaats?: string;
					/** Days after the dagtekening. */
					vanafDagen?: number;
					totDagen?: number;
					zinnen?: words.ZinGebruik[];
				}[]
			>()
			.notNull(),
		isActive: bool().notNull().default(true),
		createdBy: person(),
		createdAt: instant().notNull(),
		version: int().notNull().default(1)
	},
	(t) => [
		index('pip_templates_gemeente').on(t.gemeenteId, t.leerroute),
		among('pip_templates_leerroute', t.leerroute, words.leerroutes),
		among('pip_templates_groep', t.groep, words.groepen)
	]
);

/** What was typed over in DUO's portal: which item, with which value, on which day. Append-only (trigger). */
export const duoTicks = table(
	'duo_ticks',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		item: text().notNull(),
		value: text().notNull(),
		day: day().notNull(),
		isWithdrawal: bool().notNull().default(false),
		recordedBy: person(),
		recordedAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.inburgeraarId, t.id] })]
);

/** A move to another municipality: offered with a packet, accepted or refused by the receiver. */
export const transfers = table(
	'transfers',
	{
		inburgeraarId: inburgeraarId(),
		id: id().notNull(),
		vanGemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'restrict' }),
		naarGemeenteId: id()
			.notNull()
			.references(() => gemeenten.id, { onDelete: 'restrict' }),
		verhuisdag: day().notNull(),
		/** What goes along, as it was shown to sender, receiver and participant. */
		packet: json().notNull(),
		note: text(),
		state: oneOf(words.transferStates).notNull().default('gevraagd'),
		requestedBy: person(),
		requestedAt: instant().notNull(),
		decidedBy: optionalPerson(),
		decidedAt: instant(),
		refusal: text(),
		version: int().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.inburgeraarId, t.id] }),
		uniqueIndex('transfers_one_open')
			.on(t.inburgeraarId)
			.where(sql`state = 'gevraagd'`),
		index('transfers_receiver').on(t.naarGemeenteId, t.state),
		among('transfers_state', t.state, words.transferStates)
	]
);
