import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { getAanbod, listAanbod } from '#lib/server/courses.ts';
import { adviceOf, dropAdvice, listAdvice, saveAdvice } from '#lib/server/cursus-advies.ts';
import { agreeChoice } from '#lib/server/cursus-afspraak.ts';
import { courseDossier } from '#lib/server/cursus-dossier.ts';
import { ownChoice, recordChoice, withdrawChoice } from '#lib/server/cursus-keuze.ts';
import { addToShortlist, getShortlist, removeFromShortlist, shareShortlist, shortlistMaximum, stopSharing } from '#lib/server/cursus-lijst.ts'; // prettier-ignore
import type { Database } from '#lib/server/db/database.ts';
import type { NewCourse } from '#lib/server/db/courses.ts';
import { updateLeftBehind } from '#lib/server/db/moves.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { conceptOf, saveVelden } from '#lib/server/pip-drafts.ts';
import { publishDraft } from '#lib/server/pip-publish.ts';
import { openTestDatabase } from './database.ts';
import { day, later, now, participant, people } from './hours-people.ts';

let db: Database;
let consulent: Staff, collega: Staff, vreemd: Staff, coordinator: Staff, elif: Inburgeraar;
let avond: string, ochtend: string, verborgen: string, elders: string;

async function course(gemeenteId: string, own: Partial<NewCourse> = {}): Promise<string> {
	const id = newId();
	await db.transaction((tx) =>
		tx.insert(t.courses).values({
			...{
				id,
				gemeenteId,
				provider: 'De Brug',
				name: 'B1, avond',
				route: 'b1',
				levelFrom: 'a1',
				levelTo: 'b1'
			},
			...{ nt2Minutes: 30_000, knmMinutes: 1800, priceTotalCents: 645_000, place: 'Waterrijk' },
			...{ schedule: [{ weekday: 1, from: '18:30', until: '21:15' }], startsOn: ['2026-12-07'] },
			...{ includes: [], languages: [], source: 'Website', checkedOn: day('2026-11-01'), ...own }
		})
	);
	return id;
}
beforeAll(async () => {
	db = await openTestDatabase();
	({ consulent, collega: coordinator, vreemd } = await people());
	collega = { ...vreemd, gemeenteId: consulent.gemeenteId };
	avond = await course(consulent.gemeenteId, {
		priceCheckedOn: day('2026-11-20'),
		priceSource: 'Prijslijst'
	});
	ochtend = await course(consulent.gemeenteId, { name: 'B1, ochtend' });
	verborgen = await course(consulent.gemeenteId, { isActive: false });
	elders = await course(vreemd.gemeenteId);
});
beforeEach(async () => {
	elif = await participant(consulent, { leerroute: 'b1' });
});
afterAll(() => db.close());

const auditOf = async (id: string) =>
	(await db.read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, id))).map(
		({ action }) => action
	);
const noticesTo = (id: string) => db.read.select().from(t.outbox).where(eq(t.outbox.personId, id));
const share = (answers = { dagen: [1] }, at = now) => shareShortlist(elif, { key: newId(), answers }, at);
const choose = (courseId: string, at = now) => recordChoice(elif, { key: newId(), courseId }, at);

describe('the catalogue that people choose from', () => {
	test('holds what is shown of the own municipality; the rest does not exist (AC-06)', async () => {
		expect((await listAanbod(consulent.gemeenteId)).map(({ id }) => id).toSorted()).toEqual([avond, ochtend].toSorted()); // prettier-ignore
		for (const id of [verborgen, elders, newId()])
			expect(await getAanbod(consulent.gemeenteId, id)).toBeUndefined();
	});

	test('a group of facts without a source of its own has that of the course', async () => {
		const { bronnen } = (await getAanbod(consulent.gemeenteId, avond))!;
		expect(bronnen.prijs).toEqual({ bron: 'Prijslijst', op: day('2026-11-20') });
		expect(bronnen.slagen).toEqual({ bron: 'Website', op: day('2026-11-01') });
	});
});

describe('the shortlist', () => {
	test('keeps courses in the order in which they came, each once', async () => {
		for (const id of [ochtend, avond, ochtend]) expect(await addToShortlist(elif, id, now)).toBe('bewaard');
		expect((await getShortlist(elif)).kept.map(({ aanbod }) => aanbod.id)).toEqual([ochtend, avond]);
		expect((await auditOf(elif.id)).filter((action) => action === 'cursus.keep')).toHaveLength(2);
		expect(await removeFromShortlist(elif, ochtend, now)).toBe('weg');
		expect(await removeFromShortlist(elif, ochtend, now)).toBeUndefined();
		expect((await getShortlist(elif)).kept).toHaveLength(1);
	});

	test('takes nothing hidden and nothing of another municipality, and no thirteenth course', async () => {
		for (const id of [verborgen, elders, newId()])
			expect(await addToShortlist(elif, id, now)).toBeUndefined();
		for (let n = 0; n < shortlistMaximum; n++)
			await addToShortlist(elif, await course(consulent.gemeenteId, { provider: 'Vol' }), now);
		expect(await addToShortlist(elif, avond, now)).toBe('vol');
		await db.transaction((tx) =>
			tx.update(t.courses).set({ isActive: false }).where(eq(t.courses.provider, 'Vol'))
		);
	});

	test('is shared with the answers of that moment, once for a form, and the consultant is told', async () => {
		expect(await share()).toBe('leeg');
		await addToShortlist(elif, avond, now);
		const form = { key: newId(), answers: { dagen: [1] } };
		expect(await shareShortlist(elif, form, now)).toBe('gedeeld');
		expect(await shareShortlist(elif, form, later(1))).toBe('gedeeld');
		await expect(shareShortlist(elif, { ...form, answers: {} }, later(1))).rejects.toSatisfy(
			isDifferentPayload
		);
		expect((await auditOf(elif.id)).filter((action) => action === 'cursuslijst.share')).toHaveLength(1);
		expect((await getShortlist(elif)).answers).toEqual({ dagen: [1] });
		await share({ dagen: [2] }, later(2));
		expect((await getShortlist(elif)).answers).toEqual({ dagen: [2] });
		const rows = await db.read
			.select()
			.from(t.courseSharings)
			.where(eq(t.courseSharings.inburgeraarId, elif.id));
		expect(rows.filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
		expect((await noticesTo(consulent.id)).filter(({ kind }) => kind === 'cursus').length).toBeGreaterThan(1);
	});

	test('no longer shared, no answers are left for anybody', async () => {
		await addToShortlist(elif, avond, now);
		await share();
		expect(await stopSharing(elif, later(5))).toBe(true);
		expect(await stopSharing(elif, later(6))).toBe(false);
		expect(await getShortlist(elif)).toMatchObject({ sharedSince: null, answers: null });
	});
});

describe('what the consultant sees', () => {
	const seen = (actor = consulent) => courseDossier(actor, elif.id, later(3));

	test('is the list while it is shared, with the results for the shared answers, and nothing of it after that', async () => {
		await addToShortlist(elif, avond, now);
		expect((await seen())?.shared).toBeNull();
		await share({ dagen: [1] });
		const evening = (await seen())?.shared?.kept[0]?.passing.criteria.find(({ code }) => code === 'dagen');
		expect(evening).toMatchObject({ oordeel: 'past' });
		await share({ dagen: [2] }, later(1));
		const other = (await seen())?.shared?.kept[0]?.passing.criteria.find(({ code }) => code === 'dagen');
		expect(other).toMatchObject({ oordeel: 'niet' });
		await stopSharing(elif, later(2));
		expect((await seen())?.shared).toBeNull();
	});

	test('a choice is seen, shared or not; AC-06, AC-11: nobody else sees anything', async () => {
		await choose(avond);
		expect((await seen())?.choices.map(({ aanbod }) => aanbod.id)).toEqual([avond]);
		expect((await seen(coordinator))?.choices).toHaveLength(1);
		for (const actor of [collega, vreemd]) expect(await seen(actor)).toBeUndefined();
	});
});

describe('advice', () => {
	const zinnen = [{ zin: 'stock:bericht_welkom', slots: {} }];
	const save = (own: Partial<Parameters<typeof saveAdvice>[3]> = {}, text: string | null = null, actor = consulent, at = later(10)) =>
		saveAdvice(actor, elif.id, { courseIds: [avond], zinnen: text ? [] : zinnen, text }, { key: newId(), version: 0, isSigned: false, ...own }, at); // prettier-ignore

	test('is prepared unseen, then signed: dated, told to the participant, with the price of that day', async () => {
		expect(await save()).toEqual({ kind: 'bewaard' });
		expect(await listAdvice(elif)).toEqual([]);
		expect(await noticesTo(elif.id)).toEqual([]);
		expect(await save({ version: 1, isSigned: true }, 'Ga eerst kijken.')).toEqual({ kind: 'ondertekend' });
		const [advice] = await listAdvice(elif);
		expect(advice).toMatchObject({
			text: 'Ga eerst kijken.',
			signedBy: consulent.id,
			signerName: 'Fatma de Vries'
		});
		expect(advice?.courses).toEqual([{ id: avond, provider: 'De Brug', name: 'B1, avond', priceTotalCents: 645_000 }]); // prettier-ignore
		expect(await noticesTo(elif.id)).toHaveLength(1);
		expect(await auditOf(elif.id)).toEqual(['cursusadvies.prepare', 'cursusadvies.sign']);
	});

	test('that was signed is kept, whatever comes after it, and cannot be changed in the database', async () => {
		await save({ isSigned: true });
		await save({ isSigned: true }, 'Toch liever overdag.', consulent, later(11));
		const [newest, first] = await listAdvice(elif);
		expect(newest?.replacesId).toBe(first?.id);
		const change = db.transaction((tx) =>
			tx.update(t.courseAdvices).set({ text: 'x' }).where(eq(t.courseAdvices.id, first!.id))
		);
		await expect(change).rejects.toThrow();
		const removal = db.transaction((tx) =>
			tx.delete(t.courseAdvices).where(eq(t.courseAdvices.id, first!.id))
		);
		await expect(removal).rejects.toThrow();
		expect(await listAdvice(elif)).toHaveLength(2);
	});

	test('IN-11: the same form signs once; IN-12: of two who prepare, the second sees what the first wrote', async () => {
		const key = newId();
		await save({ key, isSigned: true }, 'Eén keer.');
		await save({ key, isSigned: true }, 'Eén keer.');
		expect(await listAdvice(elif)).toHaveLength(1);
		await save({}, 'Van de een.');
		expect(await save({}, 'Van de ander.', coordinator)).toMatchObject({ kind: 'conflict', now: { text: 'Van de een.' } }); // prettier-ignore
		expect((await adviceOf(consulent, elif.id))?.draft?.text).toBe('Van de een.');
		expect(await dropAdvice(consulent, elif.id, 9, now)).toBe(false);
		expect(await dropAdvice(consulent, elif.id, 1, now)).toBe(true);
		expect((await adviceOf(consulent, elif.id))?.draft).toBeUndefined();
	});

	test('without a word is not signed, and never about a course of another municipality', async () => {
		const form = { key: newId(), version: 0, isSigned: true };
		const nothing = { courseIds: [avond], zinnen: [], text: null };
		expect(await saveAdvice(consulent, elif.id, nothing, form, now)).toEqual({ kind: 'leeg' });
		expect(await saveAdvice(consulent, elif.id, { ...nothing, courseIds: [elders], zinnen }, form, now)).toBeUndefined(); // prettier-ignore
	});

	test('a move to another municipality ends the sharing and takes what was not signed; signed advice stays', async () => {
		await addToShortlist(elif, avond, now);
		await share();
		await save({ isSigned: true }, 'Getekend.');
		await save({}, 'Nog niet.', consulent, later(11));
		const left = { gemeenteId: consulent.gemeenteId, by: consulent.id, laatste: day('2026-11-22'), now: later(60) }; // prettier-ignore
		await db.transaction((tx) => updateLeftBehind(tx, elif.id, left));
		expect(await getShortlist(elif)).toMatchObject({ sharedSince: null, kept: [{ isActive: true }] });
		expect((await listAdvice(elif)).map(({ text }) => text)).toEqual(['Getekend.']);
		expect((await adviceOf(consulent, elif.id))?.draft).toBeUndefined();
	});

	test('AC-06, AC-11: only by who guides the person or coordinates the municipality', async () => {
		for (const actor of [collega, vreemd]) {
			expect(await save({ isSigned: true }, 'x', actor)).toBeUndefined();
			expect(await adviceOf(actor, elif.id)).toBeUndefined();
			expect(await dropAdvice(actor, elif.id, 1, now)).toBeUndefined();
			expect(await agreeChoice(actor, elif.id, { key: newId(), choiceId: newId() }, now)).toBeUndefined();
		}
		expect(await save({ isSigned: true }, 'x', coordinator)).toEqual({ kind: 'ondertekend' });
	});
});

describe('a choice', () => {
	test('takes the place of the former, is told to the consultant, and can be taken back', async () => {
		expect(await choose(avond)).toBe('gekozen');
		expect(await choose(ochtend, later(1))).toBe('gekozen');
		expect((await ownChoice(elif))?.aanbod.id).toBe(ochtend);
		expect(await withdrawChoice(elif, later(2))).toBe(true);
		expect(await withdrawChoice(elif, later(3))).toBe(false);
		expect(await ownChoice(elif)).toBeUndefined();
		expect(await auditOf(elif.id)).toEqual(['cursus.choose', 'cursus.choose', 'cursus.unchoose']);
		for (const id of [verborgen, elders]) expect(await choose(id)).toBeUndefined();
	});

	test('IN-11: the same form chooses once', async () => {
		const form = { key: newId(), courseId: avond };
		await recordChoice(elif, form, now);
		await recordChoice(elif, form, later(1));
		expect(await auditOf(elif.id)).toEqual(['cursus.choose']);
	});

	const agree = async (minutes = 20) => {
		const choiceId = (await ownChoice(elif))!.id;
		return agreeChoice(consulent, elif.id, { key: newId(), choiceId }, later(minutes));
	};
	const concept = async () => (await conceptOf(consulent, elif.id))?.concept;

	test('becomes an agreement in the draft with what the course says, and holds once that is published', async () => {
		await choose(avond);
		const id = await agree();
		expect((await concept())?.afspraken.find((row) => row.id === id)).toMatchObject({
			...{ thema: 'inburgering', soort: 'taalles', uitvoerder: 'inburgeraar', metWie: 'De Brug' },
			...{ minutenPerWeek: 165, minutenTotaal: 31_800, plaats: 'Waterrijk', toelichting: 'B1, avond' },
			vanaf: day('2026-12-07')
		});
		expect((await concept())?.row).toMatchObject({
			cursusinstelling: 'De Brug',
			startCursus: day('2026-12-07')
		});
		expect((await ownChoice(elif))?.agreedIn).toBe('concept');
		const version = (await concept())!.row.version;
		await saveVelden(consulent, { inburgeraarId: elif.id, version }, { voortgangsgesprekkenInPip: 2, intensiteitMinutenPerWeek: 165 }, later(21)); // prettier-ignore
		const today = day('2026-11-23');
		const publicatie = { dagtekening: today, bekendmaking: today, reden: 'aanbod' as const };
		const published = await publishDraft(consulent, elif.id, publicatie, { key: newId(), version: version + 1 }, later(30)); // prettier-ignore
		expect(published).toMatchObject({ kind: 'gepubliceerd' });
		expect((await ownChoice(elif))?.agreedIn).toBe('plan');
		// Another course of the same school fills in the same agreement: the plan does not say that yet.
		await choose(ochtend, later(40));
		expect((await ownChoice(elif))?.agreedIn).toBeNull();
		expect(await agree(50)).toBe(id);
		expect((await ownChoice(elif))?.agreedIn).toBe('concept');
	});

	test('fills in the agreement to find a course, and leaves one with another school alone', async () => {
		await choose(avond);
		const first = await agree();
		await choose(ochtend, later(1));
		expect(await agree()).toBe(first);
		const brug = (await concept())!.afspraken.find(({ id }) => id === first)!;
		expect(brug.toelichting).toBe('B1, ochtend');
		await choose(await course(consulent.gemeenteId, { provider: 'Delta' }), later(2));
		expect(await agree()).not.toBe(first);
		expect((await concept())!.afspraken.filter(({ soort }) => soort === 'taalles')).toHaveLength(2);
	});

	test('that was taken back is no agreement any more', async () => {
		await choose(avond);
		const choiceId = (await ownChoice(elif))!.id;
		await withdrawChoice(elif, later(1));
		expect(await agreeChoice(consulent, elif.id, { key: newId(), choiceId }, later(2))).toBeUndefined();
		expect(await concept()).toBeUndefined();
	});
});
