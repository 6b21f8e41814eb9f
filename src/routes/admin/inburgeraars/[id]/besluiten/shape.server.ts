import type { Besluit } from '#lib/domain/besluiten.ts';
import { isNa } from '#lib/domain/dag.ts';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';
import { artikel, titels, type Grondslag } from '#lib/domain/wet/artikelen.ts';
import { dayOf } from '#lib/server/clock.ts';
import { openRequest, type Decisions } from '#lib/server/decisions.ts';
import { hoursText, numericDate } from '#lib/server/format.ts';
import type { Stand } from '#lib/ui/words-of-decisions.ts';

const kindsOf: Record<Besluit, readonly TrajectEventKind[]> = {
	schakelen: ['schakelen'],
	afschalen: ['afschalen'],
	verlenging: ['verlenging', 'duo_termijn'],
	verhuizing: ['verhuizing', 'inschrijving_brp_verhuizing', 'pip_na_verhuizing'],
	voltooiing: ['duo_voldaan'],
	kennisgeving: ['duo_kennisgeving'],
	termijn: ['duo_termijn'],
	ontzorgen: ['bijstand', 'bijstand_einde']
};

/** An article with the address where it can be read; what is no known article is shown as it was stored. */
export function shapeArticle(code: string) {
	if (!Object.hasOwn(titels, code)) return { code, title: '', url: null };
	const { titel, url } = artikel(code as Grondslag);
	return { code, title: titel, url };
}

const slotText = (value: string | number | boolean | string[]): string[] =>
	[value].flat().map((item) => {
		const text = String(item);
		return /^\d{4}-\d{2}-\d{2}$/.test(text) ? numericDate(Temporal.PlainDate.from(text)) : text;
	});

/** What was decided before, newest first. */
export function shapeRows(decisions: Decisions, besluit: Besluit) {
	return decisions.history
		.filter(({ kind }) => kindsOf[besluit].includes(kind))
		.toReversed()
		.map((row) => ({
			...{ id: row.id, kind: row.kind, decidedBy: row.decidedBy, by: row.recordedByName },
			date: numericDate(row.day),
			iso: row.day.toString(),
			article: row.grondslag ? shapeArticle(row.grondslag) : null,
			slots: Object.entries(row.slots).map(([name, value]) => ({ name, values: slotText(value) })),
			recordedOn: numericDate(dayOf(row.recordedAt)),
			isOpen: openRequest(decisions, row.id) !== undefined
		}));
}
export type RowShape = ReturnType<typeof shapeRows>[number];

/** Where a decision stands now, as codes with what belongs in the sentence. */
export function standOf(decisions: Decisions, besluit: Besluit, today: Temporal.PlainDate): Stand[] {
	const { facts, outcome } = decisions;
	const isOud = outcome.toepasselijkeWet.wet === 'wi2013';
	if (isOud && besluit !== 'kennisgeving') return [{ code: 'wi2013' }];
	switch (besluit) {
		case 'schakelen':
			return standSchakelen(decisions, today);
		case 'afschalen': {
			const { nt2MinutenNorm: norm } = outcome.afschalen;
			if (facts.leerroute !== 'b1') return [{ code: facts.leerroute ? 'niet_b1' : 'geen_leerroute' }];
			if (facts.nt2Minuten === undefined || norm === null) return [{ code: 'uren_onbekend' }];
			return [{ code: 'uren', done: hoursText(facts.nt2Minuten), norm: hoursText(norm) }];
		}
		case 'verlenging':
			return standVerlenging(decisions);
		case 'verhuizing': {
			const { inschrijvingBrpNaVerhuizing: dag } = facts;
			const { pipUiterlijk } = outcome.verhuizing;
			if (!dag || !pipUiterlijk) return [{ code: 'niet_verhuisd' }];
			return [{ code: 'verhuisd', dag: numericDate(dag), uiterlijk: numericDate(pipUiterlijk) }];
		}
		case 'voltooiing': {
			const { voldaanVolgensDuo: dag } = facts;
			if (dag) return [{ code: 'voldaan', dag: numericDate(dag) }];
			return [{ code: outcome.traject.status === 'wacht_op_duo' ? 'wacht_op_duo' : 'nog_niet_voldaan' }];
		}
		case 'kennisgeving': {
			const { kennisgevingDuo: dag } = facts;
			if (!dag) return [{ code: 'geen_kennisgeving' }];
			const { uiterlijk } = outcome.pip;
			const pip: Stand[] = uiterlijk ? [{ code: 'pip_uiterlijk', dag: numericDate(uiterlijk) }] : [];
			return [
				{ code: 'kennisgeving', dag: numericDate(dag) },
				...(isOud ? [{ code: 'wi2013' } as const] : pip)
			];
		}
		case 'termijn':
			return [standEinde(decisions)];
		case 'ontzorgen': {
			const { isVanToepassing, vanaf, laatsteDag } = outcome.ontzorgen;
			if (vanaf && laatsteDag)
				return [{ code: 'ontzorgen', van: numericDate(vanaf), tot: numericDate(laatsteDag) }];
			return [{ code: isVanToepassing === false ? 'geen_ontzorgen' : 'ontzorgen_onbekend' }];
		}
	}
}

function standSchakelen({ facts, outcome }: Decisions, today: Temporal.PlainDate): Stand[] {
	if (!facts.leerroute) return [{ code: 'geen_leerroute' }];
	const { schakelenUiterlijk: laatste } = outcome.leerroute;
	const route: Stand = { code: 'leerroute', route: facts.leerroute };
	if (!laatste) return [route];
	return [
		route,
		{ code: isNa(today, laatste) ? 'schakelen_was' : 'schakelen_tot', dag: numericDate(laatste) }
	];
}

function standEinde({ facts, outcome }: Decisions): Stand {
	const { laatsteDag, bron } = outcome.inburgeringstermijn;
	if (!laatsteDag) return { code: facts.dagtekeningEerstePip ? 'einde_onbekend' : 'geen_termijn' };
	return { code: bron === 'duo' ? 'einde_duo' : 'einde_verwacht', dag: numericDate(laatsteDag) };
}

function standVerlenging(decisions: Decisions): Stand[] {
	const { outcome, standing } = decisions;
	const { aanvraagVanaf } = outcome.verlenging;
	const vanaf: Stand[] = aanvraagVanaf ? [{ code: 'aanvraag_vanaf', dag: numericDate(aanvraagVanaf) }] : [];
	const open = standing.filter((row) => row.kind === 'verlenging' && row.slots.status === 'aangevraagd');
	return [
		standEinde(decisions),
		...vanaf,
		...open.map(({ day }): Stand => ({ code: 'aangevraagd', dag: numericDate(day) }))
	];
}
