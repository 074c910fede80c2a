import { describe, expect, it } from 'vitest';
import { between, usualError, type RatingError } from './rating-error.ts';

const error: RatingError = {
	usual: 8,
	scored: [
		[0, 1.5],
		[10, 1],
	],
	spread: [
		[10, 0.5],
		[20, 1.5],
	],
	predicted: [
		[50, 1],
		[100, 0.5],
	],
	cold: 1.25,
};
const known = { scored: 10, spread: 15, predicted: 50, cold: false };

describe('usualError', () => {
	it('is the usual error times a factor for each thing that is known', () => {
		expect(usualError(error, known)).toBeCloseTo(8 * 1 * 1 * 1);
		expect(usualError(error, { ...known, scored: 5 })).toBeCloseTo(8 * 1.25);
		expect(usualError(error, { ...known, spread: 12 })).toBeCloseTo(8 * 0.7);
		expect(usualError(error, { ...known, predicted: 75 })).toBeCloseTo(8 * 0.75);
		expect(usualError(error, { ...known, cold: true })).toBeCloseTo(8 * 1.25);
	});

	it('stays level beyond what was measured', () => {
		expect(usualError(error, { ...known, scored: 5000 })).toBeCloseTo(8);
		expect(usualError(error, { ...known, spread: 1 })).toBeCloseTo(8 * 0.5);
		expect(usualError(error, { ...known, predicted: 1 })).toBeCloseTo(8);
	});
});

describe('between', () => {
	const curve = [
		[0, 1],
		[10, 1],
		[30, 1],
	] as const;

	it('shares a value between the points around it', () => {
		expect(between(curve, 15)).toEqual({ left: 1, share: 15 / 20 });
		expect(between(curve, 10)).toEqual({ left: 1, share: 1 });
		expect(between(curve, -1)).toEqual({ left: 0, share: 1 });
		expect(between(curve, 99)).toEqual({ left: 2, share: 1 });
	});
});
