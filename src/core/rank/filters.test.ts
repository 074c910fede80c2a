import { describe, expect, it } from 'vitest';
import { recommendationRequest as ask } from '#tests/support/recommendation-request.ts';
import { smallCatalogue } from '#tests/support/small-catalogue.ts';
import { createFactTable } from './fact-table.ts';
import { createFilter } from './filters.ts';
import type { RecommendationRequest } from './recommendation.ts';

const catalogue = smallCatalogue([
	{
		malId: 1,
		members: 5000,
		genres: ['Drama', 'Action'],
		studios: ['Bones', 'Madhouse'],
		source: 'Manga',
		ageRating: 'R',
		season: 'fall',
		year: 1998,
		minutes: 24,
		episodes: 26,
	},
	{
		malId: 2,
		members: 4000,
		genres: ['Drama'],
		themes: ['Military'],
		demographics: ['Seinen'],
		studios: ['Bones'],
		status: 'airing',
		year: 2020,
		minutes: 5,
		episodes: null,
	},
	{ malId: 3, members: 300, type: 'Movie', year: null, startDate: '2004-03-06', minutes: 110 },
	{ malId: 4, members: 20, adult: true, year: null, startDate: null, genres: ['Drama'] },
	{ malId: 5, members: 10 },
]);
const facts = createFactTable(catalogue);

const admitted = (request: Partial<RecommendationRequest>) => {
	const { misses, subject } = createFilter(facts, ask(request));
	return [1, 2, 3, 4, 5].filter((_, index) => misses[index] === 0 && subject[index] === 1);
};

describe('createFilter', () => {
	it('lets in what is neither a film nor for adults, by default', () => {
		expect(admitted({})).toEqual([1, 2, 5]);
	});

	it.each<[string, Partial<RecommendationRequest>, readonly number[]]>([
		['all of the tags', { only: { tags: ['Drama', 'Action'] } }, [1]],
		['a theme and a demographic', { only: { tags: ['Seinen', 'Military'] } }, [2]],
		['a tag named twice', { only: { tags: ['Drama', 'Drama'] } }, [1, 2]],
		['a tag that nothing has', { only: { tags: ['Unheard of'] } }, []],
		['none of the tags', { without: { tags: ['Action', 'Military'] } }, [5]],
		['hidden tags', { hidden: { tags: ['Military'] } }, [1, 5]],
		['a type whose switch is off', { only: { types: ['Movie'] } }, [3]],
		['either of two types', { only: { types: ['Movie', 'TV'] } }, [1, 2, 3, 5]],
		[
			'a type taken out again',
			{ only: { types: ['Movie', 'TV'] }, without: { types: ['TV'] } },
			[3],
		],
		['either of two studios', { only: { studios: ['Bones', 'Madhouse'] } }, [1, 2]],
		['no studio of some', { without: { studios: ['Madhouse'] } }, [2, 5]],
		['a source, where it is known', { only: { sources: ['Manga'] } }, [1]],
		['all but a source', { without: { sources: ['Manga'] } }, [2, 5]],
		['a status', { only: { statuses: ['airing'] } }, [2]],
		['an age rating', { only: { ageRatings: ['R', 'R+'] } }, [1]],
		['a season', { only: { seasons: ['fall', 'winter'] } }, [1]],
		['years', { ranges: { year: { least: 2010 } } }, [2, 5]],
		[
			'the year of a day',
			{ ranges: { year: { least: 2004, most: 2004 } }, only: { types: ['Movie'] } },
			[3],
		],
		['no year that nobody knows', { adult: 'show', ranges: { year: { most: 3000 } } }, [1, 2, 5]],
		['minutes of an episode', { ranges: { minutes: { most: 15 } } }, [2]],
		['episodes, where they are known', { ranges: { episodes: { most: 26 } } }, [1, 5]],
		['members', { minMembers: 4000 }, [1, 2]],
		['the lesser-known half', { popularity: { most: 50 }, adult: 'show' }, [4, 5]],
		['the better-known half', { popularity: { least: 50 } }, [1, 2]],
		['adult titles, blurred', { adult: 'blur' }, [1, 2, 4, 5]],
		['adult titles by the old switch', { adult: true }, [1, 2, 4, 5]],
	])('asks for %s', (_name, request, expected) => {
		expect(admitted(request)).toEqual(expected);
	});
});
