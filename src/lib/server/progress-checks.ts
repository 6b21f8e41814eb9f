import type { Controle } from '#lib/domain/onderdelenPerRoute.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import { moduleMapThemas, type ModuleMapThema, type TrajectEventKind } from '#lib/domain/vocabulary.ts';
import type { TrajectEventLine } from './db/traject-events.ts';
import type { FactRows } from './facts.ts';

/** A condition besides hours; without a source it was not recorded. */
export interface Check {
	code: Exclude<Controle, `examen_${string}` | 'module_map_themas'> | ModuleMapThema;
	isDone: boolean;
	source: { day: Temporal.PlainDate; recordedByName: string; recordedAt: Temporal.Instant } | null;
}

/** The conditions behind one check of the law; exams are shown apart. */
export function checksOf(code: Controle, { outcome, rows }: { outcome: Outcome; rows: FactRows }): Check[] {
	const events = standingRows(rows.events);
	const check = (name: Check['code'], found: TrajectEventLine | undefined): Check => ({
		code: name,
		isDone: found !== undefined,
		source: found
			? { day: found.day, recordedByName: found.recordedByName, recordedAt: found.recordedAt }
			: null
	});
	const last = (kind: TrajectEventKind) => events.findLast((event) => event.kind === kind);
	switch (code) {
		case 'module_map_themas': {
			const themas = events.filter(({ kind }) => kind === 'module_map_thema');
			return moduleMapThemas.map((name) =>
				check(
					name,
					themas.findLast(({ slots }) => slots.thema === name)
				)
			);
		}
		case 'taalschakeltraject':
			return [
				{ ...check(code, last('taalschakeltraject_voltooid')), isDone: outcome.leerroute.isVervuld === true }
			];
		case 'pvt_activiteit_of_excursie':
			return [check(code, last('pvt_activiteit'))];
		case 'pvt_ondertekening':
			return [check(code, last('pvt_ondertekend'))];
		case 'pvt_ondertekeningsbijeenkomst':
		case 'module_map_eindgesprek':
		case 'z_eindgesprek':
			return [check(code, last(code))];
		default:
			return [];
	}
}
