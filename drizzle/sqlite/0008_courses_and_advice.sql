CREATE TABLE `course_advices` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`courses` text NOT NULL,
	`zinnen` text NOT NULL,
	`text` text,
	`replaces_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`signed_by` text,
	`signed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "course_advices_signed" CHECK(("course_advices"."signed_at" is null) = ("course_advices"."signed_by" is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_advices_one_draft` ON `course_advices` (`inburgeraar_id`) WHERE signed_at is null;--> statement-breakpoint
CREATE TABLE `course_choices` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`course_id` text NOT NULL,
	`advice_id` text,
	`chosen_at` integer NOT NULL,
	`withdrawn_at` integer,
	`afspraak_id` text,
	`agreed_by` text,
	`agreed_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agreed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "course_choices_agreed" CHECK(("course_choices"."agreed_at" is null) = ("course_choices"."agreed_by" is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_choices_one_open` ON `course_choices` (`inburgeraar_id`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `course_sharings` (
	`inburgeraar_id` text NOT NULL,
	`id` text NOT NULL,
	`answers` text NOT NULL,
	`shared_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`inburgeraar_id`, `id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "course_sharings_order" CHECK("course_sharings"."ended_at" is null or "course_sharings"."ended_at" >= "course_sharings"."shared_at")
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `course_sharings_one_open` ON `course_sharings` (`inburgeraar_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `course_shortlist` (
	`inburgeraar_id` text NOT NULL,
	`course_id` text NOT NULL,
	`added_at` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`inburgeraar_id`, `course_id`),
	FOREIGN KEY (`inburgeraar_id`) REFERENCES `inburgeraren`(`inburgeraar_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Dropping phrases takes its texts along (foreign keys stay on in a transaction): they are kept meanwhile.
CREATE TABLE `__kept_phrase_texts` AS SELECT * FROM `phrase_texts`;--> statement-breakpoint
CREATE TABLE `__new_phrases` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeente_id` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`slots` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`replaces_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`gemeente_id`) REFERENCES `gemeenten`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "phrases_kind" CHECK("__new_phrases"."kind" in ('reden', 'afspraak', 'antwoord', 'afspraak_in_pip', 'bericht', 'advies'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_phrases`("id", "gemeente_id", "kind", "key", "slots", "is_active", "replaces_id", "version") SELECT "id", "gemeente_id", "kind", "key", "slots", "is_active", "replaces_id", "version" FROM `phrases`;--> statement-breakpoint
DROP TABLE `phrases`;--> statement-breakpoint
ALTER TABLE `__new_phrases` RENAME TO `phrases`;--> statement-breakpoint
INSERT INTO `phrase_texts`("phrase_id", "locale", "text", "state", "source_hash", "reviewer", "changed_at") SELECT "phrase_id", "locale", "text", "state", "source_hash", "reviewer", "changed_at" FROM `__kept_phrase_texts`;--> statement-breakpoint
DROP TABLE `__kept_phrase_texts`;--> statement-breakpoint
CREATE UNIQUE INDEX `phrases_key` ON `phrases` (`gemeente_id`,`key`);--> statement-breakpoint
ALTER TABLE `courses` ADD `ref` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `goal` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `physical_minutes` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `weeks` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `material_cents` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `price_source` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `price_checked_on` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `has_continuous_start` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `schedule_source` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `schedule_checked_on` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `address` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `travel_minutes` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `pass_rate_source` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `pass_rate_checked_on` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `satisfaction_tenths` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `satisfaction_source` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `satisfaction_checked_on` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `keurmerk_valid_until` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `keurmerk_source` text;--> statement-breakpoint
ALTER TABLE `courses` ADD `email` text;--> statement-breakpoint
CREATE UNIQUE INDEX `courses_ref` ON `courses` (`gemeente_id`,`ref`);