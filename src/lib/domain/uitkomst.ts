import type { Examenpoging, Facts } from './facts.ts';
import type { Grondslag } from '#lib/domain/wet/artikelen.ts';
import { onderwerpen, type OnderwerpNaam } from '#lib/domain/wet/grondslagen.ts';
import type { Redencode, Vraag } from '#lib/domain/wet/redenen.ts';

export type { Redencode, Vraag };
/** `ontbreekt:<fact>` names the absent fact that was needed first. */
export type Reden = Redencode | `ontbreekt:${keyof Facts | `examenpoging.${keyof Examenpoging}`}`;

/** What a rule answers: established, for a person to judge, or unknown. Never a guess. */
export type Uitkomst<T> =
	| { soort: 'vastgesteld'; waarde: T; reden?: Reden }
	| { soort: 'beoordeling'; vraag: Vraag; reden: Reden }
	| { soort: 'onbekend'; reden: Reden };

/** `reden` only where the contract wants a false to be explained. */
export function vastgesteld<T>(waarde: T, reden?: Reden): Uitkomst<T> {
	return reden === undefined ? { soort: 'vastgesteld', waarde } : { soort: 'vastgesteld', waarde, reden };
}

export function onbekend(reden: Reden): Uitkomst<never> {
	return { soort: 'onbekend', reden };
}

export function beoordeling(vraag: Vraag, reden: Reden): Uitkomst<never> {
	return { soort: 'beoordeling', vraag, reden };
}

/** The fact, or unknown because it is absent. */
export function fact<K extends keyof Facts>(facts: Facts, naam: K): Uitkomst<NonNullable<Facts[K]>> {
	const value = facts[naam];
	return value === undefined ? onbekend(`ontbreekt:${naam}`) : vastgesteld(value);
}

/** Goes on with the value; what is not known stays unknown for the same reason. */
export function derive<T, R>(uitkomst: Uitkomst<T>, next: (waarde: T) => Uitkomst<R>): Uitkomst<R> {
	return uitkomst.soort === 'vastgesteld' ? next(uitkomst.waarde) : onbekend(uitkomst.reden);
}

/** Goes on with a value that the next step cannot fail on. */
export function compute<T, R>(uitkomst: Uitkomst<T>, next: (waarde: T) => R): Uitkomst<R> {
	return derive(uitkomst, (waarde) => vastgesteld(next(waarde)));
}

/** Goes on with two values; the first unknown one decides why the result is unknown. */
export function combine<A, B, R>(a: Uitkomst<A>, b: Uitkomst<B>, next: (a: A, b: B) => R): Uitkomst<R> {
	return derive(a, (left) => compute(b, (right) => next(left, right)));
}

/** Three-valued AND: a known unmet condition decides, then the first unknown one, then true. */
export function every(conditions: readonly Uitkomst<boolean>[]): Uitkomst<boolean> {
	if (conditions.some((c) => valueOf(c) === false)) return vastgesteld(false);
	const unknown = conditions.find((c) => c.soort !== 'vastgesteld');
	return unknown ? derive(unknown, () => vastgesteld(true)) : vastgesteld(true);
}

export function valueOf<T>(uitkomst: Uitkomst<T>): T | null {
	return uitkomst.soort === 'vastgesteld' ? uitkomst.waarde : null;
}

/** The values of a record of answers, null where there is none. */
export function valuesOf<T extends Record<string, unknown>>(answers: Answers<T>): Nullable<T> {
	const values: Record<string, unknown> = {};
	for (const key of Object.keys(answers)) values[key] = valueOf(answers[key] as Uitkomst<unknown>);
	return values as Nullable<T>;
}

export type Answers<T> = { [K in keyof T]: Uitkomst<T[K]> };
export type Nullable<T> = { [K in keyof T]: T[K] | null };

/** A subject of the outcome: its values, on which articles they rest, who decides, what a person must judge, and why what is unknown. */
export type Onderwerp<T> = Nullable<T> & {
	grondslag: readonly Grondslag[];
	besluitDoor: 'college' | 'duo' | null;
	beoordeling: Vraag | null;
	reden: Partial<Record<keyof T, Reden>>;
};

/** Builds a subject. `vraag`: a question that goes with a value that is known. */
export function onderwerp<T extends Record<string, unknown>>(
	naam: OnderwerpNaam,
	answers: Answers<T>,
	vraag?: Vraag | null
): Onderwerp<T> {
	const subject: Record<string, unknown> = {};
	const reden: Record<string, Reden> = {};
	let asked: Vraag | null = vraag ?? null;
	for (const key of Object.keys(answers)) {
		const answer: Uitkomst<unknown> = answers[key as keyof T];
		subject[key] = valueOf(answer);
		if (answer.reden) reden[key] = answer.reden;
		if (answer.soort === 'beoordeling') asked ??= answer.vraag;
	}
	const { grondslag, besluitDoor } = onderwerpen[naam];
	return Object.assign(subject, { grondslag, besluitDoor, beoordeling: asked, reden }) as Onderwerp<T>;
}

/** A value of a subject as an answer again, so that another rule can go on with it. */
export function answerOf<T, K extends keyof T>(subject: Onderwerp<T>, key: K): Uitkomst<T[K]> {
	const value = subject[key] as T[K] | null;
	const reden = subject.reden[key];
	if (value !== null) return vastgesteld(value, reden);
	if (reden === undefined) throw new Error(`${String(key)} is null without a reden`);
	return onbekend(reden);
}

/** The same keys, none of them known: for a subject, or a part of it, that does not apply. */
export function withheld<T>(answers: Answers<T>, reden: Reden): Answers<T> {
	return Object.fromEntries(Object.keys(answers).map((key) => [key, onbekend(reden)])) as Answers<T>;
}

/** The values only count when the subject applies; when that is unknown they are unknown for the same reason. */
export function whenApplicable<T>(isVanToepassing: Uitkomst<boolean>, answers: Answers<T>): Answers<T> {
	if (isVanToepassing.soort !== 'vastgesteld') return withheld(answers, isVanToepassing.reden);
	return isVanToepassing.waarde ? answers : withheld(answers, 'niet_van_toepassing');
}
