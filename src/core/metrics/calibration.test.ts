import { describe, expect, test } from 'vitest';
import { calibration } from './calibration.ts';

describe('calibration', () => {
	test('gives the means of each bin, ascending, without empty ones', () => {
		const { bins } = calibration([7.1, 9, 7.3], [8, 9, 6], 0.5);
		expect(bins).toEqual([
			{ predicted: (7.1 + 7.3) / 2, actual: (8 + 6) / 2, count: 2 },
			{ predicted: 9, actual: 9, count: 1 },
		]);
	});

	test('weighs the gap of each bin by its predictions', () => {
		const { expectedError } = calibration([7, 7, 9], [8, 7, 7], 1);
		// Bin 7 is off by .5 for two predictions, bin 9 by 2 for one.
		expect(expectedError).toBeCloseTo((2 * 0.5 + 1 * 2) / 3, 12);
	});

	test('knows no error without predictions', () => {
		expect(calibration([], [], 1)).toEqual({ bins: [], expectedError: 0 });
	});
});
