import { readSproutParts } from './read-sprout-model.ts';
import { createSproutModel, type SproutModel } from './sprout-model.ts';

/**
 * Opens a model file: what the site, the browser and the command line rank with.
 *
 * @throws ModelFileError when the bytes are damaged, of another kind or version, or contradict each other
 */
export function openSproutModel(bytes: Uint8Array): SproutModel {
	return createSproutModel(readSproutParts(bytes));
}
