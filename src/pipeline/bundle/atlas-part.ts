import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AtlasFileError } from '#core/atlas/atlas-file.ts';
import { atlasSettings } from '#core/atlas/read-atlas.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import {
	ATLAS_FILE,
	ATLAS_FILES,
	NEIGHBOURS_FILE,
	type Manifest,
} from '#server/bundle-manifest.ts';
import { BundleError, openAtlas, readChecked, readManifest } from '#server/bundle.ts';
import { packBytes } from './pack.ts';

/** The map's part of a bundle. */
export interface AtlasPart {
	/** Packed, by name. */
	readonly files: Readonly<Record<(typeof ATLAS_FILES)[number], Uint8Array>>;
	/** How it was made. */
	readonly settings: NonNullable<Manifest['atlas']>;
}

const REMEDY = 'Make the map again: `npm run sprout -- atlas --data <folder>`.';

/**
 * Packs the map that `atlas --out` left in a folder.
 *
 * @throws BundleError when a file is missing or damaged
 */
export async function readAtlasFolder(folder: string): Promise<AtlasPart> {
	const [atlas, neighbours] = await Promise.all(
		ATLAS_FILES.map(async (name) => {
			const path = join(folder, name.replace(/\.gz$/, ''));
			return readFile(path).catch((cause: unknown) => {
				throw new BundleError(`${path} can't be read. ${REMEDY}`, { cause });
			});
		}),
	);
	if (!atlas || !neighbours) throw new BundleError(`${folder} lacks a map. ${REMEDY}`);
	return packAtlas(atlas, neighbours);
}

/** The part of a bundle that two files make. @throws BundleError when the map can't be read */
export function packAtlas(atlas: Uint8Array, neighbours: Uint8Array): AtlasPart {
	return {
		files: { [ATLAS_FILE]: packBytes(atlas), [NEIGHBOURS_FILE]: packBytes(neighbours) },
		settings: settingsOf(atlas),
	};
}

function settingsOf(atlas: Uint8Array): AtlasPart['settings'] {
	try {
		const settings = atlasSettings(atlas);
		// Whatever object a map tells of itself is for people to read.
		return typeof settings === 'object' && settings !== null ? { ...settings } : {};
	} catch (cause) {
		if (!(cause instanceof AtlasFileError)) throw cause;
		throw new BundleError(`The map can't be used: ${cause.message} ${REMEDY}`, { cause });
	}
}

/**
 * The map of the bundle in `dir`; null where there is no bundle, or one without a map.
 *
 * @throws BundleError when it is damaged
 */
export async function keepAtlasPart(dir: string): Promise<AtlasPart | null> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(dir);
	} catch (error) {
		if (error instanceof BundleError) return null;
		throw error;
	}
	if (!manifest.files[ATLAS_FILE] || !manifest.files[NEIGHBOURS_FILE]) return null;
	const [atlas, neighbours] = await Promise.all(
		ATLAS_FILES.map(async (name) => (await readChecked(dir, manifest, name)).bytes),
	);
	if (!atlas || !neighbours) return null;
	return {
		files: { [ATLAS_FILE]: atlas, [NEIGHBOURS_FILE]: neighbours },
		settings: manifest.atlas ?? {},
	};
}

/** Whether a map can go with a catalogue: every title of it is there. @throws BundleError when it is damaged */
export function checkAtlasPart({ files }: AtlasPart, catalogue: Catalogue): void {
	openAtlas({
		atlas: new Uint8Array(gunzipSync(files[ATLAS_FILE])),
		neighbours: new Uint8Array(gunzipSync(files[NEIGHBOURS_FILE])),
		catalogue,
	});
}
