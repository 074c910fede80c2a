import { describe, expect, it } from 'vitest';
import type { LaneReason } from '#core/rank/lanes/lane.ts';
import { laneHeading, laneWhy } from './lane-words.ts';

const why = (reason: LaneReason) =>
	laneWhy({ reason, strength: 'strong' }, (malId) => `Title ${malId}`);

describe('the heading of a lane', () => {
	it('says what it is, and what it goes out from', () => {
		expect(laneHeading({ kind: 'next', about: null })).toBe('Next in your franchises');
		const about = (reason: 'liked' | 'watched') =>
			laneHeading({ kind: 'because', about: { malId: 1, reason } });
		expect([about('liked'), about('watched')]).toEqual([
			'Because you liked',
			'Because you watched',
		]);
	});
});

describe('why a title stands in its lane', () => {
	it.each<[LaneReason, string]>([
		[{ kind: 'next', place: 'after', seen: 5 }, 'After Title 5'],
		[{ kind: 'next', place: 'before', seen: 5 }, 'Before Title 5'],
		[{ kind: 'next', place: 'beside', seen: 5 }, 'Goes with Title 5'],
		[{ kind: 'planned' }, 'On your plans · strong match'],
		[{ kind: 'film' }, 'Strong match'],
		[{ kind: 'little-known', members: 43_210 }, 'On 43K lists'],
		[{ kind: 'unfamiliar', tag: 'Sports', count: 0 }, 'Sports: none on your list'],
		[{ kind: 'unfamiliar', tag: 'Sports', count: 2 }, 'Sports: 2 on your list'],
	])('of %j', (reason, words) => {
		expect(why(reason)).toBe(words);
	});

	it('names what titles share, or else how they are alike', () => {
		const reasons = ['recommended', 'same-audience'] as const;
		const subject = (name: string) => ({ kind: 'subject', name }) as const;
		expect(
			why({ kind: 'alike', reasons, shared: ['Military', 'Drama', 'Action'].map(subject) }),
		).toBe('Both Military, Drama');
		expect(why({ kind: 'alike', reasons, shared: [] })).toBe('Recommended together');
		expect(why({ kind: 'alike', reasons: [], shared: [] })).toBe('Alike in many small things');
	});

	it('says when something starts, as far as anybody knows', () => {
		const season = { kind: 'season', after: null } as const;
		const told = (startDate: string | null, upcoming: boolean) =>
			why({ ...season, startDate, upcoming });
		expect(told('2027-01-10', true)).toBe('Starts January 2027');
		expect(told('2027', true)).toBe('Starts 2027');
		expect(told(null, true)).toBe('Announced, not dated yet');
		expect(told('2026-10-01', false)).toBe('Since October 2026');
		expect(why({ ...season, after: 7, startDate: '2027-04', upcoming: true })).toBe(
			'Starts April 2027 · after Title 7',
		);
	});
});
