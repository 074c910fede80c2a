import { describe, expect, it } from 'vitest';
import { certaintyOf, reachOf } from './chart-data.ts';

describe('the axis around nought', () => {
	it('has room for the farthest end, on either side', () => {
		expect(reachOf([{ value: 2, low: -3, high: 7 }, null], 1)).toBe(7);
		expect(reachOf([{ value: -6, low: -9, high: -3 }], 1)).toBe(9);
	});

	it('is never narrower than asked for', () => {
		expect(reachOf([{ value: 0.1, low: 0, high: 0.2 }], 10)).toBe(10);
		expect(reachOf([], 10)).toBe(10);
	});
});

describe('certainty', () => {
	it.each([
		[{ value: 2, low: 0.5, high: 3.5 }, 'above'],
		[{ value: -2, low: -3.5, high: -0.5 }, 'below'],
		[{ value: 2, low: -0.5, high: 4.5 }, 'open'],
		[{ value: 0, low: 0, high: 0 }, 'open'],
	] as const)('of %j is %s', (interval, expected) => {
		expect(certaintyOf(interval)).toBe(expected);
	});
});
