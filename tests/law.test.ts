import { expect, test } from 'vitest';
import { readFacts } from '#lib/domain/facts.ts';
import { uitkomst } from '#lib/domain/uitkomsten.ts';
import { invalid, valid } from './fixtures/law/rows/invalid.ts';
import { rows, differences } from './fixtures/law/rows/all.ts';

test.each(
	rows.map(([article, title, facts, expected]) => ({ name: `${article}: ${title}`, facts, expected }))
)('$name', ({ facts, expected }) => expect(differences(facts, expected)).toEqual([]));

test.each(invalid.map(([title, facts, errors]) => ({ title, facts, errors })))(
	'refuses $title',
	({ facts, errors }) => {
		const result = readFacts(facts);
		const got = result.isValid ? [] : result.errors.map((e) => `${e.path} ${e.code}`);
		expect(got.toSorted()).toEqual(errors.toSorted());
		if (!result.isValid) for (const e of result.errors) expect(e.message.length).toBeGreaterThan(10);
	}
);

test.each(valid.map(([title, json]) => ({ title, json })))('accepts $title', ({ json }) => {
	const result = readFacts(JSON.parse(json));
	expect(result.isValid ? [] : result.errors).toEqual([]);
	if (result.isValid) expect(() => JSON.stringify(uitkomst(result.facts))).not.toThrow();
});
