import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreKnowledge } from './score-knowledge.ts';

describe('scoreKnowledge', () => {
	it('holds errors against those of the plain guess', () => {
		const found = scoreKnowledge([
			{ score: 80, predicted: 70, guess: 60 },
			{ score: 50, predicted: 60, guess: 60 },
		]);
		// Errors 10 and 10, of the guess 20 and 10: gains 10 and 0.
		const error = Math.sqrt(((10 - 5) ** 2 + (0 - 5) ** 2) / (2 - 1) / 2);
		expect(found).toMatchObject({ count: 2, error: 10, baselineError: 15 });
		expect(found.gain.value).toBe(5);
		expect(found.gain.high).toBeCloseTo(5 + 1.96 * error);
		// (70, 80) and (60, 50): 30 points for 10.
		expect(found.slope).toBeCloseTo(3);
		expect(found.calibration).toEqual([{ predicted: 65, actual: 65, count: 2 }]);
	});

	it('puts predictions into bins of five at least, eight at most', () => {
		const scores = (count: number) =>
			Array.from({ length: count }, (_, at) => ({ score: at, predicted: count - at, guess: 50 }));
		expect(scoreKnowledge(scores(11)).calibration).toEqual([
			{ predicted: (1 + 2 + 3 + 4 + 5) / 5, actual: (10 + 9 + 8 + 7 + 6) / 5, count: 5 },
			{ predicted: (6 + 7 + 8 + 9 + 10 + 11) / 6, actual: (5 + 4 + 3 + 2 + 1 + 0) / 6, count: 6 },
		]);
		expect(scoreKnowledge(scores(100)).calibration).toHaveLength(8);
	});

	it('has no slope where all predictions are alike', () => {
		const same = [10, 20, 30].map((score) => ({ score, predicted: 50, guess: 50 }));
		expect(scoreKnowledge(same).slope).toBeNull();
	});

	it('is never NaN, and its bins hold every score once', () => {
		const score = fc.record({
			score: fc.integer({ min: 1, max: 100 }),
			predicted: fc.integer({ min: 1, max: 100 }),
			guess: fc.integer({ min: 1, max: 100 }),
		});
		fc.assert(
			fc.property(fc.array(score, { minLength: 2, maxLength: 60 }), (scores) => {
				const found = scoreKnowledge(scores);
				expect(JSON.stringify(found)).not.toMatch(/NaN|"error":null/);
				expect(found.calibration.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
			}),
		);
	});
});
