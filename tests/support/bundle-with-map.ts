import { cp, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AtlasData } from '#core/atlas/atlas-data.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { writeAtlas, writeNeighbours } from '#core/atlas/write-atlas.ts';
import { packBytes } from '#pipeline/bundle/pack.ts';
import { readBundle, readManifest } from '#server/bundle.ts';
import { ATLAS_FILE, MANIFEST_FILE, NEIGHBOURS_FILE } from '#server/bundle-manifest.ts';
import { generatedAtlas, generatedNeighbours } from './generated-atlas.ts';

/** Points of the map: as many as the budgets are stated for. */
const POINTS = 12_000;

/**
 * Copies the bundle of the repository to a folder and puts a generated map into it, with its sums in the manifest.
 *
 * @param points fewer are there sooner
 */
export async function writeBundleWithMap(
	dir: string,
	points = POINTS,
): Promise<{ map: AtlasData; catalogue: Catalogue }> {
	await cp('bundle', dir, { recursive: true });
	const { catalogue } = await readBundle(dir, []);
	const map = generatedAtlas(catalogue, Math.min(points, catalogue.size));
	const files = {
		[ATLAS_FILE]: packBytes(writeAtlas(map, {})),
		[NEIGHBOURS_FILE]: packBytes(writeNeighbours(generatedNeighbours(catalogue, map))),
	};
	const manifest = await readManifest(dir);
	const sums = Object.entries(files).map(([name, bytes]) => {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		return [name, { bytes: bytes.byteLength, sha256 }] as const;
	});
	for (const [name, bytes] of Object.entries(files)) await writeFile(join(dir, name), bytes);
	const whole = { ...manifest, files: { ...manifest.files, ...Object.fromEntries(sums) } };
	await writeFile(join(dir, MANIFEST_FILE), JSON.stringify(whole));
	return { map, catalogue };
}
