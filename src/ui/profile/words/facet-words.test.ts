import { describe, expect, it } from 'vitest';
import type { FacetRow } from '#core/analytics/profile-analytics.ts';
import { facetRow } from '#tests/support/profile-answer.ts';
import {
	beyondOthers,
	facetColumnWords,
	middleYear,
	mostReading,
	surest,
	tasteReading,
	valueName,
	yearsReading,
} from './facet-words.ts';

const interval = (value: number, margin: number) => ({
	value,
	low: value - margin,
	high: value + margin,
});
const liked = (value: string, by: number, margin: number): FacetRow =>
	facetRow({ value, scored: 5, departure: interval(by, margin) });

describe('what is liked more or less than others do', () => {
	it('is what the interval leaves no doubt of, surest first', () => {
		const rows = [liked('A', 3, 4), liked('B', 8, 6), liked('C', -6, 2), liked('D', 4, 2)];
		expect(surest(rows).map(({ value }) => value)).toEqual(['C', 'D', 'B']);
		expect(surest([{ ...liked('E', 9, 2), scored: 4 }])).toEqual([]);
	});

	it.each([
		[
			[liked('Sports', 9, 4), liked('Horror', -6, 3)],
			'Strictness aside, you score Sports 0.9 points higher than others do, and Horror 0.6 points lower.',
		],
		[
			[liked('Sports', 9, 4)],
			'Strictness aside, you score Sports 0.9 points higher than others do.',
		],
		[[liked('Horror', -10, 3)], 'Strictness aside, you score Horror a point lower than others do.'],
		[[liked('Sports', 3, 4)], 'No genre stands out: you like each about as much as others do.'],
	])('is read from %j', (rows, words) => {
		expect(tasteReading('genres', rows)).toBe(words);
	});

	it('is what there is most of, without scores', () => {
		expect(tasteReading('genres', [facetRow({ value: 'Action', count: 3, share: 0.6 })])).toBe(
			'Action leads with 60\u202f% of what you have watched.',
		);
	});
});

describe('what there is most of', () => {
	const row = (value: string, count: number, othersShare: number | null) =>
		facetRow({ value, count, share: count / 100, othersShare });

	it('is nothing where nothing is known', () => {
		expect(mostReading('studios', [])).toBe('Nothing is known of the titles on this list.');
	});

	it('is held against the lists of others', () => {
		expect(mostReading('sources', [row('Manga', 60, 0.5), row('Original', 20, 0.2)])).toBe(
			'Manga leads with 60\u202f% of what you have watched.',
		);
		expect(mostReading('sources', [row('original', 60, 0.2), row('Manga', 20, 0.5)])).toBe(
			'Original leads with 60\u202f% of what you have watched, three times the usual share.',
		);
		expect(mostReading('genres', [row('Action', 60, 0.5), row('Sports', 22, 0.11)])).toBe(
			'Action leads with 60\u202f% of what you have watched; of Sports you have twice the usual share.',
		);
	});

	it('takes a handful of titles for chance', () => {
		expect(beyondOthers([row('Sports', 4, 0.01)])).toBeNull();
		expect(beyondOthers([row('Sports', 5, 0.01)])?.value).toBe('Sports');
	});

	it('prefers what chance explains least', () => {
		// (0.3 − 0.15) / √0.15 = 0.39, (0.05 − 0.01) / √0.01 = 0.4
		expect(beyondOthers([row('Music', 30, 0.15), row('Racing', 5, 0.01)])?.value).toBe('Racing');
	});
});

describe('years', () => {
	const years = [
		facetRow({ value: '1998', count: 1, share: 0.1, othersShare: 0.5 }),
		facetRow({ value: '2011', count: 3, share: 0.3, othersShare: 0.3 }),
		facetRow({ value: '2013', count: 6, share: 0.6, othersShare: 0.2 }),
	];

	it('have a middle, of the visitor or of others', () => {
		expect(middleYear(years, ({ count }) => count)).toBe(2013);
		expect(middleYear(years, ({ othersShare }) => othersShare ?? 0)).toBe(1998);
		expect(middleYear([], ({ count }) => count)).toBeNull();
	});

	it('are read', () => {
		expect(yearsReading(years)).toBe(
			'Half of what you have watched came out in 2013 or later; the oldest is from 1998.',
		);
		expect(yearsReading(years.slice(0, 1))).toBe(
			'Everything that you have watched came out in 1998.',
		);
		expect(yearsReading([])).toBe('Nothing is known of when these titles came out.');
	});
});

it('a column says what it shows', () => {
	const row = facetRow({ value: 'winter', count: 3, share: 0.3, othersShare: 0.25, mean: 74 });
	expect(facetColumnWords('seasons', row)).toBe(
		'Winter: 3 titles, 30\u202f% of yours, 25\u202f% of others’, your mean score 7.4',
	);
	expect(facetColumnWords('lengths', facetRow({ value: '2–13', count: 1, share: 1 }))).toBe(
		'2–13 episodes: 1 title, 100\u202f% of yours',
	);
	expect(valueName('lengths', '1')).toBe('1 episode');
});
