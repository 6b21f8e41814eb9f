import { dayText } from '#lib/server/format.ts';
import { ownGesprekken } from '#lib/server/handhaving.ts';
import { helpersOf, type Helper } from '#lib/server/overdracht.ts';
import { moveNews, ownTransfer } from '#lib/server/overplaatsing.ts';
import { inburgeraarOf } from '#lib/server/web/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = inburgeraarOf(locals);
	const day = (on: Temporal.PlainDate) => dayText(on, locals.locale);
	const shape = ({ name, phone, vanaf, totEnMet }: Helper) => ({
		...{ name, phone, vanaf: day(vanaf), tot: totEnMet && day(totEnMet) }
	});
	const { nu, straks } = await helpersOf(actor);
	const newest = await ownTransfer(actor);
	// What did not go through is told while it is news.
	const isOn = newest?.state === 'gevraagd' || newest?.state === 'aanvaard';
	const transfer = isOn || (await moveNews(actor)) === 'verhuizing' ? newest : undefined;
	return {
		nu: nu && shape(nu),
		straks: straks.map(shape),
		transfer: transfer
			? {
					...{ state: transfer.state, van: transfer.vanName, naar: transfer.naarName },
					day: day(transfer.verhuisdag)
				}
			: null,
		gesprekken: (await ownGesprekken(actor)).map(
			({ id, stap, day: on, aanleiding, eigenWoorden, uitkomst }) => ({
				...{ id, stap, aanleiding, eigenWoorden, uitkomst },
				date: day(on)
			})
		)
	};
};
