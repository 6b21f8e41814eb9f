import { numericDate, hoursText } from '#lib/server/format.ts';
import type { Offer, Packet } from '#lib/server/overplaatsing.ts';

const date = (day: string) => numericDate(Temporal.PlainDate.from(day));

/** The packet as sender and receiver read it: strings ready to show, codes for words. */
export function shapePacket({ persoon, pip, uren, examens, mijlpalen, duo, besluiten }: Packet) {
	return {
		persoon: { ...persoon, geboortedatum: date(persoon.geboortedatum) },
		pip: { ...pip, dagtekening: pip.dagtekening && date(pip.dagtekening) },
		uren: uren.map(({ category, confirmed, recorded }) => ({
			...{ category, confirmed: hoursText(confirmed), recorded: hoursText(recorded) }
		})),
		...{ examens, mijlpalen, besluiten },
		duo: duo && `${date(duo.start)} – ${date(duo.laatsteDag)}`
	};
}
export type PacketShape = ReturnType<typeof shapePacket>;

export const shapeOffer = (offer: Offer) => ({
	...{ id: offer.id, version: offer.version, state: offer.state, note: offer.note, refusal: offer.refusal },
	...{ van: offer.vanName, naar: offer.naarName, name: offer.personName, by: offer.senderName },
	language: offer.locale,
	day: numericDate(offer.verhuisdag)
});
