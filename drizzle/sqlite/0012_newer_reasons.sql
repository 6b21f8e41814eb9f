ALTER TABLE `appointment_changes` ADD `zinnen` text;--> statement-breakpoint
ALTER TABLE `appointment_changes` ADD `absence_reason` text;--> statement-breakpoint
ALTER TABLE `appointment_changes` ADD `is_niet_verwijtbaar` integer;--> statement-breakpoint
ALTER TABLE `appointments` ADD `newer_cancel_reason` text;--> statement-breakpoint
ALTER TABLE `hour_entries` ADD `newer_reason` text;