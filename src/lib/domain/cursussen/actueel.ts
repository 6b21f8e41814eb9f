import { isVoor, type Dag } from '#lib/domain/dag.ts';
import { cursusFeiten, type CursusFeiten } from '#lib/domain/vocabulary.ts';
import { isVerouderd, type Cursusaanbod } from './aanbod.ts';

/** Does the catalogue say anything in this group of facts? */
const zegtIets: Record<CursusFeiten, (aanbod: Cursusaanbod) => boolean> = {
	algemeen: () => true,
	prijs: ({ priceTotalCents, pricePerHourCents, materialCents }) =>
		[priceTotalCents, pricePerHourCents, materialCents].some((cents) => cents !== null),
	rooster: ({ schedule, startsOn, hasContinuousStart }) =>
		schedule.length > 0 || startsOn.length > 0 || hasContinuousStart,
	keurmerk: ({ hasKeurmerk }) => hasKeurmerk !== null,
	slagen: ({ passRatePercent }) => passRatePercent !== null,
	tevredenheid: ({ satisfactionTenths }) => satisfactionTenths !== null
};

/** The groups of facts that may have changed since somebody looked. */
export const verouderdeFeiten = (aanbod: Cursusaanbod, vandaag: Dag): CursusFeiten[] =>
	cursusFeiten.filter((feiten) => {
		const bron = aanbod.bronnen[feiten];
		return bron !== null && zegtIets[feiten](aanbod) && isVerouderd(bron, vandaag);
	});

/** How the keurmerk stands on a day; its last day is still a day with it. */
export type KeurmerkStand = 'geldig' | 'verlopen' | 'geen' | 'onbekend';
export function keurmerkStand(
	{ hasKeurmerk, keurmerkValidUntil: tot }: Pick<Cursusaanbod, 'hasKeurmerk' | 'keurmerkValidUntil'>,
	vandaag: Dag
): KeurmerkStand {
	if (hasKeurmerk === null) return 'onbekend';
	if (!hasKeurmerk) return 'geen';
	return tot && isVoor(tot, vandaag) ? 'verlopen' : 'geldig';
}

/** Groups began, and none is planned any more. */
export const zijnStartsVoorbij = ({ startsOn, hasContinuousStart }: Cursusaanbod, vandaag: Dag): boolean =>
	!hasContinuousStart && startsOn.length > 0 && startsOn.every((dag) => isVoor(dag, vandaag));
