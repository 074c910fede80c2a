import type { Anime, AnimeType } from '../catalogue/anime.ts';
import type { IncludeOptions, RecommendationRequest } from './recommendation.ts';

/** The switch that lets a type in; types without one (TV, Unknown) always may appear. */
const TYPE_SWITCH: Partial<Record<AnimeType, Exclude<keyof IncludeOptions, 'extraSeasons'>>> = {
	Movie: 'movies',
	OVA: 'specials',
	ONA: 'specials',
	Special: 'specials',
	'TV Special': 'specials',
	Music: 'music',
	CM: 'music',
	PV: 'music',
};

/**
 * What the visitor lets into the list, as a test of one title.
 *
 * It looks at the title alone: what the visitor has seen is the business of the franchise rules.
 */
export function createFilter(
	request: Pick<RecommendationRequest, 'include' | 'excludedGenres' | 'adult'>,
): (anime: Anime) => boolean {
	const excluded = new Set(request.excludedGenres);
	const hasExcluded = (names: readonly string[]) => names.some((name) => excluded.has(name));
	return (anime) => {
		if (anime.adult && !request.adult) return false;
		const typeSwitch = TYPE_SWITCH[anime.type];
		if (typeSwitch && !request.include[typeSwitch]) return false;
		if (excluded.size === 0) return true;
		return !(
			hasExcluded(anime.genres) ||
			hasExcluded(anime.themes) ||
			hasExcluded(anime.demographics)
		);
	};
}
