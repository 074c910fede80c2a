import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { EarlierPicture } from '#atlas/layout/warm-start.ts';
import type { AtlasLens } from '#core/atlas/atlas-data.ts';
import { readAtlas } from '#core/atlas/read-atlas.ts';

/** A map that the new one is to look like, as a step is told of it. */
export interface EarlierMap {
	/** Path of a packed `atlas.safetensors.gz`. */
	readonly path: string;
	/** SHA-256 sum of the file. */
	readonly sha256: string;
}

/** One lens of an earlier map; null where there is none. @throws AtlasFileError when it is damaged */
export async function readEarlier(
	earlier: EarlierMap | null,
	lens: AtlasLens,
): Promise<EarlierPicture | null> {
	if (!earlier) return null;
	const { malIds, lenses } = readAtlas(new Uint8Array(gunzipSync(await readFile(earlier.path))));
	return { malIds, x: lenses[lens].x, y: lenses[lens].y };
}
