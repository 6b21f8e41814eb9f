CREATE TABLE "activation_letters" (
	"selector" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"verifier_hash" text collate "C" NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"redeemed_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "appointment_changes" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"appointment_id" text collate "C" NOT NULL,
	"change" text collate "C" NOT NULL,
	"starts_at_before" timestamp (3) with time zone,
	"starts_at_after" timestamp (3) with time zone,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appointment_changes_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "appointment_changes_change" CHECK ("appointment_changes"."change" in ('gemaakt', 'verplaatst', 'gewijzigd', 'afgezegd', 'bevestigd', 'kan_niet', 'voorstel', 'geweest', 'niet_gekomen'))
);
--> statement-breakpoint
CREATE TABLE "appointments" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"location_kind" text collate "C" NOT NULL,
	"place" text collate "C",
	"address" text collate "C",
	"with_person_id" text collate "C",
	"with_name" text collate "C",
	"bring" text NOT NULL,
	"interpreter_mode" text collate "C" DEFAULT 'geen' NOT NULL,
	"interpreter_language" text collate "C",
	"is_interpreter_arranged" boolean DEFAULT false NOT NULL,
	"toelichting" text collate "C",
	"status" text collate "C" DEFAULT 'gepland' NOT NULL,
	"cancel_reason" text collate "C",
	"answer" text collate "C" DEFAULT 'geen' NOT NULL,
	"cannot_reason" text collate "C",
	"proposal" text,
	"answered_at" timestamp (3) with time zone,
	"group_id" text collate "C",
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "appointments_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "appointments_kind" CHECK ("appointments"."kind" in ('gesprek', 'voortgangsgesprek', 'brede_intake', 'leerbaarheidstoets', 'pip_gesprek', 'les', 'examen', 'workshop', 'pvt_bijeenkomst', 'pvt_ondertekening', 'excursie', 'praktijk', 'eindgesprek_map', 'eindgesprek_z', 'huisbezoek', 'anders')),
	CONSTRAINT "appointments_location_kind" CHECK ("appointments"."location_kind" in ('plaats', 'telefoon', 'video', 'thuis')),
	CONSTRAINT "appointments_interpreter_mode" CHECK ("appointments"."interpreter_mode" in ('geen', 'telefoon', 'aanwezig', 'video')),
	CONSTRAINT "appointments_status" CHECK ("appointments"."status" in ('gepland', 'afgezegd', 'geweest', 'niet_gekomen')),
	CONSTRAINT "appointments_cancel_reason" CHECK ("appointments"."cancel_reason" in ('consulent_ziek', 'plaats_niet_beschikbaar', 'geen_tolk', 'op_verzoek', 'niet_meer_nodig', 'dubbel', 'anders')),
	CONSTRAINT "appointments_answer" CHECK ("appointments"."answer" in ('geen', 'bevestigd', 'kan_niet', 'voorstel')),
	CONSTRAINT "appointments_cannot_reason" CHECK ("appointments"."cannot_reason" in ('ziek', 'werk', 'les', 'kind', 'vervoer', 'andere_afspraak', 'anders')),
	CONSTRAINT "appointments_minutes" CHECK ("appointments"."minutes" between 5 and 1440),
	CONSTRAINT "appointments_cancelled" CHECK (("appointments"."status" = 'afgezegd') = ("appointments"."cancel_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text collate "C",
	"actor_role" text collate "C",
	"session_id" text collate "C",
	"action" text collate "C" NOT NULL,
	"object_type" text collate "C",
	"object_id" text collate "C",
	"subject_id" text collate "C",
	"result" text collate "C" NOT NULL,
	"address" text collate "C",
	"operation_id" text collate "C" NOT NULL,
	"previous_hash" text collate "C" NOT NULL,
	"hash" text collate "C" NOT NULL,
	CONSTRAINT "audit_events_result" CHECK ("audit_events"."result" in ('ok', 'denied', 'error'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caseload" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"consulent_id" text collate "C" NOT NULL,
	"vanaf" date NOT NULL,
	"tot" date,
	CONSTRAINT "caseload_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "caseload_order" CHECK ("caseload"."tot" is null or "caseload"."tot" >= "caseload"."vanaf")
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"provider" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"route" text collate "C" NOT NULL,
	"level_from" text collate "C" NOT NULL,
	"level_to" text collate "C" NOT NULL,
	"nt2_minutes" integer,
	"knm_minutes" integer,
	"online_minutes" integer,
	"price_total_cents" integer,
	"price_per_hour_cents" integer,
	"includes" text NOT NULL,
	"starts_on" text NOT NULL,
	"schedule" text NOT NULL,
	"place" text collate "C",
	"postcode" text collate "C",
	"has_childcare" boolean,
	"group_size" integer,
	"languages" text NOT NULL,
	"pass_rate_percent" integer,
	"has_keurmerk" boolean,
	"keurmerk_checked_on" date,
	"source" text collate "C" NOT NULL,
	"checked_on" date NOT NULL,
	"phone" text collate "C",
	"website" text collate "C",
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "courses_route" CHECK ("courses"."route" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "courses_price" CHECK ("courses"."price_total_cents" is null or "courses"."price_total_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "devices_kind" CHECK ("devices"."kind" in ('telefoon', 'tablet', 'computer'))
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"partner_id" text collate "C",
	"title" text collate "C" NOT NULL,
	"place" text collate "C",
	"vanaf" date NOT NULL,
	"tot" date,
	"minutes_per_week" integer,
	"weekdays" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "enrolments_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "enrolments_kind" CHECK ("enrolments"."kind" in ('taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject', 'pvt', 'module_map', 'praktijkplaats', 'vrijwilligerswerk', 'workshop', 'sport', 'taalmaatje')),
	CONSTRAINT "enrolments_order" CHECK ("enrolments"."tot" is null or "enrolments"."tot" >= "enrolments"."vanaf")
);
--> statement-breakpoint
CREATE TABLE "exam_attempts" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"onderdeel" text collate "C" NOT NULL,
	"niveau" text collate "C",
	"day" date NOT NULL,
	"result" text collate "C" NOT NULL,
	"replaces_id" text collate "C",
	"is_withdrawal" boolean DEFAULT false NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exam_attempts_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "exam_attempts_onderdeel" CHECK ("exam_attempts"."onderdeel" in ('lezen', 'luisteren', 'schrijven', 'spreken', 'knm')),
	CONSTRAINT "exam_attempts_niveau" CHECK ("exam_attempts"."niveau" in ('a2', 'b1', 'b2')),
	CONSTRAINT "exam_attempts_result" CHECK ("exam_attempts"."result" in ('geslaagd', 'gezakt', 'uitslag_volgt'))
);
--> statement-breakpoint
CREATE TABLE "gemeenten" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"slug" text collate "C" NOT NULL,
	"phone" text collate "C" NOT NULL,
	"opening_hours" text collate "C" NOT NULL,
	"postal_address" text collate "C" NOT NULL,
	"lokaal_beleid" text NOT NULL,
	"answer_days" integer DEFAULT 3 NOT NULL,
	"theme" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gemeenten_answer_days" CHECK ("gemeenten"."answer_days" between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "hour_confirmations" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"hour_entry_id" text collate "C" NOT NULL,
	"confirmed_by" text collate "C" NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hour_confirmations_inburgeraar_id_hour_entry_id_pk" PRIMARY KEY("inburgeraar_id","hour_entry_id")
);
--> statement-breakpoint
CREATE TABLE "hour_disputes" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"hour_entry_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"text" text collate "C",
	"opened_at" timestamp (3) with time zone NOT NULL,
	"outcome" text collate "C",
	"answer" text collate "C",
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hour_disputes_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "hour_disputes_kind" CHECK ("hour_disputes"."kind" in ('te_weinig', 'te_veel', 'verkeerde_dag', 'ik_was_er', 'ik_was_er_niet', 'anders')),
	CONSTRAINT "hour_disputes_outcome" CHECK ("hour_disputes"."outcome" in ('aangepast', 'blijft'))
);
--> statement-breakpoint
CREATE TABLE "hour_entries" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"category" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"minutes" integer NOT NULL,
	"enrolment_id" text collate "C",
	"corrects_id" text collate "C",
	"correction_reason" text collate "C",
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hour_entries_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "hour_entries_category" CHECK ("hour_entries"."category" in ('nt2', 'alfabetisering', 'knm', 'pvt', 'module_map', 'module_map_praktijk', 'participatie')),
	CONSTRAINT "hour_entries_correction_reason" CHECK ("hour_entries"."correction_reason" in ('verkeerde_duur', 'verkeerde_dag', 'verkeerde_soort', 'niet_aanwezig', 'dubbel', 'na_melding')),
	CONSTRAINT "hour_entries_minutes" CHECK (case when "hour_entries"."corrects_id" is null then "hour_entries"."minutes" between 1 and 1440 else "hour_entries"."minutes" between -1440 and 1440 and "hour_entries"."correction_reason" is not null end)
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" text collate "C" NOT NULL,
	"action" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"result" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_action_key_pk" PRIMARY KEY("actor_id","action","key")
);
--> statement-breakpoint
CREATE TABLE "inburgeraren" (
	"inburgeraar_id" text collate "C" PRIMARY KEY NOT NULL,
	"geboortedatum" date NOT NULL,
	"groep" text collate "C" NOT NULL,
	"verblijfsvergunning" text collate "C" NOT NULL,
	"nationaliteit" text collate "C" DEFAULT 'overig' NOT NULL,
	"bekendmaking_verblijfsrecht" date,
	"tolktaal" text collate "C",
	"tolk_dialect" text collate "C",
	"pip_versie" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "inburgeraren_groep" CHECK ("inburgeraren"."groep" in ('asiel', 'gezin_overig')),
	CONSTRAINT "inburgeraren_verblijfsvergunning" CHECK ("inburgeraren"."verblijfsvergunning" in ('asiel_bepaalde_tijd', 'regulier_gezin_bij_asielhouder', 'regulier_gezin', 'regulier_geestelijke_bedienaar', 'regulier_overig', 'regulier_tijdelijk_doel')),
	CONSTRAINT "inburgeraren_nationaliteit" CHECK ("inburgeraren"."nationaliteit" in ('nederlands', 'eu_eer_zwitsers', 'overig'))
);
--> statement-breakpoint
CREATE TABLE "login_sessions" (
	"public_id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"device_id" text collate "C",
	"device_kind" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"payload" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"phone" text collate "C",
	CONSTRAINT "partners_kind" CHECK ("partners"."kind" in ('taalschool', 'welzijn', 'werkgever', 'gids'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C",
	"partner_id" text collate "C",
	"role" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"login_name" text collate "C",
	"password_hash" text collate "C",
	"pin_hash" text collate "C",
	"job_title" text collate "C",
	"phone" text collate "C",
	"email" text collate "C",
	"locale" text collate "C" DEFAULT 'nl' NOT NULL,
	"has_dutch_beside" boolean DEFAULT true NOT NULL,
	"has_large_text" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"demo_key" text collate "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_role" CHECK ("people"."role" in ('inburgeraar', 'consulent', 'coordinator', 'partner', 'beheerder')),
	CONSTRAINT "people_locale" CHECK ("people"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "people_gemeente" CHECK ("people"."role" = 'beheerder' or "people"."gemeente_id" is not null),
	CONSTRAINT "people_partner" CHECK (("people"."role" = 'partner') = ("people"."partner_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "phrase_texts" (
	"phrase_id" text collate "C" NOT NULL,
	"locale" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"source_hash" text collate "C" NOT NULL,
	"reviewer" text collate "C",
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "phrase_texts_phrase_id_locale_pk" PRIMARY KEY("phrase_id","locale"),
	CONSTRAINT "phrase_texts_locale" CHECK ("phrase_texts"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "phrase_texts_state" CHECK ("phrase_texts"."state" in ('missing', 'machine', 'translated', 'reviewed', 'outdated'))
);
--> statement-breakpoint
CREATE TABLE "phrases" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C",
	"kind" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"slots" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "phrases_kind" CHECK ("phrases"."kind" in ('reden', 'afspraak', 'antwoord', 'afspraak_in_pip', 'bericht'))
);
--> statement-breakpoint
CREATE TABLE "pip_afspraak_states" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"afspraak_id" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pip_afspraak_states_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "pip_afspraak_states_state" CHECK ("pip_afspraak_states"."state" in ('open', 'bezig', 'klaar', 'gestopt'))
);
--> statement-breakpoint
CREATE TABLE "pip_afspraken" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"versie" integer NOT NULL,
	"id" text collate "C" NOT NULL,
	"thema" text collate "C" NOT NULL,
	"soort" text collate "C" NOT NULL,
	"uitvoerder" text collate "C" NOT NULL,
	"minuten_per_week" integer,
	"minuten_totaal" integer,
	"aantal" integer,
	"met_wie" text collate "C",
	"plaats" text collate "C",
	"vanaf" date,
	"tot" date,
	"toelichting" text collate "C",
	"position" integer NOT NULL,
	CONSTRAINT "pip_afspraken_inburgeraar_id_versie_id_pk" PRIMARY KEY("inburgeraar_id","versie","id"),
	CONSTRAINT "pip_afspraken_thema" CHECK ("pip_afspraken"."thema" in ('inburgering', 'participatie', 'ontzorgen', 'begeleiding')),
	CONSTRAINT "pip_afspraken_soort" CHECK ("pip_afspraken"."soort" in ('taalles', 'knm_les', 'alfabetisering', 'taalschakeltraject', 'examen', 'pvt_bijeenkomst', 'pvt_excursie', 'module_map_bijeenkomst', 'praktijkplaats', 'vrijwilligerswerk', 'werk', 'taalmaatje', 'sport', 'workshop', 'vve', 'vaste_lasten', 'budgetcoaching', 'voortgangsgesprek', 'maatschappelijke_begeleiding', 'vrijwilliger', 'tolk', 'eigen_afspraak')),
	CONSTRAINT "pip_afspraken_uitvoerder" CHECK ("pip_afspraken"."uitvoerder" in ('inburgeraar', 'gemeente', 'aanbieder', 'samen')),
	CONSTRAINT "pip_afspraken_order" CHECK ("pip_afspraken"."tot" is null or "pip_afspraken"."vanaf" is null or "pip_afspraken"."tot" >= "pip_afspraken"."vanaf")
);
--> statement-breakpoint
CREATE TABLE "pip_reads" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"versie" integer NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"understood" text collate "C",
	"understood_at" timestamp (3) with time zone,
	CONSTRAINT "pip_reads_inburgeraar_id_versie_pk" PRIMARY KEY("inburgeraar_id","versie"),
	CONSTRAINT "pip_reads_understood" CHECK ("pip_reads"."understood" in ('ja', 'vraag'))
);
--> statement-breakpoint
CREATE TABLE "pips" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"versie" integer NOT NULL,
	"dagtekening" date,
	"bekendmaking" date,
	"leerroute" text collate "C",
	"niveau_lezen" text collate "C",
	"niveau_luisteren" text collate "C",
	"niveau_schrijven" text collate "C",
	"niveau_spreken" text collate "C",
	"intensiteit_minuten_per_week" integer,
	"intensiteit_minuten_totaal" integer,
	"is_alfabetisering_in_pip" boolean,
	"alfabetisering_minuten" integer,
	"cursusinstelling" text collate "C",
	"start_cursus" date,
	"einde_cursus" date,
	"has_keurmerk" boolean,
	"has_knm_cursus" boolean,
	"is_knm_examen_gewenst" boolean,
	"z_cursus_minuten_norm" integer,
	"z_participatie_minuten_norm" integer,
	"einddoel" text collate "C",
	"pvt_minuten_gepland" integer,
	"module_map_minuten_gepland" integer,
	"module_map_praktijkplaats" text collate "C",
	"is_non_formeel_verplicht" boolean,
	"is_ontzorgen_van_toepassing" boolean,
	"ontzorgen_vanaf" date,
	"ontzorgen_laatste_dag" date,
	"ontzorgen_verlengd_tot_en_met" date,
	"vaste_lasten" text,
	"voortgangsgesprekken_in_pip" integer,
	"maatschappelijke_begeleiding_door" text collate "C",
	"contactpersoon_id" text collate "C",
	"reden_wijziging" text collate "C",
	"toelichting" text collate "C",
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_by" text collate "C",
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pips_inburgeraar_id_versie_pk" PRIMARY KEY("inburgeraar_id","versie"),
	CONSTRAINT "pips_leerroute" CHECK ("pips"."leerroute" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "pips_niveau_lezen" CHECK ("pips"."niveau_lezen" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_luisteren" CHECK ("pips"."niveau_luisteren" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_schrijven" CHECK ("pips"."niveau_schrijven" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_spreken" CHECK ("pips"."niveau_spreken" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_einddoel" CHECK ("pips"."einddoel" in ('werk', 'opleiding', 'participatie')),
	CONSTRAINT "pips_reden" CHECK ("pips"."reden_wijziging" in ('eerste_pip', 'schakelen', 'afschalen', 'verhuizing', 'bezwaar', 'voortgang', 'werk', 'gezin', 'aanbod', 'correctie', 'overig')),
	CONSTRAINT "pips_versie" CHECK ("pips"."versie" >= 1),
	CONSTRAINT "pips_published" CHECK ("pips"."published_at" is null or ("pips"."published_by" is not null and "pips"."dagtekening" is not null and "pips"."leerroute" is not null and "pips"."reden_wijziging" is not null))
);
--> statement-breakpoint
CREATE TABLE "question_messages" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"question_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"answer_kind" text collate "C",
	"text" text collate "C",
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "question_messages_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "question_messages_answer_kind" CHECK ("question_messages"."answer_kind" in ('ik_zoek_het_uit', 'ik_bel_u', 'kom_langs', 'het_klopt', 'aangepast', 'brief_meenemen', 'vraag_uw_school', 'vraag_duo')),
	CONSTRAINT "question_messages_content" CHECK ("question_messages"."answer_kind" is not null or "question_messages"."text" is not null)
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"about_id" text collate "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "questions_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "questions_topic" CHECK ("questions"."topic" in ('afspraak', 'les', 'uren', 'pip', 'brief', 'geld', 'kinderen', 'examen', 'verlenging', 'bel_mij', 'anders'))
);
--> statement-breakpoint
CREATE TABLE "sign_in_tries" (
	"subject" text collate "C" PRIMARY KEY NOT NULL,
	"wrong_tries" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "traject_events" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"decided_by" text collate "C" NOT NULL,
	"grondslag" text collate "C",
	"slots" text NOT NULL,
	"replaces_id" text collate "C",
	"is_withdrawal" boolean DEFAULT false NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "traject_events_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "traject_events_kind" CHECK ("traject_events"."kind" in ('duo_kennisgeving', 'duo_termijn', 'duo_voldaan', 'vrijstelling', 'ontheffing', 'verlenging', 'onderbreking', 'kwalificatieplicht', 'inschrijving_brp', 'inschrijving_brp_azc', 'inschrijving_brp_huisvesting', 'inschrijving_brp_verhuizing', 'koppeling', 'intake_oproep', 'intake_niet_verschenen', 'intake_gesprek', 'intake_afgerond', 'leerbaarheidstoets', 'wacht_op_informatie', 'informatie_ontvangen', 'pip_ondertekend', 'pip_na_verhuizing', 'aanbod_start', 'bijstand', 'bijstand_einde', 'schakelen', 'afschalen', 'voldoende_inspanning', 'alle_lessen_gevolgd', 'taalschakeltraject_voltooid', 'z_norm', 'pvt_activiteit', 'pvt_ondertekeningsbijeenkomst', 'pvt_ondertekend', 'module_map_thema', 'module_map_eindgesprek', 'z_eindgesprek', 'voortgangsgesprek', 'verhuizing', 'afsluiting')),
	CONSTRAINT "traject_events_decided_by" CHECK ("traject_events"."decided_by" in ('college', 'duo', 'inburgeraar', 'aanbieder'))
);
--> statement-breakpoint
CREATE TABLE "wet_receipts" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"versie" integer NOT NULL,
	"peildatum" date NOT NULL,
	"facts" text NOT NULL,
	"outcome" text NOT NULL,
	"rule_version" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "wet_receipts_inburgeraar_id_versie_pk" PRIMARY KEY("inburgeraar_id","versie")
);
--> statement-breakpoint
ALTER TABLE "activation_letters" ADD CONSTRAINT "activation_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activation_letters" ADD CONSTRAINT "activation_letters_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD CONSTRAINT "appointment_changes_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD CONSTRAINT "appointment_changes_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_with_person_id_people_id_fk" FOREIGN KEY ("with_person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload" ADD CONSTRAINT "caseload_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caseload" ADD CONSTRAINT "caseload_consulent_id_people_id_fk" FOREIGN KEY ("consulent_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "courses" ADD CONSTRAINT "courses_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_attempts" ADD CONSTRAINT "exam_attempts_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_confirmations" ADD CONSTRAINT "hour_confirmations_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_confirmations" ADD CONSTRAINT "hour_confirmations_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_disputes" ADD CONSTRAINT "hour_disputes_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_disputes" ADD CONSTRAINT "hour_disputes_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hour_entries" ADD CONSTRAINT "hour_entries_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inburgeraren" ADD CONSTRAINT "inburgeraren_inburgeraar_id_people_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrase_texts" ADD CONSTRAINT "phrase_texts_phrase_id_phrases_id_fk" FOREIGN KEY ("phrase_id") REFERENCES "public"."phrases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_afspraak_states" ADD CONSTRAINT "pip_afspraak_states_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_afspraak_states" ADD CONSTRAINT "pip_afspraak_states_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_afspraken" ADD CONSTRAINT "pip_afspraken_inburgeraar_id_versie_pips_inburgeraar_id_versie_fk" FOREIGN KEY ("inburgeraar_id","versie") REFERENCES "public"."pips"("inburgeraar_id","versie") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_reads" ADD CONSTRAINT "pip_reads_inburgeraar_id_versie_pips_inburgeraar_id_versie_fk" FOREIGN KEY ("inburgeraar_id","versie") REFERENCES "public"."pips"("inburgeraar_id","versie") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pips" ADD CONSTRAINT "pips_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pips" ADD CONSTRAINT "pips_contactpersoon_id_people_id_fk" FOREIGN KEY ("contactpersoon_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pips" ADD CONSTRAINT "pips_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pips" ADD CONSTRAINT "pips_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_messages" ADD CONSTRAINT "question_messages_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_messages" ADD CONSTRAINT "question_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "traject_events" ADD CONSTRAINT "traject_events_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "traject_events" ADD CONSTRAINT "traject_events_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wet_receipts" ADD CONSTRAINT "wet_receipts_inburgeraar_id_versie_pips_inburgeraar_id_versie_fk" FOREIGN KEY ("inburgeraar_id","versie") REFERENCES "public"."pips"("inburgeraar_id","versie") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activation_letters_person" ON "activation_letters" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appointments_of_staff" ON "appointments" USING btree ("with_person_id","starts_at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "caseload_consulent" ON "caseload" USING btree ("consulent_id","tot");--> statement-breakpoint
CREATE UNIQUE INDEX "caseload_one_at_a_time" ON "caseload" USING btree ("inburgeraar_id") WHERE tot is null;--> statement-breakpoint
CREATE INDEX "courses_gemeente" ON "courses" USING btree ("gemeente_id","route");--> statement-breakpoint
CREATE INDEX "devices_person" ON "devices" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "enrolments_partner" ON "enrolments" USING btree ("partner_id","tot");--> statement-breakpoint
CREATE UNIQUE INDEX "gemeenten_slug" ON "gemeenten" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "hour_disputes_one_open" ON "hour_disputes" USING btree ("inburgeraar_id","hour_entry_id") WHERE answered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "hour_entries_once_per_lesson" ON "hour_entries" USING btree ("inburgeraar_id","enrolment_id","day","category") WHERE enrolment_id is not null and corrects_id is null;--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "login_sessions_person" ON "login_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("sent_at","created_at");--> statement-breakpoint
CREATE INDEX "partners_gemeente" ON "partners" USING btree ("gemeente_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_login_name" ON "people" USING btree ("login_name");--> statement-breakpoint
CREATE UNIQUE INDEX "people_demo_key" ON "people" USING btree ("demo_key");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("gemeente_id","role","name_folded","id");--> statement-breakpoint
CREATE UNIQUE INDEX "phrases_key" ON "phrases" USING btree ("gemeente_id","key");