import type { ProfileInsights } from '#core/analytics/profile-analytics.ts';
import type { RankingFailure } from '#ui/recommend/engine/ranking-engine.ts';

/** What the page has of the insights, which take longer than the facts. */
export interface InsightsState {
	/** The newest that there are; they stay while others are on their way. */
	readonly insights: ProfileInsights | null;
	readonly working: boolean;
	/** Why there are none, or no newer ones. */
	readonly failure: RankingFailure | null;
}

export const NO_INSIGHTS_YET: InsightsState = { insights: null, working: true, failure: null };
