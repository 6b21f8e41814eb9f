import { locales, phraseKinds, type LocaleId } from '#lib/domain/vocabulary.ts';
import { fold } from '#lib/server/fold.ts';
import { zinnenboek } from '#lib/server/zinnen.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import { saidZin } from '#lib/ui/words-of-zinnen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = staffOf(locals);
	const pick = <T extends string>(name: string, values: readonly T[]) =>
		values.find((value) => value === url.searchParams.get(name));
	const others = locales.filter((locale) => locale !== 'nl');
	const locale: LocaleId = pick('taal', others) ?? 'en';
	const kind = pick('soort', phraseKinds);
	const q = (url.searchParams.get('q') ?? '').slice(0, 100);
	const book = (await zinnenboek(actor, locale)).map((zin) => ({ ...zin, said: saidZin(zin) }));
	const wanted = fold(q);
	const matches = ({ nl, own = '' }: { nl: string; own?: string }) => fold(`${nl} ${own}`).includes(wanted);
	return {
		...{ locale, kind: kind ?? '', q },
		unreviewed: book.filter(({ said, isActive }) => isActive && said.state !== 'reviewed').length,
		total: book.filter(({ isActive }) => isActive).length,
		groups: phraseKinds
			.filter((one) => !kind || one === kind)
			.map((one) => ({
				kind: one,
				zinnen: book
					.filter((zin) => zin.kind === one && matches(zin.said))
					.map(({ zin, said, isActive, isStock }) => ({ zin, ...said, isActive, isStock }))
			}))
			.filter(({ zinnen }) => zinnen.length)
	};
};
