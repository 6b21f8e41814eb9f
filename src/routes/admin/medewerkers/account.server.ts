import { z } from 'zod';
import { keptRoles, type placesOf, type StaffFields } from '#lib/server/staff-accounts.ts';
import { choice, idField, line, optional, required } from '#lib/server/web/form.ts';

/** The fields of an account, as both forms have them. */
export const fields = {
	naam: required(line(120)),
	email: required(line(254)),
	rol: choice(keptRoles),
	organisatie: optional(idField),
	telefoon: line(40),
	functie: line(80)
};
export const accountOf = (data: z.infer<z.ZodObject<typeof fields>>): StaffFields => ({
	name: data.naam,
	email: data.email,
	role: data.rol,
	partnerId: data.rol === 'partner' ? (data.organisatie ?? null) : null,
	phone: data.telefoon || null,
	jobTitle: data.functie || null
});

/** What can be chosen; the name of the municipality stands beside an organisation when there is more than one. */
export function choicesOf({ gemeenten, partners }: Awaited<ReturnType<typeof placesOf>>) {
	return {
		gemeenten,
		partners: partners.map(({ id, name, gemeenteName }) => ({
			value: id,
			text: gemeenten.length > 1 ? `${name} (${gemeenteName})` : name
		}))
	};
}
