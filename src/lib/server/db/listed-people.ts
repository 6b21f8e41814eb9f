import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Groep, Leerroute, LocaleId } from '#lib/domain/vocabulary.ts';
import { afterName, nameHolds, type NameCursor } from './by-name.ts';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { within, type Scope } from './inburgeraren.ts';
import { caseload, devices, inburgeraren, loginSessions, people, pipReads, pips } from './schema.ts';

export interface PeopleQuery {
	search: string;
	groep?: Groep;
	leerroute?: Leerroute;
	locale?: LocaleId;
	/** Only the people whom this colleague guides. */
	consulentId?: string;
	/** Only this person. */
	inburgeraarId?: string;
	after?: NameCursor;
	limit: number;
}
export type ListedPerson = Awaited<ReturnType<typeof listPeople>>[number];

/** People in scope by name, with what one read can tell of each: of the Monday list, and of the list to search in. */
export async function listPeople(tx: Reader, scope: Scope, query: PeopleQuery) {
	const consulent = tx.select({ id: people.id, name: people.name }).from(people).as('consulent');
	const { search, after } = query;
	return tx
		.select({
			id: people.id,
			name: people.name,
			nameFolded: people.nameFolded,
			locale: people.locale,
			createdAt: people.createdAt,
			hasPin: sql`case when ${people.pinHash} is null then 0 else 1 end`.mapWith(Boolean),
			groep: inburgeraren.groep,
			tolktaal: inburgeraren.tolktaal,
			pipVersie: inburgeraren.pipVersie,
			leerroute: pips.leerroute,
			dagtekening: pips.dagtekening,
			publishedAt: pips.publishedAt,
			toelichting: pips.toelichting,
			seenAt: pipReads.seenAt,
			understood: pipReads.understood,
			understoodAt: pipReads.understoodAt,
			vanaf: caseload.vanaf,
			lastOpenedAt: caseload.lastOpenedAt,
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
		.where(
			and(
				eq(people.role, 'inburgeraar'),
				within(scope),
				nameHolds(search),
				query.groep ? eq(inburgeraren.groep, query.groep) : undefined,
				query.leerroute ? eq(pips.leerroute, query.leerroute) : undefined,
				query.locale ? eq(people.locale, query.locale) : undefined,
				query.consulentId ? eq(caseload.consulentId, query.consulentId) : undefined,
				query.inburgeraarId ? eq(people.id, query.inburgeraarId) : undefined,
				afterName(after)
			)
		)
		.orderBy(asc(people.nameFolded), asc(people.id))
		.limit(query.limit);
}

/** Who of these people ever used a device or a login session of their own. */
export async function listSignedIn(tx: Reader, ids: readonly string[]): Promise<Set<string>> {
	const known = await tx
		.selectDistinct({ id: devices.personId })
		.from(devices)
		.where(inArray(devices.personId, [...ids]));
	const loose = await tx
		.selectDistinct({ id: loginSessions.personId })
		.from(loginSessions)
		.where(inArray(loginSessions.personId, [...ids]));
	return new Set([...known, ...loose].map(({ id }) => id));
}
