import { describe, expect, it } from 'vitest';
import { DEFAULT_RANKING_OPTIONS, NO_CHOICES, rankingOptions } from './ranking-options.ts';

describe('rankingOptions', () => {
	it('fills in every default', () => {
		expect(rankingOptions({})).toEqual(DEFAULT_RANKING_OPTIONS);
	});

	it('keeps what is given of a part and fills in the rest of it', () => {
		const options = rankingOptions({ only: { tags: ['Drama'] }, ranges: { year: { most: 1999 } } });
		expect(options.only).toEqual({ ...NO_CHOICES, tags: ['Drama'] });
		expect(options.ranges).toEqual({ year: { most: 1999 }, minutes: {}, episodes: {} });
	});

	it('reads the old switch for adult titles', () => {
		expect([true, false, 'blur' as const].map((adult) => rankingOptions({ adult }).adult)).toEqual([
			'show',
			'hide',
			'blur',
		]);
	});
});
