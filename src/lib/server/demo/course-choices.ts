import { insertAdvice, insertChoice, insertOnShortlist, insertSharing } from '../db/course-choices.ts';
import type { Writer } from '../db/database.ts';
import type { Calendar } from './calendar.ts';
import { courseId } from './courses.ts';
import { demoId, personaIds } from './ids.ts';

/** Berivan shared her list and waits for advice; Oksana was advised long ago, and chose. */
export async function recordCourseChoices(tx: Writer, days: Calendar): Promise<void> {
	const berivan = personaIds['gezin-z-ku'];
	const asked = days.past(days.workdayAgo({ days: 2 }), '20:40');
	for (const key of ['vrouwen-z', 'brug-z'])
		await insertOnShortlist(tx, { inburgeraarId: berivan, courseId: courseId(key) }, asked);
	const answers = { niveau: 'a1', dagen: [1, 2, 4, 5], delen: ['ochtend'], reisMinuten: 30, heeftOpvangNodig: true, isMetLening: true }; // prettier-ignore
	await insertSharing(tx, { inburgeraarId: berivan, id: demoId('cursuslijst', 'gezin-z-ku'), answers, sharedAt: asked }); // prettier-ignore

	const oksana = personaIds['gezin-klaar-uk'];
	const adviceId = demoId('cursusadvies', 'gezin-klaar-uk');
	const signedAt = days.past(days.workdayAgo({ months: 27 }), '11:20');
	await insertAdvice(tx, {
		...{ inburgeraarId: oksana, id: adviceId, createdBy: personaIds.consulent, createdAt: signedAt },
		...{ signedBy: personaIds.consulent, signedAt, text: 'De avondgroep heeft nog plaats.' },
		courses: [{ id: courseId('brug-b1-avond'), provider: 'Taalschool De Brug (verzonnen)', name: 'Nederlands naar B1, avond', priceTotalCents: 598_000 }], // prettier-ignore
		zinnen: [
			{ zin: 'stock:advies_past', slots: {} },
			{ zin: 'stock:advies_zelf_kiezen', slots: {} }
		]
	});
	await insertChoice(tx, {
		...{ inburgeraarId: oksana, id: demoId('cursuskeuze', 'gezin-klaar-uk'), adviceId },
		...{ courseId: courseId('brug-b1-avond'), chosenAt: signedAt.add({ hours: 50 }) },
		...{ agreedBy: personaIds.consulent, agreedAt: signedAt.add({ hours: 170 }) },
		afspraakId: demoId('gezin-klaar-uk', 'afspraak', 'taalles')
	});
}
