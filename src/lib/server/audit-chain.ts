import { auditHash, genesisHash } from './audit.ts';
import { hashOfCut, hashOfKept } from './audit-cut.ts';
import { findLastAudit, findLastCut, listAuditAfter, type AuditCut, type AuditRow } from './db/audit.ts';
import type { Reader } from './db/database.ts';

export interface AuditChain {
	/** The number of the last event: as many as were ever written. */
	events: number;
	/** Hash of the last event: kept elsewhere, it shows a tail that was cut off (AUD-07). */
	head: string;
	/** How many old ones went by their term (AUD-08). */
	removed: number;
	/** The first event that is not what was written; absent when all are. */
	brokenAt?: number;
	/** How a head that was known before stands in the log: there, older than what is kept, or not there. */
	known?: 'er' | 'weg' | 'anders';
}
export interface KnownHead {
	seq: number;
	hash: string;
}

const page = 1000;

async function* pages(tx: Reader, after: number): AsyncGenerator<AuditRow[]> {
	for (let seq = after; ;) {
		const rows = await listAuditAfter(tx, seq, page);
		yield rows;
		const last = rows.at(-1);
		if (rows.length < page || !last) return;
		seq = last.seq;
	}
}

const isAsWritten = ({ hash, ...row }: AuditRow) => auditHash(row) === hash;

/** What stayed of the time before a cut: each row as written, and together as many and the same as the cut says. */
async function readKept(tx: Reader, cut: AuditCut): Promise<{ brokenAt?: number; kept: KnownHead[] }> {
	const kept: KnownHead[] = [];
	for await (const rows of pages(tx, 0))
		for (const row of rows) {
			if (row.seq > cut.seq) return { kept, brokenAt: agree(cut, kept) };
			if (!isAsWritten(row)) return { kept, brokenAt: row.seq };
			kept.push({ seq: row.seq, hash: row.hash });
		}
	return { kept, brokenAt: agree(cut, kept) };
}
const agree = (cut: AuditCut, kept: KnownHead[]) =>
	kept.length === cut.kept && hashOfKept(kept) === cut.keptHash ? undefined : cut.seq;

/** Recomputes the whole audit log: a changed, missing, added or moved event shows. @param known a head of before */
export async function auditChain(tx: Reader, known?: KnownHead): Promise<AuditChain> {
	const cut = await findLastCut(tx);
	const before = cut ? await readKept(tx, cut) : { kept: [], brokenAt: undefined };
	const seen = new Set([...before.kept, ...(cut ? [cut] : [])].map(({ seq, hash }) => `${seq}:${hash}`));
	let [events, head] = [cut?.seq ?? 0, cut?.hash ?? genesisHash];
	const removed = events - before.kept.length;
	const wanted = known && `${known.seq}:${known.hash}`;
	let isKnown = wanted !== undefined && seen.has(wanted);
	let isAttested = !cut;
	const broken = (brokenAt: number) => ({ events, head, removed, brokenAt });
	if (before.brokenAt !== undefined) return broken(before.brokenAt);
	for await (const rows of pages(tx, events))
		for (const row of rows) {
			if (row.seq !== events + 1 || row.previousHash !== head || !isAsWritten(row)) return broken(events + 1);
			[events, head] = [row.seq, row.hash];
			isKnown ||= `${events}:${head}` === wanted;
			isAttested ||= row.action === 'bewaring.cut' && row.objectId === (cut && hashOfCut(cut));
		}
	if (!isAttested) return broken(cut?.seq ?? 0);
	if (!known) return { events, head, removed };
	return { events, head, removed, known: isKnown ? 'er' : cut && known.seq < cut.seq ? 'weg' : 'anders' };
}

/** The number and the hash of the last event. */
export async function auditHead(tx: Reader): Promise<KnownHead> {
	return (await findLastAudit(tx)) ?? { seq: 0, hash: genesisHash };
}
