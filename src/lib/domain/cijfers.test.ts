import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactStand, normStaat } from './cijfers.ts';
import { plusDagen } from './dag.ts';
import { plannedTotal } from './hours.ts';
import { prognose, tempoVanaf } from './prognose.ts';

const vandaag = Temporal.PlainDate.from('2026-11-23');

const person = fc.record({
	norm: fc.integer({ min: 60, max: 5000 }),
	gewerkt: fc.array(fc.record({ ago: fc.integer({ min: 0, max: 300 }), minuten: fc.integer({ min: 1, max: 240 }) }), { maxLength: 12 }), // prettier-ignore
	weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
	start: fc.integer({ min: -50, max: 100 }),
	length: fc.integer({ min: 0, max: 200 }),
	rest: fc.integer({ min: 1, max: 900 })
});

test('from sums the norm stands as the forecast of the person says', () => {
	fc.assert(
		fc.property(person, ({ norm, gewerkt, weekdays, start, length, rest }) => {
			const laatsteDag = plusDagen(vandaag, rest);
			const rijen = gewerkt.map(({ ago, minuten }) => ({ dag: plusDagen(vandaag, -ago), minuten }));
			const plan = {
				...{
					kind: 'pvt' as const,
					vanaf: plusDagen(vandaag, start),
					tot: plusDagen(vandaag, start + length)
				},
				weekdays: weekdays.map((weekday) => ({ weekday, from: '09:00', until: '10:30' }))
			};
			const lessen = Array.from({ length: rest }, (_, n) => plusDagen(vandaag, n + 1))
				.filter((dag) => weekdays.includes(dag.dayOfWeek))
				.filter(
					(dag) =>
						Temporal.PlainDate.compare(dag, plan.vanaf) >= 0 && Temporal.PlainDate.compare(dag, plan.tot) <= 0
				) // prettier-ignore
				.map((dag) => ({ dag, minuten: 90 }));
			const said = prognose({
				norm,
				gewerkt: rijen,
				gepland: { soort: 'dagen', lessen },
				vandaag,
				laatsteDag
			});
			const sum = (isRecent: boolean) =>
				rijen
					.filter(({ dag }) => Temporal.PlainDate.compare(dag, tempoVanaf(vandaag)) >= 0 === isRecent)
					.reduce((total, { minuten }) => total + minuten, 0);
			const eerste = rijen.map(({ dag }) => dag).toSorted(Temporal.PlainDate.compare)[0] ?? null;
			const { minuten: gepland, laatste: laatsteLes } = plannedTotal([plan], ['pvt'], vandaag, laatsteDag);
			const staat = normStaat({ norm, eerste, ervoor: sum(false), recent: sum(true), gepland, laatsteLes }, vandaag, laatsteDag); // prettier-ignore
			const wanted =
				said.kind === 'vol' || said.kind === 'te_weinig_gegevens'
					? said.kind
					: said.kind === 'verwacht' && said.isBinnenTermijn
						? 'op_tempo'
						: 'te_laag';
			expect(staat).toBe(wanted);
		}),
		{ numRuns: 300 }
	);
});

test.each([
	['the last day within', 28, 'binnen'],
	['a day later', 29, 'langer']
])('contact within 28 days: %s', (_what, ago, wanted) => {
	expect(contactStand(plusDagen(vandaag, -ago), 28, vandaag)).toBe(wanted);
});
