import type { LocaleId, MailLinkPurpose, Role } from '#lib/domain/vocabulary.ts';
import { m } from '#lib/paraglide/messages.js';
import { getTextDirection, localizeHref } from '#lib/paraglide/runtime.js';
import { config } from '../config.ts';
import type { NoticeKind } from '../db/outbox.ts';

export interface MailText {
	subject: string;
	text: string;
	html: string;
}
type Message = typeof m.mail_lees;

/** What happened, without saying what it is about, and where it can be read (OUT-05). */
const notices: Record<NoticeKind, { subject: Message; path: string }> = {
	afspraak: { subject: m.mail_afspraak, path: '/afspraken' },
	pip: { subject: m.mail_pip, path: '/pip' },
	antwoord: { subject: m.mail_antwoord, path: '/vragen' },
	uren: { subject: m.mail_uren, path: '/voortgang' },
	cursus: { subject: m.mail_cursus, path: '/cursussen/lijst' },
	account: { subject: m.mail_account, path: '/instellingen' },
	correctie: { subject: m.mail_antwoord, path: '/instellingen/gegevens' },
	noodinzage: { subject: m.mail_antwoord, path: '/instellingen/inzage' }
};
const staffPaths = { consulent: '/admin', coordinator: '/admin', beheerder: '/admin', partner: '/partner' };

const links: Record<MailLinkPurpose, { subject: Message; how: Message; path: string }> = {
	aanmelden: { subject: m.mail_link_aanmelden, how: m.mail_link_aanmelden_uitleg, path: '/aanmelden/e-mail/pin' },
	adres: { subject: m.mail_link_adres, how: m.mail_link_adres_uitleg, path: '/e-mail' },
	wachtwoord: { subject: m.admin_mail_wachtwoord, how: m.admin_mail_wachtwoord_uitleg, path: '/wachtwoord-vergeten/nieuw' }
}; // prettier-ignore

/** Something new for somebody. For staff one line serves for all but the account: their pages say the rest. */
export function noticeText(kind: NoticeKind, reader: { role: Role; locale: LocaleId }): MailText {
	const isParticipant = reader.role === 'inburgeraar';
	const said = isParticipant || kind === 'account' ? kind : 'antwoord';
	const path = reader.role === 'inburgeraar' ? notices[kind].path : staffPaths[reader.role];
	const after = kind === 'account' ? [m.mail_niet_u] : [];
	return composed(notices[said].subject, [m.mail_lees], path, after, localeOf(reader));
}

/** A link with a secret: behind the `#`, which no server and no Referer sees (AUTH-08). */
export function linkText(
	purpose: MailLinkPurpose,
	token: string,
	reader: { role: Role; locale: LocaleId }
): MailText {
	const { subject, how, path } = links[purpose];
	const after = [m.mail_link_geldig, m.mail_link_niet_u];
	return composed(subject, [how], path, after, localeOf(reader), `#${token}`);
}

/** Pages of staff are in Dutch or English. */
const localeOf = ({ role, locale }: { role: Role; locale: LocaleId }): LocaleId =>
	role === 'inburgeraar' || locale === 'en' ? locale : 'nl';

function composed(
	subject: Message,
	before: Message[],
	path: string,
	after: Message[],
	locale: LocaleId,
	hash = ''
): MailText {
	const said = (message: Message) => message({}, { locale });
	const address = `${config().portalOrigin}${localizeHref(path, { locale })}${hash}`;
	const [above, below] = [before.map(said), [...after, m.mail_geen_antwoord].map(said)];
	const paragraph = (text: string) => `<p>${escaped(text)}</p>`;
	const link = `<p dir="ltr"><a href="${escaped(address)}">${escaped(address)}</a></p>`;
	const body = [...above.map(paragraph), link, ...below.map(paragraph)].join('\n');
	return {
		subject: said(subject),
		text: [...above, address, ...below].join('\n\n'),
		html: `<!doctype html>\n<html lang="${locale}" dir="${getTextDirection(locale)}"><head><meta charset="utf-8"><title>${escaped(said(subject))}</title></head>\n<body>\n${body}\n</body></html>\n`
	};
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? '');
