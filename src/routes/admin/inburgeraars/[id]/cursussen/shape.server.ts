import { dayOf } from '#lib/server/clock.ts';
import type { CourseDossier } from '#lib/server/cursus-dossier.ts';
import { criteriumText } from '#lib/server/cursus-tekst.ts';
import type { Advice } from '#lib/server/db/course-choices.ts';
import { euroText, numericDate } from '#lib/server/format.ts';
import { readZinLists } from '#lib/server/zinnen.ts';
import type { LocaleId } from '#lib/domain/vocabulary.ts';

const date = (moment: Temporal.Instant) => numericDate(dayOf(moment));
const euro = (cents: number | null) => (cents === null ? null : euroText(cents));
const title = ({ name, provider }: { name: string; provider: string }) => `${name} · ${provider}`;
export type Keuze = ReturnType<typeof choiceText>;
const choiceText = (one: CourseDossier['choices'][number]) => ({
	...{ id: one.id, title: title(one.aanbod), agreedIn: one.agreedIn, adviceId: one.adviceId },
	...{ gekozen: date(one.chosenAt), terug: one.withdrawnAt && date(one.withdrawnAt) }
});

/** What was prepared, as it stands in the form. */
export const formOf = (draft: Advice | undefined) => ({
	cursus: draft?.courses.map(({ id }) => id) ?? [],
	tekst: draft?.text ?? ''
});

/** The page in strings; phrases as the participant reads them. */
export async function shapeDossier(dossier: CourseDossier, locale: LocaleId) {
	const { shared, signed, draft, choices, catalogue, groep } = dossier;
	const [now = [], ...lists] = await readZinLists([draft?.zinnen ?? [], ...signed.map(({ zinnen }) => zinnen)], locale); // prettier-ignore
	const chosen = new Set(draft?.courses.map(({ id }) => id));
	const kept = shared?.kept.map(({ aanbod }) => aanbod.id) ?? [];
	const near = [...new Set([...kept, ...chosen])];
	const names = new Map(
		[...(shared?.kept.map(({ aanbod }) => aanbod) ?? []), ...(draft?.courses ?? [])].map((one) => [
			one.id,
			title(one)
		])
	);
	const own = new Set(catalogue.map(({ id }) => id));
	return {
		...{ groep, draftVersion: draft?.version ?? 0 },
		shared: shared && {
			since: date(shared.since),
			kept: shared.kept.map(({ aanbod, isActive, passing }) => ({
				...{ id: aanbod.id, title: title(aanbod), isActive, geheel: passing.geheel },
				...{ onbekend: passing.onbekend, prijs: euro(aanbod.priceTotalCents) },
				criteria: passing.criteria.map(criteriumText)
			}))
		},
		/** To tick: what is on the shared list or was prepared, and is still in the catalogue. */
		near: near.filter((id) => own.has(id)).map((id) => ({ id, title: names.get(id) ?? '' })),
		others: catalogue
			.filter(({ id }) => !near.includes(id))
			.map((one) => ({ id: one.id, title: title(one) })),
		draft: draft && { zinnen: now, courses: draft.courses.map(title), text: draft.text },
		signed: signed.map((one, n) => ({
			...{ id: one.id, text: one.text, door: one.signerName, dag: date(one.signedAt) },
			zinnen: lists[n] ?? [],
			courses: one.courses.map((course) => ({ title: title(course), prijs: euro(course.priceTotalCents) })),
			gevolg: choices.filter(({ adviceId }) => adviceId === one.id).map(choiceText)
		})),
		choices: choices.map(choiceText)
	};
}
export type AdviceText = Awaited<ReturnType<typeof shapeDossier>>['signed'][number];
