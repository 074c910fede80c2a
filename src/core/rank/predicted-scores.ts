import type { RankingModel } from '../model/recommender.ts';
import type { ListEntry } from '../profile/list-entry.ts';

/** The scores to expect, in two columns: every title of the model, or none where the list tells it nothing. */
export interface PredictedScores {
	readonly malIds: readonly number[];
	/** Points of 100 on the owner's own scale, to a tenth, as everything that is said of scores. */
	readonly scores: readonly number[];
}

/** What the owner of a list would give each title that the model knows, seen ones included. */
export function predictScores(
	model: Pick<RankingModel, 'items' | 'readInput' | 'rate'>,
	entries: readonly ListEntry[],
): PredictedScores {
	const input = model.readInput(entries);
	if (input.items.length === 0) return { malIds: [], scores: [] };
	const ratings = new Float32Array(model.items.length);
	model.rate(input, ratings);
	return {
		malIds: [...model.items],
		scores: Array.from(ratings, (rating) => Math.round(rating * 10) / 10),
	};
}
