import { z } from 'zod';
import type { GroupRecorded } from '#lib/server/group-results.ts';
import { idField } from '#lib/server/web/form.ts';

const names = ['hours', 'already', 'done', 'unfit'] as const;
export type ShownRecorded = GroupRecorded;

/** What was recorded, behind the address of the page that says so. */
export const recordedQuery = (recorded: GroupRecorded): string =>
	new URLSearchParams(names.map((name) => [name, String(recorded[name])])).toString();

/** Null: nothing was recorded just now. */
export function recordedIn(url: URL): ShownRecorded | null {
	if (!url.searchParams.has('done')) return null;
	const count = (name: string) => Math.max(0, Math.trunc(Number(url.searchParams.get(name))) || 0);
	return { hours: count('hours'), already: count('already'), done: count('done'), unfit: count('unfit') };
}

/** People of a sheet: no more than one invitation can hold. */
export const manyIds = z.preprocess((v) => (v === '' ? [] : [v].flat()), z.array(idField).max(200));
