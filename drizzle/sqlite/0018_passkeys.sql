CREATE TABLE `passkey_challenges` (
	`bound_to` text NOT NULL,
	`purpose` text NOT NULL,
	`challenge` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`bound_to`, `purpose`),
	CONSTRAINT "passkey_challenges_purpose" CHECK("passkey_challenges"."purpose" in ('aanmelden', 'toevoegen', 'bevestigen'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkey_challenges_created` ON `passkey_challenges` (`created_at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`device_id` text,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` text NOT NULL,
	`transports` text NOT NULL,
	`is_backed_up` integer NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "passkeys_kind" CHECK("passkeys"."kind" in ('telefoon', 'tablet', 'computer'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE INDEX `passkeys_device` ON `passkeys` (`device_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
ALTER TABLE `login_sessions` ADD `passkey_id` text REFERENCES passkeys(id) ON DELETE cascade;