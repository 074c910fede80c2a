import { describe, expect, test } from 'vitest';
import { hits, precision, recall } from './hits.ts';

const RANKING = [5, 3, 9, 1, 7];

describe('hits, precision and recall', () => {
	test('count relevant items within the first k places', () => {
		expect(hits(RANKING, new Set([3, 1, 7]), 4)).toBe(2);
		expect(hits(RANKING, new Set([3, 1, 7]), 99)).toBe(3);
	});

	test('precision divides by k, also where the ranking or the relevant items are fewer', () => {
		expect(precision(RANKING, new Set([5]), 4)).toBe(1 / 4);
		expect(precision([5], new Set([5]), 10)).toBe(1 / 10);
	});

	test('recall divides by what could be found within k places', () => {
		expect(recall(RANKING, new Set([5, 3, 2]), 20)).toBe(2 / 3);
		expect(recall(RANKING, new Set([5, 3, 9, 1]), 2)).toBe(2 / 2);
		expect(recall(RANKING, new Set([7, 1, 9]), 2)).toBe(0);
		expect(recall(RANKING, new Set(), 2)).toBe(0);
	});
});
