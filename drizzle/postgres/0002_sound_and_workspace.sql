CREATE TABLE "activities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"partner_id" text collate "C",
	"place" text collate "C",
	"address" text collate "C",
	"capacity" integer,
	"minutes_per_week" integer,
	"weekdays" text NOT NULL,
	"vanaf" date,
	"tot" date,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "activities_kind" CHECK ("activities"."kind" in ('taalcursus', 'knm_cursus', 'alfabetisering', 'taalschakeltraject', 'pvt', 'module_map', 'praktijkplaats', 'vrijwilligerswerk', 'workshop', 'sport', 'taalmaatje')),
	CONSTRAINT "activities_capacity" CHECK ("activities"."capacity" is null or "activities"."capacity" between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "appointment_groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"activity_id" text collate "C",
	"title" text collate "C",
	"capacity" integer,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clips" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C",
	"locale" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"speaker" text collate "C" NOT NULL,
	"recorded_on" date NOT NULL,
	"text_hash" text collate "C" NOT NULL,
	"media_type" text collate "C" NOT NULL,
	"size" integer NOT NULL,
	"milliseconds" integer,
	"content" "bytea" NOT NULL,
	"uploaded_by" text collate "C" NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clips_locale" CHECK ("clips"."locale" in ('nl', 'en', 'ar', 'ti', 'tr', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'am', 'ckb', 'fr', 'es', 'uk', 'ru', 'zh-Hans')),
	CONSTRAINT "clips_size" CHECK ("clips"."size" between 1 and 524288)
);
--> statement-breakpoint
CREATE TABLE "contact_log" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"channel" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"is_reached" boolean DEFAULT true NOT NULL,
	"note" text collate "C",
	"replaces_id" text collate "C",
	"is_withdrawal" boolean DEFAULT false NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_log_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "contact_log_channel" CHECK ("contact_log"."channel" in ('bezoek', 'telefoon', 'bericht', 'brief', 'huisbezoek', 'email'))
);
--> statement-breakpoint
CREATE TABLE "duo_ticks" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"item" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"is_withdrawal" boolean DEFAULT false NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duo_ticks_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id")
);
--> statement-breakpoint
CREATE TABLE "handhaving" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"stap" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"aanleiding" text collate "C" NOT NULL,
	"eigen_woorden" text collate "C",
	"grondslag" text collate "C",
	"replaces_id" text collate "C",
	"is_withdrawal" boolean DEFAULT false NOT NULL,
	"recorded_by" text collate "C" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "handhaving_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "handhaving_stap" CHECK ("handhaving"."stap" in ('gesprek', 'waarschuwing', 'hoorgesprek'))
);
--> statement-breakpoint
CREATE TABLE "pip_templates" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"gemeente_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"leerroute" text collate "C" NOT NULL,
	"groep" text collate "C",
	"afspraken" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pip_templates_leerroute" CHECK ("pip_templates"."leerroute" in ('b1', 'onderwijs', 'z')),
	CONSTRAINT "pip_templates_groep" CHECK ("pip_templates"."groep" in ('asiel', 'gezin_overig'))
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"person_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"query" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_filters_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "signal_snoozes" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"signaal" text collate "C" NOT NULL,
	"tot_en_met" date NOT NULL,
	"reason" text collate "C" NOT NULL,
	"note" text collate "C",
	"snoozed_by" text collate "C" NOT NULL,
	"snoozed_at" timestamp (3) with time zone NOT NULL,
	"ended_by" text collate "C",
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "signal_snoozes_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "signal_snoozes_signaal" CHECK ("signal_snoozes"."signaal" in ('pip_termijn', 'geen_contact', 'niet_gekomen', 'tempo_te_laag', 'termijn_eindigt', 'schakelen_laatste_dag', 'ontzorgen_eindigt', 'verlenging_mogelijk', 'vraag_onbeantwoord', 'afspraak_antwoord', 'pip_niet_gezien', 'pip_niet_begrepen', 'uren_betwist', 'uren_onbevestigd', 'nooit_aangemeld', 'tolk_ontbreekt', 'vertaling_ongecontroleerd', 'duo_lijst', 'overdracht', 'lang_niet_bekeken')),
	CONSTRAINT "signal_snoozes_reason" CHECK ("signal_snoozes"."reason" in ('wacht_op_inburgeraar', 'wacht_op_ander', 'al_besproken', 'vakantie_of_ziek', 'niet_van_toepassing', 'anders'))
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"van_gemeente_id" text collate "C" NOT NULL,
	"naar_gemeente_id" text collate "C" NOT NULL,
	"verhuisdag" date NOT NULL,
	"packet" text NOT NULL,
	"note" text collate "C",
	"state" text collate "C" DEFAULT 'gevraagd' NOT NULL,
	"requested_by" text collate "C" NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text collate "C",
	"decided_at" timestamp (3) with time zone,
	"refusal" text collate "C",
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "transfers_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "transfers_state" CHECK ("transfers"."state" in ('gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken'))
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "interpreter_dialect" text collate "C";--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "zinnen" text;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "absence_reason" text collate "C";--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "is_niet_verwijtbaar" boolean;--> statement-breakpoint
ALTER TABLE "appointments" ADD COLUMN "series_id" text collate "C";--> statement-breakpoint
ALTER TABLE "caseload" ADD COLUMN "last_opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "activity_id" text collate "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "has_high_contrast" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "has_sound" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "has_hijri_days" boolean;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "phrases" ADD COLUMN "replaces_id" text collate "C";--> statement-breakpoint
ALTER TABLE "question_messages" ADD COLUMN "zinnen" text;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_groups" ADD CONSTRAINT "appointment_groups_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_groups" ADD CONSTRAINT "appointment_groups_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_groups" ADD CONSTRAINT "appointment_groups_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clips" ADD CONSTRAINT "clips_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duo_ticks" ADD CONSTRAINT "duo_ticks_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duo_ticks" ADD CONSTRAINT "duo_ticks_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handhaving" ADD CONSTRAINT "handhaving_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handhaving" ADD CONSTRAINT "handhaving_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_templates" ADD CONSTRAINT "pip_templates_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pip_templates" ADD CONSTRAINT "pip_templates_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_snoozes" ADD CONSTRAINT "signal_snoozes_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_snoozes" ADD CONSTRAINT "signal_snoozes_snoozed_by_people_id_fk" FOREIGN KEY ("snoozed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal_snoozes" ADD CONSTRAINT "signal_snoozes_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_van_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("van_gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_naar_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("naar_gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_gemeente" ON "activities" USING btree ("gemeente_id","is_active");--> statement-breakpoint
CREATE INDEX "appointment_groups_gemeente" ON "appointment_groups" USING btree ("gemeente_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "clips_of_gemeente" ON "clips" USING btree ("gemeente_id","locale","key") WHERE gemeente_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "clips_of_all" ON "clips" USING btree ("locale","key") WHERE gemeente_id is null;--> statement-breakpoint
CREATE INDEX "pip_templates_gemeente" ON "pip_templates" USING btree ("gemeente_id","leerroute");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_open" ON "transfers" USING btree ("inburgeraar_id") WHERE state = 'gevraagd';--> statement-breakpoint
CREATE INDEX "transfers_receiver" ON "transfers" USING btree ("naar_gemeente_id","state");