import { describe, expect, it } from 'vitest';
import { ageWords, refreshWaitS } from './list-age.ts';

describe('age of a list', () => {
	it.each([
		[0, 'just now'],
		[59_999, 'just now'],
		[60_000, '1 minute ago'],
		[3 * 60_000 + 59_000, '3 minutes ago'],
		[3_600_000, '1 hour ago'],
		[7_300_000, '2 hours ago'],
	])('of %i ms is %s', (ageMs, words) => {
		expect(ageWords(ageMs)).toBe(words);
	});

	it('says how long until it may be fetched anew', () => {
		expect([0, 12_500, 59_001, 60_000, 90_000].map(refreshWaitS)).toEqual([60, 48, 1, 0, 0]);
	});
});
