import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import type { Staff } from '#lib/server/actor.ts';
import { dossierFor } from '#lib/server/dossiers.ts';
import { tickDuo, untickDuo } from '#lib/server/duo-list.ts';
import { day, formKey, line, readForm, required } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { sentOnce } from '../uren/forms.server.ts';

const tick = z.object({ formKey, item: required(line(80)), value: required(line(120)), dag: day });
const untick = z.object({ formKey, item: required(line(80)) });

/** Undefined when it was recorded; otherwise what to show. */
export async function typeOver(actor: Staff, id: string, request: Request, now: Temporal.Instant) {
	found(await dossierFor(actor, id));
	const form = await readForm(request, tick);
	if (!form.ok && 'dag' in form.errors)
		return fail(400, { item: String(form.typed.item), reden: form.errors.dag });
	if (!form.ok) error(400);
	const { formKey: key, item, value, dag } = form.data;
	const result = found(await sentOnce(() => tickDuo(actor, id, { key, item, value, day: dag }, now)));
	if (result === 'al_verstuurd') return fail(422, { item, reden: result as string });
	return result.ok ? undefined : fail(409, { item, reden: result.reden as string });
}

export async function takeBack(actor: Staff, id: string, request: Request, now: Temporal.Instant) {
	found(await dossierFor(actor, id));
	const form = await readForm(request, untick);
	if (!form.ok) error(400);
	const { formKey: key, item } = form.data;
	await sentOnce(() => untickDuo(actor, id, { key, item }, now));
}
