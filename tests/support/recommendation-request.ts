import type { RecommendationRequest } from '#core/rank/recommendation.ts';

/** A request with every default of the API, but for what a test names. */
export function recommendationRequest(
	named: Partial<RecommendationRequest>,
): RecommendationRequest {
	return {
		entries: [],
		excludedEntries: [],
		excludedGenres: [],
		include: { extraSeasons: false, movies: false, specials: false, music: false },
		adult: false,
		offset: 0,
		limit: 50,
		...named,
	};
}
