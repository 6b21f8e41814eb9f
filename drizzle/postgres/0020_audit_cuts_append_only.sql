-- An event of the audit log goes only where a cut says so, and a cut says so only of what is a year old (AUD-08).
CREATE FUNCTION refuse_delete_of_uncut() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT 1 FROM audit_cuts WHERE seq >= OLD.seq) THEN
		RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
DROP TRIGGER audit_events_no_delete ON audit_events;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_uncut();
--> statement-breakpoint
CREATE FUNCTION refuse_cut_of_what_is_young() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.older_than > NEW.cut_at - interval '365 days'
		OR EXISTS (SELECT 1 FROM audit_cuts WHERE seq >= NEW.seq)
		OR NOT EXISTS (SELECT 1 FROM audit_events WHERE seq = NEW.seq AND hash = NEW.hash AND at < NEW.older_than) THEN
		RAISE EXCEPTION 'audit_cuts: only old events can be cut off';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_cuts_only_what_is_old BEFORE INSERT ON audit_cuts FOR EACH ROW EXECUTE FUNCTION refuse_cut_of_what_is_young();
--> statement-breakpoint
CREATE TRIGGER audit_cuts_no_change BEFORE UPDATE OR DELETE ON audit_cuts FOR EACH ROW EXECUTE FUNCTION refuse_change();
