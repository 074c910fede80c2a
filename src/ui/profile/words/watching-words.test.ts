import { describe, expect, it } from 'vitest';
import {
	countsReading,
	popularityReading,
	statusReading,
	timeNote,
	timeReading,
} from './watching-words.ts';

const NOTHING = {
	watching: 0,
	completed: 0,
	onHold: 0,
	dropped: 0,
	planned: 0,
	completionRate: null,
	dropRate: null,
	dropRatePercentile: null,
};
const MANY = {
	...NOTHING,
	completed: 92,
	dropped: 8,
	completionRate: 0.92,
	dropRate: 0.08,
};

describe('how much is finished', () => {
	it.each([
		[NOTHING, 'The list is empty.'],
		[{ ...NOTHING, planned: 4 }, 'Everything on this list is still a plan.'],
		[
			{ ...NOTHING, dropped: 6, completionRate: 0, dropRate: 1 },
			'Every title that you have begun was dropped.',
		],
		[
			{ ...NOTHING, completed: 2, watching: 1, completionRate: 2 / 3, dropRate: 0 },
			'You have finished 2 of 3.',
		],
		[
			{ ...NOTHING, completed: 9, watching: 1, completionRate: 0.9, dropRate: 0 },
			'You finish 90\u202f% of what you begin and have dropped nothing.',
		],
		[MANY, 'You finish 92\u202f% of what you begin and drop 8\u202f%.'],
		[
			{ ...MANY, dropRatePercentile: 0.7 },
			'You finish 92\u202f% of what you begin and drop 8\u202f%: more than 70\u202f% of people do.',
		],
		[
			{ ...MANY, dropRatePercentile: 0.2 },
			'You finish 92\u202f% of what you begin and drop 8\u202f%: less than 80\u202f% of people do.',
		],
	])('of %j', (statuses, words) => {
		expect(statusReading(statuses)).toBe(words);
	});
});

describe('time', () => {
	it('is said in days and in evenings', () => {
		// 5,000 episodes of 24 minutes: 83 days and 8 hours, or 1,000 evenings of two hours.
		expect(timeReading({ minutes: 120_000, episodes: 5_000, counted: 300, uncounted: 0 })).toBe(
			'5,000 episodes in 83 days without a break; at two hours an evening, 1,000 evenings.',
		);
	});

	it('is not known of what has no length', () => {
		expect(timeReading({ minutes: 0, episodes: 0, counted: 0, uncounted: 3 })).toBe(
			'How long these titles run is not known.',
		);
	});

	it('says what it leaves out', () => {
		const time = { minutes: 1, episodes: 1, counted: 1 };
		expect(timeNote({ ...time, uncounted: 0 })).toBe('');
		expect(timeNote({ ...time, uncounted: 1 })).toMatch(/^1 title not counted/);
	});
});

describe('how well known the titles are', () => {
	const figures = { members: 123_000, othersMembers: 310_000 };
	const typical = 'A typical title of yours is on 120K lists; on lists as long as yours, 310K.';

	it.each([
		[0.93, `You dig deeper than 93\u202f% of people. ${typical}`],
		[0.5, `Your titles are about as well known as those of most people. ${typical}`],
		[0.2, `You keep to what is well known more than 80\u202f% of people. ${typical}`],
	])('at %d', (percentile, words) => {
		expect(popularityReading({ ...figures, percentile }, 10)).toBe(words);
	});
});

it('how well known a few titles are says nothing of who watched them', () => {
	const figures = { members: 123_000, othersMembers: 310_000, percentile: 0.93 };
	expect(popularityReading(figures, 9)).toMatch(/^A typical title of yours/);
});

describe('the length of the list', () => {
	const counts = {
		listed: 12,
		planned: 0,
		watched: 12,
		unknown: 0,
		scored: 12,
		listedPercentile: null,
	};

	it.each([
		[counts, '12 titles watched'],
		[{ ...counts, planned: 1_200, scored: 10 }, '12 titles watched · 10 scored · 1,200 planned'],
		[
			{ ...counts, watched: 1, scored: 0, unknown: 2 },
			'1 title watched · none scored · 2 unknown to the catalogue',
		],
		[{ ...counts, listed: 0 }, 'The list is empty'],
	])('of %j', (given, words) => {
		expect(countsReading(given)).toBe(words);
	});
});
