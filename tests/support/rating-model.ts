import type { ExplainingRecommender, RatingRecommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { linearModel } from './linear-model.ts';

/**
 * A linear model in which every title speaks for those with a near id, and that predicts 50 plus the
 * number of entries it read for the first title, one more for each after it.
 */
export function ratingModel(malIds: readonly number[]): ExplainingRecommender & RatingRecommender {
	return {
		...linearModel(malIds, (from, to) => 1 / (1 + Math.abs(from - to))),
		rate(input, out) {
			out.forEach((_, item) => (out[item] = 50 + input.items.length + item));
		},
	};
}

/** A list of liked titles. */
export function likedList(...malIds: number[]): ListEntry[] {
	return malIds.map((malId) => ({ malId, score: 80, status: 'completed' }));
}
