import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { answerCorrection, askCorrection, correctionsOf } from '#lib/server/corrections.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { mondayList } from '#lib/server/monday-list.ts';
import { ownData } from '#lib/server/own-data.ts';
import { consulent, gemeente, inburgeraar, later, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

// PRIV-05: the participant says what is wrong, the consultant answers, both are told, all is written down.

let db: Database;
let staff: Staff;
let self: Inburgeraar;
const text = 'Mijn achternaam is Haile, niet Hale.';

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
	staff = await consulent(await gemeente());
	self = { ...staff, id: await inburgeraar(staff), role: 'inburgeraar' };
});

const ask = (more: Partial<Parameters<typeof askCorrection>[1]> = {}, key = newId()) =>
	askCorrection(self, { about: 'naam', text, ...more }, key, now);
const answer = (id: string, more: Partial<Parameters<typeof answerCorrection>[2]> = {}, actor = staff) =>
	answerCorrection(
		actor,
		{ inburgeraarId: self.id, id },
		{ outcome: 'blijft', zinnen: [], text: 'Zo staat het in uw paspoort.', version: 1, ...more },
		later(60)
	);
const noticesTo = async (personId: string) =>
	(
		await db.read
			.select()
			.from(t.outbox)
			.where(and(eq(t.outbox.personId, personId), eq(t.outbox.kind, 'correctie')))
	).length;
const actions = async () =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, self.id)))
		.map(({ action }) => action)
		.filter((action) => action.startsWith('gegevens.'));
const reasons = async () =>
	(await mondayList(staff, {}, later(1))).rows.flatMap(({ redenen }) => redenen.map(({ code }) => code));

test('PRIV-05 a request waits for an answer: on the Monday list, audited, the consultant is told', async () => {
	const id = await ask({ rightValue: 'Haile' });
	expect(await correctionsOf(self, self.id)).toMatchObject([{ id, about: 'naam', text, rightValue: 'Haile', answeredAt: null }]); // prettier-ignore
	expect(await reasons()).toContain('correctie_gevraagd');
	expect(await actions()).toEqual(['gegevens.dispute']);
	expect(await noticesTo(staff.id)).toBe(1);
});

test('IN-11 one request waits per subject: sent again, or once more in other words, nothing is added', async () => {
	const key = newId();
	const id = await ask({}, key);
	expect(await ask({}, key)).toBe(id);
	expect(await ask({ text: 'Nog een keer: mijn naam klopt niet.' })).toBe(id);
	expect(await ask({ about: 'uren' })).not.toBe(id);
	expect(await correctionsOf(self, self.id)).toHaveLength(2);
});

test('PRIV-05 the answer: written down, told, off the list; the next request is a new one', async () => {
	const id = await ask();
	expect(await answer(id, { outcome: 'aangepast', text: undefined })).toEqual({ ok: true });
	expect(await correctionsOf(self, self.id)).toMatchObject([{ outcome: 'aangepast', answer: null, answeredAt: later(60) }]); // prettier-ignore
	expect(await reasons()).not.toContain('correctie_gevraagd');
	expect(await actions()).toEqual(['gegevens.dispute', 'gegevens.answer']);
	expect(await noticesTo(self.id)).toBe(1);
	expect(await ask()).not.toBe(id);
});

test('PRIV-05 who says no says why, in a phrase or in words', async () => {
	const id = await ask();
	expect(await answer(id, { text: undefined })).toEqual({ ok: false, reden: 'uitleg_nodig' });
	expect(await answer(id, { text: undefined, zinnen: [{ zin: 'stock:antwoord', slots: {} }] })).toEqual({ ok: true }); // prettier-ignore
});

test('IN-12 two colleagues answer: the second reads that it was answered, and changes nothing', async () => {
	const id = await ask();
	await answer(id);
	expect(await answer(id, { outcome: 'aangepast' })).toEqual({ ok: false, reden: 'conflict' });
	expect(await correctionsOf(self, self.id)).toMatchObject([{ outcome: 'blijft' }]);
});

test('AC-11 AC-12 only who guides the person answers; a break-glass that stands open only reads', async () => {
	const id = await ask();
	const colleague = await consulent(staff.gemeenteId);
	const opened = { ...colleague, opened: [{ inburgeraarId: self.id, until: later(60) }] };
	const elsewhere = await consulent(await gemeente());
	for (const stranger of [colleague, opened, elsewhere]) {
		expect(await correctionsOf(stranger, self.id)).toBeUndefined();
		expect(await answer(id, {}, stranger)).toBeUndefined();
	}
	const other = { ...self, id: await inburgeraar(staff) };
	expect(await correctionsOf(other, other.id)).toEqual([]);
});

test('PRIV-04 requests and answers are part of the own data', async () => {
	const id = await ask();
	await answer(id);
	const { tables } = await ownData(self, later(61));
	expect(tables.correction_requests?.rows).toMatchObject([{ text, outcome: 'blijft', answer: 'Zo staat het in uw paspoort.' }]); // prettier-ignore
});

test('AC-12 after a move what was asked of the former municipality is no reason here, and is not shown', async () => {
	await ask();
	const row = {
		...{ inburgeraarId: self.id, id: newId(), state: 'aanvaard' as const, packet: {} },
		...{ vanGemeenteId: await gemeente(), naarGemeenteId: staff.gemeenteId, verhuisdag: staff.today },
		...{ requestedBy: staff.id, requestedAt: now, decidedBy: staff.id, decidedAt: later(10) }
	};
	await db.transaction((tx) => tx.insert(t.transfers).values(row));
	expect(await reasons()).not.toContain('correctie_gevraagd');
	expect(await correctionsOf(staff, self.id)).toEqual([]);
	expect(await correctionsOf(self, self.id)).toHaveLength(1);
});
