import { gunzipSync } from 'node:zlib';
import { openSproutModel } from '#core/model/sprout/open-sprout-model.ts';
import {
	MODEL_FILE,
	MODEL_FILES,
	SMALL_MODEL_FILE,
	type Manifest,
} from '#server/bundle-manifest.ts';
import type { ModelFiles } from '../bundle/model-part.ts';
import type { Terminal } from '../terminal.ts';
import { fitRatingError } from './fit-rating-error.ts';
import { readHeldOutLists } from './held-out-lists.ts';
import { measureErrors } from './measure-errors.ts';

/** Unpacked model files by their names in a bundle. */
export type UnpackedModels = Readonly<
	Record<(typeof MODEL_FILES)[number], Uint8Array<ArrayBuffer>>
>;

/** Unpacks the models of a bundle. */
export function unpackModels(files: ModelFiles): UnpackedModels {
	const unpack = (packed: Uint8Array) => new Uint8Array(gunzipSync(packed));
	return {
		[MODEL_FILE]: unpack(files[MODEL_FILE]),
		[SMALL_MODEL_FILE]: unpack(files[SMALL_MODEL_FILE]),
	};
}

/**
 * Measures on `validation` how far the scores that models predict are off.
 *
 * @returns what the manifest holds of it; undefined where there is too little to measure with
 * @throws DataFileError when the lists can't be read
 */
export async function calibrateModels(
	data: string,
	models: UnpackedModels,
	terminal: Terminal,
	signal: AbortSignal,
): Promise<Manifest['ratingErrors']> {
	const progress = terminal.progress('Measuring predicted scores', MODEL_FILES.length);
	const lists = await readHeldOutLists(data, 'validation', signal);
	const found: Manifest['ratingErrors'] = {};
	for (const [done, name] of MODEL_FILES.entries()) {
		const model = openSproutModel(models[name]);
		const fitted = fitRatingError(await measureErrors(model, lists, signal));
		if (fitted) found[name] = fitted;
		progress.update(done + 1, name);
	}
	progress.finish(`${lists.length} lists`);
	return Object.keys(found).length > 0 ? found : undefined;
}
