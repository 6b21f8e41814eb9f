import type { AnswerKind, QuestionTopic } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';
import { say } from './say.ts';
import type { Words } from './words.ts';

type Said = typeof m.vraag_onderwerp_afspraak;

export const topicWords: Record<QuestionTopic, { message: Said; icon: PictogramName }> = {
	afspraak: { message: m.vraag_onderwerp_afspraak, icon: 'appointments' },
	les: { message: m.vraag_onderwerp_les, icon: 'lesson' },
	uren: { message: m.vraag_onderwerp_uren, icon: 'hours' },
	pip: { message: m.vraag_onderwerp_pip, icon: 'plan' },
	brief: { message: m.vraag_onderwerp_brief, icon: 'letter' },
	geld: { message: m.vraag_onderwerp_geld, icon: 'money' },
	kinderen: { message: m.vraag_onderwerp_kinderen, icon: 'family' },
	examen: { message: m.vraag_onderwerp_examen, icon: 'exam' },
	verlenging: { message: m.vraag_onderwerp_verlenging, icon: 'term' },
	bel_mij: { message: m.vraag_onderwerp_bel_mij, icon: 'phoneCall' },
	anders: { message: m.vraag_onderwerp_anders, icon: 'question' }
};
/** The standard answers of the consultant: the participant reads them in the own language. */
export const answerKindWords: Record<AnswerKind, Said> = {
	ik_zoek_het_uit: m.vraag_antwoord_ik_zoek_het_uit,
	ik_bel_u: m.vraag_antwoord_ik_bel_u,
	kom_langs: m.vraag_antwoord_kom_langs,
	het_klopt: m.vraag_antwoord_het_klopt,
	aangepast: m.vraag_antwoord_aangepast,
	brief_meenemen: m.vraag_antwoord_brief_meenemen,
	vraag_uw_school: m.vraag_antwoord_vraag_uw_school,
	vraag_duo: m.vraag_antwoord_vraag_duo
};
type Pictured = 'later' | 'seen' | 'done' | 'now';
export const questionStateWords: Record<
	'verstuurd' | 'gelezen' | 'beantwoord' | 'gesloten',
	{ state: Pictured; message: Said }
> = {
	verstuurd: { state: 'later', message: m.vraag_staat_verstuurd },
	gelezen: { state: 'seen', message: m.vraag_staat_gelezen },
	beantwoord: { state: 'done', message: m.vraag_staat_beantwoord },
	gesloten: { state: 'done', message: m.vraag_staat_gesloten }
};
/** What a question is about, as a label before the day or the version. */
export const aboutWords: Record<'afspraak' | 'uren' | 'pip', Said> = {
	afspraak: m.vragen_over_afspraak,
	uren: m.vragen_over_uren,
	pip: m.vragen_over_pip
};
const textErrors: Record<string, Said> = {
	verplicht: m.vraag_fout_verplicht,
	te_lang: m.vraag_fout_te_lang,
	vreemde_tekens: m.vraag_fout_vreemde_tekens
};
/** What is wrong with a text that somebody typed; nothing for a code that is not about the text. */
export function textErrorWords(code: string | undefined): Words | undefined {
	const message = code === undefined ? undefined : textErrors[code];
	return message && say(message);
}
export const adminQuestionStateWords: Record<
	keyof typeof questionStateWords,
	{ state: Pictured; message: () => string }
> = {
	verstuurd: { state: 'now', message: m.admin_vraag_nog_niet_gelezen },
	gelezen: { state: 'seen', message: m.admin_vraag_gelezen },
	beantwoord: { state: 'done', message: m.admin_vraag_beantwoord },
	gesloten: { state: 'done', message: m.admin_vraag_gesloten }
};
export const adminAboutWords: Record<'afspraak' | 'uren' | 'pip', () => string> = {
	afspraak: m.admin_vraag_over_afspraak,
	uren: m.admin_vraag_over_uren,
	pip: m.admin_vraag_over_pip
};
