import { m } from '#lib/paraglide/messages.js';
import type { PictogramName } from '#lib/ui/pictograms.ts';

type Kind = { words: typeof m.instellingen_dit; icon: PictogramName };

export const deviceKinds: Record<'telefoon' | 'tablet' | 'computer', Kind> = {
	telefoon: { words: m.instellingen_toestel_telefoon, icon: 'mobile' },
	tablet: { words: m.instellingen_toestel_tablet, icon: 'devices' },
	computer: { words: m.instellingen_toestel_computer, icon: 'online' }
};
