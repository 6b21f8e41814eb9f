ALTER TABLE "appointment_changes" ADD COLUMN "zinnen" text;--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD COLUMN "absence_reason" text collate "C";--> statement-breakpoint
ALTER TABLE "appointment_changes" ADD COLUMN "is_niet_verwijtbaar" boolean;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "newer_cancel_reason" text collate "C";--> statement-breakpoint
ALTER TABLE "hour_entries" ADD COLUMN "newer_reason" text collate "C";