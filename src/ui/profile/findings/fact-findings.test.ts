import { describe, expect, it } from 'vitest';
import type { FacetKind, FacetRow, ProfileFacts } from '#core/analytics/profile-analytics.ts';
import {
	facetRow,
	opinionOf,
	profileFactsOf,
	scoreFactsOf,
} from '#tests/support/profile-answer.ts';
import { factFindings } from './fact-findings.ts';

/** Everything that a list says, by topic. */
const told = (changes: Partial<ProfileFacts>) =>
	Object.fromEntries(
		factFindings(profileFactsOf(changes), 20).map(({ topic, text, note, unusual }) => [
			topic,
			{ text, note, unusual },
		]),
	);
const facets = (rows: Partial<Record<FacetKind, readonly FacetRow[]>>): ProfileFacts['facets'] => ({
	...profileFactsOf().facets,
	...rows,
});
const tens = (...scores: number[]) => scoreFactsOf(scores, { 5: 0.2, 6: 0.2, 7: 0.2, 8: 0.25 });

describe('findings among the facts', () => {
	it('of an ordinary list are its length in time and titles', () => {
		expect(Object.keys(told({}))).toEqual(['Time', 'Size']);
		expect(told({})['Time']).toEqual({
			text: 'You have watched for 8 days.',
			note: '480 episodes, without a break.',
			unusual: 0.25,
		});
	});

	it('tell how strictly somebody scores', () => {
		const scores = { ...tens(80, 70, 60, 50, 40), meanPercentile: 0.13 };
		expect(told({ scores })['Strictness']).toEqual({
			text: 'You are stricter than 87\u202f% of people.',
			note: 'Your mean score is 6.0, theirs 7.2.',
			unusual: expect.closeTo(0.74),
		});
		expect(
			told({ scores: { ...scores, meanPercentile: 0.9, othersMean: null } })['Strictness'],
		).toEqual({
			text: 'You are kinder than 90\u202f% of people.',
			note: 'Your mean score is 6.0.',
			unusual: expect.closeTo(0.8),
		});
	});

	it('tell of a score that is given often', () => {
		const counts = { ...profileFactsOf().counts, scored: 5 };
		expect(told({ counts, scores: tens(80, 80, 70, 60, 50) })['Favourite score']).toEqual({
			text: '40\u202f% of your scores are 8.',
			note: 'Of everybody’s scores 25\u202f% are.',
			unusual: expect.closeTo(0.15 / 0.3),
		});
		expect(told({ counts, scores: tens(80, 80, 80, 80, 80) })['Favourite score']?.text).toBe(
			'You give everything 8.',
		);
	});

	it('tell of the rarest opinion, the more so the fewer scores there are', () => {
		const opinions = [opinionOf({ malId: 7, score: 40, rarity: 0.001 })];
		expect(told({ opinions })['Opinion']).toEqual({
			text: 'You gave it 4; fewer than 1\u202f% of people score it that low.',
			note: 'Their mean is 8.6.',
			unusual: expect.closeTo(Math.exp(-0.04)),
		});
		expect(told({ opinions: [opinionOf({ rarity: 0.2, score: 95 })] })['Opinion']).toEqual({
			text: 'You gave it 9.5; only 20\u202f% of people score it that high.',
			note: 'Their mean is 8.6.',
			unusual: 0.4,
		});
		expect(factFindings(profileFactsOf({ opinions }), 1)[0]?.malId).toBe(7);
	});

	it('tell what is liked more than others like it', () => {
		const sports = facetRow({
			value: 'Sports',
			scored: 12,
			departure: { value: 9, low: 4, high: 14 },
		});
		const horror = facetRow({
			value: 'Horror',
			scored: 5,
			departure: { value: -6, low: -9, high: -3 },
		});
		const both = facets({ genres: [horror], themes: [sports] });
		expect(told({ facets: both })['Liking']).toEqual({
			text: 'You like Sports more than others do.',
			note: 'By 0.9 points for the same 12 titles, strictness aside.',
			unusual: 0.5 + 0.5 * (9 / 15),
		});
		expect(told({ facets: facets({ genres: [horror] }) })['Liking']?.text).toBe(
			'You like Horror less than others do.',
		);
	});

	it('tell what is watched more than others watch it', () => {
		const row = facetRow({ value: 'Sports', count: 9, share: 0.22, othersShare: 0.11 });
		expect(told({ facets: facets({ genres: [row] }) })['Leaning']).toEqual({
			text: 'You watch twice as much Sports as others.',
			note: '9 titles, 22\u202f% of what you have watched.',
			unusual: 0.5,
		});
		const little = facetRow({ value: 'Racing', count: 9, share: 0.01, othersShare: 0.005 });
		expect(told({ facets: facets({ genres: [little] }) })['Leaning']?.unusual).toBeCloseTo(0.1);
		const rare = facetRow({ value: 'Racing', count: 9, share: 0.22, othersShare: 0.01 });
		expect(told({ facets: facets({ genres: [rare] }) })['Leaning']?.text).toBe(
			'You watch over ten times as much Racing as others.',
		);
	});

	it('tell how well known it is', () => {
		const popularity = { members: 90_000, othersMembers: 300_000, percentile: 0.93 };
		expect(told({ popularity })['Depth']).toEqual({
			text: 'You dig deeper than 93\u202f% of people.',
			note: 'A typical title of yours is on 90K lists; on lists as long as yours, 300K.',
			unusual: expect.closeTo(0.86),
		});
		expect(told({ popularity: { ...popularity, percentile: 0.1 } })['Depth']?.text).toBe(
			'You keep to the well-known more than 90\u202f% of people.',
		);
	});

	it('tell of dropping, but not that nothing was', () => {
		const statuses = {
			...profileFactsOf().statuses,
			completed: 40,
			dropped: 10,
			dropRate: 0.2,
			dropRatePercentile: 0.88,
		};
		expect(told({ statuses })['Dropping']).toEqual({
			text: 'You drop more than 88\u202f% of people.',
			note: '10 titles, 20\u202f% of those that you ended.',
			unusual: expect.closeTo(0.76),
		});
		const once = { ...statuses, dropped: 1, dropRate: 0.02 };
		expect(told({ statuses: once })['Dropping']).toBeUndefined();
		const nothing = { ...statuses, dropped: 0, dropRate: 0, dropRatePercentile: 0 };
		expect(told({ statuses: nothing })['Dropping']).toBeUndefined();
		const everything = { ...statuses, completed: 0, dropped: 3, dropRate: 1 };
		expect(told({ statuses: everything })['Dropping']).toEqual({
			text: 'You have dropped everything that you began.',
			note: '3 titles',
			unusual: 1,
		});
	});

	it('tell how long the list is', () => {
		const counts = { ...profileFactsOf().counts, listedPercentile: 0.95, watched: 812 };
		expect(told({ counts })['Size']).toEqual({
			text: 'You have watched more than 95\u202f% of people.',
			note: '812 titles, among people who keep a list.',
			unusual: expect.closeTo(0.9),
		});
		const shorter = { ...counts, listedPercentile: 0.1, watched: 31 };
		expect(told({ counts: shorter })['Size']).toEqual({
			text: 'You have watched less than 90\u202f% of people.',
			note: '31 titles, among people who keep a list.',
			unusual: 0.3,
		});
		const short = { ...counts, listedPercentile: 0.01, watched: 3 };
		expect(told({ counts: short })['Size']?.text).toBe(
			'3 titles watched: a list that has just begun.',
		);
	});

	it('tell how old it is', () => {
		const years = [
			facetRow({ value: '1998', count: 6, othersShare: 0.2 }),
			facetRow({ value: '2013', count: 4, othersShare: 0.6 }),
		];
		expect(told({ facets: facets({ years }) })['Age']).toEqual({
			text: 'What you watch is 15 years older than usual.',
			note: 'Half of it came out in 1998 or later; for others, 2013.',
			unusual: 1,
		});
	});

	it('of an empty list are none', () => {
		const counts = { ...profileFactsOf().counts, listed: 0, watched: 0, scored: 0 };
		const time = { minutes: 0, episodes: 0, counted: 0, uncounted: 0 };
		expect(factFindings(profileFactsOf({ counts, time }), 4)).toEqual([]);
	});
});
