import { tempoVanaf } from '#lib/domain/prognose.ts';
import { courseCategories } from '#lib/domain/hours.ts';
import type { LokaalBeleid } from '#lib/domain/ondersteuning/lokaalBeleid.ts';
import { onderwerpenVan } from '#lib/domain/uitkomsten.ts';
import { antwoordenVanBeleid } from '#lib/domain/wet/gemeentebeleid.ts';
import type { Coordinator } from './actor.ts';
import { recordAudit } from './audit.ts';
import { dayOf } from './clock.ts';
import { listPolicyEvents } from './db/audit.ts';
import { database } from './db/current.ts';
import { listFigurePeople } from './db/figures.ts';
import { findGemeente, updateGemeente, type Gemeente } from './db/people.ts';
import { kindsWithoutFacts } from './facts-of-events.ts';
import { inTurns, rowsOfGemeente, type FactsWanted } from './facts-of-gemeente.ts';
import { factsFrom, type FactSource } from './facts.ts';

/** Settings of rules.md chapter 8; one that is absent means: only the law. */
export interface PolicySettings {
	pipWekenNaBredeIntake?: number;
	voortgangsgesprekkenMinimum?: number;
	voortgangsgesprekkenMaanden?: number;
	maximumSchakelingen?: number;
	afschalenNaMaanden?: number;
	afschalenNt2Minuten?: number;
	isOntzorgenVerlengbaar?: true;
	praktischeBegeleidingMaanden?: number;
	aandachtDagen?: number;
	/** One on a line, beside the subjects of the law. */
	intakedomeinen?: string;
	praktischeBegeleidingDoor?: string;
}
export interface Policy {
	settings: PolicySettings;
	answerDays: number;
	phone: string;
	openingHours: string;
	postalAddress: string;
}
export type PolicyField = keyof PolicySettings | Exclude<keyof Policy, 'settings'>;
type Said = string | number | boolean | null;
/** `people`: for how many the guidance changes today. */
export interface PolicyChange {
	field: PolicyField;
	before: Said;
	after: Said;
	people: number;
}

const policyFrom = ({ lokaalBeleid, answerDays, phone, openingHours, postalAddress }: Gemeente): Policy => ({
	settings: lokaalBeleid as PolicySettings,
	...{ answerDays, phone, openingHours, postalAddress }
});
const flat = ({ settings, ...contact }: Policy): Partial<Record<PolicyField, Said>> => ({
	...settings,
	...contact
});

function changesOf(before: Policy, after: Policy): Omit<PolicyChange, 'people'>[] {
	const [was, is] = [flat(before), flat(after)];
	const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])] as PolicyField[];
	return fields
		.map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
		.filter((change) => change.before !== change.after);
}

/** What holds now, and the last changes of it. Undefined only when the municipality is gone. */
export async function policyOf(actor: Coordinator) {
	const { read } = database();
	const gemeente = await findGemeente(read, actor.gemeenteId);
	if (!gemeente) return undefined;
	const history = await listPolicyEvents(read, gemeente.id, 20);
	return { policy: policyFrom(gemeente), version: gemeente.version, history };
}

/** What would change, and for how many people; changes nothing. No read for a person. */
export async function previewPolicy(
	actor: Coordinator,
	wanted: Policy,
	now: Temporal.Instant
): Promise<PolicyChange[]> {
	const { read } = database();
	const gemeente = await findGemeente(read, actor.gemeenteId);
	if (!gemeente) return [];
	const changes = changesOf(policyFrom(gemeente), wanted);
	if (changes.length === 0) return [];
	const people = await listFigurePeople(read, gemeente.id, dayOf(now));
	const changed = await answersChanged(people, changes, gemeente, wanted, now);
	return changes.map((change) => ({ ...change, people: changed.get(change.field) ?? people.length }));
}

const isOfEngine = (field: PolicyField): field is keyof typeof antwoordenVanBeleid => field in antwoordenVanBeleid; // prettier-ignore

/** Only downscaling looks at hours; no setting looks at exams. */
const wantedFor = (fields: readonly PolicyField[], today: Temporal.PlainDate): FactsWanted => ({
	withoutEvents: kindsWithoutFacts,
	hours: fields.some((field) => field === 'afschalenNaMaanden' || field === 'afschalenNt2Minuten')
		? { categories: courseCategories, hasAllOfZ: false, from: tempoVanaf(today), today }
		: null,
	hasAttempts: false
});

/** Per setting that the law engine knows: how many people get another answer. */
async function answersChanged(
	people: Awaited<ReturnType<typeof listFigurePeople>>,
	changes: readonly Omit<PolicyChange, 'people'>[],
	gemeente: Gemeente,
	wanted: Policy,
	now: Temporal.Instant
): Promise<Map<PolicyField, number>> {
	const fields = changes.map(({ field }) => field).filter(isOfEngine);
	const counts = new Map<PolicyField, number>(fields.map((field) => [field, 0]));
	if (fields.length === 0) return counts;
	const today = dayOf(now);
	const rowsOf = await rowsOfGemeente(database().read, gemeente.id, wantedFor(fields, today));
	const answers = (subject: LokaalBeleid, field: keyof typeof antwoordenVanBeleid) =>
		antwoordenVanBeleid[field].map((name) => String(subject[name])).join();
	const { lokaalBeleid: was } = gemeente;
	const is = wanted.settings as Gemeente['lokaalBeleid'];
	for await (const inburgeraar of inTurns(people)) {
		const rows = { ...rowsOf(inburgeraar.id), inburgeraar };
		const [before, after] = [was, is].map((lokaalBeleid) => guidance({ ...rows, lokaalBeleid }, today));
		for (const field of fields)
			if (before && after && answers(before, field) !== answers(after, field))
				counts.set(field, (counts.get(field) ?? 0) + 1);
	}
	return counts;
}

const guidance = (rows: FactSource, today: Temporal.PlainDate) =>
	onderwerpenVan(factsFrom(rows, today), ['lokaalBeleid']).lokaalBeleid;

/** Saves the policy; each changed setting is written to the audit log with what it was and what it is. */
export async function savePolicy(
	actor: Coordinator,
	wanted: Policy,
	version: number,
	now: Temporal.Instant
): Promise<'bewaard' | 'verouderd'> {
	return database().transaction(async (tx) => {
		const gemeente = await findGemeente(tx, actor.gemeenteId);
		if (!gemeente || gemeente.version !== version) return 'verouderd';
		const changes = changesOf(policyFrom(gemeente), wanted);
		const { settings, ...contact } = wanted;
		const set = { ...contact, lokaalBeleid: settings as Gemeente['lokaalBeleid'], version: version + 1 };
		if (changes.length > 0) await updateGemeente(tx, gemeente.id, set);
		for (const { field, before, after } of changes) {
			const objectId = `${field}: ${short(before)} → ${short(after)}`;
			// The subject is the municipality: settings are nobody's personal data (decision 0029).
			await recordAudit(tx, actor, { action: 'beleid.change', objectType: 'beleid', objectId, subjectId: gemeente.id }, now); // prettier-ignore
		}
		return 'bewaard';
	});
}

const short = (said: Said) => (said === null ? '–' : String(said).replaceAll('\n', '; ').slice(0, 120));
