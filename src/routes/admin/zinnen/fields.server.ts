import { phraseKinds } from '#lib/domain/vocabulary.ts';
import { choice, line, required } from '#lib/server/web/form.ts';

/** What is typed of a phrase: new, or in the place of another. */
export const phraseFields = { soort: choice(phraseKinds), nederlands: required(line(300)) };
