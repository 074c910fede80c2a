import { describe, expect, it } from 'vitest';
import { matchShare, matchStrength, scoreScale } from './match.ts';

const scores = (...values: number[]) => Float32Array.from(values);

describe('scoreScale', () => {
	it('is mean and deviation of everything unseen and the best of what is new', () => {
		const scale = scoreScale(scores(1, 2, 3, 6), scores(1, 3));
		expect(scale.mean).toBe((1 + 2 + 3 + 6) / 4);
		expect(scale.deviation).toBeCloseTo(Math.sqrt((4 + 1 + 0 + 9) / 4), 12);
		expect(scale.best).toBe(3);
	});

	it('takes the best of all where nothing is new', () => {
		expect(scoreScale(scores(1, 2), scores()).best).toBe(2);
	});

	it('is zero where there is nothing unseen', () => {
		expect(scoreScale(scores(), scores())).toEqual({ best: 0, mean: 0, deviation: 0 });
	});
});

describe('matchShare', () => {
	it('is the ratio of the chances that logits stand for, at most 1', () => {
		const scale = { best: 2, mean: 0, deviation: 1 };
		const share = (score: number) => matchShare(score, scale);
		expect([2, 3].map(share)).toEqual([1, 1]);
		expect(share(2 - Math.log(4))).toBeCloseTo(1 / 4, 12);
	});

	it('is above 0 also where all scores are below', () => {
		const scale = { best: -3, mean: -6, deviation: 1 };
		expect(matchShare(-3, scale)).toBe(1);
		expect(matchShare(-3 - Math.log(2), scale)).toBeCloseTo(1 / 2, 12);
	});
});

describe('matchStrength', () => {
	const scale = { best: 5, mean: 1, deviation: 2 };
	const words = (deviations: readonly number[], usedEntries: number) =>
		deviations.map((distance) => matchStrength(1 + 2 * distance, scale, usedEntries));

	it('grows with the distance from the mean', () => {
		expect(words([4.6, 3.8, 3.2, 2.1, 0], 20)).toEqual([
			'outstanding',
			'strong',
			'good',
			'fair',
			'slight',
		]);
	});

	it('says the least where all scores are the same', () => {
		expect(matchStrength(3, { best: 3, mean: 3, deviation: 0 }, 20)).toBe('slight');
	});

	it('promises no more than a good match below four entries, a strong one below ten', () => {
		expect(words([9, 4, 3.2, 2.1, 0], 3)).toEqual(['good', 'good', 'fair', 'slight', 'slight']);
		expect(words([9, 4.6, 4], 4)).toEqual(['strong', 'strong', 'good']);
		expect(words([9], 10)).toEqual(['outstanding']);
	});
});
