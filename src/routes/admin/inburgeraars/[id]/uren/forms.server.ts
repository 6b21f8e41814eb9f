import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { correctionReasons, hourCategories } from '#lib/domain/vocabulary.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import {
	checkbox,
	choice,
	day,
	duration,
	formKey,
	idField,
	lines,
	optional,
	version,
	type Typed
} from '#lib/server/web/form.ts';

const aDay = 1440;
const place = { category: choice(hourCategories), day };

export const recordSchema = z.object({
	...place,
	minutes: duration(aDay),
	enrolmentId: optional(idField),
	mayPrecedePip: checkbox,
	formKey
});
export const confirmSchema = z.object({
	entry: z.preprocess((v) => (v === '' ? [] : [v].flat()), z.array(idField).max(200))
});
/** An empty duration takes the hours away. */
const correction = {
	...place,
	minutes: optional(duration(aDay)),
	reason: choice(correctionReasons),
	version
};
export const correctSchema = z.object({ ...correction, formKey });
export const answerSchema = z.object({
	disputeId: idField,
	disputeVersion: version,
	outcome: choice(['aangepast', 'blijft']),
	answer: optional(lines(500)),
	category: optional(choice(hourCategories)),
	day: optional(day),
	minutes: optional(duration(aDay)),
	version
});

export const refused = (status: number, errors: Record<string, string>, typed: Typed) =>
	fail(status, { errors, typed });

/** Runs a use case; the same form with other content answers 422 and says so. */
export async function sentOnce<T>(run: () => Promise<T>): Promise<T | 'al_verstuurd'> {
	try {
		return await run();
	} catch (error) {
		if (isDifferentPayload(error)) return 'al_verstuurd';
		throw error;
	}
}
