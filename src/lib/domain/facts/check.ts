import { readDag } from '#lib/domain/dag.ts';
import { shown, type Report } from './invalid.ts';
import type { Kind, Members, ObjectKind } from './kind.ts';

type Of<K extends Kind['kind']> = Extract<Kind, { kind: K }>;

/** Reads a JSON value as that kind; reports what is wrong and returns undefined for a value that is not valid itself. */
export function readKind(kind: Kind, value: unknown, path: string, report: Report): unknown {
	switch (kind.kind) {
		case 'day':
			return readDay(value, path, report);
		case 'boolean':
			if (typeof value === 'boolean') return value;
			return void report(path, 'type', `${path} must be true or false; got ${shown(value)}`);
		case 'integer':
			return readInteger(kind, value, path, report);
		case 'choice':
			return readChoice(kind, value, path, report);
		case 'list':
			return readList(kind, value, path, report);
		case 'object':
			return isObject(value) ? readMembers(kind, value, path, report) : reportObject(value, path, report);
		case 'variant':
			return readVariant(kind, value, path, report);
	}
}

/** Reads the members of an object; keys that are not in the table are reported. */
export function readMembers(
	{ required, optional }: ObjectKind,
	value: Record<string, unknown>,
	path: string,
	report: Report
): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	const prefix = path === '' ? '' : `${path}.`;
	for (const key of Object.keys(value)) {
		const kind = memberOf(required, key) ?? memberOf(optional, key);
		if (!kind)
			report(prefix + key, 'unknown_key', `${prefix + key} is not a fact; check the spelling or remove it`);
		else result[key] = readKind(kind, value[key], prefix + key, report);
	}
	for (const key of Object.keys(required)) {
		if (!Object.hasOwn(value, key)) report(prefix + key, 'required', `${prefix + key} is missing; add it`);
	}
	return result;
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberOf(members: Members, key: string): Kind | undefined {
	return Object.hasOwn(members, key) ? members[key] : undefined;
}

function reportObject(value: unknown, path: string, report: Report): void {
	report(path, 'type', `${path} must be an object; got ${shown(value)}`);
}

function readDay(value: unknown, path: string, report: Report): unknown {
	if (typeof value !== 'string')
		return void report(path, 'type', `${path} must be a day as text, YYYY-MM-DD; got ${shown(value)}`);
	const dag = readDag(value);
	if (dag) return dag;
	report(path, 'date', `${path} must be an existing day, YYYY-MM-DD; got ${shown(value)}`);
}

function readInteger(kind: Of<'integer'>, value: unknown, path: string, report: Report): unknown {
	if (typeof value !== 'number' || !Number.isInteger(value))
		return void report(path, 'type', `${path} must be a whole number of ${kind.what}; got ${shown(value)}`);
	const max = kind.max?.() ?? Infinity;
	if (value >= kind.min && value <= max) return value;
	const bounds = max === Infinity ? `${kind.min} or more` : `from ${kind.min} to ${max}`;
	report(path, 'range', `${path} must be ${bounds}; got ${shown(value)}`);
}

function readChoice(kind: Of<'choice'>, value: unknown, path: string, report: Report): unknown {
	const options = kind.options.join(', ');
	if (typeof value !== 'string')
		return void report(path, 'type', `${path} must be a text, one of ${options}; got ${shown(value)}`);
	if (kind.options.includes(value)) return value;
	report(path, 'enum', `${path} must be one of ${options}; got ${shown(value)}`);
}

function readList(kind: Of<'list'>, value: unknown, path: string, report: Report): unknown {
	if (!Array.isArray(value)) return void report(path, 'type', `${path} must be a list; got ${shown(value)}`);
	const seen = new Set<unknown>();
	return value.map((item, i) => {
		const read = readKind(kind.item, item, `${path}[${i}]`, report);
		if (!kind.isUnique || read === undefined) return read;
		if (seen.has(read))
			report(`${path}[${i}]`, 'duplicate', `${path} holds ${shown(item)} twice; remove one`);
		seen.add(read);
		return read;
	});
}

function readVariant(kind: Of<'variant'>, value: unknown, path: string, report: Report): unknown {
	if (!isObject(value)) return reportObject(value, path, report);
	const keyPath = `${path}.${kind.key}`;
	if (!Object.hasOwn(value, kind.key))
		return void report(keyPath, 'required', `${keyPath} is missing; add it`);
	const options = Object.keys(kind.variants);
	const name = readChoice({ kind: 'choice', options }, value[kind.key], keyPath, report);
	const members = typeof name === 'string' ? kind.variants[name] : undefined;
	return members && readMembers(members, value, path, report);
}
