import { afsprakenVoor, dagenTot, onlySlots, stockSjabloon, stockSjablonen, type Sjabloon, type SjabloonAfspraak, type StockSjabloon } from '#lib/domain/pipSjablonen.ts'; // prettier-ignore
import type { PipVoor } from '#lib/domain/pipVelden.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Reader } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { findPipTemplate, insertPipTemplate, listPipTemplates, updatePipTemplate, type PipTemplate } from './db/pip-templates.ts'; // prettier-ignore
import { findDraft, insertAfspraken, listAfspraken, removeAfspraak, type PipAfspraakRow } from './db/pips.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { changeDraft, conceptOf, type DraftResult, type Key } from './pip-drafts.ts';

/** A plan to start from; `stock` is its key in the common stock, `name` what the municipality calls its own. */
export type SjabloonRij = Sjabloon & {
	id: string;
	stock: StockSjabloon | null;
	name: string;
	isActive: boolean;
	version: number;
};
const prefix = 'stock.';

const stockRow = (key: StockSjabloon, today: Temporal.PlainDate): SjabloonRij => ({
	...stockSjabloon(key, today),
	...{ id: `${prefix}${key}`, stock: key, name: '', isActive: true, version: 1 }
});
const ownRow = ({ id, name, leerroute, groep, afspraken, isActive, version }: PipTemplate): SjabloonRij => ({
	...{ id, stock: null, name, leerroute, groep, afspraken, isActive, version }
});

/** The own templates of the municipality first, then the common stock. */
export async function listSjablonen(actor: Staff, tx: Reader = database().read): Promise<SjabloonRij[]> {
	const own = await listPipTemplates(tx, actor.gemeenteId);
	return [...own.map(ownRow), ...stockSjablonen.map((key) => stockRow(key, actor.today))];
}

export async function findSjabloon(
	actor: Staff,
	id: string,
	tx: Reader = database().read
): Promise<SjabloonRij | undefined> {
	const key = stockSjablonen.find((one) => `${prefix}${one}` === id);
	if (key) return stockRow(key, actor.today);
	const row = await findPipTemplate(tx, actor.gemeenteId, id);
	return row && ownRow(row);
}

/** Templates that fit this person: of the leerroute of the draft, or of every leerroute while none is chosen. */
export async function sjablonenVoor(actor: Staff, { leerroute, groep }: PipVoor): Promise<SjabloonRij[]> {
	const all = await listSjablonen(actor);
	return all.filter(
		(one) =>
			one.isActive &&
			(!leerroute || one.leerroute === leerroute) &&
			(one.groep === null || one.groep === groep)
	);
}

const action = 'pip.template';

/** What a template gives as agreements of a draft. */
export const rowsOf = (sjabloon: SjabloonRij, voor: PipVoor): Omit<PipAfspraakRow, 'inburgeraarId' | 'versie' | 'id' | 'position'>[] =>
	afsprakenVoor(sjabloon, { ...voor, leerroute: voor.leerroute ?? sjabloon.leerroute }).map((one) => ({
		...{ minutenPerWeek: null, minutenTotaal: null, aantal: null, metWie: null, plaats: null, zinnen: null },
		...{ vanaf: null, tot: null, vanafDagen: null, totDagen: null, toelichting: null },
		...one
	})); // prettier-ignore

/** Adds what of the template applies to this person, after what the draft has; sets the leerroute where none is chosen. */
export async function applySjabloon(
	actor: Staff,
	key: Key,
	formKey: string,
	id: string,
	now: Temporal.Instant
): Promise<DraftResult | undefined> {
	const sjabloon = await findSjabloon(actor, id);
	const concept = (await conceptOf(actor, key.inburgeraarId))?.concept;
	if (!sjabloon) return undefined;
	const added: string[] = [];
	const form = {
		action,
		key: formKey,
		payload: { key: key.inburgeraarId, id },
		result: () => added.join(' ')
	};
	return changeDraft(
		actor,
		key,
		now,
		async (tx, { inburgeraarId, versie, leerroute }) => {
			const last = (await listAfspraken(tx, inburgeraarId, [versie])).at(-1)?.position ?? 0;
			const rows = (concept ? rowsOf(sjabloon, concept.voor) : []).map((row, n) => {
				added.push(newId());
				return { ...row, inburgeraarId, versie, id: added[n] ?? '', position: last + n + 1 };
			});
			await insertAfspraken(tx, rows);
			return leerroute ? {} : { leerroute: sjabloon.leerroute };
		},
		form
	);
}

/** The ids that the template brought under this form key; empty when it was not used. */
export async function addedBy(
	actor: Staff,
	formKey: string,
	tx: Reader = database().read
): Promise<string[]> {
	const known = await findIdempotencyKey(tx, actor.id, action, formKey);
	return known?.result.split(' ').filter(Boolean) ?? [];
}

/** Takes away what the template brought, as far as it is still there. */
export const undoSjabloon = (actor: Staff, key: Key, formKey: string, now: Temporal.Instant) =>
	changeDraft(actor, key, now, async (tx, { inburgeraarId, versie }) => {
		for (const id of await addedBy(actor, formKey, tx))
			await removeAfspraak(tx, { inburgeraarId, versie, id });
		return {};
	});

/** An agreement of a draft as one of a template: free text about a person stays behind, days become days after today. */
function fromDraft(row: PipAfspraakRow, today: Temporal.PlainDate): SjabloonAfspraak {
	const { thema, soort, uitvoerder, vanaf, tot, vanafDagen, totDagen } = row;
	const [from, until] = [vanafDagen ?? dagenTot(today, vanaf), totDagen ?? dagenTot(today, tot)];
	const { minutenPerWeek, minutenTotaal, aantal, metWie, plaats, zinnen } = row;
	const all = {
		minutenPerWeek,
		minutenTotaal,
		aantal,
		metWie,
		plaats,
		zinnen,
		vanafDagen: from,
		totDagen: until
	};
	const filled = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
	return onlySlots({ thema, soort, uitvoerder, ...filled });
}

/** A template of the municipality from a draft. Undefined: no such draft for this actor, or no leerroute in it. */
export async function templateFromDraft(
	actor: Staff,
	inburgeraarId: string,
	name: string,
	formKey: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		const draft = dossier && (await findDraft(tx, inburgeraarId));
		if (!dossier || !draft?.leerroute) return undefined;
		const afspraken = await listAfspraken(tx, inburgeraarId, [draft.versie]);
		const content = {
			...{ name, leerroute: draft.leerroute, groep: dossier.inburgeraar.groep },
			afspraken: afspraken.map((row) => fromDraft(row, dayOf(now)))
		};
		const form = { action: 'pip_template.create', key: formKey, payload: { inburgeraarId, name } };
		return once(tx, actor, form, now, async () => insertTemplate(tx, actor, content, now));
	});
}

type Content = Pick<PipTemplate, 'name' | 'leerroute' | 'groep' | 'afspraken'>;

async function insertTemplate(
	tx: Parameters<typeof insertPipTemplate>[0],
	actor: Staff,
	content: Content,
	now: Temporal.Instant
) {
	const id = newId();
	await insertPipTemplate(tx, {
		...content,
		id,
		gemeenteId: actor.gemeenteId,
		createdBy: actor.id,
		createdAt: now
	});
	await recordAudit(
		tx,
		actor,
		{ action: 'pip_template.create', objectType: 'pip_template', objectId: id },
		now
	);
	return id;
}

/** A copy of a template as one of the municipality, to be changed. Undefined: no such template. */
export async function copySjabloon(
	actor: Staff,
	id: string,
	name: string,
	formKey: string,
	now: Temporal.Instant
): Promise<string | undefined> {
	return database().transaction(async (tx) => {
		const found = await findSjabloon(actor, id, tx);
		if (!found) return undefined;
		const { leerroute, groep, afspraken } = found;
		const form = { action: 'pip_template.copy', key: formKey, payload: { id, name } };
		return once(tx, actor, form, now, async () =>
			insertTemplate(tx, actor, { name, leerroute, groep, afspraken: [...afspraken] }, now)
		);
	});
}

/** Changes, hides or shows a template of the own municipality, once per form key; a conflict when a colleague was first. */
export async function saveSjabloon(
	actor: Staff,
	{ id, version, formKey }: { id: string; version: number; formKey: string },
	set: Partial<Content & { isActive: boolean }>,
	now: Temporal.Instant
): Promise<DraftResult | undefined> {
	return database().transaction(async (tx) => {
		if (!(await findPipTemplate(tx, actor.gemeenteId, id))) return undefined;
		const form = { action: 'pip_template.edit', key: formKey, payload: { id, set } };
		const saved = await once(tx, actor, form, now, async () => {
			if (!(await updatePipTemplate(tx, { id, version }, set))) return undefined;
			const event = { action: 'pip_template.edit', objectType: 'pip_template', objectId: id };
			await recordAudit(tx, actor, event, now);
			return id;
		});
		return { kind: saved ? 'bewaard' : 'conflict' };
	});
}
