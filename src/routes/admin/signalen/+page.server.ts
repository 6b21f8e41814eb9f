import { huisregelsVan, publicatie } from '#lib/domain/signalen/publicatie.ts';
import { dayOf } from '#lib/server/clock.ts';
import { numericDate } from '#lib/server/format.ts';
import { staffOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

const date = (iso: string) => numericDate(Temporal.PlainDate.from(iso));

/** Every rule of the Monday list, with the numbers that hold today. */
export const load: PageServerLoad = ({ locals }) => {
	staffOf(locals);
	const today = dayOf(locals.now);
	const house = new Map(huisregelsVan(today).map((rule) => [rule.naam, rule.waarde]));
	return {
		week: house.get('dezeWeek') ?? 0,
		soon: house.get('binnenkort') ?? 0,
		rules: publicatie(today).map(({ huis, ...rule }) => ({
			...rule,
			grondslag: [...rule.grondslag],
			huis: huis.map(({ naam, waarde, eenheid, vanaf }) => ({ naam, waarde, eenheid, vanaf: date(vanaf) }))
		}))
	};
};
