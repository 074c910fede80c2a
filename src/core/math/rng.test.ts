import { describe, expect, test } from 'vitest';
import { createRng } from './rng.ts';

describe('createRng', () => {
	test('repeats itself for the same seed and differs for the next one', () => {
		const draw = (seed: number) => {
			const rng = createRng(seed);
			return Array.from({ length: 8 }, () => rng.next());
		};
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)[0]).not.toBe(draw(8)[0]);
	});

	test('fills the unit interval evenly', () => {
		const rng = createRng(1);
		const counts = Array.from({ length: 10 }, () => 0);
		const draws = 20_000;
		for (let draw = 0; draw < draws; draw++) {
			const value = rng.next();
			expect(value >= 0 && value < 1).toBe(true);
			const bin = Math.floor(value * 10);
			counts[bin] = (counts[bin] ?? 0) + 1;
		}
		// Five standard deviations of a binomial count.
		const slack = 5 * Math.sqrt(draws * 0.1 * 0.9);
		for (const count of counts) expect(Math.abs(count - draws / 10)).toBeLessThan(slack);
	});

	test('below stays within its bound and reaches every value', () => {
		const rng = createRng(3);
		const seen = new Set(Array.from({ length: 200 }, () => rng.below(5)));
		expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
	});
});
