import { isVoor, plusNieuws } from '#lib/domain/dag.ts';
import { standingRows } from '#lib/domain/standingRows.ts';
import type {
	Groep,
	HourCategory,
	Leerroute,
	LocaleId,
	Verblijfsvergunning
} from '#lib/domain/vocabulary.ts';
import type { Inburgeraar, Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findIncomingTransfer, insertTransfer, listGemeenten, listIncomingTransfers, listTransfersOf, updateTransfer, type TransferLine } from './db/moves.ts'; // prettier-ignore
import { insertNotice } from './db/outbox.ts';
import { findPerson } from './db/people.ts';
import { listAfspraken, listContacts } from './db/pips.ts';
import { dossierFor } from './dossiers.ts';
import { factsFrom, findFactRows } from './facts.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { helpersOf } from './overdracht.ts';

/** What goes along, as sender, receiver and participant read it; days are YYYY-MM-DD, time is in minutes. */
export interface Packet {
	persoon: {
		naam: string;
		geboortedatum: string;
		taal: LocaleId;
		groep: Groep;
		verblijfsvergunning: Verblijfsvergunning;
	};
	pip: { versies: number; afspraken: number; dagtekening: string | null; leerroute: Leerroute | null };
	uren: { category: HourCategory; confirmed: number; recorded: number }[];
	examens: { pogingen: number; behaald: number };
	mijlpalen: number;
	duo: { start: string; laatsteDag: string } | null;
	/** Requests for verlenging that DUO has not decided on. */
	besluiten: number;
}
/** The parts of the packet, and what stays with the municipality that is left; each has words in every language. */
export const gaatMee = ['persoon', 'pip', 'uren', 'examens', 'mijlpalen', 'duo'] as const;
export const blijft = [
	'notities',
	'gesprekken',
	'vragen',
	'activiteiten',
	'afspraken',
	'cursuslijst'
] as const;

export type Offer = Omit<TransferLine, 'packet'> & { packet: Packet };
export type OfferRefusal = 'loopt_al' | 'zelfde_gemeente' | 'onbekende_gemeente';

const asOffer = (line: TransferLine): Offer => ({ ...line, packet: line.packet as Packet });

/** Everything of the transfers of a person that the actor may see; undefined: not the actor's. */
export async function transfersOf(
	actor: Staff,
	inburgeraarId: string
): Promise<{ offers: Offer[]; gemeenten: { id: string; name: string }[]; packet: Packet } | undefined> {
	const { read } = database();
	if (!(await dossierFor(actor, inburgeraarId, read))) return undefined;
	const packet = await packetOf(read, inburgeraarId, actor.today);
	const lines = await listTransfersOf(read, inburgeraarId);
	const gemeenten = (await listGemeenten(read)).filter(({ id }) => id !== actor.gemeenteId);
	return packet && { offers: lines.map(asOffer), gemeenten, packet };
}

/** What would go along today; undefined when there is no such person. Checks no rights. */
export async function packetOf(
	tx: Reader,
	inburgeraarId: string,
	today: Temporal.PlainDate
): Promise<Packet | undefined> {
	const rows = await findFactRows(tx, inburgeraarId);
	const person = await findPerson(tx, inburgeraarId);
	if (!rows || !person) return undefined;
	const [pip] = rows.pips;
	const events = standingRows(rows.events);
	const facts = factsFrom(rows, today);
	const { startVolgensDuo: start, laatsteDagVolgensDuo: laatste } = facts;
	return {
		persoon: {
			...{ naam: person.name, taal: person.locale, geboortedatum: rows.inburgeraar.geboortedatum.toString() },
			...{ groep: rows.inburgeraar.groep, verblijfsvergunning: rows.inburgeraar.verblijfsvergunning }
		},
		pip: {
			versies: rows.pips.length,
			afspraken: pip ? (await listAfspraken(tx, inburgeraarId, [pip.versie])).length : 0,
			...{ dagtekening: pip?.dagtekening?.toString() ?? null, leerroute: pip?.leerroute ?? null }
		},
		uren: [...rows.hours].map(([category, total]) => ({ category, ...total })),
		examens: {
			pogingen: standingRows(rows.attempts).length,
			behaald: facts.behaaldeExamenonderdelen?.length ?? 0
		},
		mijlpalen: events.length,
		duo: start && laatste ? { start: start.toString(), laatsteDag: laatste.toString() } : null,
		besluiten: events.filter(({ kind, slots }) => kind === 'verlenging' && slots.status === 'aangevraagd')
			.length
	};
}

/** Tells everybody of these, once for each thing that happened to the offer. */
export async function tellOfTransfer(
	tx: Writer,
	offer: { id: string },
	what: string,
	whom: readonly string[],
	now: Temporal.Instant
): Promise<void> {
	for (const personId of new Set(whom))
		await insertNotice(
			tx,
			{ kind: 'account', personId, dedupeKey: `overplaatsing:${offer.id}:${what}:${personId}` },
			now
		);
}

/** Offers the dossier to another municipality. Undefined: not the actor's. */
export async function offerTransfer(
	actor: Staff,
	inburgeraarId: string,
	form: { key: string; naar: string; verhuisdag: Temporal.PlainDate; note?: string },
	now: Temporal.Instant
): Promise<{ ok: true } | { ok: false; reden: OfferRefusal } | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const { key, naar, verhuisdag, note } = form;
		const payload = { inburgeraarId, naar, verhuisdag, note };
		let reden: OfferRefusal | undefined;
		await once(tx, actor, { action: 'overplaatsing.offer', key, payload }, now, async () => {
			reden = await offerRefusal(tx, actor, inburgeraarId, naar);
			const packet = await packetOf(tx, inburgeraarId, dayOf(now));
			if (reden || !packet) return undefined;
			const id = newId();
			await insertTransfer(tx, {
				...{ inburgeraarId, id, vanGemeenteId: actor.gemeenteId, naarGemeenteId: naar, verhuisdag, packet },
				...{ note: note ?? null, requestedBy: actor.id, requestedAt: now }
			});
			const event = { action: 'overplaatsing.offer', objectType: 'overplaatsing', objectId: id };
			await recordAudit(tx, actor, { ...event, subjectId: inburgeraarId }, now);
			const receivers = (await listContacts(tx, naar)).map((contact) => contact.id);
			await tellOfTransfer(tx, { id }, 'gevraagd', [inburgeraarId, ...receivers], now);
			return id;
		});
		return reden ? { ok: false, reden } : { ok: true };
	});
}

async function offerRefusal(
	tx: Reader,
	actor: Staff,
	inburgeraarId: string,
	naar: string
): Promise<OfferRefusal | undefined> {
	if (naar === actor.gemeenteId) return 'zelfde_gemeente';
	if (!(await listGemeenten(tx)).some(({ id }) => id === naar)) return 'onbekende_gemeente';
	const offers = await listTransfersOf(tx, inburgeraarId);
	return offers.some(({ state }) => state === 'gevraagd') ? 'loopt_al' : undefined;
}

/** The sender takes an open offer back. Undefined: not the actor's; false: it was answered meanwhile. */
export async function withdrawTransfer(
	actor: Staff,
	inburgeraarId: string,
	form: { id: string; version: number },
	now: Temporal.Instant
): Promise<boolean | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const offer = (await listTransfersOf(tx, inburgeraarId)).find(({ id }) => id === form.id);
		if (!offer) return undefined;
		const set = { state: 'ingetrokken', decidedBy: actor.id, decidedAt: now } as const;
		if (!(await updateTransfer(tx, { ...offer, version: form.version }, set))) return false;
		const event = { action: 'overplaatsing.withdraw', objectType: 'overplaatsing', objectId: offer.id };
		await recordAudit(tx, actor, { ...event, subjectId: inburgeraarId }, now);
		const receivers = (await listContacts(tx, offer.naarGemeenteId)).map((contact) => contact.id);
		await tellOfTransfer(tx, offer, 'ingetrokken', [inburgeraarId, ...receivers], now);
		return true;
	});
}

/** Offers that wait for an answer of the actor's municipality. */
export const incomingTransfers = async (actor: Staff): Promise<Offer[]> =>
	(await listIncomingTransfers(database().read, actor.gemeenteId)).map(asOffer);

/** An open offer to the actor's municipality, opened: written to the audit log (AUD-02). Undefined: there is none (AC-06). */
export async function openIncoming(
	actor: Staff,
	id: string,
	now: Temporal.Instant
): Promise<{ offer: Offer; colleagues: { id: string; name: string }[] } | undefined> {
	return database().transaction(async (tx) => {
		const line = await findIncomingTransfer(tx, actor.gemeenteId, id);
		if (!line) return undefined;
		const event = { action: 'overplaatsing.read', objectType: 'overplaatsing', objectId: id };
		await recordAudit(tx, actor, { ...event, subjectId: line.inburgeraarId }, now);
		return { offer: asOffer(line), colleagues: await listContacts(tx, actor.gemeenteId) };
	});
}

/** The newest transfer of the participant, as long as it is news; the packet shows what goes along. */
export async function ownTransfer(actor: Inburgeraar): Promise<Offer | undefined> {
	const [line] = await listTransfersOf(database().read, actor.id);
	return line && asOffer(line);
}

const isNews = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
	!isVoor(plusNieuws(day), today);

/** What the home page says about who helps: an open or a recent transfer, a hand-over that is planned or recent. */
export async function moveNews(actor: Inburgeraar): Promise<'overdracht' | 'verhuizing' | null> {
	const transfer = await ownTransfer(actor);
	if (transfer?.state === 'gevraagd') return 'verhuizing';
	if (transfer?.decidedAt && isNews(dayOf(transfer.decidedAt), actor.today)) return 'verhuizing';
	const { nu, straks, isFirst } = await helpersOf(actor);
	const isRecent = nu && !isFirst && isNews(nu.vanaf, actor.today);
	return straks.length > 0 || isRecent ? 'overdracht' : null;
}
