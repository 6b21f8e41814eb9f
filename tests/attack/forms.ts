/** A form as a browser would send it without anybody typing: the first choice of everything, a text where one is asked. */
export interface Form {
	/** The address that it is sent to, with the name of the action in the query. */
	target: string;
	fields: [name: string, value: string][];
	/** Sent as multipart, with a file. */
	isMultipart: boolean;
	/** The button with a name that sends it, if it is one of those. */
	button?: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
export const unescape = (text: string): string =>
	text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
		if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
		return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? whole);
	});

function attributesOf(tag: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (const [, name = '', double, single, bare] of tag.matchAll(
		/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
	))
		found[name.toLowerCase()] ??= unescape(double ?? single ?? bare ?? '');
	return found;
}

export const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

function typed(tag: Record<string, string>): string {
	if (tag.value) return tag.value;
	if (tag.type === 'date') return inDays(tag.max ? -7 : 7);
	if (tag.type === 'time') return '10:00';
	if (tag.type === 'email') return 'iemand@attack.example';
	if (tag.type === 'number' || tag.inputmode === 'numeric') return tag.min ?? '2';
	return tag.type === 'hidden' ? '' : 'Aanval';
}

/** All forms of a page that are sent by POST; one for each button that sends it somewhere else. */
export function formsOf(html: string, address: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].flatMap(([, head = '', inside = '']) => {
		const form = attributesOf(head);
		if (form.method?.toLowerCase() !== 'post') return [];
		const fields = fieldsOf(inside);
		const isMultipart = form.enctype === 'multipart/form-data';
		const buttons = [...inside.matchAll(/<button\b([^>]*)>/gi)].map(([, tag = '']) => attributesOf(tag));
		const senders = buttons.filter(({ type, name }) => type !== 'button' && name !== 'wissel');
		return (senders.length > 0 ? senders : [{} as Record<string, string>]).map((button) => {
			const at = new URL(button.formaction ?? form.action ?? '', `https://x${address}`);
			const own: [string, string][] = button.name ? [[button.name, button.value ?? '']] : [];
			const sent = { target: at.pathname + at.search, fields: [...fields, ...own], isMultipart };
			return button.name ? { ...sent, button: button.name } : sent;
		});
	});
}

function fieldsOf(inside: string): [string, string][] {
	const fields: [string, string][] = [];
	const chosen = new Set<string>();
	for (const [, tag = ''] of inside.matchAll(/<input\b([^>]*)>/gi)) {
		const input = attributesOf(tag);
		if (!input.name || input.type === 'submit' || input.type === 'file') continue;
		if (input.type === 'radio' && chosen.has(input.name)) continue;
		if (input.type === 'checkbox' && !('checked' in input) && !('required' in input)) continue;
		if (input.type === 'radio') chosen.add(input.name);
		const isBox = input.type === 'radio' || input.type === 'checkbox';
		fields.push([input.name, isBox ? (input.value ?? 'on') : typed(input)]);
	}
	for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)) {
		const { name } = attributesOf(tag);
		if (name) fields.push([name, unescape(text) || 'Aanval']);
	}
	for (const [, tag = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
		const { name } = attributesOf(tag);
		const all = [...options.matchAll(/<option\b([^>]*)>/gi)].map(([, option = '']) => attributesOf(option));
		const value = (
			all.find((option) => 'selected' in option && option.value) ?? all.find((option) => option.value)
		)?.value;
		if (name) fields.push([name, value ?? '']);
	}
	return fields;
}

export const encoded = (fields: readonly (readonly [string, string])[]): string =>
	fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

/** The same as multipart, with a small file where the form has one. */
export function multipart(fields: readonly (readonly [string, string])[]): { type: string; body: string } {
	const parts = fields.map(
		([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
	);
	return { type: 'multipart/form-data; boundary=x', body: `${parts.join('')}--x--\r\n` };
}
