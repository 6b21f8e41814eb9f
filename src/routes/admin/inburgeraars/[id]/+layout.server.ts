import { dossierFor } from '#lib/server/dossiers.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Name and tabs above every page of a dossier. Each page guards, and writes its reading to the audit log, itself. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const { person, inburgeraar } = found(await dossierFor(staffOf(locals), params.id));
	return {
		dossier: {
			id: person.id,
			name: person.name,
			language: person.locale,
			phone: person.phone,
			groep: inburgeraar.groep,
			tolktaal: inburgeraar.tolktaal,
			tolkDialect: inburgeraar.tolkDialect
		}
	};
};
