import { z } from 'zod';
import { beleidsgrenzen } from '#lib/domain/wet/gemeentebeleid.ts';
import type { Policy } from '#lib/server/beleid.ts';
import { hoursText } from '#lib/server/format.ts';
import { checkbox, duration, line, lines, optional, required, whole } from '#lib/server/web/form.ts';

const number = (name: keyof typeof beleidsgrenzen) => optional(whole(beleidsgrenzen[name].min, beleidsgrenzen[name].max)); // prettier-ignore

export const fields = {
	pipWekenNaBredeIntake: number('pipWekenNaBredeIntake'),
	voortgangsgesprekkenMinimum: number('voortgangsgesprekkenMinimum'),
	voortgangsgesprekkenMaanden: number('voortgangsgesprekkenMaanden'),
	maximumSchakelingen: number('maximumSchakelingen'),
	afschalenNaMaanden: number('afschalenNaMaanden'),
	afschalenNt2Minuten: optional(duration(beleidsgrenzen.afschalenNt2Minuten.max)),
	isOntzorgenVerlengbaar: checkbox,
	praktischeBegeleidingMaanden: number('praktischeBegeleidingMaanden'),
	praktischeBegeleidingDoor: line(120),
	aandachtDagen: number('aandachtDagen'),
	intakedomeinen: lines(2000),
	answerDays: whole(1, 30),
	phone: required(line(40)),
	openingHours: required(line(200)),
	postalAddress: required(line(200))
};
export type Field = keyof typeof fields;

export function policyFrom(data: z.infer<z.ZodObject<typeof fields>>): Policy {
	const { answerDays, phone, openingHours, postalAddress, ...rest } = data;
	const { isOntzorgenVerlengbaar, intakedomeinen, praktischeBegeleidingDoor, ...numbers } = rest;
	const domains = intakedomeinen.split('\n').map((text) => text.trim()).filter(Boolean); // prettier-ignore
	const settings = {
		...numbers,
		isOntzorgenVerlengbaar: isOntzorgenVerlengbaar || undefined,
		praktischeBegeleidingDoor: praktischeBegeleidingDoor || undefined,
		intakedomeinen: [...new Set(domains)].join('\n') || undefined
	};
	const set = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
	return { settings: set, answerDays, phone, openingHours, postalAddress };
}

/** What stands in the form. */
export function typedFrom({ settings, ...contact }: Policy): Record<Field, string> {
	const all: Record<string, unknown> = { ...settings, ...contact };
	const text = (name: string) => {
		const value = all[name];
		if (name === 'afschalenNt2Minuten' && typeof value === 'number') return hoursText(value);
		return value === true ? 'on' : String(value ?? '');
	};
	return Object.fromEntries(Object.keys(fields).map((name) => [name, text(name)])) as Record<Field, string>;
}

/** How a value is said in 'was' and 'is'; empty: only the law. */
export function saidOf(field: string, value: string | number | boolean | null): string {
	if (field === 'afschalenNt2Minuten' && typeof value === 'number') return hoursText(value);
	return value === null ? '' : String(value).replaceAll('\n', '; ');
}
