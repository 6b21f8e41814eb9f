CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`partner_id` text,
	`place` text,
	`address` text,
	`capacity` integer,
	`minutes_per_week` integer,
	`weekdays` text NOT NULL,
	`vanaf` text,
	`tot` text,
	`is_active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "activities_kind" CHECK("activities"."kind" in ('taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject', 'pvt', 'module_map', 'praktijkplaats', 'vrijwilligerswerk', 'workshop', 'sport', 'taalmaatje')),
	CONSTRAINT "activities_capacity" CHECK("activities"."capacity" is null or "activities"."capacity" between 1 and 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `activities_gemeente` ON `activities` (`gemeente_id`,`is_active`);--> statement-breakpoint
CREATE TABLE `appointment_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text NOT NULL,
	`activity_id` text,
	`title` text,
	`capacity` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointment_groups_gemeente` ON `appointment_groups` (`gemeente_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `clips` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text,
	`locale` text NOT NULL,
	`key` text NOT NULL,
	`speaker` text NOT NULL,
	`recorded_on` text NOT NULL,
	`text_hash` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`milliseconds` integer,
	`content` blob NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`uploaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "clips_locale" CHECK("clips"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "clips_size" CHECK("clips"."size" between 1 and 524288)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `clips_of_gemeente` ON `clips` (`gemeente_id`,`locale`,`key`) WHERE gemeente_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `clips_of_all` ON `clips` (`locale`,`key`) WHERE gemeente_id is null;--> statement-breakpoint
CREATE TABLE `contact_log` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`channel` text NOT NULL,
	`day` text NOT NULL,
	`is_reached` integer DEFAULT true NOT NULL,
	`note` text,
	`replaces_id` text,
	`is_withdrawal` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "contact_log_channel" CHECK("contact_log"."channel" in ('bezoek', 'telefoon', 'bericht', 'brief', 'huisbezoek', 'email'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `duo_ticks` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`item` text NOT NULL,
	`value` text NOT NULL,
	`day` text NOT NULL,
	`is_withdrawal` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `handhaving` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`stap` text NOT NULL,
	`day` text NOT NULL,
	`aanleiding` text NOT NULL,
	`eigen_woorden` text,
	`grondslag` text,
	`replaces_id` text,
	`is_withdrawal` integer DEFAULT false NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "handhaving_stap" CHECK("handhaving"."stap" in ('gesprek', 'waarschuwing', 'hoorgesprek'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pip_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text NOT NULL,
	`name` text NOT NULL,
	`leerroute` text NOT NULL,
	`groep` text,
	`afspraken` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "pip_templates_leerroute" CHECK("pip_templates"."leerroute" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "pip_templates_groep" CHECK("pip_templates"."groep" in ('asiel', 'gezin_overig'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `pip_templates_gemeente` ON `pip_templates` (`gemeente_id`,`leerroute`);--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `signal_snoozes` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`signaal` text NOT NULL,
	`tot_en_met` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`snoozed_by` text NOT NULL,
	`snoozed_at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`snoozed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "signal_snoozes_signaal" CHECK("signal_snoozes"."signaal" in ('pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken')),
	CONSTRAINT "signal_snoozes_reason" CHECK("signal_snoozes"."reason" in ('wacht_op_inburgeraar', 'wacht_op_ander', 'al_besproken', 'vakantie_of_ziek', 'niet_van_toepassing', 'anders'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `transfers` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`van_gemeente_id` text NOT NULL,
	`naar_gemeente_id` text NOT NULL,
	`verhuisdag` text NOT NULL,
	`packet` text NOT NULL,
	`note` text,
	`state` text DEFAULT 'gevraagd' NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`refusal` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`van_gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`naar_gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "transfers_state" CHECK("transfers"."state" in ('gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_one_open` ON `transfers` (`inburgeraar_id`) WHERE state = 'gevraagd';--> statement-breakpoint
CREATE INDEX `transfers_receiver` ON `transfers` (`naar_gemeente_id`,`state`);--> statement-breakpoint
ALTER TABLE `appointments` ADD `interpreter_dialect` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `zinnen` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `absence_reason` text;--> statement-breakpoint
ALTER TABLE `appointments` ADD `is_niet_verwijtbaar` integer;--> statement-breakpoint
ALTER TABLE `appointments` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `caseload` ADD `last_opened_at` integer;--> statement-breakpoint
ALTER TABLE `enrolments` ADD `activity_id` text;--> statement-breakpoint
ALTER TABLE `people` ADD `has_high_contrast` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `has_sound` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `has_hijri_days` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `must_change_password` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `phrases` ADD `replaces_id` text;--> statement-breakpoint
ALTER TABLE `question_messages` ADD `zinnen` text;