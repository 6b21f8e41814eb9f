import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { Calendar } from './calendar.ts';
import type { Life } from './life.ts';

const heads: [string, string, LocaleId, number, Life['verblijfsvergunning']][] = [
	['asiel-b1-ar', 'Yusuf al-Khatib', 'ar', 34, 'asiel_bepaalde_tijd'],
	['asiel-z-ti', 'Letebrhan Gebremeskel', 'ti', 47, 'asiel_bepaalde_tijd'],
	['asiel-onderwijs-fa', 'Niloufar Rahimi', 'fa', 20, 'asiel_bepaalde_tijd'],
	['asiel-intake-so', 'Abdirahman Warsame Jama', 'so', 29, 'asiel_bepaalde_tijd'],
	['asiel-gezin-ps', 'Zarghuna Stanekzai', 'ps', 31, 'regulier_gezin_bij_asielhouder'],
	['gezin-b1-tr', 'Elif Yıldırım', 'tr', 28, 'regulier_gezin'],
	['gezin-z-ku', 'Berivan Aslan-Demirtaş', 'ku', 44, 'regulier_gezin'],
	['asiel-verlengd-fa-af', 'Mohammad Naweed Sultani', 'fa-AF', 38, 'asiel_bepaalde_tijd'],
	['asiel-verhuisd-am', 'Tigist Bekele Wolde-Mariam', 'am', 26, 'asiel_bepaalde_tijd'],
	['gezin-klaar-uk', 'Oksana Kovalchuk', 'uk', 33, 'regulier_gezin'],
	[
		'gezin-vraag-es',
		'María Fernanda de los Ángeles Rodríguez Villanueva Castellanos',
		'es',
		36,
		'regulier_gezin'
	]
];

/** Everybody of the demo. */
export const livesOf = (days: Calendar): Life[] =>
	heads.map(([key, name, locale, years, verblijfsvergunning]) => ({
		key,
		isPersona: true,
		gemeente: 'waterrijk',
		consulent: 'consulent',
		sinds: days.ago({ months: 12 }),
		person: { name, locale, born: days.ago({ years, days: 100 }), createdOn: days.ago({ months: 12 }) },
		groep: key.startsWith('asiel') ? 'asiel' : 'gezin_overig',
		verblijfsvergunning,
		bekendmakingVerblijfsrecht: days.ago({ months: 20 }),
		events: [],
		pips: []
	}));
