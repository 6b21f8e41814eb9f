import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Inburgeraar, Staff } from '#lib/server/actor.ts';
import { database } from '#lib/server/db/current.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { isDifferentPayload } from '#lib/server/idempotency.ts';
import { addAfspraak, conceptOf, discardDraft, dropAfspraak, moveAfspraak, saveAfspraak, saveVelden, startDraft, type AfspraakInvoer, type DraftVelden } from '#lib/server/pip-drafts.ts'; // prettier-ignore
import { publishDraft, type Publicatie } from '#lib/server/pip-publish.ts';
import { draftViewOf, planViewOf } from '#lib/server/pip-view.ts';
import { markSeen, newestChange, planOf, setAfspraakStates } from '#lib/server/pips.ts';
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
const complete: DraftVelden = {
	leerroute: 'b1',
	niveauLezen: 'b1',
	intensiteitMinutenPerWeek: 540,
	voortgangsgesprekkenInPip: 4
};
const taalles: AfspraakInvoer = {
	...{
		thema: 'inburgering',
		soort: 'taalles',
		uitvoerder: 'aanbieder',
		minutenPerWeek: 540,
		minutenTotaal: null
	},
	...{
		aantal: null,
		metWie: 'Taalschool De Brug',
		plaats: null,
		vanaf: day('2026-12-01'),
		tot: null,
		toelichting: null
	}
};
const eerste: Publicatie = { dagtekening: today, bekendmaking: today };
const tweede: Publicatie = { ...eerste, reden: 'werk', toelichting: 'U werkt nu op vrijdag.' };

const draftOf = async (actor = consulent, of = amina) => (await conceptOf(actor, of.id))?.concept;
const keyOf = async () => ({ inburgeraarId: amina.id, version: (await draftOf())?.row.version ?? -1 });
const start = () => startDraft(consulent, amina.id, newId(), now);
const fill = async (velden = complete) => saveVelden(consulent, await keyOf(), velden, now);
const publish = async (publicatie: Publicatie = eerste, key = newId(), at = now) =>
	publishDraft(consulent, amina.id, publicatie, { key, version: (await keyOf()).version }, at);
async function published(publicatie: Publicatie = eerste) {
	await start();
	await fill();
	await addAfspraak(consulent, await keyOf(), newId(), taalles, now);
	return publish(publicatie);
}

test('a draft is invisible to the participant until it is published, and then is their plan', async () => {
	await start();
	await fill();
	await addAfspraak(consulent, await keyOf(), newId(), taalles, now);
	expect((await planViewOf(amina, amina.id, now))?.versie).toBeUndefined();
	expect(await newestChange(amina, now)).toBeUndefined();
	expect(await publish()).toEqual({ kind: 'gepubliceerd', versie: 1 });
	const view = await planViewOf(amina, amina.id, now);
	expect(view?.versie).toMatchObject({
		versie: 1,
		reden: 'eerste_pip',
		dagtekening: '2026-11-23',
		leerroute: 'b1'
	});
	expect(view?.versie?.afspraken).toMatchObject([{ soort: 'taalles', minutenPerWeek: 540, state: 'open' }]);
	expect(await draftOf()).toBeUndefined();
});

test('publishing writes the version of the dossier, a receipt of the law, an audit event and a notice together', async () => {
	await published();
	const { read } = database();
	const [dossier] = await read
		.select()
		.from(t.inburgeraren)
		.where(eq(t.inburgeraren.inburgeraarId, amina.id));
	const [receipt] = await read.select().from(t.wetReceipts).where(eq(t.wetReceipts.inburgeraarId, amina.id));
	const events = await read.select().from(t.auditEvents).where(eq(t.auditEvents.subjectId, amina.id));
	const notices = await read.select().from(t.outbox).where(eq(t.outbox.personId, amina.id));
	expect(dossier?.pipVersie).toBe(1);
	expect(receipt).toMatchObject({ versie: 1, ruleVersion: 'wi2021 2026-04-18' });
	expect(receipt?.facts).toMatchObject({ dagtekeningEerstePip: '2026-11-23', leerroute: 'b1' });
	expect(receipt?.outcome).toMatchObject({ inburgeringstermijn: { laatsteDag: '2029-11-23' } });
	expect(events.map(({ action }) => action)).toContain('pip.publish');
	expect(notices).toMatchObject([{ kind: 'pip', dedupeKey: `pip:${amina.id}:1` }]);
});

test('the law keeps a plan from being established without leerroute, talks and, for asiel, intensity', async () => {
	await start();
	const open = ['leerroute', 'voortgangsgesprekkenInPip', 'intensiteit'];
	expect(await publish()).toEqual({ kind: 'geweigerd', fouten: [{ veld: 'concept', open }] });
	await fill({ ...complete, intensiteitMinutenPerWeek: null, intensiteitMinutenTotaal: 36_000 });
	expect(await publish()).toMatchObject({ kind: 'gepubliceerd' });
});

test('intensity cannot be set for gezin_overig: it is neither asked nor published', async () => {
	amina = await participant(consulent, { leerroute: null, groep: 'gezin_overig' });
	await start();
	await fill({ leerroute: 'b1', voortgangsgesprekkenInPip: 2, intensiteitMinutenPerWeek: 540 });
	expect(await publish()).toMatchObject({ kind: 'gepubliceerd' });
	const [row] = await database().read.select().from(t.pips).where(eq(t.pips.inburgeraarId, amina.id));
	expect(row?.intensiteitMinutenPerWeek).toBeNull();
});

test('from the second version on a reason is needed, and the dates are in order and not in the future', async () => {
	await published();
	await start();
	const wrong = { dagtekening: day('2026-11-24'), bekendmaking: day('2026-11-20') };
	expect(await publish(wrong)).toEqual({
		kind: 'geweigerd',
		fouten: [
			{ veld: 'reden', fout: 'verplicht' },
			{ veld: 'dagtekening', fout: 'toekomst' },
			{ veld: 'bekendmaking', fout: 'volgorde' }
		]
	});
	const earlier = { ...tweede, dagtekening: day('2026-11-22') };
	expect(await publish(earlier)).toEqual({
		kind: 'geweigerd',
		fouten: [{ veld: 'dagtekening', fout: 'volgorde' }]
	});
	expect(await publish(tweede)).toEqual({ kind: 'gepubliceerd', versie: 2 });
});

test('the next version starts as a copy with the same agreements, and only what was changed is said', async () => {
	await published();
	await start();
	const copied = await draftOf();
	const [old] = (await planOf(amina, amina.id, now))?.huidig?.afspraken ?? [];
	expect(copied?.versie.velden).toMatchObject({ leerroute: 'b1', intensiteitMinutenPerWeek: 540 });
	expect(copied?.afspraken.map(({ id }) => id)).toEqual([old?.id]);
	expect(copied?.wijzigingen).toEqual([]);
	expect(copied?.row).toMatchObject({ redenWijziging: null, toelichting: null, dagtekening: null });
	await saveAfspraak(consulent, await keyOf(), old?.id ?? '', { ...taalles, minutenPerWeek: 600 }, now);
	await publish(tweede);
	const newest = await newestChange(amina, now);
	expect(newest).toMatchObject({
		versie: 2,
		reden: 'werk',
		door: consulent.name,
		isGezien: false,
		dagenGeleden: 0
	});
	expect(newest?.wijzigingen).toMatchObject([
		{ wat: 'afspraak_deel', deel: 'minutenPerWeek', van: 540, naar: 600 }
	]);
});

test('IN-12: two consultants edit one draft; the second learns it and changes nothing', async () => {
	await start();
	const seenByBoth = await keyOf();
	expect(await saveVelden(collega, seenByBoth, { einddoel: 'werk' }, now)).toEqual({ kind: 'bewaard' });
	const conflict = { kind: 'conflict' };
	expect(await saveVelden(consulent, seenByBoth, { einddoel: 'opleiding' }, now)).toEqual(conflict);
	expect(await addAfspraak(consulent, seenByBoth, newId(), taalles, now)).toEqual(conflict);
	expect(await discardDraft(consulent, seenByBoth, now)).toEqual(conflict);
	const form = { key: newId(), version: seenByBoth.version };
	expect(await publishDraft(consulent, amina.id, eerste, form, now)).toEqual(conflict);
	expect(await draftOf()).toMatchObject({ row: { einddoel: 'werk' }, afspraken: [] });
});

test('IN-12: a draft that a colleague published meanwhile is a conflict, not a change of the published plan', async () => {
	await start();
	await fill();
	const key = await keyOf();
	await publish();
	expect(await saveVelden(consulent, key, { einddoel: 'werk' }, now)).toEqual({ kind: 'conflict' });
	expect((await planViewOf(amina, amina.id, now))?.versie?.velden.einddoel).toBeUndefined();
});

test('IN-11: publishing sent twice publishes once; another content under the same key is refused', async () => {
	await start();
	await fill();
	const form = { key: newId(), version: (await keyOf()).version };
	const send = (publicatie: Publicatie) => publishDraft(consulent, amina.id, publicatie, form, later(1));
	expect(await send(eerste)).toEqual({ kind: 'gepubliceerd', versie: 1 });
	expect(await send(eerste)).toEqual({ kind: 'gepubliceerd', versie: 1 });
	const cause: unknown = await send(tweede).catch((error: unknown) => error);
	expect(isDifferentPayload(cause)).toBe(true);
	expect((await planOf(consulent, amina.id, now))?.versies).toHaveLength(1);
});

test('IN-11: a new draft or agreement sent twice is there once', async () => {
	const formKey = newId();
	await startDraft(consulent, amina.id, formKey, now);
	await startDraft(consulent, amina.id, formKey, now);
	await startDraft(collega, amina.id, newId(), now);
	const key = await keyOf();
	const added = await addAfspraak(consulent, key, formKey, taalles, now);
	expect(added).toEqual({ kind: 'bewaard', id: (await draftOf())?.afspraken[0]?.id });
	expect(await addAfspraak(consulent, key, formKey, taalles, now)).toEqual(added);
	expect((await draftOf())?.afspraken).toHaveLength(1);
	expect(await database().read.select().from(t.pips).where(eq(t.pips.inburgeraarId, amina.id))).toHaveLength(
		1
	);
});

test('a published version and its agreements never change, whoever tries', async () => {
	await published();
	const of = eq(t.pips.inburgeraarId, amina.id);
	const ofAfspraak = eq(t.pipAfspraken.inburgeraarId, amina.id);
	const write = (change: (tx: Parameters<Parameters<Database['transaction']>[0]>[0]) => Promise<unknown>) =>
		expect(database().transaction(change)).rejects.toThrow();
	await write((tx) => tx.update(t.pips).set({ einddoel: 'werk' }).where(of));
	await write((tx) => tx.update(t.pipAfspraken).set({ minutenPerWeek: 1 }).where(ofAfspraak));
	await write((tx) => tx.delete(t.pipAfspraken).where(ofAfspraak));
	await write((tx) => tx.delete(t.pips).where(of));
	await write((tx) => tx.insert(t.pipAfspraken).values({ ...taalles, inburgeraarId: amina.id, versie: 1, id: newId(), position: 9 })); // prettier-ignore
	expect((await planViewOf(amina, amina.id, now))?.versie?.afspraken).toHaveLength(1);
});

test('agreements move within their theme, and leave; the version in force keeps them', async () => {
	await published();
	await start();
	await addAfspraak(consulent, await keyOf(), newId(), { ...taalles, soort: 'knm_les' }, now);
	const kinds = async () => (await draftOf())?.versie.afspraken.map(({ soort }) => soort);
	const [first, second] = (await draftOf())?.afspraken ?? [];
	await moveAfspraak(consulent, await keyOf(), second?.id ?? '', 'op', now);
	expect(await kinds()).toEqual(['knm_les', 'taalles']);
	await moveAfspraak(consulent, await keyOf(), second?.id ?? '', 'op', now);
	expect(await kinds()).toEqual(['knm_les', 'taalles']);
	await dropAfspraak(consulent, await keyOf(), first?.id ?? '', now);
	expect(await kinds()).toEqual(['knm_les']);
	expect((await planOf(consulent, amina.id, now))?.huidig?.afspraken).toMatchObject([{ soort: 'taalles' }]);
});

test('a draft that is thrown away leaves the version in force and makes room for another draft', async () => {
	await published();
	await start();
	expect(await discardDraft(consulent, await keyOf(), now)).toEqual({ kind: 'bewaard' });
	expect(await draftOf()).toBeUndefined();
	await start();
	expect((await draftOf())?.row.versie).toBe(2);
});

test('the preview is the plan as it would be when published today', async () => {
	await start();
	await fill();
	const view = await draftViewOf(consulent, amina.id, now);
	expect(view?.versie).toMatchObject({ versie: 1, dagtekening: '2026-11-23', leerroute: 'b1' });
	expect(view?.termijn).toMatchObject({ laatsteDag: '2029-11-23', bron: 'berekend' });
	expect(view?.bezwaarTot).toBe('2027-01-04');
	expect((await planViewOf(amina, amina.id, now))?.versie).toBeUndefined();
});

test('the participant says that a version was seen, first with a question and then understood', async () => {
	await published();
	expect(await markSeen(amina, 2, 'ja', now)).toBe(false);
	expect(await markSeen(amina, 1, 'vraag', now)).toBe(true);
	expect((await newestChange(amina, now))?.isGezien).toBe(true);
	await markSeen(amina, 1, 'ja', later(5));
	const { gelezen } = (await planOf(consulent, amina.id, now)) ?? {};
	expect(gelezen?.understood).toBe('ja');
	expect(gelezen?.seenAt.equals(now)).toBe(true);
});

test('how an agreement stands is recorded beside the published version and survives the next one', async () => {
	await published();
	const id = (await planOf(consulent, amina.id, now))?.huidig?.afspraken[0]?.id ?? '';
	expect(await setAfspraakStates(consulent, amina.id, new Map([[id, 'bezig'], [newId(), 'klaar']]), now)).toBe(true); // prettier-ignore
	await setAfspraakStates(consulent, amina.id, new Map([[id, 'klaar']]), later(1));
	await start();
	await publish(tweede, newId(), later(2));
	expect((await planViewOf(amina, amina.id, now))?.versie?.afspraken).toMatchObject([{ state: 'klaar' }]);
	const rows = await database()
		.read.select()
		.from(t.pipAfspraakStates)
		.where(eq(t.pipAfspraakStates.afspraakId, id));
	expect(rows).toHaveLength(2);
});

test('AC-06: the plan of somebody outside the caseload does not exist, neither to read nor to write', async () => {
	await published();
	await start();
	const key = await keyOf();
	const other = await participant(consulent, { leerroute: null });
	const unknown = newId();
	for (const [actor, id] of [
		[vreemd, amina.id],
		[consulent, unknown],
		[other, amina.id]
	] as const)
		// prettier-ignore
		expect(await planOf(actor, id, now)).toBeUndefined();
	expect(await conceptOf(vreemd, amina.id)).toBeUndefined();
	expect(await draftViewOf(vreemd, amina.id, now)).toBeUndefined();
	expect(await startDraft(vreemd, amina.id, newId(), now)).toBeUndefined();
	expect(await saveVelden(vreemd, key, complete, now)).toBeUndefined();
	expect(await addAfspraak(vreemd, key, newId(), taalles, now)).toBeUndefined();
	expect(await discardDraft(vreemd, key, now)).toBeUndefined();
	expect(await setAfspraakStates(vreemd, amina.id, new Map(), now)).toBeUndefined();
	const form = { key: newId(), version: key.version };
	expect(await publishDraft(vreemd, amina.id, tweede, form, now)).toBeUndefined();
	expect(await markSeen(other, 1, 'ja', now)).toBe(false);
	expect((await draftOf())?.row.version).toBe(key.version);
});
