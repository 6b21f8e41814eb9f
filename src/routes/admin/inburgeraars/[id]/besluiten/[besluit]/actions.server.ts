import { fail } from '@sveltejs/kit';
import type { Besluit } from '#lib/domain/besluiten.ts';
import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { decisionsOf, recordDecision, type DecisionRefusal } from '#lib/server/decisions.ts';
import { readForm } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { sentOnce } from '../../uren/forms.server.ts';
import { checkSchema, many, overwegingVan, readConsidered, recordSchema } from './forms.server.ts';
import { lookAt } from './shape.server.ts';

const idIn = (typed: Record<string, string | string[]>) => typed.aanvraag?.toString() || undefined;

/** The check list, without storing anything. */
export async function check(
	actor: Staff,
	id: string,
	besluit: Besluit,
	request: Request,
	now: Temporal.Instant
) {
	const { typed } = await readForm(request, checkSchema(besluit), many);
	const decisions = found(await decisionsOf(actor, id, now));
	const look = lookAt(decisions, besluit, readConsidered(besluit, typed), idIn(typed), dayOf(now));
	return look.check ? look : fail(400, look);
}

/** Undefined when it was recorded; otherwise what to show. */
export async function record(
	actor: Staff,
	id: string,
	besluit: Besluit,
	request: Request,
	now: Temporal.Instant
) {
	const form = await readForm(request, recordSchema(besluit), many);
	const { typed } = form;
	const decisions = found(await decisionsOf(actor, id, now));
	const look = lookAt(decisions, besluit, readConsidered(besluit, typed), idIn(typed), dayOf(now));
	const refused = (status: number, errors: Record<string, string>) => fail(status, { ...look, errors });
	if (!form.ok) return refused(400, form.errors);
	// Also a request that was decided on meanwhile: then the same form, sent again, is still the same.
	const about = decisions.history.find((row) => row.id === idIn(typed));
	const read = overwegingVan(besluit, form.data, about);
	if (!read.ok) return refused(400, read.errors);
	const { formKey: key, getoetst: isChecked } = form.data as { formKey: string; getoetst: boolean };
	const sent = { key, isChecked, replacesId: idIn(typed) };
	const result = await sentOnce(() => recordDecision(actor, id, read.overweging, sent, now));
	if (result === 'al_verstuurd') return refused(422, { form: result });
	const { ok, ...rest } = found(result);
	return ok ? undefined : refusal(refused, (rest as { reden: DecisionRefusal }).reden);
}

const fields: Partial<Record<DecisionRefusal, string>> = {
	toekomst: 'dag',
	voor_aanvraag: 'dag',
	voor_pip: 'dag',
	zelfde_leerroute: 'naar',
	lengte: 'lengte',
	geen_termijn: 'laatsteDag',
	geen_bijstand: 'dag',
	toetsen: 'getoetst'
};

const refusal = <T>(
	refused: (status: number, errors: Record<string, string>) => T,
	reden: DecisionRefusal
): T =>
	refused(reden === 'achterhaald' || reden === 'staat_er_al' ? 409 : 400, {
		[fields[reden] ?? 'form']: reden
	});
