import type { Staff } from '#lib/server/actor.ts';
import { recordListRead } from '#lib/server/audit.ts';
import { clashText } from '#lib/server/appointment-clashes.ts';
import { activitiesFor, candidates, needOf, previewInvitation, type GroupDraft, type Invitee } from '#lib/server/appointment-invitations.ts'; // prettier-ignore
import { momentText } from '#lib/server/format.ts';
import type { Typed } from '#lib/server/web/form.ts';
import { found } from '#lib/server/web/guard.ts';
import type { InterpreterMode } from '#lib/domain/vocabulary.ts';
import { shapeReads } from '../shape.server.ts';
import { chosenIn, filterIn } from './form.server.ts';

/** Who can be chosen, with who is chosen already; written to the audit log (AUD-02). 'Everybody of this list' has become a choice of each. */
export async function shapePeople(actor: Staff, typed: Typed, now: Temporal.Instant) {
	const picked = chosenIn(typed);
	const { rows, matching, total } = await candidates(actor, filterIn(typed), picked, now);
	await recordListRead(actor, 'uitnodigen', rows.map(({ id }) => id), now); // prettier-ignore
	const chosen = typed.allen === 'on' ? [...new Set([...picked, ...matching])] : picked;
	return {
		chosen,
		total,
		shown: matching.length,
		rows: rows.map(({ id, name, locale, groep, leerroute, tolktaal }) => ({ id, name, locale, groep, leerroute, tolktaal })) // prettier-ignore
	};
}

export const shapeActivities = async (actor: Staff, now: Temporal.Instant) =>
	(await activitiesFor(actor, now)).map(({ id, title, capacity, place, address }) => ({ id, title, capacity, place, address })); // prettier-ignore

/** What will be sent to whom, before it goes. @param typed interpreters that were filled in already */
export async function shapePreview(
	actor: Staff,
	what: { draft: GroupDraft; mode: InterpreterMode; ids: readonly string[] },
	typed: readonly Invitee[],
	locals: App.Locals
) {
	const rows = found(await previewInvitation(actor, what.draft, what.ids));
	const going = rows.filter(({ isDouble }) => !isDouble);
	const languages = Map.groupBy(going, ({ locale }) => locale);
	return {
		moment: momentText(what.draft.startsAt, locals.locale, what.draft.minutes),
		isPast: Temporal.Instant.compare(what.draft.startsAt, locals.now) < 0,
		people: going.length,
		languages: [...languages].map(([locale, of]) => ({ locale, n: of.length })).toSorted((a, b) => b.n - a.n),
		reads: await shapeReads(what.draft.zinnen ?? [], going),
		clashing: going.filter(({ clashes }) => clashes.length > 0).length,
		rows: rows.map(({ id, name, locale, clashes, isDouble, ...need }) => ({
			...{ id, name, locale, isDouble },
			clashes: clashes.map(clashText),
			need: typed.find(({ inburgeraarId }) => inburgeraarId === id) ?? needOf(need, what.mode)
		}))
	};
}
