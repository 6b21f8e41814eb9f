import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { getLocale, locales, type Locale } from '#lib/paraglide/runtime.js';
import { reviewed } from './reviewed.ts';

/** The one table of languages, in the fixed order in which they are offered. */
export const languages: readonly {
	id: LocaleId;
	own: string;
	dutch: string;
	english: string;
	dir: 'ltr' | 'rtl';
}[] = [
	{ id: 'nl', own: 'Nederlands', dutch: 'Nederlands', english: 'Dutch', dir: 'ltr' },
	{ id: 'en', own: 'English', dutch: 'Engels', english: 'English', dir: 'ltr' },
	{ id: 'ar', own: 'العربية', dutch: 'Arabisch', english: 'Arabic', dir: 'rtl' },
	{ id: 'ti', own: 'ትግርኛ', dutch: 'Tigrinya', english: 'Tigrinya', dir: 'ltr' },
	{ id: 'tr', own: 'Türkçe', dutch: 'Turks', english: 'Turkish', dir: 'ltr' },
	{ id: 'fa', own: 'فارسی', dutch: 'Farsi', english: 'Farsi', dir: 'rtl' },
	{ id: 'fa-AF', own: 'دری', dutch: 'Dari', english: 'Dari', dir: 'rtl' },
	{ id: 'ps', own: 'پښتو', dutch: 'Pasjtoe', english: 'Pashto', dir: 'rtl' },
	{ id: 'so', own: 'Soomaali', dutch: 'Somalisch', english: 'Somali', dir: 'ltr' },
	{ id: 'ku', own: 'Kurmancî', dutch: 'Koerdisch (Kurmanci)', english: 'Kurdish (Kurmanji)', dir: 'ltr' },
	{ id: 'am', own: 'አማርኛ', dutch: 'Amhaars', english: 'Amharic', dir: 'ltr' },
	{ id: 'ckb', own: 'سۆرانی', dutch: 'Koerdisch (Sorani)', english: 'Kurdish (Sorani)', dir: 'rtl' },
	{ id: 'fr', own: 'Français', dutch: 'Frans', english: 'French', dir: 'ltr' },
	{ id: 'es', own: 'Español', dutch: 'Spaans', english: 'Spanish', dir: 'ltr' },
	{ id: 'uk', own: 'Українська', dutch: 'Oekraïens', english: 'Ukrainian', dir: 'ltr' },
	{ id: 'ru', own: 'Русский', dutch: 'Russisch', english: 'Russian', dir: 'ltr' },
	{ id: 'zh-Hans', own: '简体中文', dutch: 'Chinees', english: 'Chinese', dir: 'ltr' }
];

export const languageOf = (id: LocaleId) => languages.find((language) => language.id === id) ?? languages[0]!;

/** A language as staff call it: their pages are Dutch or English. */
export const languageName = (id: LocaleId): string => {
	const { dutch, english } = languageOf(id);
	return getLocale() === 'nl' ? dutch : english;
};

/** The language that was stored as a code or in Dutch words, such as that of an interpreter; undefined: another one. */
export const storedLanguage = (stored: string) =>
	languages.find(({ id, dutch }) => id === stored || dutch.toLowerCase() === stored.toLowerCase());

/** A stored language as staff call it; one that the portal does not know as it was written. */
export const storedLanguageName = (stored: string): string => {
	const known = storedLanguage(stored);
	return known ? languageName(known.id) : stored;
};

/** Whether the portal itself already speaks this language. */
export const isTranslated = (id: string): id is Locale => (locales as readonly string[]).includes(id);

/** Whether a person has checked every message of the language: messages/status says so. */
export const isReviewed = (id: LocaleId): boolean => reviewed.includes(id);
