import { MAX_SCORE, type ListEntry } from '#core/profile/list-entry.ts';
import type { ModelInput, RatingRecommender } from '#core/model/recommender.ts';
import type { Interactions } from '../interactions.ts';
import { itemPositions } from './list-input.ts';

/** What predicts scores and ranks nothing. */
export type RatingPredictor = Omit<RatingRecommender, 'score'>;

/** Settings of {@link trainRatingBiases}. */
export interface RatingBiasOptions {
	/** Scores that pull a title's bias to 0. */
	readonly itemDamping?: number;
	/** Scores that pull a user's bias to 0. */
	readonly userDamping?: number;
	readonly rounds?: number;
}

/** Lowest score that MyAnimeList allows. */
const LEAST_SCORE = 10;

/** Biases settle in a handful of rounds. */
const ROUNDS = 10;

/**
 * Learns damped user and item biases: score = mean + b_user + b_item, each bias the mean of what the
 * other leaves over, damped as though so many scores of 0 stood beside it (Koren 2008, eq. 1, by
 * alternating means instead of gradient steps). The bias of a new user comes from the list in the same way.
 *
 * @param items MyAnimeList ids by item position, as long as `lists.itemCount`
 */
export function trainRatingBiases(
	items: Int32Array,
	lists: Interactions,
	{ itemDamping = 10, userDamping = 5, rounds = ROUNDS }: RatingBiasOptions = {},
): RatingPredictor {
	const mean = meanScore(lists);
	let itemBias = new Float64Array(lists.itemCount);
	let userBias = new Float64Array(lists.userCount);
	for (let round = 0; round < rounds; round++) {
		const left = (user: number, item: number, score: number) =>
			score - mean - (userBias[user] ?? 0) - (itemBias[item] ?? 0);
		itemBias = adjusted(itemBias, itemDamping, lists, left, (_user, item) => item);
		userBias = adjusted(userBias, userDamping, lists, left, (user) => user);
	}
	return {
		name: 'rating-biases',
		items,
		readInput: scoredInput(items),
		rate(input, out) {
			let sum = 0;
			input.items.forEach((item, at) => {
				sum += (input.weights[at] ?? 0) - mean - (itemBias[item] ?? 0);
			});
			const own = sum / Math.max(1, input.items.length + userDamping);
			itemBias.forEach((bias, item) => (out[item] = bounded(mean + own + bias)));
		},
	};
}

/** Predicts the mean of the list's own scores, whatever the title; the usual mean without any. */
export function createOwnMean(items: Int32Array, lists: Interactions): RatingPredictor {
	const usual = meanScore(lists);
	return {
		name: 'own-mean',
		items,
		readInput: scoredInput(items),
		rate({ weights }, out) {
			const sum = weights.reduce((total, score) => total + score, 0);
			out.fill(weights.length === 0 ? usual : sum / weights.length);
		},
	};
}

function meanScore({ scores }: Interactions): number {
	let sum = 0;
	let count = 0;
	for (const score of scores) {
		sum += score;
		if (score > 0) count++;
	}
	return count === 0 ? (LEAST_SCORE + MAX_SCORE) / 2 : sum / count;
}

/** Biases plus the damped mean of what is left over of every score of their user or item. */
function adjusted(
	biases: Float64Array,
	damping: number,
	lists: Interactions,
	left: (user: number, item: number, score: number) => number,
	placeOf: (user: number, item: number) => number,
): Float64Array<ArrayBuffer> {
	const sums = new Float64Array(biases.length);
	const counts = new Uint32Array(biases.length);
	for (let user = 0; user < lists.userCount; user++) {
		for (let at = lists.offsets[user] ?? 0; at < (lists.offsets[user + 1] ?? 0); at++) {
			const score = lists.scores[at] ?? 0;
			if (score === 0) continue;
			const item = lists.items[at] ?? 0;
			const place = placeOf(user, item);
			sums[place] = (sums[place] ?? 0) + left(user, item, score) + (biases[place] ?? 0);
			counts[place] = (counts[place] ?? 0) + 1;
		}
	}
	return sums.map((sum, place) => sum / Math.max(1, (counts[place] ?? 0) + damping));
}

/** Reads what was watched and scored; the weights are the scores. */
function scoredInput(items: Int32Array): (entries: readonly ListEntry[]) => ModelInput {
	const positions = itemPositions(items);
	return (entries) => {
		const scores = new Map<number, number>();
		for (const { malId, score, status } of entries) {
			const item = positions.get(malId);
			if (item === undefined || score === null || status === 'plan-to-watch') continue;
			scores.set(item, score);
		}
		const own = Int32Array.from(scores.keys()).sort();
		return {
			items: own,
			weights: Float32Array.from(own, (item) => scores.get(item) ?? 0),
			scores: Uint8Array.from(own, (item) => scores.get(item) ?? 0),
			shunned: new Uint8Array(own.length),
		};
	};
}

function bounded(score: number): number {
	return Math.min(MAX_SCORE, Math.max(LEAST_SCORE, score));
}
