import type { ProfileFacts, ProfileInsights } from '#core/analytics/profile-analytics.ts';
import { factFindings } from './fact-findings.ts';
import type { Finding } from './finding.ts';
import { insightFinding } from './insight-finding.ts';

/** With the one of the model five, in rows that are full. */
const MOST_FACTS = 4;

/** What the page begins with: the findings of the facts, and that of the model once it is there. */
export interface ProfileFindings {
	readonly facts: readonly Finding[];
	readonly insight: Finding | null;
}

/** @param titleOf what a title (MyAnimeList id) is called */
export function allFindings(
	facts: ProfileFacts,
	insights: ProfileInsights | null,
	titleOf: (malId: number) => string,
): ProfileFindings {
	const found = factFindings(facts, MOST_FACTS);
	return { facts: found, insight: insights && insightFinding(insights, titleOf, found) };
}
