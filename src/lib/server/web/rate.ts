interface Window {
	from: number;
	used: number;
}

const windows = new Map<string, Window>();
const mostCallers = 10_000;

/**
 * Counts one use by a caller in a window of a minute; yields the seconds to wait when there were too many, else 0.
 * In memory and bounded: it protects this process from one noisy caller, and guards no account.
 */
export function secondsToWait(caller: string, mostPerMinute: number, now: Temporal.Instant): number {
	const at = now.epochMilliseconds;
	let window = windows.get(caller);
	if (!window || at - window.from >= 60_000 || at < window.from) {
		if (windows.size >= mostCallers) windows.clear();
		windows.set(caller, (window = { from: at, used: 0 }));
	}
	window.used++;
	return window.used <= mostPerMinute ? 0 : Math.ceil((window.from + 60_000 - at) / 1000);
}
