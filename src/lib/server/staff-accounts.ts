import type { Keeper } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { isDuplicate, type Reader, type Writer } from './db/database.ts';
import { removeLoginSessionsOf } from './db/login-sessions.ts';
import { removePasskeysOf } from './db/passkeys.ts';
import { insertAccountNotice } from './db/outbox.ts';
import { removePendingOf } from './db/second-factors.ts';
import { insertPerson } from './db/sign-in.ts';
import { countGuided, countOtherCoordinators, findLastSignIns, findStaff, insertPartner, keptRoles, listGemeenten, listPartners, listStaff, updatePassword, updatePerson, type KeptRole, type PartnerRow, type StaffRow, type StaffScope } from './db/staff.ts'; // prettier-ignore
import { fold } from './fold.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { emailForm, loginNameOf } from './login-name.ts';
import { newOneTimePassword } from './passwords.ts';
import { resetSecondStep } from './second-step.ts';
import { hashSecret } from './secrets.ts';

export { keptRoles, type KeptRole };

export interface StaffFields {
	name: string;
	email: string;
	role: KeptRole;
	phone: string | null;
	jobTitle: string | null;
	/** Of a partner only. */
	partnerId: string | null;
}
/** `versie`: somebody else changed it meanwhile. */
export type AccountRefusal =
	'email' | 'bestaat_al' | 'partner' | 'gemeente' | 'laatste_coordinator' | 'begeleidt_mensen' | 'versie';
type Answer = { ok: true } | { ok: false; reason: AccountRefusal; count?: number };
export type OneTime = { id: string; name: string; email: string; password: string };

/** The municipality of a coordinator; all of them for a beheerder, who opens no dossier (AC-12). */
const scopeOf = (actor: Keeper): StaffScope => ({ gemeenteId: actor.gemeenteId });

export type StaffMember = StaffRow & { guided: number; lastSignIn: Temporal.Instant | null };

/** The accounts in reach of the actor by name, with how many people each guides. */
export async function staffOfGemeente(actor: Keeper, now: Temporal.Instant): Promise<StaffMember[]> {
	const { read } = database();
	const rows = await listStaff(read, scopeOf(actor));
	const ids = rows.map(({ person }) => person.id);
	const guided = await countGuided(read, ids, dayOf(now));
	const signIns = await findLastSignIns(read, ids);
	return rows.map((row) => ({
		...row,
		guided: guided.get(row.person.id) ?? 0,
		lastSignIn: signIns.get(row.person.id) ?? null
	}));
}

/** Undefined: no such account in reach of the actor. */
export async function staffMember(
	actor: Keeper,
	id: string,
	now: Temporal.Instant
): Promise<StaffMember | undefined> {
	const { read } = database();
	const row = await findStaff(read, scopeOf(actor), id);
	if (!row) return undefined;
	const guided = (await countGuided(read, [id], dayOf(now))).get(id) ?? 0;
	return { ...row, guided, lastSignIn: (await findLastSignIns(read, [id])).get(id) ?? null };
}

/** Organisations that a partner account can belong to, and the municipalities to choose from (one for a coordinator). */
export async function placesOf(actor: Keeper) {
	const { read } = database();
	const gemeenten = (await listGemeenten(read)).filter(
		({ id }) => actor.gemeenteId === null || id === actor.gemeenteId
	);
	return { gemeenten, partners: await listPartners(read, scopeOf(actor)) };
}

const event = (action: string, id: string) => ({
	action,
	objectType: 'account',
	objectId: id,
	subjectId: id
});

/** The municipality and organisation of an account; undefined when they do not belong together or to the actor. */
async function placeFor(
	tx: Reader,
	actor: Keeper,
	fields: StaffFields,
	gemeenteId: string | null
): Promise<{ gemeenteId: string; partnerId: string | null } | 'partner' | 'gemeente'> {
	const own = actor.gemeenteId ?? gemeenteId;
	if (!own || !(await listGemeenten(tx)).some(({ id }) => id === own)) return 'gemeente';
	if (fields.role !== 'partner') return { gemeenteId: own, partnerId: null };
	const isOwn = (partner: PartnerRow) => partner.id === fields.partnerId && partner.gemeenteId === own;
	return (await listPartners(tx, { gemeenteId: own })).some(isOwn)
		? { gemeenteId: own, partnerId: fields.partnerId }
		: 'partner';
}

const columnsOf = ({ name, email, role, phone, jobTitle }: StaffFields) => ({
	...{ name, nameFolded: fold(name), role, phone, jobTitle },
	loginName: loginNameOf(email),
	email: loginNameOf(email)
});

/**
 * A new account with a password to hand over, which comes back once: the form sent again answers `al_gemaakt`.
 * @param gemeenteId chosen by a beheerder; a coordinator's own is taken whatever is sent
 */
export async function addStaff(
	actor: Keeper,
	fields: StaffFields,
	sent: { key: string; gemeenteId: string | null },
	now: Temporal.Instant
): Promise<{ ok: true; made: OneTime | 'al_gemaakt' } | { ok: false; reason: AccountRefusal }> {
	const email = loginNameOf(fields.email);
	if (!emailForm.test(email)) return { ok: false, reason: 'email' };
	const [id, password] = [newId(), newOneTimePassword()];
	const passwordHash = await hashSecret(password);
	try {
		return await database().transaction(async (tx) => {
			const place = await placeFor(tx, actor, fields, sent.gemeenteId);
			if (typeof place === 'string') return { ok: false, reason: place };
			const form = { action: 'account.create', key: sent.key, payload: { fields, place } };
			const made = await once(tx, actor, form, now, async () => {
				const row = { id, ...columnsOf(fields), ...place, passwordHash, createdAt: now };
				await insertPerson(tx, { ...row, mustChangePassword: true });
				await recordAudit(tx, actor, event('account.create', id), now);
				return id;
			});
			return { ok: true, made: made === id ? { id, name: fields.name, email, password } : 'al_gemaakt' };
		});
	} catch (error) {
		if (isDuplicate(error)) return { ok: false, reason: 'bestaat_al' };
		throw error;
	}
}

/** Changes an account. A new role or organisation ends its login sessions (SES-03). Undefined: not in reach. */
export async function changeStaff(
	actor: Keeper,
	id: string,
	fields: StaffFields,
	version: number,
	now: Temporal.Instant
): Promise<Answer | undefined> {
	if (!emailForm.test(loginNameOf(fields.email))) return { ok: false, reason: 'email' };
	try {
		return await database().transaction(async (tx) => {
			const row = await findStaff(tx, scopeOf(actor), id);
			if (!row?.person.gemeenteId) return undefined;
			const { person } = row;
			if (person.version !== version) return { ok: false, reason: 'versie' };
			const place = await placeFor(tx, actor, fields, person.gemeenteId);
			if (typeof place === 'string') return { ok: false, reason: place };
			if (fields.role !== 'coordinator' && (await isLastCoordinator(tx, row)))
				return { ok: false, reason: 'laatste_coordinator' };
			const guided = (await countGuided(tx, [id], dayOf(now))).get(id) ?? 0;
			if (fields.role === 'partner' && guided > 0)
				return { ok: false, reason: 'begeleidt_mensen', count: guided };
			await updatePerson(tx, person, { ...columnsOf(fields), partnerId: place.partnerId });
			if (person.role !== fields.role || person.partnerId !== place.partnerId) {
				await removeLoginSessionsOf(tx, id);
				await recordAudit(tx, actor, event(`account.role.${fields.role}`, id), now);
			}
			await recordAudit(tx, actor, event('account.change', id), now);
			return { ok: true };
		});
	} catch (error) {
		if (isDuplicate(error)) return { ok: false, reason: 'bestaat_al' };
		throw error;
	}
}

const isLastCoordinator = async (tx: Reader, { person }: StaffRow): Promise<boolean> =>
	person.role === 'coordinator' &&
	person.isActive &&
	(await countOtherCoordinators(tx, person.gemeenteId ?? '', person.id)) === 0;

/** Ends an account: its rights are gone at the next request (SES-07). Refused while it still guides people. */
export async function deactivateStaff(
	actor: Keeper,
	id: string,
	version: number,
	now: Temporal.Instant
): Promise<Answer | undefined> {
	return database().transaction(async (tx) => {
		const row = await findStaff(tx, scopeOf(actor), id);
		if (!row) return undefined;
		if (row.person.version !== version) return { ok: false, reason: 'versie' };
		const guided = (await countGuided(tx, [id], dayOf(now))).get(id) ?? 0;
		if (guided > 0) return { ok: false, reason: 'begeleidt_mensen', count: guided };
		if (await isLastCoordinator(tx, row)) return { ok: false, reason: 'laatste_coordinator' };
		await updatePerson(tx, row.person, { isActive: false });
		await removePasskeysOf(tx, id);
		await removeLoginSessionsOf(tx, id);
		await recordAudit(tx, actor, event('account.deactivate', id), now);
		return { ok: true };
	});
}

/**
 * A new password to hand over; the former one and every login session end. An account that was ended begins again.
 * Comes back once: the form sent again answers `al_gemaakt`. Undefined: not in reach.
 */
export async function newPasswordFor(
	actor: Keeper,
	id: string,
	key: string,
	now: Temporal.Instant
): Promise<OneTime | 'al_gemaakt' | undefined> {
	const password = newOneTimePassword();
	const passwordHash = await hashSecret(password);
	return database().transaction(async (tx) => {
		const row = await findStaff(tx, scopeOf(actor), id);
		if (!row) return undefined;
		const token = newId();
		const form = { action: 'account.password', key, payload: { id } };
		const made = await once(tx, actor, form, now, async () => {
			await setOneTime(tx, row, passwordHash, now);
			await recordAudit(tx, actor, event('account.password', id), now);
			return token;
		});
		const { name, loginName } = row.person;
		return made === token ? { id, name, email: loginName ?? '', password } : 'al_gemaakt';
	});
}

async function setOneTime(tx: Writer, { person }: StaffRow, passwordHash: string, now: Temporal.Instant) {
	await updatePassword(tx, person.id, { passwordHash, mustChangePassword: true });
	if (!person.isActive) await updatePerson(tx, person, { isActive: true });
	await removeLoginSessionsOf(tx, person.id);
	await removePendingOf(tx, person.id);
	await insertAccountNotice(tx, person.id, 'wachtwoord', now);
}

/**
 * Takes the app, the recovery codes and the passkeys of a colleague away, who lost them: another app is set up at the next sign-in.
 * Nobody does it for oneself: two people are needed (AUTH-12). Undefined: not in reach, or the own account.
 */
export async function resetSecondStepOf(
	actor: Keeper,
	id: string,
	now: Temporal.Instant
): Promise<true | undefined> {
	return database().transaction(async (tx) => {
		if (id === actor.id || !(await findStaff(tx, scopeOf(actor), id))) return undefined;
		await resetSecondStep(tx, actor, id, now);
		return true;
	});
}

/** An organisation that teaches or guides, for accounts of partners. Undefined: no municipality to put it in. */
export async function addPartner(
	actor: Keeper,
	fields: Pick<PartnerRow, 'name' | 'kind' | 'phone'>,
	sent: { key: string; gemeenteId: string | null },
	now: Temporal.Instant
): Promise<string | undefined> {
	const gemeenteId = actor.gemeenteId ?? sent.gemeenteId;
	return database().transaction(async (tx) => {
		if (!gemeenteId || !(await listGemeenten(tx)).some(({ id }) => id === gemeenteId)) return undefined;
		const form = { action: 'partner.create', key: sent.key, payload: { fields, gemeenteId } };
		return once(tx, actor, form, now, async () => {
			const id = newId();
			await insertPartner(tx, { id, gemeenteId, ...fields });
			await recordAudit(tx, actor, { action: 'partner.create', objectType: 'partner', objectId: id }, now);
			return id;
		});
	});
}
