import { describe, expect, test } from 'vitest';
import { createRng } from './rng.ts';
import { topK } from './top-k.ts';

describe('topK', () => {
	test('gives the best first and breaks ties by position', () => {
		expect([...topK([1, 3, 2, 3, 0], 3)]).toEqual([1, 3, 2]);
	});

	test('leaves out what is no candidate, even when fewer than k remain', () => {
		expect([...topK([-Infinity, -5, -Infinity, 2], 3)]).toEqual([3, 1]);
		expect([...topK([1, 2], 0)]).toEqual([]);
		expect([...topK([], 3)]).toEqual([]);
	});

	test('agrees with a full sort', () => {
		const rng = createRng(11);
		const scores = Float32Array.from({ length: 500 }, () => rng.below(60));
		const sorted = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
		expect([...topK(scores, 40)]).toEqual(sorted.slice(0, 40));
	});

	test('refuses a score that is not a number', () => {
		expect(() => topK([1, Number.NaN], 1)).toThrow(RangeError);
	});
});
