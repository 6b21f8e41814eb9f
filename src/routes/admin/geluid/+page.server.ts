import { isRecorded, recordedLocales } from '#lib/domain/vocabulary.ts';
import { listSlots, mayRecord } from '#lib/server/clips.ts';
import { clipText } from '#lib/server/format.ts';
import { employeeOf } from '#lib/server/web/guard.ts';
import { spokenTexts } from '#lib/ui/core-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = employeeOf(locals);
	const asked = url.searchParams.get('taal') ?? '';
	const taal = isRecorded(asked) ? asked : recordedLocales[0];
	const texts = spokenTexts(taal);
	const dutch = spokenTexts('nl');
	const slots = await listSlots(actor, taal, texts);
	return {
		taal,
		mayRecord: mayRecord(actor),
		isForAll: actor.role === 'beheerder',
		done: slots.filter(({ state }) => state === 'opgenomen').length,
		rows: slots.map(({ key, state, clip, isShared }, n) => ({
			...{ key, state, isShared: isShared && actor.role !== 'beheerder' },
			dutch: dutch[n]?.text ?? '',
			own: texts[n]?.text ?? '',
			clip: clip && clipText(clip)
		}))
	};
};
