import { expect, test } from 'vitest';
import type { Facts } from '#lib/domain/facts.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import { signalen, type Signaal } from '#lib/domain/vocabulary.ts';
import { isUitgesteld, redenen, vergelijkPersonen, type Reden } from './redenen.ts';
import { isTerugdag, terugOp, totEnMet, uiterlijkTerug, uitstelkeuzes } from './uitstel.ts';
import type { Werkfeiten } from './werkfeiten.ts';

const d = (text: string) => Temporal.PlainDate.from(text);
const op = (text: string) => Temporal.Instant.from(`${text}T09:00:00Z`);
const wacht = (id: string, dag: string) => ({ id, dag: d(dag), op: op(dag) });

/** Nothing waits: seen, spoken with, opened. */
const rust: Werkfeiten = {
	beleid: { aandachtDagen: null, antwoordDagen: 3 },
	begeleidSinds: d('2026-01-05'),
	isOvergenomen: false,
	laatstGeopend: op('2026-11-20'),
	laatstGeopendDag: d('2026-11-20'),
	accountSinds: d('2026-01-05'),
	hasAangemeld: true,
	laatsteContact: d('2026-11-20'),
	volgendGesprek: null,
	gemist: null,
	antwoorden: [],
	zonderTolk: [],
	vragen: [],
	correcties: [],
	cursuslijst: null,
	pip: null,
	betwist: [],
	onbevestigd: null,
	normen: [],
	ongecontroleerd: null,
	duo: null,
	verhuizing: null
};
/** In the second year of a B1-route: term 2025-12-02 up to and including 2028-12-01. */
const loopt: Facts = {
	groep: 'asiel',
	verblijfsvergunning: 'asiel_bepaalde_tijd',
	dagtekeningEerstePip: d('2025-12-01'),
	startInburgeringsaanbod: d('2025-12-15'),
	leerroute: 'b1'
};
/** DUO's notice of 7 September 2026: ten weeks end on Monday 16 November. */
const voorPip: Facts = { groep: 'gezin_overig', kennisgevingDuo: d('2026-09-07') };
const gemaakt = { dagtekening: d('2026-11-02'), isGezien: true, nietBegrepen: null, op: op('2026-11-02') };
/** 1000 of 30,000 minutes in the last twelve weeks, nothing planned. */
const traag = { norm: 30_000, eerste: d('2026-01-05'), ervoor: 2000, recent: 1000, gepland: 0, laatsteLes: null }; // prettier-ignore

function lijst(vandaag: string, facts: Facts, werk: Partial<Werkfeiten> = {}): Reden[] {
	const volledig = { ...facts, peildatum: d(vandaag) };
	return redenen({ vandaag: d(vandaag), facts: volledig, outcome: uitkomst(volledig), werk: { ...rust, ...werk } }); // prettier-ignore
}
const shown = (reden: Reden | undefined) =>
	reden && `${reden.urgentie} ${(reden.dag ?? '–').toString()}${reden.streefdag ? ` (${reden.streefdag.toString()})` : ''}`; // prettier-ignore

type Row = [title: string, code: Signaal, vandaag: string, facts: Facts, werk: Partial<Werkfeiten>, outcome: string | undefined]; // prettier-ignore
// prettier-ignore
const table: Row[] = [
	['Bi2021 art. 5.3 lid 1: more than four weeks before the last day', 'pip_termijn', '2026-10-18', voorPip, {}, 'in_de_gaten 2026-11-16'],
	['Bi2021 art. 5.3 lid 1: four weeks before', 'pip_termijn', '2026-10-19', voorPip, {}, 'binnenkort 2026-11-16'],
	['Bi2021 art. 5.3 lid 1: a week before', 'pip_termijn', '2026-11-09', voorPip, {}, 'deze_week 2026-11-16'],
	['Bi2021 art. 5.3 lid 1: on the last day', 'pip_termijn', '2026-11-16', voorPip, {}, 'vandaag 2026-11-16'],
	['Bi2021 art. 5.3 lid 1: the day after', 'pip_termijn', '2026-11-17', voorPip, {}, 'vandaag 2026-11-16'],
	['Bi2021 art. 5.3 lid 1: asylum, housed later: from the registration there', 'pip_termijn', '2026-11-17', { ...voorPip, groep: 'asiel', verblijfsvergunning: 'asiel_bepaalde_tijd', inschrijvingBrpHuisvesting: d('2026-10-01') }, {}, 'binnenkort 2026-12-10'],
	['Bi2021 art. 5.3 lid 1: asylum, not housed yet: no clock', 'pip_termijn', '2026-11-17', { ...voorPip, groep: 'asiel', verblijfsvergunning: 'asiel_bepaalde_tijd' }, {}, undefined],
	['Bi2021 art. 5.3 lid 2: waiting for third parties is excused', 'pip_termijn', '2026-11-17', { ...voorPip, isWachtendOpInformatieDerden: true }, {}, 'in_de_gaten –'],
	['Bi2021 art. 5.3 lid 2: two weeks after their information', 'pip_termijn', '2026-11-17', { ...voorPip, isWachtendOpInformatieDerden: true, ontvangstInformatieDerden: d('2026-11-10') }, {}, 'deze_week 2026-11-24'],
	['lokaal beleid: four weeks after the intake, beside the law', 'pip_termijn', '2026-10-19', { ...voorPip, afrondingBredeIntake: d('2026-09-21'), lokaalBeleid: { pipWekenNaBredeIntake: 4 } }, {}, 'vandaag 2026-11-16 (2026-10-19)'],
	['Bi2021 art. 5.3 lid 3: ten weeks after a move', 'pip_termijn', '2026-11-17', { ...loopt, inschrijvingBrpNaVerhuizing: d('2026-09-15') }, {}, 'deze_week 2026-11-24'],
	['Wi2021 art. 15: a PIP is there', 'pip_termijn', '2026-11-17', loopt, {}, undefined],
	['Wi2021 art. 54 lid 1: under the Wi2013 there is no PIP', 'pip_termijn', '2026-11-17', { ...voorPip, toepasselijkeWet: 'wi2013' }, {}, undefined],

	['house rule 56 days: day 55', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-09-29') }, undefined],
	['house rule 56 days: day 56', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-09-28') }, 'deze_week 2026-11-23'],
	['local policy 7 days: day 6', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-11-17'), beleid: { aandachtDagen: 7, antwoordDagen: 3 } }, undefined],
	['local policy 7 days: day 7', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-11-16'), beleid: { aandachtDagen: 7, antwoordDagen: 3 } }, 'deze_week 2026-11-23'],
	['a talk planned within 14 days is enough', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-09-01'), volgendGesprek: d('2026-12-07') }, undefined],
	['a talk planned after 14 days is not', 'geen_contact', '2026-11-23', loopt, { laatsteContact: d('2026-09-01'), volgendGesprek: d('2026-12-08') }, 'deze_week 2026-10-27'],
	['never spoken: counted from the start of the guidance', 'geen_contact', '2026-11-23', loopt, { laatsteContact: null, begeleidSinds: d('2026-09-28') }, 'deze_week 2026-11-23'],
	['Wi2021 art. 6 lid 2: done according to DUO', 'geen_contact', '2026-11-23', { ...loopt, voldaanVolgensDuo: d('2026-11-01') }, { laatsteContact: null }, undefined],

	['house rule 2 working days: missed on Friday, call before Wednesday', 'niet_gekomen', '2026-11-23', loopt, { gemist: { id: 'a', dag: d('2026-11-20'), op: op('2026-11-20') }, laatsteContact: d('2026-11-19') }, 'deze_week 2026-11-24'],
	['house rule 2 working days: the day itself', 'niet_gekomen', '2026-11-24', loopt, { gemist: { id: 'a', dag: d('2026-11-20'), op: op('2026-11-20') }, laatsteContact: null }, 'vandaag 2026-11-24'],
	['spoken with on the day itself', 'niet_gekomen', '2026-11-24', loopt, { gemist: { id: 'a', dag: d('2026-11-20'), op: op('2026-11-20') }, laatsteContact: d('2026-11-20') }, undefined],

	['Wi2021 art. 17 lid 1: a norm is not reached within the term', 'tempo_te_laag', '2026-11-23', loopt, { normen: [traag, { ...traag, norm: 3000 }] }, 'in_de_gaten 2028-12-01'],
	['Wi2021 art. 17 lid 1: too few weeks say nothing', 'tempo_te_laag', '2026-11-23', loopt, { normen: [{ ...traag, eerste: d('2026-11-09'), ervoor: 0 }] }, undefined],
	['Wi2021 art. 17 lid 1: at the end of the term not higher than soon', 'tempo_te_laag', '2028-12-01', loopt, { normen: [traag] }, 'binnenkort 2028-12-01'],

	['Bi2021 art. 4.5: six months and a day before the end', 'termijn_eindigt', '2028-06-01', loopt, {}, undefined],
	['Bi2021 art. 4.5: six months before the end', 'termijn_eindigt', '2028-06-02', loopt, {}, 'binnenkort 2028-12-01 (2028-06-30)'],
	['house rule 28 days: nobody spoke about it', 'termijn_eindigt', '2028-07-01', loopt, {}, 'deze_week 2028-12-01 (2028-06-30)'],
	['spoken with in the last six months', 'termijn_eindigt', '2028-07-01', loopt, { laatsteContact: d('2028-06-02') }, 'in_de_gaten 2028-12-01'],
	['Wi2021 art. 11 lid 1: on the last day', 'termijn_eindigt', '2028-12-01', loopt, { laatsteContact: d('2028-11-01') }, 'deze_week 2028-12-01'],
	['Wi2021 art. 11 lid 1: the day after', 'termijn_eindigt', '2028-12-02', loopt, {}, 'vandaag 2028-12-01'],
	['Wi2021 art. 12: over, and DUO decides on a request', 'termijn_eindigt', '2028-12-02', { ...loopt, verlengingen: [{ verlengingsgrond: 'ziekte', status: 'aangevraagd' }] }, {}, 'in_de_gaten 2028-12-01'],

	['Bi2021 art. 5.4: 57 days before the last day', 'schakelen_laatste_dag', '2027-04-05', loopt, {}, undefined],
	['Bi2021 art. 5.4: 56 days before', 'schakelen_laatste_dag', '2027-04-06', loopt, {}, 'in_de_gaten 2027-06-01'],
	['Bi2021 art. 5.4: on the last day', 'schakelen_laatste_dag', '2027-06-01', loopt, {}, 'vandaag 2027-06-01'],
	['Bi2021 art. 5.4: the day after nothing is left to remind of', 'schakelen_laatste_dag', '2027-06-02', loopt, {}, undefined],

	['Pw art. 56a lid 2: 43 days before the last day', 'ontzorgen_eindigt', '2026-10-18', { ...loopt, hasBijstand: true, ingangBijstand: d('2026-06-01') }, {}, undefined],
	['Pw art. 56a lid 2: 42 days before', 'ontzorgen_eindigt', '2026-10-19', { ...loopt, hasBijstand: true, ingangBijstand: d('2026-06-01') }, {}, 'in_de_gaten 2026-11-30'],
	['Pw art. 56a lid 2: on the last day', 'ontzorgen_eindigt', '2026-11-30', { ...loopt, hasBijstand: true, ingangBijstand: d('2026-06-01') }, {}, 'vandaag 2026-11-30'],
	['Pw art. 56a lid 2: the day after', 'ontzorgen_eindigt', '2026-12-01', { ...loopt, hasBijstand: true, ingangBijstand: d('2026-06-01') }, {}, undefined],
	['lokaal beleid: agreed longer in the PIP', 'ontzorgen_eindigt', '2026-11-30', { ...loopt, hasBijstand: true, ingangBijstand: d('2026-06-01'), ontzorgenVerlengdTotEnMet: d('2027-01-05'), lokaalBeleid: { isOntzorgenVerlengbaar: true } }, {}, 'in_de_gaten 2027-01-05'],

	['Bi2021 art. 4.5: a ground is met and the request is possible', 'verlenging_mogelijk', '2028-06-02', { ...loopt, startInburgeringsaanbod: d('2026-06-01') }, {}, 'binnenkort 2028-12-01 (2028-06-30)'],
	['Bi2021 art. 4.5: a day too early', 'verlenging_mogelijk', '2028-06-01', { ...loopt, startInburgeringsaanbod: d('2026-06-01') }, {}, undefined],
	['Wi2021 art. 12: asked already', 'verlenging_mogelijk', '2028-06-02', { ...loopt, startInburgeringsaanbod: d('2026-06-01'), verlengingen: [{ verlengingsgrond: 'ziekte', status: 'aangevraagd' }] }, {}, undefined],
	['Bi2021 art. 4.3: no ground on these facts', 'verlenging_mogelijk', '2028-06-02', loopt, {}, undefined],

	['promise of 3 working days: asked on Friday', 'vraag_onbeantwoord', '2026-11-23', loopt, { vragen: [wacht('v', '2026-11-20')] }, 'deze_week 2026-11-25'],
	['promise of 3 working days: the last day', 'vraag_onbeantwoord', '2026-11-25', loopt, { vragen: [wacht('w', '2026-11-24'), wacht('v', '2026-11-20')] }, 'vandaag 2026-11-25'],
	['a request to correct data: the promise of questions', 'correctie_gevraagd', '2026-11-25', loopt, { correcties: [wacht('c', '2026-11-20')] }, 'vandaag 2026-11-25'],
	['a shared list of courses: the promise of questions, this week at most', 'cursusadvies_gevraagd', '2026-11-25', loopt, { cursuslijst: wacht('l', '2026-11-20') }, 'deze_week 2026-11-25'],
	['a question is answered also when the traject is over', 'vraag_onbeantwoord', '2026-11-23', { ...loopt, voldaanVolgensDuo: d('2026-11-01') }, { vragen: [wacht('v', '2026-11-20')] }, 'deze_week 2026-11-25'],
	['cannot come: never later than the appointment', 'afspraak_antwoord', '2026-11-23', loopt, { antwoorden: [{ ...wacht('a', '2026-11-20'), afspraak: d('2026-11-24') }] }, 'deze_week 2026-11-24'],

	['house rule 14 days: day 13', 'pip_niet_gezien', '2026-11-15', loopt, { pip: { ...gemaakt, isGezien: false } }, undefined],
	['house rule 14 days: day 14', 'pip_niet_gezien', '2026-11-16', loopt, { pip: { ...gemaakt, isGezien: false } }, 'deze_week 2026-11-16'],
	['never signed in is another reason', 'pip_niet_gezien', '2026-11-16', loopt, { pip: { ...gemaakt, isGezien: false }, hasAangemeld: false }, undefined],
	['not understood: the promise of questions', 'pip_niet_begrepen', '2026-11-09', loopt, { pip: { ...gemaakt, nietBegrepen: d('2026-11-04') } }, 'vandaag 2026-11-09'],

	['disputed hours: the promise of questions', 'uren_betwist', '2026-11-23', loopt, { betwist: [wacht('u', '2026-11-19')] }, 'deze_week 2026-11-24'],
	['house rule 14 days: hours wait 13 days', 'uren_onbevestigd', '2026-11-23', loopt, { onbevestigd: { aantal: 4, sinds: d('2026-11-10') } }, undefined],
	['house rule 14 days: hours wait 14 days', 'uren_onbevestigd', '2026-11-23', loopt, { onbevestigd: { aantal: 4, sinds: d('2026-11-09') } }, 'deze_week 2026-11-23'],

	['house rule 14 days: an account of 13 days', 'nooit_aangemeld', '2026-11-23', loopt, { hasAangemeld: false, accountSinds: d('2026-11-10') }, undefined],
	['house rule 14 days: an account of 14 days', 'nooit_aangemeld', '2026-11-23', loopt, { hasAangemeld: false, accountSinds: d('2026-11-09') }, 'deze_week 2026-11-23'],
	['house rule 14 days ahead: appointment in 15 days', 'tolk_ontbreekt', '2026-11-23', loopt, { zonderTolk: [{ id: 'a', dag: d('2026-12-08') }] }, undefined],
	['house rule 3 days ahead: appointment in 14 days', 'tolk_ontbreekt', '2026-11-23', loopt, { zonderTolk: [{ id: 'a', dag: d('2026-12-07') }] }, 'binnenkort 2026-12-04'],
	['house rule 3 days ahead: appointment in 3 days', 'tolk_ontbreekt', '2026-11-23', loopt, { zonderTolk: [{ id: 'a', dag: d('2026-11-26') }] }, 'vandaag 2026-11-23'],
	['a text without a reviewed translation: not higher than soon', 'vertaling_ongecontroleerd', '2026-11-23', loopt, { ongecontroleerd: { aantal: 1, dag: d('2026-11-23'), afspraakId: 'a' } }, 'binnenkort 2026-11-23'],
	['house rule 14 days: DUO list', 'duo_lijst', '2026-11-23', loopt, { duo: { aantal: 2, sinds: d('2026-11-09') } }, 'deze_week 2026-11-23'],
	['house rule 14 days: DUO list, a day earlier', 'duo_lijst', '2026-11-22', loopt, { duo: { aantal: 2, sinds: d('2026-11-09') } }, undefined],
	['a move waits for an answer', 'overdracht', '2026-11-23', loopt, { verhuizing: wacht('t', '2026-11-20') }, 'binnenkort 2026-12-04'],
	['taken over and never opened', 'overdracht', '2026-11-23', loopt, { isOvergenomen: true, laatstGeopend: null, laatstGeopendDag: null, begeleidSinds: d('2026-11-01') }, 'deze_week 2026-11-15'],
	['taken over and opened', 'overdracht', '2026-11-23', loopt, { isOvergenomen: true, begeleidSinds: d('2026-11-01') }, undefined],
	['nobody sinks: day 59', 'lang_niet_bekeken', '2026-11-23', loopt, { laatstGeopendDag: d('2026-09-25') }, undefined],
	['nobody sinks: day 60', 'lang_niet_bekeken', '2026-11-23', loopt, { laatstGeopendDag: d('2026-09-24') }, 'binnenkort 2026-11-23'],
	['nobody sinks: never opened', 'lang_niet_bekeken', '2026-11-23', loopt, { laatstGeopendDag: null, begeleidSinds: d('2026-09-24') }, 'binnenkort 2026-11-23']
];

test.each(table)('%s (%s on %s)', (_title, code, vandaag, facts, werk, outcome) => {
	expect(shown(lijst(vandaag, facts, werk).find((reden) => reden.code === code))).toBe(outcome);
});

test('every signal has a row in the table where it is found', () => {
	for (const code of signalen) {
		const rows = table.filter((row) => row[1] === code);
		expect(rows.some((row) => row[5] !== undefined), code).toBe(true); // prettier-ignore
	}
});

test('somebody whose everything is in order has no reason', () => {
	expect(lijst('2026-11-23', loopt, { pip: gemaakt })).toEqual([]);
});

test('reasons of one person: group, then day, then the order of the published list', () => {
	const all = lijst('2028-06-02', loopt, {
		vragen: [wacht('v', '2028-05-30')],
		hasAangemeld: false,
		laatsteContact: d('2028-06-01'),
		laatstGeopendDag: d('2028-01-01')
	});
	expect(all.map(({ code }) => code)).toEqual(['vraag_onbeantwoord', 'nooit_aangemeld', 'lang_niet_bekeken', 'termijn_eindigt']); // prettier-ignore
});

test('people: the most urgent reason first, equal days by who was not opened for the longest', () => {
	const [vandaag] = lijst('2026-11-16', voorPip);
	const [week] = lijst('2026-11-09', voorPip);
	if (!vandaag || !week) throw new Error('both have a reason');
	const people = [
		{ id: 'geen', redenen: [], laatstGeopend: null },
		{ id: 'week', redenen: [week], laatstGeopend: null },
		{ id: 'pas geopend', redenen: [vandaag], laatstGeopend: op('2026-11-15') },
		{ id: 'lang geleden', redenen: [vandaag], laatstGeopend: op('2026-09-01') },
		{ id: 'nooit', redenen: [vandaag], laatstGeopend: null }
	];
	expect(people.toSorted(vergelijkPersonen).map(({ id }) => id)).toEqual(['nooit', 'lang geleden', 'pas geopend', 'week', 'geen']); // prettier-ignore
});

test('put aside: up to and including the last day, and not the day after', () => {
	const [reden] = lijst('2026-11-23', loopt, { hasAangemeld: false });
	const uitstel = { code: 'nooit_aangemeld', totEnMet: d('2026-11-29'), op: op('2026-11-23'), opDag: d('2026-11-23') } as const; // prettier-ignore
	expect(isUitgesteld(reden!, uitstel, d('2026-11-29'))).toBe(true);
	expect(isUitgesteld(reden!, uitstel, d('2026-11-30'))).toBe(false);
	expect(isUitgesteld(reden!, { ...uitstel, code: 'geen_contact' }, d('2026-11-24'))).toBe(false);
});

test('put aside: a deadline comes back on its own day, one that was over already does not', () => {
	const uitstel = { code: 'pip_termijn', totEnMet: d('2026-12-20'), op: op('2026-11-10'), opDag: d('2026-11-10') } as const; // prettier-ignore
	const on = (dag: string) => isUitgesteld(lijst(dag, voorPip)[0]!, uitstel, d(dag));
	expect([on('2026-11-15'), on('2026-11-16'), on('2026-11-20')]).toEqual([true, false, false]);
	const later = { ...uitstel, op: op('2026-11-17'), opDag: d('2026-11-17') };
	expect(isUitgesteld(lijst('2026-11-18', voorPip)[0]!, later, d('2026-11-18'))).toBe(true);
});

test('put aside: a new question is not hidden by the snooze of an older one', () => {
	const uitstel = { code: 'vraag_onbeantwoord', totEnMet: d('2026-12-20'), op: op('2026-11-30'), opDag: d('2026-11-30') } as const; // prettier-ignore
	const vragen = [wacht('v', '2026-11-20')];
	const hidden = (list: typeof vragen) =>
		isUitgesteld(lijst('2026-12-02', loopt, { vragen: list })[0]!, uitstel, d('2026-12-02'));
	expect([hidden(vragen), hidden([...vragen, wacht('w', '2026-12-01')])]).toEqual([true, false]);
});

test('choices of a snooze come back tomorrow, in one or two weeks or in a month, within 92 days', () => {
	const vandaag = d('2026-01-31');
	expect(uitstelkeuzes.map((keuze) => terugOp(keuze, vandaag).toString())).toEqual(['2026-02-01', '2026-02-07', '2026-02-14', '2026-03-01']); // prettier-ignore
	expect(totEnMet(terugOp('morgen', vandaag)).toString()).toBe('2026-01-31');
	expect(uiterlijkTerug(vandaag).toString()).toBe('2026-05-03');
	const allowed = ['2026-01-31', '2026-02-01', '2026-05-03', '2026-05-04'].map((dag) => isTerugdag(d(dag), vandaag)); // prettier-ignore
	expect(allowed).toEqual([false, true, true, false]);
});
