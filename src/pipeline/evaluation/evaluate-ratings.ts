import { setImmediate } from 'node:timers/promises';
import { MAX_SCORE } from '#core/profile/list-entry.ts';
import type { RatingPredictor } from '#learn/baselines/rating-biases.ts';
import type { EvaluationUser } from '../dataset/evaluation-set.ts';
import type { MeasuredUsers } from './evaluate-recommender.ts';

/** Who has fewer scores in the input can't be predicted on a scale of their own. */
export const MIN_SCORED_INPUT = 5;
/** Users between two looks at the abort signal. */
const USERS_PER_TURN = 16;
/** Scores are reported in points of 10, as their owners gave them. */
const SCORES_PER_POINT = MAX_SCORE / 10;

/** What one model predicted, in points of 10; users ascending and the same for every model. */
export interface RatingValues {
	readonly users: readonly number[];
	/** Sum of the absolute errors of each user's entries. */
	readonly errors: Float64Array;
	/** Entries of each user. */
	readonly counts: Uint32Array;
	/** By entry. */
	readonly predicted: Float64Array;
	/** By entry. */
	readonly actual: Float64Array;
}

/**
 * Predicts every withheld score of users with {@link MIN_SCORED_INPUT} or more scores in the input.
 *
 * @throws RangeError when a prediction is missing or no number of 1–100
 */
export async function evaluateRatings(
	predictor: RatingPredictor,
	{ users, corpus }: MeasuredUsers,
	signal?: AbortSignal,
): Promise<RatingValues> {
	const rated = users.filter(hasScores);
	const places = new Map(Array.from(predictor.items, (malId, place) => [malId, place]));
	const ratings = new Float32Array(predictor.items.length);
	const errors = new Float64Array(rated.length);
	const predicted: number[] = [];
	const actual: number[] = [];
	for (const [row, user] of rated.entries()) {
		if (row % USERS_PER_TURN === 0) {
			await setImmediate();
			signal?.throwIfAborted();
		}
		predictor.rate(predictor.readInput(user.input), ratings);
		for (const [item, score] of user.withheldScores) {
			const malId = corpus.items[item] ?? 0;
			const rating = ratings[places.get(malId) ?? -1] ?? Number.NaN;
			if (!(rating >= 1 && rating <= MAX_SCORE)) {
				throw new RangeError(`${predictor.name} predicts ${rating} for title ${malId}.`);
			}
			errors[row] = (errors[row] ?? 0) + Math.abs(rating - score) / SCORES_PER_POINT;
			predicted.push(rating / SCORES_PER_POINT);
			actual.push(score / SCORES_PER_POINT);
		}
	}
	return {
		users: rated.map(({ user }) => user),
		errors,
		counts: Uint32Array.from(rated, ({ withheldScores }) => withheldScores.size),
		predicted: Float64Array.from(predicted),
		actual: Float64Array.from(actual),
	};
}

function hasScores({ input, withheldScores }: EvaluationUser): boolean {
	const scored = input.filter(({ score }) => score !== null).length;
	return scored >= MIN_SCORED_INPUT && withheldScores.size > 0;
}
