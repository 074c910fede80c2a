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
	it('is relative to the best and never leaves 0–1', () => {
		const scale = { best: 4, mean: 0, deviation: 1 };
		expect([4, 1, -2, 5].map((score) => matchShare(score, scale))).toEqual([1, 1 / 4, 0, 1]);
	});

	it('is 0 where even the best speaks against itself', () => {
		expect(matchShare(-1, { best: -0.5, mean: -1, deviation: 1 })).toBe(0);
	});
});

describe('matchStrength', () => {
	it('grows with the distance from the mean', () => {
		const scale = { best: 10, mean: 1, deviation: 1 };
		const words = [9, 6, 4.5, 3, 1].map((score) => matchStrength(score, scale, 20));
		expect(words).toEqual(['outstanding', 'strong', 'good', 'fair', 'slight']);
	});

	it('says the least where all scores are the same', () => {
		expect(matchStrength(3, { best: 3, mean: 3, deviation: 0 }, 20)).toBe('slight');
	});

	it('promises no more than a good match below four entries', () => {
		const scale = { best: 10, mean: 1, deviation: 1 };
		expect([9, 6, 3, 1].map((score) => matchStrength(score, scale, 3))).toEqual([
			'good',
			'good',
			'fair',
			'slight',
		]);
		expect(matchStrength(9, scale, 4)).toBe('outstanding');
	});
});
