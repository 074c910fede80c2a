import type { ItemItemParts } from './item-item-model.ts';

/** First word of the metadata of a model file: what kind of model it holds. */
export const ITEM_ITEM_KIND = 'sprout-item-item';
/** Raised when a reader of the old files would misread new ones. */
export const MODEL_FORMAT_VERSION = '1';

/**
 * What an item-item model file holds (docs/decisions/0007), m items:
 *
 * | tensor | type, shape | content |
 * |---|---|---|
 * | `items` | I32 [m] | MyAnimeList ids |
 * | `input_scale`, `output_scale`, `prior` | F32 [m] | see `ItemItemParts` |
 * | `magnitudes` | F32 [128] | value of the codes 0 … 127, ascending from 0 |
 * | `triangle` | I8 [m(m−1)/2] | codes above the diagonal, row by row; −c is the negative of c |
 */
export interface ItemItemFile extends Omit<ItemItemParts, 'matrix'> {
	readonly magnitudes: Float32Array;
	readonly triangle: Int8Array;
	/** How the model was trained; JSON. */
	readonly settings: Readonly<Record<string, unknown>>;
}

/** The model file can't be used; the message says why. */
export class ModelFileError extends Error {}
