import type { Recommender } from '#core/model/recommender.ts';
import { createAutoencoder } from '#core/model/sprout/autoencoder.ts';
import type { AutoencoderWeights } from '#core/model/sprout/parts.ts';
import { factless } from '../network/factless.ts';
import { itemPositions, readInput } from './list-input.ts';

/** Without scores there is nothing to normalise. */
const NO_SCORES = { slope: 0, intercept: 0 };

/**
 * An autoencoder that was learned from presence alone as a recommender of its own: it reads what was
 * watched, whatever its score, and ranks by the presence logits.
 *
 * @param items MyAnimeList ids by item position
 * @param weights learned without facts, with a row for each item
 */
export function createAutoencoderRecommender(
	name: string,
	items: Int32Array,
	weights: AutoencoderWeights,
): Recommender {
	const positions = itemPositions(items);
	const network = createAutoencoder(weights, factless(items.length), items.length);
	return {
		name,
		items,
		readInput(entries) {
			const input = readInput(entries, positions);
			const { length } = input.items;
			return { ...input, scores: new Uint8Array(length), shunned: new Uint8Array(length) };
		},
		score(input, out) {
			const hidden = new Float32Array(network.width);
			network.encode(network.sums(input), NO_SCORES, hidden);
			const logit = network.presence(hidden);
			for (let item = 0; item < out.length; item++) out[item] = logit(item);
		},
	};
}
