import { eq } from 'drizzle-orm';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { dayOf } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/current.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { subjectKeyOf } from '#lib/server/verwerkingslog.ts';
import type { Groep, Leerroute, Role } from '#lib/domain/vocabulary.ts';

export const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
export const later = (minutes: number) => now.add({ minutes });
export const day = (text: string) => Temporal.PlainDate.from(text);

const names: Partial<Record<Role, string>> = { inburgeraar: 'Amina Haddad', consulent: 'Fatma de Vries' };

/** Two municipalities with a consulent, a coordinator and a participant each; the first consulent has both people of the first. */
export async function people() {
	const gemeenteId = newId();
	const elders = newId();
	await database().transaction(async (tx) => {
		for (const id of [gemeenteId, elders])
			await tx.insert(t.gemeenten).values({
				...{ id, name: 'Linden', slug: id.toLowerCase(), phone: '14 035', openingHours: '9-17' },
				...{
					postalAddress: 'Postbus 1',
					lokaalBeleid: { maximumSchakelingen: 1, aandachtDagen: 7 },
					theme: {}
				}
			});
	});
	const consulent = (await person('consulent', gemeenteId)) as Staff;
	const collega = (await person('coordinator', gemeenteId)) as Staff;
	const vreemd = (await person('consulent', elders)) as Staff;
	return { gemeenteId, elders, consulent, collega, vreemd };
}

async function person(role: Role, gemeenteId: string) {
	const id = newId();
	const name = names[role] ?? 'Piet Bakker';
	await database().transaction(async (tx) => {
		await tx.insert(t.people).values({
			...{ id, gemeenteId, role, name, nameFolded: name.toLowerCase() },
			...{ loginName: role === 'inburgeraar' ? null : `${id.toLowerCase()}@linden.test`, createdAt: now }
		});
	});
	const rest = {
		partnerId: null,
		locale: 'nl',
		hasDutchBeside: true,
		hasLargeText: false,
		hasHighContrast: false,
		hasSound: true,
		hasHijriDays: true,
		sessionId: 's',
		address: null,
		today: dayOf(now)
	};
	return { id, role, gemeenteId, name, ...rest };
}

/** A participant with a first PIP of 2 March 2026, in the caseload of the consulent. */
export async function participant(
	consulent: Staff,
	life: { leerroute?: Leerroute | null; groep?: Groep; pip?: Partial<typeof t.pips.$inferInsert> } = {}
): Promise<Inburgeraar> {
	const actor = (await person('inburgeraar', consulent.gemeenteId)) as Inburgeraar;
	const { leerroute = 'b1', groep = 'asiel', pip = {} } = life;
	const verblijfsvergunning = groep === 'asiel' ? 'asiel_bepaalde_tijd' : 'regulier_gezin';
	await database().transaction(async (tx) => {
		await tx.insert(t.inburgeraren).values({
			...{ inburgeraarId: actor.id, geboortedatum: day('1990-05-05'), groep, verblijfsvergunning },
			pipVersie: leerroute ? 1 : 0
		});
		const vanaf = day('2026-01-01');
		await tx
			.insert(t.caseload)
			.values({ inburgeraarId: actor.id, id: newId(), consulentId: consulent.id, vanaf });
		if (leerroute)
			await tx.insert(t.pips).values({
				...{
					inburgeraarId: actor.id,
					versie: 1,
					dagtekening: day('2026-03-02'),
					bekendmaking: day('2026-03-03')
				},
				...{ leerroute, redenWijziging: 'eerste_pip', voortgangsgesprekkenInPip: 4 },
				...{ createdBy: consulent.id, createdAt: now, publishedBy: consulent.id, publishedAt: now },
				...pip
			});
	});
	return actor;
}

/** The lines about a person in the processing log. */
export const linesOf = (personId: string) =>
	database()
		.read.select()
		.from(t.verwerkingslog)
		.where(eq(t.verwerkingslog.subjectKey, subjectKeyOf(personId)));

export async function enrol(
	inburgeraarId: string,
	row: Partial<typeof t.enrolments.$inferInsert> = {}
): Promise<string> {
	const id = newId();
	await database().transaction(async (tx) => {
		await tx.insert(t.enrolments).values({
			...{ inburgeraarId, id, kind: 'taalcursus', title: 'Taal B1', vanaf: day('2026-03-16'), weekdays: [] },
			...row
		});
	});
	return id;
}
