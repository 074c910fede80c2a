import { describe, expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { bootstrap, bootstrapEntries, mean } from './bootstrap.ts';

describe('bootstrap', () => {
	test('gives the mean and its standard error', () => {
		const estimate = bootstrap([1, 2, 3, 6], createRng(1));
		expect(estimate.mean).toBe((1 + 2 + 3 + 6) / 4);
		// Squared distances from 3, over n − 1 and n.
		expect(estimate.standardError).toBeCloseTo(Math.sqrt((4 + 1 + 0 + 9) / 3 / 4), 12);
		expect(estimate.count).toBe(4);
	});

	test('puts about 1.96 standard errors between the mean and each bound', () => {
		const rng = createRng(5);
		const values = Float64Array.from({ length: 400 }, () => rng.next());
		const { mean: center, low, high, standardError } = bootstrap(values, rng);
		expect((center - low) / standardError).toBeCloseTo(1.96, 0);
		expect((high - center) / standardError).toBeCloseTo(1.96, 0);
	});

	test('narrows with the level and repeats itself for the same seed', () => {
		const values = [0, 0, 1, 1, 1, 0, 1, 0.5];
		const wide = bootstrap(values, createRng(2));
		const narrow = bootstrap(values, createRng(2), { level: 0.5 });
		expect(bootstrap(values, createRng(2))).toEqual(wide);
		expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low);
	});

	test('knows no spread for equal values and stands for none with zeros', () => {
		expect(bootstrap([0.5, 0.5], createRng(1))).toMatchObject({ low: 0.5, high: 0.5 });
		expect(bootstrap([], createRng(1))).toMatchObject({ mean: 0, count: 0 });
		expect(mean([])).toBe(0);
	});
});

describe('bootstrapEntries', () => {
	test('gives the mean over entries, whoever they belong to', () => {
		const estimate = bootstrapEntries([6, 1], [3, 1], createRng(1));
		expect(estimate.mean).toBe((6 + 1) / (3 + 1));
		expect(estimate.count).toBe(2);
		// The users' distances from 1.75 an entry, ±.75, over the mean of two entries a user.
		const residual = (6 - 1.75 * 3) / 2;
		expect(estimate.standardError).toBeCloseTo(Math.sqrt((2 * residual ** 2) / 1 / 2), 12);
	});

	test('is the plain bootstrap where everybody has one entry', () => {
		const values = [0.5, 2, 1, 4];
		const entries = bootstrapEntries(values, [1, 1, 1, 1], createRng(3));
		expect(entries).toEqual(bootstrap(values, createRng(3)));
	});

	test('draws a user with all entries', () => {
		const { low, high } = bootstrapEntries([0, 9], [1, 3], createRng(2));
		// Two draws: both times the one, each once, or both times the other.
		expect([low, high]).toEqual([0, 3]);
	});

	test('stands for no entry with zeros', () => {
		expect(bootstrapEntries([], [], createRng(1))).toMatchObject({ mean: 0, high: 0, count: 0 });
		expect(bootstrapEntries([0], [0], createRng(1))).toMatchObject({ mean: 0, high: 0 });
	});
});
