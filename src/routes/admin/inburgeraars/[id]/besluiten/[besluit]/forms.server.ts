import { z } from 'zod';
import type { Besluit, Lengte, Overweging } from '#lib/domain/besluiten.ts';
import { isNa } from '#lib/domain/dag.ts';
import type { Omstandigheid } from '#lib/domain/facts.ts';
import {
	durendeSoorten,
	eendaagseSoorten,
	leerroutes,
	taalonderdelen,
	verlengingsgronden,
	verlengingsstatussen,
	wetten
} from '#lib/domain/wet/opsommingen.ts';
import type { TrajectEventLine } from '#lib/server/db/traject-events.ts';
import {
	checkbox,
	choice,
	choices,
	day,
	formKey,
	idField,
	line,
	optional,
	required,
	whole,
	type FieldErrors,
	type Typed
} from '#lib/server/web/form.ts';

export const eenheden = ['maanden', 'weken', 'dagen'] as const;
export const many = ['onderdelen'];
const aSoort = optional(choice(durendeSoorten));

/** What is considered, per decision. */
const considered = {
	schakelen: { dag: day, naar: choice(leerroutes) },
	afschalen: {
		dag: day,
		onderdelen: choices(taalonderdelen).refine((list) => list.length > 0, 'kies')
	},
	verlenging: {
		...{ dag: day, status: choice(verlengingsstatussen), grond: optional(choice(verlengingsgronden)) },
		...{ van: optional(day), tot: optional(day), aanvraag: optional(idField) },
		...{ soort1: aSoort, soort2: aSoort, van2: optional(day), tot2: optional(day) }
	},
	verhuizing: { dag: day, van: required(line(80)), naar: required(line(80)) },
	voltooiing: { dag: day, document: choice(['diploma', 'certificaat']) },
	kennisgeving: { dag: day, wet: choice(wetten), aowDatum: optional(day) },
	termijn: { dag: day, eerste: day, laatste: day },
	ontzorgen: { dag: day, wat: choice(['ingang', 'einde']) }
} as const satisfies Record<Besluit, z.ZodRawShape>;
const besides = { formKey, getoetst: checkbox };
const granted = {
	lengte: optional(whole(1, 400)),
	eenheid: optional(choice(eenheden)),
	laatsteDag: optional(day)
};

export const checkSchema = (besluit: Besluit) => z.object(considered[besluit] as z.ZodRawShape);
export const recordSchema = (besluit: Besluit) =>
	z.object({ ...checkSchema(besluit).shape, ...besides, ...(besluit === 'verlenging' ? granted : {}) });

export type Read = { ok: true; overweging: Overweging } | { ok: false; errors: FieldErrors };
type Answers = Record<string, unknown>;

/** The fields as they were read, as something the law can be asked about. `request`: what DUO decides on. */
export function overwegingVan(besluit: Besluit, data: Answers, request?: TrajectEventLine): Read {
	if (besluit === 'verlenging') return verlengingVan(data, request);
	if (besluit === 'termijn') return termijnVan(data);
	return { ok: true, overweging: { besluit, ...withoutForm(data) } as Overweging };
}

function termijnVan(data: Answers): Read {
	const { dag, eerste: start, laatste: laatsteDag } = data as Record<string, Temporal.PlainDate>;
	if (!dag || !start || !laatsteDag || isNa(start, laatsteDag))
		return { ok: false, errors: { laatste: 'volgorde' } };
	return { ok: true, overweging: { besluit: 'termijn', dag, start, laatsteDag } };
}

const withoutForm = ({ formKey: _key, getoetst: _checked, ...rest }: Answers) => rest;

function verlengingVan(data: Answers, request?: TrajectEventLine): Read {
	const { dag, status, lengte, eenheid, laatsteDag } = data as {
		dag: Temporal.PlainDate;
		status: (typeof verlengingsstatussen)[number];
		lengte?: number;
		eenheid?: keyof Lengte;
		laatsteDag?: Temporal.PlainDate;
	};
	const grond = verlengingsgronden.find((name) => name === (request?.slots.grond ?? data.grond));
	if (!grond) return { ok: false, errors: { grond: 'kies' } };
	if (request && status === 'aangevraagd') return { ok: false, errors: { status: 'kies' } };
	const periods = periodsOf(grond, data);
	const errors: FieldErrors = {};
	for (const { tot, van, field } of periods) if (van && tot && isNa(van, tot)) errors[field] = 'volgorde';
	if (Object.keys(errors).length > 0) return { ok: false, errors };
	const omstandigheden = periods.flatMap((period) => circumstance(period) ?? []);
	const overweging: Overweging = {
		...{ besluit: 'verlenging', dag, status, grond },
		...(request ? { aanvraagdag: request.day } : {}),
		...(omstandigheden.length > 0 ? { omstandigheden } : {}),
		...(lengte ? { lengte: { [eenheid ?? 'maanden']: lengte } } : {}),
		...(laatsteDag ? { laatsteDagVolgensDuo: laatsteDag } : {})
	};
	return { ok: true, overweging };
}

type Period = { soort: string; van?: Temporal.PlainDate; tot?: Temporal.PlainDate; field: string };

function periodsOf(grond: string, data: Answers): Period[] {
	const { van, tot, van2, tot2, soort1, soort2 } = data as Record<string, Temporal.PlainDate | undefined> & {
		soort1?: string;
		soort2?: string;
	};
	if (grond !== 'samenloop') return [{ soort: grond, van, tot, field: 'tot' }];
	return [
		{ soort: soort1 ?? '', van, tot, field: 'tot' },
		{ soort: soort2 ?? '', van: van2, tot: tot2, field: 'tot2' }
	];
}

/** What happened or lasted; undefined while it was not filled in: then the law cannot answer. */
function circumstance({ soort, van, tot }: Period): Omstandigheid | undefined {
	const op = eendaagseSoorten.find((name) => name === soort);
	if (op) return van && { soort: op, op: van };
	const lasting = durendeSoorten.find((name) => name === soort);
	return lasting && van && tot ? { soort: lasting, van, tot } : undefined;
}

/** What was typed about the decision itself, read apart from the rest of the form. */
export function readConsidered(
	besluit: Besluit,
	typed: Typed
): { data?: Answers; errors: FieldErrors; typed: Typed } {
	const schema = checkSchema(besluit);
	const values = Object.keys(schema.shape).map((name) => [name, typed[name] ?? '']);
	const result = schema.safeParse(Object.fromEntries(values));
	if (result.success) return { data: result.data, errors: {}, typed };
	const errors: FieldErrors = {};
	for (const issue of result.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
	return { errors, typed };
}

/** The considered values in the address of the page; undefined when nothing was asked yet. */
export function readQuery(url: URL, besluit: Besluit) {
	const names = Object.keys(checkSchema(besluit).shape);
	if (besluit === 'verlenging' || !names.some((name) => url.searchParams.has(name))) return undefined;
	const valueOf = (name: string) =>
		many.includes(name) ? url.searchParams.getAll(name) : (url.searchParams.get(name) ?? '');
	return readConsidered(besluit, Object.fromEntries(names.map((name) => [name, valueOf(name)])));
}
