import { fail, redirect } from '@sveltejs/kit';
import type { LocaleId, ZinGebruik } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import type { Staff } from '#lib/server/actor.ts';
import type { GroupChanged } from '#lib/server/appointment-group-changes.ts';
import { openGroup } from '#lib/server/appointment-groups.ts';
import type { FieldErrors, Typed } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import { readZinKeuze, type ReadKeuze } from '#lib/server/web/zinnen.ts';
import { zinKeuze } from '#lib/server/zinnen.ts';
import { zinKinds } from '../../inburgeraars/[id]/afspraken/appointment-form.server.ts';
import { shapeGroup, shapeReads } from '../shape.server.ts';

/** A change of a whole group: a form, then who gets it in which words, then it goes. */
export async function loadChange(actor: Staff, groep: string, locals: App.Locals) {
	const page = found(await openGroup(actor, groep, locals.now));
	return {
		group: shapeGroup(page, locals.locale, locals.now),
		keuze: await zinKeuze(actor, zinKinds, 'nl')
	};
}

export const readWhy = (actor: Staff, typed: Typed): Promise<ReadKeuze> =>
	readZinKeuze(actor, typed, zinKinds, 'nl');

/** The form again, with what was typed. */
export const again = (said: ReadKeuze, typed: Typed, errors: FieldErrors = {}) => ({
	...{ typed, errors, keuze: said.keuze, preview: null, problem: null },
	...{ names: [] as string[], warnings: [] as Extract<GroupChanged, { kind: 'let_op' }>['warnings'] }
});

/** How many it goes to in how many languages, and what they read. */
export const previewOf = async (rows: readonly { locale: LocaleId }[], zinnen: ZinGebruik[]) => ({
	people: rows.length,
	languages: new Set(rows.map(({ locale }) => locale)).size,
	reads: await shapeReads(zinnen, rows)
});
export type ShownPreview = Awaited<ReturnType<typeof previewOf>>;

/** Back to the group; what stood in the way is said above the form, with what was typed kept. */
export function answer(result: GroupChanged | undefined, said: ReadKeuze, typed: Typed, groep: string) {
	const outcome = found(result);
	if (outcome.kind === 'bewaard') redirect(303, localizeHref(`/admin/afspraken/${groep}`));
	return fail(409, {
		...again(said, typed),
		problem: outcome.kind,
		names: 'names' in outcome ? outcome.names : [],
		warnings: outcome.kind === 'let_op' ? outcome.warnings : []
	});
}
