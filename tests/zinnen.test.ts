import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Staff } from '#lib/server/actor.ts';
import type { Database } from '#lib/server/db/database.ts';
import { newId } from '#lib/server/ids.ts';
import { readForm } from '#lib/server/web/form.ts';
import { readZinKeuze, zinFields } from '#lib/server/web/zinnen.ts';
import { consulent, gemeente } from './accounts.ts';
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
