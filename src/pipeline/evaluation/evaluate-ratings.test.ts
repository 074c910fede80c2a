import { describe, expect, test } from 'vitest';
import type { ListEntry } from '#core/profile/list-entry.ts';
import type { RatingPredictor } from '#learn/baselines/rating-biases.ts';
import { itemPositions, readInput } from '#learn/baselines/list-input.ts';
import { smallCorpus, userWith } from '#tests/support/evaluation-user.ts';
import { evaluateRatings } from './evaluate-ratings.ts';

const CORPUS = smallCorpus({ trainUsers: Array.from({ length: 10 }, () => 20) });
const positions = itemPositions(CORPUS.items);
const inputOf = (scored: number): ListEntry[] =>
	Array.from({ length: 6 }, (_, item) => ({
		malId: 100 + item,
		score: item < scored ? 70 : null,
		status: 'completed',
	}));
const rater = (rating: number): RatingPredictor => ({
	name: 'rater',
	items: CORPUS.items,
	readInput: (entries) => readInput(entries, positions),
	rate: (_input, out) => out.fill(rating),
});
const scores = (...pairs: [number, number][]) => ({ withheldScores: new Map(pairs) });
const setOf = (...users: ReturnType<typeof userWith>[]) => ({
	corpus: CORPUS,
	users,
});

describe('evaluateRatings', () => {
	test('sums the errors of each user in points of 10', async () => {
		const users = [
			userWith({ user: 1, input: inputOf(5), ...scores([7, 90], [8, 60]) }),
			userWith({ user: 2, input: inputOf(6), ...scores([9, 75]) }),
		];
		const values = await evaluateRatings(rater(75), setOf(...users));
		expect(values.users).toEqual([1, 2]);
		expect([...values.errors]).toEqual([(90 - 75) / 10 + (75 - 60) / 10, 0]);
		expect([...values.counts]).toEqual([2, 1]);
		expect([...values.predicted]).toEqual([7.5, 7.5, 7.5]);
		expect([...values.actual]).toEqual([9, 6, 7.5]);
	});

	test('leaves out users with fewer than five scores, or nothing to predict', async () => {
		const few = userWith({ input: inputOf(4), ...scores([7, 90]) });
		const none = userWith({ input: inputOf(6) });
		expect((await evaluateRatings(rater(75), setOf(few, none))).users).toEqual([]);
	});

	test('refuses what is no score and stops when asked to', async () => {
		const set = setOf(userWith({ input: inputOf(5), ...scores([7, 90]) }));
		await expect(evaluateRatings(rater(Number.NaN), set)).rejects.toThrow('title 107');
		await expect(evaluateRatings(rater(101), set)).rejects.toThrow('101');
		await expect(evaluateRatings(rater(50), set, AbortSignal.abort())).rejects.toThrow('abort');
	});
});
