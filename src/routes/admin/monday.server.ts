import { urgenties } from '#lib/domain/signalen/regels.ts';
import type { Reden } from '#lib/domain/signalen/redenen.ts';
import { leerroutes, signalen, type Signaal } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { dayText, numericDate } from '#lib/server/format.ts';
import { consulentsOf, mondayList, type MondayFilter, type MondayRow } from '#lib/server/monday-list.ts';
import { incomingTransfers, type Offer } from '#lib/server/overplaatsing.ts';
import { filtersOf } from '#lib/server/saved-filters.ts';
import { sealedSearch } from '#lib/server/web/search.ts';
import { listPath, queryOf, savedQuery } from './filter.server.ts';

/** Where a reason is settled, below the dossier; of those with a page of their own about one thing: with its id. */
const places: Record<Signaal, (over: string | null) => string> = {
	pip_termijn: () => '/pip',
	geen_contact: () => '#contact',
	niet_gekomen: (over) => (over ? `/afspraken/${over}` : '/resultaten'),
	tempo_te_laag: () => '/uren',
	termijn_eindigt: () => '/besluiten/verlenging',
	schakelen_laatste_dag: () => '/besluiten/schakelen',
	ontzorgen_eindigt: () => '/pip',
	verlenging_mogelijk: () => '/besluiten/verlenging',
	vraag_onbeantwoord: (over) => `/vragen/${over}`,
	afspraak_antwoord: (over) => `/afspraken/${over}`,
	cursusadvies_gevraagd: () => '/cursussen',
	pip_niet_gezien: () => '/pip/voorbeeld?versie=huidig',
	pip_niet_begrepen: () => '/pip',
	uren_betwist: (over) => `/uren/${over}`,
	uren_onbevestigd: () => '/uren?toon=open',
	nooit_aangemeld: () => '/brief',
	tolk_ontbreekt: (over) => `/afspraken/${over}/wijzigen`,
	vertaling_ongecontroleerd: (over) => (over ? `/afspraken/${over}` : '/pip'),
	duo_lijst: () => '/duo',
	overdracht: (over) => (over ? '/overdracht' : ''),
	lang_niet_bekeken: () => '',
	correctie_gevraagd: (over) => `/correcties?verzoek=${over}`
};

const day = (value: Temporal.PlainDate) => ({ date: numericDate(value), iso: value.toString() });

function shapeReason(id: string, reden: Reden, query?: string) {
	const { code, aantal, over, dag, streefdag, grondslag, urgentie } = reden;
	const back = query === undefined ? '?naar=dossier' : query ? `?lijst=${encodeURIComponent(query)}` : '';
	return {
		...{ code, aantal, urgentie },
		dag: dag && day(dag),
		streefdag: streefdag && day(streefdag),
		grondslag: grondslag[0] ?? null,
		href: `/admin/inburgeraars/${id}${places[code](over)}`,
		later: `/admin/inburgeraars/${id}/uitstel/${code}${back}`
	};
}

/** Why a person waits, and what was put aside. @param query where `later` leads back to; absent: to the dossier */
export const shapeReasons = ({ id, redenen, snoozed }: MondayRow, query?: string) => ({
	reasons: redenen.map((reden) => shapeReason(id, reden, query)),
	snoozed: snoozed.map(({ reden, snooze }) => ({
		...shapeReason(id, reden, query),
		until: day(snooze.totEnMet),
		reason: snooze.reason,
		note: snooze.note,
		by: snooze.snoozedByName
	}))
});
export type ReasonShape = ReturnType<typeof shapeReasons>['reasons'][number];
export type SnoozedShape = ReturnType<typeof shapeReasons>['snoozed'][number];

function shapeRow(row: MondayRow, actor: Staff, query: string, locals: App.Locals) {
	const { id, name, locale, groep, leerroute, nextAppointment, lastContact } = row;
	const next = nextAppointment && dayText(dayOf(nextAppointment), locals.locale);
	return {
		...{ id, name, locale, groep, leerroute },
		consulent: actor.role === 'coordinator' ? row.consulentName : null,
		next: next && { text: next.date, iso: next.iso },
		last: lastContact && { text: numericDate(lastContact), iso: lastContact.toString() },
		...shapeReasons(row, query)
	};
}

const choicesOf = (filter: MondayFilter) => ({
	search: filter.search ?? '',
	/** The same, sealed for an address. */
	zoek: sealedSearch(filter.search ?? ''),
	signaal: filter.signaal ?? null,
	groep: filter.groep ?? '',
	leerroute: filter.leerroute ?? '',
	locale: filter.locale ?? '',
	consulentId: filter.consulentId ?? '',
	isSnoozed: filter.isSnoozed === true
});

/** Somebody who moves here: nobody guides them yet, so they are no row of the list. */
const shapeIncoming = ({ id, personName, locale, vanName, verhuisdag }: Offer) => ({
	...{ id, name: personName, locale, van: vanName, day: day(verhuisdag) }
});

/** The Monday list as its page shows it: people by group, ready filters with counts, kept filters. */
export async function shapeMonday(actor: Staff, filter: MondayFilter, locals: App.Locals) {
	const query = queryOf(filter, { after: filter.after });
	const incoming = query || filter.isSnoozed ? [] : await incomingTransfers(actor);
	const beside = incoming.map(({ inburgeraarId }) => inburgeraarId);
	const page = await mondayList(actor, { ...filter, beside }, locals.now);
	const rows = page.rows.map((row) => shapeRow(row, actor, query, locals));
	const shown = (row: (typeof rows)[number]) => (filter.isSnoozed ? row.snoozed : row.reasons);
	const place = (row: (typeof rows)[number]) =>
		(shown(row).find(({ code }) => code === filter.signaal) ?? shown(row)[0])?.urgentie;
	const bare = queryOf({ ...filter, isSnoozed: false });
	const keepable = savedQuery(bare);
	return {
		chosen: choicesOf(filter),
		hasFilter: bare !== '',
		query: bare,
		groups: urgenties
			.map((urgentie) => ({ urgentie, rows: rows.filter((row) => place(row) === urgentie) }))
			.filter((group) => group.rows.length > 0),
		waiting: filter.isSnoozed ? null : page.rows.length,
		snoozed: page.snoozed,
		total: page.total,
		all: listPath(queryOf(filter, { signaal: undefined })),
		reasons: signalen.flatMap((code) => {
			const count = page.counts.get(code) ?? 0;
			const href = listPath(queryOf(filter, { signaal: code }));
			return count > 0 || code === filter.signaal ? [{ code, count, href }] : [];
		}),
		saved: (await filtersOf(actor)).map(({ id, name, query: kept }) => ({
			...{ id, name, href: listPath(kept), isCurrent: kept === keepable }
		})),
		incoming: incoming.map(shapeIncoming),
		links: {
			waiting: listPath(queryOf(filter, { isSnoozed: false, signaal: undefined })),
			snoozed: listPath(queryOf(filter, { isSnoozed: true, signaal: undefined })),
			next: page.nextAfter ? listPath(queryOf(filter, { after: page.nextAfter })) : null
		},
		consulents: await consulentsOf(actor),
		routes: [...leerroutes]
	};
}
