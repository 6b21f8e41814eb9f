import { fold } from '../fold.ts';
import type { people } from '../db/schema.ts';
import { personaIds, type StaffKey } from './ids.ts';
import { gemeenteIds, partnerIds } from './places.ts';

type Person = typeof people.$inferInsert;

const member = (
	key: StaffKey,
	name: string,
	rest: Pick<Person, 'role' | 'jobTitle' | 'phone'> & Partial<Person>
): Omit<Person, 'createdAt'> => ({
	id: personaIds[key],
	gemeenteId: gemeenteIds.waterrijk,
	name,
	nameFolded: fold(name),
	loginName: `${key}@waterrijk.example`,
	email: `${key}@waterrijk.example`,
	isDemo: true,
	demoKey: key,
	...rest
});

/** They sign in by the demo only: nobody has a password. */
export const staffRows: Omit<Person, 'createdAt'>[] = [
	member('consulent', 'Sanne de Wit', {
		role: 'consulent',
		jobTitle: 'Integratieconsulent',
		phone: '0399 12 34 01'
	}),
	member('consulent-collega', 'Youssef Amrani', {
		role: 'consulent',
		jobTitle: 'Integratieconsulent',
		phone: '0399 12 34 02'
	}),
	member('consulent-elders', 'Ilse Bakker', {
		role: 'consulent',
		gemeenteId: gemeenteIds.heuvelstad,
		jobTitle: 'Consulent inburgering',
		phone: '0397 65 43 01',
		loginName: 'consulent-elders@heuvelstad.example',
		email: 'consulent-elders@heuvelstad.example'
	}),
	member('coordinator', 'Petra Vermeulen', {
		role: 'coordinator',
		jobTitle: 'Coördinator inburgering',
		phone: '0399 12 34 00'
	}),
	member('partner-taalschool', 'Hanneke Jansen', {
		role: 'partner',
		partnerId: partnerIds.deBrug,
		jobTitle: 'Docent NT2',
		phone: '0399 20 10 12',
		loginName: 'h.jansen@debrug.example',
		email: 'h.jansen@debrug.example'
	}),
	member('partner-welzijn', 'Joris Smit', {
		role: 'partner',
		partnerId: partnerIds.welzijn,
		jobTitle: 'Begeleider participatie',
		phone: '0399 20 40 41',
		loginName: 'j.smit@welzijn.example',
		email: 'j.smit@welzijn.example'
	}),
	member('partner-elders', 'Lotte Mulder', {
		role: 'partner',
		gemeenteId: gemeenteIds.heuvelstad,
		partnerId: partnerIds.taalpunt,
		jobTitle: 'Docent NT2',
		phone: '0397 60 10 12',
		loginName: 'l.mulder@taalpunt.example',
		email: 'l.mulder@taalpunt.example'
	}),
	member('beheerder', 'Bea van Rijn', {
		role: 'beheerder',
		gemeenteId: null,
		jobTitle: 'Functioneel beheerder',
		phone: '0399 12 34 99'
	})
];
