import type { LocaleId, Role } from '#lib/domain/vocabulary.ts';
import { config } from './config.ts';
import { database } from './db/current.ts';
import { findDemoPerson, listDemoPeople } from './db/sign-in.ts';

export interface DemoPerson {
	key: string;
	name: string;
	role: Role;
	locale: LocaleId;
}

/** Who can be tried in the demo; undefined outside demo mode (OPS-12). */
export async function demoPeople(): Promise<DemoPerson[] | undefined> {
	if (!config().isDemo) return undefined;
	const rows = await listDemoPeople(database().read);
	return rows.map(({ demoKey, name, role, locale }) => ({ key: demoKey ?? '', name, role, locale }));
}

/** The demo person with this key, ready to sign in; undefined outside demo mode. */
export async function demoPerson(key: string) {
	return config().isDemo ? findDemoPerson(database().read, key) : undefined;
}
