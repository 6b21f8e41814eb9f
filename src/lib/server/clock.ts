/** The legal time zone of every day and appointment. */
export const zone = 'Europe/Amsterdam';

export const now = (): Temporal.Instant => Temporal.Now.instant().round('millisecond');

/** The calendar day in the Netherlands. */
export const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
	moment.toZonedDateTimeISO(zone).toPlainDate();

/**
 * The moment of a local day and time (`14:30`). `undefined` for a time that does not exist (the skipped hour in
 * March); of an hour that comes twice (October) the first one counts (IN-10).
 */
export function momentOf(day: Temporal.PlainDate, time: string): Temporal.Instant | undefined {
	const local = day.toPlainDateTime(time);
	const moment = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
	return moment.toPlainDateTime().equals(local) ? moment.toInstant() : undefined;
}
