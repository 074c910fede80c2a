import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf, quantilesOf, shareBelow } from './quantiles.ts';

describe('quantiles', () => {
	it('are interpolated linearly, in any order of the numbers', () => {
		expect(quantilesOf([40, 10, 20, 30, 0], 4)).toEqual([0, 10, 20, 30, 40]);
		expect(quantilesOf([0, 10], 4)).toEqual([0, 2.5, 5, 7.5, 10]);
		expect(quantilesOf([7], 2)).toEqual([7, 7, 7]);
		expect(quantilesOf([], 2)).toEqual([0, 0, 0]);
	});

	it('tell the share below a value', () => {
		const quantiles = [0, 10, 20, 40, 80];
		expect(shareBelow(quantiles, 10)).toBe(1 / 4);
		expect(shareBelow(quantiles, 30)).toBe((2 + 10 / 20) / 4);
		expect(shareBelow(quantiles, -1)).toBe(0);
		expect(shareBelow(quantiles, 81)).toBe(1);
		// Three of five steps have the value: half of them are below.
		expect(shareBelow([0, 5, 5, 5, 9], 5)).toBe(2 / 4);
		expect(shareBelow([], 5)).toBe(0.5);
	});

	it('never fall when the value rises', () => {
		const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(numbers, fc.nat(50), fc.nat(50), (values, a, b) => {
				const quantiles = quantilesOf(values, 10);
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				expect(shareBelow(quantiles, low)).toBeLessThanOrEqual(shareBelow(quantiles, high));
			}),
		);
	});

	it('have a middle', () => {
		expect(middleOf([1, 2, 9])).toBe(2);
		expect(middleOf([1, 2, 4, 9])).toBe(3);
	});
});
