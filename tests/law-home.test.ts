import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// The law lives in src/lib/domain: no legal number and no date arithmetic of the law stands anywhere else (issue 3).

/** What belongs in the domain. Comments are not looked at. */
const rules: [name: string, pattern: RegExp][] = [
	['a norm of the law in minutes', /\b(?:720|2_?400|27_?000|36_?000|48_?000)\b/],
	[
		'a legal number beside a legal word',
		/^(?=.*(?:termijn|schakel|verleng|afschal|bezwaar|ontzorg|uiterlijk|pvt|module_?map|knm|nt2|inburgering|norm|leerroute|uren|maanden|weken)).*(?<![\w.-])(?:10|12|16|18|24|36|40|70|112|450|600|800|1095)(?![\w.-])/i
	],
	[
		'a period in months, weeks or years',
		/\b(?:months|maanden|weeks|weken|years|jaren)['"]?\s*[:=]\s*-?[1-9]/
	],
	['a total that is the law’s to give', /\b(?:norm|nodig|van|of)\s*:\s*[1-9]\d*\b/],
	['a day moved', /\.(?:add|subtract)\(\s*\{[^}]*\b(?:days|weeks|months|years)\b/],
	['days between two days', /\.(?:until|since)\(/],
	[
		'the calendar of the domain',
		/\b(?:plusDagen|plusMaanden|minMaanden|laatsteDag|dagenTussen|aantalDagen|gewoneDag|duur|duurtMinstens)\(/
	],
	['Date arithmetic', /\bDate\.UTC\(|\.set(?:UTC)?(?:Date|Month|FullYear)\(/],
	['a parameter of the law', /\bparameter\(/]
];

/** Arithmetic that is not the law's. `part` stands in the line; the reason is for the reader. */
const allowed: [file: string, part: string, reason: string][] = [
	[
		'src/lib/server/activation-letters.ts',
		'now.add({ hours: 24 * days })',
		'how long a letter with a code works'
	],
	['src/lib/server/sign-in-tries.ts', 'now.until(until)', 'how long somebody waits after wrong passwords'],
	[
		'src/lib/server/break-glass.ts',
		'now.until(until)',
		'how long an opening outside the caseload still lasts'
	],
	['src/lib/server/mail/waits.ts', 'const minutes =', 'how long mail waits after a refusal'],
	['src/routes/+layout.server.ts', 'now.until(actor.endsAt)', 'when the warning before the idle end appears'],
	['src/lib/server/appointment-answers.ts', 'plusDagen(', 'days on which a participant can propose to come'],
	['src/lib/server/appointment-answers.ts', 'gewoneDag(', 'the same: not in the weekend'],
	[
		'src/lib/server/appointments.ts',
		'dagenTussen(dayOf(now), dayOf(row.startsAt))',
		'in how many days an appointment is'
	],
	[
		'src/lib/server/pips.ts',
		'const dagenGeleden =',
		'how long a change of the plan is news on the home page'
	],
	[
		'src/lib/server/progress.ts',
		'plannedLessons(',
		'lessons ahead while there is no term: a year of calendar'
	],
	[
		'src/lib/server/controle.ts',
		'day.subtract({ days: day.dayOfWeek - 1 })',
		'the Monday of a week of the review'
	],
	['src/lib/server/controle.ts', '({ weeks:', 'leafing through the weeks of the review'],
	['src/routes/admin/controle/+page.server.ts', 'monday.add({ days: 6 })', 'the last day of that week'],
	['src/lib/server/inzage.ts', '({ months: 1 })', 'leafing through the months of who looked'],
	['src/lib/server/security-txt.ts', 'plusDagen(', 'when security.txt ends'],
	['src/lib/server/security-txt.ts', 'dagenTussen(', 'the same: in how many days'],
	['src/lib/server/partner-lessons.ts', 'plusDagen(', 'the days for which a partner can register lessons'],
	['src/lib/server/partner.ts', 'plusDagen(', 'weeks of the calendar of a partner'],
	['src/lib/ui/pip/phrases.ts', 'Math.floor(maanden / 12)', 'months said as years and months'],
	// The number itself stays in the domain: these lines ask for it.
	[
		'src/lib/server/facts.ts',
		"parameter('zCursus', today)",
		'a norm typed by hand may be lower than the law, never higher'
	],
	['src/lib/server/pip-drafts.ts', "parameter('pvt')", 'what a new draft proposes'],
	['src/lib/server/pip-drafts.ts', "parameter('moduleMapPraktijk')", 'what a new draft proposes'],
	[
		'src/routes/admin/inburgeraars/[id]/pip/concept/draft.server.ts',
		"parameter('zCursus')",
		'a norm typed by hand: not higher'
	]
];

type Find = { rule: string; line: string };

function withoutComments(code: string): string {
	return code.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
const findsIn = (code: string): Find[] =>
	withoutComments(code)
		.split('\n')
		.filter((line) => !/^\s*import\b/.test(line))
		.flatMap((line) =>
			rules.filter(([, pattern]) => pattern.test(line)).map(([rule]) => ({ rule, line: line.trim() }))
		);

const elsewhere = /^src\/lib\/(?:domain|paraglide|server\/demo)\/|\.test\.ts$|^src\/lib\/ui\/pictograms\.ts$/;
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((file) => `src/${file}`)
	.filter((file) => /\.(?:ts|svelte)$/.test(file) && !elsewhere.test(file));
const finds = files.flatMap((file) => findsIn(readFileSync(file, 'utf8')).map((find) => ({ file, ...find })));
const isAllowed = ({ file, line }: { file: string; line: string }) =>
	allowed.some(([path, part]) => path === file && line.includes(part));

test('no legal number and no legal date arithmetic stands outside src/lib/domain', () => {
	const faults = finds.filter((find) => !isAllowed(find));
	expect(faults.map(({ file, rule, line }) => `${file}: ${rule}: ${line}`)).toEqual([]);
});

test('everything that is allowed is still there', () => {
	const stale = allowed.filter(
		([path, part]) => !finds.some(({ file, line }) => file === path && line.includes(part))
	);
	expect(stale).toEqual([]);
});

test.each([
	['const norm = 720;', 'a norm of the law in minutes'],
	['if (minutes >= 48_000) return true;', 'a norm of the law in minutes'],
	['const schakelenTot = after(start, 18);', 'a legal number beside a legal word'],
	['<p>{600 - nt2Hours}</p>', 'a legal number beside a legal word'],
	['const pipUiterlijk = days(kennisgeving, 70);', 'a legal number beside a legal word'],
	['const length = { months: 36 };', 'a period in months, weeks or years'],
	['const maanden = 6;', 'a period in months, weeks or years'],
	['const exams = { passed, of: 5 };', 'a total that is the law’s to give'],
	['const end = start.add({ years: 3 });', 'a day moved'],
	['end = start.subtract({ days: 1 })', 'a day moved'],
	['const left = today.until(end).days;', 'days between two days'],
	['const end = laatsteDag(start, months);', 'the calendar of the domain'],
	['{plusMaanden(start, n)}', 'the calendar of the domain'],
	['new Date(Date.UTC(y, month + 3, d))', 'Date arithmetic'],
	['date.setMonth(date.getMonth() + 18)', 'Date arithmetic'],
	["const norm = parameter('pvt');", 'a parameter of the law']
])('the search finds: %s', (planted, rule) => {
	expect(findsIn(`const before = 1;\n${planted}\n`).map((find) => find.rule)).toContain(rule);
});

test.each([
	'/** Wi2021 art. 11: 36 months, plusMaanden(start, 36). */',
	'\t// The term is start.add({ years: 3 }).',
	"import { laatsteDag } from '#lib/domain/dag.ts';",
	'const { laatsteDag } = outcome.inburgeringstermijn;',
	'const end = startsAt.add({ minutes });',
	"const url = 'https://wetten.overheid.nl/36';",
	'<circle cx="122" cy="18" r="9" />',
	'z.object({ pin: z.string().max(40) })'
])('the search leaves alone: %s', (line) => {
	expect(findsIn(line)).toEqual([]);
});

// The words: a number of the law comes into a message through a placeholder.

type Text = string | { match: Record<string, string> }[];
const texts = readdirSync('messages')
	.filter((file) => file.endsWith('.json'))
	.flatMap((file) => {
		const { $schema: _schema, ...messages } = JSON.parse(readFileSync(`messages/${file}`, 'utf8'));
		return Object.entries(messages as Record<string, Text>).flatMap(([key, text]) =>
			(typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match))).map(
				(sentence) => [`${file}: ${key}`, sentence] as const
			)
		);
	});

/** What counts as a unit of the law, per script; `keer` and `times` are too common to say anything. */
const units = [
	'uur|uren|jaar|jaren|maand|maanden|week|weken|dag|dagen|pogingen|thema[’‘]?s',
	'hours?|years?|months?|weeks?|days?|attempts|themes',
	'ساعة|ساعات|سنة|سنوات|سنين|شهر|شهرًا|أشهر|شهور|أسبوع|أسبوعًا|أسابيع|يوم|يومًا|أيام',
	'ሰዓት\\p{L}*|ዓመት\\p{L}*|ዓመታት\\p{L}*|ወርሒ\\p{L}*|ኣዋርሕ\\p{L}*|ሰሙን\\p{L}*|ሰሙናት\\p{L}*|መዓልቲ\\p{L}*|መዓልታት\\p{L}*'
].join('|');
const numberWords =
	'anderhalf|twee|drie|zes|acht|tien|twaalf|veertig|zestien|two|three|six|eight|ten|twelve|sixteen|forty';
const typed = new RegExp(
	`(?<![\\p{L}\\p{Nd}])(?:\\p{Nd}[\\p{Nd}.,]*|${numberWords})[\\s-]+(?:${units})(?!\\p{L})`,
	'iu'
);
const norms =
	/(?<![\p{L}\p{Nd}:.,-])(?:36|40|70|450|600|720|800|1095|2[.,]?400|27[.,]?000|36[.,]?000|48[.,]?000)(?![\p{Nd}:-])/u;

/** Neither placeholders, nor articles and names of acts, nor the names of levels are numbers of the law. */
const spoken = (sentence: string) =>
	sentence
		.replaceAll(/\{\w+\}/g, '…')
		.replaceAll(/\b(?:Wi|Bi|Ri)20\d\d art\. [\d.]+(?: lid \d+)?/g, '…')
		.replaceAll(/\b[ABC][12]\b/g, '…');
const hasLegalNumber = (sentence: string) => typed.test(spoken(sentence)) || norms.test(spoken(sentence));

/** Not of the law: the reason stands behind the key. */
const allowedWords: [key: string, reason: string][] = [['admin_uren_fout_duur', 'a day has 24 hours']];

test('no message holds a number of the law outside a placeholder', () => {
	const faults = texts.filter(
		([place, sentence]) =>
			hasLegalNumber(sentence) && !allowedWords.some(([key]) => place.endsWith(` ${key}`))
	);
	expect(faults.map(([place, sentence]) => `${place}: ${sentence}`)).toEqual([]);
});

test('every message that is allowed a number still has one', () => {
	const stale = allowedWords.filter(
		([key]) => !texts.some(([place, sentence]) => place.endsWith(` ${key}`) && hasLegalNumber(sentence))
	);
	expect(stale).toEqual([]);
});

test.each([
	'Voor de MAP doet u 40 uur praktijk.',
	'U hebt 3 jaar de tijd.',
	'De termijn van drie jaar begint.',
	'Telt de uren tot 800.',
	'You have three years.',
	'At least 12 hours.',
	'لديك 3 سنوات.',
	'٤٠ ساعة',
	'3 ዓመታትኩም ይጅምር',
	'Afschalen na 36.000 minuten'
])('the search finds in a message: %s', (sentence) => {
	expect(hasLegalNumber(sentence)).toBe(true);
});

test.each([
	'{count} van {norm} uur',
	'Vul 6 cijfers in.',
	'Bel 112.',
	'Bijvoorbeeld: Stadhuis, kamer 2.14',
	'Schrijf de tijd als 14:30',
	'Niveau B1 of A2',
	'Vul de lesuren in (Wi2021 art. 15 lid 2)',
	'Schrijf de datum als 23-11-2026'
])('the search leaves alone in a message: %s', (sentence) => {
	expect(hasLegalNumber(sentence)).toBe(false);
});
