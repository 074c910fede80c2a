import { BundleError, readChecked, readManifest } from '#server/bundle.ts';
import { MODEL_FILE, type Manifest } from '#server/bundle-manifest.ts';
import type { Terminal } from '../terminal.ts';
import { describeSources } from './describe-sources.ts';
import { packBytes } from './pack.ts';

/** The model's part of a bundle. */
export interface ModelPart {
	/** Packed; `null` in a bundle without a model. */
	readonly file: Uint8Array | null;
	readonly settings: Manifest['model'];
	/** Names begin with `model`. */
	readonly counts: Manifest['counts'];
	readonly sources: Manifest['sources'];
}

const NO_MODEL: ModelPart = { file: null, settings: null, counts: {}, sources: {} };

/** Learns the model from a data folder. @throws DataFileError when a file is missing or damaged */
export async function trainModelPart(
	data: string,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<ModelPart> {
	// The kernels are loaded only by those who train.
	const { MODEL_SOURCES, trainBundleModel } = await import('../train-model.ts');
	const { file, settings, counts } = await trainBundleModel(data, terminal, signal);
	const sources = await describeSources(data, MODEL_SOURCES);
	return { file: packBytes(file), settings, counts, sources };
}

/**
 * The model of the bundle in `dir`, so that work on the catalogue alone does not lose it.
 *
 * @throws BundleError when that model is damaged: a new manifest would declare it sound
 */
export async function keepModelPart(dir: string): Promise<ModelPart> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(dir);
	} catch (error) {
		// No bundle, or one of another version: there is no model to keep.
		if (error instanceof BundleError) return NO_MODEL;
		throw error;
	}
	if (!manifest.files[MODEL_FILE]) return NO_MODEL;
	return {
		file: (await readChecked(dir, manifest, MODEL_FILE)).bytes,
		settings: manifest.model,
		counts: Object.fromEntries(
			Object.entries(manifest.counts).filter(([name]) => name.startsWith('model')),
		),
		sources: manifest.sources,
	};
}
