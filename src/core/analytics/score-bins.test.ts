import { describe, expect, it } from 'vitest';
import { pointsOf, scoreBins } from './score-bins.ts';

describe('scoreBins', () => {
	it('rounds to the nearest ten, at least 1', () => {
		expect([1, 4, 14, 15, 84, 85, 100].map(pointsOf)).toEqual([1, 1, 1, 2, 8, 9, 10]);
	});

	it('counts each of the ten points, beside those of others', () => {
		const others = [0, 0, 0, 0, 1, 0, 2, 3, 0, 4];
		const bins = scoreBins([80, 80, 100, 50], others);
		expect(bins.map(({ points }) => points)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(bins[7]).toEqual({ points: 8, count: 2, share: 2 / 4, othersShare: 3 / 10 });
		expect(bins[9]).toEqual({ points: 10, count: 1, share: 1 / 4, othersShare: 4 / 10 });
		expect(bins[0]).toEqual({ points: 1, count: 0, share: 0, othersShare: 0 });
	});

	it('answers without scores and without others', () => {
		expect(scoreBins([], null)).toHaveLength(10);
		expect(scoreBins([], null)[4]).toEqual({ points: 5, count: 0, share: 0, othersShare: null });
		expect(scoreBins([], Array<number>(10).fill(0))[0]?.othersShare).toBeNull();
	});
});
