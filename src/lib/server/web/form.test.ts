import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { birthDay, checkbox, choice, choices, day, duration, formKey, group, idField, line, lines, optional, readForm, required, time, version, whole } from './form.ts'; // prettier-ignore

const schema = z.object({ name: required(line(10)), text: lines(20), tags: choices(['a', 'b']) });

const post = (body: BodyInit | null, type = 'application/x-www-form-urlencoded') =>
	new Request('https://pip.test/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} });
const read = (body: string) => readForm(post(body), schema, ['tags']);
const status = async (request: Request) => {
	try {
		await readForm(request, schema, ['tags']);
		return 200;
	} catch (error) {
		return (error as { status?: number }).status ?? 500;
	}
};
const codeOf = (type: z.ZodType, value: unknown) => type.safeParse(value).error?.issues[0]?.message;
const valueOf = (type: z.ZodType, value: unknown) => type.safeParse(value).data;

describe('readForm', () => {
	test('gives what was sent, trimmed and in NFC', async () => {
		expect(await read('name=+Ame%CC%81lie+&text=a%0D%0Ab&tags=a&tags=b')).toMatchObject({
			ok: true,
			data: { name: 'Amélie', text: 'a\nb', tags: ['a', 'b'] }
		});
	});

	test('gives a code per field, and everything that was typed', async () => {
		const form = await read(`name=&text=${'x'.repeat(30)}&tags=c`);
		expect(form).toMatchObject({ ok: false, errors: { name: 'verplicht', text: 'te_lang', tags: 'kies' } });
		expect(form.ok ? {} : { ...form.typed }).toEqual({ name: '', text: 'x'.repeat(30), tags: ['c'] });
	});

	test.each([
		['IN-02', 'a field that the form does not have', post('name=a&role=beheerder')],
		['IN-02', 'a field named __proto__', post('name=a&__proto__=b')],
		['IN-02', 'a field named constructor', post('name=a&constructor=b')],
		['IN-02', 'a field named toString', post('name=a&toString=b')],
		['IN-02', 'a field with a path in its name', post('name=a&__proto__%5Bx%5D=b')],
		['IN-03', 'a single field sent twice', post('name=a&name=b')],
		['IN-02', 'multipart without a boundary', post('x', 'multipart/form-data')],
		['IN-02', 'multipart that is cut off', post('--x\r\nContent-Disposition: form-data; name="name"', 'multipart/form-data; boundary=x')],
		['IN-02', 'JSON', post('{"name":"a"}', 'application/json')],
		['IN-02', 'no content type', post(new Blob(['name=a']), '')],
		['IN-02', 'a file in place of text', withFile()]
	])('%s: %s is answered with 400', async (_, __, request) => {
		expect(await status(request)).toBe(400);
	}); // prettier-ignore

	test('an empty body is an empty form, not a malformed one', async () => {
		expect(await read('')).toMatchObject({ ok: false, errors: { name: 'verplicht' } });
	});

	function withFile(): Request {
		const form = new FormData();
		form.append('name', new File(['x'], 'x.txt'));
		return new Request('https://pip.test/', { method: 'POST', body: form });
	}
});

describe('a group of fields', () => {
	const grouped = z.object({ name: line(10), rij: group(/\d\.(a|b)/, line(5), 3) });
	const readGroup = (body: string) => readForm(post(body), grouped);
	const statusOf = (body: string) =>
		readGroup(body).then(
			() => 200,
			(error: { status?: number }) => error.status
		);

	test('gives its fields by the rest of their names, and none when nothing was sent', async () => {
		expect(await readGroup('name=x&rij.0.a=1&rij.3.b=+2+')).toMatchObject({
			ok: true,
			data: { rij: { '0.a': '1', '3.b': '2' } },
			typed: { 'rij.0.a': '1', 'rij.3.b': ' 2 ' }
		});
		expect(await readGroup('name=x')).toMatchObject({ ok: true, data: { rij: {} } });
	});

	test('an error is about the one field', async () => {
		expect(await readGroup('rij.0.a=123456&rij.1.a=1')).toMatchObject({
			ok: false,
			errors: { 'rij.0.a': 'te_lang' }
		});
	});

	test.each([
		['IN-02', 'a name that the group does not have', 'rij.0.c=1'],
		['IN-02', 'a name with more behind it', 'rij.0.a.b=1'],
		['IN-02', 'a name with more before it', 'x.rij.0.a=1'],
		['IN-02', '__proto__ in a group', 'rij.__proto__=1'],
		['IN-02', 'a group as one field', 'rij=1'],
		['IN-02', 'a path below a field that is no group', 'name.0.a=1'],
		['IN-03', 'a field of a group sent twice', 'rij.0.a=1&rij.0.a=2']
	])('%s: %s is answered with 400', async (_, __, body) => {
		expect(await statusOf(body)).toBe(400);
	});

	test('more fields than the group may have are refused', async () => {
		expect(await readGroup('rij.0.a=1&rij.1.a=1&rij.2.a=1&rij.3.a=1')).toMatchObject({
			ok: false,
			errors: { rij: 'te_groot' }
		});
	});
});

describe('a row of the language switcher', () => {
	const form = z.object({
		formKey,
		pin: line(9),
		code: required(line(9)),
		wachtwoord: line(9),
		tekst: required(line(5))
	});
	const sent = 'formKey=&tekst=veel+te+lang&pin=1234&code=ABC&wachtwoord=geheim&wissel=ar';

	test('comes back with what was typed and no errors, without PIN, password or code', async () => {
		const read = await readForm(post(sent), form);
		expect(read).toMatchObject({ ok: false, isSwitch: true, status: 200, errors: {} });
		expect(read.ok ? {} : { ...read.typed }).toEqual({ formKey: '', tekst: 'veel te lang' });
	});

	test('a right form is not taken as sent either', async () => {
		const right = post('name=a&text=b&wissel=nl');
		expect(await readForm(right, schema, ['tags'])).toMatchObject({ ok: false, isSwitch: true });
	});

	test('a form that is sent with errors is no switch', async () => {
		expect(await read('name=')).toMatchObject({ ok: false, isSwitch: false, status: 400 });
	});

	test.each([
		['IN-13', 'an unknown language', post('name=a&wissel=xx')],
		['IN-03', 'two languages', post('name=a&wissel=nl&wissel=ar')],
		['IN-02', 'another field that the form does not have', post('name=a&wissel=nl&role=beheerder')]
	])('%s: %s is answered with 400', async (_, __, request) => expect(await status(request)).toBe(400));

	test('a form without fields, whose button alone acts, knows no switch', async () => {
		await expect(readForm(post('wissel=nl'), z.object({}))).rejects.toMatchObject({ status: 400 });
	});
});

describe('IN-06: text', () => {
	test.each(['\0', '\u0007', '\u001b', '\u0085', 'a\ud800b', 'a\udc00'])(
		'%j is refused in one line and in several',
		(bad) => {
			expect(codeOf(line(50), bad)).toBe('vreemde_tekens');
			expect(codeOf(lines(50), bad)).toBe('vreemde_tekens');
		}
	);

	test.each(['a\u202eb', '\u2066a', 'a\u2069', 'a\nb', 'a\rb'])('%j is refused in one line', (bad) => {
		expect(codeOf(line(50), bad)).toBe('vreemde_tekens');
	});

	test.each(['Ağrı', 'محمد', 'ትግርኛ', 'Özlem 🙂', "O'Neill", '<b>', 'a\u200cb'])(
		'%j stays as it is',
		(good) => {
			expect(valueOf(line(50), good)).toBe(good);
		}
	);

	test('the limit counts after trimming', () => {
		expect(valueOf(line(3), '  abc  ')).toBe('abc');
		expect(codeOf(line(3), 'abcd')).toBe('te_lang');
	});

	test('only white space is nothing', () => {
		expect(codeOf(required(line(9)), ' \t ')).toBe('verplicht');
		expect(valueOf(optional(line(9)), '')).toBeUndefined();
	});
});

describe('IN-10: days, times, lengths and numbers, in digits of any script', () => {
	test.each([
		'2026-11-23',
		'23-11-2026',
		'23/11/2026',
		'23.11.2026',
		' 23-11-2026 ',
		'٢٣-١١-٢٠٢٦',
		'۲۳-۱۱-۲۰۲۶',
		'۲۰۲۶-۱۱-۲۳'
	])('%s is 23 November 2026', (typed) => expect(String(valueOf(day, typed))).toBe('2026-11-23'));

	test.each(['1-3-2026', '01-03-2026', '1 3 2026'])('%s is 1 March 2026', (typed) => {
		expect(String(valueOf(day, typed))).toBe('2026-03-01');
	});

	test.each([
		['', 'verplicht'],
		['31-02-2026', 'datum'],
		['29-02-2025', 'datum'],
		['00-01-2026', 'datum'],
		['23-11-26', 'datum'],
		['11-23-2026', 'datum'],
		['1899-12-31', 'datum'],
		['2101-01-01', 'datum'],
		['tomorrow', 'datum'],
		['፳፫-፲፩-፳፻፳፮', 'datum'],
		['2026-11-23T00:00:00Z', 'datum'],
		['9'.repeat(5000), 'datum']
	])('%j is no day: %s', (typed, code) => {
		expect(codeOf(day, typed)).toBe(code);
	});

	test.each(['29-02-2024', '2024-02-29'])('%s exists', (typed) => {
		expect(String(valueOf(day, typed))).toBe('2024-02-29');
	});

	test.each(['02031990', '٠٢٠٣١٩٩٠', '02-03-1990', ' 2-3-1990'])(
		'a day of birth may be typed as %s',
		(typed) => {
			expect(String(valueOf(birthDay, typed))).toBe('1990-03-02');
		}
	);

	test.each([
		['14:30', '14:30'],
		['14.30', '14:30'],
		['١٤:٣٠', '14:30'],
		['00:00', '00:00']
	])('%s is the time %s', (typed, expected) => expect(valueOf(time, typed)).toBe(expected));

	test.each(['24:00', '14:60', '9:00', '2pm', '', '14:30:00'])('%j is no time', (typed) => {
		expect(codeOf(time, typed)).toBe('tijd');
	});

	test.each([
		['2:30', 150],
		['2,5', 150],
		['2.5', 150],
		['2', 120],
		['2 uur', 120],
		['150 min', 150],
		['٢:٣٠', 150],
		['۲٫۵'.replace('٫', ','), 150],
		['0:15', 15],
		['0,25', 15],
		['24:00', 1440]
	])('%s is %i minutes', (typed, minutes) => expect(valueOf(duration(1440), typed)).toBe(minutes));

	test.each([
		['', 'verplicht'],
		['0', 'duur'],
		['-2', 'duur'],
		['2:75', 'duur'],
		['2,33', 'duur'],
		['25:00', 'duur'],
		['1e3', 'duur'],
		['twee', 'duur'],
		['999999999999', 'duur']
	])('%j is no length of time: %s', (typed, code) => expect(codeOf(duration(1440), typed)).toBe(code));

	test.each([
		['12', 12],
		['٠١٢', 12],
		['۱۲', 12],
		['-3', -3]
	])('%s is the number %i', (typed, expected) => expect(valueOf(whole(-5, 100), typed)).toBe(expected));

	test.each([
		['', 'getal'],
		['1.5', 'getal'],
		['1e3', 'getal'],
		['0x10', 'getal'],
		['NaN', 'getal'],
		['99999999', 'getal'],
		['-6', 'te_klein'],
		['101', 'te_groot']
	])('%j is no number from -5 to 100: %s', (typed, code) => expect(codeOf(whole(-5, 100), typed)).toBe(code));
});

describe('what the server filled in itself', () => {
	test.each([idField, formKey])('an id has 22 characters of its alphabet', (type) => {
		expect(type.safeParse('abcdefghijklmnopqrst-_').success).toBe(true);
		for (const bad of ['', 'short', `${'a'.repeat(21)}'`, 'a'.repeat(23)])
			expect(type.safeParse(bad).success).toBe(false);
	});

	test('a version is a number, a check box is on or off, a choice is one of the list', () => {
		expect([valueOf(version, '3'), version.safeParse('-1').success]).toEqual([3, false]);
		expect([valueOf(checkbox, 'on'), valueOf(checkbox, '')]).toEqual([true, false]);
		expect([valueOf(choice(['a']), 'a'), codeOf(choice(['a']), 'toString')]).toEqual(['a', 'kies']);
	});
});
