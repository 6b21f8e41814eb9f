import { minutesLeft } from '#lib/server/break-glass.ts';
import { dossierFor, dossierToRead } from '#lib/server/dossiers.ts';
import { momentText } from '#lib/server/format.ts';
import { found, staffOf } from '#lib/server/web/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Name and tabs above every page of a dossier. Each page guards, and writes its reading to the audit log, itself. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const actor = staffOf(locals);
	const own = await dossierFor(actor, params.id);
	const { person, inburgeraar } = own ?? found(await dossierToRead(actor, params.id));
	const until = own ? undefined : actor.opened?.find((one) => one.inburgeraarId === params.id)?.until;
	return {
		/** Read outside the own caseload: until when (AC-11). Absent: the actor's own. */
		opened: until && { minutes: minutesLeft(until, locals.now), until: momentText(until, 'nl').time },
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
