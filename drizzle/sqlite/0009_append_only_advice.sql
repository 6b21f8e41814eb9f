-- Signed advice never changes; it goes only together with the person.
CREATE TRIGGER course_advices_no_update BEFORE UPDATE ON course_advices
WHEN OLD.signed_at IS NOT NULL
BEGIN
	SELECT RAISE(ABORT, 'signed advice never changes');
END;
--> statement-breakpoint
CREATE TRIGGER course_advices_no_delete BEFORE DELETE ON course_advices
WHEN OLD.signed_at IS NOT NULL AND EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)
BEGIN
	SELECT RAISE(ABORT, 'signed advice never changes');
END;
