ALTER TABLE "gemeenten" ADD COLUMN "theme_former" text;--> statement-breakpoint
ALTER TABLE "gemeenten" ADD COLUMN "theme_draft" text;