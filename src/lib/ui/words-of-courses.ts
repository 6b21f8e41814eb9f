import type { EnrolmentKind } from '#lib/domain/vocabulary.ts';
import { categoryOfEnrolment } from '#lib/domain/hours.ts';
import type { PictogramName } from './pictograms.ts';
import { categoryWords } from './words-of-hours.ts';

export const courseIcons: Record<EnrolmentKind, PictogramName> = {
	taalcursus: 'lesson',
	knm_cursus: 'knm',
	alfabetisering: 'write',
	taalschakeltraject: 'school',
	pvt: 'pvt',
	module_map: 'moduleMap',
	praktijkplaats: 'work',
	vrijwilligerswerk: 'community',
	workshop: 'workshop',
	sport: 'community',
	taalmaatje: 'talk'
};
/** What the hours of a course or activity count as. */
export const courseWords = (kind: EnrolmentKind): string => categoryWords[categoryOfEnrolment[kind]]();
