import type { AppointmentKind, QuestionTopic } from '#lib/domain/vocabulary.ts';
import { dayOf } from '#lib/server/clock.ts';
import { numericDate } from '#lib/server/format.ts';
import type { Overview } from '#lib/server/overzicht.ts';

/** Something that waits for an answer, or that the person did not see yet. */
export type OpenShape =
	| { what: 'vraag'; id: string; topic: QuestionTopic; date: string }
	| { what: 'betwist'; count: number }
	| { what: 'pip_vraag' }
	| { what: 'pip_ongezien'; date: string | null }
	| { what: 'ongelezen'; id: string; date: string }
	| { what: 'geen_antwoord'; id: string; kind: AppointmentKind; date: string };

/** What the person asked first, then what the person did not see or answer. */
export function shapeOpen({ questions, unread, progress, plan, upcoming }: Overview): OpenShape[] {
	const { huidig, gelezen } = plan ?? {};
	const count = progress.disputes.filter((dispute) => !dispute.answeredAt).length;
	const at = (instant: Temporal.Instant) => numericDate(dayOf(instant));
	return [
		...questions.map(({ id, topic, askedAt }) => ({ what: 'vraag' as const, id, topic, date: at(askedAt) })),
		...(count > 0 ? [{ what: 'betwist' as const, count }] : []),
		...(gelezen?.understood === 'vraag' ? [{ what: 'pip_vraag' as const }] : []),
		...(huidig && !gelezen
			? [
					{
						what: 'pip_ongezien' as const,
						date: huidig.dagtekening && numericDate(Temporal.PlainDate.from(huidig.dagtekening))
					}
				]
			: []),
		...unread.map(({ id, answeredAt, askedAt }) => ({
			...{ what: 'ongelezen' as const, id },
			date: at(answeredAt ?? askedAt)
		})),
		...upcoming
			.filter(({ status, answer }) => status === 'gepland' && answer === 'geen')
			.map(({ id, kind, startsAt }) => ({ what: 'geen_antwoord' as const, id, kind, date: at(startsAt) }))
	];
}
