import { expect, test } from 'vitest';
import {
	answerOf,
	beoordeling,
	combine,
	derive,
	every,
	onbekend,
	onderwerp,
	vastgesteld,
	whenApplicable
} from './uitkomst.ts';

const ja = vastgesteld(true);
const nee = vastgesteld(false);
const eerst = onbekend('ontbreekt:groep');
const daarna = onbekend('ontbreekt:leerroute');

test.each([
	['true and true', [ja, ja], ja],
	['no conditions', [], ja],
	['false decides after unknown', [eerst, nee], nee],
	['false decides before unknown', [nee, eerst], nee],
	['the first unknown explains', [ja, eerst, daarna], eerst],
	['true and unknown', [ja, daarna], daarna]
])('AND: %s', (_, conditions, expected) => {
	expect(every(conditions)).toEqual(expected);
});

test('a known false loses its own reden in an AND', () => {
	expect(every([vastgesteld(false, 'taalschakeltraject')])).toEqual(nee);
});

test('what is unknown stays unknown for the same reason, and a question is not copied', () => {
	expect(derive(eerst, () => ja)).toEqual(eerst);
	expect(combine(daarna, eerst, () => true)).toEqual(daarna);
	expect(derive(beoordeling('bijzonder_geval', 'na_achttien_maanden'), () => ja)).toEqual(
		onbekend('na_achttien_maanden')
	);
});

test('a subject has a value, an article and a reden for what is unknown or a false that must be explained', () => {
	const subject = onderwerp<{ isKosteloos: boolean }>('examen', {
		isKosteloos: vastgesteld(false, 'alleen_asiel')
	});
	expect(subject).toEqual({
		isKosteloos: false,
		grondslag: ['Bi2021 art. 3.7 lid 2', 'Bi2021 art. 3.14 lid 7', 'Ri2021 art. 3.5'],
		besluitDoor: 'duo',
		beoordeling: null,
		reden: { isKosteloos: 'alleen_asiel' }
	});
	expect(answerOf(subject, 'isKosteloos')).toEqual(vastgesteld(false, 'alleen_asiel'));
	expect(() => answerOf({ ...subject, isKosteloos: null, reden: {} }, 'isKosteloos')).toThrow(
		'without a reden'
	);
});

test('values count only when the subject applies', () => {
	const answers = { a: vastgesteld(1) };
	expect(whenApplicable(ja, answers)).toEqual(answers);
	expect(whenApplicable(nee, answers)).toEqual({ a: onbekend('niet_van_toepassing') });
	expect(whenApplicable(eerst, answers)).toEqual({ a: eerst });
});
