-- Contacts, steps of the hearing ladder and ticks of the DUO list never change; rows go only together with the person.
CREATE TRIGGER contact_log_no_update BEFORE UPDATE ON contact_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER contact_log_no_delete BEFORE DELETE ON contact_log FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER handhaving_no_update BEFORE UPDATE ON handhaving FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER handhaving_no_delete BEFORE DELETE ON handhaving FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
--> statement-breakpoint
CREATE TRIGGER duo_ticks_no_update BEFORE UPDATE ON duo_ticks FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER duo_ticks_no_delete BEFORE DELETE ON duo_ticks FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_somebody_present();
