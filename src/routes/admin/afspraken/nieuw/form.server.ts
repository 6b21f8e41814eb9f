import { z } from 'zod';
import { groepen, interpreterModes, leerroutes, locales } from '#lib/domain/vocabulary.ts';
import type { ChooseFrom, GroupFacts, Invitee } from '#lib/server/appointment-invitations.ts';
import { mostInvited } from '#lib/server/appointment-invitations.ts';
import { checkbox, choice, formKey, idField, line, optional, whole, type FieldErrors, type Typed } from '#lib/server/web/form.ts'; // prettier-ignore
import { zinFields } from '#lib/server/web/zinnen.ts';
import { sharedFields } from '../../inburgeraars/[id]/afspraken/appointment-form.server.ts';

const listOf = <T extends z.ZodType>(item: T) =>
	z.preprocess((value) => (value === '' ? [] : value), z.array(item).max(mostInvited, 'te_groot'));

const filterFields = {
	zoek: line(64),
	taal: optional(choice(locales)),
	groep: optional(choice(groepen)),
	route: optional(choice(leerroutes)),
	activiteit: optional(idField)
};
const groupFields = { titel: line(120), plaatsen: optional(whole(1, 1000)) };
/** The whole form: who, what, and behind the preview the interpreter of each. */
export const schema = z.object({
	...{ ...filterFields, wie: listOf(idField), allen: checkbox },
	...{ ...sharedFields, ...zinFields, ...groupFields, formKey },
	voor: listOf(idField),
	tolken: listOf(choice(interpreterModes)),
	talen: listOf(line(60)),
	dialecten: listOf(line(60))
});
export const many = ['wie', 'meenemen', 'voor', 'tolken', 'talen', 'dialecten'];
export type Data = z.infer<typeof schema>;
/** The same form while it is being filled in: everything may be missing. */
export const loose = z.object({
	...Object.fromEntries(
		Object.keys(schema.shape).map((name) => [
			name,
			many.includes(name) ? listOf(z.string().max(200)) : z.string().max(2000)
		])
	),
	...zinFields
});

const filterSchema = z.object(filterFields);
/** The filters that were typed; one that cannot be read filters nothing. */
export function filterIn(typed: Typed): ChooseFrom {
	const named = Object.fromEntries(Object.keys(filterFields).map((name) => [name, typed[name] ?? '']));
	const { data } = filterSchema.safeParse(named);
	return { search: data?.zoek ?? '', locale: data?.taal, groep: data?.groep, leerroute: data?.route, activityId: data?.activiteit }; // prettier-ignore
}

export const chosenIn = (typed: Typed): string[] =>
	[typed.wie ?? []].flat().filter((id) => idField.safeParse(id).success).slice(0, mostInvited); // prettier-ignore

export const factsOf = ({ titel, plaatsen, activiteit }: Data): GroupFacts => ({
	title: titel || null,
	capacity: plaatsen ?? null,
	activityId: activiteit ?? null
});

/** Who is invited with which interpreter; an error code for each whose language is missing. */
export function inviteesOf({
	voor,
	tolken,
	talen,
	dialecten
}: Data): { invitees: Invitee[]; errors: FieldErrors } | undefined {
	if ([tolken, talen, dialecten].some(({ length }) => length !== voor.length)) return undefined;
	const errors: FieldErrors = {};
	const invitees = voor.map((inburgeraarId, n): Invitee => {
		const mode = tolken[n] ?? 'geen';
		const language = talen[n] || null;
		if (mode !== 'geen' && !language) errors[inburgeraarId] = 'verplicht';
		return {
			inburgeraarId,
			interpreterMode: mode,
			interpreterLanguage: mode === 'geen' ? null : language,
			interpreterDialect: mode === 'geen' ? null : dialecten[n] || null
		};
	});
	return { invitees, errors };
}
