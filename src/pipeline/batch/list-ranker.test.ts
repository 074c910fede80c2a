import { describe, expect, it } from 'vitest';
import { likedList, ratingModel } from '#tests/support/rating-model.ts';
import { createListRanker } from './list-ranker.ts';

const model = ratingModel([10, 20, 30, 40]);
const base = { candidates: [40, 30, 20, 10], top: 10, franchises: null };

describe('list ranker', () => {
	it('ranks candidates by the model, with the score that the owner would give', () => {
		const rank = createListRanker(model, base);
		expect(rank(likedList(10, 20))).toEqual([
			{ malId: 30, score: Math.fround(1 / (1 + 20) + 1 / (1 + 10)), predicted: 50 + 2 + 2 },
			{ malId: 40, score: Math.fround(Math.fround(1 / 31) + 1 / 21), predicted: 50 + 2 + 3 },
		]);
	});

	it('forgets one list before the next', () => {
		const rank = createListRanker(model, base);
		const first = rank(likedList(10));
		rank(likedList(20, 30));
		expect(rank(likedList(10))).toEqual(first);
	});

	it('recommends only candidates that the model knows, and no more than asked for', () => {
		const rank = createListRanker(model, { ...base, candidates: [99, 40, 30], top: 1 });
		expect(rank(likedList(10)).map(({ malId }) => malId)).toEqual([30]);
	});

	it('leaves out every franchise that the list touches, by titles outside the model as well', () => {
		const franchises = new Map([
			[99, 'a'],
			[30, 'a'],
			[40, 'b'],
		]);
		const rank = createListRanker(model, { ...base, franchises });
		// 20 is in no franchise: what is in none as well does not touch it.
		expect(rank(likedList(10, 99)).map(({ malId }) => malId)).toEqual([20, 40]);
	});
});
