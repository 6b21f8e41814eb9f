import { and, count, eq, gt, inArray, isNull, min } from 'drizzle-orm';
import { caseloadOn } from './caseload-on.ts';
import type { Reader, Writer } from './database.ts';
import { within, type Scope } from './inburgeraren.ts';
import { appointments, caseload, hourConfirmations, hourDisputes, hourEntries, inburgeraren, people, questions } from './schema.ts'; // prettier-ignore

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
