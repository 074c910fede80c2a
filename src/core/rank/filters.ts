import type { Anime, AnimeType } from '../catalogue/anime.ts';
import { rankingOptions } from './ranking-options.ts';
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
 * What the visitor lets into the list, as tests of one title.
 *
 * They look at the title alone: what the visitor has seen is the business of the franchise rules.
 */
export interface Filter {
	/** The kind of release may appear. Another way into the same story may pass where one does not. */
	admitsType(anime: Pick<Anime, 'type'>): boolean;
	/** The subject may appear. Where it may not, no other way into the same story may either. */
	admitsSubject(anime: Anime): boolean;
	/** Whether the subject is more than whether a title is for adults. */
	readonly looksAtTags: boolean;
}

/** The filter that a request asks for. */
export function createFilter(
	request: Pick<RecommendationRequest, 'include' | 'excludedGenres' | 'adult'>,
): Filter {
	const excluded = new Set(request.excludedGenres);
	const { adult } = rankingOptions(request);
	const hasExcluded = (names: readonly string[]) => names.some((name) => excluded.has(name));
	return {
		looksAtTags: excluded.size > 0,
		admitsType({ type }) {
			const typeSwitch = TYPE_SWITCH[type];
			return typeSwitch === undefined || request.include[typeSwitch];
		},
		admitsSubject(anime) {
			if (anime.adult && adult === 'hide') return false;
			if (excluded.size === 0) return true;
			return !(
				hasExcluded(anime.genres) ||
				hasExcluded(anime.themes) ||
				hasExcluded(anime.demographics)
			);
		},
	};
}
