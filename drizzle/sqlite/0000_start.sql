CREATE TABLE `activation_letters` (
	`selector` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`verifier_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`redeemed_at` integer,
	`voided_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `activation_letters_person` ON `activation_letters` (`person_id`);--> statement-breakpoint
CREATE TABLE `appointment_changes` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`appointment_id` text NOT NULL,
	`change` text NOT NULL,
	`starts_at_before` integer,
	`starts_at_after` integer,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "appointment_changes_change" CHECK("appointment_changes"."change" in ('gemaakt', 'verplaatst', 'gewijzigd', 'afgezegd', 'bevestigd', 'kan_niet', 'voorstel', 'geweest', 'niet_gekomen'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `appointments` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`location_kind` text NOT NULL,
	`place` text,
	`address` text,
	`with_person_id` text,
	`with_name` text,
	`bring` text NOT NULL,
	`interpreter_mode` text DEFAULT 'geen' NOT NULL,
	`interpreter_language` text,
	`is_interpreter_arranged` integer DEFAULT false NOT NULL,
	`toelichting` text,
	`status` text DEFAULT 'gepland' NOT NULL,
	`cancel_reason` text,
	`answer` text DEFAULT 'geen' NOT NULL,
	`cannot_reason` text,
	`proposal` text,
	`answered_at` integer,
	`group_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`with_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "appointments_kind" CHECK("appointments"."kind" in ('gesprek', 'voortgangsgesprek', 'brede_intake', 'leerbaarheidstoets', 'pip_gesprek', 'les', 'examen', 'workshop', 'pvt_bijeenkomst', 'pvt_ondertekening', 'excursie', 'praktijk', 'eindgesprek_map', 'eindgesprek_z', 'huisbezoek', 'anders')),
	CONSTRAINT "appointments_location_kind" CHECK("appointments"."location_kind" in ('plaats', 'telefoon', 'video', 'thuis')),
	CONSTRAINT "appointments_interpreter_mode" CHECK("appointments"."interpreter_mode" in ('geen', 'telefoon', 'aanwezig', 'video')),
	CONSTRAINT "appointments_status" CHECK("appointments"."status" in ('gepland', 'afgezegd', 'geweest', 'niet_gekomen')),
	CONSTRAINT "appointments_cancel_reason" CHECK("appointments"."cancel_reason" in ('consulent_ziek', 'plaats_niet_beschikbaar', 'geen_tolk', 'op_verzoek', 'niet_meer_nodig', 'dubbel', 'anders')),
	CONSTRAINT "appointments_answer" CHECK("appointments"."answer" in ('geen', 'bevestigd', 'kan_niet', 'voorstel')),
	CONSTRAINT "appointments_cannot_reason" CHECK("appointments"."cannot_reason" in ('ziek', 'werk', 'les', 'kind', 'vervoer', 'andere_afspraak', 'anders')),
	CONSTRAINT "appointments_minutes" CHECK("appointments"."minutes" between 5 and 1440),
	CONSTRAINT "appointments_cancelled" CHECK(("appointments"."status" = 'afgezegd') = ("appointments"."cancel_reason" is not null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `appointments_of_staff` ON `appointments` (`with_person_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`actor_role` text,
	`session_id` text,
	`action` text NOT NULL,
	`object_type` text,
	`object_id` text,
	`subject_id` text,
	`result` text NOT NULL,
	`address` text,
	`operation_id` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "audit_events_result" CHECK("audit_events"."result" in ('ok', 'denied', 'error'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `caseload` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`consulent_id` text NOT NULL,
	`vanaf` text NOT NULL,
	`tot` text,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`consulent_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "caseload_order" CHECK("caseload"."tot" is null or "caseload"."tot" >= "caseload"."vanaf")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `caseload_consulent` ON `caseload` (`consulent_id`,`tot`);--> statement-breakpoint
CREATE UNIQUE INDEX `caseload_one_at_a_time` ON `caseload` (`inburgeraar_id`) WHERE tot is null;--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text NOT NULL,
	`provider` text NOT NULL,
	`name` text NOT NULL,
	`route` text NOT NULL,
	`level_from` text NOT NULL,
	`level_to` text NOT NULL,
	`nt2_minutes` integer,
	`knm_minutes` integer,
	`online_minutes` integer,
	`price_total_cents` integer,
	`price_per_hour_cents` integer,
	`includes` text NOT NULL,
	`starts_on` text NOT NULL,
	`schedule` text NOT NULL,
	`place` text,
	`postcode` text,
	`has_childcare` integer,
	`group_size` integer,
	`languages` text NOT NULL,
	`pass_rate_percent` integer,
	`has_keurmerk` integer,
	`keurmerk_checked_on` text,
	`source` text NOT NULL,
	`checked_on` text NOT NULL,
	`phone` text,
	`website` text,
	`is_active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "courses_route" CHECK("courses"."route" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "courses_price" CHECK("courses"."price_total_cents" is null or "courses"."price_total_cents" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `courses_gemeente` ON `courses` (`gemeente_id`,`route`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "devices_kind" CHECK("devices"."kind" in ('telefoon', 'tablet', 'computer'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `devices_person` ON `devices` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`partner_id` text,
	`title` text NOT NULL,
	`place` text,
	`vanaf` text NOT NULL,
	`tot` text,
	`minutes_per_week` integer,
	`weekdays` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "enrolments_kind" CHECK("enrolments"."kind" in ('taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject', 'pvt', 'module_map', 'praktijkplaats', 'vrijwilligerswerk', 'workshop', 'sport', 'taalmaatje')),
	CONSTRAINT "enrolments_order" CHECK("enrolments"."tot" is null or "enrolments"."tot" >= "enrolments"."vanaf")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `enrolments_partner` ON `enrolments` (`partner_id`,`tot`);--> statement-breakpoint
CREATE TABLE `exam_attempts` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`onderdeel` text NOT NULL,
	`niveau` text,
	`day` text NOT NULL,
	`result` text NOT NULL,
	`replaces_id` text,
	`is_withdrawal` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "exam_attempts_onderdeel" CHECK("exam_attempts"."onderdeel" in ('lezen', 'luisteren', 'schrijven', 'spreken', 'knm')),
	CONSTRAINT "exam_attempts_niveau" CHECK("exam_attempts"."niveau" in ('a2', 'b1', 'b2')),
	CONSTRAINT "exam_attempts_result" CHECK("exam_attempts"."result" in ('geslaagd', 'gezakt', 'uitslag_volgt'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `gemeenten` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`phone` text NOT NULL,
	`opening_hours` text NOT NULL,
	`postal_address` text NOT NULL,
	`lokaal_beleid` text NOT NULL,
	`answer_days` integer DEFAULT 3 NOT NULL,
	`theme` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gemeenten_answer_days" CHECK("gemeenten"."answer_days" between 1 and 30)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `gemeenten_slug` ON `gemeenten` (`slug`);--> statement-breakpoint
CREATE TABLE `hour_confirmations` (
	`inburgeraar_id` text NOT NULL,
	`hour_entry_id` text NOT NULL,
	`confirmed_by` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `hour_entry_id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `hour_disputes` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`hour_entry_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`opened_at` integer NOT NULL,
	`outcome` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "hour_disputes_kind" CHECK("hour_disputes"."kind" in ('te_weinig', 'te_veel', 'verkeerde_dag', 'ik_was_er', 'ik_was_er_niet', 'anders')),
	CONSTRAINT "hour_disputes_outcome" CHECK("hour_disputes"."outcome" in ('aangepast', 'blijft'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_disputes_one_open` ON `hour_disputes` (`inburgeraar_id`,`hour_entry_id`) WHERE answered_at is null;--> statement-breakpoint
CREATE TABLE `hour_entries` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`category` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`enrolment_id` text,
	`corrects_id` text,
	`correction_reason` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "hour_entries_category" CHECK("hour_entries"."category" in ('nt2', 'alfabetisering', 'knm', 'pvt', 'module_map', 'module_map_praktijk', 'participatie')),
	CONSTRAINT "hour_entries_correction_reason" CHECK("hour_entries"."correction_reason" in ('verkeerde_duur', 'verkeerde_dag', 'verkeerde_soort', 'niet_aanwezig', 'dubbel', 'na_melding')),
	CONSTRAINT "hour_entries_minutes" CHECK(case when "hour_entries"."corrects_id" is null then "hour_entries"."minutes" between 1 and 1440 else "hour_entries"."minutes" between -1440 and 1440 and "hour_entries"."correction_reason" is not null end)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `hour_entries_once_per_lesson` ON `hour_entries` (`inburgeraar_id`,`enrolment_id`,`day`,`category`) WHERE enrolment_id is not null and corrects_id is null;--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `action`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `inburgeraren` (
	`inburgeraar_id` text PRIMARY KEY NOT NULL,
	`geboortedatum` text NOT NULL,
	`groep` text NOT NULL,
	`verblijfsvergunning` text NOT NULL,
	`nationaliteit` text DEFAULT 'overig' NOT NULL,
	`bekendmaking_verblijfsrecht` text,
	`tolktaal` text,
	`tolk_dialect` text,
	`pip_versie` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "inburgeraren_groep" CHECK("inburgeraren"."groep" in ('asiel', 'gezin_overig')),
	CONSTRAINT "inburgeraren_verblijfsvergunning" CHECK("inburgeraren"."verblijfsvergunning" in ('asiel_bepaalde_tijd', 'regulier_gezin_bij_asielhouder', 'regulier_gezin', 'regulier_geestelijke_bedienaar', 'regulier_overig', 'regulier_tijdelijk_doel')),
	CONSTRAINT "inburgeraren_nationaliteit" CHECK("inburgeraren"."nationaliteit" in ('nederlands', 'eu_eer_zwitsers', 'overig'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `login_sessions` (
	`public_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`device_id` text,
	`device_kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `login_sessions_person` ON `login_sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_dedupe` ON `outbox` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "partners_kind" CHECK("partners"."kind" in ('taalschool', 'welzijn', 'werkgever', 'gids'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `partners_gemeente` ON `partners` (`gemeente_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text,
	`partner_id` text,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`login_name` text,
	`password_hash` text,
	`pin_hash` text,
	`job_title` text,
	`phone` text,
	`email` text,
	`locale` text DEFAULT 'nl' NOT NULL,
	`has_dutch_beside` integer DEFAULT true NOT NULL,
	`has_large_text` integer DEFAULT false NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`demo_key` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "people_role" CHECK("people"."role" in ('inburgeraar', 'consulent', 'coordinator', 'partner', 'beheerder')),
	CONSTRAINT "people_locale" CHECK("people"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "people_gemeente" CHECK("people"."role" = 'beheerder' or "people"."gemeente_id" is not null),
	CONSTRAINT "people_partner" CHECK(("people"."role" = 'partner') = ("people"."partner_id" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_login_name` ON `people` (`login_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_demo_key` ON `people` (`demo_key`);--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (`gemeente_id`,`role`,`name_folded`,`id`);--> statement-breakpoint
CREATE TABLE `phrase_texts` (
	`phrase_id` text NOT NULL,
	`locale` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`source_hash` text NOT NULL,
	`reviewer` text,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`phrase_id`, `locale`),
	FOREIGN KEY (`phrase_id`) REFERENCES `phrases`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "phrase_texts_locale" CHECK("phrase_texts"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "phrase_texts_state" CHECK("phrase_texts"."state" in ('missing', 'machine', 'translated', 'reviewed', 'outdated'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`slots` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "phrases_kind" CHECK("phrases"."kind" in ('reden', 'afspraak', 'antwoord', 'afspraak_in_pip', 'bericht'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `phrases_key` ON `phrases` (`gemeente_id`,`key`);--> statement-breakpoint
CREATE TABLE `pip_afspraak_states` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`afspraak_id` text NOT NULL,
	`state` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "pip_afspraak_states_state" CHECK("pip_afspraak_states"."state" in ('open', 'bezig', 'klaar', 'gestopt'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pip_afspraken` (
	`inburgeraar_id` text NOT NULL,
	`versie` integer NOT NULL,
	`id` text NOT NULL,
	`thema` text NOT NULL,
	`soort` text NOT NULL,
	`uitvoerder` text NOT NULL,
	`minuten_per_week` integer,
	`minuten_totaal` integer,
	`aantal` integer,
	`met_wie` text,
	`plaats` text,
	`vanaf` text,
	`tot` text,
	`toelichting` text,
	`position` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `versie`, `id`),
	FOREIGN KEY (`inburgeraar_id`,`versie`) REFERENCES `pips`(`inburgeraar_id`,`versie`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pip_afspraken_thema" CHECK("pip_afspraken"."thema" in ('inburgering', 'participatie', 'ontzorgen', 'begeleiding')),
	CONSTRAINT "pip_afspraken_soort" CHECK("pip_afspraken"."soort" in ('taalles', 'knm_les', 'alfabetisering', 'taalschakeltraject', 'examen', 'pvt_bijeenkomst', 'pvt_excursie', 'module_map_bijeenkomst', 'praktijkplaats', 'vrijwilligerswerk', 'werk', 'taalmaatje', 'sport', 'workshop', 'vve', 'vaste_lasten', 'budgetcoaching', 'voortgangsgesprek', 'maatschappelijke_begeleiding', 'vrijwilliger', 'tolk', 'eigen_afspraak')),
	CONSTRAINT "pip_afspraken_uitvoerder" CHECK("pip_afspraken"."uitvoerder" in ('inburgeraar', 'gemeente', 'aanbieder', 'samen')),
	CONSTRAINT "pip_afspraken_order" CHECK("pip_afspraken"."tot" is null or "pip_afspraken"."vanaf" is null or "pip_afspraken"."tot" >= "pip_afspraken"."vanaf")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pip_reads` (
	`inburgeraar_id` text NOT NULL,
	`versie` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`understood` text,
	`understood_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `versie`),
	FOREIGN KEY (`inburgeraar_id`,`versie`) REFERENCES `pips`(`inburgeraar_id`,`versie`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pip_reads_understood" CHECK("pip_reads"."understood" in ('ja', 'vraag'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pips` (
	`inburgeraar_id` text NOT NULL,
	`versie` integer NOT NULL,
	`dagtekening` text,
	`bekendmaking` text,
	`leerroute` text,
	`niveau_lezen` text,
	`niveau_luisteren` text,
	`niveau_schrijven` text,
	`niveau_spreken` text,
	`intensiteit_minuten_per_week` integer,
	`intensiteit_minuten_totaal` integer,
	`is_alfabetisering_in_pip` integer,
	`alfabetisering_minuten` integer,
	`cursusinstelling` text,
	`start_cursus` text,
	`einde_cursus` text,
	`has_keurmerk` integer,
	`has_knm_cursus` integer,
	`is_knm_examen_gewenst` integer,
	`z_cursus_minuten_norm` integer,
	`z_participatie_minuten_norm` integer,
	`einddoel` text,
	`pvt_minuten_gepland` integer,
	`module_map_minuten_gepland` integer,
	`module_map_praktijkplaats` text,
	`is_non_formeel_verplicht` integer,
	`is_ontzorgen_van_toepassing` integer,
	`ontzorgen_vanaf` text,
	`ontzorgen_laatste_dag` text,
	`ontzorgen_verlengd_tot_en_met` text,
	`vaste_lasten` text,
	`voortgangsgesprekken_in_pip` integer,
	`maatschappelijke_begeleiding_door` text,
	`contactpersoon_id` text,
	`reden_wijziging` text,
	`toelichting` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `versie`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contactpersoon_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`published_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "pips_leerroute" CHECK("pips"."leerroute" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "pips_niveau_lezen" CHECK("pips"."niveau_lezen" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_luisteren" CHECK("pips"."niveau_luisteren" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_schrijven" CHECK("pips"."niveau_schrijven" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_niveau_spreken" CHECK("pips"."niveau_spreken" in ('a2', 'b1', 'b2')),
	CONSTRAINT "pips_einddoel" CHECK("pips"."einddoel" in ('werk', 'opleiding', 'participatie')),
	CONSTRAINT "pips_reden" CHECK("pips"."reden_wijziging" in ('eerste_pip', 'schakelen', 'afschalen', 'verhuizing', 'bezwaar', 'voortgang', 'werk', 'gezin', 'aanbod', 'correctie', 'overig')),
	CONSTRAINT "pips_versie" CHECK("pips"."versie" >= 1),
	CONSTRAINT "pips_published" CHECK("pips"."published_at" is null or ("pips"."published_by" is not null and "pips"."dagtekening" is not null and "pips"."leerroute" is not null and "pips"."reden_wijziging" is not null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `question_messages` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`question_id` text NOT NULL,
	`author_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	`answer_kind` text,
	`text` text,
	`read_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "question_messages_answer_kind" CHECK("question_messages"."answer_kind" in ('ik_zoek_het_uit', 'ik_bel_u', 'kom_langs', 'het_klopt', 'aangepast', 'brief_meenemen', 'vraag_uw_school', 'vraag_duo')),
	CONSTRAINT "question_messages_content" CHECK("question_messages"."answer_kind" is not null or "question_messages"."text" is not null)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `questions` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`topic` text NOT NULL,
	`about_id` text,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`closed_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "questions_topic" CHECK("questions"."topic" in ('afspraak', 'les', 'uren', 'pip', 'brief', 'geld', 'kinderen', 'examen', 'verlenging', 'bel_mij', 'anders'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sign_in_tries` (
	`subject` text PRIMARY KEY NOT NULL,
	`wrong_tries` integer NOT NULL,
	`first_at` integer NOT NULL,
	`wait_until` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `traject_events` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`decided_by` text NOT NULL,
	`grondslag` text,
	`slots` text NOT NULL,
	`replaces_id` text,
	`is_withdrawal` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "traject_events_kind" CHECK("traject_events"."kind" in ('duo_kennisgeving', 'duo_termijn', 'duo_voldaan', 'vrijstelling', 'ontheffing', 'verlenging', 'onderbreking', 'kwalificatieplicht', 'inschrijving_brp', 'inschrijving_brp_azc', 'inschrijving_brp_huisvesting', 'inschrijving_brp_verhuizing', 'koppeling', 'intake_oproep', 'intake_niet_verschenen', 'intake_gesprek', 'intake_afgerond', 'leerbaarheidstoets', 'wacht_op_informatie', 'informatie_ontvangen', 'pip_ondertekend', 'pip_na_verhuizing', 'aanbod_start', 'bijstand', 'bijstand_einde', 'schakelen', 'afschalen', 'voldoende_inspanning', 'alle_lessen_gevolgd', 'taalschakeltraject_voltooid', 'z_norm', 'pvt_activiteit', 'pvt_ondertekeningsbijeenkomst', 'pvt_ondertekend', 'module_map_thema', 'module_map_eindgesprek', 'z_eindgesprek', 'voortgangsgesprek', 'verhuizing', 'afsluiting')),
	CONSTRAINT "traject_events_decided_by" CHECK("traject_events"."decided_by" in ('college', 'duo', 'inburgeraar', 'aanbieder'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `wet_receipts` (
	`inburgeraar_id` text NOT NULL,
	`versie` integer NOT NULL,
	`peildatum` text NOT NULL,
	`facts` text NOT NULL,
	`outcome` text NOT NULL,
	`rule_version` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `versie`),
	FOREIGN KEY (`inburgeraar_id`,`versie`) REFERENCES `pips`(`inburgeraar_id`,`versie`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
