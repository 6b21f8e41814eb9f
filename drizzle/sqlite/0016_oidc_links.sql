CREATE TABLE `oidc_links` (
	`person_id` text PRIMARY KEY NOT NULL,
	`subject_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `oidc_links_subject` ON `oidc_links` (`subject_hash`);