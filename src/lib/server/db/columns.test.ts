import { expect, test } from 'vitest';
import { pgKit, sqliteKit } from './columns.ts';

const _p = pgKit.table('proof', {
	text: pgKit.text().notNull(),
	int: pgKit.int(),
	bool: pgKit.bool().notNull(),
	instant: pgKit.instant(),
	day: pgKit.day().notNull(),
	json: pgKit.json().$type<{ a: number }>(),
	bytes: pgKit.bytes().notNull()
});
const _s = sqliteKit.table('proof', {
	text: sqliteKit.text().notNull(),
	int: sqliteKit.int(),
	bool: sqliteKit.bool().notNull(),
	instant: sqliteKit.instant(),
	day: sqliteKit.day().notNull(),
	json: sqliteKit.json().$type<{ a: number }>(),
	bytes: sqliteKit.bytes().notNull()
});

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const proven = <T extends true>(value: T) => value;

test('every column helper infers the same row and insert types on both engines', () => {
	expect(proven<Equal<typeof _p.$inferSelect, typeof _s.$inferSelect>>(true)).toBe(true);
	expect(proven<Equal<typeof _p.$inferInsert, typeof _s.$inferInsert>>(true)).toBe(true);
});
