import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { locales, type LocaleId } from '#lib/domain/vocabulary.ts';
import { getTextDirection } from '#lib/paraglide/runtime.js';
import { isSmtpUrl } from '#lib/server/config-checks.ts';
import type { Database } from '#lib/server/db/database.ts';
import { insertAddressed, insertNotice, noticeKinds, type NoticeKind } from '#lib/server/db/outbox.ts';
import * as t from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { readAddress } from '#lib/server/mail/address.ts';
import { sendAll, startSender } from '#lib/server/mail/sender.ts';
import { sendRound, tidyOutbox } from '#lib/server/mail/send.ts';
import { linkText, noticeText } from '#lib/server/mail/text.ts';
import { openTransport, senderOf } from '#lib/server/mail/transport.ts';
import { encrypt } from '#lib/server/secrets.ts';
import { consulent, gemeente, inburgeraar, later, now, somebody } from './accounts.ts';
import { openTestDatabase } from './database.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';

let db: Database;
let staff: Awaited<ReturnType<typeof consulent>>;
let box: Mailbox;
beforeAll(async () => {
	db = await openTestDatabase();
	staff = await consulent(await gemeente());
	box = await openMailbox();
});
afterAll(async () => {
	await box.close();
	await db.close();
});
beforeEach(async () => {
	box.arrived.length = 0;
	await db.transaction((tx) => tx.delete(t.outbox));
});

const round = (at = now) => sendRound(box.transport, () => at);
const rows = () => db.read.select().from(t.outbox);
const days = (n: number) => now.add({ hours: 24 * n });
const notify = (personId: string, kind: NoticeKind = 'afspraak', dedupeKey: string = newId(), at = now) =>
	db.transaction((tx) => insertNotice(tx, { kind, personId, dedupeKey }, at));

/** A participant with a confirmed address, and a name that must stay out of every mail. */
async function reader(locale: LocaleId = 'nl', person: object = {}): Promise<{ id: string; address: string }> {
	const id = await inburgeraar(staff, { name: 'Kanarie Geheim', locale, ...person });
	const address = `lezer-${newId().toLowerCase().replaceAll(/[^a-z0-9]/g, 'x')}@post.test`;
	await db.transaction((tx) => tx.insert(t.emailAddresses).values({ personId: id, address, confirmedAt: now }));
	return { id, address };
} // prettier-ignore

describe('what leaves', () => {
	test('OUT-05 G24 a notice arrives at the one confirmed address: fixed subject, one link, no name, two bodies', async () => {
		const { id, address } = await reader('ar');
		await notify(id, 'afspraak');
		expect(await round()).toEqual({ sent: 1, isFull: false });
		const [mail] = box.arrived;
		expect(mail?.recipients).toEqual([address]);
		expect(mail?.to).toEqual([{ address, name: '' }]);
		expect(mail?.from).toMatchObject({ address: 'noreply@pip.test' });
		expect(mail?.subject).toBe('يوجد جديد في مواعيدك');
		expect(mail?.text).toContain('https://pip.test/ar/afspraken');
		expect(mail?.html).toContain('<html lang="ar" dir="rtl">');
		expect(mail?.raw + (mail?.text ?? '') + (mail?.html ?? '')).not.toMatch(/Kanarie|Geheim|Linden|14 035/);
		expect((mail?.html ?? '').match(/<a /g)).toHaveLength(1);
		expect(mail?.html).not.toMatch(/<img|<script|style=|src=/);
		expect(mail?.attachments).toEqual([]);
	});

	test.each(locales)(
		'OUT-05 in %s each kind has words of its own language, and says nothing more',
		(locale) => {
			const reader = { role: 'inburgeraar' as const, locale };
			const texts = [
				...noticeKinds.map((kind) => noticeText(kind, reader)),
				linkText('aanmelden', 'x'.repeat(43), reader),
				linkText('adres', 'x'.repeat(43), reader)
			];
			// A correction and what was opened in an emergency are messages as any other.
			expect(new Set(texts.map(({ subject }) => subject)).size).toBe(texts.length - 2);
			const prefix = locale === 'nl' ? 'https://pip.test/' : `https://pip.test/${locale}/`;
			for (const { subject, text, html } of texts) {
				expect(subject).not.toMatch(/[\r\n\0\uE000]/);
				expect(text.match(/https:\/\/\S+/g)).toHaveLength(1);
				expect(text).toContain(prefix);
				expect(html).toContain(`<html lang="${locale}" dir="${getTextDirection(locale)}">`);
				expect(text).not.toMatch(/\uE000/);
			}
		}
	);

	test('staff hear at the address they sign in with, in Dutch or English, without what it is about', async () => {
		for (const kind of ['uren', 'afspraak', 'account'] as const) await notify(staff.id, kind);
		await round();
		expect(box.arrived.map(({ recipients }) => recipients)).toEqual([[staff.email], [staff.email], [staff.email]]);
		expect(box.arrived.map(({ subject }) => subject).toSorted()).toEqual([
			'Er is een nieuw bericht voor u',
			'Er is een nieuw bericht voor u',
			'Er is iets veranderd aan uw account'
		]);
		expect(box.arrived[0]?.text).toContain('https://pip.test/admin');
	}); // prettier-ignore

	test.each([
		['without a confirmed address', async () => inburgeraar(staff)],
		['that was disabled', async () => (await reader('nl', { isActive: false })).id],
		['of the demo, when this is none', async () => (await reader('nl', { isDemo: true })).id],
		['of staff whose login name is no address', async () => somebody(staff.gemeenteId, { role: 'consulent', loginName: 'a@b.nl\nBcc: c@d.nl' })]
	])('somebody %s gets nothing, and the notice does not wait for an address', async (_, make) => {
		await notify(await make());
		expect(await round()).toEqual({ sent: 0, isFull: false });
		expect((await rows())[0]?.droppedAt).toEqual(now);
		await round(later(60));
		expect(box.arrived).toEqual([]);
	}); // prettier-ignore
});

describe('once (DUR-03)', () => {
	test('the same key asked for twice is one mail; two notices of a kind at once are one mail', async () => {
		const { id } = await reader();
		await notify(id, 'uren', 'uren:1');
		await notify(id, 'uren', 'uren:1');
		await notify(id, 'uren', 'uren:2');
		await round();
		await round(later(10));
		expect(box.arrived).toHaveLength(1);
		expect((await rows()).every(({ sentAt }) => sentAt !== null)).toBe(true);
	});

	test('two senders at the same time send twenty mails, each once', async () => {
		const people = await Promise.all(Array.from({ length: 20 }, () => reader()));
		for (const { id } of people) await notify(id);
		const other = openTransport(box.url, 'https://pip.test');
		const results = await Promise.all([round(), sendRound(other, () => now)]);
		other.close();
		expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(20);
		expect(box.arrived.map(({ recipients }) => recipients[0]).toSorted()).toEqual(
			people.map(({ address }) => address).toSorted()
		);
	});

	test('a process that died with a mail in its hands leaves it for another one after five minutes', async () => {
		const { id } = await reader();
		await notify(id);
		const dead = { send: () => new Promise<never>(() => undefined), close: () => undefined };
		void sendRound(dead, () => now);
		await expect.poll(async () => (await rows())[0]?.attempts).toBe(1);
		await round(later(4));
		expect(box.arrived).toHaveLength(0);
		await round(later(5));
		expect(box.arrived).toHaveLength(1);
	});

	test('a notice of a transaction that was rolled back is never sent', async () => {
		const { id } = await reader();
		const lost = db.transaction(async (tx) => {
			await insertNotice(tx, { kind: 'pip', personId: id, dedupeKey: newId() }, now);
			throw new Error('rolled back');
		});
		await expect(lost).rejects.toThrow('rolled back');
		await round();
		expect(box.arrived).toEqual([]);
	});
});

describe('when the mail server refuses', () => {
	test('DUR-03 it is tried again after a minute, then after five, and arrives once', async () => {
		const { id } = await reader();
		await notify(id);
		box.refuse(451);
		await round();
		await round(now.add({ seconds: 59 }));
		box.refuse(451);
		await round(later(1));
		await round(later(5));
		expect(box.arrived).toHaveLength(0);
		await round(later(6));
		expect(box.arrived).toHaveLength(1);
		expect((await rows())[0]).toMatchObject({ attempts: 3, droppedAt: null });
	});

	test('an address that does not exist for the server is not tried again', async () => {
		await notify((await reader()).id);
		box.refuse(550);
		await round();
		expect((await rows())[0]?.droppedAt).toEqual(now);
	});

	test('after three days it is given up and kept', async () => {
		const closed = openTransport('smtp://127.0.0.1:1', 'https://pip.test');
		await notify((await reader()).id);
		for (let hour = 0; hour <= 73; hour++) await sendRound(closed, () => now.add({ hours: hour }));
		const [row] = await rows();
		expect(row?.sentAt).toBeNull();
		expect(row?.droppedAt).not.toBeNull();
		expect(row?.attempts).toBeLessThan(15);
		await round(days(3.5));
		expect(box.arrived).toEqual([]);
	});

	test('a notice of more than a week is no news when mail is switched on', async () => {
		const { id } = await reader();
		await notify(id, 'pip', 'old', days(-7));
		await notify(id, 'uren', 'new', days(-6));
		await round();
		expect(box.arrived.map(({ subject }) => subject)).toEqual(['Er is iets nieuws bij uw voortgang']);
		await tidyOutbox(now);
		expect((await rows()).find(({ dedupeKey }) => dedupeKey === 'old')?.droppedAt).toEqual(now);
	});
});

describe('addresses', () => {
	test.each([
		'a@b.nl\r\nBcc: c@d.nl', 'a@b.nl\nX: y', 'a@b.nl\0', 'a\0@b.nl', 'a@b.nl, c@d.nl', 'a@b.nl;c@d.nl', '<a@b.nl>',
		'A <a@b.nl>', '"a b"@c.nl', 'a@b', '@b.nl', 'a@', 'a@b@c.nl', 'a b@c.nl', 'а@b.nl', 'a@bе.nl', 'a@b.nl%0d%0aBcc:c@d.nl',
		'group: a@b.nl;', 'a@[127.0.0.1]', '(x)a@b.nl', 'a@b.nl(x)', 'a@b..nl', `${'a'.repeat(65)}@b.nl`, `a@${'b'.repeat(250)}.nl`, '-oQ/tmp/x@b', ''
	])('OUT-05 T24 %j is no address', (typed) => {
		expect(readAddress(typed)).toBeUndefined();
	}); // prettier-ignore

	test('OUT-05 T24 what stands in the outbox is judged again before the library sees it', async () => {
		const { id } = await reader();
		for (const to of ['a@b.nl\r\nBcc: c@d.nl', 'a@b.nl, c@d.nl', 'a@b.nl\0'])
			await db.transaction(
				(tx) =>
				insertAddressed(tx, { kind: 'vorig_adres', personId: id, dedupeKey: newId(), to: encrypt('mail', to) }, now) // prettier-ignore
			);
		expect(await round()).toMatchObject({ sent: 0 });
		expect(box.arrived).toEqual([]);
	});

	test('OUT-05 an address to send to stands encrypted in the outbox, and is gone once it was sent', async () => {
		const { id } = await reader();
		const to = encrypt('mail', 'vroeger@post.test');
		await db.transaction((tx) =>
			insertAddressed(tx, { kind: 'vorig_adres', personId: id, dedupeKey: newId(), to }, now)
		);
		expect(JSON.stringify(await rows())).not.toContain('vroeger');
		await round();
		expect(box.arrived[0]?.recipients).toEqual(['vroeger@post.test']);
		expect((await rows())[0]?.payload).toEqual({});
	});

	test('AUTH-13 capitals and spaces around do not make another address', () => {
		expect(readAddress('  Amina.B+x@Post.TEST ')).toBe('amina.b+x@post.test');
	});
});

describe('SMTP_URL', () => {
	test.each([
		['smtp://mail.test', true],
		['smtps://u:p@mail.test:465/?from=pip@linden.nl', true],
		['smtp://mail.test/?from=a@b.nl%0d%0aBcc:c@d.nl', false],
		['smtp://mail.test/?from=a,b@c.nl', false],
		['http://mail.test', false]
	])('%s: %s', (url, isGood) => {
		expect(isSmtpUrl(url)).toBe(isGood);
	});

	test('says who the mail is from; otherwise noreply at the portal', () => {
		expect(senderOf('smtp://mail.test/?from=pip@linden.nl', 'https://pip.test')).toBe('pip@linden.nl');
		expect(senderOf('smtp://mail.test', 'https://pip.test')).toBe('noreply@pip.test');
	});

	test('without it nothing is sent and nothing breaks', async () => {
		await notify((await reader()).id);
		const stop = startSender();
		await stop();
		expect(await sendAll()).toBeUndefined();
		expect((await rows())[0]).toMatchObject({ sentAt: null, droppedAt: null, attempts: 0 });
	});
});

test('PRIV-09 OPS a refusal that quotes an address leaves no address in the log', async () => {
	const { log } = await import('#lib/server/log.ts');
	const said: unknown[] = [];
	const spy = log();
	for (const level of ['info', 'warn', 'error'] as const)
		spy[level] = ((...args: unknown[]) => void said.push(args)) as never;
	const { id, address } = await reader();
	await notify(id);
	box.refuse(550);
	await round();
	await notify(id);
	await round();
	expect(said.length).toBe(2);
	expect(JSON.stringify(said)).not.toMatch(new RegExp(`canary|${address}|Kanarie`));
	const [row] = await db.read.select().from(t.emailAddresses).where(eq(t.emailAddresses.personId, id));
	expect(row?.address).toBe(address);
});
