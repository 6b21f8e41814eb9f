-- Contacts, steps of the hearing ladder and ticks of the DUO list never change; rows go only together with the person.
CREATE TRIGGER contact_log_no_update BEFORE UPDATE ON contact_log
BEGIN
	SELECT RAISE(ABORT, 'contact_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contact_log_no_delete BEFORE DELETE ON contact_log
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'contact_log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER handhaving_no_update BEFORE UPDATE ON handhaving
BEGIN
	SELECT RAISE(ABORT, 'handhaving is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER handhaving_no_delete BEFORE DELETE ON handhaving
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'handhaving is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER duo_ticks_no_update BEFORE UPDATE ON duo_ticks
BEGIN
	SELECT RAISE(ABORT, 'duo_ticks is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER duo_ticks_no_delete BEFORE DELETE ON duo_ticks
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'duo_ticks is append-only');
END;
