import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import outcomeSchema from './fixtures/law/outcome.schema.json' with { type: 'json' };
import { arbitraryFacts } from './fixtures/law/arbitrary.ts';
import { outcomeOf } from './fixtures/law/rows/all.ts';
import { misfits, type Schema } from './fixtures/law/schema.ts';
import { readFacts } from '#lib/domain/facts.ts';
import { onderwerpenVan, uitkomst, type Outcome } from '#lib/domain/uitkomsten.ts';

type Json = Record<string, unknown>;
type Subject = { reden: Record<string, string>; grondslag: string[]; beoordeling: string | null } & Json;
// One seed, so that a build does not fail by chance; change it or numRuns to search further.
const runs = { numRuns: 150, seed: 2021 };
vi.setConfig({ testTimeout: 60_000 });
const outcome = (facts: Json) =>
	outcomeOf(facts) as unknown as { [K in keyof Outcome]: Outcome[K] & Subject };
const without = (facts: Json, key: string) =>
	Object.fromEntries(Object.entries(facts).filter(([k]) => k !== key));
const frame = ['grondslag', 'besluitDoor', 'beoordeling', 'reden'];
/** The keys marked with a dagger in contract.md: a false is explained. */
const explained = [
	'inburgeringsplicht.isInburgeringsplichtig',
	'leerroute.isSchakelenToegestaan',
	'examen.isKosteloos',
	'moduleMap.isVanToepassing',
	'z.isVanToepassing',
	'ontzorgen.isVanToepassing',
	'maatschappelijkeBegeleiding.isVanToepassing',
	'lening.isVanToepassing',
	'elip.signaal'
];

test('a subject that is asked for alone answers as it does in the whole outcome', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			const read = readFacts(facts);
			if (!read.isValid) throw new Error('refused');
			const { meldingen: _, ...whole } = uitkomst(read.facts);
			for (const naam of Object.keys(whole) as (keyof typeof whole)[])
				expect(onderwerpenVan(read.facts, [naam])).toEqual({ [naam]: whole[naam] });
		}),
		runs
	);
});

test('every outcome fits the schema', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			expect(misfits(outcomeSchema as Schema, outcomeOf(facts))).toEqual([]);
		}),
		runs
	);
});

test('exactly what is null, or a false that must be explained, has a reden', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			const { meldingen: _, ...subjects } = outcomeOf(facts);
			for (const [name, subject] of Object.entries(subjects) as [string, Subject][])
				for (const [key, value] of Object.entries(subject)) {
					if (frame.includes(key)) continue;
					const isExplained = value === null || (value === false && explained.includes(`${name}.${key}`));
					expect([name, key, key in subject.reden]).toEqual([name, key, isExplained]);
				}
		}),
		runs
	);
});

test('a ground has a reden exactly when it is not simply met', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			for (const ground of Object.values(outcome(facts).verlenging.gronden ?? {})) {
				const hasLength = ground.isVervuld === true && ground.maanden !== null && ground.dagen !== null;
				expect(ground.reden === null).toBe(hasLength);
				if (!hasLength)
					expect([ground.maanden, ground.dagen, ground.laatsteDagIndienToegekend]).toEqual([
						null,
						null,
						null
					]);
			}
		}),
		runs
	);
});

test('requested and refused verlengingen never move the end', () => {
	const status = fc.constantFrom('aangevraagd', 'afgewezen');
	fc.assert(
		fc.property(
			arbitraryFacts,
			status,
			fc.integer({ min: 1, max: 99 }),
			fc.nat(3),
			(facts, s, maanden, at) => {
				const list = (facts.verlengingen as object[] | undefined) ?? [];
				const extra = { verlengingsgrond: 'ziekte', status: s, maanden };
				const more = { ...facts, verlengingen: list.toSpliced(at, 0, extra) };
				expect(outcome(more).inburgeringstermijn).toEqual(outcome(facts).inburgeringstermijn);
			}
		),
		runs
	);
});

test('the order of granted verlengingen in one unit changes nothing, in days and weeks', () => {
	const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 4 });
	fc.assert(
		fc.property(lengths, fc.constantFrom('dagen', 'weken'), (list, unit) => {
			const term = (order: number[]) =>
				outcome({
					dagtekeningEerstePip: '2025-01-30',
					verlengingen: order.map((n) => ({ verlengingsgrond: 'ziekte', status: 'toegekend', [unit]: n }))
				}).inburgeringstermijn;
			expect(term(list.toReversed())).toEqual(term(list));
			expect(term(list.toSorted((a, b) => a - b))).toEqual(term(list));
		}),
		runs
	);
});

test('in months the order changes nothing either, while the day number exists', () => {
	const lengths = fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 2, maxLength: 4 });
	fc.assert(
		fc.property(lengths, fc.integer({ min: 1, max: 27 }), (list, day) => {
			const term = (order: number[]) =>
				outcome({
					dagtekeningEerstePip: `2025-01-${String(day).padStart(2, '0')}`,
					verlengingen: order.map((maanden) => ({ verlengingsgrond: 'ziekte', status: 'toegekend', maanden }))
				}).inburgeringstermijn;
			expect(term(list.toReversed())).toEqual(term(list));
		}),
		runs
	);
});

test('a later PIP never ends earlier, and more hours never take a fulfilled part away', () => {
	const early = fc.integer({ min: 0, max: 2000 });
	fc.assert(
		fc.property(early, early, arbitraryFacts, fc.nat(5000), (a, b, facts, extra) => {
			const from = (n: number) => Temporal.PlainDate.from('2022-01-01').add({ days: n }).toString();
			const term = (n: number) => outcome({ dagtekeningEerstePip: from(n) }).inburgeringstermijn;
			const [first, second] = [term(Math.min(a, b)), term(Math.max(a, b))];
			expect(`${first.laatsteDag}` <= `${second.laatsteDag}`).toBe(true);
			const grown = [
				'nt2Minuten',
				'knmMinuten',
				'pvtMinuten',
				'moduleMapMinuten',
				'overigeParticipatieMinuten'
			];
			const more = Object.fromEntries(
				Object.entries(facts).map(([key, value]) => [
					key,
					grown.includes(key) ? Number(value) + extra : value
				])
			);
			const [before, after] = [outcome(facts), outcome(more)];
			for (const name of ['pvt', 'moduleMap', 'z', 'afschalen', 'leerroute', 'voltooiing'] as const)
				if (before[name].isVervuld) expect([name, after[name].isVervuld]).toEqual([name, true]);
		}),
		runs
	);
});

/** Facts whose absence means something, or that replace a computed value, or that the premise fills in. */
const meaningful = [
	'toepasselijkeWet',
	'bekendmakingVerblijfsrecht',
	'aowDatum',
	'vrijstelling',
	'ontheffing',
	'voldaanVolgensDuo',
	'laterePips',
	'startVolgensDuo',
	'laatsteDagVolgensDuo',
	'verlengingen',
	'onderbrekingen',
	'isTaalschakeltrajectVoltooid',
	'zCursusMinutenNorm',
	'hasBijstand',
	'laatsteDagBijstand',
	'lokaalBeleid'
];
/** Subjects that go on by the premise that a person is obliged until the facts show otherwise. */
const premised = ['traject', 'ontzorgen', 'lokaalBeleid'];

function disagreements(less: unknown, more: unknown, path: string): string[] {
	if (less === null || path.endsWith('.reden') || path.endsWith('.beoordeling')) return [];
	if (path.endsWith('.openStappen')) return (less as string[]).filter((s) => !(more as string[]).includes(s));
	if (typeof less === 'object' && !Array.isArray(less) && typeof more === 'object' && more !== null)
		return Object.entries(less).flatMap(([key, value]) =>
			disagreements(value, (more as Json)[key], `${path}.${key}`)
		);
	return JSON.stringify(less) === JSON.stringify(more)
		? []
		: [`${path}: ${JSON.stringify(less)} / ${JSON.stringify(more)}`];
}

test('knowing less never gives another answer: what is still known without a fact is the same', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			const { meldingen: _, ...full } = outcomeOf(facts);
			for (const key of Object.keys(facts)) {
				if (meaningful.includes(key)) continue;
				const { meldingen: __, ...less } = outcomeOf(without(facts, key));
				// While the leerroute is unknown the module is taken to apply (contract.md 6.8 naSchakelen, 6.12).
				const aside = key === 'leerroute' ? [...premised, 'moduleMap', 'verlenging', 'leerroute'] : premised;
				for (const name of Object.keys(full).filter((n) => !aside.includes(n)))
					expect(disagreements(less[name], full[name], `without ${key}: ${name}`)).toEqual([]);
			}
		}),
		{ ...runs, numRuns: 25 }
	);
});

test('facts without effect have none', () => {
	fc.assert(
		fc.property(arbitraryFacts, (facts) => {
			const silent = [
				'inschrijvingBrpAzc',
				'ondertekeningPip',
				'alfabetiseringMinuten',
				'werkMaanden',
				'werkMinutenPerMaand'
			];
			const less = Object.fromEntries(Object.entries(facts).filter(([key]) => !silent.includes(key)));
			expect(outcomeOf(less)).toEqual(outcomeOf(facts));
		}),
		runs
	);
});
