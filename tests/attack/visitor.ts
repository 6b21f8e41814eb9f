import { answerOf, type Answer } from './ask.ts';
import { encoded, formsOf, type Form } from './forms.ts';
import { urlencoded } from './site.ts';
import type { Target } from './target.ts';

type Fields = readonly (readonly [string, string])[];

/** A browser without a screen: keeps its cookies, sends the forms that it finds on a page. */
export class Visitor {
	readonly cookies = new Map<string, string>();
	readonly #target: Target;
	constructor(target: Target, cookie = '') {
		this.#target = target;
		for (const one of cookie.split('; ').filter(Boolean)) this.#take(one);
	}

	get cookie(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}
	/** The value of a cookie of the portal, without its prefix. */
	valueOf(name: string): string | undefined {
		return this.cookies.get(`__Host-${name}`);
	}

	async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
		const { port } = this.#target;
		return this.#keep(await answerOf({ port, path, headers: { cookie: this.cookie, ...headers } }));
	}

	async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
		const { port, origin } = this.#target;
		const all = { cookie: this.cookie, origin, accept: 'text/html', 'content-type': urlencoded, ...headers };
		const body = encoded(fields);
		return this.#keep(await answerOf({ port, path, method: 'POST', headers: all, body }));
	}

	/** The form of a page that is sent to this action, as it would be sent untouched. */
	async formOf(path: string, action: string, holds: Record<string, string> = {}): Promise<Form> {
		const { status, body } = await this.get(path);
		const form = formIn(body, path, action, holds);
		if (!form) throw new Error(`${path} (${status}) has no form ${action}`);
		return form;
	}

	/** Sends such a form with other values for some of its fields. */
	async send({ target, fields }: Form, typed: Record<string, string> = {}): Promise<Answer> {
		return this.post(target, filled(fields, typed));
	}

	#keep(answer: Answer): Answer {
		for (const one of answer.headers['set-cookie'] ?? []) this.#take(one);
		return answer;
	}

	#take(line: string): void {
		const [pair = '', ...rest] = line.split(';');
		const at = pair.indexOf('=');
		const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
		if (rest.some((part) => /^\s*max-age=0$/i.test(part)) || value === '') this.cookies.delete(name);
		else this.cookies.set(name, value);
	}
}

export function formIn(
	html: string,
	path: string,
	action: string,
	holds: Record<string, string> = {}
): Form | undefined {
	const at = path.split('?')[0];
	return formsOf(html, path).find(
		({ target, fields }) =>
			target.split('?')[0] === at &&
			(/\?\/([^&=]+)/.exec(target)?.[1] ?? 'default') === action &&
			Object.entries(holds).every(([name, value]) => fields.some(([n, v]) => n === name && v === value))
	);
}

/** The fields with other values; what the form did not have is added. */
export const filled = (fields: Fields, typed: Record<string, string>): [string, string][] => [
	...fields.map(([name, value]): [string, string] => [name, typed[name] ?? value]),
	...Object.entries(typed).filter(([name]) => !fields.some(([known]) => known === name))
];

/** Signs in as a demo person; the login session is one that the portal made. */
export async function visit(target: Target, persona: string): Promise<Visitor> {
	const visitor = new Visitor(target);
	const { status } = await visitor.post('/demo', [['persona', persona]]);
	if (status !== 303 || !visitor.valueOf('session'))
		throw new Error(`${persona} could not sign in: ${status}`);
	return visitor;
}
