CREATE TABLE `audit_cuts` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`kept` integer NOT NULL,
	`kept_hash` text NOT NULL,
	`older_than` integer NOT NULL,
	`cut_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`key` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tombstones` (
	`person_key` text PRIMARY KEY NOT NULL,
	`erased_on` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `gemeenten` ADD `bewaar_jaren` integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE `inburgeraren` ADD `held_since` integer;