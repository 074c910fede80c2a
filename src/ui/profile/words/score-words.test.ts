import { describe, expect, it } from 'vitest';
import type { ScoreBin } from '#core/analytics/profile-analytics.ts';
import { scoreFactsOf } from '#tests/support/profile-answer.ts';
import {
	binWords,
	departureWords,
	favouriteScore,
	scoreReading,
	strictnessWords,
} from './score-words.ts';

const bin = (points: number, count: number, share: number, othersShare: number | null = null) => ({
	points,
	count,
	share,
	othersShare,
});

describe('the favourite score', () => {
	it('is the one that others give least as often', () => {
		const bins: ScoreBin[] = [bin(7, 50, 0.5, 0.5), bin(8, 20, 0.2, 0.1), bin(9, 30, 0.3, 0.3)];
		expect(favouriteScore(bins)?.points).toBe(8);
	});

	it('is the most frequent one where nobody knows of others', () => {
		expect(favouriteScore([bin(7, 2, 0.4), bin(8, 3, 0.6)])?.points).toBe(8);
	});

	it('is none without scores', () => {
		expect(favouriteScore([bin(7, 0, 0, 0.3)])).toBeNull();
	});
});

describe('the reading of the distribution', () => {
	it.each([
		['nothing', [], 'No title on this list has a score.'],
		['one score', [40], 'You have given one score: 4.'],
		['one value', [80, 80, 80], 'You give everything 8: the score tells no title from another.'],
		['a few', [70, 80, 90], 'You have given 3 scores, 8.0 on average.'],
		['many without others', [80, 80, 80, 70, 90], 'You give 8 most: to 60\u202f% of titles.'],
	])('says of %s what there is', (_name, scores, words) => {
		expect(scoreReading(scoreFactsOf(scores), scores.length)).toBe(words);
	});

	const many = [80, 80, 80, 70, 90];

	it('holds the favourite against others', () => {
		expect(scoreReading(scoreFactsOf(many, { 8: 0.25 }), 5)).toBe(
			'You give 8 more often than others do: 60\u202f% of your scores, 25\u202f% of theirs.',
		);
	});

	it('says so where no score stands out', () => {
		const alike = { 7: 0.19, 8: 0.58, 9: 0.19 };
		expect(scoreReading(scoreFactsOf(many, alike), 5)).toBe(
			'You use the scale much as others do: no score stands out.',
		);
	});
});

describe('strictness', () => {
	it.each([
		[null, ''],
		[0.91, 'You are kinder than most: 91\u202f% of people give lower scores on average.'],
		[0.5, 'You are about as strict as most people.'],
		[0.13, 'You are stricter than most: 87\u202f% of people give higher scores on average.'],
	])('at %s is in words', (meanPercentile, words) => {
		expect(strictnessWords({ ...scoreFactsOf([80]), meanPercentile }, 5)).toBe(words);
	});

	it.each([
		[null, ''],
		[{ value: 5, low: -1, high: 11 }, 'For the same titles others give about the same.'],
		[{ value: 8, low: 5, high: 11 }, 'For the same titles others give 0.8 points less on average.'],
		[
			{ value: -10, low: -13, high: -7 },
			'For the same titles others give a point more on average.',
		],
	])('for the same titles, %j, is in words', (departure, words) => {
		expect(departureWords({ ...scoreFactsOf([80]), departure }, 5)).toBe(words);
	});
});

it('of a few scores say nothing', () => {
	const scores = {
		...scoreFactsOf([80]),
		meanPercentile: 0.9,
		departure: { value: 8, low: 5, high: 11 },
	};
	expect(strictnessWords(scores, 4)).toBe('');
	expect(departureWords(scores, 4)).toBe('');
});

it('a column says what it shows', () => {
	expect(binWords(bin(8, 42, 0.41, 0.24))).toBe(
		'8: 42 titles, 41\u202f% of your scores, 24\u202f% of theirs',
	);
	expect(binWords(bin(1, 1, 0.004))).toBe('1: 1 title, <1\u202f% of your scores');
});
