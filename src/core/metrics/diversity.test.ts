import { describe, expect, test } from 'vitest';
import { intraListDiversity } from './diversity.ts';

const TAGS = [[1, 2, 3], [2, 3, 4, 5], [9], []];

describe('intraListDiversity', () => {
	test('is the mean distance of all pairs of the first k places', () => {
		// Items 0 and 1 share two of five tags; item 2 shares none.
		expect(intraListDiversity([0, 1, 2], 2, TAGS)).toBeCloseTo(1 - 2 / 5, 12);
		expect(intraListDiversity([2, 0, 1], 10, TAGS)).toBeCloseTo((1 + 1 + (1 - 2 / 5)) / 3, 12);
	});

	test('is 0 for equal titles and for lists without a pair', () => {
		expect(intraListDiversity([0, 0], 2, TAGS)).toBe(0);
		expect(intraListDiversity([0], 10, TAGS)).toBe(0);
	});

	test('takes titles of which nothing is known for different', () => {
		expect(intraListDiversity([3, 3], 2, TAGS)).toBe(1);
		expect(intraListDiversity([0, 99], 2, TAGS)).toBe(1);
	});
});
