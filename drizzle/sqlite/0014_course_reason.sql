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
	CONSTRAINT "signal_snoozes_signaal" CHECK("__new_signal_snoozes"."signaal" in ('pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'cursusadvies_gevraagd', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken')),
	CONSTRAINT "signal_snoozes_reason" CHECK("__new_signal_snoozes"."reason" in ('wacht_op_inburgeraar', 'wacht_op_ander', 'al_besproken', 'vakantie_of_ziek', 'niet_van_toepassing', 'anders'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_signal_snoozes`("inburgeraar_id", "id", "signaal", "tot_en_met", "reason", "note", "snoozed_by", "snoozed_at", "ended_by", "ended_at") SELECT "inburgeraar_id", "id", "signaal", "tot_en_met", "reason", "note", "snoozed_by", "snoozed_at", "ended_by", "ended_at" FROM `signal_snoozes`;--> statement-breakpoint
DROP TABLE `signal_snoozes`;--> statement-breakpoint
ALTER TABLE `__new_signal_snoozes` RENAME TO `signal_snoozes`;