import { z } from 'zod';
import { trajectSlots, type TrajectSlots } from '#lib/domain/trajectSlots.ts';
import {
	deciders,
	examenonderdelen,
	trajectEventKinds,
	type TrajectEventKind
} from '#lib/domain/vocabulary.ts';
import type { Part } from '#lib/server/progress.ts';
import { choice, choices, day, duration, formKey, idField, line, optional, required, whole } from '#lib/server/web/form.ts'; // prettier-ignore

type Control = 'day' | 'choice' | 'yes_no' | 'text' | 'checks' | 'number' | 'duration';
/** One field of the form of an event: a slot of domain/trajectSlots.ts. */
export interface SlotField {
	name: string;
	control: Control;
	options: readonly string[];
	isOptional: boolean;
}
const thousandHours = 60_000;
const taalonderdelen = examenonderdelen.filter((onderdeel) => onderdeel !== 'knm');

/** The fields of a kind of event. Several themes of one day are checked at once; a norm is typed as hours. */
export function fieldsOf(kind: TrajectEventKind): SlotField[] {
	return Object.entries<string | readonly string[]>(trajectSlots[kind].slots).map(([name, slot]) => {
		const field = (control: Control, options: readonly string[] = []) => {
			const isOptional = typeof slot === 'string' && slot.endsWith('?');
			return { name, control, options, isOptional };
		};
		if (typeof slot !== 'string') return field(kind === 'module_map_thema' ? 'checks' : 'choice', slot);
		if (slot.startsWith('day')) return field('day');
		if (slot === 'boolean') return field('yes_no', ['ja', 'nee']);
		if (slot === 'texts') return field('checks', taalonderdelen);
		if (slot === 'text') return field('text');
		return field(name === 'minuten' ? 'duration' : 'number');
	});
}

/** The schema of the form of a kind, and which fields may come more than once. */
export function eventSchema(kind: TrajectEventKind) {
	const slots = fieldsOf(kind).map((field) => [`slot_${field.name}`, schemaOf(field)] as const);
	const many = fieldsOf(kind)
		.filter(({ control }) => control === 'checks')
		.map(({ name }) => `slot_${name}`);
	const known = { day, decidedBy: choice(deciders), replacesId: optional(idField), formKey };
	return { schema: z.object({ ...known, ...Object.fromEntries(slots) }), many };
}

function schemaOf({ control, options, isOptional }: SlotField): z.ZodType {
	const listed = options as readonly [string, ...string[]];
	const schemas: Record<Control, () => z.ZodType> = {
		day: () => day,
		choice: () => choice(listed),
		yes_no: () => choice(['ja', 'nee']),
		text: () => required(line(120)),
		checks: () => choices(listed).refine((list) => (list as string[]).length > 0, 'kies'),
		number: () => whole(1, 1000),
		duration: () => duration(thousandHours)
	};
	return isOptional ? optional(schemas[control]()) : schemas[control]();
}

/** What was filled in, as the slots of one event; several themes become several events. */
export function slotsFrom(kind: TrajectEventKind, data: Record<string, unknown>): TrajectSlots[] {
	const entries = fieldsOf(kind)
		.map(({ name, control }) => [name, slotValue(control, data[`slot_${name}`])] as const)
		.filter(([, value]) => value !== undefined);
	const slots = Object.fromEntries(entries) as TrajectSlots;
	if (kind !== 'module_map_thema') return [slots];
	return (slots.thema as string[]).map((thema) => ({ thema }));
}

function slotValue(control: Control, value: unknown): unknown {
	if (control === 'yes_no') return value === 'ja';
	return value instanceof Temporal.PlainDate ? value.toString() : value;
}

/** In the order in which consultants need them: what happens during the term first, then DUO, intake and the rest. */
const order: readonly TrajectEventKind[] = ['voortgangsgesprek', 'pvt_activiteit', 'pvt_ondertekeningsbijeenkomst', 'pvt_ondertekend', 'module_map_thema', 'module_map_eindgesprek', 'z_eindgesprek', 'z_norm', 'taalschakeltraject_voltooid', 'pip_ondertekend', 'verlenging', 'duo_termijn', 'duo_kennisgeving', 'duo_voldaan', 'vrijstelling', 'ontheffing', 'bijstand', 'bijstand_einde']; // prettier-ignore

const partOfKind: Partial<Record<TrajectEventKind, (parts: readonly Part[]) => boolean>> = {
	module_map_thema: (parts) => parts.some(({ code }) => code === 'module_map'),
	module_map_eindgesprek: (parts) => parts.some(({ code }) => code === 'module_map'),
	z_eindgesprek: (parts) => parts.some(({ code }) => code === 'eindgesprek'),
	z_norm: (parts) => parts.some(({ code }) => code === 'cursus'),
	taalschakeltraject_voltooid: (parts) => parts.some(({ closedBy }) => closedBy === 'instelling')
};

/** The kinds that can be recorded about this person: those of a part only where the route has the part. */
export function kindsFor(parts: readonly Part[]): TrajectEventKind[] {
	const rest = trajectEventKinds.filter((kind) => !order.includes(kind));
	return [...order, ...rest].filter((kind) => partOfKind[kind]?.(parts) ?? true);
}
