import { auditHash, genesisHash } from './audit.ts';
import { listAuditAfter } from './db/audit.ts';
import type { Reader } from './db/database.ts';

export interface AuditChain {
	events: number;
	/** Hash of the last event: kept elsewhere, it shows a tail that was cut off (AUD-07). */
	head: string;
	/** The first event that is not what was written; absent when all are. */
	brokenAt?: number;
}

const page = 1000;

/** Recomputes the whole audit log: a changed, missing, added or moved event shows. */
export async function auditChain(tx: Reader): Promise<AuditChain> {
	let [events, head] = [0, genesisHash];
	for (;;) {
		const rows = await listAuditAfter(tx, events, page);
		for (const { hash, ...row } of rows) {
			const isNext = row.seq === events + 1 && row.previousHash === head;
			if (!isNext || auditHash(row) !== hash) return { events, head, brokenAt: events + 1 };
			events = row.seq;
			head = hash;
		}
		if (rows.length < page) return { events, head };
	}
}
