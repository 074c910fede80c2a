import { expect, test } from 'vitest';
import { solveSymmetric } from './solve-symmetric.ts';

test('solves a system from its lower triangle', () => {
	const x = [2, -1, 3];
	// Rows 4 1 0, 1 5 2, 0 2 6.
	const b = Float64Array.of(4 * 2 - 1, 2 - 5 + 2 * 3, -2 + 6 * 3);
	solveSymmetric(Float64Array.of(4, 99, 99, 1, 5, 99, 0, 2, 6), b);
	x.forEach((value, at) => expect(b[at]).toBeCloseTo(value, 12));
});

test('refuses a matrix that has no factor', () => {
	expect(() => solveSymmetric(Float64Array.of(1, 0, 2, 1), new Float64Array(2))).toThrow(
		RangeError,
	);
});
