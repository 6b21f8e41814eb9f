import type { Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/current.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { hashSecret, keyedPin } from '#lib/server/secrets.ts';

export const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
export const later = (minutes: number) => now.add({ minutes });
export const password = 'vier blauwe paarden';
export const pin = '482913';
export const born = Temporal.PlainDate.from('1990-03-02');

/** Hashing is slow on purpose; the tests need each of these once. */
const passwordHash = hashSecret(password);
const pinHash = hashSecret(keyedPin(pin));

type NewPerson = Partial<typeof t.people.$inferInsert>;

export async function gemeente(): Promise<string> {
	const id = newId();
	await database().transaction(async (tx) => {
		await tx.insert(t.gemeenten).values({
			...{ id, name: 'Linden', slug: id.toLowerCase(), phone: '14 035', openingHours: '9-17' },
			...{ postalAddress: 'Postbus 1', lokaalBeleid: {}, theme: {} }
		});
	});
	return id;
}

export async function somebody(gemeenteId: string, person: NewPerson = {}): Promise<string> {
	const id = newId();
	const row = {
		id,
		gemeenteId,
		role: 'inburgeraar' as const,
		name: 'Amina',
		nameFolded: 'amina',
		createdAt: now
	};
	await database().transaction(async (tx) => {
		await tx.insert(t.people).values({ ...row, ...person });
	});
	return id;
}

/** A consulent with a password. */
export async function consulent(
	gemeenteId: string,
	person: NewPerson = {}
): Promise<Staff & { email: string }> {
	const email = `${newId()
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, 'x')}@linden.test`;
	const account = { role: 'consulent' as const, loginName: email, passwordHash: await passwordHash };
	const id = await somebody(gemeenteId, { ...account, ...person });
	const look = {
		partnerId: null,
		locale: 'nl' as const,
		hasDutchBeside: true,
		hasLargeText: false,
		hasHighContrast: false,
		hasSound: true,
		hasHijriDays: true
	};
	return {
		id,
		role: 'consulent',
		gemeenteId,
		name: 'Amina',
		email,
		...look,
		sessionId: 'sessie',
		address: null,
		today: dayOf(now)
	};
}

/** A participant with a PIN, in the caseload of this consulent. */
export async function inburgeraar(staff: Staff, person: NewPerson = {}): Promise<string> {
	const id = await somebody(staff.gemeenteId, { pinHash: await pinHash, ...person });
	await database().transaction(async (tx) => {
		await tx.insert(t.inburgeraren).values({
			...{
				inburgeraarId: id,
				geboortedatum: born,
				groep: 'asiel',
				verblijfsvergunning: 'asiel_bepaalde_tijd'
			}
		});
		const vanaf = Temporal.PlainDate.from('2026-01-01');
		await tx.insert(t.caseload).values({ inburgeraarId: id, id: newId(), consulentId: staff.id, vanaf });
	});
	return id;
}
