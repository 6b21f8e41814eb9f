import type { Meter } from '#lib/domain/onderdelenPerRoute.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from './pictograms.ts';

/** The norms of the law by their short names. */
export const meterWords: Record<Meter['code'], { message: typeof m.meter_pvt; icon: PictogramName }> = {
	pvt: { message: m.meter_pvt, icon: 'pvt' },
	module_map_praktijk: { message: m.meter_module_map_praktijk, icon: 'moduleMap' },
	z_cursus: { message: m.meter_z_cursus, icon: 'language' },
	z_participatie: { message: m.meter_z_participatie, icon: 'selfReliance' }
};
