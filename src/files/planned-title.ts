import type { RecommendedAnime } from '#core/rank/recommendation.ts';

/** A recommended title as a row of a file: facts that other programs know it by, and why it stands there. */
export interface PlannedTitle extends Pick<
	RecommendedAnime,
	'malId' | 'place' | 'predictedScore' | 'match' | 'strength'
> {
	readonly anilistId: number | null;
	/** '' where it is not known. */
	readonly title: string;
	readonly english: string | null;
	readonly type: string | null;
	readonly episodes: number | null;
	readonly year: number | null;
	/** Titles of the list that speak for it, strongest first. */
	readonly because: readonly string[];
}
