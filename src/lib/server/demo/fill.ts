import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import {
	activities,
	appointmentGroups,
	courses,
	gemeenten,
	partners,
	people,
	phrases,
	phraseTexts,
	pipTemplates
} from '../db/schema.ts';
import { activityRows, placeInActivities, templateRows } from './activities.ts';
import { calendar } from './calendar.ts';
import { recordCourseChoices } from './course-choices.ts';
import { courseRows } from './courses.ts';
import { groupRows } from './groups.ts';
import { recordDuoTicks } from './duo-ticks.ts';
import { livesOf } from './lives.ts';
import { recordContacts } from './contacts.ts';
import { recordCorrections } from './corrections.ts';
import { recordMoves } from './moves.ts';
import { phraseRows } from './phrases.ts';
import { recordReadings } from './readings.ts';
import { gemeenteRows, partnerRows } from './places.ts';
import { rowsOf } from './rows-of.ts';
import { addRows, insertMany, insertRows, noRows } from './rows.ts';
import { staffRows } from './staff.ts';

/** People of whom nobody said that they are invented: a demo or a seed never touches such a database. */
export const hasRealAccounts = (db: Database): Promise<boolean> =>
	db.read
		.select({ id: people.id })
		.from(people)
		.where(eq(people.isDemo, false))
		.limit(1)
		.then((rows) => rows.length > 0);

export const isEmpty = (db: Database): Promise<boolean> =>
	db.read
		.select({ id: people.id })
		.from(people)
		.limit(1)
		.then((rows) => rows.length === 0);

/** Fills an empty database with the demo people, as they stand at `now`. */
export async function fillDemo(db: Database, now: Temporal.Instant): Promise<void> {
	const days = calendar(now);
	const rows = noRows();
	for (const life of livesOf(days)) addRows(rows, rowsOf(life, days));
	placeInActivities(rows.enrolments);
	const createdAt = days.past(days.ago({ years: 4 }), '09:00');
	await db.transaction(async (tx) => {
		await insertMany(tx, gemeenten, gemeenteRows);
		await insertMany(tx, partners, partnerRows);
		await insertMany(
			tx,
			people,
			staffRows.map((row) => ({ ...row, createdAt }))
		);
		await insertMany(tx, courses, courseRows(days));
		await insertMany(tx, activities, activityRows(days));
		await insertMany(tx, pipTemplates, templateRows(days));
		await insertMany(tx, appointmentGroups, groupRows(days));
		const book = phraseRows(days);
		await insertMany(tx, phrases, book.phrases);
		await insertMany(tx, phraseTexts, book.texts);
		await insertRows(tx, rows);
		await recordReadings(tx, days);
		await recordMoves(tx, days);
		await recordContacts(tx, days);
		await recordCorrections(tx, days);
		await recordDuoTicks(tx, days);
		await recordCourseChoices(tx, days);
	});
}
