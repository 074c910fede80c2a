import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AIRING_STATUSES, ANIME_TYPES, SEASONS } from '#core/catalogue/anime.ts';
import {
	ADULT_HANDLINGS,
	DEFAULT_RANKING_OPTIONS,
	NO_CHOICES,
	PLAN_HANDLINGS,
	type FactChoices,
	type Range,
	type RankingOptions,
} from '#core/rank/ranking-options.ts';
import { changedOptions, countOptions, optionParameters, parseOptions } from './url-options.ts';

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const range = (max: number): fc.Arbitrary<Range> =>
	fc.record({ least: fc.nat({ max }), most: fc.nat({ max }) }, { requiredKeys: [] });
/** Names with every sign that the address gives a meaning. */
const names = fc.uniqueArray(
	fc.oneof(
		fc.constantFrom('Drama', 'P.A. Works', 'PG-13', 'R+', '%5F', '*', '_', 'C2C & co', '東映', '%'),
		fc.string({ minLength: 1, maxLength: 20 }),
	),
	{ maxLength: 5 },
);
const choices: fc.Arbitrary<FactChoices> = fc.record({
	tags: names,
	types: fc.subarray([...ANIME_TYPES]),
	studios: names,
	sources: names,
	statuses: fc.subarray([...AIRING_STATUSES]),
	ageRatings: names,
	seasons: fc.subarray([...SEASONS]),
});
const options: fc.Arbitrary<RankingOptions> = fc.record({
	ratingWeight: share,
	niche: share,
	popularity: range(100),
	ignoreDislikes: fc.boolean(),
	diversity: share,
	only: choices,
	without: choices,
	ranges: fc.record({ year: range(9999), minutes: range(999), episodes: range(9999) }),
	minMembers: fc.nat({ max: 10_000_000 }),
	plans: fc.constantFrom(...PLAN_HANDLINGS),
	adult: fc.constantFrom(...ADULT_HANDLINGS),
});

const written = (from: RankingOptions) => {
	const params = new URLSearchParams();
	for (const [name, text] of optionParameters(from)) if (text !== null) params.set(name, text);
	return params.toString();
};
const parse = (query: string) => parseOptions(new URLSearchParams(query));

describe('options in an address', () => {
	it('come back, whatever they are', () => {
		fc.assert(
			fc.property(options, (from) => {
				expect(parse(written(from))).toEqual(from);
			}),
		);
	});

	it('come back from what a request says as well', () => {
		fc.assert(
			fc.property(options, (from) => {
				expect({ ...DEFAULT_RANKING_OPTIONS, ...changedOptions(from) }).toEqual(from);
			}),
		);
	});

	it('are readable, and defaults are left out', () => {
		expect(written(DEFAULT_RANKING_OPTIONS)).toBe('');
		expect(changedOptions(DEFAULT_RANKING_OPTIONS)).toEqual({});
		const some: RankingOptions = {
			...DEFAULT_RANKING_OPTIONS,
			ratingWeight: 0.7,
			popularity: { most: 90 },
			only: { ...NO_CHOICES, studios: ['P.A. Works', 'Madhouse'] },
			without: { ...NO_CHOICES, tags: ['Slice of Life'] },
			ranges: { ...DEFAULT_RANKING_OPTIONS.ranges, year: { least: 1990, most: 1999 } },
			plans: 'hide',
		};
		expect(written(some)).toBe(
			'like=70&pop=-90&notag=Slice_of_Life&studio=P.A._Works*Madhouse&year=1990-1999&plans=hide',
		);
		expect(countOptions(some)).toBe(1 + 1 + 1 + 2 + 1 + 1);
	});

	it('fall back to the default where they are malformed', () => {
		expect(
			parse('like=101&niche=-1&pop=a-b&mix=0.5&type=Film&year=-&members=1e9&plans=no&adult=1'),
		).toEqual(DEFAULT_RANKING_OPTIONS);
		expect(parse('pop=10-900').popularity).toEqual({ least: 10 });
	});
});
