import type { Leerroute, LocaleId, Verblijfsvergunning } from '#lib/domain/vocabulary.ts';
import type { StaffKey } from './ids.ts';
import type { Plot } from './crowd-plots.ts';

export interface Stranger {
	name: string;
	locale: LocaleId;
	/** Dutch name of the language of the interpreter. */
	tolk?: string;
	age: number;
	permit: Verblijfsvergunning;
	leerroute: Leerroute;
	/** Months since the first PIP. */
	months: number;
	/** Of ten lessons, how many were followed. */
	pace: number;
	plot: Plot;
	consulent: StaffKey;
}

const permits = {
	asiel: 'asiel_bepaalde_tijd',
	nareis: 'regulier_gezin_bij_asielhouder',
	gezin: 'regulier_gezin',
	geestelijke: 'regulier_geestelijke_bedienaar',
	overig: 'regulier_overig'
} as const satisfies Record<string, Verblijfsvergunning>;

type Row = [name: string, locale: LocaleId, tolk: string | null, age: number, permit: keyof typeof permits, leerroute: Leerroute, months: number, pace: number, plot: Plot]; // prettier-ignore

/** The rest of the caseload: names invented, one plot each, so that every signal of the Monday list has somebody. */
const ofSanne: Row[] = [
	['Ahmad Darwish', 'ar', 'Arabisch', 41, 'asiel', 'b1', 20, 9, 'steady'],
	['Fatima az-Zahra al-Hamwi', 'ar', 'Arabisch', 33, 'asiel', 'b1', 4, 8, 'ontzorgen'],
	['Omar Qabbani', 'ar', 'Arabisch', 27, 'asiel', 'onderwijs', 5, 9, 'steady'],
	['Salma Idris', 'ar', 'Arabisch', 52, 'asiel', 'z', 26, 7, 'slow'],
	['Hisham Nasser', 'ar', 'Arabisch', 38, 'asiel', 'b1', 32, 5, 'termSoon'],
	['Reem Haddad', 'ar', 'Arabisch', 24, 'nareis', 'b1', 11, 8, 'question'],
	['Mahmoud Sabbagh', 'ar', 'Arabisch', 46, 'asiel', 'z', 14, 8, 'noShow'],
	['Dalia Mansour', 'ar', null, 30, 'gezin', 'b1', 9, 9, 'steady'],
	['Ibrahim Adam Abdalla', 'ar', 'Arabisch', 29, 'asiel', 'b1', 17, 6, 'switchNear'],
	['Filmon Habte', 'ti', 'Tigrinya', 23, 'asiel', 'b1', 15, 8, 'unseen'],
	['Semhar Tesfay', 'ti', 'Tigrinya', 31, 'asiel', 'b1', 22, 9, 'steady'],
	['Yonas Kidane Woldemariam', 'ti', 'Tigrinya', 19, 'asiel', 'onderwijs', 9, 8, 'steady'],
	['Abrehet Ghebreslassie Tekle', 'ti', 'Tigrinya', 58, 'asiel', 'z', 30, 6, 'noContact'],
	['Mebrahtu Zerai', 'ti', 'Tigrinya', 36, 'asiel', 'z', 8, 9, 'neverSignedIn'],
	['Luwam Estifanos', 'ti', 'Tigrinya', 28, 'nareis', 'b1', 3, 9, 'proposal'],
	['Mehmet Kaya', 'tr', 'Turks', 35, 'gezin', 'b1', 12, 7, 'steady'],
	['Zeynep Öztürk', 'tr', null, 26, 'gezin', 'b1', 19, 9, 'disputed'],
	['Hüseyin Çelik', 'tr', 'Turks', 49, 'gezin', 'z', 24, 4, 'slow'],
	['Ayşe Nur Şahin', 'tr', null, 31, 'asiel', 'b1', 14, 10, 'steady'],
	['Mustafa Yılmaz', 'tr', 'Turks', 40, 'geestelijke', 'b1', 10, 8, 'steady'],
	['Maryam Hosseini', 'fa', 'Farsi', 37, 'asiel', 'b1', 21, 9, 'steady'],
	['Reza Karimi', 'fa', 'Farsi', 44, 'asiel', 'b1', 33, 7, 'extensionAsked'],
	['Shirin Ebrahimi', 'fa', null, 22, 'asiel', 'onderwijs', 13, 9, 'unseen'],
	['Behrouz Ahmadi', 'fa', 'Farsi', 55, 'asiel', 'z', 18, 7, 'switchNear'],
	['Kaveh Jalali', 'fa', 'Farsi', 29, 'asiel', 'b1', 0, 0, 'pipDue'],
	['Gul Pari Noorzai', 'fa-AF', 'Dari', 34, 'asiel', 'z', 12, 8, 'neverSignedIn'],
	['Abdul Wahid Rahmani', 'fa-AF', 'Dari', 45, 'asiel', 'b1', 16, 8, 'confused'],
	['Sediqa Hashimi', 'fa-AF', 'Dari', 27, 'asiel', 'b1', 4, 9, 'ontzorgen'],
	['Ramin Yaqubi', 'fa-AF', 'Dari', 20, 'asiel', 'onderwijs', 4, 9, 'steady'],
	['Nasrin Amiri', 'fa-AF', 'Dari', 39, 'nareis', 'b1', 25, 6, 'noContact'],
	['Khan Zaman Safi', 'ps', 'Pasjtoe', 42, 'asiel', 'z', 20, 5, 'noShow'],
	['Palwasha Zadran', 'ps', 'Pasjtoe', 25, 'asiel', 'b1', 10, 8, 'steady'],
	['Gulalai Wardak', 'ps', 'Pasjtoe', 48, 'nareis', 'z', 0, 0, 'intakeMissed'],
	['Farah Abdi Hassan', 'so', 'Somalisch', 32, 'asiel', 'b1', 13, 8, 'question'],
	['Ayaan Mohamed Ali', 'so', 'Somalisch', 28, 'asiel', 'b1', 23, 9, 'steady'],
	['Cabdullahi Nuur Xirsi', 'so', 'Somalisch', 61, 'asiel', 'z', 27, 7, 'steady'],
	['Hodan Warsame', 'so', 'Somalisch', 21, 'nareis', 'onderwijs', 2, 9, 'unseen'],
	['Rojda Kılıç', 'ku', 'Koerdisch (Kurmanci)', 30, 'gezin', 'b1', 8, 8, 'steady'],
	['Azad Barzani', 'ku', 'Koerdisch (Kurmanci)', 37, 'asiel', 'b1', 35, 8, 'termSoon'],
	['Hêvîn Osman', 'ku', 'Koerdisch (Kurmanci)', 43, 'asiel', 'z', 16, 8, 'cannotCome'],
	['Selamawit Haile', 'am', 'Amhaars', 29, 'asiel', 'b1', 18, 9, 'steady'],
	['Dawit Alemayehu', 'am', 'Amhaars', 34, 'gezin', 'b1', 28, 7, 'slow'],
	['Hiwot Girma', 'am', 'Amhaars', 26, 'gezin', 'b1', 1, 9, 'looking'],
	['Shilan Karim Rashid', 'ckb', 'Koerdisch (Sorani)', 36, 'asiel', 'b1', 11, 8, 'steady'],
	['Dilshad Hama Amin', 'ckb', 'Koerdisch (Sorani)', 50, 'asiel', 'z', 0, 0, 'pipLate'],
	['Aminata Diallo', 'fr', 'Frans', 33, 'gezin', 'b1', 15, 8, 'unseen'],
	['Jean-Baptiste Nsengiyumva Habyarimana', 'fr', 'Frans', 45, 'asiel', 'b1', 24, 8, 'disputed'],
	['Marie-Claire Bizimana', 'fr', 'Frans', 57, 'nareis', 'z', 33, 8, 'zAlmostDone'],
	['Carlos Andrés Peña', 'es', null, 31, 'gezin', 'b1', 22, 10, 'done'],
	['Lucía Gutiérrez', 'es', null, 27, 'overig', 'b1', 6, 8, 'looking'],
	['Iryna Bondarenko', 'uk', null, 38, 'gezin', 'b1', 17, 9, 'steady'],
	['Natalia Petrova', 'ru', 'Russisch', 41, 'gezin', 'b1', 29, 5, 'noContact'],
	['Timur Achmatov', 'ru', 'Russisch', 35, 'asiel', 'b1', 38, 6, 'termOver'],
	['Li Wei', 'zh-Hans', 'Chinees', 30, 'gezin', 'b1', 12, 9, 'question'],
	['Zhang Meiling', 'zh-Hans', 'Chinees', 44, 'gezin', 'z', 10, 7, 'noShow'],
	['Priya Raghunathan', 'en', null, 29, 'gezin', 'b1', 26, 9, 'done'],
	['Chinedu Okonkwo', 'en', null, 34, 'gezin', 'b1', 4, 8, 'draft'],
	['Grace Wanjiku Mwangi', 'en', null, 28, 'gezin', 'b1', 0, 0, 'notified'],
	['Mulugeta', 'am', 'Amhaars', 33, 'asiel', 'b1', 0, 0, 'linked']
];
const ofYoussef: Row[] = [
	['Nour Shahin', 'ar', 'Arabisch', 26, 'asiel', 'b1', 9, 8, 'steady'],
	['Bassel Khoury', 'ar', 'Arabisch', 48, 'asiel', 'z', 21, 7, 'question'],
	['Merhawi Tekeste', 'ti', 'Tigrinya', 30, 'asiel', 'b1', 14, 8, 'steady'],
	['Emine Arslan', 'tr', null, 33, 'gezin', 'b1', 5, 9, 'unseen'],
	['Parisa Moradi', 'fa', 'Farsi', 24, 'asiel', 'onderwijs', 11, 9, 'steady'],
	['Sayed Mirwais Alizada', 'fa-AF', 'Dari', 39, 'asiel', 'b1', 31, 6, 'termSoon'],
	['Halimo Jimale', 'so', 'Somalisch', 44, 'asiel', 'z', 17, 7, 'noContact'],
	['Olena Tkachenko', 'uk', null, 36, 'gezin', 'b1', 20, 9, 'steady']
];
const ofIlse: Row[] = [
	['Kareem Abboud', 'ar', 'Arabisch', 35, 'asiel', 'b1', 16, 8, 'steady'],
	['Rahel Gebru', 'ti', 'Tigrinya', 27, 'asiel', 'b1', 6, 9, 'question'],
	['Fevzi Aydın', 'tr', 'Turks', 51, 'gezin', 'z', 13, 7, 'noShow'],
	['Laila Popal', 'ps', 'Pasjtoe', 31, 'asiel', 'b1', 22, 8, 'unseen'],
	['Samuel Osei', 'en', null, 29, 'gezin', 'b1', 3, 9, 'looking']
];

const told =
	(consulent: StaffKey) =>
	([name, locale, tolk, age, permit, leerroute, months, pace, plot]: Row): Stranger => ({
		...{ name, locale, age, leerroute, months, pace, plot, consulent },
		tolk: tolk ?? undefined,
		permit: permits[permit]
	});

export const strangers: Stranger[] = [
	...ofSanne.map(told('consulent')),
	...ofYoussef.map(told('consulent-collega')),
	...ofIlse.map(told('consulent-elders'))
];
