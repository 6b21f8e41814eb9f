import { isNa } from '#lib/domain/dag.ts';
import type { Groep, LocaleId, Verblijfsvergunning } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { updateInburgeraar, type Dossier } from './db/inburgeraren.ts';
import { insertNotice } from './db/outbox.ts';
import { updatePerson } from './db/staff.ts';
import { dossierFor } from './dossiers.ts';
import { fold } from './fold.ts';

/** What staff can change of a person; empty is null. */
export interface Gegevens {
	name: string;
	phone: string | null;
	locale: LocaleId;
	tolktaal: string | null;
	tolkDialect: string | null;
	geboortedatum: Temporal.PlainDate;
	groep: Groep;
	verblijfsvergunning: Verblijfsvergunning;
}
export type Changed =
	| { ok: true }
	/** `zeker`: birth, group or permit changes, and nobody said that the document was seen. */
	| { ok: false; reden: 'zeker' | 'toekomst' }
	| { ok: false; reden: 'conflict'; now: Gegevens };

export const gegevensOf = ({ person, inburgeraar }: Dossier): Gegevens => ({
	...{ name: person.name, phone: person.phone, locale: person.locale },
	...{ tolktaal: inburgeraar.tolktaal, tolkDialect: inburgeraar.tolkDialect },
	...{ geboortedatum: inburgeraar.geboortedatum, groep: inburgeraar.groep },
	verblijfsvergunning: inburgeraar.verblijfsvergunning
});

const changesLaw = (before: Gegevens, after: Gegevens): boolean =>
	!before.geboortedatum.equals(after.geboortedatum) ||
	before.groep !== after.groep ||
	before.verblijfsvergunning !== after.verblijfsvergunning;

/**
 * Changes the details of a person: the audit log names each field that changed, never its content (AUD-03).
 * @param seen.versions of the person and of the inburgeraar, as the actor saw them
 */
export async function changeGegevens(
	actor: Staff,
	inburgeraarId: string,
	gegevens: Gegevens,
	seen: { person: number; inburgeraar: number; isZeker: boolean },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const before = gegevensOf(dossier);
		const fields = (Object.keys(before) as (keyof Gegevens)[]).filter(
			(field) => String(before[field]) !== String(gegevens[field])
		);
		if (fields.length === 0) return { ok: true };
		const { person, inburgeraar } = dossier;
		if (person.version !== seen.person || inburgeraar.version !== seen.inburgeraar)
			return { ok: false, reden: 'conflict', now: before };
		if (isNa(gegevens.geboortedatum, dayOf(now))) return { ok: false, reden: 'toekomst' };
		if (changesLaw(before, gegevens) && !seen.isZeker) return { ok: false, reden: 'zeker' };
		const { name, phone, locale, ...rest } = gegevens;
		await updatePerson(tx, person, { name, nameFolded: fold(name), phone, locale });
		await updateInburgeraar(tx, inburgeraar, rest);
		for (const field of fields)
			await recordAudit(
				tx,
				actor,
				{ action: 'gegevens.change', objectType: field, subjectId: inburgeraarId },
				now
			);
		const dedupeKey = `gegevens:${inburgeraarId}:${dayOf(now).toString()}`;
		await insertNotice(tx, { kind: 'account', personId: inburgeraarId, dedupeKey }, now);
		return { ok: true };
	});
}
