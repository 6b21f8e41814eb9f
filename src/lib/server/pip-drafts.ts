import type { PipVersie, PipVoor, PipVeld, Wijziging } from '#lib/domain/pipVelden.ts';
import { openVoorVaststellen, type OpenVeld } from '#lib/domain/pipVelden.ts';
import type { Outcome } from '#lib/domain/uitkomsten.ts';
import { parameter } from '#lib/domain/wet/parameters.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader, Writer } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import type { Dossier } from './db/inburgeraren.ts';
import { findGemeente } from './db/people.ts';
import { findDraft, insertAfspraken, insertPip, listAfspraken, listContacts, listNames, listPublishedPips, removeAfspraak, removeDraft, updateAfspraak, updateDraft, type NewPip, type PipAfspraakRow, type PipRow } from './db/pips.ts'; // prettier-ignore
import { dossierFor } from './dossiers.ts';
import { uitkomstOf } from './facts.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { wijzigingenTussen } from './pip-diff.ts';
import { asVersie, planIn, statesOf, voorWie, type Plan } from './pips.ts';

/** The draft of the next version; `open` is what the law wants filled in first, `wijzigingen` against the version in force. */
export type Concept = {
	row: PipRow;
	afspraken: PipAfspraakRow[];
	versie: PipVersie;
	voor: PipVoor;
	open: OpenVeld[];
	wijzigingen: Wijziging[];
	contacts: { id: string; name: string }[];
	/** Talks that the municipality holds at least (rules.md chapter 8), as a hint. */
	gesprekkenMinimum: number | null;
};
/** `conflict`: a colleague changed, published or discarded the draft meanwhile; nothing was written. */
export type DraftResult = { kind: 'bewaard' } | { kind: 'conflict' };
export type DraftVelden = Partial<Pick<PipRow, PipVeld>>;
type Later = 'zinnen' | 'vanafDagen' | 'totDagen';
/** What a consultant can say of one agreement. */
export type AfspraakInvoer = Omit<PipAfspraakRow, 'inburgeraarId' | 'versie' | 'id' | 'position' | Later> &
	Partial<Pick<PipAfspraakRow, Later>>;

/** For whom the draft is made, with the settings of the municipality. */
async function voorDraft(tx: Reader, dossier: Dossier, row: PipRow) {
	const beleid = (await findGemeente(tx, dossier.person.gemeenteId ?? ''))?.lokaalBeleid ?? {};
	const isOntzorgenVerlengbaar = beleid.isOntzorgenVerlengbaar === true;
	const minimum = beleid.voortgangsgesprekkenMinimum;
	return {
		voor: { ...voorWie(dossier, row.leerroute), isOntzorgenVerlengbaar },
		gesprekkenMinimum: typeof minimum === 'number' ? minimum : null
	};
}

/** Plan and draft of a dossier; `concept` absent: there is no draft. Undefined: no such dossier for this actor. */
export async function conceptOf(
	actor: Staff,
	inburgeraarId: string,
	tx: Reader = database().read
): Promise<{ plan: Plan; concept: Concept | undefined } | undefined> {
	const plan = await planIn(tx, actor, inburgeraarId);
	if (!plan) return undefined;
	const row = await findDraft(tx, inburgeraarId);
	if (!row) return { plan, concept: undefined };
	const afspraken = await listAfspraken(tx, inburgeraarId, [row.versie]);
	const names = await listNames(tx, [row.contactpersoonId]);
	const { voor, gesprekkenMinimum } = await voorDraft(tx, plan.dossier, row);
	const versie = asVersie(row, afspraken, voor, names, await statesOf(tx, inburgeraarId));
	const open = openVoorVaststellen(row, voor.groep);
	const wijzigingen = wijzigingenTussen(plan.huidig, versie);
	const contacts = await listContacts(tx, actor.gemeenteId);
	return { plan, concept: { row, afspraken, versie, voor, open, wijzigingen, contacts, gesprekkenMinimum } };
}

/** What the first plan of a person starts from: norms and days of the law, to be changed by the consultant. */
function firstPip({ consulentId }: Dossier, { ontzorgen }: Outcome): Partial<NewPip> {
	return {
		pvtMinutenGepland: parameter('pvt'),
		moduleMapMinutenGepland: parameter('moduleMapPraktijk'),
		isOntzorgenVanToepassing: ontzorgen.isVanToepassing,
		ontzorgenVanaf: ontzorgen.vanaf,
		ontzorgenLaatsteDag: ontzorgen.laatsteDag,
		vasteLasten: ontzorgen.vasteLasten && [...ontzorgen.vasteLasten],
		contactpersoonId: consulentId
	};
}

/** The content of the version in force, without what belongs to its publication. */
function copyOf(row: PipRow): Partial<NewPip> {
	const { dagtekening: _, bekendmaking: __, redenWijziging: ___, toelichting: ____, zinnen: _____, publishedAt: ______, publishedBy: _______, ...content } = row; // prettier-ignore
	return content;
}

/**
 * Starts the next version as a copy of the one in force, or the first one; while a draft exists nothing happens.
 * Undefined: no such dossier for this actor.
 * @param from an older version to copy instead, when the one in force was a mistake
 */
export async function startDraft(
	actor: Staff,
	inburgeraarId: string,
	formKey: string,
	now: Temporal.Instant,
	from?: number
): Promise<true | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const form = { action: 'pip.draft', key: formKey, payload: { inburgeraarId, from } };
		const isPublished = await listPublishedPips(tx, inburgeraarId);
		if (from !== undefined && !isPublished.some(({ versie }) => versie === from)) return undefined;
		await once(tx, actor, form, now, async () => {
			const draft = await findDraft(tx, inburgeraarId);
			return draft ? String(draft.versie) : insertDraft(tx, actor, dossier, now, from);
		});
		return true;
	});
}

/** The draft of a dossier of the actor; when there is none, it begins as a copy of the version in force. */
export async function draftFor(
	tx: Writer,
	actor: Staff,
	dossier: Dossier,
	now: Temporal.Instant
): Promise<PipRow | undefined> {
	const { inburgeraarId } = dossier.inburgeraar;
	const draft = await findDraft(tx, inburgeraarId);
	if (draft) return draft;
	await insertDraft(tx, actor, dossier, now);
	return findDraft(tx, inburgeraarId);
}

async function insertDraft(
	tx: Writer,
	actor: Staff,
	dossier: Dossier,
	now: Temporal.Instant,
	from?: number
): Promise<string> {
	const { inburgeraarId } = dossier.inburgeraar;
	const published = await listPublishedPips(tx, inburgeraarId);
	const huidig = published.find((row) => row.versie === from) ?? published[0];
	const versie = (published[0]?.versie ?? 0) + 1;
	const wet = huidig ? undefined : await uitkomstOf(inburgeraarId, dayOf(now), tx);
	const content = huidig ? copyOf(huidig) : wet ? firstPip(dossier, wet.outcome) : {};
	const own = { inburgeraarId, versie, createdBy: actor.id, createdAt: now, version: 1 };
	const reden = from === undefined ? {} : { redenWijziging: 'correctie' as const };
	await insertPip(tx, { ...content, ...reden, ...own });
	const afspraken = huidig ? await listAfspraken(tx, inburgeraarId, [huidig.versie]) : [];
	await insertAfspraken(tx, afspraken.map((row) => ({ ...row, versie }))); // prettier-ignore
	await audit(tx, actor, 'pip.draft', inburgeraarId, versie, now);
	return String(versie);
}

const audit = (
	tx: Writer,
	actor: Staff,
	action: string,
	subjectId: string,
	versie: number,
	now: Temporal.Instant
) => recordAudit(tx, actor, { action, objectType: 'pip', objectId: String(versie), subjectId }, now);

export type Key = { inburgeraarId: string; version: number };
/** `result`: what is remembered under the key, known only after the change. */
type Once = { action: string; key: string; payload: unknown; result?: () => string };

/** One change of the draft, when it still has the version that the form was made from, or when it was made before. */
export async function changeDraft(
	actor: Staff,
	{ inburgeraarId, version }: Key,
	now: Temporal.Instant,
	change: (tx: Writer, draft: PipRow) => Promise<Partial<NewPip>>,
	form?: Once
): Promise<DraftResult | undefined> {
	return database().transaction(async (tx) => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const remember = async () =>
			form && once(tx, actor, form, now, async () => form.result?.() ?? inburgeraarId);
		if (form && (await findIdempotencyKey(tx, actor.id, form.action, form.key))) {
			await remember();
			return { kind: 'bewaard' };
		}
		const draft = await findDraft(tx, inburgeraarId);
		if (draft?.version !== version) return { kind: 'conflict' };
		if (!(await updateDraft(tx, draft, await change(tx, draft)))) return { kind: 'conflict' };
		await remember();
		await audit(tx, actor, 'pip.edit', inburgeraarId, draft.versie, now);
		return { kind: 'bewaard' };
	});
}

/** @param velden only the fields of the form: the others stay as they are */
export const saveVelden = (actor: Staff, key: Key, velden: DraftVelden, now: Temporal.Instant) =>
	changeDraft(actor, key, now, async () => velden);

/** `id` of the agreement. */
export type AfspraakResult = { kind: 'bewaard'; id: string } | { kind: 'conflict' };

async function appendAfspraak(
	tx: Writer,
	{ inburgeraarId, versie }: PipRow,
	id: string,
	invoer: AfspraakInvoer
) {
	const rows = await listAfspraken(tx, inburgeraarId, [versie]);
	const position = (rows.at(-1)?.position ?? 0) + 1;
	await insertAfspraken(tx, [{ ...invoer, inburgeraarId, versie, id, position }]);
}

/** A new agreement comes last. */
export async function addAfspraak(
	actor: Staff,
	key: Key,
	formKey: string,
	invoer: AfspraakInvoer,
	now: Temporal.Instant
): Promise<AfspraakResult | undefined> {
	const id = newId();
	const action = 'pip_afspraak.create';
	const payload = { inburgeraarId: key.inburgeraarId, invoer };
	const add = async (tx: Writer, draft: PipRow) => {
		await appendAfspraak(tx, draft, id, invoer);
		return {};
	};
	const result = await changeDraft(actor, key, now, add, { action, key: formKey, payload, result: () => id });
	if (result?.kind !== 'bewaard') return result;
	const known = await findIdempotencyKey(database().read, actor.id, action, formKey);
	return { kind: 'bewaard', id: known?.result ?? id };
}

/** One that a colleague took away meanwhile comes back, last: what was written is not lost. */
export async function saveAfspraak(
	actor: Staff,
	key: Key,
	id: string,
	invoer: AfspraakInvoer,
	now: Temporal.Instant
): Promise<AfspraakResult | undefined> {
	let saved = id;
	const result = await changeDraft(actor, key, now, async (tx, draft) => {
		const { inburgeraarId, versie } = draft;
		const rows = await listAfspraken(tx, inburgeraarId, [versie]);
		if (rows.some((row) => row.id === id)) await updateAfspraak(tx, { inburgeraarId, versie, id }, invoer);
		else await appendAfspraak(tx, draft, (saved = newId()), invoer);
		return {};
	});
	return result?.kind === 'bewaard' ? { kind: 'bewaard', id: saved } : result;
}

export const dropAfspraak = (actor: Staff, key: Key, id: string, now: Temporal.Instant) =>
	changeDraft(actor, key, now, async (tx, { inburgeraarId, versie }) => {
		await removeAfspraak(tx, { inburgeraarId, versie, id });
		return {};
	});

/** One place up or down among the agreements of its theme. */
export const moveAfspraak = (actor: Staff, key: Key, id: string, to: 'op' | 'neer', now: Temporal.Instant) =>
	changeDraft(actor, key, now, async (tx, { inburgeraarId, versie }) => {
		const rows = await listAfspraken(tx, inburgeraarId, [versie]);
		const thema = rows.find((row) => row.id === id)?.thema;
		const inThema = rows.filter((row) => row.thema === thema);
		const place = inThema.findIndex((row) => row.id === id);
		const [one, other] = [inThema[place], inThema[to === 'op' ? place - 1 : place + 1]];
		if (!one || !other) return {};
		await updateAfspraak(tx, { inburgeraarId, versie, id: one.id }, { position: other.position });
		await updateAfspraak(tx, { inburgeraarId, versie, id: other.id }, { position: one.position });
		return {};
	});

/** Throws the draft away; the version in force stays. */
export async function discardDraft(actor: Staff, { inburgeraarId, version }: Key, now: Temporal.Instant) {
	return database().transaction(async (tx): Promise<DraftResult | undefined> => {
		if (!(await dossierFor(actor, inburgeraarId, tx))) return undefined;
		const draft = await findDraft(tx, inburgeraarId);
		if (draft?.version !== version || !(await removeDraft(tx, draft))) return { kind: 'conflict' };
		await audit(tx, actor, 'pip.discard', inburgeraarId, draft.versie, now);
		return { kind: 'bewaard' };
	});
}
