import type { Dag } from '#lib/domain/dag.ts';

/** What a fact may be. The table of facts is made of these; its type and its checks both follow from it. */
export type Kind =
	| { kind: 'day' }
	| { kind: 'boolean' }
	| { kind: 'integer'; what: string; min: number; max?: () => number }
	| { kind: 'choice'; options: readonly string[] }
	| { kind: 'list'; item: Kind; isUnique: boolean }
	| ObjectKind
	| { kind: 'variant'; key: string; variants: Readonly<Record<string, ObjectKind>> };
export type ObjectKind = { kind: 'object'; required: Members; optional: Members };
export type Members = Readonly<Record<string, Kind>>;

/** The TypeScript type of a value of that kind. */
export type Value<K> = K extends { kind: 'day' }
	? Dag
	: K extends { kind: 'boolean' }
		? boolean
		: K extends { kind: 'integer' }
			? number
			: K extends { kind: 'choice'; options: readonly (infer O)[] }
				? O
				: K extends { kind: 'list'; item: infer I }
					? readonly Value<I>[]
					: K extends { kind: 'object'; required: infer R; optional: infer O }
						? { [P in keyof R]: Value<R[P]> } & { [P in keyof O]?: Value<O[P]> }
						: K extends { kind: 'variant'; variants: infer V }
							? { [P in keyof V]: Value<V[P]> }[keyof V]
							: never;

export const day = { kind: 'day' } as const;
export const flag = { kind: 'boolean' } as const;
/** Whole number; `max` is asked when needed, because a maximum may be a number of the law. */
export const integer = (what: string, min = 0, max?: () => number) =>
	({ kind: 'integer', what, min, max }) as const;
export const minutes = integer('minutes');
export const cents = integer('euro cents');
export const choice = <const O extends readonly string[]>(options: O) =>
	({ kind: 'choice', options }) as const;
export const list = <I extends Kind>(item: I) => ({ kind: 'list', item, isUnique: false }) as const;
export const uniqueList = <I extends Kind>(item: I) => ({ kind: 'list', item, isUnique: true }) as const;
export const object = <R extends Members, O extends Members>(required: R, optional: O) =>
	({ kind: 'object', required, optional }) as const;
/** Objects that differ by the value of one member. */
export const variant = <V extends Readonly<Record<string, ObjectKind>>>(key: string, variants: V) =>
	({ kind: 'variant', key, variants }) as const;
