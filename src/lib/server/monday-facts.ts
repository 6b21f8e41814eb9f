import { isTalk } from '#lib/domain/contacten.ts';
import { vroegste, type Dag } from '#lib/domain/dag.ts';
import { categoriesOfMeter, plannedTotal } from '#lib/domain/hours.ts';
import type { NormStand } from '#lib/domain/prognose.ts';
import type { Werkfeiten } from '#lib/domain/signalen/werkfeiten.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import type { Facts } from '#lib/domain/facts.ts';
import { dayOf } from './clock.ts';
import type { ListedPerson } from './db/listed-people.ts';
import type { Gemeente } from './db/people.ts';
import type { FactRows } from './facts.ts';
import type { Matters } from './monday-matters.ts';
import { partsOf } from './progress.ts';

interface Known {
	person: ListedPerson;
	rows: FactRows;
	matters: Matters;
	gemeente: Gemeente;
	today: Dag;
	law: { facts: Facts; outcome: Outcome };
}

const waiting = (rows: readonly { id: string; at: Temporal.Instant }[] | undefined) =>
	(rows ?? []).map(({ id, at }) => ({ id, dag: dayOf(at), op: at }));
const dayOrNull = (at: Temporal.Instant | null | undefined) => (at ? dayOf(at) : null);

/** What stands open around one person, as the rules of the Monday list read it. */
export function workOf(known: Known): Werkfeiten {
	const { person, matters, gemeente, today } = known;
	const { id, lastOpenedAt } = person;
	const coming = matters.coming.get(id) ?? [];
	const { aandachtDagen } = gemeente.lokaalBeleid;
	const begeleidSinds = person.vanaf ?? dayOf(person.createdAt);
	const first = matters.firstGuided.get(id)?.vanaf;
	const [moved] = waiting([matters.transfers.get(id)].filter((row) => row !== undefined));
	const talk = coming.find(({ kind }) => isTalk(kind));
	return {
		beleid: {
			aandachtDagen: typeof aandachtDagen === 'number' ? aandachtDagen : null,
			antwoordDagen: gemeente.answerDays
		},
		begeleidSinds,
		isOvergenomen: first ? Temporal.PlainDate.compare(first, begeleidSinds) < 0 : false,
		laatstGeopend: lastOpenedAt,
		laatstGeopendDag: dayOrNull(lastOpenedAt),
		accountSinds: dayOf(person.createdAt),
		hasAangemeld: person.hasPin || matters.signedIn.has(id),
		laatsteContact: matters.contacts.get(id) ?? null,
		volgendGesprek: talk ? dayOf(talk.startsAt) : null,
		gemist: missed(known),
		antwoorden: coming
			.filter(({ answer }) => answer === 'kan_niet' || answer === 'voorstel')
			.map(({ id: over, answeredAt, startsAt }) => {
				const op = answeredAt ?? startsAt;
				return { id: over, dag: answeredAt ? dayOf(op) : today, op, afspraak: dayOf(startsAt) };
			}),
		zonderTolk: coming.filter((row) => needsInterpreter(row, person)).map(({ id: over, startsAt }) => ({ id: over, dag: dayOf(startsAt) })), // prettier-ignore
		vragen: waiting(matters.asked.get(id)),
		correcties: waiting(matters.corrections.get(id)),
		cursuslijst: waiting(matters.sharedLists.get(id))[0] ?? null,
		pip: planOf(person),
		betwist: waiting(matters.disputed.get(id)),
		onbevestigd: unconfirmed(matters.pace.get(id) ?? []),
		normen: norms(known),
		ongecontroleerd: unreviewed(known),
		duo: duoOf(known),
		verhuizing: moved ?? null
	};
}

type Coming = NonNullable<ReturnType<Matters['coming']['get']>>[number];

/** Arranged for the appointment and not yet settled; or never arranged for a talk with somebody who needs one. */
function needsInterpreter(row: Coming, { tolktaal }: ListedPerson): boolean {
	if (row.isInterpreterArranged || row.bring.includes('tolk_mag_mee')) return false;
	return row.interpreterMode !== 'geen' || (tolktaal !== null && isTalk(row.kind));
}

function missed({ person: { id }, matters, rows }: Known): Werkfeiten['gemist'] {
	const last = matters.missed.get(id)?.at(-1);
	const appointment = last ? { id: last.id, dag: dayOf(last.startsAt), op: last.startsAt } : null;
	const intake = standingRows(rows.events).findLast(({ kind }) => kind.startsWith('intake_'));
	if (intake?.kind !== 'intake_niet_verschenen') return appointment;
	if (appointment && Temporal.PlainDate.compare(appointment.dag, intake.day) >= 0) return appointment;
	return { id: null, dag: intake.day, op: intake.recordedAt };
}

function planOf(person: ListedPerson): Werkfeiten['pip'] {
	const { dagtekening, publishedAt, seenAt, understood, understoodAt } = person;
	if (!dagtekening || !publishedAt) return null;
	const nietBegrepen = understood === 'vraag' ? dayOrNull(understoodAt ?? seenAt) : null;
	return { dagtekening, isGezien: seenAt !== null, nietBegrepen, op: understoodAt ?? publishedAt };
}

function unconfirmed(pace: readonly { waiting: number; waitingSince: Temporal.Instant | null }[]) {
	const aantal = pace.reduce((sum, { waiting: n }) => sum + n, 0);
	const since = pace.map(({ waitingSince }) => waitingSince).filter((at) => at !== null).toSorted(Temporal.Instant.compare)[0]; // prettier-ignore
	return aantal > 0 && since ? { aantal, sinds: dayOf(since) } : null;
}

/** How every norm stands: what the forecast on the page of the hours rests on, summed. */
function norms({ person: { id }, matters, law, today }: Known): NormStand[] {
	const { laatsteDag } = law.outcome.inburgeringstermijn;
	if (!laatsteDag) return [];
	const plans = matters.plans.get(id) ?? [];
	return partsOf(law.facts, law.outcome).flatMap(({ meter }) => {
		if (!meter) return [];
		const categories = categoriesOfMeter[meter.code];
		const pace = (matters.pace.get(id) ?? []).filter(({ category }) => categories.includes(category));
		const total = plannedTotal(plans, categories, today, laatsteDag);
		const [first, ...rest] = pace.map(({ firstDay }) => firstDay);
		return {
			norm: meter.norm,
			eerste: first ? rest.reduce(vroegste, first) : null,
			ervoor: pace.reduce((sum, { before }) => sum + before, 0),
			recent: pace.reduce((sum, { after }) => sum + after, 0),
			gepland: total.minuten,
			laatsteLes: total.laatste
		};
	});
}

/** Lines of the DUO list that are open; since the day of the oldest, or of the first PIP where a line has none. */
function duoOf({ person, matters, law, today }: Known): Werkfeiten['duo'] {
	const lines = matters.duo.get(person.id) ?? [];
	const fallback = law.facts.dagtekeningEerstePip ?? today;
	const days = lines.map(({ regel }) => {
		const bron = regel?.bron;
		if (bron?.soort === 'traject' || bron?.soort === 'termijn') return bron.dag;
		return bron?.soort === 'uren' ? bron.tot : fallback;
	});
	const [first, ...rest] = days;
	return first ? { aantal: lines.length, sinds: rest.reduce(vroegste, first) } : null;
}

/** Dutch free text, and sentences of the municipality without a reviewed translation, that are still to be read. */
function unreviewed({ person, matters }: Known): Werkfeiten['ongecontroleerd'] {
	const { id, locale, toelichting, seenAt } = person;
	if (locale === 'nl') return null;
	const isRaw = ({ toelichting: text, zinnen }: Coming) =>
		Boolean(text) ||
		(zinnen ?? []).some(({ zin }) => !zin.startsWith('stock:') && !matters.reviewed.has(`${zin} ${locale}`));
	const raw = (matters.coming.get(id) ?? []).filter(isRaw);
	const [first] = raw;
	const aantal = raw.length + (toelichting && !seenAt ? 1 : 0);
	if (aantal === 0) return null;
	return { aantal, dag: first ? dayOf(first.startsAt) : null, afspraakId: first?.id ?? null };
}
