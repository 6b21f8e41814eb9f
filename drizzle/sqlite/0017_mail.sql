CREATE TABLE `email_addresses` (
	`person_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `email_addresses_address` ON `email_addresses` (`address`);--> statement-breakpoint
CREATE TABLE `mail_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "mail_links_purpose" CHECK("mail_links"."purpose" in ('aanmelden', 'adres', 'wachtwoord'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_links_person` ON `mail_links` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `mail_links_created` ON `mail_links` (`created_at`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `not_before` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `dropped_at` integer;