import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '#server/bundle-manifest.ts';
import { fingerprint } from './pack.ts';

/**
 * Size and checksum of the files that a bundle is made from, by their paths in the data folder.
 *
 * @param rows usable rows of those files where they were counted
 */
export async function describeSources(
	folder: string,
	names: readonly string[],
	rows: Readonly<Record<string, number>> = {},
): Promise<Manifest['sources']> {
	const entries = names.map(async (name) => {
		const count = rows[name];
		const file = fingerprint(await readFile(join(folder, name)));
		return [name, count === undefined ? file : { ...file, rows: count }] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}
