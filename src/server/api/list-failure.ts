import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import type { MemberList } from '#core/rank/group/group-of-lists.ts';
import type { WantedList } from '#server/lists/gather-lists.ts';
import type { ListSite, SiteListFailure } from '#core/profile/site-list.ts';

/** An error answer where a site gave no list: its code is the reason, its words are those of the page. */
export function listFailure(failure: SiteListFailure, site: ListSite): Response {
	const { status, explanation, nextStep } = describeSiteListFailure(failure, site);
	const error = { code: failure.reason, message: `${explanation} ${nextStep}` };
	return Response.json({ error }, { status, headers: retryHeaders(failure) });
}

/**
 * The answer where one of several lists that an answer needs could not be had.
 *
 * @param wanted the lists that were asked for, in the order of `lists`
 * @throws Error where none failed
 */
export function firstListFailure(
	lists: readonly MemberList[],
	wanted: readonly WantedList[],
): Response {
	for (const [at, { failure }] of lists.entries()) {
		const user = wanted[at];
		if (failure && user && 'site' in user) return listFailure(failure, user.site);
	}
	throw new Error('No list has failed.');
}

/** `Retry-After`, where a site says how long to wait. */
export function retryHeaders(failure: SiteListFailure): Record<string, string> {
	return failure.reason === 'rate-limited' ? { 'retry-after': String(failure.retryAfterS) } : {};
}
