import { expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { meanOf, readList, yearOf } from './watched-titles.ts';

const catalogue = smallCatalogue([{ malId: 1 }, { malId: 2 }]);

it('reads a list: each title once, the last entry counts', () => {
	const list = readList(catalogue, [
		{ malId: 1, score: 50, status: 'watching' },
		{ malId: 2, score: null, status: 'plan-to-watch' },
		{ malId: 9, score: 70, status: 'completed' },
		{ malId: 1, score: 80, status: 'completed' },
	]);
	expect(list.entries).toHaveLength(3);
	expect(list.watched.map(({ entry, anime }) => [entry.score, anime.malId])).toEqual([[80, 1]]);
	expect(list.unknown).toBe(1);
});

it('takes the year of the day where no season is known', () => {
	expect(yearOf({ year: 2001, startDate: '1999-12-31' })).toBe(2001);
	expect(yearOf({ year: null, startDate: '1999-12' })).toBe(1999);
	expect(yearOf({ year: null, startDate: null })).toBeNull();
});

it('has no mean of nothing', () => {
	expect(meanOf([])).toBeNull();
	expect(meanOf([1, 2, 6])).toBe(9 / 3);
});
