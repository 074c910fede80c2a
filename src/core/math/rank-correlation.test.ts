import { describe, expect, it } from 'vitest';
import { rankCorrelation } from './rank-correlation.ts';

describe('rankCorrelation', () => {
	it('is 1 for the same order, whatever the scale, and −1 for the opposite one', () => {
		expect(rankCorrelation([1, 2, 3], [10, 50, 55])).toBeCloseTo(1, 12);
		expect(rankCorrelation([1, 2, 3], [9, 5, 1])).toBeCloseTo(-1, 12);
	});

	it('is 1 − 6 Σd² / n(n² − 1) without equal values', () => {
		// Ranks 1 2 3 4 5 beside 2 1 4 3 5.
		expect(rankCorrelation([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).toBeCloseTo(
			1 - (6 * (1 + 1 + 1 + 1)) / (5 * (25 - 1)),
			12,
		);
	});

	it('gives equal values the middle of their ranks', () => {
		// Ranks 1.5 1.5 3 beside 1 2 3, about their mean of 2.
		const expected = (0.5 * 1 + 0 + 1 * 1) / Math.sqrt((0.25 + 0.25 + 1) * (1 + 0 + 1));
		expect(rankCorrelation([5, 5, 9], [1, 2, 3])).toBeCloseTo(expected, 12);
	});

	it('is unknown where there is nothing to order', () => {
		expect(rankCorrelation([5, 5, 5], [1, 2, 3])).toBeNull();
		expect(rankCorrelation([5], [1])).toBeNull();
		expect(rankCorrelation([], [])).toBeNull();
	});
});
