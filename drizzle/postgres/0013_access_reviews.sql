CREATE TABLE "access_reviews" (
	"gemeente_id" text collate "C" NOT NULL,
	"week" date NOT NULL,
	"signed_by" text collate "C" NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"note" text collate "C",
	CONSTRAINT "access_reviews_gemeente_id_week_pk" PRIMARY KEY("gemeente_id","week")
);
--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_gemeente_id_gemeenten_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."gemeenten"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_reviews" ADD CONSTRAINT "access_reviews_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");