import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import { csv } from '#lib/server/csv.ts';
import { importCourses, planImport, type Imported } from '#lib/server/courses-edit.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { cursusKolommen } from '#lib/domain/cursussen/kolommen.ts';
import { textOf } from '#lib/server/web/course-fields.ts';
import { readCourseFile } from '#lib/server/web/course-file.ts';
import { formKey, readForm, readFormWithFile } from '#lib/server/web/form.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	staffOf(locals);
	return {};
};

const names = (rows: readonly { ref: string; provider: string; name: string }[]) =>
	rows.slice(0, 200).map(({ ref, provider, name }) => ({ ref, text: `${name} · ${provider}` }));

/** What confirming would do, and what must come back to do it: the file itself, in our own columns. */
async function proef(actor: Staff, rows: Imported[]) {
	const plan = await planImport(actor, rows);
	const text = rows.map((row) => textOf({ ...row, id: row.ref, gemeenteId: '', version: 0 } as Parameters<typeof textOf>[0])); // prettier-ignore
	return {
		...{ stand: plan.stand, formKey: newId(), same: plan.same },
		...{ added: plan.added.length, changed: plan.changed.length },
		addedNames: names(plan.added),
		changedNames: names(plan.changed.map(({ input }) => input)),
		inhoud: csv([cursusKolommen, ...text.map((row) => cursusKolommen.map((field) => row[field]))])
	};
}

const confirmSchema = z.object({
	formKey,
	stand: z.string().regex(/^[\w-]{43}$/),
	inhoud: z.string().max(5_000_000)
});

export const actions: Actions = {
	bekijk: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const { form, content } = await readFormWithFile(request, z.object({}), 'bestand');
		if (!form.ok) error(400);
		const file = readCourseFile(content);
		if (!file.ok) return fail(400, { file });
		return { proef: await proef(actor, file.rows) };
	},
	bevestig: async ({ request, locals }) => {
		const actor = staffOf(locals);
		const form = await readForm(request, confirmSchema);
		if (!form.ok) error(400);
		// What comes back is read as strictly as what was sent the first time.
		const file = readCourseFile(new TextEncoder().encode(form.data.inhoud));
		if (!file.ok) return fail(400, { file });
		const { formKey: key, stand } = form.data;
		try {
			const done = await importCourses(actor, file.rows, { key, stand }, locals.now);
			if (done.kind === 'conflict')
				return fail(409, { isConflict: true, proef: await proef(actor, file.rows) });
		} catch (cause) {
			if (isDifferentPayload(cause)) return fail(422, { isRepeated: true });
			throw cause;
		}
		redirect(303, localizeHref('/admin/cursussen?klaar=1'));
	}
};
