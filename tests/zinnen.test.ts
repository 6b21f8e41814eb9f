import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Staff } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newId } from '#lib/server/ids.ts';
import { readForm } from '#lib/server/web/form.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { addPhrase, hidePhrase, phraseOf, replacePhrase, translatePhrase } from '#lib/server/phrases.ts';
import { listZinnen, readZinnen, zinnenboek } from '#lib/server/zinnen.ts';
import { saidZin } from '#lib/ui/words-of-zinnen.ts';
import { consulent, gemeente, later, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let actor: Staff;
beforeAll(async () => {
	db = await openTestDatabase();
	actor = await consulent(await gemeente());
});
afterAll(() => db.close());

describe('phrases in a form', () => {
	const send = async (fields: Record<string, string>) => {
		const request = new Request('https://pip.test/', { method: 'POST', body: new URLSearchParams(fields) });
		const form = await readForm(request, z.object(zinFields));
		return readZinKeuze(actor, form.typed, ['antwoord', 'afspraak'], 'ti');
	};
	const bel = {
		'zin.0.zin': 'stock:antwoord_ik_bel',
		'zin.0.slot.dag': '25-11-2026',
		'zin.0.slot.tijd': '14.30'
	};

	test('are read in order, with their slots as they are stored', async () => {
		const read = await send({ 'zin.1.zin': 'stock:afspraak_neem_mee', 'zin.1.slot.ding': 'bril', ...bel });
		expect(read).toMatchObject({ isEdited: false, errors: {} });
		expect(read.zinnen).toEqual([
			{ zin: 'stock:antwoord_ik_bel', slots: { dag: '2026-11-25', tijd: '14:30' } },
			{ zin: 'stock:afspraak_neem_mee', slots: { ding: 'bril' } }
		]);
	});

	test('none sent is none', async () => {
		expect(await send({})).toMatchObject({ isEdited: false, errors: {}, zinnen: [], keuze: { rows: [] } });
	});

	test('an error is about its slot, and what was typed stays', async () => {
		const read = await send({ ...bel, 'zin.0.slot.dag': '31-02-2026', 'zin.0.slot.tijd': ' ' });
		expect(read.errors).toEqual({ 'zin.0.slot.dag': 'datum', 'zin.0.slot.tijd': 'verplicht' });
		expect(read.keuze.rows[0]?.slots.map(({ typed }) => typed)).toEqual(['31-02-2026', ' ']);
	});

	test.each([
		['een ding', 'afspraak_neem_mee', 'ding', 'olifant', 'kies'],
		['tijd', 'bericht_les_andere_tijd', 'tijd', '25:00', 'tijd'],
		['minuten', 'afspraak_duur', 'minuten', 'veel', 'getal'],
		['een plaats', 'afspraak_andere_plaats', 'plaats', 'a\u202eb', 'vreemde_tekens']
	])('%s wordt nagekeken', async (_, key, slot, value, code) => {
		const field = `zin.0.slot.${slot}`;
		expect((await send({ 'zin.0.zin': `stock:${key}`, [field]: value })).errors).toEqual({ [field]: code });
	});

	test('"add" puts the chosen phrase last, with empty slots and without errors', async () => {
		const read = await send({
			...bel,
			'zin.0.slot.dag': '',
			zin_kies: 'stock:antwoord_niets_doen',
			zin_erbij: '1'
		});
		expect(read).toMatchObject({ isEdited: true, errors: {} });
		expect(read.keuze.rows.map(({ zin }) => zin)).toEqual([
			'stock:antwoord_ik_bel',
			'stock:antwoord_niets_doen'
		]);
		expect(read.keuze.rows[0]?.slots[1]?.typed).toBe('14.30');
	});

	test('a phrase that was chosen but not added counts when the form is sent; its empty slots are asked for', async () => {
		const alone = await send({ ...bel, zin_kies: 'stock:antwoord_niets_doen' });
		expect(alone).toMatchObject({ isEdited: false, errors: {} });
		expect(alone.zinnen.map(({ zin }) => zin)).toEqual([
			'stock:antwoord_ik_bel',
			'stock:antwoord_niets_doen'
		]);
		const open = await send({ zin_kies: 'stock:antwoord_duurt_nog' });
		expect(open).toMatchObject({ isEdited: false, errors: { 'zin.0.slot.dag': 'verplicht' } });
	});

	test('"add" without a choice asks for one', async () => {
		expect((await send({ ...bel, zin_erbij: '1' })).errors).toEqual({ zin_kies: 'kies' });
	});

	test('"remove" takes away one phrase and moves the others up', async () => {
		const read = await send({ ...bel, 'zin.1.zin': 'stock:antwoord_niets_doen', zin_weg: '0' });
		expect(read.isEdited).toBe(true);
		expect(read.keuze.rows.map(({ zin }) => zin)).toEqual(['stock:antwoord_niets_doen']);
	});

	test('a phrase that does not exist, and one too many, are not taken along silently', async () => {
		expect((await send({ 'zin.0.zin': newId() })).errors).toEqual({ zin_kies: 'kies' });
		const many = Object.fromEntries(
			Array.from({ length: 13 }, (_, n) => [`zin.${n}.zin`, 'stock:antwoord_niets_doen'])
		);
		expect(await send(many)).toMatchObject({ errors: { zin_kies: 'kies' }, keuze: { rows: { length: 12 } } });
	});
});

describe('phrases of a municipality', () => {
	const add = async (dutch: string) => {
		const result = await addPhrase(actor, { key: newId(), kind: 'antwoord', dutch }, now);
		if (result.kind !== 'bewaard') throw new Error(result.kind);
		return result.id;
	};
	const ti = { version: 1, locale: 'ti', text: 'ናብ ጀርባ ገጽ፦ {plaats}።', state: 'translated' } as const;
	const said = async (zin: string, locale: 'nl' | 'ti' = 'ti') => {
		const [read] = await readZinnen([{ zin, slots: { plaats: 'Loket 4', dag: '2026-11-25' } }], locale);
		return read && saidZin(read);
	};

	test('a new one can be chosen at once; until it is translated it reads in Dutch, and says so', async () => {
		const id = await add('Loop door naar: {plaats}.');
		expect((await listZinnen(actor, ['antwoord'])).map(({ zin }) => zin)).toContain(id);
		expect(await said(id)).toEqual({
			own: undefined,
			nl: 'Loop door naar: \u2068Loket 4\u2069.',
			state: 'missing'
		});
	});

	test('IN-11: sent twice it is one phrase', async () => {
		const form = { key: newId(), kind: 'bericht', dutch: 'Tot ziens.' } as const;
		expect(await addPhrase(actor, form, now)).toEqual(await addPhrase(actor, form, later(1)));
	});

	test('slots that do not exist, and braces that do not close, are refused', async () => {
		for (const dutch of ['Kom op {datum}.', 'Kom op {dag.', 'Kom }op{', 'Kom {}'])
			expect(await addPhrase(actor, { key: newId(), kind: 'antwoord', dutch }, now)).toEqual({ kind: 'fout', fault: 'plekken' }); // prettier-ignore
	});

	test('a translation has the slots of the Dutch, changes in place, and keeps who reviewed it', async () => {
		const id = await add('Loop door naar: {plaats}.');
		const wrong = await translatePhrase(actor, id, { ...ti, text: 'ናብ {dag}' }, now);
		expect(wrong).toEqual({ kind: 'fout', fault: 'plekken' });
		expect(await translatePhrase(actor, id, { ...ti, state: 'reviewed' }, now)).toEqual({
			kind: 'bewaard',
			id
		});
		expect(await said(id)).toEqual({
			own: 'ናብ ጀርባ ገጽ፦ \u2068Loket 4\u2069።',
			nl: 'Loop door naar: \u2068Loket 4\u2069.',
			state: 'reviewed'
		});
		const [, text] = (await phraseOf(actor, id))!.texts.filter(
			({ locale }) => locale === 'en' || locale === 'ti'
		);
		expect(text).toMatchObject({ locale: 'ti', reviewer: actor.name });
		expect(await translatePhrase(actor, id, { ...ti, version: 2, text: '' }, now)).toMatchObject({
			kind: 'bewaard'
		});
		expect((await said(id))?.state).toBe('missing');
	});

	test('IN-12: who edits an older version gets a conflict, and nothing is lost', async () => {
		const id = await add('Loop door naar: {plaats}.');
		await translatePhrase(actor, id, ti, now);
		const late = { version: 1, kind: 'antwoord', dutch: 'Ga naar: {plaats}.' } as const;
		expect(await translatePhrase(actor, id, { ...ti, text: '{plaats}' }, now)).toEqual({ kind: 'conflict' });
		expect(await replacePhrase(actor, id, late, now)).toEqual({ kind: 'conflict' });
		expect(await hidePhrase(actor, id, { version: 1, isActive: false }, now)).toEqual({ kind: 'conflict' });
		expect((await said(id))?.own).toContain('ናብ ጀርባ ገጽ');
	});

	test('new Dutch is a new phrase: what was sent stays, and its translation is outdated and not shown', async () => {
		const id = await add('Loop door naar: {plaats}.');
		await translatePhrase(actor, id, ti, now);
		const changed = { version: 2, kind: 'antwoord', dutch: 'Kom op {dag} naar: {plaats}.' } as const;
		const result = await replacePhrase(actor, id, changed, now);
		if (result?.kind !== 'bewaard') throw new Error('not replaced');
		expect((await said(id))?.nl).toBe('Loop door naar: \u2068Loket 4\u2069.');
		expect((await said(id))?.own).toContain('ናብ ጀርባ ገጽ');
		expect(await said(result.id)).toEqual({
			own: undefined,
			nl: 'Kom op woensdag 25-11-2026 naar: \u2068Loket 4\u2069.',
			state: 'outdated'
		});
		expect((await phraseOf(actor, result.id))?.phrase.replacesId).toBe(id);
		const options = (await listZinnen(actor, ['antwoord'])).map(({ zin }) => zin);
		expect([options.includes(id), options.includes(result.id)]).toEqual([false, true]);
	});

	test('a hidden phrase cannot be chosen, stays readable, and can be shown again', async () => {
		const id = await add('Tot morgen.');
		await hidePhrase(actor, id, { version: 1, isActive: false }, now);
		expect((await listZinnen(actor, ['antwoord'])).map(({ zin }) => zin)).not.toContain(id);
		expect((await said(id))?.nl).toBe('Tot morgen.');
		await hidePhrase(actor, id, { version: 2, isActive: true }, now);
		expect((await listZinnen(actor, ['antwoord'])).map(({ zin }) => zin)).toContain(id);
	});

	test('AC-06: another municipality neither sees it, nor uses it, nor changes it', async () => {
		const id = await add('Loop door naar: {plaats}.');
		const stranger = await consulent(await gemeente());
		expect(await phraseOf(stranger, id)).toBeUndefined();
		expect(await translatePhrase(stranger, id, ti, now)).toBeUndefined();
		expect(
			await replacePhrase(stranger, id, { version: 1, kind: 'antwoord', dutch: 'x' }, now)
		).toBeUndefined();
		expect(await hidePhrase(stranger, id, { version: 1, isActive: false }, now)).toBeUndefined();
		expect((await listZinnen(stranger, ['antwoord'])).map(({ zin }) => zin)).not.toContain(id);
		expect((await zinnenboek(stranger, 'ti')).map(({ zin }) => zin)).not.toContain(id);
		const used = await readZinKeuze(
			stranger,
			{ 'zin.0.zin': id, 'zin.0.slot.plaats': 'x' },
			['antwoord'],
			'ti'
		);
		expect(used).toMatchObject({ zinnen: [], errors: { zin_kies: 'kies' } });
	});
});
