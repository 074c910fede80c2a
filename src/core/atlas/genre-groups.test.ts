import { expect, it } from 'vitest';
import { GENRE_GROUPS, genreGroupOf, OTHER_GROUP } from './genre-groups.ts';

const named = (genres: string[], themes: string[] = []) =>
	GENRE_GROUPS[genreGroupOf({ genres, themes })]?.id;

it('takes the most telling genre of a title', () => {
	expect(named(['Action', 'Adventure', 'Drama', 'Fantasy'])).toBe('fantasy');
	expect(named(['Comedy'], ['Team Sports'])).toBe('sports');
	expect(named(['Drama', 'Sci-Fi', 'Suspense'])).toBe('mystery');
});

it('has a place for titles without any', () => {
	expect(genreGroupOf({ genres: ['Avant Garde'], themes: ['Music'] })).toBe(OTHER_GROUP);
});
