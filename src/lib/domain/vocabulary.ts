/** The closed lists of the product: CHECKs in the schema, unions in TypeScript, words in messages. */
import { moduleMapThemas, taalniveaus } from './wet/opsommingen.ts';

export {
	examenonderdelen,
	groepen,
	leerroutes,
	moduleMapThemas,
	nationaliteiten,
	taalniveaus,
	vasteLasten,
	verblijfsvergunningen
} from './wet/opsommingen.ts';
export type {
	Examenonderdeel,
	GroepNaam as Groep,
	LeerrouteNaam as Leerroute,
	ModuleMapThema,
	VasteLast,
	Verblijfsvergunning
} from './wet/opsommingen.ts';
export type Taalniveau = (typeof taalniveaus)[number];

export const roles = ['inburgeraar', 'consulent', 'coordinator', 'partner', 'beheerder'] as const;
export type Role = (typeof roles)[number];

export const locales = ['nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans'] as const; // prettier-ignore
export type LocaleId = (typeof locales)[number];
/** Languages that no phone reads aloud well: people record their texts (ui.md 5.2). */
export const recordedLocales = ['ti', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb'] as const satisfies readonly LocaleId[]; // prettier-ignore
export type RecordedLocale = (typeof recordedLocales)[number];
export const isRecorded = (locale: string): locale is RecordedLocale =>
	(recordedLocales as readonly string[]).includes(locale);

/** The four themes of a PIP (wet/rules.md chapter 4). */
export const pipThemas = ['inburgering', 'participatie', 'ontzorgen', 'begeleiding'] as const;
export type PipThema = (typeof pipThemas)[number];
export const redenenWijziging = ['eerste_pip', 'schakelen', 'afschalen', 'verhuizing', 'bezwaar', 'voortgang', 'werk', 'gezin', 'aanbod', 'correctie', 'overig'] as const; // prettier-ignore
export type RedenWijziging = (typeof redenenWijziging)[number];
export const einddoelen = ['werk', 'opleiding', 'participatie'] as const;
export type Einddoel = (typeof einddoelen)[number];

export const afspraakSoorten = ['taalles', 'knm_les', 'alfabetisering', 'taalschakeltraject', 'examen', 'pvt_bijeenkomst', 'pvt_excursie', 'module_map_bijeenkomst', 'praktijkplaats', 'vrijwilligerswerk', 'werk', 'taalmaatje', 'sport', 'workshop', 'vve', 'vaste_lasten', 'budgetcoaching', 'voortgangsgesprek', 'maatschappelijke_begeleiding', 'vrijwilliger', 'tolk', 'eigen_afspraak'] as const; // prettier-ignore
/** What a participant and the municipality agree in a PIP. */
export type AfspraakSoort = (typeof afspraakSoorten)[number];
export const uitvoerders = ['inburgeraar', 'gemeente', 'aanbieder', 'samen'] as const;
export type Uitvoerder = (typeof uitvoerders)[number];
export const agreementStates = ['open', 'bezig', 'klaar', 'gestopt'] as const;
export type AgreementState = (typeof agreementStates)[number];

export const hourCategories = ['nt2', 'alfabetisering', 'knm', 'pvt', 'module_map', 'module_map_praktijk', 'participatie'] as const; // prettier-ignore
export type HourCategory = (typeof hourCategories)[number];
export const correctionReasons = ['verkeerde_duur', 'verkeerde_dag', 'verkeerde_soort', 'niet_aanwezig', 'dubbel', 'na_melding'] as const; // prettier-ignore
/** What a whole group can have done at once, besides hours. */
export const groupDone = ['pvt_ondertekeningsbijeenkomst', 'pvt_activiteit', ...moduleMapThemas] as const;
export type GroupDone = (typeof groupDone)[number];
/** Not to choose: the confirmation of these minutes was taken back. Stored beside the reasons that the table checks. */
export const newerCorrectionReasons = ['bevestiging_terug'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
export type RecordedReason = CorrectionReason | (typeof newerCorrectionReasons)[number];
export const disputeKinds = ['te_weinig', 'te_veel', 'verkeerde_dag', 'ik_was_er', 'ik_was_er_niet', 'anders'] as const; // prettier-ignore
export type DisputeKind = (typeof disputeKinds)[number];
export const examResults = ['geslaagd', 'gezakt', 'uitslag_volgt'] as const;
export type ExamResult = (typeof examResults)[number];

export const appointmentKinds = ['gesprek', 'voortgangsgesprek', 'brede_intake', 'leerbaarheidstoets', 'pip_gesprek', 'les', 'examen', 'workshop', 'pvt_bijeenkomst', 'pvt_ondertekening', 'excursie', 'praktijk', 'eindgesprek_map', 'eindgesprek_z', 'huisbezoek', 'anders'] as const; // prettier-ignore
export type AppointmentKind = (typeof appointmentKinds)[number];
export const locationKinds = ['plaats', 'telefoon', 'video', 'thuis'] as const;
export type LocationKind = (typeof locationKinds)[number];
export const bringItems = ['identiteitsbewijs', 'brief', 'pen_en_papier', 'bril', 'telefoon', 'diploma', 'eten', 'werkkleding', 'tolk_mag_mee'] as const; // prettier-ignore
export type BringItem = (typeof bringItems)[number];
export const interpreterModes = ['geen', 'telefoon', 'aanwezig', 'video'] as const;
export type InterpreterMode = (typeof interpreterModes)[number];
export const appointmentStatuses = ['gepland', 'afgezegd', 'geweest', 'niet_gekomen'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];
export const appointmentAnswers = ['geen', 'bevestigd', 'kan_niet', 'voorstel'] as const;
export type AppointmentAnswer = (typeof appointmentAnswers)[number];
export const cannotReasons = ['ziek', 'werk', 'les', 'kind', 'vervoer', 'andere_afspraak', 'anders'] as const;
export type CannotReason = (typeof cannotReasons)[number];
export const storedCancelReasons = ['consulent_ziek', 'plaats_niet_beschikbaar', 'geen_tolk', 'op_verzoek', 'niet_meer_nodig', 'dubbel', 'anders'] as const; // prettier-ignore
/** Reasons that came after the CHECK of the table was made: stored beside it. */
export const newerCancelReasons = ['verplaatst'] as const;
export const cancelReasons = ['verplaatst', ...storedCancelReasons] as const;
export type CancelReason = (typeof cancelReasons)[number];
export const appointmentChanges = ['gemaakt', 'verplaatst', 'gewijzigd', 'afgezegd', 'bevestigd', 'kan_niet', 'voorstel', 'geweest', 'niet_gekomen'] as const; // prettier-ignore
export type AppointmentChange = (typeof appointmentChanges)[number];

export const questionTopics = ['afspraak', 'les', 'uren', 'pip', 'brief', 'geld', 'kinderen', 'examen', 'verlenging', 'bel_mij', 'anders'] as const; // prettier-ignore
export type QuestionTopic = (typeof questionTopics)[number];
/** Standard answers of the consultant: they exist in every language. */
export const answerKinds = ['ik_zoek_het_uit', 'ik_bel_u', 'kom_langs', 'het_klopt', 'aangepast', 'brief_meenemen', 'vraag_uw_school', 'vraag_duo'] as const; // prettier-ignore
export type AnswerKind = (typeof answerKinds)[number];

/** What happened in a traject: recorded facts, milestones and decisions, one row each. */
export const trajectEventKinds = ['duo_kennisgeving', 'duo_termijn', 'duo_voldaan', 'vrijstelling', 'ontheffing', 'verlenging', 'onderbreking', 'kwalificatieplicht', 'inschrijving_brp', 'inschrijving_brp_azc', 'inschrijving_brp_huisvesting', 'inschrijving_brp_verhuizing', 'koppeling', 'intake_oproep', 'intake_niet_verschenen', 'intake_gesprek', 'intake_afgerond', 'leerbaarheidstoets', 'wacht_op_informatie', 'informatie_ontvangen', 'pip_ondertekend', 'pip_na_verhuizing', 'aanbod_start', 'bijstand', 'bijstand_einde', 'schakelen', 'afschalen', 'voldoende_inspanning', 'alle_lessen_gevolgd', 'taalschakeltraject_voltooid', 'z_norm', 'pvt_activiteit', 'pvt_ondertekeningsbijeenkomst', 'pvt_ondertekend', 'module_map_thema', 'module_map_eindgesprek', 'z_eindgesprek', 'voortgangsgesprek', 'verhuizing', 'afsluiting'] as const; // prettier-ignore
export type TrajectEventKind = (typeof trajectEventKinds)[number];
export const deciders = ['college', 'duo', 'inburgeraar', 'aanbieder'] as const;
export type Decider = (typeof deciders)[number];

export const enrolmentKinds = ['taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject', 'pvt', 'module_map', 'praktijkplaats', 'vrijwilligerswerk', 'workshop', 'sport', 'taalmaatje'] as const; // prettier-ignore
export type EnrolmentKind = (typeof enrolmentKinds)[number];
export const phraseKinds = ['reden', 'afspraak', 'antwoord', 'afspraak_in_pip', 'bericht', 'advies'] as const; // prettier-ignore
/** What a course works toward. */
export const cursusDoelen = ['inburgeringsexamen', 'staatsexamen', 'opleiding', 'zelfredzaamheid', 'alfabetisering', 'knm', 'werk'] as const; // prettier-ignore
export type CursusDoel = (typeof cursusDoelen)[number];
/** What can be included in the price of a course. */
export const cursusInbegrepen = ['boeken', 'knm', 'oefenexamens', 'examens', 'kinderopvang', 'rekenen', 'studievaardigheden', 'intake', 'online_oefenen', 'taalmaatje'] as const; // prettier-ignore
export type CursusInbegrepen = (typeof cursusInbegrepen)[number];
/** Where a course begins and ends, ascending; `alfa`: learns to read and write. */
export const cursusNiveaus = ['alfa', 'a0', 'a1', 'a2', 'b1', 'b2'] as const;
export type CursusNiveau = (typeof cursusNiveaus)[number];
/** Facts of a course that are looked up together: each group has its own source and day. */
export const cursusFeiten = ['algemeen', 'prijs', 'rooster', 'keurmerk', 'slagen', 'tevredenheid'] as const;
export type CursusFeiten = (typeof cursusFeiten)[number];
export const translationStates = ['missing', 'machine', 'translated', 'reviewed', 'outdated'] as const;
export const slotKinds = ['day', 'time', 'place', 'person', 'thing', 'minutes'] as const;
export type SlotKind = (typeof slotKinds)[number];
/** One sentence of the phrase-book as it was used: which one, and what stood in its slots. */
export type ZinGebruik = { zin: string; slots: Record<string, string> };

/** What a participant can say is wrong in the own data. */
export const correctionSubjects = ['naam', 'geboortedatum', 'verblijfsvergunning', 'pip', 'uren', 'anders'] as const; // prettier-ignore
export type CorrectionSubject = (typeof correctionSubjects)[number];
export const correctionOutcomes = ['aangepast', 'blijft'] as const;
export type CorrectionOutcome = (typeof correctionOutcomes)[number];

/** Why somebody stands on the Monday list: each is a rule of docs/signalen.md. */
export const signalen = ['pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'cursusadvies_gevraagd', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken', 'correctie_gevraagd'] as const; // prettier-ignore
export type Signaal = (typeof signalen)[number];
export const snoozeReasons = ['wacht_op_inburgeraar', 'wacht_op_ander', 'al_besproken', 'vakantie_of_ziek', 'niet_van_toepassing', 'anders'] as const; // prettier-ignore
export type SnoozeReason = (typeof snoozeReasons)[number];
export const contactChannels = ['bezoek', 'telefoon', 'bericht', 'brief', 'huisbezoek', 'email'] as const;
export type ContactChannel = (typeof contactChannels)[number];
/** Why somebody did not come, as they say it; whether that is their fault is never computed. */
export const absenceReasons = ['ziek', 'werk', 'kind', 'vervoer', 'niet_geweten', 'vergeten', 'andere_afspraak', 'onbekend', 'anders'] as const; // prettier-ignore
export type AbsenceReason = (typeof absenceReasons)[number];
/** The ladder of: a talk, a warning, a hearing. The software offers no fine. */
export const handhavingStappen = ['gesprek', 'waarschuwing', 'hoorgesprek'] as const;
export type HandhavingStap = (typeof handhavingStappen)[number];
export const transferStates = ['gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken'] as const;
export type TransferState = (typeof transferStates)[number];
/** What data of a person are processed for: one line per person in the processing log (AUD-03), and the participant's own page. */
export const verwerkingen = ['begeleiding', 'plan', 'afspraken', 'uren', 'resultaten', 'vragen', 'overdracht', 'duo', 'cursussen', 'toegang', 'cijfers'] as const; // prettier-ignore
export type Verwerking = (typeof verwerkingen)[number];
/** What a link in a mail is for: to sign in on another device, to confirm an address, to choose another password. */
export const mailLinkPurposes = ['aanmelden', 'adres', 'wachtwoord'] as const;
export type MailLinkPurpose = (typeof mailLinkPurposes)[number];
export const auditResults = ['ok', 'denied', 'error'] as const;
