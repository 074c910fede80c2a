import { describe, expect, it } from 'vitest';
import { createRng } from '#core/math/rng.ts';
import { usualError } from '#core/rank/rating-error.ts';
import { fitRatingError } from './fit-rating-error.ts';
import type { MeasuredError } from './measure-errors.ts';

/** Errors whose mean falls with the scores and rises with the spread, half again as large for cold titles. */
function made(count: number): MeasuredError[] {
	const rng = createRng(1);
	return Array.from({ length: count }, (_, k) => {
		const scored = [0, 4, 64, 256][rng.below(4)] ?? 0;
		const spread = [10, 14, 18][rng.below(3)] ?? 0;
		const cold = rng.below(3) === 0;
		const mean = 8 * (scored < 10 ? 1.25 : 0.75) * (spread / 14) * (cold ? 1.5 : 1);
		return { scored, spread, cold, predicted: 70 + (k % 3), error: 2 * mean * rng.next() };
	});
}

describe('fitRatingError', () => {
	it('finds what errors depend on', () => {
		const fitted = fitRatingError(made(40_000));
		if (!fitted) throw new Error('Enough was measured.');
		const at = (scored: number, spread: number, cold: boolean) =>
			usualError(fitted, { scored, spread, cold, predicted: 71 });
		expect(Math.abs(at(4, 14, false) - 8 * 1.25)).toBeLessThan(0.4);
		expect(Math.abs(at(256, 18, false) - 8 * 0.75 * (18 / 14))).toBeLessThan(0.4);
		expect(Math.abs(at(64, 10, true) - 8 * 0.75 * (10 / 14) * 1.5)).toBeLessThan(0.4);
		expect(Math.abs(fitted.cold - 1.5)).toBeLessThan(0.05);
	});

	it('never rises with more scores nor falls with a wider spread', () => {
		const fitted = fitRatingError(made(3_000));
		const values = (curve: readonly (readonly [number, number])[] = []) => curve.map(([, v]) => v);
		const scored = values(fitted?.scored);
		const spread = values(fitted?.spread);
		expect(scored).toEqual([...scored].sort((a, b) => b - a));
		expect(spread).toEqual([...spread].sort((a, b) => a - b));
	});

	it('says nothing of too little', () => expect(fitRatingError(made(999))).toBeUndefined());
});
