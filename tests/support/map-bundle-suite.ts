import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { AtlasData } from '#core/atlas/atlas-data.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { writeBundleWithMap } from './bundle-with-map.ts';

/** Neighbours of twelve thousand points take a while on a busy machine. */
const TIMEOUT_MS = 120_000;

/**
 * A bundle with a generated map in a folder of its own, from before the tests of a file until after them.
 *
 * @param points of the map; fewer are there sooner
 */
export function useBundleWithMap(points?: number): {
	readonly dir: string;
	readonly map: AtlasData;
	readonly catalogue: Catalogue;
} {
	let written: { dir: string; map: AtlasData; catalogue: Catalogue } | undefined;
	const found = () => {
		if (!written) throw new Error('The bundle is there only while tests run.');
		return written;
	};
	beforeAll(async () => {
		const dir = await mkdtemp(join(tmpdir(), 'sprout-atlas-'));
		written = { dir, ...(await writeBundleWithMap(dir, points)) };
	}, TIMEOUT_MS);
	afterAll(async () => {
		if (written) await rm(written.dir, { recursive: true, force: true });
	});
	return {
		get dir() {
			return found().dir;
		},
		get map() {
			return found().map;
		},
		get catalogue() {
			return found().catalogue;
		},
	};
}
