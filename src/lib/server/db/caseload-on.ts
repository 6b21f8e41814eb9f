import { and, gte, isNull, lte, or } from 'drizzle-orm';
import { caseload } from './schema.ts';

/**
 * The row of the caseload that holds on a day: a planned hand-over begins and ends by itself. Of each person at most
 * one. The only place that knows what 'now' means in the caseload (decision 0026).
 */
export const caseloadOn = (today: Temporal.PlainDate) =>
	and(lte(caseload.vanaf, today), or(isNull(caseload.tot), gte(caseload.tot, today)));
