import { and, asc, between, eq, gt, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Dagen } from '#lib/domain/dag.ts';
import type { Reader } from './database.ts';
import { inScope, type Scope } from './inburgeraren.ts';
import { enrolments, hourConfirmations, hourDisputes, hourEntries, partners, people } from './schema.ts'; // prettier-ignore

type Enrolment = typeof enrolments.$inferSelect;
/** What makes a group: a course of one kind and title, with one partner or with the municipality itself. */
export type GroupOf = Pick<Enrolment, 'partnerId' | 'kind' | 'title'>;
/** Whose groups: those of a partner, or of everybody in the scope of staff. */
export type Circle = { kind: 'partner'; partnerId: string } | { kind: 'staff'; scope: Scope };

/** Somebody's place in a group: name and course, nothing else of the person (AC-10). */
export type MemberRow = GroupOf &
	Pick<Enrolment, 'inburgeraarId' | 'vanaf' | 'tot' | 'weekdays'> & {
		enrolmentId: string;
		name: string;
		/** Where it is; null: with the municipality itself. */
		partner: string | null;
	};

export async function findPartner(tx: Reader, partnerId: string): Promise<{ name: string } | undefined> {
	return (await tx.select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId)))[0];
}

/** A partner works for its municipality: who moved to another one is nobody's there any more. */
const isOfGemeente = and(eq(partners.id, enrolments.partnerId), eq(partners.gemeenteId, people.gemeenteId));

function inCircle(tx: Reader, circle: Circle) {
	if (circle.kind === 'partner')
		return and(eq(enrolments.partnerId, circle.partnerId), isNotNull(partners.id));
	return inArray(enrolments.inburgeraarId, inScope(tx, circle.scope));
}

/** Who was enrolled on at least one day of the period, by name. */
export async function listMembers(tx: Reader, circle: Circle, { van, tot }: Dagen): Promise<MemberRow[]> {
	const { inburgeraarId, id, partnerId, kind, title, vanaf, weekdays } = enrolments;
	return tx
		.select({
			...{ inburgeraarId, enrolmentId: id, partnerId, kind, title, vanaf, tot: enrolments.tot, weekdays },
			...{ name: people.name, partner: partners.name }
		})
		.from(enrolments)
		.innerJoin(people, eq(people.id, inburgeraarId))
		.leftJoin(partners, isOfGemeente)
		.where(and(inCircle(tx, circle), lte(vanaf, tot), or(isNull(enrolments.tot), gte(enrolments.tot, van))))
		.orderBy(asc(people.nameFolded), asc(inburgeraarId), asc(id));
}

const isOfEnrolment = and(
	eq(hourEntries.inburgeraarId, enrolments.inburgeraarId),
	eq(hourEntries.enrolmentId, enrolments.id)
);

/** The days of the period on which hours stand for somebody of a group, whoever recorded them. */
export async function listRegisteredDays(
	tx: Reader,
	circle: Circle,
	{ van, tot }: Dagen
): Promise<(GroupOf & { day: Temporal.PlainDate })[]> {
	return tx
		.selectDistinct({
			...{ partnerId: enrolments.partnerId, kind: enrolments.kind, title: enrolments.title },
			day: hourEntries.day
		})
		.from(enrolments)
		.innerJoin(
			hourEntries,
			and(isOfEnrolment, isNull(hourEntries.correctsId), between(hourEntries.day, van, tot))
		)
		.innerJoin(people, eq(people.id, enrolments.inburgeraarId))
		.leftJoin(partners, isOfGemeente)
		.where(inCircle(tx, circle));
}

export type LessonRow = Awaited<ReturnType<typeof listLessonRows>>[number];

/** Every entry that stands, or stood, on a day of the period in a course of the circle, with its corrections. */
export async function listLessonRows(tx: Reader, circle: Circle, { van, tot }: Dagen) {
	const root = sql<string>`coalesce(${hourEntries.correctsId}, ${hourEntries.id})`;
	const entry = tx
		.selectDistinct({
			...{ person: enrolments.inburgeraarId, course: enrolments.id },
			...{ partnerId: enrolments.partnerId, kind: enrolments.kind, title: enrolments.title },
			...{ name: people.name, folded: people.nameFolded },
			rootId: root.as('root_id')
		})
		.from(enrolments)
		.innerJoin(
			hourEntries,
			and(isOfEnrolment, gt(hourEntries.minutes, 0), between(hourEntries.day, van, tot))
		)
		.innerJoin(people, eq(people.id, enrolments.inburgeraarId))
		.leftJoin(partners, isOfGemeente)
		.where(inCircle(tx, circle))
		.as('entry');
	const { id, category, day, minutes, correctsId } = hourEntries;
	const isPart = and(eq(hourEntries.inburgeraarId, entry.person), eq(root, entry.rootId));
	return tx
		.select({
			...{ id, category, day, minutes, correctsId },
			...{ inburgeraarId: entry.person, enrolmentId: entry.course },
			...{ partnerId: entry.partnerId, kind: entry.kind, title: entry.title, name: entry.name },
			...{ recordedById: people.id, recordedByName: people.name, recordedForId: people.partnerId },
			confirmedId: hourConfirmations.hourEntryId,
			openDisputeId: hourDisputes.id
		})
		.from(entry)
		.innerJoin(hourEntries, isPart)
		.innerJoin(people, eq(people.id, hourEntries.recordedBy))
		.leftJoin(
			hourConfirmations,
			and(eq(hourConfirmations.inburgeraarId, entry.person), eq(hourConfirmations.hourEntryId, id))
		)
		.leftJoin(
			hourDisputes,
			and(
				eq(hourDisputes.inburgeraarId, entry.person),
				eq(hourDisputes.hourEntryId, id),
				isNull(hourDisputes.answeredAt)
			)
		)
		.orderBy(
			asc(entry.folded),
			asc(entry.person),
			asc(hourEntries.recordedAt),
			sql`case when ${correctsId} is null then 0 else 1 end`,
			asc(minutes),
			asc(id)
		);
}
