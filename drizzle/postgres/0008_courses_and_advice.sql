CREATE TABLE "course_advices" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"courses" text NOT NULL,
	"zinnen" text NOT NULL,
	"text" text collate "C",
	"replaces_id" text collate "C",
	"created_by" text collate "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"signed_by" text collate "C",
	"signed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "course_advices_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "course_advices_signed" CHECK (("course_advices"."signed_at" is null) = ("course_advices"."signed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "course_choices" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"course_id" text collate "C" NOT NULL,
	"advice_id" text collate "C",
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"afspraak_id" text collate "C",
	"agreed_by" text collate "C",
	"agreed_at" timestamp (3) with time zone,
	CONSTRAINT "course_choices_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "course_choices_agreed" CHECK (("course_choices"."agreed_at" is null) = ("course_choices"."agreed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "course_sharings" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"id" text collate "C" NOT NULL,
	"answers" text NOT NULL,
	"shared_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "course_sharings_inburgeraar_id_id_pk" PRIMARY KEY("inburgeraar_id","id"),
	CONSTRAINT "course_sharings_order" CHECK ("course_sharings"."ended_at" is null or "course_sharings"."ended_at" >= "course_sharings"."shared_at")
);
--> statement-breakpoint
CREATE TABLE "course_shortlist" (
	"inburgeraar_id" text collate "C" NOT NULL,
	"course_id" text collate "C" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "course_shortlist_inburgeraar_id_course_id_pk" PRIMARY KEY("inburgeraar_id","course_id")
);
--> statement-breakpoint
ALTER TABLE "phrases" DROP CONSTRAINT "phrases_kind";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "ref" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "goal" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "physical_minutes" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "weeks" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "material_cents" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "price_source" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "price_checked_on" date;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "has_continuous_start" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "schedule_source" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "schedule_checked_on" date;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "address" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "travel_minutes" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "pass_rate_source" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "pass_rate_checked_on" date;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "satisfaction_tenths" integer;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "satisfaction_source" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "satisfaction_checked_on" date;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "keurmerk_valid_until" date;--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "keurmerk_source" text collate "C";--> statement-breakpoint
ALTER TABLE "courses" ADD COLUMN "email" text collate "C";--> statement-breakpoint
ALTER TABLE "course_advices" ADD CONSTRAINT "course_advices_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_advices" ADD CONSTRAINT "course_advices_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_advices" ADD CONSTRAINT "course_advices_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_choices" ADD CONSTRAINT "course_choices_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_choices" ADD CONSTRAINT "course_choices_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_choices" ADD CONSTRAINT "course_choices_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_sharings" ADD CONSTRAINT "course_sharings_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_shortlist" ADD CONSTRAINT "course_shortlist_inburgeraar_id_inburgeraren_inburgeraar_id_fk" FOREIGN KEY ("inburgeraar_id") REFERENCES "public"."inburgeraren"("inburgeraar_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_shortlist" ADD CONSTRAINT "course_shortlist_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "course_advices_one_draft" ON "course_advices" USING btree ("inburgeraar_id") WHERE signed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "course_choices_one_open" ON "course_choices" USING btree ("inburgeraar_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "course_sharings_one_open" ON "course_sharings" USING btree ("inburgeraar_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "courses_ref" ON "courses" USING btree ("gemeente_id","ref");--> statement-breakpoint
ALTER TABLE "phrases" ADD CONSTRAINT "phrases_kind" CHECK ("phrases"."kind" in ('reden', 'afspraak', 'antwoord', 'afspraak_in_pip', 'bericht', 'advies'));