import { describe, expect, it } from 'vitest';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { WELL_KNOWN_GROUPS, wellKnownGroups } from './well-known.ts';

const catalogue = smallCatalogue(
	[
		{ malId: 1, franchise: 'titan', genres: ['Action', 'Drama'], year: 2013 },
		{ malId: 2, franchise: 'titan', genres: ['Action', 'Drama'], year: 2019 },
		{ malId: 3, type: 'Movie', genres: ['Romance'], year: 2016 },
		{ malId: 4, genres: ['Suspense'], year: 2004 },
		{ malId: 5, genres: ['Comedy'], adult: true, year: 2020 },
		{ malId: 6, genres: ['Drama'], themes: ['Iyashikei'], year: 2005 },
		{ malId: 7, themes: ['Mecha'], year: 2020 },
		{ malId: 8, genres: ['Slice of Life', 'Comedy'], year: 2023 },
		{ malId: 9, genres: ['Mystery', 'Sci-Fi'], year: null },
		{ malId: 10, genres: ['Fantasy'], year: 2026, status: 'upcoming' },
		{ malId: 11, type: 'Music', year: 2023 },
	],
	[[1, 'sequel', 2]],
);

const groups = new Map(
	wellKnownGroups(catalogue).map(({ id, titles }) => [
		id,
		titles.map((index) => catalogue.anime(index).malId),
	]),
);

describe('well-known groups', () => {
	it('starts with everything, once a franchise, by members, without adult, announced and clips', () => {
		expect(groups.get('first')).toEqual([1, 3, 4, 6, 7, 8, 9]);
	});

	it.each([
		['films', [3]],
		['romance', [3, 6]],
		['comedy', [8]],
		['thriller', [4, 9]],
		['sci-fi', [7, 9]],
		['slice-of-life', [6, 8]],
	])('sorts %s by genre, theme and type', (id, malIds) => {
		expect(groups.get(id)).toEqual(malIds);
	});

	it('counts classics up to 2004, and the last four years of what has aired as new', () => {
		expect(groups.get('classics')).toEqual([4]);
		// The newest that aired is of 2023, so 2020 to 2023 are new.
		expect(groups.get('new')).toEqual([7, 8]);
	});

	it('cuts groups to size, and names them as the tabs do', () => {
		const small = wellKnownGroups(catalogue, 2);
		expect(small[0]?.titles).toEqual([0, 2]);
		expect(small.map(({ id, name }) => ({ id, name }))).toEqual(WELL_KNOWN_GROUPS);
	});
});
