import { dayText } from '#lib/server/format.ts';
import { caseloadPage } from '#lib/server/caseload.ts';
import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { openedSearch, sealedSearch } from '#lib/server/web/search.ts';

/** One page of people, as both lists show it. */
export async function shapeCaseload(actor: Staff, url: URL, locals: App.Locals) {
	const search = openedSearch(url.searchParams.get('zoek'));
	const page = await caseloadPage(actor, { search, after: url.searchParams.get('na') }, locals.now);
	return {
		search,
		more: page.nextAfter
			? `/admin/inburgeraars?${new URLSearchParams({ zoek: sealedSearch(search), na: page.nextAfter })}`
			: null,
		total: page.total,
		rows: page.rows.map(
			({ id, name, locale, groep, leerroute, pipVersie, seenAt, consulentName, ...open }) => ({
				id,
				name,
				language: locale,
				groep,
				leerroute,
				pip: pipVersie === 0 ? ('geen' as const) : seenAt ? ('gezien' as const) : ('ongezien' as const),
				consulent: actor.role === 'coordinator' ? consulentName : null,
				next: open.nextAppointment ? dayText(dayOf(open.nextAppointment), locals.locale) : null,
				questions: open.questions,
				disputes: open.disputes,
				unconfirmed: open.unconfirmed
			})
		)
	};
}
