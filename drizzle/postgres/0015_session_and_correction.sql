CREATE TABLE "break_glass_openings" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"consulent_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "break_glass_openings_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "break_glass_openings_order" CHECK ("break_glass_openings"."ends_at" > "break_glass_openings"."opened_at")
);
--> statement-breakpoint
CREATE TABLE "correction_requests" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"about" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"right_value" text collate "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"outcome" text collate "C",
	"zinnen" text,
	"answer" text collate "C",
	"answered_by" text collate "C",
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "correction_requests_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "correction_requests_about" CHECK ("correction_requests"."about" in ('naam', 'geboortedatum', 'verblijfsvergunning', 'pip', 'uren', 'anders')),
	CONSTRAINT "correction_requests_outcome" CHECK ("correction_requests"."outcome" in ('aangepast', 'blijft')),
	CONSTRAINT "correction_requests_answered" CHECK (("correction_requests"."answered_at" is null) = ("correction_requests"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "ended_sessions" (
	"public_id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "typed_drafts" (
	"person_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"sealed" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "typed_drafts_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "signal_snoozes" DROP CONSTRAINT "signal_snoozes_signaal";--> statement-breakpoint
ALTER TABLE "break_glass_openings" ADD CONSTRAINT "break_glass_openings_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_openings" ADD CONSTRAINT "break_glass_openings_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_openings" ADD CONSTRAINT "break_glass_openings_consulent_id_people_id_fk" FOREIGN KEY ("consulent_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_requests" ADD CONSTRAINT "correction_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ended_sessions" ADD CONSTRAINT "ended_sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "typed_drafts" ADD CONSTRAINT "typed_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "break_glass_openings_consulent" ON "break_glass_openings" USING btree ("consulent_id","ends_at");--> statement-breakpoint
CREATE INDEX "break_glass_openings_gemeente" ON "break_glass_openings" USING btree ("gemeente_id","opened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_requests_one_open" ON "correction_requests" USING btree ("inburgeraar_id","about") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "ended_sessions_person" ON "ended_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ended_sessions_ended" ON "ended_sessions" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "typed_drafts_created" ON "typed_drafts" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "signal_snoozes" ADD CONSTRAINT "signal_snoozes_signaal" CHECK ("signal_snoozes"."signaal" in ('pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'cursusadvies_gevraagd', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken', 'correctie_gevraagd'));