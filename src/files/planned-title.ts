import type { RecommendedAnime } from '#core/rank/recommendation.ts';

/** A title to watch as a row of a file: facts that other programs know it by, and why it stands there. */
export interface PlannedTitle {
	readonly malId: number;
	readonly anilistId: number | null;
	/** '' where it is not known. */
	readonly title: string;
	readonly english: string | null;
	readonly type: string | null;
	readonly episodes: number | null;
	readonly year: number | null;
	/** What its row told; null where it was planned by hand, and no list says so. */
	readonly place: number | null;
	readonly predictedScore: number | null;
	readonly match: number | null;
	readonly strength: RecommendedAnime['strength'] | null;
	/** Titles of the list that speak for it, strongest first. */
	readonly because: readonly string[];
}
