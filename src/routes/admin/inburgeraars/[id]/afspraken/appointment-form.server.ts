import { z } from 'zod';
import { appointmentKinds, bringItems, interpreterModes, locationKinds } from '#lib/domain/vocabulary.ts';
import type { Staff } from '#lib/server/actor.ts';
import type { AppointmentDraft } from '#lib/server/appointment-plans.ts';
import type { AppointmentRow } from '#lib/server/appointments.ts';
import { momentOf, zone } from '#lib/server/clock.ts';
import { checkbox, choice, choices, day, idField, line, lines, optional, time, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore

export const fields = {
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
	tolktaal: line(60),
	geregeld: checkbox,
	toelichting: lines(1000),
	toch: checkbox
};
export const many = ['meenemen'];
type Data = z.infer<z.ZodObject<typeof fields>>;

/** What one field cannot know: the place of a place, the language of an interpreter, an hour that is skipped in March. */
function faults(data: Data, startsAt: Temporal.Instant | undefined): FieldErrors {
	return {
		...(startsAt ? {} : { tijd: 'overgeslagen' }),
		...(data.waar === 'plaats' && !data.plaats ? { plaats: 'verplicht' } : {}),
		...(data.tolk !== 'geen' && !data.tolktaal ? { tolktaal: 'verplicht' } : {})
	};
}

/** The appointment that a filled-in form describes, or an error code per field. */
export function draftOf(data: Data): { draft: AppointmentDraft } | { errors: FieldErrors } {
	const startsAt = momentOf(data.dag, data.tijd);
	const errors = faults(data, startsAt);
	if (!startsAt || Object.keys(errors).length > 0) return { errors };
	const isAtPlace = data.waar === 'plaats';
	const hasInterpreter = data.tolk !== 'geen';
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
			interpreterMode: data.tolk,
			interpreterLanguage: hasInterpreter ? data.tolktaal : null,
			isInterpreterArranged: hasInterpreter && data.geregeld,
			toelichting: data.toelichting || null
		}
	};
}

/** A new form: with the consultant themself, and with the interpreter that the person needs. */
export function emptyForm(actor: Staff, tolktaal: string | null, dag: string | null): Typed {
	return {
		...{ soort: 'gesprek', dag: dag ?? '', tijd: '', minuten: '45', waar: 'plaats', plaats: '', adres: '' },
		...{ met: actor.id, metNaam: '', meenemen: [], toelichting: '', geregeld: '' },
		...{ tolk: tolktaal ? 'telefoon' : 'geen', tolktaal: tolktaal ?? '' }
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
		geregeld: row.isInterpreterArranged ? 'on' : '',
		toelichting: row.toelichting ?? ''
	};
}
