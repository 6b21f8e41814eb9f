import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signalsDoc } from '../scripts/signals-doc.ts';

test('docs/signalen.md says what the rules are: run `node scripts/signals-doc.ts` after a change', () => {
	expect(readFileSync('docs/signalen.md', 'utf8')).toBe(signalsDoc(Temporal.PlainDate.from('2026-11-30')));
});
