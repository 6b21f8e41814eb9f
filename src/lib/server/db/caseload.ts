import { and, asc, count, eq, gt, inArray, isNull, min } from 'drizzle-orm';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { afterName, nameHolds, type NameCursor } from './by-name.ts';
import { caseloadOn } from './caseload-on.ts';
import type { Reader, Writer } from './database.ts';
import { within, type Scope } from './inburgeraren.ts';
import { appointments, caseload, hourConfirmations, hourDisputes, hourEntries, inburgeraren, people, pipReads, pips, questions } from './schema.ts'; // prettier-ignore

export interface CaseloadRow {
	id: string;
	name: string;
	nameFolded: string;
	locale: LocaleId;
	groep: (typeof inburgeraren.$inferSelect)['groep'];
	pipVersie: number;
	leerroute: (typeof pips.$inferSelect)['leerroute'] | null;
	/** The newest PIP version was seen by the participant. */
	seenAt: Temporal.Instant | null;
	consulentName: string | null;
}

/** One page of the people in scope, by name. `search` matches any part of a name; `after` is the last row before it. */
export async function listCaseload(
	tx: Reader,
	scope: Scope,
	page: { search: string; after?: NameCursor; limit: number }
): Promise<CaseloadRow[]> {
	const consulent = tx.select({ id: people.id, name: people.name }).from(people).as('consulent');
	const { after, search } = page;
	return tx
		.select({
			id: people.id,
			name: people.name,
			nameFolded: people.nameFolded,
			locale: people.locale,
			groep: inburgeraren.groep,
			pipVersie: inburgeraren.pipVersie,
			leerroute: pips.leerroute,
			seenAt: pipReads.seenAt,
			consulentName: consulent.name
		})
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, people.id), caseloadOn(scope.today)))
		.leftJoin(consulent, eq(consulent.id, caseload.consulentId))
		.leftJoin(pips, and(eq(pips.inburgeraarId, people.id), eq(pips.versie, inburgeraren.pipVersie)))
		.leftJoin(
			pipReads,
			and(eq(pipReads.inburgeraarId, people.id), eq(pipReads.versie, inburgeraren.pipVersie))
		)
		.where(and(eq(people.role, 'inburgeraar'), within(scope), nameHolds(search), afterName(after)))
		.orderBy(asc(people.nameFolded), asc(people.id))
		.limit(page.limit);
}

/** Remembers that the guiding consultant opened the dossier; nothing for anybody else. */
export async function updateLastOpened(
	tx: Writer,
	{
		inburgeraarId,
		consulentId,
		today
	}: { inburgeraarId: string; consulentId: string; today: Temporal.PlainDate },
	now: Temporal.Instant
): Promise<void> {
	await tx
		.update(caseload)
		.set({ lastOpenedAt: now })
		.where(
			and(eq(caseload.inburgeraarId, inburgeraarId), eq(caseload.consulentId, consulentId), caseloadOn(today))
		);
}

export async function countCaseload(tx: Reader, scope: Scope): Promise<number> {
	const [row] = await tx
		.select({ n: count() })
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, people.id), caseloadOn(scope.today)))
		.where(and(eq(people.role, 'inburgeraar'), within(scope)));
	return row?.n ?? 0;
}

const byPerson = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));

/** What stands open for each of these people: a fixed number of reads, however many people. */
export async function findOpenMatters(tx: Reader, ids: string[], now: Temporal.Instant) {
	const next = await tx
		.select({ id: appointments.inburgeraarId, startsAt: min(appointments.startsAt) })
		.from(appointments)
		.where(
			and(
				inArray(appointments.inburgeraarId, ids),
				eq(appointments.status, 'gepland'),
				gt(appointments.startsAt, now)
			)
		)
		.groupBy(appointments.inburgeraarId);
	const asked = await tx
		.select({ id: questions.inburgeraarId, n: count() })
		.from(questions)
		.where(
			and(inArray(questions.inburgeraarId, ids), isNull(questions.answeredAt), isNull(questions.closedAt))
		)
		.groupBy(questions.inburgeraarId);
	const disputed = await tx
		.select({ id: hourDisputes.inburgeraarId, n: count() })
		.from(hourDisputes)
		.where(and(inArray(hourDisputes.inburgeraarId, ids), isNull(hourDisputes.answeredAt)))
		.groupBy(hourDisputes.inburgeraarId);
	const unconfirmed = await tx
		.select({ id: hourEntries.inburgeraarId, n: count() })
		.from(hourEntries)
		.leftJoin(
			hourConfirmations,
			and(
				eq(hourConfirmations.inburgeraarId, hourEntries.inburgeraarId),
				eq(hourConfirmations.hourEntryId, hourEntries.id)
			)
		)
		.where(and(inArray(hourEntries.inburgeraarId, ids), isNull(hourConfirmations.hourEntryId)))
		.groupBy(hourEntries.inburgeraarId);
	return {
		next: byPerson(next),
		asked: byPerson(asked),
		disputed: byPerson(disputed),
		unconfirmed: byPerson(unconfirmed)
	};
}
