import type { Anime } from '../catalogue/anime.ts';

/**
 * What a map colours titles by: a title has many genres and one colour. From the telling to the general: the first
 * group that a title has anything of is its own.
 */
export const GENRE_GROUPS = [
	{ id: 'sports', name: 'Sports', tags: ['Sports', 'Team Sports', 'Racing'] },
	{ id: 'mystery', name: 'Mystery & horror', tags: ['Horror', 'Mystery', 'Suspense'] },
	{ id: 'sci-fi', name: 'Sci-fi & mecha', tags: ['Mecha', 'Sci-Fi'] },
	{ id: 'romance', name: 'Romance', tags: ['Romance', 'Girls Love', 'Boys Love'] },
	{ id: 'everyday', name: 'Everyday life', tags: ['Slice of Life', 'Iyashikei', 'Gourmet'] },
	{ id: 'fantasy', name: 'Fantasy', tags: ['Fantasy', 'Isekai', 'Supernatural'] },
	{ id: 'action', name: 'Action & adventure', tags: ['Action', 'Adventure', 'Martial Arts'] },
	{ id: 'comedy', name: 'Comedy', tags: ['Comedy'] },
	{ id: 'drama', name: 'Drama', tags: ['Drama', 'Award Winning', 'Historical'] },
] as const;

/** Group of titles that have nothing of any other; its position comes after theirs. */
export const OTHER_GROUP = GENRE_GROUPS.length;

/** Position in {@link GENRE_GROUPS}, or {@link OTHER_GROUP}. */
export function genreGroupOf({ genres, themes }: Pick<Anime, 'genres' | 'themes'>): number {
	const tags = new Set([...genres, ...themes]);
	const found = GENRE_GROUPS.findIndex((group) => group.tags.some((tag) => tags.has(tag)));
	return found < 0 ? OTHER_GROUP : found;
}
