import type { CodedTriangle } from '../coded-matrix.ts';
import type { SproutParts, WideWeights } from './parts.ts';

/** First word of the metadata of a file that holds the Sprout network. */
export const SPROUT_NETWORK_KIND = 'sprout-network';
/** Raised when a reader of the old files would misread new ones. */
export const SPROUT_FORMAT_VERSION = '1';

/**
 * What a file of the Sprout network holds (docs/decisions/0012): n titles, the first m of them learned;
 * F facts, h hidden units; heads of w units over p features. The letters are those of the tensors' shapes.
 *
 * | tensor | type, shape | content |
 * |---|---|---|
 * | `items` | I32 [n] | MyAnimeList ids |
 * | `titles.frequency` | U32 [n] | see `TitleFacts`, as all of `titles` |
 * | `titles.franchise`, `titles.previous` | I32 [n] | |
 * | `titles.type` | U8 [n] | |
 * | `titles.year`, `.members`, `.score`, `.bias`, `.alone` | F32 [n] | |
 * | `links.offsets`, `facts.offsets` | U32 [n + 1] | ascending from 0 to the number of columns |
 * | `links.columns`, `facts.columns` | U16 | below m; below F |
 * | `links.values`, `facts.values` | F32 | one for each column |
 * | `<output>.input_scale`, `.output_scale`, `.link_scale` | F32 [m] | `<output>` is `presence` and `rating`; see `WideWeights` |
 * | `<output>.magnitudes` | F32 [128] | value of the codes 0 … 127, ascending from 0 |
 * | `<output>.triangle` | I8 [m(m−1)/2] | codes above the diagonal, row by row; −c is the negative of c |
 * | `network.presence_input`, `.score_input`, `.dropped_input`, `.presence_output` | I8 [m, h] | codes, see `CodedRows` |
 * | `network.rating_output` | I8 [m or 0, h] | likewise |
 * | `network.fact_input`, `.fact_output` | I8 [F, h] | likewise |
 * | `<rows>.scales` | F32 [rows] | value of code 1 in each row of the I8 tensor `<rows>` |
 * | `network.hidden_bias`, `.presence_bias`, `.fact_bias`, `.rating_bias` | F32 [h], [m], [F], [m or 0] | |
 * | `<head>.mean`, `.deviation`, `.skip` | F32 [p] | `<head>` is `presence_head` and `rating_head` |
 * | `<head>.hidden`, `.hidden_bias`, `.output`, `.bias` | F32 [w, p], [w], [w], [1] | few enough to stay floats |
 * | `liking_weight` | F32 [1] | see `SproutParts` |
 *
 * Metadata: `kind`, `version`, `name`, `settings` (JSON: how it was trained) and `checksum`, see
 * `modelChecksum`.
 */
export interface SproutFile extends Omit<SproutParts, 'presence' | 'rating'> {
	readonly presence: CodedWideWeights;
	readonly rating: CodedWideWeights;
	/** How the model was trained; JSON. */
	readonly settings: Readonly<Record<string, unknown>>;
}

/** {@link WideWeights} with the matrix in its stored form. */
export interface CodedWideWeights extends Omit<WideWeights, 'matrix'>, CodedTriangle {}
