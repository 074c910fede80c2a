import { describeSiteListFailure } from '#core/profile/site-list-failures.ts';
import type { ListSite, SiteListFailure } from '#core/profile/site-list.ts';

/** An error answer where a site gave no list: its code is the reason, its words are those of the page. */
export function listFailure(failure: SiteListFailure, site: ListSite): Response {
	const { status, explanation, nextStep } = describeSiteListFailure(failure, site);
	const error = { code: failure.reason, message: `${explanation} ${nextStep}` };
	return Response.json({ error }, { status, headers: retryHeaders(failure) });
}

/** `Retry-After`, where a site says how long to wait. */
export function retryHeaders(failure: SiteListFailure): Record<string, string> {
	return failure.reason === 'rate-limited' ? { 'retry-after': String(failure.retryAfterS) } : {};
}
