import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, max, ne, or, sql, type Column } from 'drizzle-orm';
import type { TransferState } from '#lib/domain/vocabulary.ts';
import { caseloadOn } from './caseload-on.ts';
import { endSharing } from './course-choices.ts';
import type { Reader, Writer } from './database.ts';
import { appointments, caseload, courseAdvices, enrolments, gemeenten, partners, people, pips, questions, signalSnoozes, transfers } from './schema.ts'; // prettier-ignore

export type CaseloadEntry = typeof caseload.$inferSelect;
export type TransferRow = typeof transfers.$inferSelect;

/** Who guides or guided a person, oldest first, planned ones included. */
export async function listCaseloadEntries(
	tx: Reader,
	inburgeraarId: string
): Promise<(CaseloadEntry & { name: string; phone: string | null; jobTitle: string | null })[]> {
	const rows = await tx
		.select({ row: caseload, name: people.name, phone: people.phone, jobTitle: people.jobTitle })
		.from(caseload)
		.innerJoin(people, eq(people.id, caseload.consulentId))
		.where(eq(caseload.inburgeraarId, inburgeraarId))
		.orderBy(asc(caseload.vanaf));
	return rows.map(({ row, ...person }) => ({ ...row, ...person }));
}

/**
 * From `vanaf` on these consultants guide the person, one after the other. What was planned from that day on goes;
 * what holds until then ends the day before. What began on that very day never held for a day: it goes too.
 * @param dagErvoor the day before the first row begins
 */
export async function replaceCaseloadFrom(
	tx: Writer,
	rows: readonly [typeof caseload.$inferInsert, ...(typeof caseload.$inferInsert)[]],
	dagErvoor: Temporal.PlainDate
): Promise<void> {
	const [{ inburgeraarId, vanaf }] = rows;
	const of = eq(caseload.inburgeraarId, inburgeraarId);
	await tx.delete(caseload).where(and(of, gte(caseload.vanaf, vanaf)));
	await tx
		.update(caseload)
		.set({ tot: dagErvoor })
		.where(and(of, or(isNull(caseload.tot), gte(caseload.tot, vanaf))));
	await tx.insert(caseload).values([...rows]);
}

/** Takes back what was planned: who guides the person today goes on without an end. */
export async function removePlannedCaseload(
	tx: Writer,
	inburgeraarId: string,
	today: Temporal.PlainDate
): Promise<void> {
	const of = eq(caseload.inburgeraarId, inburgeraarId);
	await tx.delete(caseload).where(and(of, gt(caseload.vanaf, today)));
	await tx
		.update(caseload)
		.set({ tot: null })
		.where(and(of, caseloadOn(today)));
}

/** What is planned after today for people of a municipality, by day and name. */
export async function listPlannedCaseload(tx: Reader, gemeenteId: string, today: Temporal.PlainDate) {
	const naar = tx.select({ id: people.id, name: people.name }).from(people).as('naar');
	const nu = tx
		.select({ inburgeraarId: caseload.inburgeraarId, id: people.id, name: people.name })
		.from(caseload)
		.innerJoin(people, eq(people.id, caseload.consulentId))
		.where(caseloadOn(today))
		.as('nu');
	return tx
		.select({
			...{ inburgeraarId: caseload.inburgeraarId, vanaf: caseload.vanaf, tot: caseload.tot },
			...{ naarId: naar.id, naarName: naar.name, vanId: nu.id, vanName: nu.name },
			...{ name: people.name, locale: people.locale }
		})
		.from(caseload)
		.innerJoin(people, eq(people.id, caseload.inburgeraarId))
		.innerJoin(naar, eq(naar.id, caseload.consulentId))
		.leftJoin(nu, eq(nu.inburgeraarId, caseload.inburgeraarId))
		.where(and(eq(people.gemeenteId, gemeenteId), gt(caseload.vanaf, today)))
		.orderBy(asc(caseload.vanaf), asc(people.nameFolded), asc(people.id));
}

/** The people of these who have something planned after today. */
export async function listPlannedOf(
	tx: Reader,
	ids: readonly string[],
	today: Temporal.PlainDate
): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectDistinct({ id: caseload.inburgeraarId })
		.from(caseload)
		.where(and(inArray(caseload.inburgeraarId, [...ids]), gt(caseload.vanaf, today)));
	return rows.map(({ id }) => id);
}

/** When the person came to the municipality where they live now; undefined: they were always there. */
export async function findMovedAt(tx: Reader, inburgeraarId: string): Promise<Temporal.Instant | undefined> {
	const [row] = await tx
		.select({ at: max(transfers.decidedAt) })
		.from(transfers)
		.where(and(eq(transfers.inburgeraarId, inburgeraarId), eq(transfers.state, 'aanvaard')));
	return row?.at ?? undefined;
}

/** The same for each of these people, to join; who never moved is absent. */
export const movedAmong = (tx: Reader, ids: readonly string[]) =>
	tx
		.select({ inburgeraarId: transfers.inburgeraarId, at: max(transfers.decidedAt).as('moved_at') })
		.from(transfers)
		.where(and(inArray(transfers.inburgeraarId, [...ids]), eq(transfers.state, 'aanvaard')))
		.groupBy(transfers.inburgeraarId)
		.as('moved');

/** What staff may count: written since the person came (with `movedAmong` joined). */
export const isSinceMove = (moved: ReturnType<typeof movedAmong>, at: Column) =>
	or(isNull(moved.at), gte(at, moved.at));

export async function listGemeenten(tx: Reader): Promise<{ id: string; name: string }[]> {
	return tx
		.select({ id: gemeenten.id, name: gemeenten.name })
		.from(gemeenten)
		.orderBy(asc(gemeenten.name), asc(gemeenten.id));
}

const selection = (tx: Reader) => {
	const van = tx.select({ id: gemeenten.id, name: gemeenten.name }).from(gemeenten).as('van');
	const naar = tx.select({ id: gemeenten.id, name: gemeenten.name }).from(gemeenten).as('naar');
	const sender = tx.select({ id: people.id, name: people.name }).from(people).as('sender');
	return tx
		.select({
			...{ transfer: transfers, vanName: van.name, naarName: naar.name },
			...{ senderName: sender.name, personName: people.name, locale: people.locale }
		})
		.from(transfers)
		.innerJoin(people, eq(people.id, transfers.inburgeraarId))
		.innerJoin(van, eq(van.id, transfers.vanGemeenteId))
		.innerJoin(naar, eq(naar.id, transfers.naarGemeenteId))
		.innerJoin(sender, eq(sender.id, transfers.requestedBy));
};
export type TransferLine = TransferRow & {
	vanName: string;
	naarName: string;
	senderName: string;
	personName: string;
	locale: (typeof people.$inferSelect)['locale'];
};
const flat = (rows: ({ transfer: TransferRow } & Omit<TransferLine, keyof TransferRow>)[]): TransferLine[] =>
	rows.map(({ transfer, ...names }) => ({ ...transfer, ...names }));

/** Offers of a person, newest first. */
export async function listTransfersOf(tx: Reader, inburgeraarId: string): Promise<TransferLine[]> {
	return flat(
		await selection(tx)
			.where(eq(transfers.inburgeraarId, inburgeraarId))
			.orderBy(desc(transfers.requestedAt), desc(transfers.id))
	);
}

/** Offers to this municipality that wait for an answer, the first moving day first. */
export async function listIncomingTransfers(tx: Reader, gemeenteId: string): Promise<TransferLine[]> {
	return flat(
		await selection(tx)
			.where(and(eq(transfers.naarGemeenteId, gemeenteId), eq(transfers.state, 'gevraagd')))
			.orderBy(asc(transfers.verhuisdag), asc(transfers.requestedAt), asc(transfers.id))
	);
}

/** An open offer to this municipality. */
export async function findIncomingTransfer(
	tx: Reader,
	gemeenteId: string,
	id: string
): Promise<TransferLine | undefined> {
	return flat(
		await selection(tx).where(
			and(
				eq(transfers.id, id),
				eq(transfers.naarGemeenteId, gemeenteId),
				eq(transfers.state, 'gevraagd'),
				ne(transfers.vanGemeenteId, gemeenteId)
			)
		)
	)[0];
}

export async function insertTransfer(tx: Writer, row: typeof transfers.$inferInsert): Promise<void> {
	await tx.insert(transfers).values(row);
}

/** False: it was answered or withdrawn meanwhile. */
export async function updateTransfer(
	tx: Writer,
	row: Pick<TransferRow, 'inburgeraarId' | 'id' | 'version'>,
	set: { state: TransferState; decidedBy: string; decidedAt: Temporal.Instant; refusal?: string }
): Promise<boolean> {
	const changed = await tx
		.update(transfers)
		.set({ ...set, version: row.version + 1 })
		.where(
			and(
				eq(transfers.inburgeraarId, row.inburgeraarId),
				eq(transfers.id, row.id),
				eq(transfers.version, row.version),
				eq(transfers.state, 'gevraagd')
			)
		)
		.returning({ id: transfers.id });
	return changed.length === 1;
}

export async function updateGemeenteOf(tx: Writer, inburgeraarId: string, gemeenteId: string): Promise<void> {
	await tx.update(people).set({ gemeenteId }).where(eq(people.id, inburgeraarId));
}

/** Appointments ahead with the municipality; an exam is with DUO and goes on. */
export async function listAppointmentsAhead(tx: Reader, inburgeraarId: string, now: Temporal.Instant) {
	return tx
		.select()
		.from(appointments)
		.where(
			and(
				eq(appointments.inburgeraarId, inburgeraarId),
				eq(appointments.status, 'gepland'),
				gt(appointments.startsAt, now),
				ne(appointments.kind, 'examen')
			)
		);
}

/**
 * What stays with the former municipality ends: its partners' courses and its own activities, open questions, what was
 * put aside, a plan that was not published, the shared list of courses and advice that was not signed.
 * @param laatste the last day of a course there
 */
export async function updateLeftBehind(
	tx: Writer,
	inburgeraarId: string,
	left: { gemeenteId: string; by: string; laatste: Temporal.PlainDate; now: Temporal.Instant }
): Promise<void> {
	const own = tx.select({ id: partners.id }).from(partners).where(eq(partners.gemeenteId, left.gemeenteId));
	const isLocal = or(inArray(enrolments.partnerId, own), gt(enrolments.activityId, ''));
	const runs = and(
		eq(enrolments.inburgeraarId, inburgeraarId),
		isLocal,
		or(isNull(enrolments.tot), gt(enrolments.tot, left.laatste))
	);
	await tx
		.update(enrolments)
		.set({ tot: left.laatste })
		.where(and(runs, lt(enrolments.vanaf, left.laatste)));
	// What has yet to begin, or began just now, keeps its first day: a course of one day that nobody there can see.
	await tx
		.update(enrolments)
		.set({ tot: sql`${enrolments.vanaf}` })
		.where(runs);
	await tx
		.update(questions)
		.set({ closedAt: left.now })
		.where(and(eq(questions.inburgeraarId, inburgeraarId), isNull(questions.closedAt)));
	await tx
		.update(signalSnoozes)
		.set({ endedBy: left.by, endedAt: left.now })
		.where(and(eq(signalSnoozes.inburgeraarId, inburgeraarId), isNull(signalSnoozes.endedAt)));
	await tx.delete(pips).where(and(eq(pips.inburgeraarId, inburgeraarId), isNull(pips.publishedAt)));
	await endSharing(tx, inburgeraarId, left.now);
	await tx
		.delete(courseAdvices)
		.where(and(eq(courseAdvices.inburgeraarId, inburgeraarId), isNull(courseAdvices.signedAt)));
}
