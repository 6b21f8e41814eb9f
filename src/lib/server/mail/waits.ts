const minutes = [1, 5, 15, 60, 180, 360, 720];

/** After so many refusals: when to try again; growing from a minute to half a day. */
export const nextTry = (attempts: number, now: Temporal.Instant): Temporal.Instant =>
	now.add({ minutes: minutes[Math.min(attempts, minutes.length) - 1] ?? 1 });

/** A notice is news for a week; a link serves whoever waits for it. */
export const noticeLife = { hours: 7 * 24 };
export const requestLife = { minutes: 30 };
/** How long a process has for what it took; a mail server that is slower than this gets the mail again. */
export const lease = { minutes: 5 };
