import { BundleError, readChecked, readManifest } from '#server/bundle.ts';
import {
	MODEL_FILES,
	type Manifest,
	type MODEL_FILE,
	type SMALL_MODEL_FILE,
} from '#server/bundle-manifest.ts';

/** The models' part of a bundle. */
export interface ModelPart {
	/** Packed, by name; `null` in a bundle without models. */
	readonly files: ModelFiles | null;
	readonly settings: Manifest['models'];
	/** Names begin with `model`. */
	readonly counts: Manifest['counts'];
	readonly sources: Manifest['sources'];
	/** How far the scores that they predict are off, where that was measured. */
	readonly ratingErrors?: Manifest['ratingErrors'];
}

/** The model of the server and the one for browsers, by the names they have in a bundle. */
export type ModelFiles = Readonly<Record<typeof MODEL_FILE | typeof SMALL_MODEL_FILE, Uint8Array>>;

const NO_MODELS: ModelPart = { files: null, settings: null, counts: {}, sources: {} };

/**
 * The models of the bundle in `dir`, so that work on the catalogue alone does not lose them.
 *
 * @throws BundleError when one is damaged or missing: a new manifest would declare it sound
 */
export async function keepModelPart(dir: string): Promise<ModelPart> {
	let manifest: Manifest;
	try {
		manifest = await readManifest(dir);
	} catch (error) {
		// No bundle, or one of another version: there is no model to keep.
		if (error instanceof BundleError) return NO_MODELS;
		throw error;
	}
	if (MODEL_FILES.every((name) => !manifest.files[name])) return NO_MODELS;
	const files = MODEL_FILES.map(
		async (name) => [name, (await readChecked(dir, manifest, name)).bytes] as const,
	);
	return {
		// The names are those of all model files.
		files: Object.fromEntries(await Promise.all(files)) as ModelFiles,
		settings: manifest.models,
		counts: Object.fromEntries(
			Object.entries(manifest.counts).filter(([name]) => name.startsWith('model')),
		),
		sources: manifest.sources,
		ratingErrors: manifest.ratingErrors,
	};
}
