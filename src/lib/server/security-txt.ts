import { dagenTussen, plusDagen, readDag } from '#lib/domain/dag.ts';
import type { Config } from './config.ts';
import { dayOf } from './clock.ts';

/** Days between which the end of the file must lie (HDR-05). */
export const soonest = 30;
export const latest = 365;
const unconfigured = 180;

type Settings = Pick<Config, 'portalOrigin' | 'securityContact' | 'securityExpires'>;

/** The last day of the file. Without settings it names the portal itself, which is right for as long as it answers. */
function lastDay({ securityExpires }: Settings, now: Temporal.Instant): Temporal.PlainDate {
	const today = dayOf(now);
	return (securityExpires && readDag(securityExpires)) || plusDagen(today, unconfigured);
}

/** RFC 9116: how somebody who found a weakness tells us. */
export function securityTxt(settings: Settings, now: Temporal.Instant): string {
	const { portalOrigin, securityContact } = settings;
	const policy = `${portalOrigin}/privacy`;
	const lines = [
		`Contact: ${securityContact ?? policy}`,
		`Expires: ${lastDay(settings, now).toString()}T23:59:59Z`,
		`Preferred-Languages: nl, en`,
		`Canonical: ${portalOrigin}/.well-known/security.txt`,
		`Policy: ${policy}`
	];
	return `${lines.join('\n')}\n`;
}

/** What is wrong with the end of the file, for the log and for whoever watches the server. */
export function securityTxtWarning(settings: Settings, now: Temporal.Instant): string | undefined {
	const days = dagenTussen(dayOf(now), lastDay(settings, now));
	if (days < 0) return `security.txt ended ${-days} days ago: set PORTAL_SECURITY_EXPIRES`;
	if (days < soonest) return `security.txt ends in ${days} days: set PORTAL_SECURITY_EXPIRES`;
	if (days > latest)
		return `security.txt ends in ${days} days, more than ${latest}: set PORTAL_SECURITY_EXPIRES`;
	return undefined;
}
