CREATE TABLE "verwerkingslog" (
	"subject_key" text collate "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"operation_id" text collate "C" NOT NULL,
	"subject" text collate "C" NOT NULL,
	"verwerking" text collate "C" NOT NULL,
	"is_read" boolean NOT NULL,
	CONSTRAINT "verwerkingslog_subject_key_at_operation_id_pk" PRIMARY KEY("subject_key","at","operation_id"),
	CONSTRAINT "verwerkingslog_verwerking" CHECK ("verwerkingslog"."verwerking" in ('begeleiding', 'plan', 'afspraken', 'uren', 'resultaten', 'vragen', 'overdracht', 'duo', 'cursussen', 'toegang', 'cijfers'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_operation" ON "audit_events" USING btree ("operation_id");
--> statement-breakpoint
CREATE TRIGGER verwerkingslog_no_update BEFORE UPDATE ON verwerkingslog FOR EACH ROW EXECUTE FUNCTION refuse_change();
