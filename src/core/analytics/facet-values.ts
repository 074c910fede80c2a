import type { Anime } from '../catalogue/anime.ts';
import { LENGTHS, type FacetKind } from './profile-analytics.ts';
import { yearOf } from './watched-titles.ts';

/** Most episodes of each but the last of {@link LENGTHS}. */
const MOST_EPISODES = [1, 13, 26, 52] as const;

/** What a title is of one kind: several genres, one type, or nothing where no source knows. Each value once. */
export function facetValues(anime: Anime, kind: FacetKind): readonly string[] {
	switch (kind) {
		case 'genres':
		case 'themes':
		case 'demographics':
		case 'studios':
			return [...new Set(anime[kind])];
		case 'sources':
			return given(anime.source);
		case 'types':
			return [anime.type];
		case 'lengths':
			return given(lengthOf(anime.episodes));
		case 'years':
			return given(yearOf(anime)?.toString() ?? null);
		case 'seasons':
			return given(anime.season);
	}
}

function given(value: string | null): readonly string[] {
	return value === null ? [] : [value];
}

function lengthOf(episodes: number | null): string | null {
	if (episodes === null) return null;
	const at = MOST_EPISODES.findIndex((most) => episodes <= most);
	return LENGTHS[at < 0 ? LENGTHS.length - 1 : at] ?? null;
}
