import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { activityOf, createActivity, endEnrolment, enrol, saveActivity, type ActivityInput } from '#lib/server/activities.ts'; // prettier-ignore
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { newId } from '#lib/server/ids.ts';
import { addAfspraak, conceptOf, dropAfspraak, saveAfspraak, saveVelden, startDraft, type AfspraakInvoer } from '#lib/server/pip-drafts.ts'; // prettier-ignore
import { publishDraft, type Publicatie } from '#lib/server/pip-publish.ts';
import { addedBy, applySjabloon, copySjabloon, findSjabloon, listSjablonen, saveSjabloon, sjablonenVoor, templateFromDraft, undoSjabloon } from '#lib/server/pip-templates.ts'; // prettier-ignore
import { planViewOf } from '#lib/server/pip-view.ts';
import { zinTekstenVan } from '#lib/server/pip-zinnen.ts';
import { markSeen, planOf } from '#lib/server/pips.ts';
import { zinWoorden } from '#lib/ui/pip/phrases.ts';
import { formLines, readLines } from '../src/routes/admin/sjablonen/[sjabloon]/template-form.server.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let consulent: Staff, collega: Staff, vreemd: Staff, amina: Inburgeraar;

beforeAll(async () => {
	db = await openTestDatabase();
	({ consulent, collega, vreemd } = await people());
});
beforeEach(async () => {
	amina = await participant(consulent, { leerroute: null });
});
afterAll(() => db.close());

const today = day('2026-11-23');
const draftOf = async () => (await conceptOf(consulent, amina.id))?.concept;
const keyOf = async () => ({ inburgeraarId: amina.id, version: (await draftOf())?.row.version ?? -1 });
const start = (from?: number) => startDraft(consulent, amina.id, newId(), now, from);
const publish = async (publicatie: Partial<Publicatie> = {}) =>
	publishDraft(
		consulent,
		amina.id,
		{ dagtekening: today, bekendmaking: today, ...publicatie },
		{ key: newId(), version: (await keyOf()).version },
		now
	);
const fill = async () =>
	saveVelden(
		consulent,
		await keyOf(),
		{ leerroute: 'b1', intensiteitMinutenPerWeek: 540, voortgangsgesprekkenInPip: 4 },
		now
	);
const eigen: AfspraakInvoer = {
	...{
		thema: 'participatie',
		soort: 'workshop',
		uitvoerder: 'samen',
		minutenPerWeek: null,
		minutenTotaal: null
	},
	...{ aantal: null, metWie: 'Buurthuis', plaats: null, vanaf: null, tot: null, toelichting: 'Over Amina.' }
};

test('a template fills the draft after what it has, once per form key, and can be undone', async () => {
	await start();
	await addAfspraak(consulent, await keyOf(), newId(), eigen, now);
	const [key, formKey] = [await keyOf(), newId()];
	expect(await applySjabloon(consulent, key, formKey, 'stock.b1_asiel', now)).toEqual({ kind: 'bewaard' });
	expect(await applySjabloon(consulent, key, formKey, 'stock.b1_asiel', now)).toEqual({ kind: 'bewaard' });
	const filled = (await draftOf())!;
	expect(filled.row.leerroute).toBe('b1');
	expect(filled.afspraken[0]?.soort).toBe('workshop');
	expect(await addedBy(consulent, formKey)).toHaveLength(filled.afspraken.length - 1);
	expect(filled.versie.afspraken.find(({ soort }) => soort === 'taalles')).toMatchObject({
		vanaf: null,
		vanafDagen: 28
	});
	await undoSjabloon(consulent, await keyOf(), formKey, now);
	expect((await draftOf())?.afspraken.map(({ soort }) => soort)).toEqual(['workshop']);
});

test('days after the dagtekening become days when the plan is published, and the draft keeps counting until then', async () => {
	await start();
	await fill();
	await applySjabloon(consulent, await keyOf(), newId(), 'stock.b1_asiel', now);
	await publish({ dagtekening: day('2026-11-20'), bekendmaking: day('2026-11-20') });
	const lessen = (await planViewOf(amina, amina.id, now))?.versie?.afspraken.find(
		({ soort }) => soort === 'taalles'
	);
	expect(lessen).toMatchObject({ vanaf: '2026-12-18', vanafDagen: null });
});

test('an agreement that would end before it begins keeps the plan from being established', async () => {
	await start();
	await fill();
	await addAfspraak(
		consulent,
		await keyOf(),
		newId(),
		{ ...eigen, vanafDagen: 60, tot: day('2026-12-01') },
		now
	);
	expect(await publish()).toMatchObject({
		fouten: [{ veld: 'afspraken', fout: 'volgorde', soort: 'workshop' }]
	});
});

test('a template from a draft leaves what was written about the person, and belongs to the municipality (AC-06)', async () => {
	await start();
	await fill();
	await addAfspraak(consulent, await keyOf(), newId(), { ...eigen, tot: day('2026-12-03') }, now);
	const id = (await templateFromDraft(consulent, amina.id, 'Onze workshop', newId(), now))!;
	const own = await findSjabloon(collega, id);
	expect(own?.afspraken).toEqual([
		{ thema: 'participatie', soort: 'workshop', uitvoerder: 'samen', metWie: 'Buurthuis', totDagen: 10 }
	]);
	expect(await findSjabloon(vreemd, id)).toBeUndefined();
	expect(
		await saveSjabloon(vreemd, { id, version: 1, formKey: newId() }, { isActive: false }, now)
	).toBeUndefined();
	expect(await saveSjabloon(collega, { id, version: 1, formKey: newId() }, { isActive: false }, now)).toEqual(
		{
			kind: 'bewaard'
		}
	);
	expect(await saveSjabloon(consulent, { id, version: 1, formKey: newId() }, { name: 'Later' }, now)).toEqual(
		{
			kind: 'conflict'
		}
	);
	const voor = (await draftOf())!.voor;
	expect((await sjablonenVoor(consulent, voor)).map((one) => one.id)).toEqual(['stock.b1_asiel']);
	const copy = await copySjabloon(consulent, 'stock.z_gezin', 'Kopie', newId(), now);
	expect((await listSjablonen(collega)).map((one) => one.id)).toContain(copy);
});

test('autosave: the second of two editors gets a conflict, and nothing of the first is lost', async () => {
	await start();
	await addAfspraak(consulent, await keyOf(), newId(), eigen, now);
	const [key, id] = [await keyOf(), (await draftOf())!.afspraken[0]!.id];
	expect(await saveAfspraak(consulent, key, id, { ...eigen, plaats: 'A' }, now)).toEqual({
		kind: 'bewaard',
		id
	});
	// What autosave.js counts on: every save raises the version by one.
	expect((await keyOf()).version).toBe(key.version + 1);
	expect(await saveAfspraak(collega, key, id, { ...eigen, plaats: 'B' }, now)).toEqual({ kind: 'conflict' });
	expect((await draftOf())!.afspraken[0]?.plaats).toBe('A');
});

test('an agreement that a colleague took away comes back last when it is saved after all, with all that was typed', async () => {
	await start();
	await addAfspraak(consulent, await keyOf(), newId(), eigen, now);
	await addAfspraak(consulent, await keyOf(), newId(), { ...eigen, soort: 'sport' }, now);
	const id = (await draftOf())!.afspraken[0]!.id;
	await dropAfspraak(collega, await keyOf(), id, now);
	const again = { ...eigen, toelichting: 'Twee keer per week.' };
	const result = await saveAfspraak(consulent, await keyOf(), id, again, now);
	const { afspraken } = (await draftOf())!;
	expect(afspraken.map(({ soort, toelichting }) => [soort, toelichting])).toEqual([
		['sport', 'Over Amina.'],
		['workshop', 'Twee keer per week.']
	]);
	expect(result).toEqual({ kind: 'bewaard', id: afspraken[1]?.id });
});

test('IN-11: a template and an activity sent twice are saved once; other content under that key is refused', async () => {
	const id = (await copySjabloon(consulent, 'stock.b1_asiel', 'Eens', newId(), now))!;
	const at = { id, version: 1, formKey: newId() };
	expect(await saveSjabloon(consulent, at, { name: 'Twee' }, now)).toEqual({ kind: 'bewaard' });
	expect(await saveSjabloon(consulent, at, { name: 'Twee' }, now)).toEqual({ kind: 'bewaard' });
	const cause = await saveSjabloon(consulent, at, { name: 'Drie' }, now).catch((error: unknown) => error);
	expect(isDifferentPayload(cause)).toBe(true);
	expect(await findSjabloon(consulent, id)).toMatchObject({ name: 'Twee', version: 2 });
	const activity = (await createActivity(consulent, workshop, newId(), now))!;
	const one = { id: activity, version: 1, formKey: newId() };
	expect(await saveActivity(consulent, one, { ...workshop, capacity: 9 }, now)).toBe('bewaard');
	expect(await saveActivity(consulent, one, { ...workshop, capacity: 9 }, now)).toBe('bewaard');
	expect((await activityOf(consulent, activity, now))?.activity).toMatchObject({ capacity: 9, version: 2 });
});

test('phrases of a template stay with their agreement when a colleague removed the one before it', () => {
	const lessen = [{ zin: 'stock:pip_lessen', slots: {} }];
	const sport = { thema: 'participatie', soort: 'sport', uitvoerder: 'samen' } as const;
	const taalles = {
		thema: 'inburgering',
		soort: 'taalles',
		uitvoerder: 'aanbieder',
		zinnen: lessen
	} as const;
	// Typed while it stood second; now it stands first, and a third one took its place.
	const { afspraken } = readLines(formLines([sport, taalles]), [taalles, { ...sport, zinnen: [] }]);
	expect(afspraken.map(({ soort, zinnen }) => [soort, zinnen?.length])).toEqual([
		['sport', 0],
		['taalles', 1]
	]);
});

test('a mistake is withdrawn by a new version like the old one, and stays readable', async () => {
	await start();
	await fill();
	await addAfspraak(consulent, await keyOf(), newId(), eigen, now);
	await publish();
	await start();
	await saveVelden(consulent, await keyOf(), { voortgangsgesprekkenInPip: 99 }, now);
	await publish({ reden: 'overig' });
	expect(await startDraft(consulent, amina.id, newId(), now, 7)).toBeUndefined();
	await start(1);
	const draft = (await draftOf())!;
	expect(draft.row).toMatchObject({ versie: 3, voortgangsgesprekkenInPip: 4, redenWijziging: 'correctie' });
	await publish({ reden: 'correctie' });
	const { versies } = (await planOf(consulent, amina.id, now))!;
	expect(versies.map(({ velden }) => velden.voortgangsgesprekkenInPip)).toEqual([4, 99, 4]);
	expect(versies[0]?.afspraken[0]?.id).toBe(versies[2]?.afspraken[0]?.id);
});

test('a reason and an agreement in phrases: Tigrinya with the Dutch beside it; free text stays Dutch', async () => {
	await start();
	await fill();
	const lessen = [{ zin: 'stock:pip_lessen', slots: {} }];
	await addAfspraak(consulent, await keyOf(), newId(), { ...eigen, zinnen: lessen }, now);
	await publish({ zinnen: [{ zin: 'stock:reden_besproken', slots: { dag: '2026-11-20' } }] });
	const { versie } = (await planViewOf(amina, amina.id, now))!;
	const reader = { locale: 'ti' as const, hasDutchBeside: true, zinnen: await zinTekstenVan([versie], 'ti') };
	const said = [...zinWoorden(versie!.zinnen, reader), ...zinWoorden(versie!.afspraken[0]!.zinnen, reader)];
	expect(said).toHaveLength(2);
	for (const words of said) {
		expect(words).toMatchObject({ nl: expect.stringMatching(/[a-z]/) });
		expect((words as { own: string }).own).toMatch(/[\u1200-\u137F]/);
	}
	expect(versie?.afspraken[0]?.toelichting).toBe('Over Amina.');
});

test('understood or not comes with the language it was read in', async () => {
	await start();
	await fill();
	await publish();
	await markSeen({ ...amina, locale: 'ti' }, 1, 'vraag', later(5));
	expect((await planOf(consulent, amina.id, now))?.gelezen).toMatchObject({
		understood: 'vraag',
		locale: 'ti'
	});
});

const workshop: ActivityInput = {
	...{ kind: 'workshop', title: 'Omgaan met geld', partnerId: null, place: 'Stadhuis', capacity: 2 },
	weekdays: [{ weekday: 2, from: '09:30', until: '11:00' }],
	...{ vanaf: day('2026-12-01'), tot: null }
};

test('an activity has no more places than its capacity; one that ends makes a place free', async () => {
	const id = (await createActivity(consulent, workshop, newId(), now))!;
	const [one, two, three] = [amina, await participant(consulent, {}), await participant(consulent, {})];
	const key = newId();
	expect(await enrol(consulent, id, one.id, key, now)).toBe('ingeschreven');
	expect(await enrol(consulent, id, one.id, key, now)).toBe('ingeschreven');
	expect(await enrol(consulent, id, one.id, newId(), now)).toBe('al_ingeschreven');
	expect(await enrol(consulent, id, two.id, newId(), now)).toBe('ingeschreven');
	expect(await enrol(consulent, id, three.id, newId(), now)).toBe('vol');
	const where = and(eq(t.enrolments.inburgeraarId, one.id), eq(t.enrolments.activityId, id));
	const [row] = await database().read.select().from(t.enrolments).where(where);
	expect(row).toMatchObject({ title: 'Omgaan met geld', minutesPerWeek: 90, vanaf: day('2026-12-01') });
	const place = { activityId: id, inburgeraarId: one.id, enrolmentId: row!.id, version: row!.version };
	const after = later(60 * 24 * 20);
	expect(await endEnrolment(consulent, place, after)).toBe('gestopt');
	expect(await endEnrolment(consulent, place, after)).toBe('conflict');
	expect(await enrol(consulent, id, three.id, newId(), after)).toBe('ingeschreven');
});

test('activities and places of another municipality or caseload do not exist (AC-06, AC-11)', async () => {
	const id = (await createActivity(consulent, { ...workshop, capacity: null }, newId(), now))!;
	expect(await activityOf(vreemd, id, now)).toBeUndefined();
	expect(await enrol(vreemd, id, amina.id, newId(), now)).toBeUndefined();
	const elders = await participant(vreemd, {});
	expect(await enrol(consulent, id, elders.id, newId(), now)).toBeUndefined();
	expect(
		await saveActivity(vreemd, { id, version: 1, formKey: newId() }, { isActive: false }, now)
	).toBeUndefined();
	expect(await saveActivity(collega, { id, version: 1, formKey: newId() }, { isActive: false }, now)).toBe(
		'bewaard'
	);
	expect(await saveActivity(consulent, { id, version: 1, formKey: newId() }, workshop, now)).toBe('conflict');
	expect(await enrol(consulent, id, amina.id, newId(), now)).toBeUndefined();
});
