import type { ModelInput, Recommender } from '#core/model/recommender.ts';
import { itemPositions, readInput } from './list-input.ts';
import { itemFrequency } from '../ease/train-ease.ts';
import type { Interactions } from '../interactions.ts';

/**
 * The recommender that knows nothing of its visitor: every title scores the number of training
 * users who have it. What a personal model can't beat is not worth its weights.
 *
 * @param items MyAnimeList ids by item position, as long as `lists.itemCount`.
 */
export function createPopularity(items: Int32Array, lists: Interactions): Recommender {
	const scores = Float32Array.from(itemFrequency(lists));
	const positions = itemPositions(items);
	return {
		name: 'popularity',
		items,
		readInput: (entries) => readInput(entries, positions),
		score(_input: ModelInput, out: Float32Array) {
			out.set(scores);
		},
	};
}
