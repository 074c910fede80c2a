import { describe, expect, it } from 'vitest';
import { referenceFile } from '#tests/support/reference-file.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { departures, scoreVariance } from './departures.ts';
import { facetRows, othersShares } from './facets.ts';
import { facetValues } from './facet-values.ts';
import { createOthers } from './others.ts';
import { popularityOfTaste } from './popularity-of-taste.ts';
import type { ProfileEntry } from './profile-analytics.ts';
import { decodeReference } from './reference/reference-figures.ts';
import { scoredTitles } from './scored-titles.ts';
import { scoreFacts } from './score-facts.ts';
import { statusFacts } from './status-facts.ts';
import { unusualOpinions } from './unusual-opinions.ts';
import { watchTime } from './watch-time.ts';
import { readList } from './watched-titles.ts';

const catalogue = smallCatalogue([
	{
		malId: 1,
		genres: ['Drama'],
		episodes: 1,
		minutes: 90,
		type: 'Movie',
		members: 999,
		year: 2001,
	},
	{
		malId: 2,
		genres: ['Drama', 'Action'],
		episodes: 12,
		minutes: 24,
		members: 999,
		season: 'fall',
	},
	{ malId: 3, genres: ['Action'], episodes: null, minutes: 24, members: 9, season: 'winter' },
	{ malId: 4, genres: [], episodes: 100, minutes: null, members: 9, year: null, startDate: null },
]);
const tens = (points: number, count: number) =>
	Array.from({ length: 10 }, (_, at) => (at + 1 === points ? count : 0));
const reference = decodeReference(
	referenceFile([
		{ malId: 1, listings: 60, points: [2, 0, 0, 0, 0, 0, 0, 38, 0, 0] },
		{ malId: 2, listings: 40, points: tens(6, 40) },
	]),
);
const entry = (malId: number, rest: Partial<ProfileEntry> = {}): ProfileEntry => ({
	malId,
	score: null,
	status: 'completed',
	...rest,
});
const watchedOf = (entries: readonly ProfileEntry[]) => readList(catalogue, entries).watched;
const scoredOf = (entries: readonly ProfileEntry[]) =>
	scoredTitles(watchedOf(entries), createOthers(catalogue, null));

describe('statusFacts', () => {
	it('counts and divides', () => {
		const statuses = [
			'completed',
			'completed',
			'dropped',
			'watching',
			'on-hold',
			'plan-to-watch',
		] as const;
		expect(
			statusFacts(
				statuses.map((status, at) => entry(at, { status })),
				reference,
			),
		).toEqual({
			watching: 1,
			completed: 2,
			onHold: 1,
			dropped: 1,
			planned: 1,
			completionRate: 2 / 5,
			dropRate: 1 / 3,
			dropRatePercentile: expect.closeTo(1 / 3 / 0.4),
		});
	});

	it('has no rate of nothing', () => {
		expect(statusFacts([entry(1, { status: 'plan-to-watch' })], null)).toMatchObject({
			planned: 1,
			completionRate: null,
			dropRate: null,
			dropRatePercentile: null,
		});
	});
});

describe('watchTime', () => {
	it('takes all episodes of what was completed and those watched of the rest', () => {
		const watched = watchedOf([
			entry(1, { rewatches: 1 }),
			entry(2, { status: 'dropped', progress: 3 }),
			entry(3, { progress: 20 }),
			entry(4),
		]);
		const episodes = 2 * 1 + 3 + 20;
		expect(watchTime(watched)).toEqual({
			minutes: 2 * 90 + 3 * 24 + 20 * 24,
			episodes,
			counted: 3,
			uncounted: 1,
		});
	});

	it('counts nothing that is not known, and no more episodes than there are', () => {
		expect(watchTime(watchedOf([entry(2, { status: 'watching' })]))).toMatchObject({
			counted: 0,
			uncounted: 1,
		});
		expect(watchTime(watchedOf([entry(2, { status: 'watching', progress: 99 })])).episodes).toBe(
			12,
		);
		expect(watchTime([])).toEqual({ minutes: 0, episodes: 0, counted: 0, uncounted: 0 });
	});
});

describe('scoreFacts', () => {
	it('sums up scores beside those of others', () => {
		const facts = scoreFacts(
			scoredOf([entry(1, { score: 90 }), entry(2, { score: 60 }), entry(3)]),
			reference,
		);
		expect(facts).toMatchObject({ mean: 75, median: 75, deviation: 15 });
		expect(facts.othersMean).toBeCloseTo((2 * 10 + 38 * 80 + 40 * 60) / 80);
		// Means of lists run from 60 to 80.
		expect(facts.meanPercentile).toBeCloseTo(15 / 20);
		expect(facts.bins[8]).toMatchObject({ count: 1, share: 1 / 2 });
		// The catalogue has both at 70: departures of 20 and −10.
		const variance = (15 ** 2 + 15 ** 2 + 10 * 12 ** 2) / (2 + 10);
		expect(facts.departure?.value).toBeCloseTo(5);
		expect(facts.departure?.high).toBeCloseTo(5 + 1.96 * Math.sqrt(variance / 2));
	});

	it('has nothing to say without scores', () => {
		expect(scoreFacts([], null)).toMatchObject({
			mean: null,
			median: null,
			deviation: null,
			othersMean: null,
			meanPercentile: null,
			departure: null,
		});
	});
});

describe('facets', () => {
	it('reads what a title is', () => {
		const [film, series, unknown, long] = [0, 1, 2, 3].map((index) => catalogue.anime(index));
		if (!film || !series || !unknown || !long) throw new RangeError('There are four titles.');
		expect(facetValues(series, 'genres')).toEqual(['Drama', 'Action']);
		expect([film, series, unknown, long].map((anime) => facetValues(anime, 'lengths'))).toEqual([
			['1'],
			['2–13'],
			[],
			['53+'],
		]);
		expect([film, long].map((anime) => facetValues(anime, 'years'))).toEqual([['2001'], []]);
		expect(facetValues({ ...long, episodes: 26 }, 'lengths')).toEqual(['14–26']);
		expect(facetValues(film, 'types')).toEqual(['Movie']);
	});

	it('counts values, beside what is on other lists', () => {
		const shares = othersShares(catalogue, reference, 'genres');
		const rows = facetRows('genres', watchedOf([entry(1), entry(2), entry(4)]), [], shares);
		expect(rows).toMatchObject([
			{
				value: 'Drama',
				count: 2,
				share: 2 / 3,
				othersShare: 100 / 100,
				scored: 0,
				mean: null,
				departure: null,
			},
			{ value: 'Action', count: 1, share: 1 / 3, othersShare: 40 / 100 },
		]);
	});

	it('tells departures beyond the overall one, shrunk', () => {
		// The catalogue has all at 70: departures of 20, −10 and 5, 5 on average.
		const entries = [entry(1, { score: 90 }), entry(2, { score: 60 }), entry(3, { score: 75 })];
		const scored = scoredOf(entries);
		const rows = facetRows('genres', watchedOf(entries), scored, null);
		const variance = scoreVariance([15, -15, 0]);
		const [drama, action] = departures(
			[
				{ count: 2, mean: (15 - 15) / 2 },
				{ count: 2, mean: (-15 + 0) / 2 },
			],
			variance,
		);
		expect(rows).toMatchObject([
			{
				value: 'Action',
				count: 2,
				scored: 2,
				mean: 67.5,
				othersMean: 70,
				othersShare: null,
				departure: action,
			},
			{ value: 'Drama', count: 2, scored: 2, mean: 75, departure: drama },
		]);
	});

	it('orders seasons, years and lengths in their own way', () => {
		const all = watchedOf([1, 2, 3, 4].map((malId) => entry(malId)));
		const values = (kind: 'seasons' | 'lengths' | 'years') =>
			facetRows(kind, all, [], null).map(({ value }) => value);
		expect(values('seasons')).toEqual(['winter', 'fall']);
		expect(values('lengths')).toEqual(['1', '2–13', '53+']);
		expect(values('years')).toEqual(['2001', '2010']);
	});
});

describe('popularityOfTaste', () => {
	it('holds a list against those of about its length', () => {
		const taste = popularityOfTaste(watchedOf([entry(1), entry(3)]), reference);
		// Members of 999 and 9: the mean logarithm of 1000 and 10 is that of 100.
		expect(taste?.members).toBeCloseTo(99);
		expect(taste?.percentile).toBe(1);
		// Short lists run from e⁸ to e¹², the middle is e¹⁰.
		expect(taste?.othersMembers).toBeCloseTo(Math.exp(10) - 1);
		expect(popularityOfTaste([], reference)).toBeNull();
		expect(popularityOfTaste(watchedOf([entry(1)]), null)).toBeNull();
	});
});

describe('unusualOpinions', () => {
	const others = createOthers(catalogue, reference);
	const opinions = (entries: readonly ProfileEntry[]) =>
		unusualOpinions(scoredTitles(watchedOf(entries), others), others);

	it('names what few others think, rarest first', () => {
		const found = opinions([
			entry(1, { score: 10 }),
			entry(2, { score: 90 }),
			entry(3, { score: 10 }),
		]);
		// Of 40 others two gave title 1 a 1, and none gave title 2 more than 6.
		expect(found).toMatchObject([
			{ malId: 2, percentile: 1, rarity: (0 + 1) / (40 + 2), scorers: 40 },
			{ malId: 1, percentile: 1 / 40, rarity: (2 + 1) / (40 + 2), scorers: 40 },
		]);
	});

	it('names nothing that others think as well', () => {
		expect(opinions([entry(1, { score: 80 }), entry(2, { score: 60 })])).toEqual([]);
		expect(
			unusualOpinions(scoredOf([entry(1, { score: 10 })]), createOthers(catalogue, null)),
		).toEqual([]);
	});
});
