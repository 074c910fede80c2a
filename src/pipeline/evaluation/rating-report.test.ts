import { describe, expect, test } from 'vitest';
import { reportRatings, type MeasuredRatings } from './rating-report.ts';

function ratingsOf(key: string, errors: readonly number[]): MeasuredRatings {
	const values = {
		users: [1, 4],
		errors: Float64Array.from(errors),
		counts: Uint32Array.of(3, 1),
		predicted: Float64Array.of(8, 8, 8, 7),
		actual: Float64Array.of(9, 8, 10, 7),
	};
	return { key, label: key, values };
}
const OPTIONS = { seed: 1, resamples: 50 };
const reference = ratingsOf('reference', [4, 1]);

describe('reportRatings', () => {
	test('averages over entries and compares user by user', () => {
		const report = reportRatings(ratingsOf('model', [3, 0]), reference, OPTIONS);
		expect(report.meanAbsoluteError.mean).toBe((3 + 0) / (3 + 1));
		expect(report.difference?.mean).toBe((3 - 4 + (0 - 1)) / (3 + 1));
		expect(report.entries).toBe(4);
		expect(report.calibration.bins).toHaveLength(2);
		expect(report.calibration.expectedError).toBeCloseTo((3 * ((9 + 8 + 10) / 3 - 8)) / 4, 12);
	});

	test('does not compare the reference with itself, and refuses other users', () => {
		expect(reportRatings(reference, reference, OPTIONS).difference).toBeNull();
		expect(reportRatings(reference, undefined, OPTIONS).difference).toBeNull();
		const { values } = ratingsOf('other', [1, 1]);
		const other = { key: 'other', label: 'other', values: { ...values, users: [1, 5] } };
		expect(() => reportRatings(other, reference, OPTIONS)).toThrow(RangeError);
	});
});
