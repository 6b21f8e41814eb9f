import { dayText, momentText } from '#lib/server/format.ts';
import { dayOf } from '#lib/server/clock.ts';
import { gemeenteOf } from '#lib/server/gemeenten.ts';
import { ownAbout, questionsOf } from '#lib/server/questions.ts';
import { found, inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = inburgeraarOf(locals);
	const over = url.searchParams.get('over');
	if (over !== null) found(await ownAbout(actor, over));
	const questions = found(await questionsOf(actor, actor.id));
	return {
		over,
		answerDays: found(await gemeenteOf(actor)).answerDays,
		questions: questions.map(({ id, topic, state, hasNews, askedAt, messages }) => ({
			id,
			topic,
			state,
			hasNews,
			asked: dayText(dayOf(askedAt), locals.locale),
			last: momentText(messages.at(-1)?.sentAt ?? askedAt, locals.locale)
		}))
	};
};
