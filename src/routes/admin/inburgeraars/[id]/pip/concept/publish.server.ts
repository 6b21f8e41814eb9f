import { z } from 'zod';
import { redenenWijziging } from '#lib/domain/vocabulary.ts';
import type { PublicatieFout } from '#lib/server/pip-publish.ts';
import { choice, day, formKey, lines, optional, version, type FieldErrors } from '#lib/server/web/form.ts';
import { zinFields } from '#lib/server/web/zinnen.ts';

export const publicatieSchema = z.object({
	formKey,
	version,
	reden: optional(choice(redenenWijziging)),
	...zinFields,
	toelichting: lines(1000),
	dagtekening: day,
	/** Empty: made known on the day of the decision. */
	bekendmaking: optional(day)
});

/** What a reason and an agreement can be said with. */
export const redenKinds = ['reden'] as const;

/** A code per field; what the draft lacks is shown by the page itself. */
export const errorsOf = (fouten: readonly PublicatieFout[]): FieldErrors =>
	Object.fromEntries(
		fouten.flatMap((one) => (one.veld === 'concept' ? [] : [[one.veld, one.fout] as const]))
	);
