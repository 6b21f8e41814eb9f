import type { Wijziging } from '#lib/domain/pipVelden.ts';
import type { LocaleId, ZinGebruik } from '#lib/domain/vocabulary.ts';
import { zinSleutel, type ZinTeksten } from '#lib/domain/zinnen.ts';
import { readZinLists } from './zinnen.ts';

type Said = { zinnen?: readonly ZinGebruik[] | null };
type Used = Said & { afspraken: readonly Said[]; wijzigingen?: readonly Wijziging[] };

function usedIn({ zinnen, afspraken, wijzigingen = [] }: Used): ZinGebruik[] {
	const old = wijzigingen.flatMap((one) =>
		one.wat === 'afspraak_deel' && one.deel === 'zinnen' ? [one.van as ZinGebruik[] | null] : []
	);
	return [zinnen, ...afspraken.map((one) => one.zinnen), ...old].flatMap((list) => list ?? []);
}

/** All phrases of these versions (or templates) and of what changed in them, for a reader in `locale`. */
export async function zinTekstenVan(
	versies: readonly (Used | undefined)[],
	locale: LocaleId
): Promise<ZinTeksten> {
	const used = new Map(
		versies.flatMap((one) => (one ? usedIn(one) : [])).map((zin) => [zinSleutel(zin), zin])
	);
	const lists = await readZinLists([...used.values()].map((zin) => [zin]), locale); // prettier-ignore
	return Object.fromEntries(
		[...used.keys()].flatMap((key, n) => (lists[n]?.[0] ? [[key, lists[n][0]]] : []))
	);
}
