import { answerOf, type Answer } from './ask.ts';
import { encoded, formsOf, inDays, multipart } from './forms.ts';
import { takeChanges } from './plant.ts';
import type { People } from './principals.ts';
import { Score } from './score.ts';
import { urlencoded, type Site } from './site.ts';
import type { Target } from './target.ts';
import { filled } from './visitor.ts';

type SiteForm = Site['forms'][number];
const labelOf = ({ routeId, action }: Pick<SiteForm, 'routeId' | 'action'>) => `${routeId} ${action}`;
const hasKey = ({ fields }: Pick<SiteForm, 'fields'>) =>
	fields.some(([name]) => /^(formKey|key)$/i.test(name));

/** IN-11: each form with a key sent five times at once, and once more afterwards: it happens once. */
export async function duplicates(target: Target, people: People, site: Site): Promise<Score> {
	const score = new Score('G10 duplicates');
	const groups = Map.groupBy(site.forms.filter(hasKey), labelOf);
	const [idle, shows]: [string[], string[]] = [[], []];
	const choices = choicesOf(target, people);
	// What needs that no draft stands goes last: others need the one that stands.
	const queue = [...groups.keys()].toSorted((a, b) => Number(a in withoutDraft) - Number(b in withoutDraft));
	takeChanges(target.db);
	for (let label = queue.shift(); label !== undefined; label = queue.shift()) {
		people.renew();
		if (label in withoutDraft) removeDraft(target, people.a);
		let outcome: 'done' | 'shown' | 'idle' = 'idle';
		let status = 0;
		for (const form of attempts(groups.get(label)!, choices[label])) {
			const answer = await fiveTimes(score, target, form);
			if (answer === 'done') outcome = 'done';
			else {
				// A form that shows what it will do leads to the one that does it.
				for (const next of offered(answer, form).filter((one) => !groups.has(labelOf(one)))) {
					groups.set(labelOf(next), [next]);
					queue.unshift(labelOf(next));
				}
				status = answer.status;
				if (status === 200) outcome = 'shown';
			}
			if (outcome === 'done') break;
		}
		if (outcome === 'idle') idle.push(`${label} (${status})`);
		if (outcome === 'shown') shows.push(label);
	}
	score.print(
		`${groups.size} forms with a key; that only show: ${shows.join(', ') || 'none'}; not tried, because they need more than choices: ${idle.join(', ') || 'none'}`
	);
	return score;
}

/** Of the buttons of a form the plain one first; as the form stands, and with what nobody has to type left empty. */
function* attempts(
	forms: readonly SiteForm[],
	typed: Record<string, string> | undefined
): Generator<SiteForm> {
	const plain = forms.filter(({ button }) => button === undefined || button === 'actie');
	const [first] = plain.length > 0 ? plain : forms;
	if (!first) return;
	const empty = first.fields.map(([name, value]): [string, string] => [name, value === 'Aanval' || name === 'zin_kies' ? '' : value]); // prettier-ignore
	if (typed) {
		yield { ...first, fields: filled(empty, typed) };
		return;
	}
	yield first;
	yield { ...first, fields: empty };
}

/** Forms on the page that came back. */
const offered = ({ status, body }: Answer, form: SiteForm): SiteForm[] =>
	status === 200
		? formsOf(body, form.target).filter(hasKey).map((one) => ({ ...form, ...one, action: /\?\/([^&=]+)/.exec(one.target)?.[1] ?? 'default' })).filter((one) => one.target.split('?')[0] === form.target.split('?')[0]) // prettier-ignore
		: [];

/** `done` when it did something; otherwise the first answer. */
async function fiveTimes(
	score: Score,
	{ port, origin, db }: Target,
	form: SiteForm
): Promise<'done' | Answer> {
	const label = `${form.by.name} ${labelOf(form)}`;
	const last = db.prepare('select coalesce(max(seq), 0) from audit_events').pluck().get() as number;
	const sent = form.isMultipart ? multipart(form.fields) : { type: urlencoded, body: encoded(form.fields) };
	const headers = { cookie: form.by.cookie, origin, accept: 'text/html', 'content-type': sent.type };
	const send = () => answerOf({ port, path: form.target, method: 'POST', headers, body: sent.body });
	const answers = await Promise.all(Array.from({ length: 5 }, send));
	const changes = takeChanges(db).filter(({ tbl }) => tbl !== 'sign_in_tries');
	if (changes.length === 0) return answers[0]!;
	const events = db
		.prepare(
			"select action, subject_id as subject, object_id as object, count(*) as n from audit_events where seq > ? and result = 'ok' and action not like '%.read' and action not like '%.list' and action not like '%.search' group by 1, 2, 3"
		)
		.all(last) as { action: string; subject: string; object: string; n: number }[];
	const again = await send();
	const later = takeChanges(db);
	const keys = changes.filter(({ tbl, op }) => tbl === 'idempotency_keys' && op === 'insert').length;
	const statuses = answers.map(({ status }) => status).join(' ');
	score.cell(label, [
		[...answers, again].some(({ status }) => status >= 500) && `answered ${statuses} ${again.status}`,
		keys > 1 && `${keys} keys`,
		...events.filter(({ n }) => n > 1).map(({ action, n }) => `${n} × ${action}`),
		twice(db, last) && `the same action for one person: ${twice(db, last)}`,
		later.length > 0 && `sent again it did ${later.map(({ op, tbl }) => `${op} ${tbl}`).join(', ')}`
	]);
	return 'done';
}

/** Actions that happen to one person with more than one object by one form: each lesson, each day. */
const manyAtOnce = ['uren.record', 'uren.confirm', 'afspraak.create'];

/** Whether one action happened to one person with more than one object: what a second row would show. */
function twice(db: Target['db'], last: number): string | undefined {
	const row = db
		.prepare(
			`select action, count(distinct object_id) as n from audit_events where seq > ? and result = 'ok' and action not like '%.read' and subject_id is not null and object_id is not null and action not in (${manyAtOnce.map(() => '?').join(', ')}) group by action, subject_id having n > 1`
		)
		.get(last, ...manyAtOnce) as { action: string; n: number } | undefined;
	return row && `${row.n} × ${row.action}`;
}

/** Begin a draft, which stands already since the site was explored. */
const withoutDraft: Record<string, true> = {
	'/admin/inburgeraars/[id]/pip nieuw': true,
	'/admin/inburgeraars/[id]/pip terug': true
};

function removeDraft({ db }: Target, a: string): void {
	const draft = db.prepare('select versie from pips where inburgeraar_id = ? and published_at is null').pluck().get(a); // prettier-ignore
	if (draft !== undefined)
		for (const table of ['pip_afspraken', 'pips'])
			db.prepare(`delete from ${table} where inburgeraar_id = ? and versie = ?`).run(a, draft);
	takeChanges(db);
}

const freshKey = () => Array.from({ length: 22 }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(Math.random() * 26)]).join(''); // prettier-ignore

/** What somebody would choose and type, where the first choice of everything is refused. */
function choicesOf({ db }: Target, people: People): Record<string, Record<string, string>> {
	const past = inDays(-7);
	const { name, born } = db.prepare('select name, geboortedatum as born from people join inburgeraren on inburgeraar_id = id where id = ?').get(people.b) as { name: string; born: string }; // prettier-ignore
	db.prepare('delete from calendar_feeds where person_id = ?').run(people.a);
	const colleague = people.byName('K2').personId ?? '';
	return {
		'/admin/inburgeraars/[id]/resultaten event': {
			day: past,
			slot_start: past,
			slot_laatsteDag: inDays(700)
		},
		'/admin/inburgeraars/[id]/resultaten attempt': { day: past },
		'/admin/inburgeraars/[id]/uren record': { day: past, minutes: '1:30', enrolmentId: '' },
		'/admin/inburgeraars/[id]/uren/[uur] correct': { minutes: '1:37' },
		'/admin/noodinzage open': { naam: name, geboortedatum: born.split('-').toReversed().join('-'), reden: 'Er is iets dringends aan de hand' }, // prettier-ignore
		'/admin/overdracht/nieuw bekijken': { wie: people.a, welke: 'gekozen', naar: colleague, vanaf: inDays(14), tot: '' }, // prettier-ignore
		'/admin/activiteiten/[activiteit] bewaar': {
			title: 'Aanval',
			place: 'Buurthuis',
			van: '10:00',
			totTijd: '11:00'
		},
		'/admin/cursussen/[cursus] bewaar': { aanbieder: 'Aanval', cursus: 'Taal B1', sleutel: 'aanval-b1', bron: 'https://school.example', plaats: 'Waterrijk' }, // prettier-ignore
		'/admin/uren/groep/[groep]/behaald default': { gedaan: 'pvt_activiteit' },
		'/admin/medewerkers/nieuw default': { naam: 'Aanval Nieuw', email: 'aanval-nieuw@attack.example', rol: 'consulent', organisatie: '' }, // prettier-ignore
		'/(inburgeraar)/afspraken/agenda maak': { formKey: freshKey() },
		'/admin/inburgeraars/[id]/afspraken/nieuw default': {
			dag: inDays(41),
			tijd: '11:15',
			plaats: 'Stadhuis',
			herhaal: ''
		},
		'/admin/inburgeraars/[id]/pip nieuw': { formKey: freshKey() },
		'/admin/inburgeraars/[id]/pip terug': { formKey: freshKey() },
		'/admin/inburgeraars/[id]/pip/concept publiceer': { toelichting: 'Aanval', reden: 'wens', zin_kies: '' },
		'/admin/inburgeraars/[id]/pip/concept/afspraken/[afspraak] default': { formKey: freshKey(), vanafDagen: '', totDagen: '', tot: inDays(60), zin_kies: '' }, // prettier-ignore
		'/admin/afspraken/nieuw bekijk': { wie: people.a, titel: 'Aanval', plaats: 'Stadhuis', taal: '', groep: '', route: '', activiteit: '', zoek: '' } // prettier-ignore
	};
}
