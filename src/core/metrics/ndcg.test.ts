import { describe, expect, test } from 'vitest';
import { expectedNdcg, ndcg } from './ndcg.ts';

const first = 1 / Math.log2(2);
const second = 1 / Math.log2(3);
const third = 1 / Math.log2(4);
const fourth = 1 / Math.log2(5);

describe('ndcg', () => {
	test('discounts hits by place and divides by the best possible ranking', () => {
		expect(ndcg([7, 1, 8, 2], new Set([1, 2]), 4)).toBeCloseTo(
			(second + fourth) / (first + second),
			12,
		);
	});

	test('counts nothing beyond place k, in the ideal either', () => {
		expect(ndcg([7, 1, 2], new Set([1, 2, 3, 4]), 2)).toBeCloseTo(second / (first + second), 12);
	});

	test('is 1 for a perfect ranking, though more is relevant than there are places', () => {
		expect(ndcg([1, 2], new Set([1, 2, 3]), 2)).toBeCloseTo(1, 12);
	});

	test('expects every relevant item of a ranking that ends early', () => {
		expect(ndcg([1], new Set([1, 2, 3]), 100)).toBeCloseTo(first / (first + second + third), 12);
	});

	test('is 0 where nothing is relevant or nothing is ranked', () => {
		expect(ndcg([1, 2], new Set(), 10)).toBe(0);
		expect(ndcg([], new Set([1]), 10)).toBe(0);
	});
});

describe('expectedNdcg', () => {
	test('is the mean over all orders', () => {
		// One of three is relevant and stands in each place as often.
		const orders = [
			[7, 1, 2],
			[1, 7, 2],
			[1, 2, 7],
		];
		const sum = orders.reduce((total, order) => total + ndcg(order, new Set([7]), 2), 0);
		expect(expectedNdcg(3, 1, 2)).toBeCloseTo(sum / 3, 12);
		expect(expectedNdcg(3, 1, 2)).toBeCloseTo((first + second + 0) / 3, 12);
	});

	test('is 1 where everything is relevant and 0 where nothing is', () => {
		expect(expectedNdcg(4, 4, 100)).toBeCloseTo(1, 12);
		expect(expectedNdcg(4, 0, 100)).toBe(0);
		expect(expectedNdcg(0, 0, 100)).toBe(0);
	});
});
