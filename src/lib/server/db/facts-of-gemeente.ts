import { and, desc, eq, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import type { HourCategory, TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { Reader } from './database.ts';
import { examAttempts, hourConfirmations, hourEntries, inburgeraren, people, pips, trajectEvents } from './schema.ts'; // prettier-ignore

// What facts are made of, for everybody in a municipality: one read of each table, only the columns that are needed, and
// one row for a person where rows are many. The rows of one person with everything in them: server/facts.ts.

type Columns<Table extends { $inferSelect: object }, K extends keyof Table['$inferSelect']> = Pick<Table['$inferSelect'], K>; // prettier-ignore
export type FactPerson = Columns<typeof inburgeraren, keyof typeof factPerson>;
export type FactEvent = Columns<typeof trajectEvents, 'id' | 'kind' | 'day' | 'slots' | 'replacesId' | 'isWithdrawal'>; // prettier-ignore
export type FactPip = Columns<typeof pips, keyof typeof factPip>;
export type FactAttempt = Columns<typeof examAttempts, keyof typeof factAttempt>;

export const factPerson = {
	groep: inburgeraren.groep,
	verblijfsvergunning: inburgeraren.verblijfsvergunning,
	nationaliteit: inburgeraren.nationaliteit,
	geboortedatum: inburgeraren.geboortedatum,
	bekendmakingVerblijfsrecht: inburgeraren.bekendmakingVerblijfsrecht
};
const factPip = {
	dagtekening: pips.dagtekening,
	bekendmaking: pips.bekendmaking,
	leerroute: pips.leerroute,
	niveauLezen: pips.niveauLezen,
	niveauLuisteren: pips.niveauLuisteren,
	niveauSchrijven: pips.niveauSchrijven,
	niveauSpreken: pips.niveauSpreken,
	zCursusMinutenNorm: pips.zCursusMinutenNorm,
	ontzorgenVerlengdTotEnMet: pips.ontzorgenVerlengdTotEnMet,
	voortgangsgesprekkenInPip: pips.voortgangsgesprekkenInPip,
	redenWijziging: pips.redenWijziging
};
const factAttempt = {
	id: examAttempts.id,
	onderdeel: examAttempts.onderdeel,
	niveau: examAttempts.niveau,
	result: examAttempts.result,
	replacesId: examAttempts.replacesId,
	isWithdrawal: examAttempts.isWithdrawal
};

/** Ids of everybody in a municipality, for `inArray` in another query. */
export const inGemeente = (tx: Reader, gemeenteId: string) =>
	tx.select({ id: people.id }).from(people).where(and(eq(people.gemeenteId, gemeenteId), eq(people.role, 'inburgeraar'))); // prettier-ignore

/** Events of each person in the order of the legal days, kinds in `without` left out; people without events are absent. */
export async function listEventsByPerson(
	tx: Reader,
	gemeenteId: string,
	without: readonly TrajectEventKind[]
): Promise<Map<string, FactEvent[]>> {
	const { inburgeraarId, id, kind, day, slots, replacesId, isWithdrawal, recordedAt } = trajectEvents;
	const quoted = (column: unknown) => sql`'"' || ${column} || '"'`;
	const asList = sql`'[' || ${quoted(id)} || ',' || ${quoted(kind)} || ',' || ${quoted(sql`cast(${day} as text)`)} || ',' || ${slots} || ',' || coalesce(${quoted(replacesId)}, 'null') || ',' || case when ${isWithdrawal} then 'true' else 'false' end || ']'`;
	const rows = await tx
		.select({
			inburgeraarId,
			events: sql<string>`string_agg(${asList}, ',' order by ${day}, ${recordedAt}, ${id})`
		})
		.from(trajectEvents)
		.where(and(inArray(inburgeraarId, inGemeente(tx, gemeenteId)), notInArray(kind, [...without])))
		.groupBy(inburgeraarId);
	return new Map(rows.map((row) => [row.inburgeraarId, eventsIn(row.events)]));
}

type EventList = [string, TrajectEventKind, string, FactEvent['slots'], string | null, boolean];
const eventsIn = (text: string): FactEvent[] =>
	(JSON.parse(`[${text}]`) as EventList[]).map(([id, kind, day, slots, replacesId, isWithdrawal]) => {
		return { id, kind, day: Temporal.PlainDate.from(day), slots, replacesId, isWithdrawal };
	});

/** Published versions, of each person the newest first. */
export const listPipsOfGemeente = (tx: Reader, gemeenteId: string) =>
	tx
		.select({ inburgeraarId: pips.inburgeraarId, ...factPip })
		.from(pips)
		.where(and(inArray(pips.inburgeraarId, inGemeente(tx, gemeenteId)), isNotNull(pips.publishedAt)))
		.orderBy(desc(pips.versie));

export const listAttemptsOfGemeente = (tx: Reader, gemeenteId: string) =>
	tx
		.select({ inburgeraarId: examAttempts.inburgeraarId, ...factAttempt })
		.from(examAttempts)
		.where(inArray(examAttempts.inburgeraarId, inGemeente(tx, gemeenteId)))
		.orderBy(examAttempts.day, examAttempts.recordedAt, examAttempts.id);

/** Minutes of one person in one category. `before` and `recent`: what was recorded until today, for a forecast. */
export interface HourStand {
	inburgeraarId: string;
	category: HourCategory;
	/** As the law counts them. */
	confirmed: number;
	firstDay: Temporal.PlainDate | null;
	before: number;
	recent: number;
}
export interface HoursWanted {
	categories: readonly HourCategory[];
	/** Every category of people who ever had the Z-route. */
	hasAllOfZ: boolean;
	/** From when hours are recent. */
	from: Temporal.PlainDate;
	today: Temporal.PlainDate;
}

/** Hours per person and category; an entry counts together with its corrections (see `totalOf` in domain/hours.ts). */
export async function listHourStands(
	tx: Reader,
	gemeenteId: string,
	{ categories, hasAllOfZ, from, today }: HoursWanted
): Promise<HourStand[]> {
	const { inburgeraarId, category, day, minutes, id, correctsId } = hourEntries;
	const sum = (part: ReturnType<typeof sql>) => sql`sum(case when ${part} then ${minutes} else 0 end)`;
	const z = tx.select({ id: pips.inburgeraarId }).from(pips).where(eq(pips.leerroute, 'z'));
	const entries = tx
		.select({
			...{ id: inburgeraarId, category },
			confirmed: sum(sql`${minutes} < 0 or ${hourConfirmations.hourEntryId} is not null`).as('confirmed'),
			firstDay: sql`min(case when ${day} <= ${today.toString()} then ${day} end)`.as('first_day'),
			before: sum(sql`${day} < ${from.toString()}`).as('minutes_before'),
			recent: sum(sql`${day} between ${from.toString()} and ${today.toString()}`).as('minutes_recent')
		})
		.from(hourEntries)
		.leftJoin(
			hourConfirmations,
			and(eq(hourConfirmations.inburgeraarId, inburgeraarId), eq(hourConfirmations.hourEntryId, id))
		)
		.where(
			and(
				inArray(inburgeraarId, inGemeente(tx, gemeenteId)),
				or(inArray(category, [...categories]), hasAllOfZ ? inArray(inburgeraarId, z) : undefined)
			)
		)
		.groupBy(inburgeraarId, category, sql`coalesce(${correctsId}, ${id})`)
		.as('entries');
	return tx
		.select({
			...{ inburgeraarId: entries.id, category: entries.category },
			confirmed: sql`sum(case when ${entries.confirmed} > 0 then ${entries.confirmed} else 0 end)`.mapWith(Number), // prettier-ignore
			firstDay: sql<Temporal.PlainDate | null>`min(${entries.firstDay})`.mapWith(day),
			before: sql`sum(${entries.before})`.mapWith(Number),
			recent: sql`sum(${entries.recent})`.mapWith(Number)
		})
		.from(entries)
		.groupBy(entries.id, entries.category);
}
