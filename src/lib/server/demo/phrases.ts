import { slotKind, slotsIn, type ZinKind } from '#lib/domain/zinnen.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import type { phrases, phraseTexts } from '../db/schema.ts';
import { sourceHash } from '../phrase-hash.ts';
import type { Calendar } from './calendar.ts';
import { demoId } from './ids.ts';
import { gemeenteIds } from './places.ts';
import { staffRows } from './staff.ts';

interface Told {
	key: string;
	kind: ZinKind;
	dutch: string;
	/** Translations that somebody looked at. */
	reviewed?: Partial<Record<LocaleId, string>>;
	/** Translations that nobody looked at. */
	machine?: Partial<Record<LocaleId, string>>;
	/** What the Dutch was when it was translated, where it has changed since. */
	before?: string;
}

/** Phrases of the first municipality: reviewed in some languages, machine-made in others, one outdated, one without any. */
const told: Told[] = [
	{
		key: 'fietsenstalling',
		kind: 'afspraak',
		dutch: 'Uw fiets kan in de stalling achter het stadhuis.',
		reviewed: {
			en: 'You can put your bicycle in the shed behind the town hall.',
			ar: 'يمكنك وضع دراجتك في الموقف خلف مبنى البلدية.',
			tr: 'Bisikletinizi belediye binasının arkasındaki bisiklet parkına bırakabilirsiniz.',
			uk: 'Велосипед можна поставити на стоянці за ратушею.'
		},
		machine: { ti: 'ብሽክለታኹም ኣብ ድሕሪ ቤት ጽሕፈት ምምሕዳር ከተማ ከተቐምጥዋ ትኽእሉ ኢኹም።' }
	},
	{
		key: 'buurtkamer',
		kind: 'afspraak',
		dutch: 'Wij zijn in de buurtkamer. Ingang: {plaats}.',
		reviewed: { en: 'We are in the neighbourhood room. Entrance: {plaats}.', ar: 'نحن في غرفة الحي. المدخل: {plaats}.' } // prettier-ignore
	},
	{
		key: 'taalcafe',
		kind: 'afspraak_in_pip',
		dutch: 'U gaat elke week naar het taalcafé in de bibliotheek.',
		reviewed: { en: 'You go to the language café in the library every week.' },
		machine: {
			ar: 'تذهب كل أسبوع إلى مقهى اللغة في المكتبة.',
			fa: 'هر هفته به کافهٔ زبان در کتابخانه می‌روید.',
			es: 'Usted va cada semana al café de idiomas de la biblioteca.'
		}
	},
	{
		key: 'loket-dicht',
		kind: 'bericht',
		dutch: 'Het loket is dicht op {dag}. Bel ons gerust.',
		before: 'Het loket is dicht op {dag}.',
		machine: { en: 'The desk is closed on {dag}.', ar: 'المكتب مغلق يوم {dag}.' }
	},
	{ key: 'spreekuur', kind: 'antwoord', dutch: 'Kom naar het spreekuur op {dag} om {tijd}.' }
];

export function phraseRows(days: Calendar): {
	phrases: (typeof phrases.$inferInsert)[];
	texts: (typeof phraseTexts.$inferInsert)[];
} {
	const changedAt = days.past(days.ago({ months: 2 }), '11:20');
	const reviewer = staffRows.find(({ demoKey }) => demoKey === 'coordinator')?.name ?? null;
	const rows = told.map(({ key, kind, dutch }) => ({
		...{ id: demoId('phrase', key), gemeenteId: gemeenteIds.waterrijk, kind, key: demoId('phrase', key) },
		slots: slotsIn(dutch).map((name) => ({ name, kind: slotKind(name) ?? ('place' as const) }))
	}));
	const texts = told.flatMap(({ key, dutch, before = dutch, reviewed = {}, machine = {} }) => {
		const row = (locale: LocaleId, text: string, state: 'reviewed' | 'machine', source: string) => ({
			...{ phraseId: demoId('phrase', key), locale, text, state, sourceHash: sourceHash(source), changedAt },
			reviewer: state === 'reviewed' ? reviewer : null
		});
		const all = (texts: Partial<Record<LocaleId, string>>, state: 'reviewed' | 'machine') =>
			Object.entries(texts).map(([locale, text]) => row(locale as LocaleId, text, state, before));
		return [row('nl', dutch, 'reviewed', dutch), ...all(reviewed, 'reviewed'), ...all(machine, 'machine')];
	});
	return { phrases: rows, texts };
}
