import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Coordinator } from '#lib/server/actor.ts';
import { policyOf, previewPolicy, savePolicy, type Policy } from '#lib/server/beleid.ts';
import type { Database } from '#lib/server/db/database.ts';
import * as t from '#lib/server/db/schema.ts';
import { uitkomstOf } from '#lib/server/facts.ts';
import { newId } from '#lib/server/ids.ts';
import { fields, policyFrom, typedFrom } from '../src/routes/admin/beleid/policy.server.ts';
import { z } from 'zod';
import { consulent, gemeente, inburgeraar, now } from './accounts.ts';
import { openTestDatabase } from './database.ts';

let db: Database;
let actor: Coordinator;
beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
	actor = { ...(await consulent(await gemeente(), { role: 'coordinator' })), role: 'coordinator' };
});

const contact = { answerDays: 3, phone: '14 035', openingHours: '9-17', postalAddress: 'Postbus 1' };
const policy = (settings: Policy['settings'], more: Partial<Policy> = {}): Policy => ({ settings, ...contact, ...more }); // prettier-ignore
const today = Temporal.PlainDate.from('2026-11-23');
async function withIntake(): Promise<string> {
	const id = await inburgeraar(actor);
	const row = { id: newId(), inburgeraarId: id, recordedBy: actor.id, recordedAt: now, slots: {} };
	await db.transaction(async (tx) => {
		await tx
			.insert(t.trajectEvents)
			.values({ ...row, kind: 'intake_afgerond', day: today, decidedBy: 'college' });
	});
	return id;
}

test('a setting is guidance beside the law: the date of the law stays the same', async () => {
	const id = await withIntake();
	const before = await uitkomstOf(id, today);
	expect(await savePolicy(actor, policy({ pipWekenNaBredeIntake: 4 }), 1, now)).toBe('bewaard');
	const after = await uitkomstOf(id, today);
	expect(after?.outcome.lokaalBeleid.pipUiterlijk?.toString()).toBe('2026-12-21');
	expect(after?.outcome.pip).toEqual(before?.outcome.pip);
});

test('the preview counts for whom the guidance changes, and changes nothing', async () => {
	await withIntake();
	await withIntake();
	await inburgeraar(actor);
	const wanted = policy({ pipWekenNaBredeIntake: 4, aandachtDagen: 14 });
	expect(await previewPolicy(actor, wanted, now)).toEqual([
		{ field: 'pipWekenNaBredeIntake', before: null, after: 4, people: 2 },
		{ field: 'aandachtDagen', before: null, after: 14, people: 3 }
	]);
	expect((await policyOf(actor))?.policy).toEqual(policy({}));
	expect(await previewPolicy(actor, policy({}), now)).toEqual([]);
});

test('IN-12 an older version is refused and changes nothing', async () => {
	await savePolicy(actor, policy({ aandachtDagen: 14 }), 1, now);
	expect(await savePolicy(actor, policy({ aandachtDagen: 28 }), 1, now)).toBe('verouderd');
	expect(await policyOf(actor)).toMatchObject({ policy: policy({ aandachtDagen: 14 }), version: 2 });
});

test('AUD-01 each changed setting is written with what it was and what it is', async () => {
	await savePolicy(actor, policy({ aandachtDagen: 14 }), 1, now);
	await savePolicy(actor, policy({}, { answerDays: 5 }), 2, now);
	const history = (await policyOf(actor))?.history.map(({ change }) => change).toSorted();
	expect(history).toEqual(['aandachtDagen: 14 → –', 'aandachtDagen: – → 14', 'answerDays: 3 → 5'].toSorted());
});

test('another municipality is not touched', async () => {
	const other: Coordinator = { ...actor, gemeenteId: await gemeente() };
	await savePolicy(actor, policy({ aandachtDagen: 14 }), 1, now);
	expect(await policyOf(other)).toMatchObject({ policy: policy({}), version: 1, history: [] });
});

const schema = z.object(fields);
const typed = typedFrom(policy({}));
test('what stands in the form reads back as the same policy', () => {
	const full = policy({
		...{ pipWekenNaBredeIntake: 4, voortgangsgesprekkenMinimum: 2, voortgangsgesprekkenMaanden: 12 },
		...{ maximumSchakelingen: 1, afschalenNaMaanden: 18, afschalenNt2Minuten: 36_000 },
		...{ isOntzorgenVerlengbaar: true, praktischeBegeleidingMaanden: 12, aandachtDagen: 7 },
		...{ intakedomeinen: 'motivatie\nsociaal netwerk', praktischeBegeleidingDoor: 'Samenloop' }
	});
	expect(policyFrom(schema.parse(typedFrom(full)))).toEqual(full);
	expect(policyFrom(schema.parse(typed))).toEqual(policy({}));
});

test.each([
	['no weeks at all', 'pipWekenNaBredeIntake', '0'],
	['half a week', 'pipWekenNaBredeIntake', '1.5'],
	['words for a number', 'aandachtDagen', 'veertien'],
	['more than a year', 'aandachtDagen', '366'],
	['an answer after a month', 'answerDays', '31'],
	['no phone', 'phone', ' '],
	['a bidi character', 'openingHours', '9\u202e17']
])('IN-01 %s is refused', (_what, name, value) => {
	expect(schema.safeParse({ ...typed, [name]: value }).success).toBe(false);
});
