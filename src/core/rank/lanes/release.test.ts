import { describe, expect, it } from 'vitest';
import { releaseOf, seasonBounds } from './release.ts';

const autumn = seasonBounds('2026-11-26');
const title = { startDate: null, endDate: null, episodes: null, status: null } as const;

describe('the season of a day', () => {
	it.each([
		['2026-11-26', '2026-09-17', '2026-06-17'],
		['2026-10-01', '2026-09-17', '2026-06-17'],
		['2026-04-30', '2026-03-18', '2025-12-18'],
		// Winter begins in the year before, and so does what came before it.
		['2026-01-05', '2025-12-18', '2025-09-17'],
	])('of %s begins on %s, the one before on %s', (today, start, previousStart) => {
		expect(seasonBounds(today)).toEqual({ today, start, previousStart });
	});
});

describe('a release, seen from autumn 2026', () => {
	it.each([
		['2026-10-03', 'this-season'],
		['2026-09-28', 'this-season'],
		['2026-11-26', 'this-season'],
		['2026-11', 'this-season'],
		['2026-10', 'this-season'],
		['2026-11-27', 'upcoming'],
		['2026-12', 'upcoming'],
		['2027', 'upcoming'],
		['2026', 'past'],
		['2026-07-04', 'past'],
		['2013-04-07', 'past'],
		[null, 'past'],
	])('that starts %s is %s', (startDate, release) => {
		expect(releaseOf({ ...title, startDate }, autumn)).toBe(release);
	});

	it('without a full date is what the catalogue says of it', () => {
		for (const startDate of [null, '2026', '2026-11']) {
			expect(releaseOf({ ...title, startDate, status: 'upcoming' }, autumn)).toBe('upcoming');
		}
		// An old catalogue calls upcoming what has begun since.
		const begun = { ...title, startDate: '2026-10-01', status: 'upcoming' } as const;
		expect(releaseOf(begun, autumn)).toBe('this-season');
	});

	it('goes on from the season before where it is longer than one, or ends later', () => {
		const summer = { ...title, startDate: '2026-07-04', status: 'airing' } as const;
		expect(releaseOf({ ...summer, episodes: 24 }, autumn)).toBe('this-season');
		expect(releaseOf({ ...summer, endDate: '2026-12-20' }, autumn)).toBe('this-season');
		expect(releaseOf({ ...summer, episodes: 12 }, autumn)).toBe('past');
		expect(releaseOf({ ...summer, startDate: '2026-04-04', episodes: 50 }, autumn)).toBe('past');
	});
});
