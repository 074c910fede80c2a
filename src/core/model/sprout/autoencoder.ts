import { createEncoder, type Encoder } from './encoder.ts';
import { createOutputs, type Outputs } from './outputs.ts';
import type { AutoencoderWeights, SparseRows } from './parts.ts';

/** The forward pass of an autoencoder over n titles, of which m were learned. */
export interface Autoencoder extends Encoder, Outputs {}

/**
 * Joins weights and facts; what depends on a title alone is added up once, here.
 *
 * @param facts n rows; the first `learnedCount` titles have weights of their own
 */
export function createAutoencoder(
	weights: AutoencoderWeights,
	facts: SparseRows,
	learnedCount: number,
): Autoencoder {
	return {
		...createEncoder(weights, facts, learnedCount),
		...createOutputs(weights, facts, learnedCount),
	};
}
