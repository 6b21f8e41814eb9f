import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** The password from the terminal, asked twice and not shown; else the first line of standard input. */
export async function readPassword(): Promise<string> {
	if (!process.stdin.isTTY) {
		for await (const line of createInterface({ input: process.stdin })) return line;
		throw new Error('Expected the password on standard input');
	}
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true });
	try {
		const [first, second] = [await ask('Password: '), await ask('Once more: ')];
		if (first !== second) throw new Error('The two are not the same.');
		return first;
	} finally {
		asking.close();
	}

	async function ask(question: string): Promise<string> {
		process.stderr.write(question);
		const answer = await asking.question('');
		process.stderr.write('\n');
		return answer;
	}
}
