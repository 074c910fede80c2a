import { join } from 'node:path';
import { ATLAS_FILE, MODEL_FILE, type Manifest } from '#server/bundle-manifest.ts';
import { BundleError, readChecked, readManifest } from '#server/bundle.ts';
import type { Terminal } from '../terminal.ts';
import { train } from '../training/train.ts';
import { atlasPlan, type AtlasRequest } from './atlas-plan.ts';
import { ATLAS_SETTINGS, type AtlasSettings } from './atlas-settings.ts';
import type { EarlierMap } from './earlier-map.ts';

/** What the command line says of a map. */
export interface AtlasOptions {
	readonly data: string;
	/** The bundle whose model is asked. */
	readonly bundle: string;
	/** The bundle whose map the new one is to look like, where it has one; null to begin from nothing. */
	readonly from: string | null;
	/** Where to put the files: a new folder or one that an earlier run left. */
	readonly out: string;
	readonly work: string;
	readonly threads: number;
	readonly fresh: boolean;
	readonly most: number;
	readonly method: AtlasRequest['method'];
	readonly settings?: AtlasSettings;
}

/**
 * Makes a map and writes its two files to `out`; gives the summary. The same data, model and earlier map give the same
 * bytes, however often it was stopped.
 *
 * @throws DataFileError or BundleError when data or bundle can't be used
 */
export async function makeAtlas(
	options: AtlasOptions,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<string> {
	const { bundle, from, most, method, settings = ATLAS_SETTINGS } = options;
	const manifest = await readManifest(bundle);
	await readChecked(bundle, manifest, MODEL_FILE);
	const model = manifest.files[MODEL_FILE]?.sha256 ?? '';
	const earlier = from === null ? null : await earlierMap(from);
	const plan = atlasPlan({ bundle, model, most, earlier, method }, settings);
	return train(plan, options, terminal, signal);
}

/** The map of a bundle; null where it has none. */
async function earlierMap(dir: string): Promise<EarlierMap | null> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(dir);
	} catch (cause) {
		throw new BundleError(`There is no map in ${dir} to begin from.`, { cause });
	}
	const file = manifest.files[ATLAS_FILE];
	if (!file) return null;
	await readChecked(dir, manifest, ATLAS_FILE);
	return { path: join(dir, ATLAS_FILE), sha256: file.sha256 };
}
