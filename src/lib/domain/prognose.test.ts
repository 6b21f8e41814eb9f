import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plannedLessons, plannedTotal } from './hours.ts';
import { isTeTraag, prognose, tempoVanaf, tempoWeken, wekenNodig, type Gewerkt, type PrognoseInvoer } from './prognose.ts'; // prettier-ignore

const dag = (text: string) => Temporal.PlainDate.from(text);
const vandaag = dag('2026-06-01'); // a Monday
const weken = (n: number, minuten: number): Gewerkt[] =>
	Array.from({ length: n }, (_, i) => ({ dag: vandaag.subtract({ days: 7 * i + 6 }), minuten }));
const basis: PrognoseInvoer = { norm: 2400, gewerkt: weken(8, 70), vandaag, laatsteDag: dag('2027-01-01') };
const plain = (invoer: PrognoseInvoer) => JSON.parse(JSON.stringify(prognose(invoer)));

test.each<[string, Partial<PrognoseInvoer>, object]>([
	['full on the day of the last needed row', { norm: 140 }, { kind: 'vol', dag: '2026-04-14' }],
	['exactly full', { norm: 560 }, { kind: 'vol', dag: '2026-05-26' }],
	['a norm of nothing', { norm: 0, gewerkt: [] }, { kind: 'vol', dag: null }],
	['no rows', { gewerkt: [] }, { kind: 'te_weinig_gegevens', weken: 0, wekenNodig }],
	['three weeks', { gewerkt: weken(3, 70) }, { kind: 'te_weinig_gegevens', weken: 3, wekenNodig }],
	[
		'four weeks',
		{ norm: 290, gewerkt: weken(4, 70) },
		{ kind: 'verwacht', dag: '2026-06-02', isBinnenTermijn: true, basis: 'tempo' }
	],
	[
		'10 minutes a day: 1840 minutes in 184 days',
		{},
		{ kind: 'verwacht', dag: '2026-12-02', isBinnenTermijn: true, basis: 'tempo' }
	],
	[
		'after the term',
		{ laatsteDag: dag('2026-12-01') },
		{ kind: 'verwacht', dag: '2026-12-02', isBinnenTermijn: false, basis: 'tempo' }
	],
	[
		'on the last day',
		{ laatsteDag: dag('2026-12-02') },
		{ kind: 'verwacht', dag: '2026-12-02', isBinnenTermijn: true, basis: 'tempo' }
	],
	[
		'term unknown',
		{ laatsteDag: null },
		{ kind: 'verwacht', dag: '2026-12-02', isBinnenTermijn: null, basis: 'tempo' }
	],
	[
		'a break moves the day',
		{ pauzes: [{ van: dag('2026-07-01'), tot: dag('2026-07-31') }] },
		{ kind: 'verwacht', dag: '2027-01-02', isBinnenTermijn: false, basis: 'tempo' }
	],
	[
		'rows of tomorrow do not count',
		{ norm: 10, gewerkt: [{ dag: dag('2026-06-02'), minuten: 10 }] },
		{ kind: 'te_weinig_gegevens', weken: 0, wekenNodig }
	],
	[
		'nothing done for twelve weeks',
		{ gewerkt: [{ dag: dag('2026-01-01'), minuten: 100 }] },
		{ kind: 'haalt_niet', tekort: 2300 }
	],
	['beyond ten years', { norm: 100_000 }, { kind: 'haalt_niet', tekort: 99_440 }],
	[
		'planned lessons go before pace',
		{
			gepland: {
				soort: 'dagen',
				lessen: [
					{ dag: dag('2026-06-10'), minuten: 1000 },
					{ dag: dag('2026-06-09'), minuten: 840 }
				]
			}
		},
		{ kind: 'verwacht', dag: '2026-06-10', isBinnenTermijn: true, basis: 'gepland' }
	],
	[
		'planned lessons need no pace',
		{ norm: 60, gewerkt: [], gepland: { soort: 'dagen', lessen: [{ dag: dag('2026-06-10'), minuten: 60 }] } },
		{ kind: 'verwacht', dag: '2026-06-10', isBinnenTermijn: true, basis: 'gepland' }
	],
	[
		'planned lessons in a break do not count',
		{
			norm: 60,
			gewerkt: [],
			pauzes: [{ van: dag('2026-06-10'), tot: dag('2026-06-10') }],
			gepland: { soort: 'dagen', lessen: [{ dag: dag('2026-06-10'), minuten: 60 }] }
		},
		{ kind: 'te_weinig_gegevens', weken: 0, wekenNodig }
	],
	[
		'after the planned lessons the pace',
		{ gepland: { soort: 'dagen', lessen: [{ dag: dag('2026-06-10'), minuten: 1820 }] } },
		{ kind: 'verwacht', dag: '2026-06-12', isBinnenTermijn: true, basis: 'tempo' }
	],
	[
		'every Wednesday',
		{
			norm: 680,
			gepland: {
				soort: 'week',
				van: dag('2026-01-01'),
				tot: dag('2026-12-31'),
				lessen: [{ weekdag: 3, minuten: 60 }]
			}
		},
		{ kind: 'verwacht', dag: '2026-06-10', isBinnenTermijn: true, basis: 'gepland' }
	],
	[
		'a lesson of today is not planned any more',
		{
			norm: 620,
			gepland: {
				soort: 'week',
				van: dag('2026-01-01'),
				tot: dag('2026-12-31'),
				lessen: [{ weekdag: 1, minuten: 60 }]
			}
		},
		{ kind: 'verwacht', dag: '2026-06-08', isBinnenTermijn: true, basis: 'gepland' }
	]
])('%s', (_, change, expected) => {
	expect(plain({ ...basis, ...change })).toEqual(expected);
});

/** The same rules, day by day and with fractions, in another way than the code. */
function simulate(invoer: PrognoseInvoer): object {
	const isPauze = (d: Temporal.PlainDate) =>
		(invoer.pauzes ?? []).some((p) => d.toString() >= p.van.toString() && d.toString() <= p.tot.toString());
	const on = (rows: readonly Gewerkt[], d: Temporal.PlainDate) =>
		rows.filter((r) => r.dag.equals(d)).reduce((n, r) => n + r.minuten, 0);
	const first = invoer.gewerkt.map((r) => r.dag.toString()).toSorted()[0];
	let total = 0;
	let [minuten, dagen] = [0, 0];
	if (first)
		for (let d = dag(first); d.toString() <= invoer.vandaag.toString(); d = d.add({ days: 1 })) {
			total += on(invoer.gewerkt, d);
			if (total >= invoer.norm) return { kind: 'vol', dag: d.toString() };
			const ago = d.until(invoer.vandaag, { largestUnit: 'days' }).days;
			if (ago >= 7 * tempoWeken || isPauze(d)) continue;
			minuten += on(invoer.gewerkt, d);
			dagen += 1;
		}
	const lessen = invoer.gepland?.soort === 'dagen' ? invoer.gepland.lessen : [];
	const last =
		lessen
			.filter((l) => !isPauze(l.dag))
			.map((l) => l.dag.toString())
			.toSorted()
			.at(-1) ?? '';
	const units = Math.max(1, dagen); // totals times `dagen`, so that a day of pace is a whole number
	let scaled = total * units;
	for (let n = 1; n <= 3653; n++) {
		const d = invoer.vandaag.add({ days: n });
		if (isPauze(d)) continue;
		const isPlan = d.toString() <= last;
		if (!isPlan && dagen < 7 * wekenNodig) return { kind: 'te_weinig_gegevens' };
		scaled += isPlan ? on(lessen, d) * units : minuten;
		if (scaled >= invoer.norm * units)
			return { kind: 'verwacht', dag: d.toString(), basis: isPlan ? 'gepland' : 'tempo' };
	}
	return { kind: 'haalt_niet' };
}

test('the forecast is what a plain simulation gives', () => {
	const ago = fc.integer({ min: 0, max: 150 });
	const ahead = fc.integer({ min: 1, max: 120 });
	const minuten = fc.integer({ min: 0, max: 300 });
	const pauze = fc.tuple(fc.integer({ min: -100, max: 200 }), fc.integer({ min: 0, max: 30 }));
	fc.assert(
		fc.property(
			fc.array(fc.tuple(ago, minuten), { maxLength: 40 }),
			fc.array(fc.tuple(ahead, minuten), { maxLength: 10 }),
			fc.array(pauze, { maxLength: 3 }),
			fc.integer({ min: 1, max: 12_000 }),
			(gedaan, lessen, vrij, norm) => {
				const invoer: PrognoseInvoer = {
					norm,
					gewerkt: gedaan.map(([n, m]) => ({ dag: vandaag.subtract({ days: n }), minuten: m })),
					gepland: {
						soort: 'dagen',
						lessen: lessen.map(([n, m]) => ({ dag: vandaag.add({ days: n }), minuten: m }))
					},
					pauzes: vrij.map(([n, l]) => ({
						van: vandaag.add({ days: n }),
						tot: vandaag.add({ days: n + l })
					})),
					vandaag,
					laatsteDag: null
				};
				expect(plain(invoer)).toMatchObject(simulate(invoer));
			}
		),
		{ numRuns: 300 }
	);
});

test('isTeTraag on sums says the same as the forecast on all rows and lessons', () => {
	const dagen = (from: number, until: number) =>
		fc.integer({ min: from, max: until }).map((n) => dag('2026-11-23').add({ days: n }));
	const row = fc.record({ dag: dagen(-400, 0), minuten: fc.integer({ min: 1, max: 480 }) });
	const plan = fc.record({
		kind: fc.constant('pvt' as const),
		vanaf: dagen(-100, 100),
		tot: fc.option(dagen(-50, 500)),
		weekdays: fc.array(fc.integer({ min: 1, max: 7 }).map((weekday) => ({ weekday, from: '09:00', until: '11:30' })), { maxLength: 3 }) // prettier-ignore
	});
	fc.assert(
		fc.property(
			fc.array(row, { maxLength: 12 }),
			fc.array(plan, { maxLength: 2 }),
			dagen(1, 700),
			fc.integer({ min: 100, max: 9000 }),
			(gewerkt, plans, laatsteDag, norm) => {
				const vandaag = dag('2026-11-23');
				const lessen = plannedLessons(plans, ['pvt'], vandaag, laatsteDag);
				const full = prognose({ norm, gewerkt, gepland: { soort: 'dagen', lessen }, vandaag, laatsteDag });
				const isOld = ({ dag: day }: Gewerkt) => Temporal.PlainDate.compare(day, tempoVanaf(vandaag)) < 0;
				const sum = (rows: Gewerkt[]) => rows.reduce((total, { minuten }) => total + minuten, 0);
				const total = plannedTotal(plans, ['pvt'], vandaag, laatsteDag);
				expect(total.minuten).toBe(sum(lessen));
				const stand = {
					norm,
					eerste: gewerkt.map((g) => g.dag).toSorted(Temporal.PlainDate.compare)[0] ?? null,
					ervoor: sum(gewerkt.filter(isOld)),
					recent: sum(gewerkt.filter((g) => !isOld(g))),
					...{ gepland: total.minuten, laatsteLes: total.laatste }
				};
				const expected = full.kind === 'haalt_niet' || (full.kind === 'verwacht' && full.isBinnenTermijn === false); // prettier-ignore
				expect(isTeTraag(stand, vandaag, laatsteDag)).toBe(expected);
			}
		),
		{ numRuns: 400 }
	);
});
