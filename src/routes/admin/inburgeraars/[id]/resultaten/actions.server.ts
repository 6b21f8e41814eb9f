import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { examenonderdelen, examResults, taalniveaus, type TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import { recordAttempt, withdrawAttempt } from '#lib/server/results.ts';
import { recordEvent, withdrawEvent, type NewEvent } from '#lib/server/traject-events.ts';
import { choice, day, formKey, idField, optional, readForm, type Typed } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { sentOnce } from '../uren/forms.server.ts';
import { eventSchema, slotsFrom } from './event-form.server.ts';

type Which = 'attempt' | 'event' | 'withdraw';

const refused = (which: Which, status: number, errors: Record<string, string>, typed: Typed) =>
	fail(status, { which, errors, typed });

const attemptSchema = z.object({
	...{
		onderdeel: choice(examenonderdelen),
		niveau: optional(choice(taalniveaus)),
		day,
		result: choice(examResults)
	},
	...{ replacesId: optional(idField), formKey }
});
const attemptFields = { toekomst: 'day', niveau_nodig: 'niveau', achterhaald: 'form' } as const;

/** Undefined when it was recorded; otherwise what to show. */
export async function attempt(actor: Staff, id: string, request: Request, now: Temporal.Instant) {
	const form = await readForm(request, attemptSchema);
	if (!form.ok) return refused('attempt', 400, form.errors, form.typed);
	const { formKey: key, ...row } = form.data;
	const result = await sentOnce(() => recordAttempt(actor, id, row, key, now));
	if (result === 'al_verstuurd') return refused('attempt', 422, { form: result }, form.typed);
	const recorded = found(result);
	if (recorded.ok) return undefined;
	const status = recorded.reden === 'achterhaald' ? 409 : 400;
	return refused('attempt', status, { [attemptFields[recorded.reden]]: recorded.reden }, form.typed);
}

export async function event(
	actor: Staff,
	id: string,
	kind: TrajectEventKind,
	request: Request,
	now: Temporal.Instant
) {
	const { schema, many } = eventSchema(kind);
	const form = await readForm(request, schema, many);
	if (!form.ok) return refused('event', 400, form.errors, form.typed);
	const { formKey: key, day: on, decidedBy, replacesId } = form.data as NewEvent & { formKey: string };
	const row = { kind, day: on, decidedBy, replacesId, slots: slotsFrom(kind, form.data) };
	const result = await sentOnce(() => recordEvent(actor, id, row, key, now));
	if (result === 'al_verstuurd') return refused('event', 422, { form: result }, form.typed);
	const recorded = found(result);
	if (recorded.ok) return undefined;
	if (recorded.reden === 'invullen')
		return refused('event', 400, Object.fromEntries((recorded.slots ?? []).map((s) => [`slot_${s}`, 'verplicht'])), form.typed); // prettier-ignore
	return recorded.reden === 'toekomst'
		? refused('event', 400, { day: recorded.reden }, form.typed)
		: refused('event', 409, { form: recorded.reden }, form.typed);
}

const withdrawSchema = z.object({ attemptId: optional(idField), eventId: optional(idField) });

export async function withdraw(actor: Staff, id: string, request: Request, now: Temporal.Instant) {
	const form = await readForm(request, withdrawSchema);
	if (!form.ok) return refused('withdraw', 400, form.errors, {});
	const { attemptId, eventId } = form.data;
	const isDone = attemptId
		? await withdrawAttempt(actor, id, attemptId, now)
		: await withdrawEvent(actor, id, eventId ?? '', now);
	return found(isDone) ? undefined : refused('withdraw', 409, { form: 'achterhaald' }, {});
}
