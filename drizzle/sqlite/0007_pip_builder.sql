ALTER TABLE `pip_afspraken` ADD `zinnen` text;--> statement-breakpoint
ALTER TABLE `pip_afspraken` ADD `vanaf_dagen` integer;--> statement-breakpoint
ALTER TABLE `pip_afspraken` ADD `tot_dagen` integer;--> statement-breakpoint
ALTER TABLE `pip_reads` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `pips` ADD `zinnen` text;