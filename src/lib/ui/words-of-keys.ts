import { m } from '#lib/paraglide/messages.js';

/** The keys of static/staff.js, said in words. */
export const keyWords = (): { key: string; words: string }[] => [
	{ key: '/', words: m.admin_toetsen_zoek() },
	{ key: 'j', words: m.admin_toetsen_volgende() },
	{ key: 'k', words: m.admin_toetsen_vorige() },
	{ key: 'Enter', words: m.admin_toetsen_open() },
	{ key: 's', words: m.admin_toetsen_later() },
	{ key: '?', words: m.admin_toetsen_lijst() }
];
