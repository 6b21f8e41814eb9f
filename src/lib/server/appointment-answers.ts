import { gewoneDag, isNa, plusDagen } from '#lib/domain/dag.ts';
import type { CannotReason } from '#lib/domain/vocabulary.ts';
import type { Inburgeraar } from './actor.ts';
import { isOver } from './appointments.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import {
	findAppointment,
	insertAppointmentChange,
	updateAppointment,
	type Appointment
} from './db/appointments.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { insertNotice } from './db/outbox.ts';
import { dossierFor } from './dossiers.ts';
import { newId } from './ids.ts';

export type DayPart = 'ochtend' | 'middag' | 'avond';
export type Answer =
	| { answer: 'bevestigd' }
	| { answer: 'kan_niet'; reason: CannotReason }
	| { answer: 'voorstel'; day: Temporal.PlainDate; part: DayPart };
/** `veranderd`: the appointment is no longer what the participant looked at; `voorbij`: nothing to answer any more. */
export type AnswerResult = 'bewaard' | 'veranderd' | 'voorbij' | 'geen_werkdag';

const offeredDays = 10;

/** Working days to choose from instead: from a few days before the appointment, tomorrow at the earliest. */
export function proposalDays(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.PlainDate[] {
	const tomorrow = plusDagen(dayOf(now), 1);
	const before = plusDagen(dayOf(startsAt), -3);
	const days = [gewoneDag(isNa(before, tomorrow) ? before : tomorrow)];
	while (days.length < offeredDays) days.push(gewoneDag(plusDagen(days.at(-1)!, 1)));
	return days;
}

const columnsOf = (answer: Answer) => ({
	answer: answer.answer,
	cannotReason: answer.answer === 'kan_niet' ? answer.reason : null,
	proposal: answer.answer === 'voorstel' ? { day: answer.day.toString(), part: answer.part } : null
});

function isSame(row: Appointment, answer: Answer): boolean {
	const wanted = columnsOf(answer);
	const isSameProposal =
		row.proposal?.day === wanted.proposal?.day && row.proposal?.part === wanted.proposal?.part;
	return row.answer === wanted.answer && row.cannotReason === wanted.cannotReason && isSameProposal;
}

function refusal(
	row: Appointment,
	answer: Answer,
	version: number,
	now: Temporal.Instant
): AnswerResult | undefined {
	if (row.status !== 'gepland' || isOver(row, now)) return 'voorbij';
	if (isSame(row, answer)) return 'bewaard';
	if (row.version !== version) return 'veranderd';
	if (answer.answer !== 'voorstel') return undefined;
	const { day } = answer;
	const isFree =
		gewoneDag(day).equals(day) && isNa(day, dayOf(now)) && !isNa(day, plusDagen(dayOf(now), 366));
	return isFree ? undefined : 'geen_werkdag';
}

/** Tells the consultant only what asks for something: a confirmation asks for nothing. */
async function tellStaff(tx: Writer, row: Appointment, personId: string | null, now: Temporal.Instant) {
	if (row.answer === 'bevestigd' || !personId) return;
	const dedupeKey = `afspraak-antwoord:${row.id}:${row.version}`;
	await insertNotice(tx, { kind: 'afspraak', personId, dedupeKey }, now);
}

/**
 * What the participant answers: I come, I cannot come, or another day. The same answer sent twice is kept once.
 * @param version of the appointment that was looked at; undefined comes back for an appointment that is not theirs
 */
export async function answerAppointment(
	actor: Inburgeraar,
	id: string,
	form: Answer & { version: number },
	now: Temporal.Instant
): Promise<AnswerResult | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, actor.id, tx);
		const row = dossier && (await findAppointment(tx, actor.id, id));
		if (!row) return undefined;
		const refused = refusal(row, form, form.version, now);
		if (refused) return refused;
		const set = { ...columnsOf(form), answeredAt: now };
		if (!(await updateAppointment(tx, row, set))) return 'veranderd';
		await insertAppointmentChange(tx, { inburgeraarId: actor.id, id: newId(), appointmentId: id, change: form.answer, startsAtBefore: null, startsAtAfter: null, recordedBy: actor.id, recordedAt: now }); // prettier-ignore
		await recordAudit(tx, actor, { action: 'afspraak.answer', objectType: 'afspraak', objectId: id, subjectId: actor.id }, now); // prettier-ignore
		await tellStaff(tx, { ...row, ...set }, row.withPersonId ?? dossier.consulentId, now);
		return 'bewaard';
	});
}
