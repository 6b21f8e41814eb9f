import type { Answer } from './ask.ts';
import type { Form } from './forms.ts';
import type { People } from './principals.ts';
import { Score } from './score.ts';
import { sha256 } from './secrets.ts';
import type { Target } from './target.ts';
import { formIn, filled, visit, Visitor } from './visitor.ts';

/** IN-12, DUR-05: two who change the same at once: one succeeds, the other reads both texts, nothing is lost unseen. */
export async function lostUpdates(target: Target, people: People, rounds: number): Promise<Score> {
	const score = new Score('G8 lost updates');
	people.renew();
	await plans(score, target, people, rounds);
	const sheets = await attendance(score, target, people, rounds);
	score.print(`${String(rounds)} rounds on a plan, ${String(sheets)} on attendance sheets`);
	return score;
}

/** One draft by a consultant and a coordinator, from the same version. */
async function plans(score: Score, target: Target, people: People, rounds: number): Promise<void> {
	const { db } = target;
	const dossier = `/admin/inburgeraars/${people.a}`;
	const both = ['K1', 'CO1'].map((name) => new Visitor(target, people.byName(name).cookie));
	const [first] = both as [Visitor, Visitor];
	const begun = formIn((await first.get(`${dossier}/pip`)).body, `${dossier}/pip`, 'nieuw');
	if (begun) await first.send(begun);
	const draft = db.prepare(
		'select version, cursusinstelling as text from pips where inburgeraar_id = ? and published_at is null'
	);
	const page = `${dossier}/pip/concept/velden`;
	for (let round = 0; round < rounds; round++) {
		const texts = both.map((_, n) => `Ronde ${String(round)} van ${n === 0 ? 'een' : 'twee'}`);
		const forms = await Promise.all(both.map((who) => who.formOf(page, 'default')));
		const before = draft.get(people.a) as { version: number };
		const answers = await Promise.all(
			both.map((who, n) =>
				who.send(forms[n] as Form, { cursusinstelling: texts[n]!, alfabetiseringMinuten: '' })
			)
		);
		const after = draft.get(people.a) as { version: number; text: string };
		const won = answers.findIndex(({ status }) => status === 303);
		const lost = answers[1 - won];
		score.cell(`plan, round ${String(round)}`, [
			statuses(answers) !== '303 409' && `answered ${statuses(answers)}`,
			after.version !== before.version + 1 &&
				`version ${String(before.version)} became ${String(after.version)}`,
			after.text !== texts[won] && 'what stands there is not what succeeded',
			!lost?.body.includes(texts[1 - won]!) && 'the text of who lost is gone',
			!lost?.body.includes(texts[won]!) && 'who lost does not see the other text'
		]);
	}
}

const statuses = (answers: readonly Answer[]) =>
	answers
		.map(({ status }) => String(status))
		.toSorted()
		.join(' ');

/** `2:07` as it is typed, and as pages write it. */
const typedTime = (minutes: number) =>
	`${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;

/** One sheet by two colleagues of a partner and a consultant; of each person one of them records the hours. */
async function attendance(score: Score, target: Target, people: People, rounds: number): Promise<number> {
	const { db } = target;
	const partner = people.byName('P1');
	const second = sha256('g8').slice(0, 22);
	db.prepare(
		`insert into people (id, gemeente_id, partner_id, role, name, name_folded, is_active, is_demo, demo_key, created_at)
		select ?, gemeente_id, partner_id, role, 'Attack', 'attack', 1, 1, ?, created_at from people where id = ?`
	).run(second, second, partner.personId);
	const three: [Visitor, string][] = [
		[new Visitor(target, partner.cookie), '/partner/groep'],
		[await visit(target, second), '/partner/groep'],
		[new Visitor(target, people.byName('K1').cookie), '/admin/uren/groep']
	];
	const groups = await groupsOfAll(three);
	const days = Array.from({ length: 58 }, (_, n) =>
		new Date(Date.now() - (n + 1) * 86_400_000).toISOString().slice(0, 10)
	);
	const places = days.flatMap((day) => groups.map((group) => ({ group, day })));
	const entries = db.prepare(
		'select enrolment_id as course, minutes from hour_entries where day = ? and recorded_at >= ? and corrects_id is null'
	);
	let done = 0;
	for (const { group, day } of places) {
		if (done === rounds) break;
		const forms = await Promise.all(
			three.map(async ([who, base]) => {
				const path = `${base}/${group}?dag=${day}`;
				return formIn((await who.get(path)).body, path, 'default');
			})
		);
		const ids = forms.map(
			(form) => form?.fields.filter(([name]) => name === 'lid').map(([, id]) => id) ?? []
		);
		if (ids.some((list) => list.length === 0)) continue;
		// Whole hours are written as one digit, which says nothing.
		const minutes = three.map((_, n) => 61 + done * 3 + n + Math.floor((done * 3 + n) / 59));
		const since = Date.now();
		const answers = await Promise.all(
			three.map(([who], n) => who.post(forms[n]!.target, sheetOf(forms[n]!, ids[n]!, minutes[n]!)))
		);
		const rows = entries.all(day, since) as { course: string; minutes: number }[];
		const everybody = new Set(ids.flat());
		const pages = await Promise.all(
			answers.map(({ headers }, n) => three[n]![0].get((headers.location ?? '/').replace(target.origin, '')))
		);
		const recorded = minutes.map((own) => rows.filter((row) => row.minutes === own).length);
		score.cell(`sheet ${day}, round ${String(done)}`, [
			statuses(answers) !== '303 303 303' && `answered ${statuses(answers)}`,
			new Set(rows.map(({ course }) => course)).size !== rows.length && 'hours of one person twice',
			rows.length !== everybody.size && `${String(rows.length)} rows for ${String(everybody.size)} people`,
			recorded.reduce((sum, n) => sum + n, 0) !== rows.length && 'minutes that nobody sent',
			...pages.map(
				({ body }, n) =>
					recorded[n]! < ids[n]!.length &&
					!body.includes(typedTime(minutes[n]!)) &&
					`who lost does not see ${typedTime(minutes[n]!)}`
			)
		]);
		done++;
	}
	score.cell('rounds enough on attendance sheets', [done < rounds && `only ${String(done)}`]);
	return done;
}

/** Groups that all of them have. */
async function groupsOfAll(three: readonly [Visitor, string][]): Promise<string[]> {
	const lists = await Promise.all(
		three.map(async ([who, base]) => {
			const { body } = await who.get(base === '/partner/groep' ? '/partner' : '/admin/uren');
			return [...body.matchAll(/\/groep\/([\w-]{22})/g)].map(([, id = '']) => id);
		})
	);
	return [...new Set(lists[0])].filter((id) => lists.every((list) => list.includes(id)));
}

/** Everybody was there, so long. */
const sheetOf = ({ fields }: Form, ids: readonly string[], minutes: number): [string, string][] => [
	...filled(
		fields.filter(([name]) => name !== 'was'),
		{ duur: typedTime(minutes) }
	),
	...ids.map((id): [string, string] => ['was', id])
];
