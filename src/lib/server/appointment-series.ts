import type { Clash } from '#lib/domain/clash.ts';
import { seriesDays, shifted, type Rhythm } from '#lib/domain/series.ts';
import { isFeestdag } from '#lib/domain/wet/feestdagen.ts';
import type { Staff } from './actor.ts';
import { clashFinder, isDouble } from './appointment-clashes.ts';
import { draftFields, editAppointment, mayBeWith, type Changed, type Warning } from './appointment-plans.ts';
import { applyChange, makeAppointment, writeCancel, type AppointmentDraft, type CancelForm } from './appointment-record.ts'; // prettier-ignore
import { dayOf, momentOf, zone } from './clock.ts';
import { listSeries, type Appointment } from './db/appointments.ts';
import { database } from './db/current.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { isSameZinnen } from './zinnen.ts';

const seriesAction = 'afspraak.series';
type Key = { inburgeraarId: string; id: string };

/** The moments of a series and the holidays that it leaves out. A local time that is skipped that night is left out too. */
export function seriesMoments(rhythm: Rhythm, time: string) {
	const { days, holidays } = seriesDays(rhythm);
	const moments = days.flatMap((day) => {
		const startsAt = momentOf(day, time);
		return startsAt ? [{ day, startsAt }] : [];
	});
	return { moments, holidays };
}

/** Every moment with what stands in its way, before anything is written. Undefined: not the actor's dossier. */
export async function previewSeries(
	actor: Staff,
	inburgeraarId: string,
	draft: AppointmentDraft,
	moments: readonly Temporal.Instant[]
): Promise<{ startsAt: Temporal.Instant; clashes: Clash[] }[] | undefined> {
	if (!(await dossierFor(actor, inburgeraarId))) return undefined;
	const wanted = moments.map((startsAt) => ({ ...draft, startsAt }));
	const clashesFor = await clashFinder(database().read, [inburgeraarId], wanted);
	return wanted.map((row) => ({ startsAt: row.startsAt, clashes: clashesFor(inburgeraarId, row) }));
}

/**
 * Makes all appointments of a series, each with an id of its own, in one transaction.
 * Undefined: not the actor's dossier, or somebody with whom it cannot be. `dubbel`: one of them exists already.
 */
export async function planSeries(
	actor: Staff,
	inburgeraarId: string,
	draft: AppointmentDraft,
	form: { key: string; moments: readonly Temporal.Instant[] },
	now: Temporal.Instant
): Promise<{ kind: 'gepland'; id: string } | { kind: 'dubbel' } | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier || !mayBeWith(draft, actor.id, dossier.consulentId)) return undefined;
		const wanted = form.moments.map((startsAt) => ({ ...draft, startsAt }));
		if (!(await findIdempotencyKey(tx, actor.id, seriesAction, form.key))) {
			const clashesFor = await clashFinder(tx, [inburgeraarId], wanted);
			if (wanted.some((row) => isDouble(clashesFor(inburgeraarId, row)))) return { kind: 'dubbel' };
		}
		const payload = { inburgeraarId, wanted };
		const id = await once(tx, actor, { action: seriesAction, key: form.key, payload }, now, async () => {
			const seriesId = newId();
			for (const row of wanted) await makeAppointment(tx, actor, { ...row, inburgeraarId, seriesId }, now);
			return seriesId;
		});
		return { kind: 'gepland', id };
	});
}

const timeOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainTime().toString();

/** Only what was changed in the form changes in later weeks: what was arranged for one of them stays. */
function changesIn(row: Appointment, draft: AppointmentDraft): Partial<AppointmentDraft> {
	const changed = draftFields.filter(
		(name) => JSON.stringify(row[name] ?? null) !== JSON.stringify(draft[name] ?? null)
	);
	const zinnen = draft.zinnen === undefined || isSameZinnen(row.zinnen, draft.zinnen) ? {} : { zinnen: draft.zinnen }; // prettier-ignore
	return { ...Object.fromEntries(changed.map((name) => [name, draft[name]])), ...zinnen };
}

/** Where a later week goes when one of them moves; undefined: the new day is a holiday, so it stays. */
function movedWeek(later: Appointment, row: Appointment, draft: AppointmentDraft) {
	if (row.startsAt.equals(draft.startsAt)) return later.startsAt;
	const day = shifted(dayOf(later.startsAt), dayOf(row.startsAt), dayOf(draft.startsAt));
	return isFeestdag(day) ? undefined : momentOf(day, timeOf(draft.startsAt));
}

/** Changes this appointment and all later ones of its series: as many days later, at the new time. */
export async function changeSeries(
	actor: Staff,
	key: Key,
	draft: AppointmentDraft,
	form: { version: number; isSure: boolean },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row, dossier) => {
		if (!mayBeWith(draft, actor.id, dossier.consulentId, row.withPersonId)) return undefined;
		if (row.status !== 'gepland' || !row.seriesId) return { kind: 'gesloten' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		const rows = await listSeries(tx, row.inburgeraarId, row.seriesId, row.startsAt);
		const changes = changesIn(row, draft);
		const wanted = rows.map((standing) => {
			const startsAt = standing.id === row.id ? draft.startsAt : movedWeek(standing, row, draft);
			const isMoved = startsAt && !startsAt.equals(standing.startsAt);
			const again = isMoved && standing.id !== row.id ? { isInterpreterArranged: false } : {};
			return { standing, isStuck: !startsAt, set: { ...changes, ...again, startsAt: startsAt ?? standing.startsAt } }; // prettier-ignore
		});
		const asked = wanted.map(({ standing, set }) => ({ ...standing, ...set }));
		const clashesFor = await clashFinder(tx, [row.inburgeraarId], asked, rows.map(({ id }) => id)); // prettier-ignore
		const clashes = asked.flatMap((one) => clashesFor(row.inburgeraarId, one));
		if (isDouble(clashes)) return { kind: 'dubbel' };
		const warnings: Warning[] = [
			...(Temporal.Instant.compare(draft.startsAt, now) < 0 ? (['verleden'] as const) : []),
			...(clashes.some(({ what }) => what === 'afspraak') ? (['overlap'] as const) : []),
			...(clashes.some(({ what }) => what === 'les') ? (['les'] as const) : []),
			...(wanted.some(({ isStuck }) => isStuck) ? (['feestdag'] as const) : [])
		];
		if (warnings.length > 0 && !form.isSure) return { kind: 'let_op', warnings };
		for (const { standing, set } of wanted) await applyChange(tx, actor, standing, set, now);
		return { kind: 'bewaard' };
	});
}

/** Calls off this appointment and all later ones of its series, with one reason. */
export async function cancelSeries(
	actor: Staff,
	key: Key,
	form: CancelForm & { version: number },
	now: Temporal.Instant
): Promise<Changed | undefined> {
	return editAppointment(actor, key, async (tx, row) => {
		if (row.status !== 'gepland' || !row.seriesId) return { kind: 'gesloten' };
		if (row.version !== form.version) return { kind: 'conflict', standing: row };
		for (const standing of await listSeries(tx, row.inburgeraarId, row.seriesId, row.startsAt))
			await writeCancel(tx, actor, standing, form, now);
		return { kind: 'bewaard' };
	});
}
