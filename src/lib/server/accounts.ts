import type { Role } from '#lib/domain/vocabulary.ts';
import { addLetter, preparedLetter, type Letter } from './activation-letters.ts';
import { printedCode } from './activation-code.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { isDuplicate } from './db/database.ts';
import { findDossier } from './db/inburgeraren.ts';
import { findByLoginName, findConsulentOf, findGemeenteBySlug, insertPerson, removeTries } from './db/sign-in.ts'; // prettier-ignore
import { fold } from './fold.ts';
import { newId } from './ids.ts';
import { emailForm, loginNameOf } from './login-name.ts';
import { isGoodPassword } from './passwords.ts';
import { resetSecondStep, secondStepTries } from './second-step.ts';
import { hashSecret } from './secrets.ts';
import { triesOf } from './sign-in-staff.ts';

export type StaffRole = Extract<Role, 'beheerder' | 'coordinator' | 'consulent'>;
export interface NewStaff {
	email: string;
	name: string;
	role: StaffRole;
	/** Slug of the municipality; a beheerder has none. */
	gemeente?: string;
	password: string;
}
export type AccountRefusal = 'email' | 'naam' | 'wachtwoord' | 'gemeente' | 'bestaat_al';

/** Makes an account of staff, from the command line (AUTH-13); others are made by a coordinator: staff-accounts.ts. */
export async function createStaff(
	staff: NewStaff,
	now: Temporal.Instant
): Promise<{ ok: true; id: string } | { ok: false; reason: AccountRefusal }> {
	const loginName = loginNameOf(staff.email);
	const name = staff.name.normalize('NFC').trim();
	if (!emailForm.test(loginName) || loginName.length > 254) return { ok: false, reason: 'email' };
	if (name.length === 0 || name.length > 120) return { ok: false, reason: 'naam' };
	if (!isGoodPassword(staff.password, staff)) return { ok: false, reason: 'wachtwoord' };
	if ((staff.role === 'beheerder') !== (staff.gemeente === undefined))
		return { ok: false, reason: 'gemeente' };
	const gemeenteId = staff.gemeente ? await findGemeenteBySlug(database().read, staff.gemeente) : null;
	if (gemeenteId === undefined) return { ok: false, reason: 'gemeente' };

	const id = newId();
	const passwordHash = await hashSecret(staff.password);
	const row = {
		id,
		gemeenteId,
		role: staff.role,
		name,
		nameFolded: fold(name),
		loginName,
		passwordHash,
		createdAt: now
	};
	try {
		await database().transaction(async (tx) => {
			await insertPerson(tx, row);
			await recordAudit(tx, null, { action: 'account.create', objectType: 'account', objectId: id }, now);
		});
		return { ok: true, id };
	} catch (error) {
		if (isDuplicate(error)) return { ok: false, reason: 'bestaat_al' };
		throw error;
	}
}

/** Ends the waiting after wrong passwords and codes; false when nobody was waiting under this address. */
export async function unlock(email: string, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const person = await findByLoginName(tx, loginNameOf(email));
		const isAfterCodes = person ? await removeTries(tx, secondStepTries(person.id)) : false;
		const isWaiting = (await removeTries(tx, triesOf(loginNameOf(email)))) || isAfterCodes;
		if (isWaiting) await recordAudit(tx, null, { action: 'account.unlock', objectType: 'account' }, now);
		return isWaiting;
	});
}

/** The app and the codes of an account go, from the command line; false when there is no such account. */
export async function resetSecondStepFor(email: string, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const person = await findByLoginName(tx, loginNameOf(email));
		if (!person) return false;
		await resetSecondStep(tx, null, person.id, now);
		return true;
	});
}

/** A letter from the command line, on behalf of whoever guides the person; undefined without such a person or guide. */
export async function printLetter(inburgeraarId: string, now: Temporal.Instant): Promise<Letter | undefined> {
	const prepared = await preparedLetter(now);
	const today = dayOf(now);
	return database().transaction(async (tx) => {
		const dossier = await findDossier(tx, { kind: 'self', inburgeraarId, today }, inburgeraarId);
		const consulentId = await findConsulentOf(tx, inburgeraarId, today);
		if (!dossier || !consulentId) return undefined;
		await addLetter(tx, inburgeraarId, consulentId, prepared);
		const event = { action: 'brief.issue', objectType: 'brief', objectId: prepared.code.selector };
		await recordAudit(tx, null, { ...event, subjectId: inburgeraarId }, now);
		const { name, locale } = dossier.person;
		return { code: printedCode(prepared.code), name, locale, expiresAt: prepared.expiresAt };
	});
}
