-- Ledgers, published plans and the audit log never change; rows go only together with the person (retention).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_delete_of_somebody_present() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id) THEN
		RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER hour_entries_no_update BEFORE UPDATE ON hour_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER hour_entries_no_delete BEFORE DELETE ON hour_entries FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER traject_events_no_update BEFORE UPDATE ON traject_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER traject_events_no_delete BEFORE DELETE ON traject_events FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER exam_attempts_no_update BEFORE UPDATE ON exam_attempts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER exam_attempts_no_delete BEFORE DELETE ON exam_attempts FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER appointment_changes_no_update BEFORE UPDATE ON appointment_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER appointment_changes_no_delete BEFORE DELETE ON appointment_changes FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER wet_receipts_no_update BEFORE UPDATE ON wet_receipts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER wet_receipts_no_delete BEFORE DELETE ON wet_receipts FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_events_no_delete BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_published_pip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF OLD.published_at IS NOT NULL AND (TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM inburgeraren WHERE inburgeraar_id = OLD.inburgeraar_id)) THEN
		RAISE EXCEPTION 'a published PIP never changes';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER pips_immutable BEFORE UPDATE OR DELETE ON pips FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_pip();
--> statement-breakpoint
CREATE FUNCTION refuse_afspraak_of_published_pip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT 1 FROM pips p WHERE p.published_at IS NOT NULL
		AND ((p.inburgeraar_id = NEW.inburgeraar_id AND p.versie = NEW.versie) OR (p.inburgeraar_id = OLD.inburgeraar_id AND p.versie = OLD.versie))) THEN
		RAISE EXCEPTION 'a published PIP never changes';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER pip_afspraken_immutable BEFORE INSERT OR UPDATE OR DELETE ON pip_afspraken FOR EACH ROW EXECUTE FUNCTION refuse_afspraak_of_published_pip();
