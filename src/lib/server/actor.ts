import type { LocaleId, Role } from '#lib/domain/vocabulary.ts';

/** Who acts: read from the database at every request, never cached (SES-07). */
export interface Actor {
	id: string;
	role: Role;
	/** Absent for a beheerder. */
	gemeenteId: string | null;
	/** Present for a partner. */
	partnerId: string | null;
	name: string;
	locale: LocaleId;
	hasDutchBeside: boolean;
	hasLargeText: boolean;
	sessionId: string;
	/** Peer address, for the audit log. */
	address: string | null;
	/** The day of the request, in the Netherlands: what begins or ends on a day is read against it. */
	today: Temporal.PlainDate;
}
export type Inburgeraar = Actor & { role: 'inburgeraar'; gemeenteId: string };
export type Staff = Actor & { role: 'consulent' | 'coordinator'; gemeenteId: string };

export const isInburgeraar = (actor: Actor | null): actor is Inburgeraar => actor?.role === 'inburgeraar';
export const isStaff = (actor: Actor | null): actor is Staff =>
	actor?.role === 'consulent' || actor?.role === 'coordinator';
