import { expect, test } from 'vitest';
import type { LocaleId } from '#lib/domain/vocabulary.ts';
import { addressToFollow, canonicalAddress } from './language.ts';

const at = (path: string) => new URL(`https://pip.test${path}`);
const page = '/(inburgeraar)/pip';
const follow = (path: string, known: { chosen?: LocaleId; profile?: LocaleId } = {}, routeId = page) =>
	addressToFollow(at(path), routeId, known);

test.each([
	['/prs/pip?a=1', '/fa-AF/pip?a=1'],
	['/KMR', '/ku'],
	['/zh-cn/pip/versies', '/zh-Hans/pip/versies'],
	['/ar-SY/pip', '/ar/pip'],
	['/AR/pip', '/ar/pip'],
	['/nl/pip', '/pip'],
	['/nl', '/'],
	['/nl//evil.example/x', '/evil.example/x'],
	['/prs//evil.example', '/fa-AF/evil.example']
])('IN-13: %s is the address %s', (path, address) => expect(canonicalAddress(at(path))).toBe(address));

test.each(['/', '/pip', '/ar/pip', '/xx/pip', '/ti', '//ar/pip', '/%61r/pip'])(
	'%s stays as it is: right, or not found',
	(path) => expect(canonicalAddress(at(path))).toBeUndefined()
);

test('order: what is asked now, the prefix, the last choice, the profile, Dutch', () => {
	expect(follow('/ar/pip?wissel=ti', { chosen: 'tr', profile: 'fa' })).toBe('/ti/pip');
	expect(follow('/ar/pip', { chosen: 'tr', profile: 'fa' })).toBeUndefined();
	expect(follow('/pip', { chosen: 'tr', profile: 'fa' })).toBe('/tr/pip');
	expect(follow('/pip', { profile: 'fa' })).toBe('/fa/pip');
	expect(follow('/pip')).toBeUndefined();
});

test('Dutch chosen in the switcher wins over the profile', () => {
	expect(follow('/pip?wissel=nl', { chosen: 'nl', profile: 'ar' })).toBe('/pip');
	expect(follow('/pip', { chosen: 'nl', profile: 'ar' })).toBeUndefined();
});

test('path and query are kept, and nothing leads to another site', () => {
	expect(follow('/vragen/nieuw?onderwerp=les&over=a%26b', { profile: 'ar' })).toBe(
		'/ar/vragen/nieuw?onderwerp=les&over=a%26b'
	);
	expect(follow('/pip?a=1&wissel=ar&b=2')).toBe('/ar/pip?a=1&b=2');
	expect(follow('/pip?%77issel=ar&b=2')).toBe('/ar/pip?b=2');
	expect(follow('//evil.example/pip?wissel=nl', {})).toBe('/evil.example/pip');
});

test('a language that does not exist is taken away and changes nothing', () => {
	expect(follow('/ar/pip?wissel=xx')).toBe('/ar/pip');
});

test('staff pages are Dutch or English', () => {
	for (const routeId of ['/admin', '/admin/inburgeraars', '/partner']) {
		expect(follow('/admin', { chosen: 'ar' }, routeId)).toBeUndefined();
		expect(follow('/ar/admin', {}, routeId)).toBe('/admin');
		expect(follow('/admin', { profile: 'en' }, routeId)).toBe('/en/admin');
		expect(follow('/en/admin', { chosen: 'nl' }, routeId)).toBeUndefined();
	}
});

test('where an address leads, it stays: no loop in any language', () => {
	for (const path of ['/', '/pip', '/ar', '/ar/pip?wissel=nl', '/fa-AF/pip?wissel=zh-Hans']) {
		const known = {
			chosen: (at(path).searchParams.get('wissel') ?? 'ti') as LocaleId,
			profile: 'ar' as const
		};
		const first = follow(path, known);
		if (first) expect(follow(first, known), path).toBeUndefined();
	}
});
