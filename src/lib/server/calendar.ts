import { createHmac } from 'node:crypto';
import type { Inburgeraar } from './actor.ts';
import { appointmentOf } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';
import { config } from './config.ts';
import { listAppointmentsAfter, type Appointment } from './db/appointments.ts';
import { findCalendarFeed, findFeedOwner, insertCalendarFeed, removeCalendarFeed } from './db/calendar.ts';
import { database } from './db/current.ts';
import { once } from './idempotency.ts';
import { sha256 } from './secrets.ts';

const shownOfThePast = { hours: 31 * 24 };

/** Day, time and place: no kind, no note, no names (AC-16). The place only where it is a public one. */
function eventOf(row: Appointment): CalendarEvent {
	const { id, version, startsAt, minutes } = row;
	const place = row.locationKind === 'plaats' ? [row.place, row.address].filter(Boolean).join(', ') : '';
	return { id, version, startsAt, minutes, place, isCancelled: row.status === 'afgezegd' };
}

// Made from the form's key, so that a form sent twice shows one and the same address; stored as a hash only.
const tokenOf = (actor: Inburgeraar, key: string) =>
	createHmac('sha256', config().portalKey).update(`calendar:${actor.id}:${key}`).digest('base64url');

/**
 * Makes the address of the participant's calendar, in place of the one there was. The token is given out here and
 * never again. Undefined: this form was sent before, and its address no longer works.
 */
export async function createCalendarFeed(
	actor: Inburgeraar,
	key: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	const token = tokenOf(actor, key);
	return database().transaction(async (tx) => {
		await once(tx, actor, { action: 'agenda.create', key, payload: null }, now, async () => {
			await removeCalendarFeed(tx, actor.id);
			await insertCalendarFeed(tx, { tokenHash: sha256(token), personId: actor.id, createdAt: now });
			await recordAudit(
				tx,
				actor,
				{ action: 'agenda.create', objectType: 'agenda', subjectId: actor.id },
				now
			);
			return 'made';
		});
		const feed = await findCalendarFeed(tx, actor.id);
		return feed?.tokenHash === sha256(token) ? token : undefined;
	});
}

/** Ends the address: from then on it answers like one that never was. */
export async function revokeCalendarFeed(actor: Inburgeraar, now: Temporal.Instant): Promise<void> {
	await database().transaction(async (tx) => {
		if (!(await findCalendarFeed(tx, actor.id))) return;
		await removeCalendarFeed(tx, actor.id);
		await recordAudit(tx, actor, { action: 'agenda.revoke', objectType: 'agenda', subjectId: actor.id }, now);
	});
}

/** Since when the participant has a calendar address; undefined without one. */
export async function calendarFeedSince(actor: Inburgeraar): Promise<Temporal.Instant | undefined> {
	return (await findCalendarFeed(database().read, actor.id))?.createdAt;
}

const host = () => new URL(config().portalOrigin).hostname;

/** The calendar behind an address: from a month ago on. Undefined: no such address (any more). */
export async function calendarOf(
	token: string,
	title: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	const { read } = database();
	const ownerId = /^[A-Za-z0-9_-]{43}$/.test(token) ? await findFeedOwner(read, sha256(token)) : undefined;
	if (!ownerId) return undefined;
	const rows = await listAppointmentsAfter(read, ownerId, now.subtract(shownOfThePast));
	return calendarFile(rows.map(eventOf), { title, host: host() }, now);
}

/** One appointment of the participant as a calendar file. Undefined: not theirs. */
export async function appointmentFile(
	actor: Inburgeraar,
	id: string,
	title: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	const found = await appointmentOf(actor, actor.id, id);
	return found && calendarFile([eventOf(found.appointment)], { title, host: host() }, now);
}
