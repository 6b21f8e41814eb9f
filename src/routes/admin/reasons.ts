import type { Signaal } from '#lib/domain/vocabulary.ts';
import { signalWords } from '#lib/ui/words-of-signals.ts';

/** The name of a reason, with how many of them wait. */
export const reasonTitle = ({ code, aantal }: { code: Signaal; aantal: number }): string =>
	aantal > 1 ? `${signalWords[code].message()} (${aantal})` : signalWords[code].message();
