import { expect, test } from 'vitest';
import { readFacts } from './facts.ts';
import { statusVan, trajectStatus, type Intakegebeurtenis, type Werkproces } from './trajectStatus.ts';
import { uitkomst } from './uitkomsten.ts';
import { volgendeStap, type StapInvoer } from './volgendeStap.ts';

const dag = Temporal.PlainDate.from('2026-01-12');
const events = (...soorten: Intakegebeurtenis['soort'][]) => soorten.map((soort) => ({ soort, dag }));
const nieuw: Werkproces = { gekoppeld: null, kennisgevingDuo: null, intake: [], pipConcept: null };
const notice: Werkproces = { ...nieuw, kennisgevingDuo: dag };
const voorPip = { verblijfsvergunning: 'regulier_gezin', kennisgevingDuo: '2026-01-12' };
const gezin = {
	verblijfsvergunning: 'regulier_gezin',
	leerroute: 'b1',
	dagtekeningEerstePip: '2025-06-15',
	peildatum: '2026-01-12'
};
const asiel = { ...gezin, verblijfsvergunning: 'asiel_bepaalde_tijd' };

function input(facts: object, more: Partial<StapInvoer> = {}): StapInvoer {
	const result = readFacts(facts);
	if (!result.isValid) throw new Error(JSON.stringify(result.errors));
	const outcome = uitkomst(result.facts);
	return {
		facts: result.facts,
		outcome,
		werkproces: nieuw,
		isPipGezien: true,
		hasCursus: null,
		openPunten: 0,
		afspraken: 1,
		...more
	};
}
const step = (facts: object, more: Partial<StapInvoer> = {}) => {
	const { code, wie, uiterlijk } = volgendeStap(input(facts, more));
	return `${code} ${wie} ${uiterlijk ?? '-'}`;
};

test.each<[string, Werkproces]>([
	['aangemeld', nieuw],
	['gekoppeld', { ...nieuw, gekoppeld: dag }],
	['plicht_vastgesteld', { ...notice, gekoppeld: dag }],
	['intake_loopt', { ...nieuw, gekoppeld: dag, intake: events('oproep') }],
	[
		'intake_loopt',
		{ ...notice, intake: events('oproep', 'niet_verschenen', 'oproep', 'niet_verschenen', 'oproep') }
	],
	[
		'intake_in_afwezigheid',
		{
			...notice,
			intake: events('oproep', 'niet_verschenen', 'oproep', 'niet_verschenen', 'oproep', 'niet_verschenen')
		}
	],
	['intake_afgerond', { ...notice, intake: events('oproep', 'gesprek', 'leerbaarheidstoets', 'afgerond') }],
	['pip_concept', { ...notice, intake: events('afgerond'), pipConcept: dag }]
])('rules.md 6, before the PIP: %s', (expected, werkproces) => {
	expect(trajectStatus(werkproces)).toBe(expected);
	expect(statusVan(input(voorPip).outcome, werkproces)).toBe(expected);
});

test.each<[string, Werkproces]>([
	['wacht_op_kennisgeving_duo duo -', nieuw],
	['wacht_op_kennisgeving_duo duo -', { ...nieuw, gekoppeld: dag }],
	['intake_oproepen college 2026-03-23', notice],
	['naar_intake_komen inburgeraar -', { ...notice, intake: events('oproep') }],
	['intake_opnieuw_oproepen college 2026-03-23', { ...notice, intake: events('oproep', 'niet_verschenen') }],
	['leerbaarheidstoets_doen inburgeraar -', { ...notice, intake: events('oproep', 'gesprek') }],
	[
		'intake_afronden college 2026-03-23',
		{ ...notice, intake: events('oproep', 'gesprek', 'leerbaarheidstoets') }
	],
	['intake_oproepen college 2026-03-23', { ...notice, intake: events('leerbaarheidstoets') }],
	[
		'intake_afronden_in_afwezigheid college 2026-03-23',
		{ ...notice, intake: events('niet_verschenen', 'niet_verschenen', 'niet_verschenen') }
	],
	['pip_opstellen college 2026-03-23', { ...notice, intake: events('afgerond') }],
	['pip_vaststellen college 2026-03-23', { ...notice, pipConcept: dag }]
])('rules.md 6, step before the PIP: %s', (expected, werkproces) => {
	expect(step(voorPip, { werkproces })).toBe(expected);
});

test('Bi2021 art. 5.3 lid 2: the later day after information of third parties', () => {
	const facts = { ...voorPip, isWachtendOpInformatieDerden: true, ontvangstInformatieDerden: '2026-04-01' };
	expect(step(facts, { werkproces: { ...notice, pipConcept: dag } })).toBe(
		'pip_vaststellen college 2026-04-15'
	);
});

const einde = '2028-06-15';
test.each<[string, string, object, Partial<StapInvoer>]>([
	['pip_bekijken inburgeraar -', 'PIP not seen', gezin, { isPipGezien: false }],
	[
		'pip_bekijken inburgeraar -',
		'PIP of today',
		{ ...gezin, peildatum: '2025-06-15' },
		{ isPipGezien: false }
	],
	[
		'pip_na_verhuizing_vaststellen college 2026-03-23',
		'moved',
		{ ...gezin, inschrijvingBrpNaVerhuizing: '2026-01-12' },
		{}
	],
	['cursus_kiezen inburgeraar -', 'gezin_overig without course', gezin, { hasCursus: false }],
	['doorgaan inburgeraar 2028-06-15', 'gezin_overig, course unknown', gezin, {}],
	['cursus_aanbieden college 2025-09-15', 'asiel without offer', asiel, {}],
	[
		'lessen_beginnen aanbieder 2026-02-01',
		'asiel, lessons start later',
		{ ...asiel, startInburgeringsaanbod: '2026-02-01' },
		{}
	],
	[
		'doorgaan inburgeraar 2028-06-15',
		'asiel, lessons run',
		{ ...asiel, startInburgeringsaanbod: '2026-01-12' },
		{}
	],
	[
		'open_punt_doen inburgeraar -',
		'marked by the consultant',
		{ ...gezin, pvtMinuten: 0 },
		{ openPunten: 1 }
	],
	[
		`pvt_uren inburgeraar ${einde}`,
		'first open condition',
		{ ...gezin, pvtMinuten: 0, behaaldeExamenonderdelen: [] },
		{}
	],
	[`examen_lezen inburgeraar ${einde}`, 'exams open', { ...gezin, behaaldeExamenonderdelen: [] }, {}],
	[
		`module_map_eindgesprek college ${einde}`,
		'the talk is for the college',
		{ ...gezin, hasModuleMapEindgesprek: false },
		{}
	],
	['gesprek_plannen college -', 'nothing planned', gezin, { afspraken: 0 }],
	[
		`verlenging_aanvragen inburgeraar ${einde}`,
		'a ground and the request is open',
		{ ...gezin, peildatum: '2028-01-01', omstandigheden: [{ soort: 'bevalling', op: '2027-01-01' }] },
		{}
	],
	[
		`doorgaan inburgeraar ${einde}`,
		'a ground, already requested',
		{
			...gezin,
			peildatum: '2028-01-01',
			omstandigheden: [{ soort: 'bevalling', op: '2027-01-01' }],
			verlengingen: [{ verlengingsgrond: 'bevalling', status: 'aangevraagd' }]
		},
		{}
	],
	['consulent_bellen inburgeraar -', 'after the term', { ...gezin, peildatum: '2028-06-16' }, {}],
	[
		'wacht_op_besluit_verlenging duo -',
		'after the term, requested',
		{
			...gezin,
			peildatum: '2028-06-16',
			verlengingen: [{ verlengingsgrond: 'ziekte', status: 'aangevraagd' }]
		},
		{}
	],
	['klaar inburgeraar -', 'fulfilled', { ...gezin, voldaanVolgensDuo: '2026-01-01' }, {}],
	['geen_plicht inburgeraar -', 'exempt', { ...gezin, vrijstelling: 'geheel' }, {}],
	[
		'wacht_op_termijn_duo duo -',
		'an interruption goes on',
		{ ...gezin, onderbrekingen: [{ van: '2025-12-01' }] },
		{}
	],
	['consulent_bellen inburgeraar -', 'Wi2013', { ...gezin, toepasselijkeWet: 'wi2013' }, {}]
])('rules.md 6: %s (%s)', (expected, _, facts, more) => {
	expect(step(facts, more)).toBe(expected);
});

test('everything done: wait for DUO', () => {
	const facts = {
		leerroute: 'onderwijs',
		isTaalschakeltrajectVoltooid: true,
		pvtMinuten: 720,
		hasPvtActiviteitOfExcursie: true,
		isAanwezigBijPvtOndertekening: true,
		isPvtOndertekend: true
	};
	expect(step({ ...gezin, ...facts })).toBe('wacht_op_bevestiging_duo duo -');
});
