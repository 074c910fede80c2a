import { describe, expect, test } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { interactionsOf } from '#tests/support/interactions.ts';
import { COLD_FOLDS, drawColdFolds, withoutItems } from './cold-folds.ts';

describe('drawColdFolds', () => {
	const popularity = Array.from({ length: 100 }, (_, item) => (item * 37) % 100);

	test('draws disjoint folds of 5 %', () => {
		const folds = drawColdFolds(popularity, createRng(1));
		expect(folds.map((fold) => fold.length)).toEqual([5, 5, 5, 5, 5]);
		expect(new Set(folds.flatMap((fold) => [...fold])).size).toBe(COLD_FOLDS * 5);
		expect(drawColdFolds(popularity, createRng(1))).toEqual(folds);
	});

	test('takes one title of every twenty neighbours in popularity', () => {
		for (const fold of drawColdFolds(popularity, createRng(2))) {
			const strata = Array.from(fold, (item) => Math.floor((99 - (popularity[item] ?? 0)) / 20));
			expect(strata.sort()).toEqual([0, 1, 2, 3, 4]);
		}
	});

	test('runs out of titles without repeating one', () => {
		const folds = drawColdFolds([3, 2, 1], createRng(1));
		expect(folds.flatMap((fold) => [...fold]).sort()).toEqual([0, 1, 2]);
	});
});

test('withoutItems leaves out items and keeps the rest of every list', () => {
	const lists = interactionsOf([[0, 1, 3], [1], [2, 3]], 4);
	const scores = Uint8Array.of(10, 20, 30, 40, 50, 60);
	const left = withoutItems({ ...lists, scores }, new Set([1, 2]));
	expect([...left.offsets]).toEqual([0, 2, 2, 3]);
	expect([...left.items]).toEqual([0, 3, 3]);
	expect([...left.scores]).toEqual([10, 30, 60]);
	expect([left.userCount, left.itemCount, left.statuses.length]).toEqual([3, 4, 3]);
});
