import {
	cursusMinuten,
	eerstvolgendeStart,
	weekMinuten,
	type Cursusaanbod
} from '#lib/domain/cursussen/aanbod.ts';
import { isVoor } from '#lib/domain/dag.ts';
import { pipAfspraakSoorten } from '#lib/domain/pipVelden.ts';
import type { AfspraakSoort, Leerroute } from '#lib/domain/vocabulary.ts';
import type { Staff } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { choicesOf } from './cursus-keuze.ts';
import { updateAgreedChoice } from './db/course-choices.ts';
import { database } from './db/current.ts';
import { insertAfspraken, listAfspraken, updateAfspraak, updateDraft } from './db/pips.ts';
import { dossierFor } from './dossiers.ts';
import { once } from './idempotency.ts';
import { newId } from './ids.ts';
import { draftFor, type AfspraakInvoer, type DraftVelden } from './pip-drafts.ts';

/** Which agreement a course is in a PIP of this route. */
function soortOf({ goal }: Cursusaanbod, leerroute: Leerroute | null): AfspraakSoort {
	if (goal === 'alfabetisering') return 'alfabetisering';
	if (goal === 'knm') return 'knm_les';
	return leerroute === 'onderwijs' ? 'taalschakeltraject' : 'taalles';
}

/** The agreement that a course becomes, as far as its kind can say it; what nobody knows stays empty. */
function afspraakOf(
	aanbod: Cursusaanbod,
	leerroute: Leerroute | null,
	today: Temporal.PlainDate
): AfspraakInvoer {
	const soort = soortOf(aanbod, leerroute);
	const slots = new Set<string>(pipAfspraakSoorten[soort].slots);
	const slot = <T>(name: string, value: T | null): T | null => (slots.has(name) ? value : null);
	return {
		...{ thema: 'inburgering', soort, uitvoerder: 'inburgeraar', aantal: null, tot: null },
		minutenPerWeek: slot('minutenPerWeek', weekMinuten(aanbod)),
		minutenTotaal: slot('minutenTotaal', cursusMinuten(aanbod)),
		metWie: slot('metWie', aanbod.provider.slice(0, 120)),
		plaats: slot('plaats', aanbod.place),
		vanaf: slot('vanaf', aanbod.hasContinuousStart ? null : eerstvolgendeStart(aanbod, today)),
		toelichting: aanbod.name
	};
}

/** What the plan itself says about the course. */
function veldenOf(aanbod: Cursusaanbod, afspraak: AfspraakInvoer, today: Temporal.PlainDate): DraftVelden {
	const { hasKeurmerk, keurmerkValidUntil: until } = aanbod;
	return {
		cursusinstelling: aanbod.provider,
		startCursus: afspraak.vanaf,
		hasKeurmerk: hasKeurmerk === null ? null : hasKeurmerk && !(until && isVoor(until, today))
	};
}

/**
 * Fills the course that somebody chose in as an agreement of the draft PIP, which begins here when there is none.
 * Nothing holds before a consultant publishes it. Undefined: not the actor's, or no choice that still holds.
 * @returns the id of the agreement
 */
export async function agreeChoice(
	actor: Staff,
	inburgeraarId: string,
	form: { key: string; choiceId: string },
	now: Temporal.Instant
): Promise<string | undefined> {
	const { key, choiceId } = form;
	const today = dayOf(now);
	return database().transaction(async (tx) => {
		const dossier = await dossierFor(actor, inburgeraarId, tx);
		if (!dossier) return undefined;
		const choice = (await choicesOf(tx, inburgeraarId)).find(({ id }) => id === choiceId);
		if (!choice || choice.withdrawnAt) return undefined;
		return once(
			tx,
			actor,
			{ action: 'cursuskeuze.agree', key, payload: { inburgeraarId, choiceId } },
			now,
			async () => {
				const draft = await draftFor(tx, actor, dossier, now);
				if (!draft) return undefined;
				const { versie } = draft;
				const afspraak = afspraakOf(choice.aanbod, draft.leerroute, today);
				const rows = await listAfspraken(tx, inburgeraarId, [versie]);
				// 'Find a course' is filled in; an agreement with another school stays what it is.
				const open = rows.find(
					({ soort, metWie }) => soort === afspraak.soort && (!metWie || metWie === afspraak.metWie)
				);
				const id = open?.id ?? newId();
				if (open) await updateAfspraak(tx, { inburgeraarId, versie, id }, afspraak);
				else {
					const position = (rows.at(-1)?.position ?? 0) + 1;
					await insertAfspraken(tx, [{ ...afspraak, inburgeraarId, versie, id, position }]);
				}
				await updateDraft(tx, draft, veldenOf(choice.aanbod, afspraak, today));
				await updateAgreedChoice(
					tx,
					{ inburgeraarId, id: choiceId },
					{ afspraakId: id, agreedBy: actor.id, agreedAt: now }
				);
				const event = { action: 'cursuskeuze.agree', objectType: 'cursuskeuze', objectId: choiceId };
				await recordAudit(tx, actor, { ...event, subjectId: inburgeraarId }, now);
				return id;
			}
		);
	});
}
