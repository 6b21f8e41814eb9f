export type DeviceKind = 'telefoon' | 'tablet' | 'computer';

/** Coarse on purpose: enough to tell your own devices apart. */
export function deviceKindOf(request: Request): DeviceKind {
	const agent = request.headers.get('user-agent') ?? '';
	if (/iPad|Tablet|Android(?!.*Mobile)/.test(agent)) return 'tablet';
	return /Mobi|iPhone|Android/.test(agent) ? 'telefoon' : 'computer';
}
