import { isNa } from '#lib/domain/dag.ts';
import { dayOf } from '#lib/server/clock.ts';
import { openDossier } from '#lib/server/dossiers.ts';
import { dayText } from '#lib/server/format.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { answerDay, questionsOf, type Thread } from '#lib/server/questions.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	found(await openDossier(actor, params.id, 'vragen', locals.now));
	const all = found(await questionsOf(actor, params.id));
	const { answerDays } = found(await gemeenteOf(actor));
	const shape = ({ id, topic, state, askedAt, messages, inburgeraarId }: Thread) => {
		const last = messages.findLast(({ authorId }) => authorId === inburgeraarId);
		const promised = answerDay(last?.sentAt ?? askedAt, answerDays);
		return {
			...{ id, topic, state, text: last?.text || null },
			asked: dayText(dayOf(last?.sentAt ?? askedAt), locals.locale),
			promised: dayText(promised, locals.locale),
			isLate: isNa(dayOf(locals.now), promised)
		};
	};
	const isOpen = ({ state }: Thread) => state === 'verstuurd' || state === 'gelezen';
	return {
		// Who waits longest comes first.
		open: all.filter(isOpen).toReversed().map(shape),
		rest: all.filter((thread) => !isOpen(thread)).map(shape)
	};
};
