import { answerOf } from './ask.ts';
import { encoded, multipart } from './forms.ts';
import { takeChanges } from './plant.ts';
import type { People } from './principals.ts';
import { Score } from './score.ts';
import { urlencoded, type Site } from './site.ts';
import type { Target } from './target.ts';

/** IN-11: each form with a key sent five times at once, and once more afterwards: it happens once. */
export async function duplicates(target: Target, people: People, site: Site): Promise<Score> {
	const score = new Score('G10 duplicates');
	const { port, origin, db } = target;
	const withKey = site.forms.filter(({ fields }) => fields.some(([name]) => /^(formKey|key)$/i.test(name)));
	const first = withKey.filter(
		(form, at) =>
			withKey.findIndex((one) => one.routeId === form.routeId && one.action === form.action) === at
	);
	const idle: string[] = [];
	takeChanges(db);
	for (const form of first) {
		people.renew();
		const label = `${form.by.name} ${form.routeId} ${form.action}`;
		const last = db.prepare('select coalesce(max(seq), 0) from audit_events').pluck().get() as number;
		const sent = form.isMultipart ? multipart(form.fields) : { type: urlencoded, body: encoded(form.fields) };
		const send = () =>
			answerOf({
				port,
				path: form.target,
				method: 'POST',
				headers: { cookie: form.by.cookie, origin, accept: 'text/html', 'content-type': sent.type },
				body: sent.body
			});
		const answers = await Promise.all(Array.from({ length: 5 }, send));
		const changes = takeChanges(db);
		const events = db
			.prepare(
				"select action, subject_id as subject, object_id as object, count(*) as n from audit_events where seq > ? and result = 'ok' and action not like '%.read' and action not like '%.list' and action not like '%.search' group by 1, 2, 3"
			)
			.all(last) as { action: string; subject: string; object: string; n: number }[];
		const again = await send();
		const later = takeChanges(db);
		if (changes.length === 0) {
			idle.push(`${form.routeId} ${form.action}`);
			continue;
		}
		const keys = changes.filter(({ tbl, op }) => tbl === 'idempotency_keys' && op === 'insert').length;
		const statuses = answers.map(({ status }) => status).join(' ');
		score.cell(label, [
			[...answers, again].some(({ status }) => status >= 500) && `answered ${statuses} ${again.status}`,
			keys > 1 && `${keys} keys`,
			...events.filter(({ n }) => n > 1).map(({ action, n }) => `${n} × ${action}`),
			twice(db, last) && `the same action for one person: ${twice(db, last)}`,
			later.length > 0 && `sent again it did ${later.map(({ op, tbl }) => `${op} ${tbl}`).join(', ')}`
		]);
	}
	score.print(
		`${first.length} forms with a key; not tried, because the form needs more than first choices: ${idle.join(', ') || 'none'}`
	);
	return score;
}

/** Whether one action happened to one person with more than one object: what a second row would show. */
function twice(db: Target['db'], last: number): string | undefined {
	const row = db
		.prepare(
			"select action, count(distinct object_id) as n from audit_events where seq > ? and result = 'ok' and action not like '%.read' and subject_id is not null and object_id is not null group by action, subject_id having n > 1"
		)
		.get(last) as { action: string; n: number } | undefined;
	return row && `${row.n} × ${row.action}`;
}
