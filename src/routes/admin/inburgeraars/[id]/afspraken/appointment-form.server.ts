import { z } from 'zod';
import { appointmentKinds, bringItems, interpreterModes, locationKinds } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import type { GroupDraft } from '#lib/server/appointment-invitations.ts';
import type { AppointmentDraft } from '#lib/server/appointment-plans.ts';
import type { AppointmentRow } from '#lib/server/appointments.ts';
import type { ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { ZinKind } from '#lib/domain/zinnen.ts';
import { momentOf, zone } from '#lib/server/clock.ts';
import { checkbox, choice, choices, day, idField, line, lines, optional, time, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { zinFields } from '#lib/server/web/zinnen.ts';

/** The kinds of phrases that say something about an appointment. */
export const zinKinds: ZinKind[] = ['afspraak', 'bericht'];
/** What an appointment is, when and where: the same for one person and for a group. */
export const sharedFields = {
	soort: choice(appointmentKinds),
	dag: day,
	tijd: time,
	minuten: whole(5, 1440),
	waar: choice(locationKinds),
	plaats: line(120),
	adres: line(160),
	met: optional(idField),
	metNaam: line(100),
	meenemen: choices(bringItems),
	tolk: choice(interpreterModes),
	toelichting: lines(1000)
};
export const fields = {
	...sharedFields,
	...zinFields,
	tolktaal: line(60),
	dialect: line(60),
	geregeld: checkbox,
	toch: checkbox
};
export const many = ['meenemen'];
type SharedData = z.infer<z.ZodObject<typeof sharedFields>>;
type Data = z.infer<z.ZodObject<typeof fields>>;

/** What one field cannot know: the place of a place, an hour that is skipped in March. */
function sharedFaults(data: SharedData, startsAt: Temporal.Instant | undefined): FieldErrors {
	return {
		...(startsAt ? {} : { tijd: 'overgeslagen' }),
		...(data.waar === 'plaats' && !data.plaats ? { plaats: 'verplicht' } : {})
	};
}

/** What is shared by everybody who gets this appointment, or an error code per field. */
export function sharedDraftOf(data: SharedData): { draft: GroupDraft } | { errors: FieldErrors } {
	const startsAt = momentOf(data.dag, data.tijd);
	const errors = sharedFaults(data, startsAt);
	if (!startsAt || Object.keys(errors).length > 0) return { errors };
	const isAtPlace = data.waar === 'plaats';
	return {
		draft: {
			kind: data.soort,
			startsAt,
			minutes: data.minuten,
			locationKind: data.waar,
			place: isAtPlace ? data.plaats : null,
			address: (isAtPlace && data.adres) || null,
			withPersonId: data.met ?? null,
			withName: (!data.met && data.metNaam) || null,
			bring: data.meenemen,
			toelichting: data.toelichting || null
		}
	};
}

/** The appointment that a filled-in form describes, or an error code per field. */
export function draftOf(
	data: Data,
	zinnen: ZinGebruik[]
): { draft: AppointmentDraft } | { errors: FieldErrors } {
	const shared = sharedDraftOf(data);
	const hasInterpreter = data.tolk !== 'geen';
	const isUnsaid = hasInterpreter && !data.tolktaal;
	const errors = {
		...('errors' in shared ? shared.errors : {}),
		...(isUnsaid ? { tolktaal: 'verplicht' } : {})
	};
	if ('errors' in shared || isUnsaid) return { errors };
	return {
		draft: {
			...shared.draft,
			zinnen: zinnen.length ? zinnen : null,
			interpreterMode: data.tolk,
			interpreterLanguage: hasInterpreter ? data.tolktaal : null,
			interpreterDialect: (hasInterpreter && data.dialect) || null,
			isInterpreterArranged: hasInterpreter && data.geregeld
		}
	};
}

/** A new form: with the consultant themself, and with the interpreter that the person needs. */
export function emptyForm(
	actor: Staff,
	need: { tolktaal: string | null; tolkDialect: string | null },
	dag: string | null
): Typed {
	const { tolktaal, tolkDialect } = need;
	return {
		...{ soort: 'gesprek', dag: dag ?? '', tijd: '', minuten: '45', waar: 'plaats', plaats: '', adres: '' },
		...{ met: actor.id, metNaam: '', meenemen: [], toelichting: '', geregeld: '' },
		...{ tolk: tolktaal ? 'telefoon' : 'geen', tolktaal: tolktaal ?? '', dialect: tolkDialect ?? '' }
	};
}

/** A form with what stands there. @param dag another day to plan on, as the participant proposed */
export function formOf(row: AppointmentRow, dag: string | null): Typed {
	const start = row.startsAt.toZonedDateTimeISO(zone);
	return {
		soort: row.kind,
		dag: dag ?? start.toPlainDate().toString(),
		tijd: start.toPlainTime().toString({ smallestUnit: 'minute' }),
		minuten: String(row.minutes),
		waar: row.locationKind,
		plaats: row.place ?? '',
		adres: row.address ?? '',
		met: row.withPersonId ?? '',
		metNaam: row.withName ?? '',
		meenemen: row.bring,
		tolk: row.interpreterMode,
		tolktaal: row.interpreterLanguage ?? '',
		dialect: row.interpreterDialect ?? '',
		geregeld: row.isInterpreterArranged ? 'on' : '',
		toelichting: row.toelichting ?? ''
	};
}
