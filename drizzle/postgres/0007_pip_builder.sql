ALTER TABLE "pip_afspraken" ADD COLUMN "zinnen" text;--> statement-breakpoint
ALTER TABLE "pip_afspraken" ADD COLUMN "vanaf_dagen" integer;--> statement-breakpoint
ALTER TABLE "pip_afspraken" ADD COLUMN "tot_dagen" integer;--> statement-breakpoint
ALTER TABLE "pip_reads" ADD COLUMN "locale" text collate "C";--> statement-breakpoint
ALTER TABLE "pips" ADD COLUMN "zinnen" text;