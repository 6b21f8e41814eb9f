import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { locales, type Locale } from '#lib/paraglide/runtime.js';
import { reviewed } from './reviewed.ts';

/** The one table of languages, in the fixed order in which they are offered. */
export const languages: readonly { id: LocaleId; own: string; dutch: string; dir: 'ltr' | 'rtl' }[] = [
	{ id: 'nl', own: 'Nederlands', dutch: 'Nederlands', dir: 'ltr' },
	{ id: 'en', own: 'English', dutch: 'Engels', dir: 'ltr' },
	{ id: 'ar', own: 'العربية', dutch: 'Arabisch', dir: 'rtl' },
	{ id: 'ti', own: 'ትግርኛ', dutch: 'Tigrinya', dir: 'ltr' },
	{ id: 'tr', own: 'Türkçe', dutch: 'Turks', dir: 'ltr' },
	{ id: 'fa', own: 'فارسی', dutch: 'Farsi', dir: 'rtl' },
	{ id: 'fa-AF', own: 'دری', dutch: 'Dari', dir: 'rtl' },
	{ id: 'ps', own: 'پښتو', dutch: 'Pasjtoe', dir: 'rtl' },
	{ id: 'so', own: 'Soomaali', dutch: 'Somalisch', dir: 'ltr' },
	{ id: 'ku', own: 'Kurmancî', dutch: 'Koerdisch (Kurmanci)', dir: 'ltr' },
	{ id: 'am', own: 'አማርኛ', dutch: 'Amhaars', dir: 'ltr' },
	{ id: 'ckb', own: 'سۆرانی', dutch: 'Koerdisch (Sorani)', dir: 'rtl' },
	{ id: 'fr', own: 'Français', dutch: 'Frans', dir: 'ltr' },
	{ id: 'es', own: 'Español', dutch: 'Spaans', dir: 'ltr' },
	{ id: 'uk', own: 'Українська', dutch: 'Oekraïens', dir: 'ltr' },
	{ id: 'ru', own: 'Русский', dutch: 'Russisch', dir: 'ltr' },
	{ id: 'zh-Hans', own: '简体中文', dutch: 'Chinees', dir: 'ltr' }
];

export const languageOf = (id: LocaleId) => languages.find((language) => language.id === id) ?? languages[0]!;

/** Whether the portal itself already speaks this language. */
export const isTranslated = (id: string): id is Locale => (locales as readonly string[]).includes(id);

/** Whether a person has checked every message of the language: messages/status says so. */
export const isReviewed = (id: LocaleId): boolean => reviewed.includes(id);
