import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { courseCategories } from '#lib/domain/hours.ts';
import type { Reader, Writer } from './database.ts';
import {
	duoTicks,
	hourConfirmations,
	hourEntries,
	inburgeraren,
	people,
	pips,
	trajectEvents
} from './schema.ts';

export type DuoTickRow = typeof duoTicks.$inferSelect;
export type DuoTickLine = DuoTickRow & { recordedByName: string };

/** Ids in one statement: both engines count parameters. */
const mostIds = 5000;

function inParts<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
	const parts = Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, n) =>
		ids.slice(n * mostIds, (n + 1) * mostIds)
	);
	return parts.reduce<Promise<T[]>>(
		async (before, part) => [...(await before), ...(await read(part))],
		Promise.resolve([])
	);
}

/** Everything the DUO list of these people is made of: a fixed number of reads, however many people. */
export async function listDuoRows(tx: Reader, ids: readonly string[], lessonsUntil: Temporal.PlainDate) {
	const groepen = await inParts(ids, (part) =>
		tx
			.select({ id: inburgeraren.inburgeraarId, groep: inburgeraren.groep })
			.from(inburgeraren)
			.where(inArray(inburgeraren.inburgeraarId, part))
	);
	const plans = await inParts(ids, (part) =>
		tx
			.select({
				inburgeraarId: pips.inburgeraarId,
				versie: pips.versie,
				dagtekening: pips.dagtekening,
				leerroute: pips.leerroute,
				redenWijziging: pips.redenWijziging,
				intensiteitMinutenPerWeek: pips.intensiteitMinutenPerWeek,
				niveauLezen: pips.niveauLezen,
				niveauLuisteren: pips.niveauLuisteren,
				niveauSchrijven: pips.niveauSchrijven,
				niveauSpreken: pips.niveauSpreken
			})
			.from(pips)
			.where(and(inArray(pips.inburgeraarId, part), isNotNull(pips.publishedAt)))
			.orderBy(asc(pips.inburgeraarId), asc(pips.versie))
	);
	const events = await inParts(ids, (part) =>
		tx
			.select()
			.from(trajectEvents)
			.where(inArray(trajectEvents.inburgeraarId, part))
			.orderBy(
				asc(trajectEvents.inburgeraarId),
				asc(trajectEvents.day),
				asc(trajectEvents.recordedAt),
				asc(trajectEvents.id)
			)
	);
	return { groepen, plans, events, lessons: await sumLessons(tx, ids, lessonsUntil) };
}

/** Confirmed minutes of lessons of each person up to and including that day. People without any are absent. */
async function sumLessons(tx: Reader, ids: readonly string[], until: Temporal.PlainDate) {
	const root = sql<string>`coalesce(${hourEntries.correctsId}, ${hourEntries.id})`;
	const isCounting = sql`${hourEntries.minutes} < 0 or ${hourConfirmations.hourEntryId} is not null`;
	return inParts(ids, (part) => {
		const entries = tx
			.select({
				id: hourEntries.inburgeraarId,
				confirmed: sql<number>`sum(case when ${isCounting} then ${hourEntries.minutes} else 0 end)`.as(
					'confirmed'
				)
			})
			.from(hourEntries)
			.leftJoin(
				hourConfirmations,
				and(
					eq(hourConfirmations.inburgeraarId, hourEntries.inburgeraarId),
					eq(hourConfirmations.hourEntryId, hourEntries.id)
				)
			)
			.where(
				and(
					inArray(hourEntries.inburgeraarId, part),
					inArray(hourEntries.category, [...courseCategories]),
					lte(hourEntries.day, until)
				)
			)
			.groupBy(hourEntries.inburgeraarId, hourEntries.category, root)
			.as('entries');
		return tx
			.select({
				id: entries.id,
				minutes: sql`sum(case when ${entries.confirmed} > 0 then ${entries.confirmed} else 0 end)`.mapWith(
					Number
				)
			})
			.from(entries)
			.groupBy(entries.id);
	});
}

/** What was typed over and taken back, as it was recorded: of each item the last row counts. */
export async function listDuoTicks(tx: Reader, ids: readonly string[]): Promise<DuoTickLine[]> {
	const rows = await inParts(ids, (part) =>
		tx
			.select({ tick: duoTicks, recordedByName: people.name })
			.from(duoTicks)
			.innerJoin(people, eq(people.id, duoTicks.recordedBy))
			.where(inArray(duoTicks.inburgeraarId, part))
			.orderBy(asc(duoTicks.inburgeraarId), asc(duoTicks.recordedAt), asc(duoTicks.id))
	);
	return rows.map(({ tick, recordedByName }) => ({ ...tick, recordedByName }));
}

export async function insertDuoTick(tx: Writer, row: DuoTickRow): Promise<void> {
	await tx.insert(duoTicks).values(row);
}
