import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '#server/bundle-manifest.ts';
import { fingerprint } from './pack.ts';

/**
 * Size and checksum of every file that a bundle is made from, by its path in the data folder.
 *
 * @param rows usable rows of those files where they were counted
 */
export async function describeSources(
	folder: string,
	names: readonly string[],
	rows: Readonly<Record<string, number>>,
): Promise<Manifest['sources']> {
	const sources: Manifest['sources'] = {};
	for (const name of [...new Set(names)].sort()) {
		const count = rows[name];
		sources[name] = {
			...fingerprint(await readFile(join(folder, name))),
			...(count !== undefined && { rows: count }),
		};
	}
	return sources;
}
