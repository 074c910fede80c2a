import type { RatingRecommender } from '#core/model/recommender.ts';
import type { ListEntry } from '#core/profile/list-entry.ts';
import { scoreNormalisation } from '#core/profile/score-normalisation.ts';

/** Scores of 1–100 that the owner of a list would give to titles, one for each MyAnimeList id. */
export type ScorePredictor = (
	entries: readonly ListEntry[],
	malIds: readonly number[],
) => readonly number[];

/** A predictor that keeps its buffer; titles that the model does not know get the owner's mean. */
export function createScorePredictor(model: RatingRecommender): ScorePredictor {
	const positions = new Map(Array.from(model.items, (malId, item) => [malId, item]));
	const predictions = new Float32Array(model.items.length);
	return (entries, malIds) => {
		model.rate(model.readInput(entries), predictions);
		const { mean } = scoreNormalisation(entries);
		return malIds.map((malId) => predictions[positions.get(malId) ?? -1] ?? mean);
	};
}
