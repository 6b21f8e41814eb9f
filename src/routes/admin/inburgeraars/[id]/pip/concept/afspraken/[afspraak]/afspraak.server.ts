import { z } from 'zod';
import { soortVanActiviteit } from '#lib/domain/activiteiten.ts';
import { isVoor } from '#lib/domain/dag.ts';
import { pipAfspraakSoorten, soortenVoor, type PipVoor } from '#lib/domain/pipVelden.ts';
import { afspraakSoorten, pipThemas, uitvoerders, type ZinGebruik } from '#lib/domain/vocabulary.ts';
import type { ActivityLine } from '#lib/server/activities.ts';
import { hoursText } from '#lib/server/format.ts';
import type { AfspraakInvoer, Concept } from '#lib/server/pip-drafts.ts';
import { choice, day, duration, idField, line, lines, optional, version, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { zinFields } from '#lib/server/web/zinnen.ts';

export const zinKinds = ['afspraak_in_pip'] as const;
export const afspraakSchema = z.object({
	version,
	/** Only a new agreement has one. */
	formKey: optional(idField),
	thema: choice(pipThemas),
	soort: choice(afspraakSoorten),
	uitvoerder: choice(uitvoerders),
	minutenPerWeek: optional(duration(10_080)),
	minutenTotaal: optional(duration(120_000)),
	aantal: optional(whole(1, 999)),
	metWie: line(120),
	plaats: line(160),
	vanaf: optional(day),
	tot: optional(day),
	/** Days after the dagtekening, where no day is typed. */
	vanafDagen: optional(whole(0, 3650)),
	totDagen: optional(whole(0, 3650)),
	...zinFields,
	toelichting: lines(500)
});
type Data = z.infer<typeof afspraakSchema>;

/** What one field cannot know: a kind that exists for this person, days in order, words for an agreement of one's own. */
export function faultsOf(data: Data, zinnen: readonly ZinGebruik[], voor: PipVoor): FieldErrors {
	const { vanaf, tot, vanafDagen, totDagen } = data;
	const isBackwards =
		!vanaf && !tot && vanafDagen !== undefined && totDagen !== undefined && totDagen < vanafDagen;
	return {
		...(soortenVoor(data.thema, voor).includes(data.soort) ? {} : { soort: 'kies' }),
		...(vanaf && tot && isVoor(tot, vanaf) ? { tot: 'volgorde' } : {}),
		...(isBackwards ? { totDagen: 'volgorde' } : {}),
		...(data.soort === 'eigen_afspraak' && !data.toelichting && zinnen.length === 0
			? { toelichting: 'eigen' }
			: {})
	};
}

/** Only what this kind of agreement can say. */
export function invoerOf(data: Data, zinnen: ZinGebruik[]): AfspraakInvoer {
	const slots = new Set<string>(pipAfspraakSoorten[data.soort].slots);
	const slot = <T>(name: string, value: T | undefined): T | null =>
		slots.has(name) && value !== undefined && value !== '' ? value : null;
	return {
		...{ thema: data.thema, soort: data.soort, uitvoerder: data.uitvoerder },
		minutenPerWeek: slot('minutenPerWeek', data.minutenPerWeek),
		minutenTotaal: slot('minutenTotaal', data.minutenTotaal),
		aantal: slot('aantal', data.aantal),
		metWie: slot('metWie', data.metWie),
		plaats: slot('plaats', data.plaats),
		vanaf: slot('vanaf', data.vanaf),
		tot: slot('tot', data.tot),
		vanafDagen: data.vanaf ? null : slot('vanaf', data.vanafDagen),
		totDagen: data.tot ? null : slot('tot', data.totDagen),
		zinnen: zinnen.length > 0 ? zinnen : null,
		toelichting: data.toelichting || null
	};
}

type Row = Concept['afspraken'][number];

/** A form with what stands in the draft. */
export function formOf(row: Row): Typed {
	const minutes = (value: number | null) => (value === null ? '' : hoursText(value));
	const text = (value: { toString(): string } | null) => value?.toString() ?? '';
	return {
		...{ thema: row.thema, soort: row.soort, uitvoerder: row.uitvoerder },
		...{ minutenPerWeek: minutes(row.minutenPerWeek), minutenTotaal: minutes(row.minutenTotaal) },
		...{ aantal: text(row.aantal), metWie: text(row.metWie), plaats: text(row.plaats) },
		...{ vanafDagen: text(row.vanafDagen), totDagen: text(row.totDagen) },
		...{ vanaf: text(row.vanaf), tot: text(row.tot), toelichting: text(row.toelichting) }
	};
}

/** A new agreement that is a local activity, as far as this person can have it. */
export function formOfActivity(activity: ActivityLine, voor: PipVoor): Typed | undefined {
	const soort = soortVanActiviteit[activity.kind];
	const thema = pipThemas.find((one) => soortenVoor(one, voor).includes(soort));
	if (!thema) return undefined;
	const text = (value: { toString(): string } | null) => value?.toString() ?? '';
	return {
		...{
			thema,
			soort,
			uitvoerder: 'samen',
			metWie: [activity.title, activity.partnerName].filter(Boolean).join(', ').slice(0, 120)
		},
		...{ plaats: text(activity.place), vanaf: text(activity.vanaf), tot: text(activity.tot) },
		minutenPerWeek: activity.minutesPerWeek ? hoursText(activity.minutesPerWeek) : ''
	};
}

/** A new agreement of this kind, or undefined when there is none such for this person. */
export function emptyForm(thema: string | null, soort: string | null, voor: PipVoor): Typed | undefined {
	const known = pipThemas.find((one) => one === thema);
	const kind = known && soortenVoor(known, voor).find((one) => one === soort);
	if (!known || !kind) return undefined;
	return { thema: known, soort: kind, uitvoerder: 'samen' };
}
