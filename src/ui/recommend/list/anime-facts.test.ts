import { describe, expect, test } from 'vitest';
import type { AnimeCard } from '#core/rank/answer.ts';
import { allGenres, formatLength, longFacts, otherTitles, shortFacts } from './anime-facts.ts';

const card: AnimeCard = {
	malId: 1,
	anilistId: 1,
	kitsuId: 1,
	anidbId: 23,
	title: 'Cowboy Bebop',
	english: 'Cowboy Bebop',
	native: 'カウボーイビバップ',
	type: 'TV',
	episodes: 26,
	minutes: 24,
	status: 'finished',
	season: 'spring',
	year: 1998,
	startDate: '1998-04-03',
	endDate: '1999-04-24',
	source: 'Original',
	ageRating: 'R',
	adult: false,
	genres: ['Action', 'Sci-Fi'],
	themes: ['Adult Cast', 'Space'],
	demographics: [],
	studios: ['Sunrise'],
	score: 8.75,
	members: 2_000_000,
	poster: null,
};

describe('shortFacts', () => {
	test('a series counts its episodes', () => {
		expect(shortFacts(card)).toEqual(['TV', '1998', '26 episodes']);
	});

	test('a film tells its length', () => {
		expect(shortFacts({ ...card, type: 'Movie', episodes: 1, minutes: 117 })).toEqual([
			'Movie',
			'1998',
			'1 h 57 min',
		]);
	});

	test('what no source knows is left out, not guessed', () => {
		const unknown = {
			...card,
			type: 'Unknown',
			year: null,
			episodes: null,
			minutes: null,
		} as const;
		expect(shortFacts(unknown)).toEqual([]);
	});

	test('a title that is not finished says so', () => {
		expect(shortFacts({ ...card, status: 'airing' })).toContain('airing now');
		expect(shortFacts({ ...card, status: 'upcoming' })).toContain('not out yet');
	});
});

test('lengths are in hours and minutes', () => {
	expect([45, 60, 2 * 60 + 5].map(formatLength)).toEqual(['45 min', '1 h', '2 h 5 min']);
});

test('an open row leaves out facts that nobody knows', () => {
	const names = (of: AnimeCard) => longFacts(of).map(({ name }) => name);
	expect(names(card)).toEqual([
		'Season',
		'Source',
		'Studio',
		'Episode length',
		'Age rating',
		'Mean score',
		'Members',
	]);
	const bare = { ...card, season: null, source: null, studios: [], minutes: null, ageRating: null };
	expect(names({ ...bare, score: null })).toEqual(['Members']);
});

test('a genre that is also a theme stands once', () => {
	expect(allGenres({ genres: ['Action'], themes: ['Space', 'Action'], demographics: [] })).toEqual([
		'Action',
		'Space',
	]);
});

test('other titles are those that are not shown, each once', () => {
	expect(otherTitles(card, 'Cowboy Bebop')).toEqual(['カウボーイビバップ']);
	expect(otherTitles({ ...card, english: null, native: null }, 'Cowboy Bebop')).toEqual([]);
});
