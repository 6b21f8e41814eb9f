import {
	bewaargrens,
	geborenVoor,
	isBewaardGenoeg,
	uiterlijkGeeindigd
} from '#lib/domain/bewaartermijnen.ts';
import { eindeInburgeringsplicht } from '#lib/domain/persoon/eindePlicht.ts';
import { aowDatum } from '#lib/domain/persoon/inburgeringsplicht.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import { valueOf } from '#lib/domain/uitkomst.ts';
import { countOldAudit, cutAuditLog } from './audit-cut.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import { countOldTombstones, removeOldTombstones } from './db/erasure.ts';
import { countPast, findOldest, listOldDossiers, listTerms, removePast, sweeps, updateHeld, updateTerm, type Sweep } from './db/retention.ts'; // prettier-ignore
import { erasable, eraseInburgeraar, type Counts } from './erasure.ts';
import { factsFrom, listFactRows, type FactRows } from './facts.ts';

export interface RetentionReport {
	/** Rows that went, or would go, per table. */
	counts: Counts;
	/** Dossiers that went with their person. */
	dossiers: number;
	/** Old enough, but kept for a court or a complaint. */
	held: number;
	/** Something of long ago looks like an end, but no end of the duty is recorded: nothing is removed (PRIV-06). */
	unknown: number;
}

const atOnce = 200;
const slice = { hours: 24 };

/**
 * Removes what is past its term (PRIV-06, AUD-08); sent again it finds nothing more. With `isDry` it only counts.
 * Each dossier and each day of a table is a transaction of its own, so that people can go on working.
 */
export async function runRetention(now: Temporal.Instant, isDry = false): Promise<RetentionReport> {
	const report: RetentionReport = { counts: {}, dossiers: 0, held: 0, unknown: 0 };
	for (const { id, jaren } of await listTerms(database().read))
		await dossiersOf(id, jaren, report, now, isDry);
	for (const sweep of sweeps) add(report.counts, { [sweep.name]: await swept(sweep, now, isDry) });
	add(report.counts, { tombstones: await oldTombstones(now, isDry) });
	add(report.counts, { audit_events: isDry ? await countOldAudit(now) : await cutAuditLog(now) });
	if (isDry) return report;
	const rows = Object.values(report.counts).reduce((sum, n) => sum + n, 0);
	await database().transaction(
		(tx) =>
		recordAudit(tx, null, { action: 'bewaring.run', objectType: `${report.dossiers} dossiers`, objectId: `${rows} rows` }, now) // prettier-ignore
	);
	await database().forget();
	return report;
}

function add(counts: Counts, more: Counts): void {
	for (const [name, n] of Object.entries(more)) if (n > 0) counts[name] = (counts[name] ?? 0) + n;
}

/** Of a table that grows by thousands a day, a day at a time. */
async function swept(sweep: Sweep, now: Temporal.Instant, isDry: boolean): Promise<number> {
	const border = bewaargrens(sweep.term, now);
	if (isDry) return countPast(database().read, sweep, border);
	let removed = 0;
	for (;;) {
		const oldest = await findOldest(database().read, sweep, border);
		if (!oldest) return removed;
		const next = oldest.add(slice);
		const before = Temporal.Instant.compare(next, border) < 0 ? next : border;
		removed += await database().transaction((tx) => removePast(tx, sweep, before));
	}
}

async function oldTombstones(now: Temporal.Instant, isDry: boolean): Promise<number> {
	const before = dayOf(bewaargrens('grafsteen', now));
	return isDry
		? countOldTombstones(database().read, before)
		: database().transaction((tx) => removeOldTombstones(tx, before));
}

async function dossiersOf(
	gemeenteId: string,
	jaren: number,
	report: RetentionReport,
	now: Temporal.Instant,
	isDry: boolean
): Promise<void> {
	const today = dayOf(now);
	const borders = { ended: uiterlijkGeeindigd(today, jaren), born: geborenVoor(today, jaren) };
	for (let after = ''; ;) {
		const old = await listOldDossiers(database().read, gemeenteId, borders, after, atOnce);
		const rows = await listFactRows(database().read, old.map(({ id }) => id)); // prettier-ignore
		for (const { id, isHeld } of old) {
			const end = endOf(rows.get(id), today);
			if (end === null) report.unknown++;
			else if (!isBewaardGenoeg(end, today, jaren)) continue;
			else if (isHeld) report.held++;
			else await take(id, report, now, isDry);
		}
		after = old.at(-1)?.id ?? '';
		if (old.length < atOnce) return;
	}
}

function endOf(rows: FactRows | undefined, today: Temporal.PlainDate): Temporal.PlainDate | null {
	if (!rows) return null;
	const aow = valueOf(aowDatum(factsFrom(rows, today)));
	return valueOf(eindeInburgeringsplicht(standingRows(rows.events), aow, today));
}

async function take(id: string, report: RetentionReport, now: Temporal.Instant, isDry: boolean) {
	const counts = isDry
		? (await erasable(id))?.counts
		: await database().transaction((tx) => eraseInburgeraar(tx, id, 'termijn', now));
	if (!counts) return;
	report.dossiers++;
	add(report.counts, counts);
}

/** Years that a municipality keeps dossiers after the duty ended; false: no such municipality. */
export async function setTerm(slug: string, jaren: number, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const isSet = await updateTerm(tx, slug, jaren);
		if (isSet) await recordAudit(tx, null, { action: 'bewaring.term', objectType: `${jaren} jaar`, objectId: slug }, now); // prettier-ignore
		return isSet;
	});
}

/** Nothing of a held dossier is removed by itself, however old. False: no such dossier, or so already. */
export async function holdDossier(id: string, isHeld: boolean, now: Temporal.Instant): Promise<boolean> {
	return database().transaction(async (tx) => {
		const isChanged = await updateHeld(tx, id, isHeld ? now : null);
		const action = isHeld ? 'bewaring.hold' : 'bewaring.release';
		if (isChanged) await recordAudit(tx, null, { action, subjectId: id }, now);
		return isChanged;
	});
}
