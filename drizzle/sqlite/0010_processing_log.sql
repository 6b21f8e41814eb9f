CREATE TABLE `verwerkingslog` (
	`subject_key` text NOT NULL,
	`at` integer NOT NULL,
	`operation_id` text NOT NULL,
	`subject` text NOT NULL,
	`verwerking` text NOT NULL,
	`is_read` integer NOT NULL,
	PRIMARY KEY(`subject_key`, `at`, `operation_id`),
	CONSTRAINT "verwerkingslog_verwerking" CHECK("verwerkingslog"."verwerking" in ('begeleiding', 'plan', 'afspraken', 'uren', 'resultaten', 'vragen', 'overdracht', 'duo', 'cursussen', 'toegang', 'cijfers'))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_operation` ON `audit_events` (`operation_id`);
--> statement-breakpoint
CREATE TRIGGER verwerkingslog_no_update BEFORE UPDATE ON verwerkingslog
BEGIN
	SELECT RAISE(ABORT, 'verwerkingslog is append-only');
END;
