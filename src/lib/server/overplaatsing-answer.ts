import { verhuizingRijen } from '#lib/domain/besluiten.ts';
import { dagErvoor, isNa, isVoor } from '#lib/domain/dag.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { updateVoided } from './db/activation-letters.ts';
import { insertAppointmentChange, updateAppointment } from './db/appointments.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findIncomingTransfer, listAppointmentsAhead, replaceCaseloadFrom, updateGemeenteOf, updateLeftBehind, updateTransfer, type TransferLine } from './db/moves.ts'; // prettier-ignore
import { listContacts } from './db/pips.ts';
import { insertTrajectEvents } from './db/traject-events.ts';
import { newId } from './ids.ts';
import { tellOfTransfer } from './overplaatsing.ts';

export type AnswerRefusal = 'te_vroeg' | 'toekomst' | 'collega' | 'achterhaald';
export type Answer =
	{ ja: true; consulentId: string; inschrijving?: Temporal.PlainDate } | { ja: false; reden: string };
/**
 * The receiver says yes or no. With yes the municipality of the person changes in the same transaction, and everything
 * of the former one ends. Undefined: no open offer to the actor's municipality.
 * @param answer.inschrijving the day of registration in the BRP there, when it is known
 */
export async function answerTransfer(
	actor: Staff,
	id: string,
	answer: Answer & { version: number },
	now: Temporal.Instant
): Promise<{ ok: true; inburgeraarId: string } | { ok: false; reden: AnswerRefusal } | undefined> {
	return database().transaction(async (tx) => {
		const offer = await findIncomingTransfer(tx, actor.gemeenteId, id);
		if (!offer) return undefined;
		const reden = answer.ja ? await acceptRefusal(tx, actor, offer, answer, now) : undefined;
		if (reden) return { ok: false, reden };
		const set = {
			...{ state: answer.ja ? ('aanvaard' as const) : ('geweigerd' as const), decidedBy: actor.id },
			...{ decidedAt: now, ...(answer.ja ? {} : { refusal: answer.reden }) }
		};
		if (!(await updateTransfer(tx, { ...offer, version: answer.version }, set)))
			return { ok: false, reden: 'achterhaald' };
		if (answer.ja) await moveIn(tx, actor, offer, answer, now);
		const action = answer.ja ? 'overplaatsing.accept' : 'overplaatsing.refuse';
		const event = { action, objectType: 'overplaatsing', objectId: id, subjectId: offer.inburgeraarId };
		await recordAudit(tx, actor, event, now);
		await tellOfTransfer(tx, offer, set.state, [offer.inburgeraarId, offer.requestedBy], now);
		return { ok: true, inburgeraarId: offer.inburgeraarId };
	});
}

async function acceptRefusal(
	tx: Reader,
	actor: Staff,
	{ verhuisdag }: TransferLine,
	{ consulentId, inschrijving }: Answer & { ja: true },
	now: Temporal.Instant
): Promise<AnswerRefusal | undefined> {
	if (isVoor(dayOf(now), verhuisdag)) return 'te_vroeg';
	if (inschrijving && isNa(inschrijving, dayOf(now))) return 'toekomst';
	const colleagues = await listContacts(tx, actor.gemeenteId);
	return colleagues.some(({ id }) => id === consulentId) ? undefined : 'collega';
}

async function moveIn(
	tx: Writer,
	actor: Staff,
	offer: TransferLine,
	{ consulentId, inschrijving }: Answer & { ja: true },
	now: Temporal.Instant
): Promise<void> {
	const { inburgeraarId, vanGemeenteId, verhuisdag } = offer;
	const today = dayOf(now);
	const yesterday = dagErvoor(today);
	await updateGemeenteOf(tx, inburgeraarId, actor.gemeenteId);
	const row = { inburgeraarId, id: newId(), consulentId, vanaf: today, tot: null };
	await replaceCaseloadFrom(tx, [row], yesterday);
	await recordMove(tx, actor, offer, { verhuisdag, inschrijving }, now);
	await cancelAhead(tx, actor, inburgeraarId, now);
	await updateLeftBehind(tx, inburgeraarId, {
		gemeenteId: vanGemeenteId,
		by: actor.id,
		laatste: yesterday,
		now
	});
	// A letter with a code that the former municipality printed opens nothing any more.
	await updateVoided(tx, inburgeraarId, now);
}

async function recordMove(
	tx: Writer,
	actor: Staff,
	{ inburgeraarId, vanName: van, naarName: naar }: TransferLine,
	days: { verhuisdag: Temporal.PlainDate; inschrijving?: Temporal.PlainDate },
	now: Temporal.Instant
): Promise<void> {
	const rows = verhuizingRijen({ van, naar, ...days });
	await insertTrajectEvents(
		tx,
		rows.map((row) => ({
			...row,
			...{ inburgeraarId, id: newId(), replacesId: null, isWithdrawal: false },
			...{ recordedBy: actor.id, recordedAt: now }
		}))
	);
}

async function cancelAhead(
	tx: Writer,
	actor: Staff,
	inburgeraarId: string,
	now: Temporal.Instant
): Promise<void> {
	for (const row of await listAppointmentsAhead(tx, inburgeraarId, now)) {
		await updateAppointment(tx, row, { status: 'afgezegd', cancelReason: 'niet_meer_nodig' });
		await insertAppointmentChange(tx, {
			...{ inburgeraarId, id: newId(), appointmentId: row.id, change: 'afgezegd' },
			...{ startsAtBefore: null, startsAtAfter: null, recordedBy: actor.id, recordedAt: now }
		});
		const event = { action: 'afspraak.cancel', objectType: 'afspraak', objectId: row.id };
		await recordAudit(tx, actor, { ...event, subjectId: inburgeraarId }, now);
	}
}
