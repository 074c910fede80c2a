import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import type { MissedList, SiteUser } from '#core/profile/site-user.ts';
import { API_FAILURES } from '#server/api/failures.ts';
import type { UserOutcome } from './recommend-for-user.ts';

/** Status and contents of the error page where there are no recommendations for a user. */
export function userErrorOf(
	outcome: Exclude<UserOutcome, { readonly ok: true }>,
	user: SiteUser,
): { readonly status: number; readonly body: { message: string; missedList?: MissedList } } {
	if (outcome.at === 'ranking') {
		const { status, message } = API_FAILURES[outcome.reason];
		return { status, body: { message } };
	}
	const { failure } = outcome;
	const { status, heading } = describeSiteListFailure(failure, user.site);
	return { status, body: { message: heading, missedList: { user, failure } } };
}
