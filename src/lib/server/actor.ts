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
	/** Signed in with a password that somebody else made: nothing opens before it is replaced. */
	mustChangePassword?: boolean;
	hasHighContrast: boolean;
	/** Whether sound is offered. */
	hasSound: boolean;
	/** Days of the Solar Hijri calendar beside the others, in the languages that count so. */
	hasHijriDays: boolean;
	sessionId: string;
	/** When this person last proved who it is, in this login session (AUTH-11). */
	provenAt?: Temporal.Instant;
	/** When this login session ends whatever somebody does (SES-04). */
	endsAt?: Temporal.Instant;
	/** Peer address, for the audit log. */
	address: string | null;
	/** Dossiers outside the own caseload that this consultant has open at the moment of the request, to read (AC-11). */
	opened?: readonly { inburgeraarId: string; until: Temporal.Instant }[];
	/** The day of the request, in the Netherlands: what begins or ends on a day is read against it. */
	today: Temporal.PlainDate;
}
export type Inburgeraar = Actor & { role: 'inburgeraar'; gemeenteId: string };
export type Staff = Actor & { role: 'consulent' | 'coordinator'; gemeenteId: string };

export type Consulent = Staff & { role: 'consulent' };
export type Coordinator = Staff & { role: 'coordinator' };
/** Who looks after accounts: a coordinator of the own municipality, a beheerder (without municipality) of all. */
export type Keeper = Coordinator | (Actor & { role: 'beheerder'; gemeenteId: null });

export const isInburgeraar = (actor: Actor | null): actor is Inburgeraar => actor?.role === 'inburgeraar';
export const isStaff = (actor: Actor | null): actor is Staff =>
	actor?.role === 'consulent' || actor?.role === 'coordinator';
export const isConsulent = (actor: Actor | null): actor is Consulent =>
	isStaff(actor) && actor.role === 'consulent';
export const isCoordinator = (actor: Actor | null): actor is Coordinator =>
	isStaff(actor) && actor.role === 'coordinator';
export const isKeeper = (actor: Actor | null): actor is Keeper =>
	isCoordinator(actor) || (actor?.role === 'beheerder' && actor.gemeenteId === null);
