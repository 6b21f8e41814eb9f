-- Signed advice never changes; it goes only together with the person.
CREATE FUNCTION refuse_change_of_signed_advice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.signed_at IS NOT NULL AND (TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)) THEN
		RAISE EXCEPTION 'signed advice never changes';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER course_advices_immutable BEFORE UPDATE OR DELETE ON course_advices FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_advice();
