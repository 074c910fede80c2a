import type { ModelInput, Recommender } from '#core/model/recommender.ts';
import { itemPositions, readInput } from './list-input.ts';
import type { Interactions } from '../interactions.ts';

/** Users of each item; length itemCount. */
export function countUsers(lists: Interactions): Uint32Array {
	const counts = new Uint32Array(lists.itemCount);
	for (const item of lists.items) counts[item] = (counts[item] ?? 0) + 1;
	return counts;
}

/**
 * The recommender that knows nothing of its visitor: every title scores the number of training
 * users who have it. What a personal model can't beat is not worth its weights.
 *
 * @param items MyAnimeList ids by item position, as long as `lists.itemCount`.
 */
export function createPopularity(items: Int32Array, lists: Interactions): Recommender {
	const scores = Float32Array.from(countUsers(lists));
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
