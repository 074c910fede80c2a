import type { ProfileAnalytics, ProfilePart } from '#core/analytics/profile-analytics.ts';
import type { SiteUser } from '#core/profile/site-user.ts';
import type { UserOutcome, UserRecommender } from './recommend-for-user.ts';
import { summaryOf } from './summary.ts';

/**
 * Gets somebody's list, from the store while it is fresh, and has a ranking thread say what it says.
 *
 * @throws whatever the ranking threw, which is a bug
 */
export async function describeUser(
	{ lists, ranking, now }: UserRecommender,
	user: SiteUser,
	parts: readonly ProfilePart[],
	signal: AbortSignal,
): Promise<UserOutcome<ProfileAnalytics>> {
	const outcome = await lists.get({ ...user, signal });
	if (!outcome.ok) return { ok: false, at: 'list', failure: outcome };
	// Threads copy what they are given, and have no use for dates.
	const entries = outcome.list.entries.map(({ malId, score, status, progress, rewatches }) => ({
		malId,
		score,
		status,
		progress,
		rewatches,
	}));
	const described = await ranking.ask('profile', { entries, parts }, signal);
	if (!described.ok) return { ok: false, at: 'ranking', reason: described.reason };
	return { ok: true, list: summaryOf(outcome.list, now()), answer: described.answer };
}
