import { describe, expect, test } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { Interactions } from '#learn/interactions.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { createOwnMean, trainRatingBiases, type RatingPredictor } from './rating-biases.ts';

const ITEMS = Int32Array.of(10, 20);
const scored = (lists: Interactions, scores: readonly number[]): Interactions => ({
	...lists,
	scores: Uint8Array.from(scores),
});
/** Two users, both gave the second title 20 less; the third did not score. */
const LISTS = scored(interactionsOf([[0, 1], [0, 1], [0]], 2), [90, 70, 70, 50, 0]);
const entry = (malId: number, score: number | null, status: ListEntry['status'] = 'completed') => ({
	malId,
	score,
	status,
});

function ratings(model: RatingPredictor, ...entries: ListEntry[]): number[] {
	const out = new Float32Array(ITEMS.length);
	model.rate(model.readInput(entries), out);
	return [...out];
}

describe('trainRatingBiases', () => {
	const undamped = { itemDamping: 0, userDamping: 0 };

	test('adds what title and user deviate by', () => {
		// The mean is 70, the titles lie 10 above and below it; 60 for the first says 20 below the usual.
		const model = trainRatingBiases(ITEMS, LISTS, undamped);
		const [first, second] = ratings(model, entry(10, 60));
		expect(first).toBeCloseTo(70 + 10 - 20, 4);
		expect(second).toBeCloseTo(70 - 10 - 20, 4);
	});

	test('damps biases by so many scores', () => {
		const model = trainRatingBiases(ITEMS, LISTS, { itemDamping: 2, userDamping: 1, rounds: 1 });
		// Title: (20 + 0) / (2 + 2) = 5 of 10; user: (60 − 70 − 5) / (1 + 1).
		const [first] = ratings(model, entry(10, 60));
		expect(first).toBeCloseTo(70 + 5 + (60 - 75) / (1 + 1), 4);
	});

	test('stays within the scale and reads scored, watched entries only', () => {
		const model = trainRatingBiases(ITEMS, LISTS, undamped);
		expect(ratings(model, entry(20, 100))[0]).toBe(100);
		const nothing = ratings(model);
		expect(ratings(model, entry(10, null), entry(20, 10, 'plan-to-watch'))).toEqual(nothing);
	});
});

describe('createOwnMean', () => {
	test('predicts the mean of the list, or the usual one', () => {
		const model = createOwnMean(ITEMS, LISTS);
		expect(ratings(model, entry(10, 90), entry(20, 60))).toEqual([75, 75]);
		expect(ratings(model)).toEqual([70, 70]);
	});
});
