import { expect, test } from 'vitest';
import { openedSearch, sealedSearch } from '#lib/server/web/search.ts';
import { filterOf, queryOf, sameQuery, savedQuery } from '../src/routes/admin/filter.server.ts';

const query = (text: string) => new URLSearchParams(text);

test('PRIV-09: the address of a search holds no name, and finds it again', () => {
	const address = queryOf({ search: 'Yusuf al-Khatib' }, { groep: 'asiel' });
	expect(address).not.toMatch(/yusuf|khatib/i);
	expect(Buffer.from(query(address).get('zoek') ?? '', 'base64url').toString()).not.toMatch(/khatib/i);
	expect(filterOf(query(address))).toMatchObject({ search: 'Yusuf al-Khatib', groep: 'asiel' });
	expect(sealedSearch('')).toBe('');
});

test.each([
	'Yusuf',
	'x'.repeat(5000),
	'%E0%A4%A',
	sealedSearch('Yusuf').slice(0, -2),
	`A${sealedSearch('Yusuf')}`
])('PRIV-09: a term that was not sealed here is no term: %.20s', (text) =>
	expect(openedSearch(text)).toBe('')
);

test('PRIV-09: a filter is kept without the name that was searched for', () => {
	const kept = savedQuery(queryOf({ search: 'Yusuf', leerroute: 'b1' }));
	expect(kept).toBe('route=b1');
});

test('IN-08: filters come from lists; what is in none is left out', () => {
	const asked =
		'reden=alles&groep=admin&route=x%27--&taal=xx&consulent=..%2F..&toon=alles&kolom=password_hash';
	expect(filterOf(query(asked))).toEqual({
		...{ search: '', signaal: undefined, groep: undefined, leerroute: undefined, locale: undefined },
		...{ consulentId: undefined, isSnoozed: false, after: null }
	});
	expect(sameQuery(asked)).toBe('');
});
