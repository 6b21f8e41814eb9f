import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { contactChannels } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { recordContact, withdrawContact, type Contact, type Contacts } from '#lib/server/contact-log.ts';
import { numericDate } from '#lib/server/format.ts';
import { checkbox, choice, day, formKey, idField, line, optional, readForm } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { sentOnce } from './uren/forms.server.ts';

const shapeContact = ({ channel, day: on, isReached, logged, from }: Contact) => ({
	...{ channel, isReached, from: from ?? null, date: numericDate(on), iso: on.toString() },
	logged: logged ? { id: logged.id, note: logged.note, by: logged.recordedByName } : null
});
export type ContactShape = ReturnType<typeof shapeContact>;

export function shapeContacts({ list, last, former }: Contacts, edited: string | null) {
	const rows = list.map(shapeContact);
	return {
		rows,
		last: last ? numericDate(last) : null,
		former: former.map(({ id, channel, day: on, note, recordedByName, recordedAt }) => ({
			...{ id, channel, note, date: numericDate(on), by: recordedByName },
			recordedOn: numericDate(dayOf(recordedAt))
		})),
		isOpen: edited !== null,
		edited: rows.find(({ logged }) => logged?.id === edited) ?? null
	};
}
export type ContactsShape = ReturnType<typeof shapeContacts>;

const schema = z.object({
	...{ formKey, vervangt: optional(idField), kanaal: choice(contactChannels), dag: day },
	...{ nietBereikt: checkbox, notitie: optional(line(300)) }
});
const back = (id: string, what: string) =>
	redirect(303, localizeHref(`/admin/inburgeraars/${id}?gedaan=${what}#contact`));

type Sent = { request: Request; actor: Staff; id: string; now: Temporal.Instant };

/** Writes a contact down, or the correction of one. */
export async function saveContact({ request, actor, id, now }: Sent) {
	const form = await readForm(request, schema);
	if (!form.ok && 'formKey' in form.errors) error(400);
	if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed });
	const { formKey: key, vervangt: replacesId, kanaal: channel, dag, nietBereikt, notitie } = form.data;
	const contact = { channel, day: dag, isReached: !nietBereikt, ...(notitie ? { note: notitie } : {}) };
	const sent = { key, ...(replacesId ? { replacesId } : {}) };
	const result = found(await sentOnce(() => recordContact(actor, id, contact, sent, now)));
	if (result === 'al_verstuurd') return refused(422, result, form.typed);
	if (!result.ok) return refused(409, result.reden, form.typed);
	return back(id, replacesId ? 'verbeterd' : 'genoteerd');
}

/** After a conflict the row is gone: what was typed can be sent as a new contact. */
function refused(status: number, reden: string, { vervangt, ...typed }: Record<string, string | string[]>) {
	const errors: Record<string, string> =
		reden === 'achterhaald' || reden === 'al_verstuurd' ? { form: reden } : { dag: reden };
	const kept = reden === 'achterhaald' ? typed : { ...typed, vervangt: vervangt ?? '' };
	return fail(status, { errors, typed: kept as Record<string, string | string[]> });
}

export async function takeBackContact({ request, actor, id, now }: Sent) {
	const form = await readForm(request, z.object({ contact: idField }));
	if (!form.ok) error(404);
	const result = found(await withdrawContact(actor, id, form.data.contact, now));
	return result.ok ? back(id, 'ingetrokken') : refused(409, result.reden, {});
}
