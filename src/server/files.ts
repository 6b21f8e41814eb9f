import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The addresses of the files the adapter serves: all below `folder`, without their compressed twins. */
export function listPublicFiles(folder: string): Set<string> {
	if (!existsSync(folder)) return new Set();
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
	const all = new Set(files);
	return new Set(
		files.filter((file) => !/\.(br|gz)$/.test(file) || !all.has(file.replace(/\.(br|gz)$/, '')))
	);
}
