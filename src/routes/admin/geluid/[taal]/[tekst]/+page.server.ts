import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isRecorded, type RecordedLocale } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { listSlots, mayRecord, ownClip, recordClip, removeClip } from '#lib/server/clips.ts';
import { dayOf } from '#lib/server/clock.ts';
import { clipText } from '#lib/server/format.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { day, formKey, idField, line, optional, readForm, readFormWithFile, required } from '#lib/server/web/form.ts'; // prettier-ignore
import { employeeOf, found, keeperOf } from '#lib/server/web/guard.ts';
import { isCoreKey, spokenTexts } from '#lib/ui/core-texts.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ formKey, vorige: optional(idField), spreker: required(line(80)), dag: day });

/** The language and the text that the address names; any other is a 404. */
function named({ taal = '', tekst = '' }: { taal?: string; tekst?: string }) {
	if (!isRecorded(taal) || !isCoreKey(tekst)) error(404);
	return { taal, spoken: found(spokenTexts(taal).find(({ key }) => key === tekst)) };
}

/** The first text after this one that has no recording that plays; from the top again at the end. */
async function nextMissing(actor: Parameters<typeof listSlots>[0], taal: RecordedLocale, key: string) {
	const slots = await listSlots(actor, taal, spokenTexts(taal));
	const here = slots.findIndex((slot) => slot.key === key);
	const rest = [...slots.slice(here + 1), ...slots.slice(0, here)];
	const slot = slots[here];
	return { slot, next: rest.find(({ state }) => state !== 'opgenomen')?.key ?? null };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = employeeOf(locals);
	const { taal, spoken } = named(params);
	const { slot, next } = await nextMissing(actor, taal, spoken.key);
	const { clip: own, lastSpeaker } = await ownClip(actor, taal, spoken.key);
	const done = url.searchParams.get('klaar');
	return {
		...{ taal, next, formKey: newId() },
		dutch: spokenTexts('nl').find(({ key }) => key === spoken.key)?.text ?? '',
		own: spoken.text,
		mayRecord: mayRecord(actor),
		state: slot?.state ?? 'ontbreekt',
		isShared: (slot?.isShared ?? false) && actor.role !== 'beheerder',
		heard: slot?.clip ? clipText(slot.clip) : null,
		ownId: own?.id ?? '',
		speaker: lastSpeaker ?? actor.name,
		today: dayOf(locals.now).toString(),
		done: done === 'bewaard' || done === 'weg' ? done : null
	};
};

export const actions: Actions = {
	bewaar: async ({ request, locals, params, setHeaders }) => {
		const actor = keeperOf(locals);
		const { taal, spoken } = named(params);
		setHeaders({ 'x-portal-reflects': '1' });
		const { form, content } = await readFormWithFile(request, schema, 'bestand');
		if (!form.ok && ('formKey' in form.errors || 'vorige' in form.errors)) error(400);
		const typed = { spreker: String(form.typed.spreker ?? ''), dag: String(form.typed.dag ?? '') };
		if (!form.ok) {
			const bestand = content.length > 0 ? 'opnieuw' : 'leeg';
			return fail(400, { ...typed, errors: { bestand, ...form.errors } as Record<string, string> });
		}
		const { formKey: key, vorige = '', spreker: speaker, dag: recordedOn } = form.data;
		const recording = { formKey: key, locale: taal, speaker, recordedOn, content, previous: vorige };
		const refuse = (status: number, errors: Record<string, string>) => fail(status, { ...typed, errors });
		try {
			const recorded = found(await recordClip(actor, spoken, recording, locals.now));
			if (!recorded.ok && recorded.reason === 'toekomst')
				return refuse(400, { bestand: 'opnieuw', dag: 'toekomst' });
			if (!recorded.ok)
				return refuse(recorded.reason === 'intussen' ? 409 : 400, { bestand: recorded.reason });
		} catch (cause) {
			if (isDifferentPayload(cause)) return refuse(422, { bestand: 'eerder' });
			throw cause;
		}
		redirect(303, localizeHref(`/admin/geluid/${taal}/${spoken.key}?klaar=bewaard`));
	},
	verwijder: async ({ request, locals, params }) => {
		const actor = keeperOf(locals);
		const { taal, spoken } = named(params);
		const form = await readForm(request, z.object({ id: idField }));
		if (!form.ok) error(400);
		const clip = { locale: taal, key: spoken.key, id: form.data.id };
		if (!(await removeClip(actor, clip, locals.now))) error(404);
		redirect(303, localizeHref(`/admin/geluid/${taal}/${spoken.key}?klaar=weg`));
	}
};
