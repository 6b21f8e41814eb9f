import { expect, test } from 'vitest';
// The script is plain JavaScript for browsers: no types.
const { spoken } = (await import('../static/speak.js' as string)) as {
	spoken: (text: string, lang: string) => string;
};

test.each([
	['a date in Dutch by the name of the month', 'nl', 'tot 03-05-2027', 'tot 3 mei 2027'],
	['a date in French', 'fr', '23-11-2026', '23 novembre 2026'],
	['a date in Chinese', 'zh-Hans', '23-11-2026', '2026年11月23日'],
	['an Arabic date by numbers: names of months differ by country', 'ar', '23-11-2026', '23, 11, 2026'],
	['a Tigrinya date by numbers: its months are other days', 'ti', '23-11-2026', '23, 11, 2026'],
	['a time in Dutch', 'nl', 'om 08:05 uur', 'om 8 uur 5'],
	['a whole hour in Dutch', 'nl', '14:00', '14 uur'],
	['from and to', 'nl', '14:30–15:00', '14 uur 30, 15 uur'],
	['hours of work of three digits', 'nl', '457:45 uur', '457 uur 45'],
	['hours in French once', 'fr', '12:30 heures sur 40', '12 heures 30 sur 40'],
	['a time in English as it stands', 'en', '08:10–09:00', '8:10, 9:00'],
	['a telephone number digit by digit', 'nl', 'Bel 06-1234 5678', 'Bel 0 6, 1 2 3 4, 5 6 7 8'],
	['a number with a country code', 'en', '+31 6 12345678', '+ 3 1, 6, 1 2 3 4 5 6 7 8'],
	['the short number of a municipality', 'nl', '14 035', '1 4, 0 3 5'],
	['a postcode', 'nl', '9991 AA Waterrijk', '9 9 9 1 AA Waterrijk'],
	['a fraction in words', 'nl', '12 / 40', '12 van 40'],
	['a fraction in Arabic', 'ar', '3/5', '3 من 5'],
	['abbreviations by letter, words as words', 'nl', 'MAP, PVT en PIP', 'M A P, P V T en PIP'],
	['a year and a plain number stay', 'nl', 'In 2027 zijn 1200 plaatsen.', 'In 2027 zijn 1200 plaatsen.']
])('read aloud: %s', (_, lang, text, said) => {
	// Intl writes `12 heures` with a space that does not break.
	expect(spoken(text, lang).replaceAll('\u00A0', ' ')).toBe(said);
});
