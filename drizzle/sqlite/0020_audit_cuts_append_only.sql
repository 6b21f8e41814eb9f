-- An event of the audit log goes only where a cut says so, and a cut says so only of what is a year old (AUD-08).
DROP TRIGGER audit_events_no_delete;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
WHEN NOT EXISTS (SELECT 1 FROM audit_cuts WHERE seq >= OLD.seq)
BEGIN
	SELECT RAISE(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_cuts_only_what_is_old BEFORE INSERT ON audit_cuts
WHEN NEW.older_than > NEW.cut_at - 31536000000
	OR EXISTS (SELECT 1 FROM audit_cuts WHERE seq >= NEW.seq)
	OR NOT EXISTS (SELECT 1 FROM audit_events WHERE seq = NEW.seq AND hash = NEW.hash AND at < NEW.older_than)
BEGIN
	SELECT RAISE(ABORT, 'audit_cuts: only old events can be cut off');
END;
--> statement-breakpoint
CREATE TRIGGER audit_cuts_no_update BEFORE UPDATE ON audit_cuts
BEGIN
	SELECT RAISE(ABORT, 'audit_cuts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_cuts_no_delete BEFORE DELETE ON audit_cuts
BEGIN
	SELECT RAISE(ABORT, 'audit_cuts is append-only');
END;
