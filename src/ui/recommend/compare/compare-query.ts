import type { CompareRequest } from '#core/rank/compare/comparison.ts';

/** Rows of each part of a comparison. */
const ROWS = 8;

/** What a comparison is asked with: whoever shows a favourite to a friend may show a film. */
export const COMPARE_QUERY: Omit<CompareRequest, 'lists'> = {
	excludedGenres: [],
	include: { extraSeasons: false, movies: true, specials: true, music: false },
	adult: false,
	limit: ROWS,
};
