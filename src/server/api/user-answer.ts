import type { SiteUser } from '#core/profile/site-user.ts';
import type { UserOutcome } from '#server/lists/recommend-for-user.ts';
import { apiFailure } from './failures.ts';
import { listFailure } from './list-failure.ts';

/** An answer made from the list of a user, with what there is to tell of that list, or who of the two failed. */
export function userAnswer(outcome: UserOutcome<object>, { site }: SiteUser): Response {
	if (outcome.ok) {
		const { answer, list } = outcome;
		return Response.json({ ...answer, list }, { headers: { 'cache-control': 'no-store' } });
	}
	return outcome.at === 'list' ? listFailure(outcome.failure, site) : apiFailure(outcome.reason);
}
