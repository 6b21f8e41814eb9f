import { isNa, isVoor } from '#lib/domain/dag.ts';
import { dagenVan } from '#lib/domain/pipSjablonen.ts';
import {
	alleVelden,
	openVoorVaststellen,
	veldenVoor,
	type OpenVeld,
	type PipVoor
} from '#lib/domain/pipVelden.ts';
import type { AfspraakSoort, RedenWijziging, ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { database } from './db/current.ts';
import type { Writer } from './db/database.ts';
import { findIdempotencyKey } from './db/idempotency.ts';
import { insertNotice } from './db/outbox.ts';
import { insertWetReceipt, updateAfspraak, updateDraft, updatePipVersie, type NewPip, type PipAfspraakRow, type PipRow } from './db/pips.ts'; // prettier-ignore
import { uitkomstOf } from './facts.ts';
import { once } from './idempotency.ts';
import { conceptOf, type Concept } from './pip-drafts.ts';
import type { Plan } from './pips.ts';

/** Which reading of the law a receipt was made with: the newest version among the sources of wet/rules.md §0.1. */
export const ruleVersion = 'wi2021 2026-04-18';

export type Publicatie = {
	/** Absent only for the first PIP. */
	reden?: RedenWijziging;
	/** Why, in phrases that the participant reads in the own language. */
	zinnen?: ZinGebruik[];
	/** Dutch, for the participant. */
	toelichting?: string;
	dagtekening: Temporal.PlainDate;
	bekendmaking: Temporal.PlainDate;
};
export type PublicatieFout =
	| { veld: 'concept'; open: readonly OpenVeld[] }
	| { veld: 'reden'; fout: 'verplicht' }
	/** An agreement that would end before it begins, now that its days are known. */
	| { veld: 'afspraken'; fout: 'volgorde'; soort: AfspraakSoort }
	| { veld: 'dagtekening'; fout: 'toekomst' | 'volgorde' }
	| { veld: 'bekendmaking'; fout: 'volgorde' };
export type Published =
	| { kind: 'gepubliceerd'; versie: number }
	| { kind: 'geweigerd'; fouten: PublicatieFout[] }
	| { kind: 'conflict' };

const action = 'pip.publish';

/**
 * Establishes the draft as the PIP: from then on it never changes, and the participant sees it. Undefined: no such
 * dossier for this actor.
 * @param form.version of the draft that was read before publishing
 */
export async function publishDraft(
	actor: Staff,
	inburgeraarId: string,
	publicatie: Publicatie,
	form: { key: string; version: number },
	now: Temporal.Instant
): Promise<Published | undefined> {
	return database().transaction(async (tx) => {
		const found = await conceptOf(actor, inburgeraarId, tx);
		if (!found) return undefined;
		const { plan, concept } = found;
		const isRepeated = await findIdempotencyKey(tx, actor.id, action, form.key);
		if (!isRepeated && concept?.row.version !== form.version) return { kind: 'conflict' };
		const fouten = isRepeated || !concept ? [] : foutenVan(publicatie, concept, plan, dayOf(now));
		if (fouten.length > 0) return { kind: 'geweigerd', fouten };
		const payload = { inburgeraarId, publicatie, version: form.version };
		const versie = await once(tx, actor, { action, key: form.key, payload }, now, async () => {
			if (!concept) throw new Error('published without a draft');
			return publish(tx, actor, concept, publicatie, now);
		});
		return { kind: 'gepubliceerd', versie: Number(versie) };
	});
}

/** rules.md chapter 6: what stands in the way, all of it together. A later PIP is not dated before the one it replaces. */
function foutenVan(
	publicatie: Publicatie,
	{ row, voor, afspraken }: Concept,
	{ huidig }: Plan,
	today: Temporal.PlainDate
) {
	const { dagtekening, bekendmaking, reden } = publicatie;
	const open = openVoorVaststellen(row, voor.groep);
	const vorige = huidig?.dagtekening ? Temporal.PlainDate.from(huidig.dagtekening) : undefined;
	const fouten: PublicatieFout[] = [];
	if (open.length > 0) fouten.push({ veld: 'concept', open });
	if (huidig && !reden) fouten.push({ veld: 'reden', fout: 'verplicht' });
	if (isNa(dagtekening, today)) fouten.push({ veld: 'dagtekening', fout: 'toekomst' });
	else if (vorige && isVoor(dagtekening, vorige)) fouten.push({ veld: 'dagtekening', fout: 'volgorde' });
	if (isVoor(bekendmaking, dagtekening)) fouten.push({ veld: 'bekendmaking', fout: 'volgorde' });
	const wrong = afspraken.find((one) => {
		const { vanaf, tot } = dagenVan(one, dagtekening);
		return vanaf && tot && isVoor(tot, vanaf);
	});
	if (wrong) fouten.push({ veld: 'afspraken', fout: 'volgorde', soort: wrong.soort });
	return fouten;
}

/** Fields that do not exist for this group and route: a published plan says nothing about them. */
function withoutOthers(voor: PipVoor): Partial<NewPip> {
	const own = veldenVoor(voor);
	return Object.fromEntries(alleVelden.filter((veld) => !own.includes(veld)).map((veld) => [veld, null]));
}

async function publish(
	tx: Writer,
	actor: Staff,
	concept: Concept,
	publicatie: Publicatie,
	now: Temporal.Instant
) {
	const { row, voor, afspraken } = concept;
	const { inburgeraarId, versie } = row;
	const { reden, zinnen, toelichting, dagtekening, bekendmaking } = publicatie;
	await writeDays(tx, afspraken, dagtekening);
	const isPublished = await updateDraft(tx, row, {
		...withoutOthers(voor),
		...{ dagtekening, bekendmaking, redenWijziging: reden ?? 'eerste_pip', toelichting: toelichting ?? null },
		zinnen: zinnen?.length ? zinnen : null,
		...{ publishedBy: actor.id, publishedAt: now }
	});
	if (!isPublished) throw new Error(`PIP ${String(versie)} changed inside its own transaction`);
	await updatePipVersie(tx, inburgeraarId, versie);
	await insertReceipt(tx, row, now);
	const event = { action, objectType: 'pip', objectId: String(versie), subjectId: inburgeraarId };
	await recordAudit(tx, actor, event, now);
	await insertNotice(
		tx,
		{ kind: 'pip', personId: inburgeraarId, dedupeKey: `pip:${inburgeraarId}:${versie}` },
		now
	);
	return String(versie);
}

/** Days after the dagtekening become days: a published plan has nothing left to count. */
async function writeDays(tx: Writer, afspraken: readonly PipAfspraakRow[], dagtekening: Temporal.PlainDate) {
	for (const one of afspraken.filter(({ vanafDagen, totDagen }) => vanafDagen !== null || totDagen !== null))
		await updateAfspraak(tx, one, { ...dagenVan(one, dagtekening), vanafDagen: null, totDagen: null });
}

/** What the law said on this day about these facts, so that it can be reproduced. */
async function insertReceipt(
	tx: Writer,
	{ inburgeraarId, versie }: PipRow,
	now: Temporal.Instant
): Promise<void> {
	const peildatum = dayOf(now);
	const wet = await uitkomstOf(inburgeraarId, peildatum, tx);
	if (!wet) throw new Error('no facts about somebody who has a dossier');
	const { facts, outcome } = wet;
	await insertWetReceipt(tx, {
		inburgeraarId,
		versie,
		peildatum,
		facts,
		outcome,
		ruleVersion,
		createdAt: now
	});
}
