import { pair, use, type Key, type Twist } from '../authenticator.ts';
import { answerOf, type Answer } from './ask.ts';
import { encoded, unescape } from './forms.ts';
import type { Score } from './score.ts';
import { sha256 } from './secrets.ts';
import { urlencoded } from './site.ts';
import type { Target } from './target.ts';

/** A passkey of this person, put into the database: an authenticator that answers over plain HTTP. */
function keyOf({ db }: Target, personId: string, name: string): Key {
	const { privateKey, cose } = pair();
	const id = sha256(`passkey:${name}`);
	db.prepare(
		`insert into passkeys (id, person_id, credential_id, public_key, counter, transports, is_backed_up, kind, created_at)
		values (?, ?, ?, ?, '0', '[]', 0, 'telefoon', ?)`
	).run(id.slice(0, 22), personId, id, Buffer.from(cose).toString('base64url'), Date.now());
	return { id, userHandle: Buffer.from(personId).toString('base64url'), privateKey, counter: 0 };
}

/** AUTH-06, AUTH-10: what is asked tells nobody apart, and neither does a refusal. Needs an authenticator: this one. */
export async function samePasskeyAnswers(
	target: Target,
	ids: { known: string; stopped: string },
	bare: (answer: Answer, typed: string[]) => string,
	score: Score
): Promise<void> {
	const { port, origin } = target;
	const send = (action: string, fields: [string, string][], cookie = '') =>
		answerOf({
			...{ port, path: `/aanmelden/passkey?/${action}`, method: 'POST', body: encoded(fields) },
			headers: { origin, cookie, accept: 'text/html', 'content-type': urlencoded }
		});
	const ask = async () => {
		const answer = await send('vraag', []);
		const [, text = ''] = /data-passkey="([^"]*)"/.exec(answer.body) ?? [];
		const question = JSON.parse(unescape(text)) as { challenge: string; rpId: string };
		const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
		return { answer, question, cookie };
	};
	const [one, two] = [await ask(), await ask()];
	// Without the challenge and the token of the cookie, which are new every time.
	const shown = ({ answer, question, cookie }: typeof one) => {
		const set = String(answer.headers['set-cookie']).replace(cookie, '');
		const headers = { ...answer.headers, 'set-cookie': [set] };
		return bare({ ...answer, headers }, [question.challenge]);
	};
	score.cell('two questions to sign', [shown(one) !== shown(two) && 'another answer']);

	const [known, weg] = [keyOf(target, ids.known, 'bekend'), keyOf(target, ids.stopped, 'gestopt')];
	const answered = async (key: Key, twist: Twist = {}, hasCookie = true) => {
		const { question, cookie } = await ask();
		const typed = use(key, question, { origin, ...twist });
		return send('antwoord', [['antwoord', typed]], hasCookie ? cookie : '');
	};
	const expected = bare(await answered({ ...known, id: sha256('nobody') }), []);
	const used = await ask();
	const typed = use(known, used.question, { origin });
	const refusals: [string, () => Promise<Answer>][] = [
		['a signature of another key', () => answered({ ...weg, id: known.id, userHandle: known.userHandle })],
		['another origin', () => answered(known, { origin: 'https://evil.example' })],
		['another relying party', () => answered(known, { rpId: 'evil.example' })],
		['no finger, face or code', () => answered(known, { isVerified: false })],
		['another person', () => answered(known, { userHandle: weg.userHandle })],
		['a browser that did not ask', () => answered(known, {}, false)],
		['a stopped account, signed rightly', () => answered(weg)],
		['no JSON', () => send('antwoord', [['antwoord', '{']], one.cookie)],
		['nothing', () => send('antwoord', [['antwoord', '']], two.cookie)]
	];
	for (const [name, refused] of refusals) {
		const answer = await refused();
		score.cell(`a passkey, ${name}`, [bare(answer, []) !== expected && `another answer: ${answer.status}`]);
	}
	const right = await send('antwoord', [['antwoord', typed]], used.cookie);
	score.cell('a passkey, signed rightly', [right.status !== 303 && `answered ${right.status}`]);
	const again = await send('antwoord', [['antwoord', typed]], used.cookie);
	score.cell('a passkey, the same answer again', [bare(again, []) !== expected && 'another answer']);
}
