import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Groep, Leerroute, LocaleId } from '#lib/domain/vocabulary.ts';
import { caseloadOn } from './caseload-on.ts';
import type { Reader } from './database.ts';
import { within, type Scope } from './inburgeraren.ts';
import { caseload, inburgeraren, people, pips } from './schema.ts';

/** Somebody in a list to choose from. */
export interface ScopePerson {
	id: string;
	name: string;
	nameFolded: string;
	locale: LocaleId;
	groep: Groep;
	leerroute: Leerroute | null;
	consulentId: string | null;
	consulentName: string | null;
}

/** Everybody in scope, by name. */
export async function listScopePeople(tx: Reader, scope: Scope): Promise<ScopePerson[]> {
	const consulent = tx.select({ id: people.id, name: people.name }).from(people).as('consulent');
	return tx
		.select({
			...{ id: people.id, name: people.name, nameFolded: people.nameFolded, locale: people.locale },
			...{ groep: inburgeraren.groep, leerroute: pips.leerroute },
			...{ consulentId: consulent.id, consulentName: consulent.name }
		})
		.from(people)
		.innerJoin(inburgeraren, eq(inburgeraren.inburgeraarId, people.id))
		.leftJoin(caseload, and(eq(caseload.inburgeraarId, people.id), caseloadOn(scope.today)))
		.leftJoin(consulent, eq(consulent.id, caseload.consulentId))
		.leftJoin(
			pips,
			and(
				eq(pips.inburgeraarId, people.id),
				eq(pips.versie, inburgeraren.pipVersie),
				isNotNull(pips.publishedAt)
			)
		)
		.where(and(eq(people.role, 'inburgeraar'), within(scope)))
		.orderBy(asc(people.nameFolded), asc(people.id));
}
