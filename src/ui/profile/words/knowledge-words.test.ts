import { describe, expect, it } from 'vitest';
import {
	calibrationReading,
	calibrationWords,
	scoreKnowledgeReading,
	titleKnowledgeReading,
	titleKnowledgeRows,
	tooFewScores,
	tooFewTitles,
} from './knowledge-words.ts';

const SCORES = { count: 120, error: 9, baselineError: 11, calibration: [], slope: 1 };
const TITLES = {
	count: 200,
	medianPercentile: 0.034,
	baselineMedianPercentile: 0.123,
	inTopHundredth: 0.3,
	inTopTenth: 0.72,
	baselineInTopTenth: 0.46,
};

describe('how well hidden scores are guessed', () => {
	const missed =
		'Sprout misses a hidden score of yours by 0.9 points on average, a plain guess by 1.1 points';

	it.each([
		[{ value: 2, low: 1, high: 3 }, `${missed}: it has learned something about you.`],
		[{ value: 2, low: -1, high: 5 }, `${missed}: that is no clear gain yet.`],
		[{ value: -2, low: -3, high: -1 }, `${missed}: the guess knows you better.`],
	])('with a gain of %j', (gain, words) => {
		expect(scoreKnowledgeReading({ ...SCORES, gain })).toBe(words);
	});

	it.each([
		[null, /about the same of every title/],
		[-0.2, /about the same with you/],
		[0.5, /too bold/],
		[1.05, /at their word/],
		[1.5, /too timid/],
	])('and whether that can be taken at its word: a slope of %s', (slope, words) => {
		expect(calibrationReading({ slope })).toMatch(words);
	});

	it('is told point by point', () => {
		expect(calibrationWords({ predicted: 72, actual: 68.4, count: 24 })).toBe(
			'Expected 7.2, you gave 6.8 on average, 24 titles',
		);
	});
});

describe('how well hidden titles are found', () => {
	it('is told by the middle one', () => {
		expect(titleKnowledgeReading(TITLES)).toBe(
			'Half of your hidden titles stood in the top 3.4\u202f% of the catalogue; ordered by how known titles are, in the top 12\u202f%.',
		);
	});

	it('is told by the best ones', () => {
		expect(titleKnowledgeRows({ ...TITLES, medianPercentile: 0 })).toEqual([
			['Middle one in the top', '0.1\u202f%', '12\u202f%'],
			['Among the best tenth', '72\u202f%', '46\u202f%'],
			['Among the best hundredth', '30\u202f%', '–'],
		]);
	});
});

describe('a short list', () => {
	it.each([
		[
			0,
			'None of these titles has a score. With 20 this page can tell how well Sprout guesses yours.',
		],
		[1, '1 score is too few to tell how well Sprout guesses yours: that takes 20.'],
		[12, '12 scores are too few to tell how well Sprout guesses yours: that takes 20.'],
	])('of %d scores says so', (scored, words) => {
		expect(tooFewScores(scored)).toBe(words);
	});

	it('of few titles says so', () => {
		expect(tooFewTitles(3)).toBe(
			'The list is too short to tell whether Sprout would have found its titles: it has 3 watched titles, and that takes 20.',
		);
	});
});
