import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { groepen, locales, verblijfsvergunningen } from '#lib/domain/vocabulary.ts';
import { localizeHref } from '#lib/paraglide/runtime.js';
import { openDossier } from '#lib/server/dossiers.ts';
import { changeGegevens, gegevensOf, type Gegevens } from '#lib/server/gegevens.ts';
import { birthDay, checkbox, choice, line, readForm, required, version } from '#lib/server/web/form.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const shape = ({ name, phone, locale, tolktaal, tolkDialect, geboortedatum, ...law }: Gegevens) => ({
	...{ naam: name, telefoon: phone ?? '', taal: locale, tolktaal: tolktaal ?? '' },
	...{ dialect: tolkDialect ?? '', geboren: geboortedatum.toString(), groep: law.groep },
	vergunning: law.verblijfsvergunning
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const dossier = found(await openDossier(staffOf(locals), params.id, 'gegevens', locals.now));
	const versions = { person: dossier.person.version, inburgeraar: dossier.inburgeraar.version };
	return { values: shape(gegevensOf(dossier)), versions };
};

const schema = z.object({
	...{ version, persoonVersie: version, naam: required(line(100)), telefoon: line(30) },
	...{ taal: choice(locales), tolktaal: line(60), dialect: line(60), geboren: birthDay },
	...{ groep: choice(groepen), vergunning: choice(verblijfsvergunningen), zeker: checkbox }
});

export const actions: Actions = {
	default: async ({ request, locals, params, setHeaders }) => {
		const actor = staffOf(locals);
		setHeaders({ 'x-portal-reflects': '1' });
		const form = await readForm(request, schema);
		if (!form.ok && 'version' in form.errors) error(400);
		if (!form.ok) return fail(form.status, { errors: form.errors, typed: form.typed, now: null });
		const {
			naam: name,
			telefoon,
			taal: locale,
			tolktaal,
			dialect,
			geboren: geboortedatum,
			groep
		} = form.data;
		const gegevens = {
			...{ name, phone: telefoon || null, locale, tolktaal: tolktaal || null },
			...{ tolkDialect: dialect || null, geboortedatum, groep },
			verblijfsvergunning: form.data.vergunning
		};
		const { version: inburgeraar, persoonVersie: person, zeker: isZeker } = form.data;
		const seen = { person, inburgeraar, isZeker };
		const result = found(await changeGegevens(actor, params.id, gegevens, seen, locals.now));
		if (result.ok) redirect(303, localizeHref(`/admin/inburgeraars/${params.id}?gedaan=gegevens`));
		const errors: Record<string, string> = { [result.reden === 'toekomst' ? 'geboren' : result.reden]: result.reden }; // prettier-ignore
		return fail(409, {
			errors,
			typed: form.typed,
			now: result.reden === 'conflict' ? shape(result.now) : null
		});
	}
};
