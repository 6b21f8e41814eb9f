ALTER TABLE `gemeenten` ADD `theme_former` text;--> statement-breakpoint
ALTER TABLE `gemeenten` ADD `theme_draft` text;