import { getTableColumns } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Facts } from '#lib/domain/facts.ts';
import { alleVelden, soortenVoor, veldenVoor, type PipVersie, type PipVoor } from '#lib/domain/pipVelden.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import type { Groep, Leerroute, Verblijfsvergunning } from '#lib/domain/vocabulary.ts';
import type { PipAfspraakRow, PipRow } from '#lib/server/db/pips.ts';
import { pipAfspraken, pips } from '#lib/server/db/schema.ts';
import { wijzigingenTussen } from '#lib/server/pip-diff.ts';
import { routeSteps } from '#lib/server/pip-route.ts';
import { asVersie } from '#lib/server/pips.ts';
import { zinSleutel } from '#lib/domain/zinnen.ts';
import { regel } from '#lib/ui/pip/changes.ts';
import { lengte, uren } from '#lib/ui/pip/phrases.ts';
import { ownOf } from '#lib/ui/words.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const voorWie = (
	groep: Groep,
	leerroute: Leerroute | null,
	verblijfsvergunning?: Verblijfsvergunning
): PipVoor => ({
	...{ groep, leerroute, isOntzorgenVerlengbaar: true },
	verblijfsvergunning: verblijfsvergunning ?? (groep === 'asiel' ? 'asiel_bepaalde_tijd' : 'regulier_gezin')
});

describe('rules.md chapter 4: which fields a PIP has', () => {
	const some = ['niveauLezen', 'intensiteitMinutenPerWeek', 'hasKnmCursus', 'zCursusMinutenNorm', 'zParticipatieMinutenNorm', 'moduleMapMinutenGepland', 'isOntzorgenVanToepassing', 'maatschappelijkeBegeleidingDoor'] as const; // prettier-ignore
	test.each<[Groep, Leerroute, Verblijfsvergunning | undefined, string]>([
		['asiel', 'b1', undefined, '11...111'],
		['asiel', 'onderwijs', undefined, '.1....11'],
		['asiel', 'z', undefined, '11111111'],
		['asiel', 'b1', 'regulier_gezin_bij_asielhouder', '11...1.1'],
		['gezin_overig', 'b1', undefined, '1....1..'],
		['gezin_overig', 'onderwijs', undefined, '........'],
		['gezin_overig', 'z', undefined, '1.11.1..']
	])('%s on route %s (%s): %s', (groep, leerroute, vergunning, expected) => {
		const velden = veldenVoor(voorWie(groep, leerroute, vergunning));
		expect(some.map((veld) => (velden.includes(veld) ? '1' : '.')).join('')).toBe(expected);
		expect(velden).toContain('voortgangsgesprekkenInPip');
	});

	test('longer ontzorgen is offered only where the municipality has that practice', () => {
		const voor = voorWie('asiel', 'b1');
		expect(veldenVoor(voor)).toContain('ontzorgenVerlengdTotEnMet');
		expect(veldenVoor({ ...voor, isOntzorgenVerlengbaar: false })).not.toContain('ontzorgenVerlengdTotEnMet');
	});

	test('agreements follow the route and the permit: no MAP on the onderwijsroute, no ontzorgen without asylum permit', () => {
		expect(soortenVoor('participatie', voorWie('asiel', 'onderwijs'))).not.toContain('praktijkplaats');
		expect(soortenVoor('inburgering', voorWie('asiel', 'onderwijs'))).toContain('taalschakeltraject');
		expect(soortenVoor('inburgering', voorWie('asiel', 'b1'))).not.toContain('taalschakeltraject');
		expect(soortenVoor('ontzorgen', voorWie('gezin_overig', 'b1'))).toEqual([]);
		expect(soortenVoor('begeleiding', voorWie('gezin_overig', 'b1'))).not.toContain(
			'maatschappelijke_begeleiding'
		);
	});
});

describe('rules.md chapter 5: which steps the route has', () => {
	const today = day('2026-11-23');
	const plan = (leerroute: Leerroute): PipVersie => ({
		...{
			versie: 1,
			dagtekening: '2026-03-02',
			bekendmaking: null,
			reden: 'eerste_pip',
			toelichting: null,
			zinnen: null,
			door: null
		},
		...{ leerroute, velden: { voortgangsgesprekkenInPip: 4 }, afspraken: [] }
	});
	const facts = (groep: Groep, leerroute: Leerroute): Facts => ({
		...{ peildatum: today, groep, leerroute, dagtekeningEerstePip: day('2026-03-02') }
	});
	const codes = (groep: Groep, leerroute: Leerroute, more: Facts = {}) => {
		const all = { ...facts(groep, leerroute), ...more };
		const voor = voorWie(groep, leerroute);
		const huidig = plan(leerroute);
		return routeSteps({ facts: all, outcome: uitkomst(all), voor, huidig, gebeurtenissen: [], today });
	};
	test.each<[Groep, Leerroute, string]>([
		['asiel', 'b1', 'taallessen pvt module_map gesprekken examens'],
		['gezin_overig', 'b1', 'taallessen pvt module_map gesprekken examens'],
		['asiel', 'onderwijs', 'taalschakeltraject pvt gesprekken'],
		['gezin_overig', 'onderwijs', 'taalschakeltraject pvt gesprekken'],
		['asiel', 'z', 'cursus_z pvt module_map participatie gesprekken eindgesprek_z'],
		['gezin_overig', 'z', 'cursus_z pvt module_map gesprekken eindgesprek_z']
	])('%s on route %s: %s', (groep, leerroute, expected) => {
		const always = ['brede_intake', 'pip', 'termijn_start', 'duo'];
		const steps = codes(groep, leerroute).filter(
			({ isMijlpaal, code }) => !isMijlpaal && !always.includes(code)
		);
		expect(steps.map(({ code }) => code).join(' ')).toBe(expected);
	});

	test('the days that matter are in order of time, and the end of the term comes last of them', () => {
		const days = codes('asiel', 'b1').filter(({ isMijlpaal }) => isMijlpaal);
		expect(days.map(({ code, dag }) => `${code} ${dag}`)).toEqual([
			'halverwege 2027-09-01',
			'schakelen_uiterlijk 2027-09-02',
			'termijn_einde 2029-03-02'
		]);
		expect(days.at(-1)?.bron).toBe('berekend');
	});

	test('a day that DUO registered replaces the expected one; a passed end stays a day, not a failure', () => {
		const end = codes('asiel', 'b1', {
			startVolgensDuo: day('2023-01-02'),
			laatsteDagVolgensDuo: day('2026-01-01')
		});
		const last = end.find(({ code }) => code === 'termijn_einde');
		expect(last).toMatchObject({ dag: '2026-01-01', bron: 'duo', staat: 'klaar' });
	});

	test('without a plan the route is the way to the plan', () => {
		const all: Facts = { peildatum: today, groep: 'asiel' };
		const gebeurtenissen = [{ kind: 'intake_gesprek', day: day('2026-11-01') }];
		const steps = routeSteps({ facts: all, outcome: uitkomst(all), voor: voorWie('asiel', null), huidig: undefined, gebeurtenissen, today }); // prettier-ignore
		expect(steps.map(({ code, staat }) => `${code} ${staat}`)).toEqual([
			...['brede_intake nu', 'leerbaarheidstoets nu', 'pip later', 'termijn_start later', 'duo later']
		]);
	});
});

const zin = { zin: 'stock:pip_lessen', slots: {} };
/** Another value for each column, of the kind of that column. */
const other: { [K in keyof PipRow]?: PipRow[K] } = {
	...{ leerroute: 'z', niveauLezen: 'a2', niveauLuisteren: 'a2', niveauSchrijven: 'a2', niveauSpreken: 'a2' },
	...{ intensiteitMinutenPerWeek: 61, intensiteitMinutenTotaal: 61, isAlfabetiseringInPip: true },
	...{
		alfabetiseringMinuten: 61,
		cursusinstelling: 'B',
		startCursus: day('2026-02-02'),
		eindeCursus: day('2026-02-02')
	},
	...{ hasKeurmerk: true, hasKnmCursus: true, isKnmExamenGewenst: true, zCursusMinutenNorm: 61 },
	...{ zParticipatieMinutenNorm: 61, einddoel: 'werk', pvtMinutenGepland: 61, moduleMapMinutenGepland: 61 },
	...{ moduleMapPraktijkplaats: 'B', isNonFormeelVerplicht: true, isOntzorgenVanToepassing: true },
	...{ ontzorgenVanaf: day('2026-02-02'), ontzorgenLaatsteDag: day('2026-02-02') },
	...{
		ontzorgenVerlengdTotEnMet: day('2026-02-02'),
		vasteLasten: ['huur', 'gas'],
		voortgangsgesprekkenInPip: 61
	},
	...{ maatschappelijkeBegeleidingDoor: 'B', contactpersoonId: 'b' },
	...{
		dagtekening: day('2026-02-02'),
		bekendmaking: day('2026-02-02'),
		redenWijziging: 'werk',
		toelichting: 'B',
		zinnen: [{ zin: 'stock:reden_werk', slots: {} }]
	},
	publishedBy: 'b'
};
const bookkeeping = ['inburgeraarId', 'versie', 'createdBy', 'createdAt', 'publishedAt', 'version'];
/** Said above every version: when, why and by whom. */
const header = { dagtekening: 'dagtekening', bekendmaking: 'bekendmaking', redenWijziging: 'reden', toelichting: 'toelichting', zinnen: 'zinnen', publishedBy: 'door' } as const; // prettier-ignore

const columns = Object.keys(getTableColumns(pips)) as (keyof PipRow)[];
const base = {
	...Object.fromEntries(columns.map((column) => [column, null])),
	leerroute: 'z'
} as unknown as PipRow;
const names = new Map([['a', 'Anna'], ['b', 'Bert']]); // prettier-ignore
const versieOf = (row: PipRow) => asVersie(row, [], voorWie('asiel', 'z'), names, new Map());
const locales = ['nl', 'en', 'ar', 'ti'] as const;

describe('no change without a readable line', () => {
	test.each(columns.filter((column) => !bookkeeping.includes(column)))('column %s of pips', (column) => {
		const value = column === 'leerroute' ? 'b1' : other[column];
		expect(value, 'a new column needs another value in this test').toBeDefined();
		const [before, after] = [versieOf(base), versieOf({ ...base, [column]: value })];
		if (column in header) {
			const key = header[column as keyof typeof header];
			expect(after[key]).not.toEqual(before[key]);
			return;
		}
		const changes = wijzigingenTussen(before, after);
		expect(changes).toMatchObject([{ wat: 'veld', veld: column }]);
		for (const locale of locales) expectReadable(changes[0]!, locale);
	});

	const afspraakColumns = Object.keys(getTableColumns(pipAfspraken)).filter((name) => !['inburgeraarId', 'versie', 'id'].includes(name)); // prettier-ignore
	const afspraak: PipAfspraakRow = {
		...{
			inburgeraarId: 'x',
			versie: 1,
			id: 'a',
			thema: 'inburgering',
			soort: 'taalles',
			uitvoerder: 'samen'
		},
		...{ minutenPerWeek: null, minutenTotaal: 600, aantal: 1, metWie: null, plaats: 'A', vanaf: null },
		...{ tot: day('2026-05-05'), toelichting: 'A', zinnen: null, vanafDagen: null, totDagen: 5, position: 1 }
	};
	const changed: Partial<PipAfspraakRow> = {
		...{
			thema: 'begeleiding',
			soort: 'workshop',
			uitvoerder: 'gemeente',
			minutenPerWeek: 61,
			minutenTotaal: null
		},
		...{
			aantal: 3,
			metWie: 'B',
			plaats: null,
			vanaf: day('2026-02-02'),
			tot: day('2026-06-06'),
			toelichting: null,
			...{ zinnen: [zin], vanafDagen: 14, totDagen: null }
		},
		position: 9
	};
	const withAfspraken = (...rows: PipAfspraakRow[]) =>
		asVersie({ ...base, versie: 1 }, rows.toSorted((a, b) => a.position - b.position), voorWie('asiel', 'z'), names, new Map()); // prettier-ignore
	const second = { ...afspraak, id: 'b', position: 2 };
	test.each(afspraakColumns)('column %s of pip_afspraken', (column) => {
		const value = changed[column as keyof PipAfspraakRow];
		expect(value, 'a new column needs another value in this test').toBeDefined();
		const changes = wijzigingenTussen(
			withAfspraken(afspraak, second),
			withAfspraken({ ...afspraak, [column]: value }, second)
		);
		expect(changes.length).toBeGreaterThan(0);
		for (const change of changes) for (const locale of locales) expectReadable(change, locale);
	});

	test('a new agreement and one that is gone are said, and an equal version says nothing', () => {
		const [one, two] = [withAfspraken(afspraak), withAfspraken(second)];
		expect(wijzigingenTussen(one, two).map(({ wat }) => wat)).toEqual(['afspraak_erbij', 'afspraak_weg']);
		expect(wijzigingenTussen(one, one)).toEqual([]);
		expect(wijzigingenTussen(undefined, one)).toEqual([]);
	});

	test('every field of the plan is a column that is compared', () => {
		expect(alleVelden.filter((veld) => !columns.includes(veld))).toEqual([]);
	});
});

function expectReadable(change: Parameters<typeof regel>[0], locale: (typeof locales)[number]) {
	const zinnen = { [zinSleutel(zin)]: { ...zin, locale, slots: {}, texts: null, state: 'machine' as const } };
	const { label, before, after } = regel(change, { locale, hasDutchBeside: true, zinnen });
	expect(ownOf(label)).not.toBe('');
	if (change.wat !== 'volgorde') expect(before ?? after).toBeTruthy();
	expect(`${ownOf(label)} ${before} ${after}`).not.toMatch(/\[object|null|pip_/);
	if (change.wat === 'veld' || change.wat === 'afspraak_deel') expect(before).not.toBe(after);
}

describe('amounts in words', () => {
	test.each([
		[540, 'nl', '9 uur'],
		[45, 'nl', '45 minuten'],
		[150, 'nl', '2 uur en 30 minuten'],
		[120, 'ar', 'ساعتان'],
		[180, 'ar', '3 ساعات']
	] as const)('%i minutes in %s: %s', (minutes, locale, expected) => {
		expect(uren(minutes, { locale })).toBe(expected);
	});
	test.each([
		[{ maanden: 15, dagen: 12 }, '1 jaar en 3 maanden'],
		[{ maanden: 2, dagen: 1 }, '2 maanden en 1 dag'],
		[{ maanden: 0, dagen: 1 }, '1 dag']
	])('%o: %s', (length, expected) => {
		expect(lengte(length, { locale: 'nl' })).toBe(expected);
	});
});
