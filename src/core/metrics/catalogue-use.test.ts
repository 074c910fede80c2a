import { describe, expect, test } from 'vitest';
import { catalogueUse } from './catalogue-use.ts';

describe('catalogueUse', () => {
	test('counts each shown item once and the surprise of every place', () => {
		// Of 8 users, 4 know item 0 (1 bit), 1 knows item 1 (3 bits); nobody is shown items 2 and 3.
		const use = catalogueUse([[0, 1, 2], [0]], 2, [4, 1, 8, 8], 8);
		expect(use.coverage).toBe(2 / 4);
		expect(use.novelty).toBeCloseTo((1 + 3 + 1) / 3, 12);
	});

	test('treats an item without users as known to one', () => {
		expect(catalogueUse([[0]], 10, [0], 16).novelty).toBeCloseTo(4, 12);
	});

	test('is zero without rankings', () => {
		expect(catalogueUse([], 10, [1, 2], 2)).toEqual({ coverage: 0, novelty: 0 });
	});
});
