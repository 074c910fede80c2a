import type { RankingModel } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { linearModel } from './linear-model.ts';

/** A linear model in which every title speaks for those with a near id. */
export function ratingModel(malIds: readonly number[]): RankingModel {
	return linearModel(malIds, (from, to) => 1 / (1 + Math.abs(from - to)));
}

/** A list of liked titles. */
export function likedList(...malIds: number[]): ListEntry[] {
	return malIds.map((malId) => ({ malId, score: 80, status: 'completed' }));
}
