CREATE TABLE "audit_cuts" (
	"seq" integer PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"kept" integer NOT NULL,
	"kept_hash" text collate "C" NOT NULL,
	"older_than" timestamp (3) with time zone NOT NULL,
	"cut_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"person_key" text collate "C" PRIMARY KEY NOT NULL,
	"erased_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gemeenten" ADD COLUMN "bewaar_jaren" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "inburgeraren" ADD COLUMN "held_since" timestamp (3) with time zone;