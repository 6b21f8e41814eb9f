import type { Coordinator } from './actor.ts';
import { recordAudit } from './audit.ts';
import { database } from './db/current.ts';
import { findGemeente, updateGemeente, type Gemeente } from './db/people.ts';
import { newId } from './ids.ts';
import { usedTokens } from './theme-base.ts';
import { themeFindings, type Finding } from './theme-doctor.ts';
import { readTheme, type ThemeRefusal, type Tokens } from './theme-parse.ts';

export interface ThemeState {
	/** What everybody sees now. */
	tokens: Tokens;
	/** What was there before; null: nothing to go back to. */
	former: Tokens | null;
	/** What this person is trying out, with its findings. */
	draft: { id: string; tokens: Tokens; findings: Finding[] } | null;
	findings: Finding[];
	version: number;
}
export type ThemeAnswer =
	| { ok: true }
	/** `contrast`: a pair is below what is needed; `verouderd`: another draft, or somebody else saved. */
	| { ok: false; reason: 'contrast' | 'verouderd' | 'geen_vorig' };

const isOwn = (gemeente: Gemeente, actor: Coordinator) => gemeente.themeDraft?.by === actor.id;

/** Undefined only when the municipality is gone. */
export async function themeOf(actor: Coordinator): Promise<ThemeState | undefined> {
	const gemeente = await findGemeente(database().read, actor.gemeenteId);
	if (!gemeente) return undefined;
	const draft = isOwn(gemeente, actor) ? gemeente.themeDraft : null;
	return {
		tokens: gemeente.theme,
		former: gemeente.themeFormer,
		draft: draft && { id: draft.id, tokens: draft.tokens, findings: themeFindings(draft.tokens) },
		findings: themeFindings(gemeente.theme),
		version: gemeente.version
	};
}

/** Keeps a theme to try out: only its maker sees it. A file with a tag or a foreign address is refused whole. */
export async function draftTheme(
	actor: Coordinator,
	given: { text: string } | { tokens: Tokens }
): Promise<{ ok: true } | { ok: false; reason: ThemeRefusal }> {
	const read =
		'text' in given ? readTheme(given.text, usedTokens) : { ok: true as const, tokens: given.tokens };
	if (!read.ok) return read;
	const themeDraft = { id: newId(), by: actor.id, tokens: read.tokens };
	await database().transaction((tx) => updateGemeente(tx, actor.gemeenteId, { themeDraft }));
	return { ok: true };
}

/** The draft of this person as tokens; undefined without one. */
export async function draftTokens(actor: Coordinator): Promise<Tokens | undefined> {
	const gemeente = await findGemeente(database().read, actor.gemeenteId);
	return gemeente && isOwn(gemeente, actor) ? gemeente.themeDraft?.tokens : undefined;
}

/** Makes the draft the theme of the municipality; the theme it replaces can come back. */
export async function saveTheme(
	actor: Coordinator,
	sent: { draftId: string; version: number },
	now: Temporal.Instant
): Promise<ThemeAnswer> {
	return database().transaction(async (tx) => {
		const gemeente = await findGemeente(tx, actor.gemeenteId);
		const draft = gemeente?.themeDraft;
		if (!gemeente || !draft || draft.id !== sent.draftId || !isOwn(gemeente, actor))
			return { ok: false, reason: 'verouderd' };
		if (gemeente.version !== sent.version) return { ok: false, reason: 'verouderd' };
		if (themeFindings(draft.tokens).some(({ isGood }) => !isGood)) return { ok: false, reason: 'contrast' };
		const set = { theme: draft.tokens, themeFormer: gemeente.theme, themeDraft: null };
		await updateGemeente(tx, gemeente.id, { ...set, version: gemeente.version + 1 });
		await recordAudit(tx, actor, event('thema.save', gemeente), now);
		return { ok: true };
	});
}

/** Back to the former theme, or to how the portal looks without one. What is replaced becomes the former one. */
export async function undoTheme(
	actor: Coordinator,
	sent: { to: 'vorig' | 'basis'; version: number },
	now: Temporal.Instant
): Promise<ThemeAnswer> {
	return database().transaction(async (tx) => {
		const gemeente = await findGemeente(tx, actor.gemeenteId);
		if (!gemeente || gemeente.version !== sent.version) return { ok: false, reason: 'verouderd' };
		const theme = sent.to === 'basis' ? {} : gemeente.themeFormer;
		if (!theme) return { ok: false, reason: 'geen_vorig' };
		const set = { theme, themeFormer: gemeente.theme, version: gemeente.version + 1 };
		await updateGemeente(tx, gemeente.id, set);
		await recordAudit(tx, actor, event(`thema.${sent.to}`, gemeente), now);
		return { ok: true };
	});
}

const event = (action: string, { id }: Gemeente) => ({ action, objectType: 'gemeente', objectId: id });
