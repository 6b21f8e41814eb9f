export interface CalendarEvent {
	id: string;
	/** Rises with every change: a calendar then replaces what it had. */
	version: number;
	startsAt: Temporal.Instant;
	minutes: number;
	place: string;
	isCancelled: boolean;
}

/** `20260329T010000Z`: always UTC, so that no server or phone can shift it. */
const utc = (moment: Temporal.Instant): string =>
	moment.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

const escaped = (text: string): string =>
	text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');

/** RFC 5545 §3.1: at most 75 octets a line, never cut inside a character; what follows begins with a space. */
function folded(line: string): string {
	const parts = [''];
	for (const sign of line) {
		const last = parts.length - 1;
		const limit = last === 0 ? 75 : 74;
		if (Buffer.byteLength(parts[last] + sign) > limit) parts.push(sign);
		else parts[last] += sign;
	}
	return parts.join('\r\n ');
}

function eventLines(event: CalendarEvent, title: string, host: string, stamp: string): string[] {
	const alarm = [
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escaped(title)}`,
		'TRIGGER:-P1D',
		'END:VALARM'
	];
	return [
		'BEGIN:VEVENT',
		`UID:${event.id}@${host}`,
		`DTSTAMP:${stamp}`,
		`DTSTART:${utc(event.startsAt)}`,
		`DTEND:${utc(event.startsAt.add({ minutes: event.minutes }))}`,
		`SEQUENCE:${event.version - 1}`,
		`STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		`SUMMARY:${escaped(title)}`,
		...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
		...(event.isCancelled ? [] : alarm),
		'END:VEVENT'
	];
}

/**
 * An iCalendar file (RFC 5545). Written by hand: five properties that must be exact, and the library that we tried
 * shifts hours when it is given a time zone (stack.md §6, trap 8).
 */
export function calendarFile(
	events: readonly CalendarEvent[],
	{ title, host }: { title: string; host: string },
	now: Temporal.Instant
): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Mijn PIP//Afspraken//NL',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escaped(title)}`,
		'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
		'X-PUBLISHED-TTL:PT4H',
		...events.flatMap((event) => eventLines(event, title, host, utc(now))),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}
