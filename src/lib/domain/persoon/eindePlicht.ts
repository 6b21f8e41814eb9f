import { isNa, vroegste, type Dag } from '#lib/domain/dag.ts';
import type { TrajectSlots } from '#lib/domain/trajectSlots.ts';
import { onbekend, vastgesteld, type Uitkomst } from '#lib/domain/uitkomst.ts';
import type { TrajectEventKind } from '#lib/domain/vocabulary.ts';

export interface EindeEvent {
	kind: TrajectEventKind;
	day: Dag;
	slots: TrajectSlots;
}
/** Kinds of events that can end the duty or the stay in the municipality. */
export const eindeKinds = ['duo_voldaan', 'vrijstelling', 'ontheffing', 'afsluiting'] as const satisfies readonly TrajectEventKind[]; // prettier-ignore

/** Reasons to close a dossier after which nobody is obliged any more; `voldaan` is DUO's to say, a move ends nothing. */
const zonderPlicht = ['aow', 'vertrokken', 'overleden'];

/**
 * Wi2021 art. 3, 4, 5, 6 lid 2: since when somebody is no longer obliged: DUO's word, a whole vrijstelling or ontheffing,
 * the AOW age, or that the person left or died. Unknown while nothing of that is recorded.
 * @param events the standing ones, in the order of their legal days
 * @param aow first day of the AOW age, if it is known
 */
export function eindeInburgeringsplicht(
	events: readonly EindeEvent[],
	aow: Dag | null,
	peildatum: Dag
): Uitkomst<Dag> {
	const past = events.filter(({ day }) => !isNa(day, peildatum));
	const last = (kind: TrajectEventKind) => past.findLast((event) => event.kind === kind);
	const whole = (['vrijstelling', 'ontheffing'] as const)
		.map(last)
		.filter((e) => e?.slots.omvang === 'geheel');
	const closed = past.filter(
		({ kind, slots }) => kind === 'afsluiting' && zonderPlicht.includes(String(slots.reden))
	);
	const days = [last('duo_voldaan'), ...whole, closed.at(-1)].flatMap((event) => (event ? [event.day] : []));
	if (aow && !isNa(aow, peildatum)) days.push(aow);
	const [first, ...others] = days;
	return first ? vastgesteld(others.reduce(vroegste, first)) : onbekend('ontbreekt:voldaanVolgensDuo');
}
