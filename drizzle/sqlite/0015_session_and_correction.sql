CREATE TABLE `break_glass_openings` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`gemeente_id` text NOT NULL,
	`consulent_id` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`closed_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`consulent_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "break_glass_openings_order" CHECK("break_glass_openings"."ends_at" > "break_glass_openings"."opened_at")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `break_glass_openings_consulent` ON `break_glass_openings` (`consulent_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `break_glass_openings_gemeente` ON `break_glass_openings` (`gemeente_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `correction_requests` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`about` text NOT NULL,
	`text` text NOT NULL,
	`right_value` text,
	`asked_at` integer NOT NULL,
	`outcome` text,
	`zinnen` text,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "correction_requests_about" CHECK("correction_requests"."about" in ('naam', 'geboortedatum', 'verblijfsvergunning', 'pip', 'uren', 'anders')),
	CONSTRAINT "correction_requests_outcome" CHECK("correction_requests"."outcome" in ('aangepast', 'blijft')),
	CONSTRAINT "correction_requests_answered" CHECK(("correction_requests"."answered_at" is null) = ("correction_requests"."outcome" is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `correction_requests_one_open` ON `correction_requests` (`inburgeraar_id`,`about`) WHERE answered_at is null;--> statement-breakpoint
CREATE TABLE `ended_sessions` (
	`public_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`ended_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `ended_sessions_person` ON `ended_sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `ended_sessions_ended` ON `ended_sessions` (`ended_at`);--> statement-breakpoint
CREATE TABLE `typed_drafts` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `typed_drafts_created` ON `typed_drafts` (`created_at`);--> statement-breakpoint
CREATE TABLE `__new_signal_snoozes` (
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
	CONSTRAINT "signal_snoozes_signaal" CHECK("__new_signal_snoozes"."signaal" in ('pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'cursusadvies_gevraagd', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken', 'correctie_gevraagd')),
	CONSTRAINT "signal_snoozes_reason" CHECK("__new_signal_snoozes"."reason" in ('wacht_op_inburgeraar', 'wacht_op_ander', 'al_besproken', 'vakantie_of_ziek', 'niet_van_toepassing', 'anders'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_signal_snoozes`("inburgeraar_id", "id", "signaal", "tot_en_met", "reason", "note", "snoozed_by", "snoozed_at", "ended_by", "ended_at") SELECT "inburgeraar_id", "id", "signaal", "tot_en_met", "reason", "note", "snoozed_by", "snoozed_at", "ended_by", "ended_at" FROM `signal_snoozes`;--> statement-breakpoint
DROP TABLE `signal_snoozes`;--> statement-breakpoint
ALTER TABLE `__new_signal_snoozes` RENAME TO `signal_snoozes`;