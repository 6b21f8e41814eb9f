-- Ledgers, published plans and the audit log never change; rows go only together with the person (retention).
CREATE TRIGGER hour_entries_no_update BEFORE UPDATE ON hour_entries
BEGIN
	SELECT RAISE(ABORT, 'hour_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER hour_entries_no_delete BEFORE DELETE ON hour_entries
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'hour_entries is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER traject_events_no_update BEFORE UPDATE ON traject_events
BEGIN
	SELECT RAISE(ABORT, 'traject_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER traject_events_no_delete BEFORE DELETE ON traject_events
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'traject_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER exam_attempts_no_update BEFORE UPDATE ON exam_attempts
BEGIN
	SELECT RAISE(ABORT, 'exam_attempts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER exam_attempts_no_delete BEFORE DELETE ON exam_attempts
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'exam_attempts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER appointment_changes_no_update BEFORE UPDATE ON appointment_changes
BEGIN
	SELECT RAISE(ABORT, 'appointment_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER appointment_changes_no_delete BEFORE DELETE ON appointment_changes
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'appointment_changes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER wet_receipts_no_update BEFORE UPDATE ON wet_receipts
BEGIN
	SELECT RAISE(ABORT, 'wet_receipts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER wet_receipts_no_delete BEFORE DELETE ON wet_receipts
WHEN EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'wet_receipts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events
BEGIN
	SELECT RAISE(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events
BEGIN
	SELECT RAISE(ABORT, 'audit_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER pips_no_update BEFORE UPDATE ON pips
WHEN OLD.published_at IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'a published PIP never changes');
END;
--> statement-breakpoint
CREATE TRIGGER pips_no_delete BEFORE DELETE ON pips
WHEN OLD.published_at IS NOT NULL AND EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'a published PIP never changes');
END;
--> statement-breakpoint
CREATE TRIGGER pip_afspraken_no_insert BEFORE INSERT ON pip_afspraken
WHEN EXISTS (SELECT 1 FROM pips WHERE inburgeraar_id = NEW.inburgeraar_id AND versie = NEW.versie AND published_at IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'a published PIP never changes');
END;
--> statement-breakpoint
CREATE TRIGGER pip_afspraken_no_update BEFORE UPDATE ON pip_afspraken
WHEN EXISTS (SELECT 1 FROM pips WHERE inburgeraar_id = NEW.inburgeraar_id AND versie = NEW.versie AND published_at IS NOT NULL)
	OR EXISTS (SELECT 1 FROM pips WHERE inburgeraar_id = OLD.inburgeraar_id AND versie = OLD.versie AND published_at IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'a published PIP never changes');
END;
--> statement-breakpoint
CREATE TRIGGER pip_afspraken_no_delete BEFORE DELETE ON pip_afspraken
WHEN EXISTS (SELECT 1 FROM pips WHERE inburgeraar_id = OLD.inburgeraar_id AND versie = OLD.versie AND published_at IS NOT NULL)
BEGIN
	SELECT RAISE(ABORT, 'a published PIP never changes');
END;
