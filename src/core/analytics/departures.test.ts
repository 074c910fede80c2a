import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departures, estimate, meanEstimate, scoreVariance } from './departures.ts';

describe('departures', () => {
	it('is empirical Bayes with a usual taste', () => {
		// Q = 4 · 10² / 100 + 4 · 10² / 100 = 8 over 2 kinds: τ² found = (8 − 2) · 100 / 8 = 75.
		const taste = (2 * 75 + 10 * 4 ** 2) / (2 + 10);
		const chance = 100 / 4;
		const kept = taste / (taste + chance);
		const error = Math.sqrt(kept * chance);
		const [liked, disliked] = departures(
			[
				{ count: 4, mean: 10 },
				{ count: 4, mean: -10 },
			],
			100,
		);
		expect(liked?.value).toBeCloseTo(kept * 10);
		expect(liked?.low).toBeCloseTo(kept * 10 - 1.96 * error);
		expect(liked?.high).toBeCloseTo(kept * 10 + 1.96 * error);
		expect(disliked?.value).toBeCloseTo(-kept * 10);
	});

	it('takes no more taste than chance leaves', () => {
		// Q = 1 · 5² / 100 is below the one kind: nothing is found beyond chance.
		const taste = (0 + 10 * 4 ** 2) / (1 + 10);
		const [only] = departures([{ count: 1, mean: 5 }], 100);
		expect(only?.value).toBeCloseTo((5 * taste) / (taste + 100));
		expect(departures([], 100)).toEqual([]);
	});

	it('shrinks more the fewer scores there are, and never turns round', () => {
		const kinds = fc.array(
			fc.record({
				count: fc.integer({ min: 1, max: 500 }),
				mean: fc.integer({ min: -990, max: 990 }).map((tenths) => tenths / 10),
			}),
			{ minLength: 1, maxLength: 20 },
		);
		fc.assert(
			fc.property(kinds, fc.double({ min: 1, max: 900, noNaN: true }), (given, variance) => {
				const found = departures(given, variance);
				found.forEach(({ value, low, high }, at) => {
					const { mean, count } = given[at] ?? { mean: 0, count: 0 };
					expect(Math.abs(value)).toBeLessThanOrEqual(Math.abs(mean));
					expect(value * mean).toBeGreaterThanOrEqual(0);
					expect(low <= value && value <= high).toBe(true);
					const kept = given.flatMap((other, k) =>
						other.count < count && mean !== 0 && other.mean !== 0
							? (found[k]?.value ?? 0) / other.mean
							: [],
					);
					const least = mean === 0 ? 1 : value / mean + 1e-9;
					expect(kept.filter((share) => share > least)).toEqual([]);
				});
			}),
		);
	});
});

describe('spreads and intervals', () => {
	it('is the usual spread while there are few scores', () => {
		expect(scoreVariance([])).toBe(12 ** 2);
		expect(scoreVariance([6, -8])).toBeCloseTo((36 + 64 + 10 * 12 ** 2) / (2 + 10));
	});

	it('makes intervals of 95 %', () => {
		expect(estimate(5, 10)).toEqual({ value: 5, low: 5 - 19.6, high: 5 + 19.6 });
		expect(meanEstimate([4, 6, 8, 2], 100)).toEqual(estimate(5, 10 / 2));
		expect(meanEstimate([], 100)).toBeNull();
	});
});
