// Loaded when somebody taps Listen: reads a text, or the essential sentences of a page, one by one. A second tap stops.
const essential =
	'h1,h2,h3,h4,legend,.inb-moment,.inb-facts li,.inb-bring li,.inb-action,.inb-meter p,.inb-term p,.inb-step--now p,.inb-strong,.inb-tile,.inb-choice,.inb-listrow__text,.utrecht-paragraph:not(.inb-soft),.utrecht-button,.utrecht-form-label';
const shut = 'details:not([open])';

// `12 / 40`, as it is said.
const of = { nl: 'van', en: 'of', ar: 'من', tr: 'bölü', fr: 'sur', es: 'de', uk: 'із', ru: 'из' };
// The names of months differ from country to country (ar) or mean other days (ti): their numbers do not.
const numbered = /^(ar|ti)/;

const oneByOne = (digits) => digits.replace(/[ -]+/g, ', ').replace(/[\d+](?=\d)/g, '$& ');

function dateOf(lang, day, month, year) {
	if (numbered.test(lang) || !Intl.DateTimeFormat.supportedLocalesOf(lang)[0])
		return [+day, +month, year].join(', ');
	return new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' })
		.format(Date.UTC(year, month - 1, day));
}

function timeOf(lang, hour, minute) {
	if (!/^(nl|fr)/.test(lang)) return `${+hour}:${minute}`;
	const hours = new Intl.NumberFormat(lang, { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(hour);
	return +minute ? `${hours} ${+minute}` : hours;
}

/** Dates, times, telephone numbers, postcodes and abbreviations as a voice has to say them. */
export function spoken(text, lang) {
	return text
		.replace(/\b(\d\d?)-(\d\d?)-(\d{4})\b/g, (_, ...date) => dateOf(lang, ...date))
		.replace(/(\d)[–-](?=\d\d?:\d)/g, '$1, ')
		.replace(/\b(\d+):(\d\d)\b( uur| heures?)?/g, (_, ...time) => timeOf(lang, ...time))
		.replace(/(\d) ?\/ ?(?=\d)/g, `$1 ${of[lang.split('-')[0]] ?? ','} `)
		.replace(/(\+|\b0)\d[\d -]{6,}\d|\b14 0\d+\b|\b\d{4}(?= ?[A-Z]{2}\b)/g, oneByOne)
		.replace(/\b(MAP|PVT|KNM|COA|UWV|BSN)\b/g, (letters) => [...letters].join(' '));
}

/** The words of one element, in runs of one language: not the Dutch beside them, no pictures. */
function runsOf(element) {
	const walker = document.createTreeWalker(element, 4);
	const runs = [];
	while (walker.nextNode()) {
		const { data, parentElement: parent } = walker.currentNode;
		const beside = parent.closest('.nl');
		if ((beside && beside !== element && element.contains(beside)) || parent.closest('svg,[data-listen]')) continue;
		const text = data.replace(/\s+/g, ' ').trim();
		const source = parent.closest('[lang]');
		const last = runs.at(-1);
		if (!text) continue;
		if (last?.source.lang === source.lang) last.text += ` ${text}`;
		else runs.push({ source, text });
	}
	return runs;
}

/** A long text stops halfway on some devices; a sentence does not. */
function sentencesOf(element) {
	const parts = element.matches('main')
		? [...element.querySelectorAll(essential)].filter(
				(part) => !part.parentElement.closest(essential) && (!part.closest(shut) || part.closest('summary'))
			)
		: [element];
	return parts.flatMap(runsOf).flatMap(({ source, text }) =>
		spoken(text, source.lang)
			.split(/(?<=[.!?؟።]) |(?<=。)/)
			.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
			.map((sentence) => [sentence, source])
	);
}

let turn = 0;
// Kept here: a browser may forget an utterance that nothing holds, and then its end never comes.
let utterance;

function stop() {
	turn++;
	speechSynthesis.cancel();
	for (const button of document.querySelectorAll('[data-listen]')) button.setAttribute('aria-pressed', false);
}

/** @param voicesOf the voices of the device for the language of an element; what has none is left out */
export async function listen(button, element, voicesOf) {
	const isOn = button.getAttribute('aria-pressed') === 'true';
	stop();
	if (isOn) return;
	addEventListener('pagehide', stop, { once: true });
	const mine = turn;
	button.setAttribute('aria-pressed', true);
	// What is said at once after cancel() is lost.
	await new Promise((ready) => setTimeout(ready, 60));
	for (const [sentence, source] of sentencesOf(element)) {
		if (mine !== turn) return;
		const voices = voicesOf(source);
		// A voice of the device itself costs no data.
		const voice = voices.find((one) => one.localService) ?? voices[0];
		if (!voice) continue;
		utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: voice.lang });
		await new Promise((next) => {
			utterance.onend = utterance.onerror = next;
			speechSynthesis.speak(utterance);
		});
	}
	if (mine === turn) stop();
}
