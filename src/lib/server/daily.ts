import { auditHead } from './audit-chain.ts';
import { zone } from './clock.ts';
import { database } from './db/current.ts';
import { insertJob, removeJob } from './db/jobs.ts';
import { log } from './log.ts';
import { runRetention } from './retention.ts';

/** Hour of the night in the Netherlands from which the work of the day may begin. */
const fromHour = 3;
const often = 10 * 60_000;

/** What the server does once a day, whatever number of processes there is. */
const work: Record<string, (now: Temporal.Instant) => Promise<void>> = {
	/** AUD-07: kept by whoever collects the log, it shows a tail that was cut off or rewritten. */
	async audit_head() {
		const { seq, hash } = await auditHead(database().read);
		log().info({ event: 'audit.head', seq, head: hash }, 'head of the audit log');
	},
	async retention(now) {
		const { dossiers, held, unknown, counts } = await runRetention(now);
		log().info(
			{ event: 'retention', dossiers, held, unknown, rows: counts },
			'removed what is past its term'
		);
	}
};

/** Does each work once on this day, if it is late enough; what fails is tried again later. */
export async function runDaily(now: Temporal.Instant, of = work): Promise<void> {
	const local = now.toZonedDateTimeISO(zone);
	if (local.hour < fromHour) return;
	for (const [name, todo] of Object.entries(of)) {
		const key = `${name}:${local.toPlainDate().toString()}`;
		if (!(await database().transaction((tx) => insertJob(tx, key, now)))) continue;
		try {
			await todo(now);
		} catch (error) {
			log().error({ event: 'daily', job: name, err: error }, 'will be tried again');
			await database().transaction((tx) => removeJob(tx, key));
		}
	}
}

/** Looks every ten minutes whether the work of the day is still to be done. @returns what ends it, after what runs */
export function startDaily(clock: () => Temporal.Instant): () => Promise<void> {
	let running: Promise<void> = Promise.resolve();
	const look = () => {
		running = running
			.then(() => runDaily(clock()))
			.catch((error: unknown) => log().error({ event: 'daily', err: error }, 'could not look'));
	};
	const timer = setInterval(look, often);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await running;
	};
}
