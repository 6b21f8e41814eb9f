import { expect, test } from 'vitest';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { dayText, monthText } from './format.ts';

/** Monday to Sunday, as people say them. */
const days: Record<LocaleId, string> = {
	nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
	en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
	ar: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
	ti: 'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት',
	tr: 'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar',
	fa: 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
	'fa-AF': 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
	ps: 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
	so: 'Isniin Talaado Arbaco Khamiis Jimco Sabti Axad',
	ku: 'duşem sêşem çarşem pêncşem înî şemî yekşem',
	am: 'ሰኞ ማክሰኞ ረቡዕ ሐሙስ ዓርብ ቅዳሜ እሑድ',
	ckb: 'دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە',
	fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
	es: 'lunes martes miércoles jueves viernes sábado domingo',
	uk: 'понеділок вівторок середа четвер пʼятниця субота неділя',
	ru: 'понедельник вторник среда четверг пятница суббота воскресенье',
	'zh-Hans': '星期一 星期二 星期三 星期四 星期五 星期六 星期日'
};

test.each(Object.entries(days) as [LocaleId, string][])('the days of the week in %s', (locale, names) => {
	const monday = Temporal.PlainDate.from('2026-11-23');
	const said = Array.from({ length: 7 }, (_, n) => dayText(monday.add({ days: n }), locale).weekday);
	expect(said.join(' ')).toBe(names);
});

test('the Solar Hijri day stands beside the day in fa, fa-AF and ps only', () => {
	const day = Temporal.PlainDate.from('2026-11-23');
	for (const locale of Object.keys(days) as LocaleId[])
		expect(dayText(day, locale).extra, locale).toBe(
			['fa', 'fa-AF', 'ps'].includes(locale) ? '1405/09/02' : undefined
		);
});

test('a month has a name only where its name cannot mislead (ui.md 4.2)', () => {
	const may = Temporal.PlainDate.from('2027-05-09');
	expect(monthText(may, 'nl')).toBe('mei 2027');
	expect(monthText(may, 'uk')).toMatch(/травень 2027/);
	for (const locale of ['ar', 'ti', 'am', 'fa', 'fa-AF', 'ps', 'so', 'ku', 'ckb'] as const)
		expect(monthText(may, locale), locale).toBe('05-2027');
});
